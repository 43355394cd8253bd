import { and, eq, gt, isNotNull, or, type SQL, sql } from 'drizzle-orm'

import { importRows, imports } from '../../../schema/index.ts'
import { KEPT_MS } from '../../domain/clock/retention.ts'
import type { ImportId } from '../../domain/ids.ts'
import type { ConfirmedImport, KeptImport } from '../../domain/import/kept.ts'
import { before, type Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { insertFrom, writeMany } from '../many.ts'

/** An import with its lines as they were written; null if there is none, or if it was too long ago. */
export async function findImport(db: Database, id: ImportId, now: Instant): Promise<KeptImport | null> {
  const isKept = or(isNotNull(imports.confirmedAt), gt(imports.madeAt, before(now, KEPT_MS.imports)))
  const [[row], lines] = await db.batch([
    db
      .select()
      .from(imports)
      .where(and(eq(imports.id, id), isKept)),
    db.select().from(importRows).where(eq(importRows.importId, id)).orderBy(importRows.file, importRows.line),
  ])
  if (!row) return null
  const { files, confirmedAt, counts, ...kept } = row
  const linesOf = Map.groupBy(lines, ({ file }) => file)
  return {
    ...kept,
    files: files.map((file, index) => ({
      ...file,
      lines: (linesOf.get(index) ?? []).map(({ line, cells, fault }) => ({ line, cells, fault })),
    })),
    confirmed: confirmedAt !== null && counts !== null ? { at: confirmedAt, counts } : null,
  }
}

/** A row for each line, many in one statement. */
export function insertImport(
  db: Database,
  { id, programmeId, madeBy, madeAt, files }: KeptImport,
): readonly Statement[] {
  const lines = files.flatMap((each, file) =>
    each.lines.map(({ line, cells, fault }) => ({ importId: id, file, line, cells, fault })),
  )
  const kept = files.map(({ lines: _, ...file }) => file)
  return [
    db.insert(imports).values({ id, programmeId, madeBy, madeAt, files: kept }),
    ...writeMany(lines, (rows) => insertFrom(db, importRows, rows)),
  ]
}

/** From now on only the counts are there. */
export function confirmStatements(
  db: Database,
  { id, files, at: confirmedAt, counts }: ConfirmedImport,
): readonly Statement[] {
  return [
    db.update(imports).set({ files, confirmedAt, counts }).where(eq(imports.id, id)),
    db.delete(importRows).where(eq(importRows.importId, id)),
  ]
}

/** Deletes what was not confirmed within a day: the lines first, which may be many, then their file. Slices. */
export function dropOldImports(now: Instant, limit: number): readonly SQL[] {
  const isOld = sql`confirmed_at IS NULL AND made_at <= ${before(now, KEPT_MS.imports)}`
  return [
    sql`DELETE FROM import_rows WHERE (import_id, file, line) IN (
      SELECT import_id, file, line FROM import_rows
      WHERE import_id IN (SELECT id FROM imports WHERE ${isOld}) LIMIT ${limit})`,
    sql`DELETE FROM imports WHERE id IN (
      SELECT id FROM imports WHERE ${isOld}
        AND NOT EXISTS (SELECT 1 FROM import_rows WHERE import_id = imports.id) LIMIT ${limit})`,
  ]
}
