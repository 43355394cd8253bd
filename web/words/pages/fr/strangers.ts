import type { PageWords } from '../en.ts'

export const strangersFr: PageWords['strangers'] = {
  title: 'Courriels d’inconnus',
  about: (count) =>
    `${count === 1 ? 'Un courriel' : `${count} courriels`} d’adresses que personne n’a dans ce programme. Ajoutez la personne, ou l’adresse à une personne, et le courriel passe dans Aujourd’hui.`,
  kept: 'Les 200 plus récents sont gardés, pendant 30 jours.',
  dropped: (count) => (count === 1 ? 'Un autre n’est plus gardé.' : `${count} autres ne sont plus gardés.`),
  unnamed: 'aucun expéditeur précis',
  from: (count, address) => `${count} de ${address}`,
  to: (name) => `pour ${name}`,
  noSubject: 'Sans objet',
  settleOne: (count) => (count === 1 ? 'Le classer' : `Classer ces ${count}`),
  settleAll: 'Tout classer',
  whatSettlingDoes: 'Classer les retire d’Aujourd’hui et efface leurs mots. Personne ne reçoit de réponse.',
  settled: 'C’est classé.',
  emptyTitle: 'Aucun courriel d’inconnus',
  empty: 'Ce qui vient d’adresses que personne n’a ici se trouve sur cette page.',
}
