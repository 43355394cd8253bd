import { de } from '../../elision.ts'
import type { PageWords } from '../en.ts'

export const strangersFr: PageWords['strangers'] = {
  title: 'Courriels d’inconnus',
  about: (count) =>
    `${count === 1 ? 'Un courriel' : `${count} courriels`} d’adresses inconnues dans ce programme. Ajoutez la personne, ou l’adresse à une personne, et le courriel passe dans «\u202fAujourd’hui\u202f».`,
  kept: 'Les 200 plus récents sont gardés, pendant 30 jours.',
  dropped: (count) => (count === 1 ? 'Un autre n’est plus gardé.' : `${count} autres ne sont plus gardés.`),
  unnamed: 'expéditeurs divers',
  from: (count, address) => `${count} ${de(address)}`,
  to: (name) => `pour ${name}`,
  noSubject: 'Sans objet',
  settleOne: (count) => (count === 1 ? 'Le classer' : `Classer ces ${count}`),
  settleAll: 'Tout classer',
  whatSettlingDoes:
    'Classer les retire de la page «\u202fAujourd’hui\u202f» et efface leur texte. Personne ne reçoit de réponse.',
  settled: 'C’est classé.',
  emptyTitle: 'Aucun courriel d’inconnus',
  empty: 'Les courriels d’adresses inconnues ici figurent sur cette page.',
}
