import type { PageWords } from '../en.ts'

export const leavingFr: PageWords['leaving'] = {
  heading: 'Départ',
  link: 'Cette personne s’en va …',
  change: 'Un autre jour …',
  leavesOn: (day) => `Dernier jour\u202f: ${day}. Tant qu’il n’est pas passé, on peut revenir dessus.`,
  withdraw: 'Reste finalement',
  title: (name) => `Départ de ${name}`,
  about: 'Tant que le dernier jour n’est pas passé, on peut revenir dessus. Lisez d’abord ce qui s’ensuit.',
  lastDay: 'Dernier jour',
  lastDayHint: 'À l’heure de cette personne. Un jour passé veut dire maintenant.',
  badDay: 'Indiquez un jour.',
  look: 'Voir ce qui s’ensuit',
  follows: (day) => `Ce qui s’ensuit, si le dernier jour est le ${day}`,
  confirm: (day) => `S’en va, dernier jour le ${day}`,
  programmes: 'Programmes',
  dates: 'Dates après ce jour',
  needMentor: (count) =>
    count === 0
      ? 'Aucune date n’est fixée après ce jour.'
      : `${count === 1 ? 'Une date demande' : `${count} dates demandent`} un autre mentor. Elles figurent sous Aujourd’hui\u202f; ce que personne n’a réglé, Sotto l’annule d’un mot neutre, à partir de huit heures le dernier jour.`,
  calledOff: (count) =>
    count === 0
      ? 'Aucune date n’est fixée après ce jour.'
      : `${count === 1 ? 'Une date est annulée' : `${count} dates sont annulées`} à huit heures le dernier jour\u202f: les deux agendas reçoivent une annulation neutre.`,
  waiting: 'Ceux-ci attendent un autre mentor\u202f; d’ici là, rien de nouveau n’est demandé\u202f:',
  ended: 'Ceux-ci se terminent avec le dernier jour\u202f:',
  onOffer: 'Propositions en cours',
  offers: (count) =>
    `${count === 1 ? 'Une proposition perd' : `${count} propositions perdent`} aussitôt les horaires après ce jour. S’il n’en reste aucun, on en propose de plus proches.`,
  answers: 'Répond pour',
  answersNobody: 'Personne.',
  askedAnew: 'Qui répondra alors est sollicité à nouveau\u202f:',
  access: 'Liens et connexion',
  ends: 'Ils s’éteignent avec le dernier jour, comme les agendas abonnés. Ce qui a eu lieu et ce qui fut convenu restent.',
  mentorUntil: (mentor, day) =>
    `${mentor} est là jusqu’au ${day}. Ensuite, ce binôme aura besoin d’un autre mentor.`,
}
