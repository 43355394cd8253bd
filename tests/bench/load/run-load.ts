import { chanceOf, type Chance } from '../../../scripts/simulating/random.ts'
import type { DeployedWorker } from '../deployed-worker.ts'
import { processorTimeOfRuntime } from '../runtime.ts'
import { type LoadCast, openLoadCast } from './cast.ts'
import { type Acknowledged, nothingAcknowledged } from './ledger.ts'
import { aPairing, bare, feed, freeTime, mentorsDay, pairings, today } from './reading.ts'
import { pick, type Timed, type Visitor, visitor } from './visitor.ts'
import { answerByMail, book, cancel, log, move, offer, pickTime } from './writing.ts'

export type Load = {
  readonly clients: number
  readonly requests: number
  readonly seconds: number
  readonly seed: number
  /** How often one client does each thing by itself first. */
  readonly aloneRounds: number
}

export type Loaded = {
  /** One client by itself, before the others came. */
  readonly alone: readonly Timed[]
  readonly together: readonly Timed[]
  readonly seconds: number
  readonly ticks: number
  /** Of the runtime meanwhile; null where the system does not say it. */
  readonly processorSeconds: number | null
  readonly cast: LoadCast
  readonly acknowledged: Acknowledged
}

type Act = (visitor: Visitor) => Promise<unknown>

/** As often as it stands here: half reads, half writes, and a bare request among ten. */
const ACTS: readonly Act[] = [
  ...[bare, bare, today, pairings, aPairing, mentorsDay, feed, feed, someTimes],
  ...[offer, offer, pickTime, pickTime, book, book, move, cancel, log, answerByMail],
]
const TICK_PAUSE_MS = 500
const SETTLING_TICKS = 3

/** The same clients in the same order of wishes for the same seed; who comes first is left to the machine. */
export async function runLoad(deployed: DeployedWorker, load: Load): Promise<Loaded> {
  const cast = await openLoadCast(deployed)
  const acknowledged = nothingAcknowledged()
  const shared = { deployed, cast, acknowledged, board: new Map() }
  const alone: Timed[] = []
  const together: Timed[] = []

  const first = visitor(shared, chanceOf(load.seed, 'alone'), (timed) => void alone.push(timed))
  for (let round = 0; round < load.aloneRounds; round += 1) for (const act of ACTS) await act(first)

  const began = performance.now()
  const spent = processorTimeOfRuntime()
  const isOver = () => together.length >= load.requests || performance.now() - began >= load.seconds * 1000
  const note = (timed: Timed) => void together.push(timed)
  const clients = Array.from({ length: load.clients }, async (_, index) => {
    const chance = chanceOf(load.seed, `client ${index}`)
    await actUntil(isOver, visitor(shared, chance, note), chance)
  })
  const ticking = tickUntil(deployed, isOver)
  await Promise.all(clients)
  const seconds = (performance.now() - began) / 1000
  const ticks = await ticking
  const used = spent()
  const processorSeconds = used === null ? null : used / 1_000_000
  return { alone, together, seconds, ticks, processorSeconds, cast, acknowledged }
}

async function actUntil(isOver: () => boolean, client: Visitor, chance: Chance): Promise<void> {
  while (!isOver()) await pick(chance, ACTS)?.(client)
}

async function someTimes(client: Visitor): Promise<void> {
  await freeTime(client, pick(client.chance, client.cast.pairings)?.id ?? '')
}

async function tickUntil(deployed: DeployedWorker, isOver: () => boolean): Promise<number> {
  let ticks = 0
  for (; !isOver(); ticks += 1) {
    await tick(deployed)
    await new Promise((resolve) => setTimeout(resolve, TICK_PAUSE_MS))
  }
  return ticks
}

/** What the last requests left to the clock. */
export async function settle(deployed: DeployedWorker): Promise<void> {
  for (let ticks = 0; ticks < SETTLING_TICKS; ticks += 1) await tick(deployed)
}

async function tick(deployed: DeployedWorker): Promise<void> {
  const query = new URLSearchParams({ cron: '* * * * *', time: String(Date.now()) })
  const answer = await fetch(`${deployed.origin}/cdn-cgi/local/scheduled?${query.toString()}`)
  if (!answer.ok) throw new Error(`The tick failed: ${answer.status}`)
}
