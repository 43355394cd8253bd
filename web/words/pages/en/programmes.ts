import {
  MAX_PROGRAMME_NAME_CHARACTERS,
  MAX_PROGRAMME_SHORT_NAME_CHARACTERS,
} from '../../../../worker/domain/limits.ts'

/** The page of all programmes that a manager runs. */
export const programmesEn = {
  title: 'Your programmes',
  link: 'All programmes',
  pairings: (count: number) => (count === 1 ? 'one pairing' : `${count} pairings`),
  open: 'Open a programme',
  openHint: 'You manage it, and nobody else sees it. Its people, rules and formats come next.',
  name: 'Name',
  nameHint: 'Read by managers and mentors.',
  shortNameHint: 'As it stands in a sender: “Nadia H. via Northwind”. Empty: the first word of the name.',
  openDo: 'Open it',
  badName: `Write a name of at most ${MAX_PROGRAMME_NAME_CHARACTERS} characters.`,
  badShortName: `A short name has ${MAX_PROGRAMME_SHORT_NAME_CHARACTERS} characters at the most.`,
}
