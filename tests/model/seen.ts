import { env } from 'cloudflare:workers'
import * as z from 'zod/mini'

/** What the tables hold, read from outside the product's own reading. */
const Session = z.object({
  id: z.string(),
  pairing_id: z.string(),
  mentor_id: z.string(),
  executive_id: z.string(),
  status: z.string(),
  starts_at: z.nullable(z.int()),
  ends_at: z.nullable(z.int()),
  bumps: z.int(),
  passed: z.int(),
  version: z.int(),
})
const Invite = z.object({
  session_id: z.string(),
  person_id: z.string(),
  uid: z.string(),
  sequence: z.int(),
  partstat: z.string(),
  live: z.int(),
  sent_sequence: z.nullable(z.int()),
})
const Option = z.object({
  id: z.string(),
  offer_id: z.string(),
  session_id: z.string(),
  asked_id: z.string(),
  starts_at: z.int(),
  ends_at: z.int(),
  until_at: z.int(),
})
const Proposal = z.object({
  id: z.string(),
  session_id: z.string(),
  starts_at: z.int(),
  ends_at: z.int(),
  person_id: z.string(),
})
const Claim = z.object({
  person_id: z.string(),
  session_id: z.string(),
  starts_at: z.int(),
  ends_at: z.int(),
  held_until: z.nullable(z.int()),
})
const Pair = z.object({ id: z.string(), status: z.string() })
const Row = z.object({
  id: z.string(),
  kind: z.string(),
  person_id: z.string(),
  session_id: z.nullable(z.string()),
  state: z.string(),
  thread: z.nullable(z.string()),
})
const Received = z.object({ state: z.string() })

const QUERIES = [
  'SELECT id, pairing_id, mentor_id, executive_id, status, starts_at, ends_at, bumps, passed, version FROM sessions ORDER BY created_at, rowid',
  'SELECT session_id, person_id, uid, sequence, partstat, live, sent_sequence FROM invites',
  `SELECT options.id, offer_id, session_id, asked_id, starts_at, ends_at, until_at FROM options
    JOIN offers ON offers.id = options.offer_id WHERE status = 'open' AND dropped = 0 ORDER BY starts_at`,
  "SELECT id, session_id, starts_at, ends_at, person_id FROM proposals WHERE state = 'waiting'",
  'SELECT person_id, session_id, starts_at, ends_at, held_until FROM claims',
  'SELECT id, status FROM pairings',
  `SELECT id, json_extract(letter, '$.kind') AS kind, person_id, session_id, state, thread FROM outbox`,
  'SELECT state FROM received',
]

export type Seen = Awaited<ReturnType<typeof look>>

export async function look() {
  const all = await env.DB.batch(QUERIES.map((query) => env.DB.prepare(query)))
  const [sessions, invites, options, proposals, claims, pairs, letters, received] = all.map(
    ({ results }) => results,
  )
  return {
    sessions: z.array(Session).parse(sessions),
    invites: z.array(Invite).parse(invites),
    options: z.array(Option).parse(options),
    proposals: z.array(Proposal).parse(proposals),
    claims: z.array(Claim).parse(claims),
    pairs: z.array(Pair).parse(pairs),
    letters: z.array(Row).parse(letters),
    received: z.array(Received).parse(received),
  }
}
