import { eq } from 'drizzle-orm'

import { events, pairings } from '../../../schema/index.ts'
import type { PairingStep, WishStep } from '../../domain/decision.ts'
import type { Database, Statement } from '../../platform.ts'
import { changedColumns } from '../changed-columns.ts'
import { insertManyEvents } from '../events.ts'
import { insertFrom, MANY, writeMany } from '../many.ts'
import { copyCommitment } from '../session/outcome.ts'
import { carryPause, deleteWish, putWish } from './wish.ts'

/** The steps of a decision; many new ones at once. */
export function pairingsStatements(db: Database, steps: readonly PairingStep[]): readonly Statement[] {
  const made = steps.filter(({ before, follows }) => before === null && !follows)
  if (made.length < MANY) return steps.flatMap((each) => pairingStatements(db, each))
  const others = steps.filter((each) => !made.includes(each))
  return [...insertMany(db, made), ...others.flatMap((each) => pairingStatements(db, each))]
}

function insertMany(db: Database, steps: readonly PairingStep[]): readonly Statement[] {
  const made = steps.map(({ after, event: { at: createdAt } }) => ({ ...after, createdAt }))
  const events = steps.map(({ after: { id, version }, event }) => ({ subject: id, version, ...event }))
  return [...writeMany(made, (rows) => insertFrom(db, pairings, rows)), ...insertManyEvents(db, events)]
}

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

export function wishStatement(db: Database, { pairingId, kind, made }: WishStep): Statement {
  return made ? putWish(db, { pairingId, kind, ...made }) : deleteWish(db, pairingId, kind)
}
