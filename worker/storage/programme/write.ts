import { eq, sql } from 'drizzle-orm'

import { events, programmes, totals } from '../../../schema/index.ts'
import type { ProgrammeStep } from '../../domain/decision.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Database, Statement } from '../../platform.ts'
import { changedColumns } from '../changed-columns.ts'
import { formatStatement } from '../path/format.ts'
import { trackStatement } from '../path/track.ts'
import { insertMembership } from '../people/membership.ts'
import { touchDiariesOf } from '../slot/diary.ts'

/** The row, the event of the step, and the changes that come with it: formats, tracks, manager, totals. */
export function programmeStatements(db: Database, step: ProgrammeStep): readonly Statement[] {
  const { before, after, event, formats = [], tracks = [], managerId, totals: counted } = step
  const { id, version } = after
  return [
    ...(before
      ? updateRow(db, before, after)
      : [db.insert(programmes).values({ ...after, createdAt: event.at })]),
    db.insert(events).values({ subject: id, version, ...event }),
    ...formats.flatMap((each) => formatStatement(db, each, event.at)),
    ...tracks.flatMap((each) => trackStatement(db, each, event.at)),
    ...(managerId
      ? insertMembership(db, { programmeId: id, personId: managerId, role: 'manager' }, event.at)
      : []),
    ...(counted
      ? [
          db
            .insert(totals)
            .values({ programmeId: id, ...counted })
            .onConflictDoUpdate({ target: totals.programmeId, set: counted }),
        ]
      : []),
  ]
}

/** A change of policy or status raises the version of all diaries, so that open decisions read again. */
function updateRow(db: Database, before: Programme, after: Programme): readonly Statement[] {
  const { version, ...changed } = changedColumns(before, after)
  const changesDiaries = changed.policy !== undefined || changed.status !== undefined
  return [
    db
      .update(programmes)
      .set({ ...changed, version: after.status === 'closed' ? versionIfAllEnded(after) : version })
      .where(eq(programmes.id, after.id)),
    ...(changesDiaries ? [touchDiariesOf(db, after.id)] : []),
  ]
}

/** While a pairing has not ended, the version is 0, and the version guard refuses. */
function versionIfAllEnded({ id, version }: Programme) {
  return sql<number>`iif(
    EXISTS (SELECT 1 FROM pairings WHERE programme_id = ${id} AND status <> 'ended'), 0, ${version})`
}
