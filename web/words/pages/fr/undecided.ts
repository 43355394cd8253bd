import type { PageWords } from '../en.ts'

export const undecidedFr: PageWords['undecided'] = {
  haveAnswer: 'Nous avons votre réponse\u202f; quelqu’un la regarde.',
  proposed: 'Proposé\u202f:',
  asked: 'Nous avons votre réponse\u202f; quelqu’un la regarde. D’ici là, rien ne change.',
  passed:
    'Ce moment est passé avant d’avoir été réglé\u202f: il n’est donc pas fixé. Quelqu’un le regarde encore.',
  impossible: 'Ce moment n’est pas possible. Nous avons votre réponse\u202f; quelqu’un la regarde.',
}
