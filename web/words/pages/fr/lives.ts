import type { PageWords } from '../en.ts'

const STEPS = ['', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six']

export const livesFr: PageWords['lives'] = {
  reports: (who, superior, steps) =>
    steps === 1
      ? `${who} dépend de ${superior}.`
      : `${who} dépend de ${superior}, ${STEPS[steps] ?? steps} échelons plus haut.`,
  dateStands: 'La date fixée reste valable tant que vous n’en décidez pas autrement.',
  lineTitle: 'Dans une même ligne hiérarchique',
  lineAbout:
    'Rien de nouveau ne peut être proposé, réservé ni déplacé pour ces deux personnes. Confiez l’accompagnement à un autre mentor, ou terminez le binôme.',
  trip: (who, there) => `${who} est alors en déplacement\u202f: ${there}.`,
  onTheWay: (who) => `${who} est alors en route.`,
  zone: (who, there) => `${who} a changé de fuseau\u202f: ${there}, hors de ses heures là-bas.`,
  hours: (who, there) => `Hors des heures de ${who} désormais\u202f: ${there}.`,
  blackout: 'Pendant des jours que le programme garde libres désormais.',
  displacedTitle: 'Dates qui ne conviennent plus',
  displacedAbout:
    'Elles ont été fixées ou proposées avant le dernier changement. Ce qui est fixé reste jusqu’à ce que vous le déplaciez\u202f; un moment proposé que les heures du mentor ou le programme excluent désormais ne peut plus être retenu.',
  ownDisplacedAbout:
    'Elles ont été fixées avant votre dernier changement, et restent. Si vous ne pouvez pas, dites-le sur la page de la séance.',
  onOffer: 'proposé',
  keptOnToday: (count) =>
    count === 1
      ? 'Une date fixée tombe dans des jours ou des heures désormais exclus.'
      : `${count} dates fixées tombent dans des jours ou des heures désormais exclus.`,
  toToday: 'À voir sur «\u202fAujourd’hui\u202f».',
  freeTimes: 'Libres pour les deux',
  freeTimesAbout: 'Un seul geste déplace la date\u202f; les deux sont de nouveau sollicités.',
  noFreeTimes:
    'Aucun moment ne convient aux deux. Choisissez-en un vous-même sous «\u202fLa déplacer\u202f».',
  moveHere: 'Déplacer à ce moment',
  zoneQuestion: (who) => `Que deviennent les heures de ${who}\u202f?`,
  zoneQuestionHint: 'Les dates fixées restent où elles sont.',
  zoneNeeded: 'Dites ce que deviennent les heures dans le nouveau fuseau.',
  wallClock: (example) => `Les mêmes heures à l’horloge de là-bas\u202f: ${example}`,
  instants: (example) => `Les mêmes instants, à une autre heure là-bas\u202f: ${example}`,
}
