import type { Aim } from '../../../../worker/domain/path/aim.ts'

/** What a pairing works towards, and what comes next on the way. */
export const pathEn = {
  title: 'What comes next',
  aim: 'Works towards',
  aimHint: 'One is enough, and it may change. Chosen at the first meeting, or by you before it.',
  noAim: 'Not yet said',
  aims: {
    scale: 'Answer once, where it can be found',
    align: 'Let others see how one judges',
    filters: 'Hear those one does not hear',
  } satisfies Record<Aim, string>,
  save: 'Save',
  nothingNext: 'The closing talk was held. Nothing comes next by itself; end the pairing, or offer times.',
}
