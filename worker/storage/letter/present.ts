import { type SQL, sql } from 'drizzle-orm'

import { people, sessions } from '../../../schema/index.ts'
import type { CommitmentId, PersonId, ProgrammeId, ReportLinkId, SessionId } from '../../domain/ids.ts'
import type { Letter } from '../../domain/letter/letter.ts'
import type { Present, ReaderNow, SessionNow } from '../../domain/letter/present.ts'
import type { PairingStatus } from '../../domain/pairing/pairing.ts'
import { normalAddress } from '../../domain/people/address.ts'
import type { Person, Role } from '../../domain/people/person.ts'
import { rulesOf } from '../../domain/people/presets.ts'
import { placeOf } from '../../domain/situation.ts'
import type { Instant } from '../../domain/time/time.ts'
import { type ToldNow, toldNow } from '../../domain/today/told-now.ts'
import type { Database } from '../../platform.ts'
import { isAnswering } from '../people/assistant.ts'
import { SHARED_ADDRESSES } from '../people/person.ts'
import { listOpenReportLinks } from '../report/link.ts'
import { selectSessions, toSessions } from '../session/rows.ts'
import { findTelling } from '../today/telling.ts'
import { findHealthNow } from './health.ts'

/** What these letters are judged by, in one call. */
export async function findPresent(db: Database, letters: readonly Letter[], now: Instant): Promise<Present> {
  const ids = [...new Set(letters.flatMap(sessionsOf))]
  const none: Present = {
    now,
    sessions: new Map(),
    readers: new Map(),
    told: new Map(),
    openLinks: new Set(),
    health: null,
  }
  if (letters.length === 0) return none
  const told = await findToldNow(db, letters, now)
  const openLinks = await listOpenReportLinks(db, letters.flatMap(linksOf), now)
  const health = await findHealthNow(db, letters, now)
  if (ids.length === 0)
    return { ...none, readers: toReaders(await selectReaders(db, letters)), told, openLinks, health }
  const chosen = sql`${sessions.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
  const [readers, around, ...rows] = await db.batch([
    selectReaders(db, letters),
    selectAround(db, chosen, now),
    ...selectSessions(db, chosen, ids.length),
  ])
  const aroundOf = new Map(around.map(({ id, ...each }) => [id, each]))
  const found = toSessions(rows).flatMap((session) => {
    const each = aroundOf.get(session.id)
    return each ? [[session.id, toSessionNow(session, each)] as const] : []
  })
  return { now, sessions: new Map(found), readers: toReaders(readers), told, openLinks, health }
}

/** Only mails to managers ask it: a call or two for each programme. */
async function findToldNow(
  db: Database,
  letters: readonly Letter[],
  now: Instant,
): Promise<ReadonlyMap<ProgrammeId, ToldNow>> {
  const ids = new Set(
    letters.flatMap((letter) =>
      letter.kind === 'morning' || letter.kind === 'urgent'
        ? letter.lines.map(({ programmeId }) => programmeId)
        : [],
    ),
  )
  const found: [ProgrammeId, ToldNow][] = []
  for (const id of ids) {
    const telling = await findTelling(db, id, now)
    if (telling) found.push([id, toldNow(telling, telling.managers)])
  }
  return new Map(found)
}

function selectReaders(db: Database, letters: readonly Letter[]) {
  const ids = [...new Set(letters.map(({ reader }) => reader.personId))]
  return db
    .select({
      ...{ id: people.id, email: people.email, addresses: SHARED_ADDRESSES },
      own: sql`(SELECT json_group_array(json_array(programme_id, json(own_addresses))) FROM members
        WHERE members.person_id = people.id AND own_addresses IS NOT NULL)`.mapWith(
        (text: string): NonNullable<ReaderNow['own']> => new Map(JSON.parse(text)),
      ),
    })
    .from(people)
    .where(sql`${people.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
}

function toReaders(rows: Awaited<ReturnType<typeof selectReaders>>): Present['readers'] {
  return new Map(
    rows.map(({ id, email, addresses, own }) => {
      const all: readonly string[] = JSON.parse(addresses)
      const shared = { email: normalAddress(email), addresses: all.map(normalAddress) }
      return [id, own.size > 0 ? { ...shared, own } : shared] as const
    }),
  )
}

function linksOf(letter: Letter): readonly ReportLinkId[] {
  return letter.kind === 'figures' ? [letter.linkId] : []
}

function sessionsOf(letter: Letter): readonly SessionId[] {
  switch (letter.kind) {
    case 'sign-in':
    case 'invitation':
    case 'test':
    case 'test-invite':
    case 'figures':
    case 'health':
    case 'morning':
    case 'urgent':
      return []
    case 'offers':
      return letter.offers.map(({ sessionId }) => sessionId)
    case 'digest':
      return letter.entries.flatMap(({ sessionId }) => sessionId ?? [])
    default:
      return [letter.sessionId]
  }
}

function isIn(personId: typeof sessions.mentorId, role: Role) {
  return sql`EXISTS (SELECT 1 FROM memberships WHERE programme_id = ${sessions.programmeId}
    AND person_id = ${personId} AND role = ${role})`.mapWith(Boolean)
}

/** In the inner queries the session's columns are named in full: those of the inner table would hide them. */
function selectAround(db: Database, chosen: SQL, now: Instant) {
  const ofExecutive = sql`members.programme_id = sessions.programme_id AND members.person_id = sessions.executive_id`
  return db
    .select({
      id: sessions.id,
      mentorName: sql<string>`coalesce(
        (SELECT name FROM members WHERE programme_id = sessions.programme_id AND person_id = sessions.mentor_id),
        (SELECT name FROM people WHERE id = sessions.mentor_id))`,
      isMentorHere: isIn(sessions.mentorId, 'mentor'),
      isExecutiveHere: isIn(sessions.executiveId, 'executive'),
      assistantIds: sql`(SELECT json_group_array(assistant_id) FROM assistants
        WHERE programme_id = sessions.programme_id AND executive_id = sessions.executive_id AND ${isAnswering(now)})`.mapWith(
        (text: string): readonly PersonId[] => JSON.parse(text),
      ),
      executive: sql`(SELECT json_object('blockers', json(blockers), 'rules', json(rules)) FROM members
        WHERE ${ofExecutive})`.mapWith((text: string): Pick<Person, 'blockers' | 'rules'> =>
        JSON.parse(text),
      ),
      pairingStatus: sql<PairingStatus>`(SELECT status FROM pairings WHERE id = sessions.pairing_id)`,
      openCommitment: sql<
        string | null
      >`(SELECT iif(done IS NULL AND said_done IS NULL, words, NULL) FROM commitments
        WHERE pairing_id = sessions.pairing_id AND replaced = 0 ORDER BY made_at DESC LIMIT 1)`,
      agreed: sql<CommitmentId | null>`(SELECT id FROM commitments WHERE session_id = sessions.id
        AND +pairing_id = sessions.pairing_id AND replaced = 0 ORDER BY +made_at DESC LIMIT 1)`,
      arrivedAt: sql<Instant | null>`(SELECT max(at) FROM events WHERE subject = sessions.id AND code = 'arrived')`,
    })
    .from(sessions)
    .where(chosen)
}

type Around = Omit<Awaited<ReturnType<typeof selectAround>>[number], 'id'>

function toSessionNow(session: SessionNow['session'], { executive, ...around }: Around): SessionNow {
  const person = executive ?? { blockers: [], rules: {} }
  return {
    ...around,
    session,
    inWriting: rulesOf(person).inWriting ?? false,
    place: placeOf({ pairing: session.usual, executive: person }, session),
  }
}
