import type { PageWords } from '../en.ts'

export const firstStepsFr: PageWords['firstSteps'] = {
  title: 'Vers la première séance',
  count: (done, all) => `${done} sur ${all}. Une étape se coche dès que le nécessaire existe.`,
  done: 'Fait\u202f:',
  steps: {
    programme: 'Le programme',
    mentor: 'Un mentor',
    hours: 'Les disponibilités du mentor',
    executive: 'Un dirigeant',
    pairing: 'Un binôme',
    time: 'Le premier rendez-vous',
  },
  programmeIs: (name, days) => `${name}\u202f: une séance tous les ${days} jours.`,
  changeProgramme: 'Changer le nom et le rythme',
  mentor: 'La personne qui donne de temps en temps une heure. Un nom et une adresse suffisent.',
  addMentor: 'Ajouter le mentor',
  fromFile: 'Plusieurs à la fois, depuis un tableur',
  needsMentor: 'Dès qu’il y a un mentor.',
  hours: (name) =>
    `${name} les donne après sa connexion. Vous pouvez aussi les donner ici, et continuer aussitôt.`,
  hoursFrom: 'Du lundi au vendredi, de',
  hoursTo: 'à',
  setHours: 'Enregistrer ces disponibilités',
  otherHours: 'D’autres disponibilités',
  hasHours: 'Les disponibilités sont indiquées.',
  executive:
    'La personne qui rencontre le mentor. Si quelqu’un tient son agenda, la demande lui est adressée.',
  addExecutive: 'Ajouter le dirigeant',
  needsBoth: 'Dès qu’il y a un mentor et un dirigeant.',
  pair: 'Former le binôme',
  paired: (count) => (count === 1 ? 'Un binôme est formé.' : `${count} binômes.`),
  needsPairing: 'Dès qu’un binôme est formé.',
  time: 'Proposez trois créneaux à la personne qui répond, ou réservez-en un\u202f: l’invitation part alors.',
  book: (when) => `Réserver ${when}`,
  otherTimes: 'Voir le binôme',
  somebodyElse: 'Quelqu’un d’autre',
}
