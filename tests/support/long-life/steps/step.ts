import type { Person } from '../../../../worker/domain/people/person.ts'
import type { Session } from '../../../../worker/domain/session/session.ts'
import { DAY, MINUTE } from '../../../../worker/domain/time/time.ts'
import { textAt } from '../../response-shapes.ts'
import { canary } from '../canary.ts'
import type { Pair } from '../cast.ts'
import type { Life, Shown } from '../life.ts'

/** One thing that somebody does. True if it could be done: the rest is refused, which is read as well. */
export type Step = (life: Life) => Promise<boolean>

export const POST = { json: {} }
export const inThe = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? ''
export const isDone = ({ status }: Shown) => status < 400

export type State = 'free' | 'offered' | 'fixed'

/** A pair with its session in that state; where there is none, it is brought about as a manager does it. */
export async function aPairWith(life: Life, state: State, isWanted: (pair: Pair) => boolean = () => true) {
  const pairs = shuffled(life.pairs.filter(isWanted), life.random)
  for (const pair of pairs) {
    const session = await life.openSession(pair)
    if ((session?.status ?? 'free') === state) return { pair, session }
  }
  for (const pair of pairs) {
    const session = await life.openSession(pair)
    const { manager } = pair.house
    if (session) await life.ask(manager, `/api/v1/sessions/${session.id}/cancellation`, POST)
    await life.pass(2 * MINUTE)
    const json = { pairingId: pair.pairing.id, start: ahead(life), reason: canary(pair.owner, 'reason') }
    if (state === 'offered')
      await life.ask(manager, '/api/v1/offers', { json: { pairingId: json.pairingId } })
    if (state === 'fixed') await life.ask(manager, '/api/v1/sessions', { json })
    await life.pass(2 * MINUTE)
    const now = await life.openSession(pair)
    if ((now?.status ?? 'free') === state) return { pair, session: now }
  }
  return null
}

export type Fixed = { readonly pair: Pair; readonly session: Session; readonly manager: Person }
export const onStatus =
  (status: State, act: (life: Life, on: Fixed) => Promise<boolean>): Step =>
  async (life) => {
    const found = await aPairWith(life, status)
    if (!found?.session) return false
    const { pair, session } = found
    return act(life, { pair, session, manager: pair.house.manager })
  }
export const onFixed = (act: (life: Life, on: Fixed) => Promise<boolean>) => onStatus('fixed', act)
export const onAny =
  (act: (life: Life, pair: Pair, manager: Person) => Promise<boolean>): Step =>
  (life) => {
    const pair = life.among(life.pairs)
    return act(life, pair, pair.house.manager)
  }
/** Whose canaries somebody’s are. */
export const ownerOf = (life: Life, id: string) =>
  [...life.cast.people].find(([, person]) => person.id === id)?.[0] ?? ''
export const idOf = (json: string) => textAt(JSON.parse(json), 'id')

/** A working day some days ahead, at some hour in Paris. */
export function ahead(life: Life, most = 20): string {
  const day = new Date(life.platform.now() + Math.ceil(2 + life.random() * most) * DAY)
  const weekday = day.getUTCDay()
  const shift = weekday === 0 ? 1 : weekday === 6 ? 2 : 0
  day.setUTCDate(day.getUTCDate() + shift)
  day.setUTCHours(8 + Math.floor(life.random() * 7), 0, 0, 0)
  return day.toISOString().replace('.000', '')
}

export function shuffled<Value>(values: readonly Value[], random: () => number): readonly Value[] {
  return values
    .map((value) => ({ value, order: random() }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ value }) => value)
}
