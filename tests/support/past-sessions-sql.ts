import { type Instant, MINUTE } from '../../worker/domain/time/time.ts'

/** The people of the sessions. */
export type Cast = Readonly<
  Record<'pairing' | 'northwind' | 'tom' | 'bernard' | 'nadia' | 'odile', { readonly id: string }>
>

export type PastRange = {
  /** The first session starts here; each next one starts `apart` earlier. */
  readonly last: Instant
  readonly apart: number
  /** Their numbers; `to` is excluded. */
  readonly from: number
  readonly to: number
}

/** The INSERT statements for past sessions: the sessions and both people's claims. */
export function pastSessions(
  { pairing, northwind, tom, bernard }: Cast,
  stretch: PastRange,
): readonly string[] {
  return insertStatements(stretch, [
    `sessions (id, pairing_id, programme_id, mentor_id, executive_id, status, starts_at, ends_at, wall, minutes, zone,
      version, created_at)
     SELECT id, '${pairing.id}', '${northwind.id}', '${tom.id}', '${bernard.id}', 'happened', start, ${END},
      '2027-01-01T00:00', 30, 'Europe/Paris', 1, start FROM past`,
    `claims (person_id, starts_at, ends_at, session_id)
     SELECT people.id, start, ${END}, past.id FROM ${bothOf({ tom, bernard })}`,
  ])
}

/**
 * Everything else of these sessions: invites, offers, events, outcomes, commitments, letters and received mail.
 * One letter in three failed and one was stopped, all settled long ago.
 */
export function pastSessionDetails(
  { pairing, northwind, tom, bernard, nadia, odile }: Cast,
  stretch: PastRange,
) {
  const letter = `json_object('kind', 'calendar', 'method', 'REQUEST', 'reader', json_object('email', 'a@people.example'))`
  return insertStatements(stretch, [
    `invites (id, session_id, person_id, uid, organizer, sequence, partstat, live, stamped_at)
     SELECT 'inv_' || past.id || people.id, past.id, people.id, past.id || people.id, 'o', 0, 'ACCEPTED', 1, 0
     FROM ${bothOf({ tom, bernard })}`,
    `offers (id, session_id, status, asked_id, held_until, made_at)
     SELECT 'off_' || id, id, 'answered', '${odile.id}', start, start FROM past`,
    `events (subject, version, at, door, code) SELECT id, 1, start, 'manager', 'booked' FROM past`,
    `outcomes (id, session_id, result, logged_by, logged_at, starts_at, ends_at, executive_id)
     SELECT 'out_' || id, id, 'happened', '${tom.id}', 0, start, ${END}, '${bernard.id}' FROM past`,
    `commitments (id, pairing_id, session_id, words, made_at)
     SELECT 'com_' || id, '${pairing.id}', id, 'Read one thread', start FROM past`,
    `outbox (id, dedupe_key, person_id, session_id, letter, state, due_at, created_at)
     SELECT 'let_' || id, id, '${bernard.id}', id, ${letter},
      CASE number % 3 WHEN 1 THEN 'failed' WHEN 2 THEN 'stopped' ELSE 'sent' END, start, start FROM past`,
    `snoozes (programme_id, key, until_at, made_at, made_by)
     SELECT '${northwind.id}', 'undelivered:let_' || id, NULL, start, '${nadia.id}' FROM past WHERE number % 3 = 1`,
    `received (id, fingerprint, at, person_id, session_id, class, reading, state)
     SELECT 'rcv_' || id, id, start, '${bernard.id}', id, 'reply', '{}', 'applied' FROM past`,
  ])
}

const END = `start + ${30 * MINUTE}`

function bothOf({ tom, bernard }: Pick<Cast, 'tom' | 'bernard'>): string {
  return `past, people WHERE people.id IN ('${tom.id}', '${bernard.id}')`
}

function insertStatements({ last, apart, from, to }: PastRange, parts: readonly string[]): readonly string[] {
  const past = `WITH RECURSIVE past (number, id, start) AS (
    SELECT ${from}, 'ses_past${from}', ${last - from * apart}
    UNION ALL SELECT number + 1, 'ses_past' || (number + 1), start - ${apart} FROM past WHERE number + 1 < ${to})`
  return parts.map((part) => `${past} INSERT INTO ${part}`)
}
