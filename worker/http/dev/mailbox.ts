import { iso, instant } from '../../domain/time.ts'

export type Captured = {
  readonly id: string
  readonly at: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly raw: string
}

type Row = {
  readonly id: number
  readonly at: number
  readonly sender: string
  readonly recipient: string
  readonly subject: string
  readonly raw: string
}

/** Every message handed to the mail port, oldest first; with an id, what came after it. */
export async function listCaptured(mailbox: D1Database, after = 0): Promise<readonly Captured[]> {
  const { results } = await mailbox.prepare('SELECT * FROM mail WHERE id > ? ORDER BY id').bind(after).all<Row>()
  return results.map(toCaptured)
}

/** The latest, newest first, without what they say. */
export async function listHeads(mailbox: D1Database, most: number): Promise<readonly Omit<Captured, 'raw'>[]> {
  const { results } = await mailbox
    .prepare("SELECT id, at, sender, recipient, subject, '' AS raw FROM mail ORDER BY id DESC LIMIT ?")
    .bind(most)
    .all<Row>()
  return results.map(toCaptured)
}

export async function findCaptured(mailbox: D1Database, id: number): Promise<Captured | null> {
  const row = await mailbox.prepare('SELECT * FROM mail WHERE id = ?').bind(id).first<Row>()
  return row ? toCaptured(row) : null
}

function toCaptured({ id, at, sender, recipient, subject, raw }: Row): Captured {
  return { id: String(id), at: iso(instant(at)), from: sender, to: recipient, subject, raw }
}
