import type { PageWords } from '../en.ts'

export const firstStepsFr: PageWords['firstSteps'] = {
  title: 'Vers la première séance',
  count: (done, all) => `${done} sur ${all}. Chaque étape est cochée par ce qui existe déjà.`,
  done: 'Fait\u202f:',
  steps: {
    programme: 'Le programme',
    mentor: 'Un mentor',
    hours: 'Quand le mentor peut être réservé',
    executive: 'Un dirigeant',
    pairing: 'Un binôme',
    time: 'Le premier rendez-vous',
  },
  programmeIs: (name, days) => `${name}\u202f: une séance tous les ${days} jours.`,
  changeProgramme: 'Changer le nom et le rythme',
  mentor: 'La personne qui donne une heure de temps en temps. Un nom et une adresse suffisent.',
  addMentor: 'Ajouter le mentor',
  fromFile: 'Plusieurs à la fois, depuis un tableur',
  needsMentor: 'Dès qu’il y a un mentor.',
  hours: (name) =>
    `${name} les donne après sa connexion. Vous pouvez aussi les donner ici, et continuer aussitôt.`,
  hoursFrom: 'Du lundi au vendredi, de',
  hoursTo: 'à',
  setHours: 'Fixer ces heures',
  otherHours: 'D’autres heures',
  hasHours: 'Il y a des heures.',
  executive:
    'La personne qui rencontre le mentor. Si quelqu’un tient son agenda, c’est à cette personne que l’on demande.',
  addExecutive: 'Ajouter le dirigeant',
  needsBoth: 'Dès qu’il y a un mentor et un dirigeant.',
  pair: 'Former le binôme',
  paired: (count) => (count === 1 ? 'Un binôme est formé.' : `${count} binômes.`),
  needsPairing: 'Dès qu’un binôme est formé.',
  time: 'Proposez trois moments à la personne qui répond, ou réservez-en un\u202f: l’invitation part alors.',
  book: (when) => `Réserver ${when}`,
  otherTimes: 'Voir le binôme',
  somebodyElse: 'Quelqu’un d’autre',
}
