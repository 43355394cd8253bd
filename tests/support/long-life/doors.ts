import { received } from '../../../schema/index.ts'
import type { Person } from '../../../worker/domain/people/person.ts'
import type { House } from './cast.ts'
import type { Life } from './life.ts'

export type Opening = { readonly by: Person | null; readonly path: string }

const OF_ANYONE = [
  ...[
    '/',
    '/today',
    '/board',
    '/calendar',
    '/people',
    '/pairings',
    '/activity',
    '/deliveries',
    '/programmes',
  ],
  ...[
    '/imports',
    '/suggestions',
    '/mine',
    '/availability',
    '/guide',
    '/desk',
    '/sign-ins',
    '/mine/record',
    '/mine/record/file',
    '/today/strangers',
  ],
  ...['/search?q=claude', '/calendar/feed', '/api/v1/programmes', '/api/v1/people', '/api/v1/pairings'],
  ...['/api/v1/sessions', '/api/v1/today', '/api/v1/deliveries', '/api/v1/health', '/api/v1/search?q=claude'],
]
const OF_PROGRAMMES = [
  ...['/as-they-see-it', '/source?nth=0'],
  '',
  '/formats',
  '/tracks',
  '/closure',
  '/report',
  '/export?kind=sessions',
  '/export?kind=people',
]
const OF_PEOPLE = ['', '/departure', '/erasure', '/calendars', '/availability']
const OF_PAIRINGS = ['', '/offer', '/ending', '/path', '/slots']
const OF_SESSIONS = ['', '/time', '/history', '/outcome', '/as-they-see-it', '/source?nth=0']

/** Everybody before every door: those that should open, and those of others. */
export async function allDoors(life: Life): Promise<{ readonly own: Opening[]; readonly others: Opening[] }> {
  const people = [...life.cast.people.values(), null]
  const own: Opening[] = OF_ANYONE.flatMap((path) => people.map((by) => ({ by, path })))
  const others: Opening[] = []
  for (const house of life.cast.houses) {
    const paths = await doorsOf(life, house)
    const hosts = house.owner === 'north' ? [house.manager, life.person('frank')] : [house.manager]
    const pairs = life.pairs.filter((pair) => pair.house === house)
    const theirs = [...hosts, ...pairs.map(({ mentor }) => mentor)]
    own.push(...paths.flatMap((path) => theirs.map((by) => ({ by, path }))))
    others.push(...paths.flatMap((path) => people.map((by) => ({ by, path }))))
  }
  return { own, others }
}

async function doorsOf(life: Life, house: House): Promise<readonly string[]> {
  const { id } = house.programme
  const paths = [...bothOf(`/programmes/${id}`, OF_PROGRAMMES), `/today?programme=${id}`]
  for (const pair of life.pairs.filter((each) => each.house === house)) {
    paths.push(...bothOf(`/pairings/${pair.pairing.id}`, OF_PAIRINGS))
    for (const person of [pair.mentor, pair.executive.person])
      paths.push(...bothOf(`/people/${person.id}`, OF_PEOPLE), `/desk/executives/${person.id}/calendar`)
    const session = await life.openSession(pair)
    if (session) paths.push(...bothOf(`/sessions/${session.id}`, OF_SESSIONS), `/desk/sessions/${session.id}`)
    if (session?.offer) paths.push(`/api/v1/offers/${session.offer.id}`)
  }
  const mails = await life.platform.db.select({ id: received.id }).from(received).limit(20)
  return [...new Set([...paths, ...mails.map((each) => `/received/${each.id}`)])]
}

function bothOf(path: string, nouns: readonly string[]): readonly string[] {
  return nouns.flatMap((noun) => [`${path}${noun}`, `/api/v1${path}${noun}`])
}
