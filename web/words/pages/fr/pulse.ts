import type { pagesEn } from '../en.ts'

export const pulseFr: typeof pagesEn.pulse = {
  title: 'Deux courtes questions',
  with: (other) => `Avec ${other}`,
  about: (manager) =>
    `Seule la personne responsable, ${manager}, lit les réponses\u202f: ni l’autre personne, ni celles qui tiennent les agendas.`,
  worth: 'Votre temps y est-il bien employé\u202f?',
  worths: { yes: 'Oui', partly: 'En partie', no: 'Non' },
  onward: 'Comment continuer\u202f?',
  onwards: { same: 'Comme jusqu’ici', change: 'En changeant quelque chose', pause: 'Faire une pause' },
  save: 'Enregistrer',
  both: 'Répondez aux deux questions.',
  saved: 'C’est noté. Merci.',
  change: (until) => `Vous pouvez modifier votre réponse jusqu’au ${until}.`,
  closed: (moment) => `Réponse enregistrée le ${moment}\u202f; elle ne peut plus être modifiée.`,
  nothingTitle: 'Rien n’est demandé pour l’instant',
  nothing: 'Il n’y a rien à faire ici.',
  off: 'Dans ce programme, on ne demande à personne comment se passent les séances. Il n’y a rien à faire ici.',
  heard: 'Ce que disent les deux',
  onlyYou: 'Aucun des deux ne lit la réponse de l’autre.',
  phases: { midway: 'À mi-parcours', end: 'À la fin' },
}
