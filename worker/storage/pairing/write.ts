import { eq, sql } from 'drizzle-orm'

import { events, pairings } from '../../../schema/index.ts'
import type { PairingStep, WishStep } from '../../domain/decision.ts'
import type { Database, Statement } from '../../platform.ts'
import { changedColumns } from '../changed-columns.ts'
import { copyCommitment } from '../session/outcome.ts'
import { carryPause, deleteWish, putWish } from './wish.ts'

/** The row, the event of the step, and what a new pairing takes over from the one it follows. */
export function pairingStatements(
  db: Database,
  { before, after, event, follows }: PairingStep,
): readonly Statement[] {
  const { id, version } = after
  const carried = follows && { follows: follows.id, lastMet: follows.lastMet }
  return [
    before
      ? db.update(pairings).set(changedColumns(before, after)).where(eq(pairings.id, id))
      : db.insert(pairings).values({ ...after, ...carried, createdAt: event.at }),
    db.insert(events).values({ subject: id, version, ...event }),
    ...(follows
      ? [carryPause(db, follows.id, id), copyCommitment(db, follows.id, id, follows.commitmentId)]
      : []),
  ]
}

/** Many new pairings, none of which follows another: two statements, since an invocation may ask a thousand things. */
export function newPairingStatements(db: Database, steps: readonly PairingStep[]): readonly Statement[] {
  if (steps.length === 0) return []
  const made = JSON.stringify(steps.map(({ after, event }) => ({ ...after, at: event.at })))
  const happened = JSON.stringify(
    steps.map(({ after, event }) => ({ subject: after.id, version: after.version, ...event })),
  )
  const field = (path: string) => sql`value ->> ${sql.raw(`'$.${path}'`)}`
  const whole = (path: string) => sql`nullif(value -> ${sql.raw(`'$.${path}'`)}, 'null')`
  return [
    db.insert(pairings).select(sql`
      SELECT ${field('id')}, ${field('programmeId')}, ${field('mentorId')}, ${field('executiveId')}, ${field('kind')},
        ${field('status')}, ${whole('place')}, NULL, ${field('at')}, NULL, NULL, ${field('version')}, ${field('aim')},
        ${field('trackId')}, ${whole('track')}
      FROM json_each(${made})`),
    db.insert(events).select(sql`
      SELECT ${field('subject')}, ${field('version')}, ${field('at')}, ${field('actorId')}, ${field('door')},
        ${field('code')}, ${whole('detail')}
      FROM json_each(${happened})`),
  ]
}

export function wishStatement(db: Database, { pairingId, kind, made }: WishStep): Statement {
  return made ? putWish(db, { pairingId, kind, ...made }) : deleteWish(db, pairingId, kind)
}
