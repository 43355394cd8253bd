import type { PageWords } from '../en.ts'

export const mineFr: PageWords['mine'] = {
  title: 'Mes séances',
  tab: 'Mes dates',
  justEnded: 'Vient de se terminer',
  logIt: 'Comment cela s’est-il passé\u202f?',
  stillToLog: 'Encore à noter',
  upcoming: 'À venir',
  emptyTitle: 'Rien n’est fixé',
  empty: 'Dès qu’une séance est fixée, elle arrive dans votre agenda et figure ici.',
  cannot: 'Un empêchement\u202f?',
  hours: 'Mes disponibilités',
  hoursHint: 'Quand une séance peut être fixée.',
  commitment: 'La dernière fois',
  question: 'Une question pour vous, que personne d’autre ne lit\u202f:',
}
