import { paths } from '../../../web/pages/paths.ts'
import type { DisplacedLine } from '../../../web/parts/displaced.tsx'
import type { PageFrame } from '../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { listPeople } from '../../storage/people/person.ts'
import { listDisplaced } from '../../storage/session/displaced.ts'
import { type AppContext, identityOf } from '../context.ts'
import { sheetsFor } from './sheets.ts'

/** The mentor's own fixed dates outside the hours that he has now; what covers the other side is not his to read. */
export async function ownDisplaced(c: AppContext, frame: PageFrame): Promise<readonly DisplacedLine[]> {
  const { actor, programmes } = identityOf(c)
  const isMentorIn = ({ id, status }: Programme): boolean =>
    status === 'open' &&
    actor.memberships.some(({ role, programmeId }) => role === 'mentor' && programmeId === id)
  const lines = await Promise.all(programmes.filter(isMentorIn).map((each) => linesIn(c, each, frame)))
  return lines.flat().toSorted((one, other) => one.time.start - other.time.start)
}

async function linesIn(c: AppContext, programme: Programme, frame: PageFrame) {
  const platform = c.get('platform')
  const { person } = identityOf(c)
  const displaced = await listDisplaced(platform, programme, person.id)
  const own = displaced.filter(
    ({ mentorId, personId, isOption, why }) =>
      mentorId === person.id && personId === person.id && !isOption && why !== 'blackout',
  )
  const ids = own.map(({ executiveId }) => executiveId)
  const sheetsOf = await sheetsFor(
    platform,
    person,
    own.map(({ sessionId }) => sessionId),
  )
  const names = new Map((await listPeople(platform.db, ids, programme.id)).map(({ id, name }) => [id, name]))
  return own.map(({ sessionId, executiveId, time }) => ({
    title: names.get(executiveId) ?? '',
    href: sheetsOf(sessionId).page ?? paths.mine,
    time,
    because: wordsFor(frame).lives.ownHours,
    isOption: false,
  }))
}
