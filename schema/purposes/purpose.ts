import type { Sight } from '../../worker/domain/people/permission.ts'
import type { Role } from '../../worker/domain/people/person.ts'

/** Whose data a row is. `nobody`: the row says nothing of a person. `outside`: whoever else writes to us. */
export type About = Role | 'everybody' | 'outside' | 'nobody'

/** Why something is kept at all: the activities of the record of processing. */
export type Activity = 'people' | 'dates' | 'learning' | 'mail' | 'access' | 'totals' | 'rights' | 'house'

/** The category of data, as the record of processing names it. */
export type DataKind =
  | 'identity'
  | 'contact'
  | 'work'
  | 'calendar'
  | 'answers'
  | 'learning'
  | 'words'
  | 'mail'
  | 'access'
  | 'totals'
  | 'technical'

/**
 * Who reads it: a row of the table of who sees what; `managers` of the programme; `himself`, whom it is about; `owner`, who
 * runs the installation; `sponsors`, and managers; `nobody`, it only serves the code.
 */
export type ColumnReader = Sight | 'managers' | 'himself' | 'owner' | 'sponsors' | 'nobody'

export type ColumnPurpose = {
  readonly kind: DataKind
  readonly readers: ColumnReader
  readonly purpose: string
}

export type TablePurpose = {
  readonly about: readonly About[]
  readonly activity: Activity
  readonly columns: Readonly<Record<string, ColumnPurpose>>
}

/** What a column is, and what for. */
export function column(kind: DataKind, readers: ColumnReader, purpose: string): ColumnPurpose {
  return { kind, readers, purpose }
}

/** For the code alone: an id, a number of a version, a moment, a state. */
export function technical(purpose: string): ColumnPurpose {
  return column('technical', 'nobody', purpose)
}

export const ID = technical('names the row')
export const OF_PROGRAMME = technical('in which programme')
export const OF_SESSION = technical('of which session')
export const OF_PAIRING = technical('of which pairing')
export const OF_PERSON = technical('whose it is: an id')
export const VERSION = technical('counts changes, so that two writers do not overwrite each other')
