import { MAX_COMMITMENT_CHARACTERS } from '../../../../worker/domain/limits.ts'
import type { PageWords } from '../en.ts'

export const loggingFr: PageWords['logging'] = {
  title: 'Comment cela s’est-il passé\u202f?',
  withOther: (other) => `Avec ${other}`,
  result: 'Ce qui s’est passé',
  movedHint: 'Un nouveau créneau sera trouvé\u202f; vous n’avez à écrire à personne.',
  missedHint: 'Ce n’est la faute de personne. La suite s’organise pour vous.',
  last: (words, day) =>
    day === null
      ? `La dernière fois\u202f: «\u202f${words}\u202f». Fait\u202f?`
      : `La dernière fois\u202f: «\u202f${words}\u202f», d’ici le ${day}. Fait\u202f?`,
  done: { yes: 'Oui', partly: 'En partie', no: 'Non' },
  says: {
    yes: 'dit que c’est fait',
    partly: 'dit que c’est fait en partie',
    no: 'dit que ce n’est pas fait',
  },
  saw: { yes: 'vu\u202f: fait', partly: 'vu\u202f: fait en partie', no: 'vu\u202f: pas fait' },
  saysHint: (says) => `L’autre personne ${says}. Ce que vous avez vu figure à côté.`,
  next: {
    workshop: 'Ce qui se poursuit',
    mentoring: 'Ce qui a été décidé',
    'reverse-mentoring': 'Ce qui sera essayé',
  },
  nextHint: {
    workshop: 'Une seule chose, commencée ensemble, à poursuivre jusqu’à la prochaine fois.',
    mentoring: 'Une seule chose, avec les mots de l’autre personne, jusqu’à la prochaine fois.',
    'reverse-mentoring': 'Une seule petite chose à essayer sans vous d’ici la prochaine fois.',
  },
  ownWords: 'Ou avec vos mots',
  ownWordsHint: `${MAX_COMMITMENT_CHARACTERS} caractères au plus\u202f; vos mots remplacent une suggestion.`,
  due: 'Pour quand',
  dueBy: (day) => `D’ici le ${day}`,
  dues: {
    nextTime: 'Avant la prochaine fois',
    inAWeek: 'Dans une semaine',
    inTwoWeeks: 'Dans deux semaines',
  },
  otherDay: 'Un autre jour',
  dueOn: 'D’ici ce jour',
  saidOther:
    'Un autre texte a déjà été enregistré depuis cette page. Enregistrez de nouveau pour le remplacer.',
  evidence: {
    workshop: 'Ce qui s’est fait sous vos yeux',
    mentoring: 'Ce que d’autres ont pu voir aussi',
    'reverse-mentoring': 'Ce qui s’est fait sans votre aide',
  },
  evidences: {
    reading: 'Suit ce qui s’écrit',
    answering: 'A répondu devant tous',
    posting: 'A publié quelque chose',
    'asking-others-in': 'A invité d’autres personnes',
  },
  benefit: 'À quoi cela a servi',
  benefitHint: 'Les trois objectifs possibles d’un binôme\u202f; indiquez celui dont on s’est rapproché.',
  none: 'Rien encore',
  more: 'Compléter, si vous le souhaitez',
  needsManager: (manager) => `À signaler à ${manager}`,
  needsManagerHint: 'Seuls les responsables du programme le lisent.',
  save: 'Enregistrer',
  wrong: {
    result: 'Dites ce qui a eu lieu.',
    commitment: `Au plus ${MAX_COMMITMENT_CHARACTERS} caractères\u202f: une seule chose suffit.`,
    dueOn: 'Choisissez un jour à venir.',
  },
  suggestions: [
    'Lire un fil par semaine',
    'Répondre à une question en public',
    'Publier une première idée',
    'Inviter un collègue',
  ],
  savedTitle: 'Enregistré. Merci.',
  savedNext: 'La suite s’organise pour vous\u202f; il n’y a personne à relancer.',
  movedNext: 'De nouveaux créneaux seront trouvés\u202f; il n’y a personne à relancer.',
  change: (until) => `Vous pouvez le modifier jusqu’au ${until}.`,
  changeButton: 'Modifier ma réponse',
  closedTitle: 'C’est enregistré',
  closed: (moment, manager) =>
    `Enregistré le ${moment}. ${manager} peut encore le corriger\u202f: un mot suffit.`,
  toMine: 'Mes séances\u202f: la suite',
  earlyTitle: 'Pas encore terminée',
  early: (moment) => `Revenez après le ${moment}.`,
  goneTitle: 'Rien à enregistrer ici',
  gone: 'Cette séance n’est plus à cet horaire.',
}
