import { dueDays } from '../../domain/commitments.ts'
import { type PersonId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people.ts'
import { inviteOf, type Session } from '../../domain/sessions.ts'
import type { Platform } from '../../platform.ts'
import { listLatestCommitments } from '../../storage/outcomes.ts'
import { listPeople } from '../../storage/people.ts'
import { listFixedOfMentor } from '../../storage/sessions.ts'
import { findManagerNames } from '../../storage/programmes.ts'
import { MentorTodayPage, type MentorTodayData } from '../../../web/pages/mentor/today.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM } from '../../../web/parts/form.ts'
import type { PageFrame } from '../../../web/parts/frame.tsx'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { type App, identityOf } from '../context.ts'
import { frameOf } from '../frame.ts'

/** What a mentor has before him, and what has just ended. */
export function minePages(app: App): void {
  app.get(paths.mine, async (c) => {
    const { person } = identityOf(c)
    return c.html(<MentorTodayPage {...await dataOf(c.get('platform'), person, frameOf(c, 'mine'))} />)
  })
}

async function dataOf(platform: Platform, mentor: Person, frame: PageFrame): Promise<MentorTodayData> {
  const { db, newId } = platform
  const now = platform.now()
  const sessions = await listFixedOfMentor(db, mentor.id)
  const [executives, commitments, managers] = await Promise.all([
    listPeople(
      db,
      sessions.map(({ executiveId }) => executiveId),
    ),
    listLatestCommitments(
      db,
      sessions.map(({ pairingId }) => pairingId),
    ),
    findManagerNames(
      db,
      sessions.map(({ programmeId }) => programmeId),
    ),
  ])
  const byId = new Map<PersonId, Person>(executives.map((each) => [each.id, each]))
  const nameOf = ({ executiveId }: Session) => byId.get(executiveId)?.name ?? ''
  const timed = sessions.flatMap((session) => (session.time ? [{ session, time: session.time }] : []))
  return {
    frame,
    ended: timed
      .filter(({ time }) => time.end <= now)
      .map(({ session, time }) => ({
        id: session.id,
        outcomeId: newId('out'),
        otherName: nameOf(session),
        managerName: managers.get(session.programmeId) ?? '',
        time,
        lastCommitment: commitments.get(session.pairingId) ?? null,
        due: dueDays(session.zone, now),
        suggestions: wordsFor(frame).logging.suggestions,
      })),
    upcoming: timed
      .filter(({ time }) => time.end > now)
      .map(({ session, time }) => ({
        id: session.id,
        otherName: nameOf(session),
        otherZone: byId.get(session.executiveId)?.zone ?? session.zone,
        time,
        place: session.place,
        partstat: inviteOf(session, mentor.id)?.partstat ?? 'NEEDS-ACTION',
        commitment: commitments.get(session.pairingId)?.words ?? null,
      })),
    form: EMPTY_FORM,
  }
}
