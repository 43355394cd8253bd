import { received } from '../../../schema/index.ts'
import type { Person } from '../../../worker/domain/people/person.ts'
import type { Life } from './life.ts'

export type Opening = { readonly by: Person | null; readonly path: string }

const OF_ANYONE = [
  ...['/', '/today', '/board', '/calendar', '/people', '/pairings', '/activity', '/deliveries', '/programmes'],
  ...['/imports', '/suggestions', '/mine', '/availability', '/guide', '/desk', '/sign-ins', '/today/strangers'],
  ...['/search?q=claude', '/calendar/feed', '/api/v1/programmes', '/api/v1/people', '/api/v1/pairings'],
  ...['/api/v1/sessions', '/api/v1/today', '/api/v1/deliveries', '/api/v1/health', '/api/v1/search?q=claude'],
]
const OF_PROGRAMMES = ['', '/formats', '/tracks', '/closure', '/export?kind=sessions', '/export?kind=people']
const OF_PEOPLE = ['', '/departure', '/calendars', '/availability']
const OF_PAIRINGS = ['', '/offer', '/ending', '/path', '/slots']
const OF_SESSIONS = ['', '/time', '/history', '/outcome']

/** Everybody before every door, the doors of others too. */
export async function allDoors(life: Life): Promise<readonly Opening[]> {
  const paths = [...OF_ANYONE]
  for (const { programme } of life.cast.houses)
    paths.push(...bothOf(`/programmes/${programme.id}`, OF_PROGRAMMES), `/today?programme=${programme.id}`)
  for (const pair of life.pairs) {
    paths.push(...bothOf(`/pairings/${pair.pairing.id}`, OF_PAIRINGS))
    for (const { id } of [pair.mentor, pair.executive.person]) paths.push(...bothOf(`/people/${id}`, OF_PEOPLE))
    const session = await life.openSession(pair)
    if (session) paths.push(...bothOf(`/sessions/${session.id}`, OF_SESSIONS), `/desk/sessions/${session.id}`)
    if (session?.offer) paths.push(`/api/v1/offers/${session.offer.id}`)
  }
  const waiting = await life.platform.db.select({ id: received.id }).from(received).limit(20)
  paths.push(...waiting.map(({ id }) => `/received/${id}`))
  const people = [...life.cast.people.values(), null]
  return [...new Set(paths)].flatMap((path) => people.map((by) => ({ by, path })))
}

function bothOf(path: string, nouns: readonly string[]): readonly string[] {
  return nouns.flatMap((noun) => [`${path}${noun}`, `/api/v1${path}${noun}`])
}
