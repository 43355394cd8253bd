import { de } from '../../elision.ts'
import type { PageWords } from '../en.ts'

const STEPS = ['', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six']

export const livesFr: PageWords['lives'] = {
  reports: (who, superior, steps) =>
    steps === 1
      ? `${who} dépend ${de(superior)}.`
      : `${who} dépend ${de(superior)}, ${STEPS[steps] ?? steps} échelons plus haut.`,
  dateStands: 'La date fixée reste valable tant que vous n’en décidez pas autrement.',
  lineTitle: 'Dans une même ligne hiérarchique',
  lineAbout:
    'Rien de nouveau ne peut être proposé, réservé ni déplacé pour ces deux personnes. Confiez la suite à un autre mentor, ou mettez fin au binôme.',
  trip: (who, there) => `${who} est alors en déplacement\u202f: ${there}.`,
  onTheWay: (who) => `${who} est alors en route.`,
  zone: (who, there) => `${who} a changé de fuseau\u202f: ${there}, hors de ses horaires là-bas.`,
  hours: (who, there) => `Hors des disponibilités ${de(who)} désormais\u202f: ${there}.`,
  blackout: 'Pendant des jours que le programme garde libres désormais.',
  displacedTitle: 'Dates qui ne conviennent plus',
  displacedAbout:
    'Elles ont été fixées ou proposées avant le dernier changement. Ce qui est fixé reste jusqu’à ce que vous le déplaciez\u202f; un créneau proposé que les disponibilités du mentor ou le programme excluent désormais ne peut plus être retenu.',
  ownDisplacedAbout:
    'Elles ont été fixées avant votre dernier changement, et restent. En cas d’empêchement, ouvrez la date et dites-le.',
  ownHours: 'Désormais hors de vos disponibilités.',
  onOffer: 'proposé',
  keptOnToday: (count) =>
    count === 1
      ? 'Une date fixée tombe dans des jours ou des heures désormais exclus.'
      : `${count} dates fixées tombent dans des jours ou des heures désormais exclus.`,
  toToday: 'À voir dans «\u202fAujourd’hui\u202f».',
  freeTimes: 'Libres pour les deux',
  freeTimesAbout: 'Un seul clic déplace la date\u202f; les deux reçoivent une nouvelle demande.',
  noFreeTimes:
    'Aucun créneau ne convient aux deux. Choisissez-en un vous-même sous «\u202fLa déplacer\u202f».',
  moveHere: 'Déplacer à ce créneau',
  zoneQuestion: (who) => `Que deviennent les disponibilités ${de(who)}\u202f?`,
  zoneQuestionHint: 'Les dates fixées restent où elles sont.',
  zoneNeeded: 'Dites ce que deviennent les disponibilités dans le nouveau fuseau.',
  wallClock: (example) => `Les mêmes heures, à l’heure locale de là-bas\u202f: ${example}`,
  instants: (example) => `Les mêmes instants, à une autre heure là-bas\u202f: ${example}`,
}
