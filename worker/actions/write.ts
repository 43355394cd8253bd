import { type By, type Decision, NO_CHANGE } from '../domain/decision.ts'
import type { ProgrammeId, SessionId } from '../domain/ids.ts'
import type { Refusal } from '../domain/refusals.ts'
import { accept, refuse, type Result } from '../domain/result.ts'
import type { Situation } from '../domain/situation.ts'
import type { Platform } from '../platform.ts'
import { isConflict } from '../storage/batch.ts'
import { commit } from '../storage/commit.ts'
import { type EarlierUse, type IdempotencyKey, idempotencyKeyOf } from '../storage/idempotency.ts'

/** A decision, and the value to return after its commit. */
export type DecisionWithValue<Value> = { readonly decision: Decision; readonly value: Value }

/** Adds the value to a rule's decision; a refusal stays as it is. */
export function withValue<Value>(
  decision: Result<Decision, Refusal>,
  valueOf: (decision: Decision) => Value,
): Result<DecisionWithValue<Value>, Refusal> {
  return decision.ok ? accept({ decision: decision.value, value: valueOf(decision.value) }) : decision
}

/** How often a change is tried that collides with other writers, and how long it waits before the second try. */
type Patience = { readonly tries: number; readonly firstPauseMs: number }

/** Somebody waits for the answer. */
const PROMPT: Patience = { tries: 3, firstPauseMs: 0 }

/** Nobody waits: a mail, or the clock. The pauses double, and are six seconds together at most. */
export const PATIENT: Patience = { tries: 8, firstPauseMs: 50 }

/**
 * Every write of the application: reads and decides, then commits in one batch. After a conflict it reads and decides
 * again, as often as `patience` says.
 */
export async function decideAndCommit<Value>(
  platform: Platform,
  decide: () => Promise<Result<DecisionWithValue<Value>, Refusal>>,
  patience: Patience = PROMPT,
): Promise<Result<Value, Refusal>> {
  return retryOnConflict(platform, patience, async () => {
    const decided = await decide()
    return decided.ok ? commitWithValue(platform, decided.value, null) : decided
  })
}

/** `read` returns the earlier use of the idempotency key with the rest, so that both take one call. */
type IdempotentSteps<Reading extends { readonly earlier: EarlierUse }, Value> = {
  readonly read: (key: IdempotencyKey) => Promise<Reading>
  /** Whether what was read is the caller's at all: before anything is said about the key. */
  readonly mayAsk?: (reading: Reading) => boolean
  /** What exists now, if the same request came before. */
  readonly findExisting: (sessionId: SessionId | null) => Promise<Value | null>
  /** The value is null if nothing exists after the decision. */
  readonly decide: (
    reading: Reading,
  ) =>
    | Result<DecisionWithValue<Value | null>, Refusal>
    | Promise<Result<DecisionWithValue<Value | null>, Refusal>>
}

/**
 * `decideAndCommit` under an idempotency key: the same id and content again returns what exists now; the same id with
 * other content is refused with `id-taken`.
 */
export async function createIdempotently<Reading extends { readonly earlier: EarlierUse }, Value>(
  platform: Platform,
  wish: { readonly id: string },
  { read, mayAsk = () => true, findExisting, decide }: IdempotentSteps<Reading, Value>,
): Promise<Result<Value, Refusal>> {
  const key = await idempotencyKeyOf(platform, wish.id, wish)
  return retryOnConflict(platform, PROMPT, async () => {
    const reading = await read(key)
    const { earlier } = reading
    if (!mayAsk(reading)) return refuse({ reason: 'not-found' })
    if (earlier.kind === 'other') return refuse({ reason: 'id-taken' })
    if (earlier.kind === 'same') return orNotFound(await findExisting(earlier.sessionId))
    const decided = await decide(reading)
    if (!decided.ok) return decided
    const written = await commitWithValue(platform, decided.value, key)
    return written.ok ? orNotFound(written.value) : written
  })
}

function orNotFound<Value>(value: Value | null): Result<Value, Refusal> {
  return value === null ? refuse({ reason: 'not-found' }) : accept(value)
}

async function retryOnConflict<Value>(
  platform: Platform,
  { tries, firstPauseMs }: Patience,
  attempt: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  const result = await attempt()
  if (result.ok || tries <= 1 || !isConflict(result.refusal)) return result
  if (firstPauseMs > 0) await pause(platform, firstPauseMs)
  return retryOnConflict(platform, { tries: tries - 1, firstPauseMs: firstPauseMs * 2 }, attempt)
}

/** At random up to `mostMs`, so that those who collided come back one after the other. */
function pause({ random }: Platform, mostMs: number): Promise<void> {
  const [byte = 0] = random(1)
  return new Promise((resolve) => setTimeout(resolve, (mostMs * byte) / 255))
}

async function commitWithValue<Value>(
  platform: Platform,
  { decision, value }: DecisionWithValue<Value>,
  key: IdempotencyKey | null,
): Promise<Result<Value, Refusal>> {
  if (decision === NO_CHANGE && key === null) return accept(value)
  const written = await commit(platform, decision, key)
  return written.ok ? accept(value) : written
}

/** Whether a person may act in this programme. Without `reach` (a link, the clock) the object itself was given. */
export function reaches({ reach }: By, programmeId: ProgrammeId): boolean {
  return reach === undefined || reach.includes(programmeId)
}

/** The same for a reading: what is not in reach looks as if it were not there. */
export function isInReach(situation: Situation | null, by: By): boolean {
  return situation !== null && reaches(by, situation.programme.id)
}
