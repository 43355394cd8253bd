import { instant, type Instant } from '../../domain/time/time.ts'

/** A mail as it was handed to the mail port. */
export type Captured = {
  readonly id: number
  readonly at: Instant
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly raw: string
}
export type Heading = Omit<Captured, 'raw'>

/** Oldest first; only mails with a higher id than `after`. */
export async function listCaptured(mailbox: D1Database, after: number): Promise<readonly Captured[]> {
  const { results } = await mailbox
    .prepare(`SELECT ${COLUMNS}, raw FROM mail WHERE id > ? ORDER BY id`)
    .bind(after)
    .all<Captured>()
  return results.map(dated)
}

/** Newest first, of one recipient or of all. */
export async function listHeadings(
  mailbox: D1Database,
  to: string | null,
  most: number,
): Promise<readonly Heading[]> {
  const { results } = await mailbox
    .prepare(`SELECT ${COLUMNS} FROM mail WHERE ?1 IS NULL OR recipient = ?1 ORDER BY id DESC LIMIT ?2`)
    .bind(to, most)
    .all<Heading>()
  return results.map(dated)
}

/** How many mails each recipient got. */
export async function countCaptured(mailbox: D1Database): Promise<ReadonlyMap<string, number>> {
  const { results } = await mailbox
    .prepare('SELECT recipient, count(*) AS count FROM mail GROUP BY recipient')
    .all<{ recipient: string; count: number }>()
  return new Map(results.map(({ recipient, count }) => [recipient, count]))
}

export async function findCaptured(mailbox: D1Database, id: number): Promise<Captured | null> {
  const row = await mailbox
    .prepare(`SELECT ${COLUMNS}, raw FROM mail WHERE id = ?`)
    .bind(id)
    .first<Captured>()
  return row && dated(row)
}

const COLUMNS = 'id, at, sender AS "from", recipient AS "to", subject'

function dated<Row extends { readonly at: number }>(row: Row): Row & { readonly at: Instant } {
  return { ...row, at: instant(row.at) }
}
