import type { PersonId } from '../../../../worker/domain/ids.ts'
import type {
  Blocked,
  SuggestionCell,
  SuggestionReason,
} from '../../../../worker/domain/pairing/suggestion-cell.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { formatDay } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'

export type NameOf = (id: PersonId) => string

/** Why the two may be paired, or why they cannot. */
export function cellWords({ blocked, reasons }: SuggestionCell, frame: PageFrame, nameOf: NameOf): string {
  return blocked
    ? blockedWords(blocked, frame, nameOf)
    : reasons.map((reason) => reasonWords(reason, frame)).join(' · ')
}

function reasonWords(reason: SuggestionReason, frame: PageFrame): string {
  const words = wordsFor(frame)
  const { reasons } = words.suggestions
  switch (reason.code) {
    case 'topics':
      return reasons.topics(reason.topics.join(', '))
    case 'language':
      return reasons.language(words.people.locales[reason.locale])
    case 'shared-hours':
      return reasons['shared-hours'](reason.hours)
    case 'room':
      return reasons.room(reason.pairings, reason.most)
    case 'below':
      return reasons.below(reason.steps)
    case 'leaves':
      return reasons.leaves(formatDay(reason.on, frame))
  }
}

function blockedWords(blocked: Blocked, frame: PageFrame, nameOf: NameOf): string {
  const words = wordsFor(frame).suggestions.blocked
  switch (blocked.code) {
    case 'reporting-line':
      return words['reporting-line'](nameOf(blocked.superiorId), blocked.steps)
    case 'full':
      return words.full(blocked.most)
    case 'leaves':
      return words.leaves(formatDay(blocked.on, frame))
    default:
      return words[blocked.code]
  }
}
