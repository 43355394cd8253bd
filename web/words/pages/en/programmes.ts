import {
  MAX_PROGRAMME_NAME_CHARACTERS,
  MAX_PROGRAMME_SHORT_NAME_CHARACTERS,
} from '../../../../worker/domain/limits.ts'

/** The page of all programmes that a manager runs. */
export const programmesEn = {
  title: 'Your programmes',
  link: 'All programmes',
  pairings: (count: number) =>
    count === 0 ? 'no pairings' : count === 1 ? 'one pairing' : `${count} pairings`,
  open: 'Create a programme',
  openHint: 'You manage it, and nobody else sees it. Its people, rules and formats come next.',
  name: 'Name',
  nameHint: 'Read by managers and mentors.',
  shortNameHint:
    'Shown in the sender’s name: “Nadia H. via Northwind”. If empty, the first word of the name.',
  openDo: 'Create it',
  badName: `Enter a name of at most ${MAX_PROGRAMME_NAME_CHARACTERS} characters.`,
  badShortName: `A short name has at most ${MAX_PROGRAMME_SHORT_NAME_CHARACTERS} characters.`,
}
