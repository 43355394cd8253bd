import type { PersonId } from '../../worker/domain/ids.ts'
import type { Erased, Tombstone } from '../../worker/domain/people/tombstone.ts'
import type { Refusal } from '../../worker/domain/refusals.ts'
import type { Result } from '../../worker/domain/result.ts'

/** What the command does on a local database, in a file of its own: it sees the Worker's globals. */
export type Local = {
  readonly erase: (env: unknown, testNow: string, id: PersonId) => Promise<Result<Erased, Refusal>>
  readonly again: (env: unknown, testNow: string, tombstones: readonly Tombstone[]) => Promise<number>
  readonly list: (env: unknown, testNow: string) => Promise<readonly Tombstone[]>
}
