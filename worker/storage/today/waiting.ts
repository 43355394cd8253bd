import { and, type SQL, sql } from 'drizzle-orm'

import { received } from '../../../schema/index.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import { wordsOfMail } from '../../domain/mail/received.ts'
import { suggestedIn } from '../../domain/mail/suggestion.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Morning } from '../../domain/today/item.ts'
import type { Database } from '../../platform.ts'
import { concerns, isFromKnown, waitsFor } from '../mail/concerns.ts'
import { isPutAway } from './snooze.ts'

/** As much of a mail as its line may need. */
const CHARACTERS_READ = 2000

const kept = (name: string) => sql`json_extract(${received.reading}, ${`$.${name}`})`

/** Of each mail only what its line says, and how many wait in all. */
const READING = sql<string>`json_object('class', ${received.class}, 'from', ${kept('from')},
  'fromName', ${kept('fromName')}, 'subject', ${kept('subject')}, 'prodid', ${kept('prodid')},
  'comment', substr(${kept('comment')}, 1, ${CHARACTERS_READ}), 'text', substr(${kept('text')}, 1, ${CHARACTERS_READ}),
  'suggestion', ${kept('suggestion')}, 'proposed', ${kept('proposed')})`

/** Mails from people the programme knows. `total` counts those that are not put away. */
export function selectWaiting(
  db: Database,
  programmeId: ProgrammeId,
  { now, limit }: { readonly now: Instant; readonly limit: number },
) {
  const here = sql`(${programmeId})`
  const isAway = isPutAway(programmeId, 'answer-waiting', { id: received.id, since: received.at, now })
  return (
    db
      .select({
        id: received.id,
        at: received.at,
        personId: received.personId,
        sessionId: received.sessionId,
        reading: READING,
        total: sql<number>`sum(NOT ${isAway}) OVER ()`,
      })
      .from(received)
      .where(and(waitsFor(here), concerns(programmeId), isFromKnown(here)))
      // The longest waiting first; of those that are put away, which can be put away again, the latest.
      .orderBy(isAway, sql`iif(${isAway}, -${received.at}, ${received.at})`)
      .limit(limit)
  )
}

type WaitingRow = Awaited<ReturnType<typeof selectWaiting>>[number]

export function toWaiting({ reading, total: _, ...mail }: WaitingRow): Morning['waiting'][number] {
  const parsed: unknown = JSON.parse(reading)
  const what = suggestedIn(parsed)
  const { from, fromName, subject, text } = wordsOfMail(parsed)
  const said = { from, fromName, subject, text }
  return { ...mail, said, ...(what && { suggested: { what, from } }) }
}

/** The two of each session for which a mail suggests something, or somebody another time: their diaries judge it. */
export function selectSuggestedTo(programmeId: ProgrammeId): SQL {
  // The `+` keeps SQLite off the index of the programme's whole history.
  const suggested = sql`FROM sessions WHERE +programme_id = ${programmeId} AND id IN (
    SELECT session_id FROM received WHERE state = 'waiting' AND suggests = 1
    UNION SELECT session_id FROM proposals WHERE state = 'waiting'
      AND person_id IN (SELECT person_id FROM members WHERE programme_id = ${programmeId}))`
  return sql`(SELECT mentor_id ${suggested} UNION SELECT executive_id ${suggested})`
}
