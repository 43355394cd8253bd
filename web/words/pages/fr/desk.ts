import { de } from '../../elision.ts'
import type { PageWords } from '../en.ts'

export const deskFr: PageWords['desk'] = {
  title: 'Mon espace',
  about: (zone) =>
    `Les personnes pour qui vous répondez, et les six semaines à venir. Horaires\u202f: ${zone}.`,
  waiting: (count) =>
    count === 0
      ? 'Rien ne vous attend.'
      : count === 1
        ? 'Une demande vous attend.'
        : `${count} demandes vous attendent.`,
  with: (mentor) => (mentor ? `avec ${mentor}` : 'en tête-à-tête'),
  noDates: 'Aucune date dans les six semaines à venir.',
  which: 'Quel créneau convient\u202f?',
  isAsked: (name) => `La demande a été faite à ${name}.`,
  otherAnswers: 'Répondre autrement',
  arranging: 'D’autres créneaux sont en préparation.',
  notBefore: (day) => `D’autres créneaux sont cherchés à partir du ${day}.`,
  givenBack: 'Libéré\u202f: d’autres créneaux suivront.',
  change: 'Déplacer ou libérer',
  clash: { trip: 'Tombe pendant un déplacement.', never: 'Tombe sur une plage à éviter.' },
  says: 'Déplacements et heures à éviter',
  saysAbout:
    'Les déplacements et les heures à éviter se notent en une ligne\u202f: «\u202fà New York du 3 au 9 mars\u202f», «\u202fjamais le lundi avant 10\u00a0h\u202f».',
  saysHint: 'à New York du 3 au 9 mars',
  say: 'Noter',
  badSaid:
    'Écrivez par exemple «\u202fà New York du 3 au 9 mars\u202f» ou «\u202fjamais le lundi avant 10\u00a0h\u202f».',
  noSuchPlace: (place) =>
    `«\u202f${place}\u202f» n’est pas une ville connue ici. Indiquez-en une plus grande à proximité.`,
  past: 'Ces jours sont passés.',
  trip: (place, days) => `À ${place}, ${days}`,
  never: (day, from, to) =>
    from === '00:00' && to === '24:00'
      ? `Jamais le ${day}`
      : from === '00:00'
        ? `Jamais le ${day} avant ${to}`
        : to === '24:00'
          ? `Jamais le ${day} après ${from}`
          : `Jamais le ${day} de ${from} à ${to}`,
  remove: 'Retirer',
  calendar: {
    none: 'Laisser lire un agenda',
    known: 'Un agenda est lu',
    unknown: 'Un agenda est illisible\u202f: aucune nouvelle heure n’est proposée',
  },
  calendarOf: (name) => `L’agenda ${de(name)}`,
  whose: (name) => `pour ${name}`,
  back: 'Retour à mon espace',
  dateOf: (name) => `Un rendez-vous ${de(name)}`,
  moveTitle: 'Le déplacer',
  moveHint: 'Un créneau libre des deux côtés le remplace aussitôt, et chacun reçoit une nouvelle invitation.',
  own: 'Un créneau de votre choix',
  ownHint: (zone) =>
    `À indiquer en ${zone}. Hors des horaires habituels, une personne doit d’abord donner son accord\u202f; d’ici là, la date est maintenue.`,
  move: 'Déplacer à ce créneau',
  chooseOne: 'Choisissez l’un des créneaux.',
  giveTitle: 'Le libérer',
  giveHint:
    'Dans dix minutes, ce créneau est libéré et d’autres sont envoyés. D’ici là, vous pouvez encore le garder.',
  give: 'Le libérer et demander d’autres créneaux',
  suits: 'Le garder finalement',
  over: 'Ce rendez-vous est passé\u202f: plus rien ne peut y être changé.',
  arrangingHere: 'Dès qu’il y a des créneaux à choisir, ils figurent dans votre espace.',
  emptyTitle: 'Il n’y a encore personne ici',
  empty: 'Dès que les dates d’un dirigeant passent par vous, elles apparaissent ici.',
}
