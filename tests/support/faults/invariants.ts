import { env } from 'cloudflare:workers'

/** Each query finds what breaks a rule of the data. `npm run fsck` knows more of them: `brokenInvariants` is where its checks go. */
const RULES: Readonly<Record<string, string>> = {
  'nobody is claimed twice at one time': `SELECT one.person_id FROM claims AS one JOIN claims AS other
    ON other.person_id = one.person_id AND other.session_id <> one.session_id
    AND other.starts_at < one.ends_at AND one.starts_at < other.ends_at`,
  'a session has an event for each of its versions': `SELECT id FROM sessions WHERE version <>
    (SELECT max(version) FROM events WHERE subject = sessions.id)`,
  'a fixed session claims its time for both': `SELECT id FROM sessions WHERE status = 'fixed' AND 2 <>
    (SELECT count(*) FROM claims WHERE session_id = sessions.id AND starts_at = sessions.starts_at)`,
  'a cancelled session claims nothing': `SELECT session_id FROM claims JOIN sessions
    ON sessions.id = claims.session_id WHERE sessions.status = 'cancelled' AND claims.held_until IS NULL`,
  'one letter says one revision to one reader': `SELECT dedupe_key FROM outbox GROUP BY dedupe_key HAVING count(*) > 1`,
  'an open offer belongs to an offered session': `SELECT offers.id FROM offers JOIN sessions
    ON sessions.id = offers.session_id WHERE offers.status = 'open' AND sessions.status <> 'offered'`,
  'a fixed session has told both': `SELECT id FROM sessions WHERE status = 'fixed' AND EXISTS
    (SELECT 1 FROM invites WHERE session_id = sessions.id AND NOT EXISTS
      (SELECT 1 FROM outbox WHERE outbox.session_id = sessions.id AND outbox.person_id = invites.person_id))`,
}

/** The names of the rules that something breaks now. */
export async function brokenInvariants(): Promise<readonly string[]> {
  const found = await env.DB.batch(Object.values(RULES).map((query) => env.DB.prepare(query)))
  return Object.keys(RULES).filter((_, index) => (found[index]?.results.length ?? 0) > 0)
}
