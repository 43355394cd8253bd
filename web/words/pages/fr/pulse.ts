import type { pagesEn } from '../en.ts'

export const pulseFr: typeof pagesEn.pulse = {
  title: 'Deux courtes questions',
  with: (other) => `Avec ${other}`,
  about: (manager) =>
    `Seule la personne responsable, ${manager}, lit les réponses\u202f: ni l’autre personne, ni aucune assistante.`,
  worth: 'Votre temps y est-il bien employé\u202f?',
  worths: { yes: 'Oui', partly: 'En partie', no: 'Non' },
  onward: 'Comment continuer\u202f?',
  onwards: { same: 'Ainsi', change: 'En changeant quelque chose', pause: 'Faire une pause' },
  save: 'Enregistrer',
  both: 'Choisissez une réponse à chacune.',
  saved: 'C’est noté. Merci.',
  change: (until) => `Vous pouvez la modifier jusqu’à ${until}.`,
  closed: (moment) => `Réponse enregistrée\u202f: ${moment}\u202f; elle ne se modifie plus.`,
  nothingTitle: 'Rien n’est demandé pour l’instant',
  nothing: 'Il n’y a rien à faire ici.',
  heard: 'Ce que disent les deux',
  onlyYou: 'Aucun des deux ne lit la réponse de l’autre.',
  phases: { midway: 'À mi-parcours', end: 'À la fin' },
}
