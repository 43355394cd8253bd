import type { Aim } from '../../../worker/domain/path/aim.ts'
import type { ReasonCode } from '../../../worker/domain/path/next-steps.ts'
import type { Blocker } from '../../../worker/domain/people/person.ts'
import type { Evidence } from '../../../worker/domain/session/outcome.ts'

/** What a reason is about, in words; empty where it is about nothing. */
export type About = { readonly act: string; readonly aim: string; readonly blocker: string }

export const stepsEn = {
  reasons: {
    'first-meeting': () => 'Nothing came before: this is where it begins.',
    'track-step': () => 'It is next on the track of this workshop.',
    smaller: () => 'The same as before, smaller.',
    'not-done': () => 'What was agreed then was not done; no need to ask why.',
    'cut-short': () => 'It was cut short.',
    written: () => 'It was chosen for this executive.',
    'leads-to': ({ act }) => `It leads to what nobody has seen yet: ${act}.`,
    aim: ({ aim }) => `It serves the aim: ${aim}.`,
    habit: ({ act }) => `It makes a habit of what was seen: ${act}.`,
    blocker: ({ blocker }) => `It suits what stands in the way: ${blocker}.`,
    phone: () => 'It works by telephone.',
    'aim-seen': ({ aim }) => `The aim has been reached: ${aim}. It is time to close, or to choose another.`,
    'walked-through': () =>
      'Everything that fits has had its turn: close it well, or ask whether the executive would do this for somebody else.',
    'not-yet': () => 'It has not come up yet.',
  } satisfies Record<ReasonCode, (about: About) => string>,
  acts: {
    reading: 'reading along',
    answering: 'answering in the open',
    posting: 'posting something',
    'asking-others-in': 'asking others in',
  } satisfies Record<Evidence, string>,
  aims: {
    scale: 'to answer once, where it can be found',
    align: 'to let others see how one judges',
    filters: 'to hear those one does not hear',
  } satisfies Record<Aim, string>,
  blockers: {
    booked: 'a full calendar',
    bottleneck: 'too much waiting for one person',
    handled: 'being shown only what is prepared',
    'on-the-go': 'being on the go',
  } satisfies Record<Blocker, string>,
} as const

export type StepsWords = {
  readonly reasons: Readonly<Record<ReasonCode, (about: About) => string>>
  readonly acts: Readonly<Record<Evidence, string>>
  readonly aims: Readonly<Record<Aim, string>>
  readonly blockers: Readonly<Record<Blocker, string>>
}
