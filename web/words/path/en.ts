import type { Aim } from '../../../worker/domain/path/aim.ts'
import type { ReasonCode } from '../../../worker/domain/path/next-steps.ts'
import type { Blocker } from '../../../worker/domain/people/person.ts'
import type { Evidence } from '../../../worker/domain/session/outcome.ts'

/** What a reason is about, in words; empty where it is about nothing. */
export type About = { readonly act: string; readonly aim: string; readonly blocker: string }

export type StepsWords = {
  readonly reasons: Readonly<Record<ReasonCode, (about: About) => string>>
  readonly acts: Readonly<Record<Evidence, string>>
  readonly aims: Readonly<Record<Aim, string>>
  readonly blockers: Readonly<Record<Blocker, string>>
}

export const stepsEn = {
  reasons: {
    'first-meeting': () => 'Nothing came before: this is where it begins.',
    'track-step': () => 'It is the next step on the track of this workshop.',
    smaller: () => 'The same as the first time, only smaller.',
    'not-done': () => 'What was agreed the first time was not done; no need to ask why.',
    'cut-short': () => 'The first time it was cut short.',
    written: () => 'It was chosen for this executive.',
    'leads-to': ({ act }) => `It leads to something that has not been seen yet: ${act}.`,
    aim: ({ aim }) => `It serves the aim: ${aim}.`,
    habit: ({ act }) => `It makes a habit of what has been seen: ${act}.`,
    blocker: ({ blocker }) => `It allows for what gets in the way: ${blocker}.`,
    phone: () => 'It can be done by phone.',
    'aim-seen': ({ aim }) => `The aim has been reached: ${aim}. It is time to close, or to choose another.`,
    'walked-through': () =>
      'Everything that fits has had its turn: bring it to a good close, or ask whether the executive would do this for somebody else.',
    'not-yet': () => 'It has not come up yet.',
  },
  acts: {
    reading: 'reading along',
    answering: 'answering in the open',
    posting: 'posting something',
    'asking-others-in': 'asking others in',
  },
  aims: {
    scale: 'to answer once, where it can be found',
    align: 'to let others see the reasoning',
    filters: 'to hear those who go unheard',
  },
  blockers: {
    booked: 'a full calendar',
    bottleneck: 'too many things waiting for one person',
    handled: 'being shown only what has been prepared',
    'on-the-go': 'always being on the move',
  },
} satisfies StepsWords

/** The same reasons, for the executive to read. */
export const ownStepsEn = {
  reasons: {
    'first-meeting': () => 'Because this is where you begin.',
    'track-step': () => 'Because it is the next step on the track you follow.',
    smaller: () => 'Because you have tried it once: this time it is smaller.',
    'not-done': () => 'What you meant to do the first time did not get done; you do not have to say why.',
    'cut-short': () => 'The first time, you had less time than planned.',
    written: () => 'Because it was chosen for you.',
    'leads-to': ({ act }) => `Because it leads you to a next step: ${act}.`,
    aim: ({ aim }) => `Because it serves your aim: ${aim}.`,
    habit: ({ act }) => `Because it makes a habit of what you have done already: ${act}.`,
    blocker: ({ blocker }) => `Because it allows for what gets in your way: ${blocker}.`,
    phone: () => 'Because you can do it by phone.',
    'aim-seen': ({ aim }) => `You have reached your aim: ${aim}. It is time to close, or to choose another.`,
    'walked-through': () =>
      'You have been through everything that fits: bring it to a good close or, if you like, do this for somebody else.',
    'not-yet': () => 'Because you have not come to it yet.',
  },
  acts: stepsEn.acts,
  aims: {
    scale: stepsEn.aims.scale,
    align: 'to let others see your reasoning',
    filters: 'to hear those you do not hear',
  },
  blockers: { ...stepsEn.blockers, bottleneck: 'too many things waiting for you' },
} satisfies StepsWords
