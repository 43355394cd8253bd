import { de } from '../../elision.ts'
import type { PageWords } from '../en.ts'

export const leavingFr: PageWords['leaving'] = {
  heading: 'Départ',
  link: 'Cette personne s’en va…',
  change: 'Un autre jour…',
  leavesOn: (day) => `Dernier jour\u202f: ${day}. Tant qu’il n’est pas passé, le départ peut être annulé.`,
  withdraw: 'Annuler le départ',
  title: (name) => `Départ ${de(name)}`,
  about:
    'Tant que le dernier jour n’est pas passé, le départ peut être annulé. Lisez d’abord ce qu’il entraîne.',
  lastDay: 'Dernier jour',
  lastDayHint: 'À l’heure de cette personne. Un jour passé veut dire maintenant.',
  badDay: 'Indiquez un jour.',
  look: 'Voir ce que cela entraîne',
  follows: (day) => `Ce que cela entraîne, si le dernier jour est le ${day}`,
  confirm: (day) => `Confirmer le départ, dernier jour le ${day}`,
  programmes: 'Programmes',
  dates: 'Dates après ce jour',
  needMentor: (count) =>
    count === 0
      ? 'Aucune date n’est fixée après ce jour.'
      : `${count === 1 ? 'Une date demande' : `${count} dates demandent`} un autre mentor. À voir dans «\u202fAujourd’hui\u202f»\u202f; ce que personne n’a réglé, Sotto l’annule avec un mot neutre, à partir de 8\u00a0h le dernier jour.`,
  calledOff: (count) =>
    count === 0
      ? 'Aucune date n’est fixée après ce jour.'
      : `${count === 1 ? 'Une date est annulée' : `${count} dates sont annulées`} à 8\u00a0h le dernier jour\u202f: les deux agendas reçoivent une annulation neutre.`,
  waiting: 'Ceux-ci attendent un autre mentor\u202f; d’ici là, rien de nouveau n’est demandé\u202f:',
  ended: 'Ceux-ci se terminent avec le dernier jour\u202f:',
  onOffer: 'Propositions en cours',
  offers: (count) =>
    `${count === 1 ? 'Une proposition perd' : `${count} propositions perdent`} aussitôt les créneaux après ce jour. S’il n’en reste aucun, d’autres, plus tôt, sont proposés.`,
  answers: 'Répond pour',
  answersNobody: 'Personne.',
  askedAnew: 'La demande est refaite à la personne qui répondra alors\u202f:',
  access: 'Liens et connexion',
  ends: 'Ils prennent fin avec le dernier jour, comme les agendas abonnés. Ce qui a eu lieu et ce qui a été convenu restent.',
  mentorUntil: (mentor, day) =>
    `${mentor} reste jusqu’au ${day}. Ensuite, ce binôme aura besoin d’un autre mentor.`,
}
