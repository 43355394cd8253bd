import { and, eq, ne, type SQL, sql } from 'drizzle-orm'

import { pairings } from '../../../schema/index.ts'
import type { PairingId, ProgrammeId } from '../../domain/ids.ts'
import type { Format } from '../../domain/path/format.ts'
import { CLOSING_TALK, FIRST_MEETING, type StandardFormat } from '../../domain/path/house.ts'
import type { PathReading, PathStep } from '../../domain/path/path.ts'
import { EVIDENCES } from '../../domain/path/stage.ts'
import type { PairingTrack } from '../../domain/path/track.ts'
import type { Evidence } from '../../domain/session/outcome.ts'
import type { Database } from '../../platform.ts'
import { hasStages } from '../programme/switches.ts'
import { selectFormats, toFormat } from './format.ts'

/** The sessions of a pairing's executive that took place, or should have: the condition of the index sessions_of_path. */
const OF_PATH = sql`executive_id = pairings.executive_id AND programme_id = pairings.programme_id
  AND (status IN ('happened', 'cut-short') OR passed = 1)`

/** The formats that were used, one look into the index for each: a long history costs no more. */
const USED = sql`WITH RECURSIVE used (format_id) AS (
  SELECT (SELECT format_id FROM sessions WHERE ${OF_PATH} AND format_id IS NOT NULL ORDER BY format_id LIMIT 1)
  UNION ALL
  SELECT (SELECT format_id FROM sessions WHERE ${OF_PATH} AND format_id > used.format_id ORDER BY format_id LIMIT 1)
  FROM used WHERE used.format_id IS NOT NULL)`

const STEPS = sql`(${USED} SELECT json_group_array(json_object('sessionId', held.id, 'formatId', held.format_id,
    'at', held.starts_at, 'wasCutShort', json(iif(held.status = 'cut-short', 'true', 'false')),
    'done', (SELECT done FROM commitments WHERE session_id = held.id AND replaced = 0 ORDER BY made_at DESC, rowid DESC LIMIT 1)))
  FROM used JOIN sessions AS held ON held.id IN (
    SELECT id FROM sessions WHERE ${OF_PATH} AND format_id = used.format_id ORDER BY starts_at DESC LIMIT 2))`

const HAS_STAGES = hasStages(sql`pairings.programme_id`)

const ACTS = sql`(SELECT json_group_array(acts.value) FROM json_each(${JSON.stringify(EVIDENCES)}) AS acts
  WHERE ${HAS_STAGES} AND EXISTS (
    SELECT 1 FROM outcomes JOIN sessions ON sessions.id = outcomes.session_id
    WHERE outcomes.executive_id = pairings.executive_id AND evidence = acts.value AND replaced = 0
      AND sessions.programme_id = pairings.programme_id))`

/** The pairing's own copy; before it has one, the programme's track. */
const TRACK = sql`coalesce(pairings.track, (
  SELECT json_object('id', id, 'title', json_object('standard', standard, 'name', name), 'steps', json(steps))
  FROM tracks WHERE tracks.id = pairings.track_id))`

const formatNamed = (standard: StandardFormat) =>
  sql`(SELECT id FROM formats WHERE programme_id = pairings.programme_id AND standard = ${standard})`

/** Whether the two had their closing talk, for a row of `pairings`: it ends their pairing, and no other of the executive. */
export const HAS_CLOSED = sql<0 | 1>`EXISTS (SELECT 1 FROM sessions WHERE ${OF_PATH}
  AND format_id = ${formatNamed(CLOSING_TALK)} AND pairing_id = pairings.id)`

/** Whether the executive has met anybody, or will begin with somebody else: the first meeting comes once. */
const HAS_MET = sql<0 | 1>`(EXISTS (SELECT 1 FROM sessions WHERE ${OF_PATH}) OR EXISTS (
  SELECT 1 FROM pairings AS others JOIN sessions ON sessions.pairing_id = others.id
    AND sessions.status IN ('offered', 'fixed') AND sessions.passed = 0
  WHERE others.executive_id = pairings.executive_id AND others.programme_id = pairings.programme_id
    AND others.status <> 'ended' AND others.id <> pairings.id AND sessions.status = 'fixed'
    AND sessions.format_id = ${formatNamed(FIRST_MEETING)}))`

type Read = {
  readonly hasStages: 0 | 1
  readonly acts: readonly Evidence[]
  readonly hasMet: 0 | 1
  readonly hasClosed: 0 | 1
  readonly steps: readonly PathStep[]
  readonly track: PairingTrack | null
}

/** How far the executive of a row of `pairings` has come, as a column. */
export const PATH: SQL<PathReading> =
  sql<PathReading>`json_object('hasStages', ${HAS_STAGES}, 'acts', json(${ACTS}),
  'hasMet', ${HAS_MET}, 'hasClosed', ${HAS_CLOSED}, 'steps', json(${STEPS}), 'track', json(${TRACK}))`.mapWith(
    (text: string) => toPath(JSON.parse(text)),
  )

function toPath({ hasStages: keeps, hasMet, hasClosed, ...read }: Read): PathReading {
  return { ...read, hasStages: keeps === 1, hasMet: hasMet === 1, hasClosed: hasClosed === 1 }
}

export type ProgrammePaths = {
  readonly formats: readonly Format[]
  readonly paths: ReadonlyMap<PairingId, PathReading>
}

/** The formats of a programme that can come, and the path of each pairing that has not ended, in one call. */
export async function findProgrammePaths(db: Database, programmeId: ProgrammeId): Promise<ProgrammePaths> {
  const [formatRows, pathRows] = await db.batch([
    selectFormats(db, sql`${programmeId}`),
    db
      .select({ id: pairings.id, path: PATH })
      .from(pairings)
      .where(and(eq(pairings.programmeId, programmeId), ne(pairings.status, 'ended'))),
  ])
  return {
    formats: formatRows.map(toFormat),
    paths: new Map(pathRows.map(({ id, path }) => [id, path])),
  }
}
