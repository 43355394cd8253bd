import type { Refusal } from '../domain/refusals.ts'
import type { Result } from '../domain/result.ts'
import { isConflict } from '../storage/batch.ts'

/** Reads and writes again where somebody else was first, three times at most. */
export async function retryOnConflict<Value>(
  attempt: () => Promise<Result<Value, Refusal>>,
  left = 3,
): Promise<Result<Value, Refusal>> {
  const result = await attempt()
  if (result.ok || left <= 1 || !isConflict(result.refusal)) return result
  return retryOnConflict(attempt, left - 1)
}
