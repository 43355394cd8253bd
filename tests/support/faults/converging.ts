import { expect } from 'vitest'

import type { Platform } from '../../../worker/platform.ts'
import { findBroken } from '../fsck.ts'
import type { Fault } from '../lossy-database.ts'
import { type Act, faultsOf, type Outcome, run, spread } from './each-call.ts'
import { changesSince, differenceOf, linesOf, restore, type Snapshot } from './snapshot.ts'

/** How an act is tried. */
export type Trial<Answer> = {
  readonly act: Act<Answer>
  /** What a lost call may be told as. */
  readonly expectLost: (outcome: Outcome<Answer>, fault: Fault) => void
  /** What the repetition is told, after the act was done already. */
  readonly expectRepeated?: (outcome: Outcome<Answer>, healthy: Outcome<Answer>) => void
  /** Written in several batches: between two of them a part is there, and the repetition does the rest. */
  readonly isInSteps?: boolean
  /**
   * What a repetition leaves: the same to the letter; `set`, the same values in a next version, with an event more; `anew`,
   * one more of what was asked for.
   */
  readonly again?: 'same' | 'set' | 'anew'
  /** What stands between the fault and the repetition, such as the time that a lease takes. */
  readonly pass?: () => Promise<void>
  /** Loses only calls that write. */
  readonly onlyWrites?: boolean | undefined
  /** Where there may be nothing to do. */
  readonly mayBeIdle?: boolean
  /** Tables in which a repetition may leave a trace of itself. */
  readonly without?: readonly string[]
}

/** What counts that something was written, and what that leads to. */
const VERSIONED = ['events', 'diaries', 'timers'] as const

function withoutVersion(line: string): string {
  return line.replaceAll(/"version":\d+/g, '"version":…')
}

/** What is asked anew may be the next revision of an entry. */
function withoutRevision(line: string): string {
  return withoutVersion(line).replaceAll(/"sequence":\d+/g, '"sequence":…')
}

/** The number of requests is counted, also of those that failed; who looked is noted each time; a form is kept for whoever typed it. */
export const TRACES = ['counters', 'access_log', 'kept_forms'] as const

/**
 * Loses each call of the act in turn, before and after it took effect: all of it is stored or nothing, no rule of the
 * data is broken, and the same act again leaves what it leaves where nothing fails. Returns how often it was tried.
 */
export async function expectConverging<Answer>(
  platform: Platform,
  base: Snapshot,
  {
    act,
    expectLost,
    expectRepeated,
    isInSteps = false,
    again = 'same',
    pass,
    onlyWrites = false,
    mayBeIdle = false,
    without = TRACES,
  }: Trial<Answer>,
): Promise<number> {
  const now = async () => {
    const changes = await changesSince(base)
    const lines = linesOf(base, changes, again === 'same' ? without : [...without, ...VERSIONED])
    if (again === 'same') return { changes, lines }
    return { changes, lines: lines.map(again === 'anew' ? withoutRevision : withoutVersion) }
  }
  const healthy = await run(platform, act)
  const whole = await now()
  expect(await findBroken(), 'without a fault').toEqual([])
  await restore(base, whole.changes)
  if (!mayBeIdle) expect(whole.lines.length, 'without a fault something is written').toBeGreaterThan(0)

  const all = faultsOf(healthy).filter(({ call }) => !onlyWrites || healthy.calls[call - 1]?.isWrite)
  const faults = spread(all)
  for (const fault of faults) {
    const where = `call ${fault.call} of ${healthy.calls.length} lost ${fault.when} it took effect`
    const failed = await run(platform, act, fault)
    expectLost(failed.outcome, fault)
    if (failed.written === 0) continue

    const part = await now()
    if (!isInSteps && part.lines.length > 0) expect(differenceOf(part.lines, whole.lines), where).toEqual([])
    expect(await findBroken(), where).toEqual([])
    await pass?.()
    const repeated = await run(platform, act)
    expectRepeated?.(repeated.outcome, healthy.outcome)
    const after = await now()
    const differences = differenceOf(after.lines, whole.lines)
    expect(
      differences.filter((line) => again !== 'anew' || line.startsWith('missing')),
      `repeated after ${where}`,
    ).toEqual([])
    expect(await findBroken(), `repeated after ${where}`).toEqual([])
    await restore(base, after.changes)
  }
  expect((await now()).lines, 'what was lost before it took effect').toEqual([])
  return faults.length
}
