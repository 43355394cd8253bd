import type { PageWords } from '../en.ts'

export const mineFr: PageWords['mine'] = {
  title: 'Mes séances',
  justEnded: 'Vient de se terminer',
  logIt: 'Comment cela s’est-il passé\u202f?',
  upcoming: 'À venir',
  emptyTitle: 'Rien n’est fixé',
  empty: 'Dès qu’un moment est fixé, il arrive dans votre agenda et figure ici.',
  hours: 'Mes horaires',
  hoursHint: 'Quand on peut vous réserver.',
  commitment: 'La dernière fois',
  question: 'Une question pour vous, que vous seul lisez\u202f:',
}
