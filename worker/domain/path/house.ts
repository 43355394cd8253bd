import type { Blocker } from '../people/person.ts'
import type { Evidence } from '../session/outcome.ts'
import { type Aim, AIMS } from './aim.ts'
import type { Stage } from './stage.ts'

/** The built-in formats, in the order of a new list. Their words are in web/words/formats. */
export const STANDARD_FORMATS = [
  'first-meeting',
  'read-with-me',
  'read-along',
  'three-threads',
  'your-ten-minutes',
  'who-answers-for-you',
  'unfiltered-listening',
  'one-question',
  'react-and-thank',
  'answer-once',
  'quiet-voice',
  'first-post',
  'mail-to-thread',
  'voice-to-post',
  'walking-call',
  'your-reasoning',
  'three-readers',
  'ask-the-network',
  'meeting-to-thread',
  'invite-one-peer',
  'tell-what-you-learnt',
  'closing-talk',
] as const
export type StandardFormat = (typeof STANDARD_FORMATS)[number]

/** The session before all others, once for each executive of a programme. */
export const FIRST_MEETING: StandardFormat = 'first-meeting'
/** The session after all others: once it was held, nothing comes next. */
export const CLOSING_TALK: StandardFormat = 'closing-talk'

/** Where a built-in format fits on the path, as a programme has it until it says otherwise. */
export type HouseFit = {
  readonly stage: Stage
  readonly act: Evidence | null
  readonly aims: readonly Aim[]
  readonly blockers: readonly Blocker[]
  readonly after: readonly StandardFormat[]
  readonly phone: boolean
}

/** Every stage × aim has two of them at least, and each blocker one at every stage; a test counts. */
export const HOUSE_FITS: Readonly<Record<StandardFormat, HouseFit>> = {
  'first-meeting': practice('curious', AIMS, [], { phone: true }),
  'read-with-me': leadsTo('reading', 'curious', AIMS, ['booked']),
  'read-along': leadsTo('reading', 'curious', AIMS, ['bottleneck', 'on-the-go'], { phone: true }),
  'three-threads': leadsTo('reading', 'curious', ['align', 'filters'], ['handled']),
  'your-ten-minutes': practice('curious', ['scale', 'align'], ['booked', 'bottleneck', 'on-the-go']),
  'who-answers-for-you': practice('curious', ['scale'], ['booked', 'bottleneck'], { phone: true }),
  'unfiltered-listening': practice('curious', ['filters'], ['handled'], { phone: true }),
  'walking-call': leadsTo('posting', 'curious', ['align', 'filters'], ['on-the-go'], { phone: true }),
  'one-question': leadsTo('answering', 'curious', ['scale'], ['booked'], { phone: true }),
  'react-and-thank': leadsTo('answering', 'reading', AIMS, ['booked', 'handled', 'on-the-go']),
  'answer-once': practice('answering', ['scale'], ['booked', 'bottleneck'], { phone: true }),
  'quiet-voice': leadsTo('asking-others-in', 'reading', ['filters'], ['handled'], {
    after: ['unfiltered-listening'],
    phone: true,
  }),
  'first-post': leadsTo('posting', 'reading', ['scale', 'align'], ['bottleneck']),
  'mail-to-thread': leadsTo('posting', 'reading', ['scale', 'align'], ['booked', 'bottleneck']),
  'voice-to-post': leadsTo('posting', 'reading', ['align', 'filters'], ['on-the-go'], { phone: true }),
  'your-reasoning': leadsTo('posting', 'answering', ['align'], ['handled'], { phone: true }),
  'three-readers': leadsTo('posting', 'answering', ['align'], ['bottleneck', 'handled']),
  'ask-the-network': leadsTo('asking-others-in', 'answering', ['scale', 'filters'], ['handled'], {
    phone: true,
  }),
  'meeting-to-thread': practice('posting', ['scale', 'align'], ['booked', 'bottleneck']),
  'invite-one-peer': leadsTo('asking-others-in', 'answering', ['align', 'filters'], ['on-the-go'], {
    phone: true,
  }),
  'tell-what-you-learnt': practice('posting', ['align', 'filters'], [], { phone: true }),
  'closing-talk': practice('curious', AIMS, [], { phone: true }),
}

type Rest = { readonly after?: readonly StandardFormat[]; readonly phone?: boolean }

/** A format that leads to an act which somebody will see. */
function leadsTo(
  act: Evidence,
  stage: Stage,
  aims: readonly Aim[],
  blockers: readonly Blocker[],
  rest: Rest = {},
): HouseFit {
  return { ...practice(stage, aims, blockers, rest), act }
}

/** A format without an act of its own: it clears the way, or makes a habit. */
function practice(
  stage: Stage,
  aims: readonly Aim[],
  blockers: readonly Blocker[],
  { after = [], phone = false }: Rest = {},
): HouseFit {
  return { stage, act: null, aims, blockers, after, phone }
}
