import { after, DAY, HOUR, iso } from '../../../worker/domain/time/time.ts'
import { concern } from './cast.ts'
import type { Life } from './life.ts'

/** What happens once in a life, and after which part of its steps. What it ends stays ended. */
export const CHAPTERS: readonly {
  readonly name: string
  readonly at: number
  readonly live: (life: Life) => Promise<void>
}[] = [
  { name: 'a pairing is handed over', at: 0.5, live: handOver },
  { name: 'a mentor and an executive leave', at: 0.7, live: leave },
  { name: 'a programme closes', at: 0.8, live: close },
  { name: 'who left is erased', at: 0.9, live: erase },
]

/** The first pairing goes to another mentor. What follows belongs to the new one alone. */
async function handOver(life: Life): Promise<void> {
  const pair = life.pairs.find(({ owner }) => owner === 'bernardpair')
  if (!pair) throw new Error('nothing to hand over')
  const { heir, owners } = life.cast
  const { manager, programme } = pair.house
  const form = { mentorId: heir.id }
  const { location } = await life.ask(manager, `/pairings/${pair.pairing.id}/hand-over`, { form })
  const { body } = await life.ask(manager, `/api/v1/pairings?programme=${programme.id}`)
  const pairings: unknown = Object(JSON.parse(body)).pairings
  const made = (Array.isArray(pairings) ? pairings : []).find((each) => Object(each).mentorId === heir.id)
  const id = String(Object(made).id)
  if (!id.startsWith('pai_')) throw new Error(`not handed over: ${location}`)
  const own = { mentorIds: [heir.id], pairingIds: [id] }
  const executiveIds = [pair.executive.person.id]
  concern(owners, ['bernardpair', 'bernard', 'odile'], own)
  concern(owners, ['vera', 'bernardheirpair'], { ...own, programmeId: programme.id, executiveIds })
  const pairing = { ...pair.pairing, ...Object(made) }
  life.pairs.splice(life.pairs.indexOf(pair), 1, { ...pair, pairing, mentor: heir, owner: 'bernardheirpair' })
}

/** Their last day is tomorrow, and it passes. */
async function leave(life: Life): Promise<void> {
  const { manager } = life.cast.houses[0]
  for (const person of [life.cast.standIn, life.person('claire')]) {
    const on = iso(after(life.platform.now(), DAY)).slice(0, 10)
    const { status } = await life.ask(manager, `/people/${person.id}/departure`, { form: { on } })
    if (status !== 303) throw new Error(`a departure was refused: ${status}`)
    life.gone.add(person.id)
  }
  for (let day = 0; day < 3; day += 1) await life.pass(DAY)
  drop(life, 'clairepair')
}

async function close(life: Life): Promise<void> {
  const { manager, programme } = life.cast.houses[1]
  const path = `/programmes/${programme.id}/closure`
  await life.ask(manager, path)
  const { status } = await life.ask(manager, path, { form: { fixed: 'cancel' } })
  if (status !== 303) throw new Error(`the closing was refused: ${status}`)
  await life.collect()
  await life.pass(HOUR)
  await life.ask(manager, path)
  for (const { owner, house } of [...life.pairs]) if (house === life.cast.houses[1]) drop(life, owner)
}

async function erase(life: Life): Promise<void> {
  const { manager } = life.cast.houses[0]
  const path = `/people/${life.person('claire').id}/erasure`
  await life.ask(manager, path)
  const { status } = await life.ask(manager, path, { form: {} })
  if (status !== 303) throw new Error(`the erasure was refused: ${status}`)
  await life.pass(DAY)
  await life.pass(HOUR)
  life.erased.push('claire', 'clairepair')
}

function drop(life: Life, owner: string): void {
  const index = life.pairs.findIndex((each) => each.owner === owner)
  if (index >= 0) life.pairs.splice(index, 1)
}
