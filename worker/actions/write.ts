import { type By, type Decision, NO_CHANGE } from '../domain/decision.ts'
import type { ProgrammeId, SessionId } from '../domain/ids.ts'
import type { Refusal } from '../domain/refusals.ts'
import { accept, refuse, type Result } from '../domain/result.ts'
import type { Platform } from '../platform.ts'
import { isConflict } from '../storage/batch.ts'
import { commit } from '../storage/commit.ts'
import { type EarlierUse, type IdempotencyKey, idempotencyKeyOf } from '../storage/idempotency.ts'

/** What is to be committed, and what there is once it was. */
export type Decided<Value> = { readonly decision: Decision; readonly value: Value }

/** A rule's answer with what there is after it; a rule that has nothing to do leaves `value` as it is. */
export function decided<Value>(
  decision: Result<Decision, Refusal>,
  valueOf: (decision: Decision) => Value,
): Result<Decided<Value>, Refusal> {
  return decision.ok ? accept({ decision: decision.value, value: valueOf(decision.value) }) : decision
}

/**
 * Every write of the application: reads and decides, then commits what happened, what is now and who must hear in one
 * batch. Where somebody else was first it reads and decides again, three times at most.
 */
export async function decideAndCommit<Value>(
  platform: Platform,
  decide: () => Promise<Result<Decided<Value>, Refusal>>,
): Promise<Result<Value, Refusal>> {
  return retryOnConflict(async () => {
    const made = await decide()
    return made.ok ? committed(platform, made.value, null) : made
  })
}

/** What a decision reads comes with what the client's id was used for before, so that both take one call. */
type Ways<Reading extends { readonly earlier: EarlierUse }, Value> = {
  readonly read: (key: IdempotencyKey) => Promise<Reading>
  /** What stands there now, where the same was asked before. */
  readonly again: (madeSession: SessionId | null, reading: Reading) => Promise<Value | null>
  /** Null where nothing stands there after all. */
  readonly decide: (
    reading: Reading,
  ) => Result<Decided<Value | null>, Refusal> | Promise<Result<Decided<Value | null>, Refusal>>
}

/**
 * The same for what is made under a client's own id, once: the same id and content again answers what stands there
 * now, the same id with other content is refused with `id-taken`.
 */
export async function createIdempotently<Reading extends { readonly earlier: EarlierUse }, Value>(
  platform: Platform,
  wish: { readonly id: string },
  { read, again, decide }: Ways<Reading, Value>,
): Promise<Result<Value, Refusal>> {
  const key = await idempotencyKeyOf(wish.id, wish)
  return retryOnConflict(async () => {
    const reading = await read(key)
    const { earlier } = reading
    if (earlier.kind === 'other') return refuse({ reason: 'id-taken' })
    if (earlier.kind === 'same') return thereOrNot(await again(earlier.made, reading))
    const made = await decide(reading)
    if (!made.ok) return made
    const written = await committed(platform, made.value, key)
    return written.ok ? thereOrNot(written.value) : written
  })
}

function thereOrNot<Value>(value: Value | null): Result<Value, Refusal> {
  return value === null ? refuse({ reason: 'not-found' }) : accept(value)
}

/** Reads and writes again where somebody else was first, three times at most. */
export async function retryOnConflict<Value>(
  attempt: () => Promise<Result<Value, Refusal>>,
  left = 3,
): Promise<Result<Value, Refusal>> {
  const result = await attempt()
  if (result.ok || left <= 1 || !isConflict(result.refusal)) return result
  return retryOnConflict(attempt, left - 1)
}

async function committed<Value>(
  platform: Platform,
  { decision, value }: Decided<Value>,
  key: IdempotencyKey | null,
): Promise<Result<Value, Refusal>> {
  if (decision === NO_CHANGE && key === null) return accept(value)
  const written = await commit(platform, decision, key)
  return written.ok ? accept(value) : written
}

/** Whether somebody may act in this programme; a link or the clock leads to the object itself. */
export function reaches({ reach }: By, programmeId: ProgrammeId): boolean {
  return reach === undefined || reach.includes(programmeId)
}
