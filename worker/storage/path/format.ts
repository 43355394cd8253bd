import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/sqlite-core'

import { formats } from '../../../schema/index.ts'
import type { FormatId, ProgrammeId } from '../../domain/ids.ts'
import { completeWords, type Format, type OwnWords } from '../../domain/path/format.ts'
import { CLOSING_TALK } from '../../domain/path/house.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { changedColumns } from '../changed-columns.ts'

type Row = typeof formats.$inferSelect

/** The formats that are not archived, plus those that `also` selects, in the order of the list. */
/**
 * The formats of a programme that can come: those that are not archived, and the closing talk, with which a path ends all
 * the same. `also`: a query of ids that count as well. One search for each of the two: an OR would read all programmes.
 */
export function selectFormats(db: Database, programme: SQL, also: SQL | null = null) {
  const ofProgramme = sql`${formats.programmeId} = ${programme}`
  const closing = sql`SELECT id FROM formats WHERE programme_id = ${programme} AND standard = ${CLOSING_TALK}
    AND archived_at IS NOT NULL`
  const ids = also ? sql`${closing} UNION ${also}` : closing
  const living = db
    .select()
    .from(formats)
    .where(and(ofProgramme, isNull(formats.archivedAt)))
  const putAway = db
    .select()
    .from(formats)
    .where(and(sql`${formats.id} IN (${ids})`, isNotNull(formats.archivedAt)))
  return unionAll(living, putAway).orderBy(formats.position, formats.id)
}

export function toFormat({ words, standard, archivedAt, madeAt: _, ...row }: Row): Format {
  return { ...row, standard, words: wordsOf(words, standard), isArchived: archivedAt !== null }
}

/** The table's CHECK refuses a row without either. */
function wordsOf(words: OwnWords | null, standard: Format['standard']): Format['words'] {
  if (words) return completeWords(words)
  return standard ? { standard } : completeWords({})
}

/** The programme's formats that are not archived. */
export async function listFormats(db: Database, programmeId: ProgrammeId): Promise<readonly Format[]> {
  const rows = await db
    .select()
    .from(formats)
    .where(and(eq(formats.programmeId, programmeId), isNull(formats.archivedAt)))
    .orderBy(formats.position, formats.id)
  return rows.map(toFormat)
}

/** All formats, the archived ones last. */
export async function listAllFormats(db: Database, programmeId: ProgrammeId): Promise<readonly Format[]> {
  const rows = await db
    .select()
    .from(formats)
    .where(eq(formats.programmeId, programmeId))
    .orderBy(sql`${formats.archivedAt} IS NOT NULL`, formats.position, formats.id)
  return rows.map(toFormat)
}

export async function findFormat(db: Database, id: FormatId): Promise<Format | null> {
  const [row] = await db.select().from(formats).where(eq(formats.id, id))
  return row ? toFormat(row) : null
}

/** The statement for a new or changed format; none if nothing differs. */
export function formatStatement(
  db: Database,
  { before, after }: { readonly before: Format | null; readonly after: Format },
  at: Instant,
): readonly Statement[] {
  const row = toRow(after, at)
  if (!before) return [db.insert(formats).values({ ...row, madeAt: at })]
  const changed = changedColumns(toRow(before, at), row)
  return Object.keys(changed).length > 0
    ? [db.update(formats).set(changed).where(eq(formats.id, after.id))]
    : []
}

function toRow({ words, isArchived, ...row }: Format, at: Instant) {
  return { ...row, words: ownOf(words), archivedAt: isArchived ? at : null }
}

function ownOf(words: Format['words']): OwnWords | null {
  return 'standard' in words ? null : words
}
