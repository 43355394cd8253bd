import type { Actor } from '../domain/people/permission.ts'
import { isAnywhere, managedBy, programmesOf } from '../domain/people/permission.ts'
import { search, type SearchResult } from '../domain/search/search.ts'
import { nearest } from '../domain/search/sessions.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from '../platform.ts'
import { listFindable, listSessionsFound } from '../storage/search/search.ts'

/** What somebody finds of what is his: everything of the programmes he manages, and as a mentor his own pairs. */
export async function searchFor(
  db: Database,
  query: string,
  actor: Actor,
  now: Instant,
): Promise<SearchResult> {
  const mentorId = isAnywhere(actor, 'mentor') ? actor.personId : null
  const searcher = { managed: managedBy(actor), mentorId, mine: programmesOf(actor) }
  const { everybody, pairings: all } = await listFindable(db, searcher)
  const { people, pairings, allPairings, more } = search(query, everybody, all)
  const pairOf = new Map(allPairings.map((pairing) => [pairing.id, pairing]))
  const rows = await listSessionsFound(db, [...pairOf.keys()], searcher)
  const { shown, more: moreSessions } = nearest(rows, now)
  return {
    people,
    pairings,
    sessions: shown.flatMap((session) => {
      const pair = pairOf.get(session.pairingId)
      return pair ? [{ ...session, mentor: pair.mentor, executive: pair.executive }] : []
    }),
    more: { ...more, sessions: moreSessions },
  }
}
