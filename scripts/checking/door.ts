import type { Finding } from '../../worker/domain/fsck/check.ts'

/** What the command does on a local database, in a file of its own: it sees the Worker's globals. */
export type Local = { readonly check: (env: unknown, testNow: string) => Promise<readonly Finding[]> }
