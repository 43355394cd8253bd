import type { ImportId, PersonId, ProgrammeId } from '../ids.ts'
import type { Instant } from '../time/time.ts'
import type { Counts } from './counts.ts'
import type { ImportFile } from './file.ts'

/** A file without its lines. */
export type KeptFile = Pick<ImportFile, 'kind' | 'name' | 'columns'>

export type KeptImport = {
  readonly id: ImportId
  readonly programmeId: ProgrammeId
  readonly madeBy: PersonId
  readonly madeAt: Instant
  /** Without lines once it is confirmed. */
  readonly files: readonly ImportFile[]
  readonly confirmed: { readonly at: Instant; readonly counts: Counts } | null
}

/** An import that is done: of its lines only the counts stay. */
export type ConfirmedImport = Pick<KeptImport, 'id'> & {
  readonly files: readonly KeptFile[]
  readonly at: Instant
  readonly counts: Counts
}
