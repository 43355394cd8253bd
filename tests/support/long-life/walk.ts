import { aCast } from './cast.ts'
import { CHAPTERS } from './chapters.ts'
import { allDoors, type Opening } from './doors.ts'
import { Life } from './life.ts'
import { type Text, Watch } from './sinks.ts'
import { furnish, STEPS } from './steps.ts'
import { shuffled, type Step } from './steps/step.ts'
import { allStored, leftOf, misplaced } from './stored.ts'

export type Walk = {
  readonly seed: number
  readonly steps: number
  /** Doors that are opened after each step. */
  readonly doors: number
  /** Lines that were written to the console since they were last taken. */
  readonly lines: string[]
  /** What a test of the test does to a text before it is read. */
  readonly altered?: (text: Text) => string
}
export type Walked = {
  readonly life: Life
  readonly watch: Watch
  /** How often each step could be done. */
  readonly done: ReadonlyMap<string, number>
  readonly stored: number
  readonly misplaced: readonly string[]
}

/** How often the whole database is looked through. */
const LOOKS = 5

/** Lives so many steps: each kind in turn, in a new order each time, and after each the next doors. */
export async function walk({ seed, steps, doors, lines, ...others }: Walk): Promise<Walked> {
  const random = randomOf(seed)
  const cast = await aCast(randomOf(seed + 1))
  const nameOf = (id: string | null) =>
    [...cast.people].find(([, person]) => person.id === id)?.[0] ?? 'anybody'
  const watch = new Watch(cast.owners, nameOf, others.altered)
  const life = new Life(cast, watch, lines, random)
  await furnish(life)
  await life.collect()

  const done = new Map<string, number>(Object.keys(STEPS).map((name) => [name, 0]))
  const order: (readonly [string, Step])[] = []
  const every = Math.ceil(steps / LOOKS)
  const wrong: string[] = []
  const openings = { own: new Array<Opening>(), others: new Array<Opening>() }
  for (let index = 0; index < steps; index += 1) {
    for (const { at, live } of CHAPTERS) if (index === Math.floor(steps * at)) await live(life)
    if (index % every === 0) wrong.push(...(await misplacedNow(life)))
    if (order.length === 0) order.push(...shuffled(Object.entries(STEPS), random))
    const [name, step] = order.pop() ?? []
    if (name === undefined || !step) throw new Error('no steps')
    if (await step(life)) done.set(name, (done.get(name) ?? 0) + 1)
    await life.tick()
    await openSome(life, openings, doors)
    await life.collect()
  }
  wrong.push(...(await misplacedNow(life)))
  return { life, watch, done, stored: life.stored, misplaced: [...new Set(wrong)] }
}

/** A word in a column that may not hold it, a token in any, and whatever is left of who was erased. */
async function misplacedNow(life: Life): Promise<readonly string[]> {
  const all = await allStored()
  life.stored += all.length
  const tokens = new Set(life.links.map(({ url }) => new URL(url).searchParams.get('k') ?? ''))
  return [...misplaced(all, tokens), ...leftOf(all, life.erased)]
}

/** Mostly doors that should open; when all were, they begin anew with what there is by then. */
async function openSome(
  life: Life,
  openings: Record<'own' | 'others', Opening[]>,
  count: number,
): Promise<void> {
  for (let opened = 0; opened < count; opened += 1) {
    const which = opened % 4 === 3 ? 'others' : 'own'
    if (openings[which].length === 0)
      openings[which].push(...shuffled((await allDoors(life))[which], life.random))
    const next = openings[which].pop()
    if (next) await life.ask(next.by, next.path)
  }
}

/** Repeatable random numbers (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
