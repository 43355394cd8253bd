import type { FigureName, WhyHidden } from '../../../../worker/domain/report/figures.ts'
import type { reportEn } from '../en/report.ts'

const figures: Readonly<Record<FigureName, string>> = {
  executives: 'Dirigeants qui ont participé jusqu’ici',
  active: 'Dirigeants qui ont eu au moins une séance',
  held: 'Séances tenues',
  fixed: 'Séances qui avaient une date',
  'share-held': 'Part de celles-ci qui ont été tenues',
  minutes: 'Temps passé ensemble',
  'median-days': 'Jours entre deux séances (médiane)',
  'bumps-per-session': 'Dates abandonnées par séance',
  'done-by-both': 'Engagements pris, et tenus selon les deux',
  'benefit-scale': 'Toucher plus de monde',
  'benefit-align': 'Avancer vers les mêmes objectifs',
  'benefit-filters': 'Entendre les choses sans filtre',
  'missed-full-week': 'Semaine chargée',
  'missed-travel': 'Déplacement',
  'missed-not-now': 'Pas le moment',
  'unsuited-full-week': 'Semaine chargée',
  'unsuited-travel': 'Déplacement',
  'unsuited-not-now': 'Pas le moment',
  'stage-reading': 'Lire',
  'stage-answering': 'Répondre',
  'stage-posting': 'Publier',
  'stage-asking-others-in': 'Inviter les autres',
}
const hidden: Readonly<Record<WhyHidden, string>> = {
  'too-few-people': 'Non montré\u202f: trop peu de personnes sont concernées.',
  'too-few-others': 'Non montré\u202f: trop peu de personnes ne sont pas concernées.',
  'too-few-since': 'Non montré\u202f: trop peu de personnes sont concernées.',
  'not-yet': 'Non montré\u202f: aucun mois entier n’est encore compté.',
}
const notNewer: Readonly<Record<WhyHidden, string>> = {
  'too-few-people': 'Pas plus récent\u202f: trop peu de personnes ont contribué au changement.',
  'too-few-others': 'Pas plus récent\u202f: trop peu de personnes ne sont pas concernées.',
  'too-few-since': 'Pas plus récent\u202f: trop peu de personnes ont contribué au changement.',
  'not-yet': '',
}

export const reportFr: typeof reportEn = {
  title: (programme) => `${programme} en chiffres`,
  link: 'Chiffres pour les sponsors',
  about: (least) =>
    `Totaux du programme entier. Chaque chiffre concerne au moins ${least} personnes, et ne change que si ${least} personnes l’ont fait changer.`,
  released: (day) => `Publié le ${day}.`,
  notReleased: 'Les premiers chiffres paraissent au milieu du mois qui suit le premier mois entier.',
  groups: {
    people: 'Personnes',
    sessions: 'Séances',
    results: 'Ce qui en est sorti',
    missed: 'Pourquoi des séances n’ont pas eu lieu',
    unsuited: 'Pourquoi des horaires ne convenaient pas',
    stages: 'Combien sont arrivés au moins jusque-là',
  },
  figures,
  hidden,
  notNewer,
  until: (day) => `Jusqu’au ${day}`,
  band: (from, to) => `${from} à ${to}`,
  share: (percent) => `environ ${percent}\u202f%`,
  hours: (from, to) => `${from} à ${to} heures`,
  around: (value) => `environ ${String(value).replace('.', ',')}`,
  unsaid: 'Ce que cette page ne dit pas',
  limits: [
    'Rien sur une personne, un service, un mentor ou un binôme\u202f: on ne peut rien demander de plus petit que l’ensemble.',
    'Aucun compte exact. Les nombres vont par paliers, les parts de 5 en 5\u202f%, les jours par semaines, et le temps est compté à la durée habituelle d’une séance.',
    'Rien de ce qui a été dit ou convenu, et aucun avis. Les raisons sont comptées là où quelqu’un en a donné une.',
    'Rien des dernières semaines\u202f: un mois est compté deux semaines après sa fin, une seule fois. Les corrections ultérieures n’y changent rien.',
  ],
}
