import { paths, FREE_TIMES } from '../../../../web/pages/paths.ts'
import { type DisplacedLine, displacementWords } from '../../../../web/parts/displaced.tsx'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import type { Person } from '../../../domain/people/person.ts'
import type { Displaced } from '../../../domain/session/displaced.ts'

/** The dates as a manager reads them; those about people who left are not shown. */
export function displacedLines(
  displaced: readonly Displaced[],
  members: readonly Person[],
  frame: PageFrame,
): readonly DisplacedLine[] {
  const byId = new Map(members.map((each) => [each.id, each]))
  return displaced.flatMap(({ sessionId, mentorId, executiveId, personId, time, why, isOption }) => {
    const [executive, mentor, person] = [executiveId, mentorId, personId].map((id) => byId.get(id))
    if (!executive || !mentor || !person) return []
    return [
      {
        title: wordsFor(frame).pairings.pairTitle(executive.name, mentor.name),
        href: isOption ? paths.session(sessionId) : `${paths.session(sessionId)}#${FREE_TIMES}`,
        time,
        because: displacementWords(why, person, time, frame),
        isOption,
      },
    ]
  })
}
