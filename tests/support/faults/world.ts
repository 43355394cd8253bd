import { aCast, everythingOf, logIn } from '../everything.ts'
import { aMentor, aPersonIn, aWorld, settingOf } from '../world.ts'

const NAMES = ['Olga Nowak', 'Emil Zola', 'Ana Ruiz', 'Bo Lindt', 'Cy Young', 'Di Marco']

/** The moment at which acts are tried. */
export const NOW = '2027-03-15T09:10Z'

/** Northwind with one thing of each kind, and a mentor and an executive who are free. */
export async function worldWithEverything() {
  const world = await aWorld()
  const here = settingOf(world)
  const cast = await aCast(here, NAMES, world.tom)
  const things = await everythingOf(here, cast, '2027-03-15T08:00Z')
  const mentor = await aMentor(here, 'Mia Berg')
  const executive = await aPersonIn(here, 'executive', { name: 'Eva Stein' })
  world.now(NOW)
  await logIn(here, cast, things)
  return { world, here, cast, things: { ...things, freeMentorId: mentor.id, freeExecutiveId: executive.id } }
}
