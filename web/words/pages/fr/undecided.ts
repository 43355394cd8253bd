import type { PageWords } from '../en.ts'

export const undecidedFr: PageWords['undecided'] = {
  haveAnswer: 'Nous avons reçu votre réponse\u202f; quelqu’un l’examine.',
  proposed: 'Proposé\u202f:',
  asked: 'Nous avons reçu votre réponse\u202f; quelqu’un l’examine. D’ici là, rien ne change.',
  passed:
    'Cet horaire est passé avant qu’une décision soit prise\u202f: il n’est donc pas fixé. Quelqu’un examine encore votre réponse.',
  impossible: 'Cet horaire n’est pas possible. Nous avons reçu votre réponse\u202f; quelqu’un l’examine.',
}
