import type { PageWords } from '../en.ts'

export const erasingFr: PageWords['erasing'] = {
  link: 'Effacer cette personne…',
  title: (name) => `Effacer ${name}`,
  forGood: 'Personne ne pourra l’annuler. Lisez d’abord ce que cela entraîne.',
  askedFor: (day) => `Demandé par cette personne le ${day}.`,
  from: 'D’où',
  goes: 'Ce qui disparaît',
  goesAll:
    'Nom, adresses, disponibilités, règles et notes\u202f; ce qui a été dit de cette personne et par elle\u202f; messages\u202f; liens, connexions et calendriers.',
  stays: 'Ce qui reste',
  staysAll:
    'Que des séances ont eu lieu, quand et combien, sans nom\u202f: aucun total ne change. Ce que d’autres ont écrit sur eux-mêmes leur reste.',
  dates: 'Dates à venir',
  calledOff: (count) =>
    count === 0
      ? 'Aucune date n’est fixée.'
      : count === 1
        ? 'Une date est annulée aussitôt\u202f:'
        : `${count} dates sont annulées aussitôt\u202f:`,
  newTimes: 'Là où cette personne est mentor, d’autres dates sont cherchées dès qu’il y a un autre mentor.',
  offers: (count) => (count === 1 ? 'Une proposition est retirée.' : `${count} propositions sont retirées.`),
  answers: 'Répond pour',
  askedAnew: 'La personne qui répond alors est sollicitée à nouveau, pour\u202f:',
  hears: 'Qui en est averti',
  hearCancellations:
    'Les deux calendriers de chaque date reçoivent une annulation neutre. Personne d’autre ne reçoit de message.',
  nobodyHears: 'Personne ne reçoit de message.',
  when: 'Quand',
  whenAll:
    'Dès que les annulations sont parties, en un jour au plus. Une sauvegarde restaurée plus tard est effacée à nouveau.',
  underWay: (day) => `Confirmé le ${day}\u202f: tout le reste disparaît quand les annulations sont parties.`,
  confirm: (name) => `Effacer ${name} définitivement`,
}
