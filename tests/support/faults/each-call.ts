import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'

import type { Platform } from '../../../worker/platform.ts'
import { type Fault, wrapped } from '../lossy-database.ts'

/** What an act came to: what it returned, or that it threw. */
export type Outcome<Answer> = { readonly answer: Answer } | { readonly threw: true }

export type Run<Answer> = {
  readonly outcome: Outcome<Answer>
  /** Each call of the database in order, and whether it writes. */
  readonly calls: readonly { readonly isWrite: boolean }[]
  /** How many of those that write were carried out. */
  readonly written: number
}

/** Something that is done with a database; each time it is called it is done once more, by somebody who repeats it. */
export type Act<Answer> = (platform: Platform) => Promise<Answer>

/** What a lost call says, and nobody may read outside. */
export const CANARY = 'Canary 4711'

/** By what the database says it could not answer; an error that nobody knows. */
const ERRORS = {
  before: () => new Error(`D1_ERROR: Network connection lost. (${CANARY})`),
  after: () => new Error(`D1_ERROR: ${CANARY}: SELECT email FROM people`),
} as const

/** Does it once, with this fault or none. */
export async function run<Answer>(
  platform: Platform,
  act: Act<Answer>,
  fault: Fault | null = null,
): Promise<Run<Answer>> {
  const calls: { readonly isWrite: boolean }[] = []
  let written = 0
  const database = wrapped(env.DB, async (call, isWrite) => {
    calls.push({ isWrite })
    const isLost = calls.length === fault?.call
    if (fault && isLost && fault.when === 'before') throw ERRORS.before()
    const result = await call()
    if (isWrite) written += 1
    if (isLost) throw ERRORS.after()
    return result
  })
  const outcome = await settled(act({ ...platform, db: drizzle(database) }))
  return { outcome, calls, written }
}

async function settled<Answer>(promise: Promise<Answer>): Promise<Outcome<Answer>> {
  try {
    return { answer: await promise }
  } catch {
    return { threw: true }
  }
}

/** So many of a long act's calls are lost, evenly spread; with `LONG=yes` each of them. */
const MOST_FAULTS = env.LONG ? Infinity : 12

export function spread(faults: readonly Fault[]): readonly Fault[] {
  const step = Math.max(1, faults.length / MOST_FAULTS)
  return faults.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
}

/** Each call that can be lost. One that only reads is lost before it or after it: for the database that is the same. */
export function faultsOf({ calls }: Pick<Run<unknown>, 'calls'>): readonly Fault[] {
  return calls.flatMap(({ isWrite }, index) => {
    const call = index + 1
    const either: Fault = { call, when: index % 2 === 0 ? 'before' : 'after' }
    return isWrite
      ? [
          { call, when: 'before' },
          { call, when: 'after' },
        ]
      : [either]
  })
}
