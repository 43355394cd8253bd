import { and, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'

import { importRows, imports } from '../../../schema/index.ts'
import { KEPT_MS } from '../../domain/clock/retention.ts'
import type { ImportId } from '../../domain/ids.ts'
import type { ConfirmedImport, KeptImport } from '../../domain/import/kept.ts'
import { before, type Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { inOneBatch } from '../batch.ts'
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

/** Deletes what was not confirmed within a day. Returns how many imports that were. */
export async function dropOldImports(db: Database, now: Instant): Promise<number> {
  const isOld = and(isNull(imports.confirmedAt), lte(imports.madeAt, before(now, KEPT_MS.imports)))
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(imports)
    .where(isOld)
  if (!row?.count) return 0
  const old = db.select({ id: imports.id }).from(imports).where(isOld)
  await inOneBatch(db, [
    db.delete(importRows).where(inArray(importRows.importId, old)),
    db.delete(imports).where(isOld),
  ])
  return row.count
}
