import type { Aim } from '../../../../worker/domain/path/aim.ts'

/** What a pairing works towards, and what comes next on the way. */
export const pathEn = {
  title: 'What comes next',
  aim: 'Aim',
  towards: (aim: string) => `Aim: ${aim}`,
  aimHint: 'One is enough, and it may change. Chosen at the first meeting, or by you before it.',
  noAim: 'Not chosen yet',
  aims: {
    scale: 'Answer once, where it can be found',
    align: 'Let others see the reasoning',
    filters: 'Hear those who go unheard',
  } satisfies Record<Aim, string>,
  save: 'Save',
  nothingNext: 'The closing talk has been held. Nothing more is proposed: end the pairing, or offer times.',
}
