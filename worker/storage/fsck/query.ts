import type { CheckName } from '../../domain/fsck/check.ts'
import type { Instant } from '../../domain/time/time.ts'

/**
 * The ids, in a column `id`, of what breaks one invariant at a moment. A text without parameters, so that the Worker, a
 * file of SQLite and the deployed database can be asked the same; the moment is a number, and nothing else goes in.
 */
export type Query = (at: Instant) => string

export type Queries<Name extends CheckName> = Readonly<Record<Name, Query>>
