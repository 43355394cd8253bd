import type { PageWords } from '../en.ts'

export const plansFr: PageWords['plans'] = {
  start: 'Planifier la suite',
  startHint:
    'Des créneaux pour toutes les personnes sans prochaine date, en une fois. Rien ne part avant votre confirmation.',
  standIns: 'Permettre à d’autres mentors de remplacer celui qui n’est pas disponible',
  title: 'Plan des prochaines séances',
  madeAt: (moment) => `Établi le ${moment}.`,
  drafted: (maker, key) =>
    `Préparé par un logiciel avec ${key === null ? 'une clé' : `la clé «\u202f${key}\u202f»`} de ${maker}.`,
  summary: (rows, left) =>
    `${rows === 0 ? 'Aucun dirigeant ne reçoit de créneaux' : rows === 1 ? 'Un dirigeant reçoit des créneaux' : `${rows} dirigeants reçoivent des créneaux`}${left > 0 ? `, ${left} ${left === 1 ? 'reste' : 'restent'} sans` : ''}.`,
  nothing: 'Aucune date à chercher',
  nothingHint: 'Chaque binôme a une date ou une demande en cours\u202f; ou aucun binôme n’est encore formé.',
  executive: 'Dirigeant',
  mentor: 'Mentor',
  times: 'Créneaux',
  state: 'État',
  change: 'Modifier',
  standIn: 'remplace',
  fewer: 'moins de créneaux, car les disponibilités sont rares',
  drop: 'Laisser de côté',
  keep: 'Reprendre',
  otherTimes: 'D’autres créneaux',
  confirm: (rows) => (rows === 1 ? 'Envoyer une proposition' : `Envoyer ${rows} propositions`),
  confirmSome: (some, rows) => `Envoyer les ${some} propositions suivantes, sur ${rows}`,
  sends:
    'Chaque dirigeant, ou la personne qui répond pour lui, reçoit un courriel avec les créneaux de sa ligne.',
  standing: (ready, leftOut, sent) =>
    [
      ...(ready > 0 ? [`${ready} à envoyer`] : []),
      ...(leftOut > 0 ? [`${leftOut} de côté`] : []),
      ...(sent > 0 ? [`${sent} ${sent === 1 ? 'envoyée' : 'envoyées'}`] : []),
    ].join(' · '),
  perPress: (some) =>
    `Chaque clic envoie ${some} propositions, dans l’ordre du plan. Recommencez pour les autres\u202f; rien ne part deux fois.`,
  again: 'Planifier de nouveau',
  leftOver: 'Sans créneau',
  why: {
    'hours-unknown': () => 'l’agenda du mentor n’a pas pu être lu',
    'executive-hours-unknown': () => 'l’agenda du dirigeant n’a pas pu être lu',
    'reporting-line': () =>
      'l’une de ces personnes dépend hiérarchiquement de l’autre\u202f: il faut un autre binôme',
    'mentor-not-free': (from, to) => `le mentor n’est pas disponible du ${from} au ${to}`,
    'executive-not-free': (from, to) => `le dirigeant n’est pas disponible du ${from} au ${to}`,
    'no-common-time': (from, to) => `aucun créneau ne convient aux deux du ${from} au ${to}`,
    'taken-by-others': (from, to) => `les créneaux du ${from} au ${to} sont pris par d’autres`,
    'one-at-a-time': (pairing) => `a un autre binôme dans ce plan\u202f: ${pairing}`,
    'asked-for-later': (day) => `a demandé qu’on attende jusqu’au ${day}`,
  },
  reasons: {
    'near-date': 'près de la date',
    'preferred-hours': 'horaire confortable',
    'keeps-day-whole': 'ne morcelle pas la journée du mentor',
    'new-day': 'un autre jour',
    'new-day-part': 'une autre demi-journée',
  },
  noReason: 'le mieux parmi ce qui reste',
  rowTitle: (executive) => `Créneaux pour ${executive}`,
  choose: 'Cinq au plus\u202f; ceux du plan sont cochés.',
  choose5: 'Choisissez entre un et cinq créneaux.',
  save: 'Retenir ces créneaux',
  back: 'Retour au plan',
}
