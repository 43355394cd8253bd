import type { pagesEn } from '../en.ts'

export const closingFr: typeof pagesEn.closing = {
  title: (programme) => `Clore ${programme}`,
  about: 'C’est définitif. Lisez d’abord ce que cela entraîne.',
  dates: 'Dates à venir',
  underWay: 'Séances en préparation',
  letters: 'Courriels',
  names: 'Noms et notes',
  rounds: (count) =>
    count === 0
      ? 'Aucune séance n’est en préparation.'
      : `${count === 1 ? 'Une séance' : `${count} séances`} en préparation, sans date\u202f: les créneaux réservés sont libérés, sans aucun courriel.`,
  fixed: (count) =>
    count === 0
      ? 'Aucune date n’est à venir.'
      : `${count === 1 ? 'Une date est' : `${count} dates sont`} à venir\u202f:`,
  fixedChoice: 'Ces dates',
  keep: 'Les garder\u202f: la clôture attend qu’elles soient passées',
  cancel: 'Les annuler\u202f: une annulation neutre est envoyée aux agendas où elles figurent encore',
  pairings: (count) =>
    count === 0
      ? 'Aucun binôme n’est en cours.'
      : `${count === 1 ? 'Un binôme se termine' : `${count} binômes se terminent`}.`,
  readers: 'Chacune de ces personnes reçoit un courriel, avec sa propre liste\u202f:',
  noReaders: 'Aucune séance n’a eu lieu\u202f: personne ne reçoit de courriel.',
  purge: (day) => `Dans la nuit du ${day}, noms et notes sont effacés. Les totaux restent, sans noms.`,
  retention: 'Les règles du programme fixent la durée de conservation.',
  close: 'Clore le programme',
  isClosing: 'Ce programme est en cours de clôture. Il n’accepte plus rien.',
  isClosed: (day, purge) =>
    `Ce programme a été clos le ${day}. Il se lit et n’accepte plus rien\u202f; noms et notes sont gardés jusqu’au ${purge}.`,
  isForgotten: (day, purge) =>
    `Ce programme a été clos le ${day}. Ses noms et ses notes sont effacés depuis le ${purge}\u202f; les nombres restent.`,
  closingTitle: (programme) => `${programme} est en cours de clôture`,
  goesOn: (pairings, letters) =>
    `Cela se poursuit tout seul, minute par minute\u202f: ${pairings === 0 ? 'plus aucun binôme' : pairings === 1 ? 'encore un binôme' : `encore ${pairings} binômes`} à terminer, ${letters === 0 ? 'aucun courriel' : letters === 1 ? 'un courriel' : `${letters} courriels`} à écrire. Vous pouvez quitter la page.`,
  others: (count) => (count === 1 ? 'et une autre' : `et ${count} autres`),
  closedTitle: (programme) => `${programme} est clos`,
  totals: 'Ce qui reste',
  sums: {
    fixed: 'Séances avec une date',
    held: 'Séances tenues',
    minutes: 'Minutes',
    medianDays: 'Jours entre deux séances (médiane)',
    bumps: 'Dates reportées',
    doneByBoth: 'Engagements tenus, selon les deux',
  },
  notCounted: 'pas compté',
  none: 'aucun',
}
