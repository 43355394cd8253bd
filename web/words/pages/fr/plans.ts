import type { PageWords } from '../en.ts'

export const plansFr: PageWords['plans'] = {
  start: 'Planifier la suite',
  startHint:
    'Des horaires pour tous ceux qui n’ont pas de prochaine date, en une fois. Rien ne part avant votre accord.',
  standIns: 'Permettre à d’autres mentors de remplacer celui qui n’a pas le temps',
  title: 'Plan du prochain tour',
  madeAt: (moment) => `Établi\u00a0: ${moment}.`,
  summary: (rows, left) =>
    `${rows === 1 ? 'Un dirigeant reçoit des horaires' : `${rows} dirigeants reçoivent des horaires`}${left > 0 ? `, ${left} ${left === 1 ? 'reste' : 'restent'} sans` : ''}.`,
  nothing: 'Personne n’a besoin d’une date',
  nothingHint:
    'Chaque binôme a une date, ou quelqu’un a été sollicité\u202f; ou aucun binôme n’est encore formé.',
  executive: 'Dirigeant',
  mentor: 'Mentor',
  times: 'Horaires',
  state: 'État',
  change: 'Modifier',
  standIn: 'remplace',
  fewer: 'moins d’horaires, car les heures sont rares',
  drop: 'Laisser de côté',
  keep: 'Reprendre',
  otherTimes: 'D’autres horaires',
  confirm: (rows) => (rows === 1 ? 'Envoyer une proposition' : `Envoyer ${rows} propositions`),
  confirmSome: (some, rows) => `Envoyer les ${some} propositions suivantes, sur ${rows}`,
  sends: 'Chaque dirigeant, ou qui répond pour lui, reçoit un message avec les horaires de sa ligne.',
  standing: (ready, leftOut, sent) =>
    [
      `${ready} à envoyer`,
      ...(leftOut > 0 ? [`${leftOut} de côté`] : []),
      ...(sent > 0 ? [`${sent} envoyées`] : []),
    ].join(' · '),
  perPress: (some) =>
    `Chaque envoi compte ${some} propositions, dans l’ordre du plan. Recommencez pour les autres\u00a0; rien ne part deux fois.`,
  again: 'Planifier de nouveau',
  leftOver: 'Sans horaire',
  why: {
    'hours-unknown': () => 'l’agenda du mentor n’a pas pu être lu',
    'reporting-line': () => 'l’un dépend hiérarchiquement de l’autre\u00a0: il leur faut un autre binôme',
    'mentor-not-free': (from, to) => `le mentor n’a pas de temps du ${from} au ${to}`,
    'executive-not-free': (from, to) => `le dirigeant n’a pas de temps du ${from} au ${to}`,
    'no-common-time': (from, to) => `aucun horaire ne convient aux deux du ${from} au ${to}`,
    'taken-by-others': (from, to) => `d’autres ont besoin des horaires du ${from} au ${to}`,
    'one-at-a-time': (pairing) => `a un autre binôme dans ce plan\u00a0: ${pairing}`,
    'asked-for-later': (day) => `a demandé qu’on attende jusqu’au ${day}`,
  },
  reasons: {
    'near-date': 'près de la date',
    'preferred-hours': 'heures agréables',
    'keeps-day-whole': 'garde entière la journée du mentor',
    'new-day': 'un autre jour',
    'new-day-part': 'une autre moitié du jour',
  },
  noReason: 'le mieux parmi ce qui reste',
  rowTitle: (executive) => `Horaires pour ${executive}`,
  choose: 'Cinq au plus\u00a0; ceux du plan sont cochés.',
  choose5: 'Choisissez d’un à cinq horaires.',
  save: 'Prendre ces horaires',
  back: 'Retour au plan',
}
