export const searchEn = {
  title: 'Search',
  titleOf: (query: string) => `“${query}”`,
  field: 'Search people, pairings and sessions',
  short: 'Search',
  about: 'A name, an address or a unit. Several words find what has all of them: “bernard tom”.',
  find: 'Search',
  emptyTitle: 'Nothing found',
  empty: 'Try a part of the name, without first names or titles.',
  more: 'These are the first ten. Add a word to find fewer.',
  moreSessions: 'These are the nearest ten. Others are on the page of their pairing.',
  sessions: 'Sessions',
  key: 'Press / on any page to search',
}
