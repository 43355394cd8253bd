export const searchEn = {
  title: 'Search',
  titleOf: (query: string) => `“${query}”`,
  field: 'Search people, pairings and sessions',
  short: 'Search',
  about: 'A name, an address or a unit. Several words find what has all of them: “bernard tom”.',
  find: 'Search',
  emptyTitle: 'Nothing found',
  empty: 'Try a part of the name, without first names or titles.',
  more: 'These are the first ten. Another word finds fewer.',
  moreSessions: 'These are the nearest ten. The page of a pairing has its others.',
  sessions: 'Sessions',
  key: 'The key / leads to the search from every page',
}
