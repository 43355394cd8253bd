import { and, eq, isNull, sql } from 'drizzle-orm'

import { tracks } from '../../../schema/index.ts'
import type { ProgrammeId, TrackId } from '../../domain/ids.ts'
import type { Track, TrackName } from '../../domain/path/track.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { changedColumns } from '../changed-columns.ts'

type Row = typeof tracks.$inferSelect

/** The programme's tracks that are not archived. */
export async function listTracks(db: Database, programmeId: ProgrammeId): Promise<readonly Track[]> {
  const rows = await db
    .select()
    .from(tracks)
    .where(and(eq(tracks.programmeId, programmeId), isNull(tracks.archivedAt)))
    .orderBy(tracks.position, tracks.id)
  return rows.map(toTrack)
}

/** All tracks, the archived ones last. */
export async function listAllTracks(db: Database, programmeId: ProgrammeId): Promise<readonly Track[]> {
  const rows = await db
    .select()
    .from(tracks)
    .where(eq(tracks.programmeId, programmeId))
    .orderBy(sql`${tracks.archivedAt} IS NOT NULL`, tracks.position, tracks.id)
  return rows.map(toTrack)
}

export async function findTrack(db: Database, id: TrackId): Promise<Track | null> {
  const [row] = await db.select().from(tracks).where(eq(tracks.id, id))
  return row ? toTrack(row) : null
}

/** The statement for a new or changed track; none if nothing differs. */
export function trackStatement(
  db: Database,
  { before, after }: { readonly before: Track | null; readonly after: Track },
  at: Instant,
): readonly Statement[] {
  const row = toRow(after, at)
  if (!before) return [db.insert(tracks).values({ ...row, madeAt: at })]
  const changed = changedColumns(toRow(before, at), row)
  return Object.keys(changed).length > 0
    ? [db.update(tracks).set(changed).where(eq(tracks.id, after.id))]
    : []
}

function toTrack({ id, programmeId, position, standard, name, steps, archivedAt }: Row): Track {
  const isArchived = archivedAt !== null
  return { id, programmeId, position, title: titleOf(standard, name), steps, isArchived }
}

/** The table's CHECK refuses a row without either. */
function titleOf(standard: Row['standard'], name: string | null): TrackName {
  return name === null && standard ? { standard, name } : { standard, name: name ?? '' }
}

function toRow({ title, isArchived, ...row }: Track, at: Instant) {
  return { ...row, ...title, archivedAt: isArchived ? at : null }
}
