import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { OutwardWord } from '../letter/outward-fields.ts'
import { withAllowed } from '../letter/outward-texts.ts'
import { MAX_FORBIDDEN_WORDS } from '../limits.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { programmeStep } from '../step.ts'
import type { Instant } from '../time/time.ts'
import { whyClosed } from './close.ts'
import type { Programme } from './programme.ts'

/** Somebody insists on words in an outward text: the programme lets them through from now on, for this reason. */
export function decideAllowing(
  programme: Programme,
  found: readonly OutwardWord[],
  { reason, at, by }: { readonly reason: string; readonly at: Instant; readonly by: By },
): Result<Decision, Refusal> {
  const closed = whyClosed(programme)
  if (closed) return refuse(closed)
  const { policy } = programme
  const allowedWords = withAllowed(policy.allowedWords, found)
  if (allowedWords.length > MAX_FORBIDDEN_WORDS)
    return refuse({ reason: 'list-full', most: MAX_FORBIDDEN_WORDS })
  const fields = [...new Set(found.map(({ field }) => field))].join(' ')
  const after = { ...programme, policy: { ...policy, allowedWords } }
  const step = programmeStep(programme, after, { code: 'words-allowed', detail: { fields }, at, by })
  return accept({ ...NO_CHANGE, programmes: [step], reason })
}
