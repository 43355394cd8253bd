import { and, eq, ne } from 'drizzle-orm'

import { offers, options } from '../../../schema/index.ts'
import type { Offer, Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { changedColumns } from '../changed-columns.ts'

/** Supersedes an older open offer first: a session has one at most. A new id must not exist already. */
export function offerStatements(
  db: Platform['db'],
  { id: sessionId }: Session,
  offer: Offer,
  before: Offer | null,
) {
  const { id } = offer
  const isNew = id !== before?.id
  const known = isNew ? [] : (before?.options ?? [])
  return [
    ...(isNew
      ? [
          db
            .update(offers)
            .set({ status: 'superseded' })
            .where(and(eq(offers.sessionId, sessionId), eq(offers.status, 'open'), ne(offers.id, id))),
        ]
      : []),
    isNew || !before
      ? db.insert(offers).values({ ...toRow(offer), sessionId })
      : db
          .update(offers)
          .set(changedColumns(toRow(before), toRow(offer)))
          .where(eq(offers.id, id)),
    ...droppedOptions(db, known, offer),
    ...offer.options
      .filter((option) => !known.some((each) => each.id === option.id))
      .map(({ start, end, ...option }) =>
        db
          .insert(options)
          .values({ ...option, startsAt: start, endsAt: end, offerId: id })
          .onConflictDoNothing(),
      ),
  ]
}

/** Times that are not offered any more. */
function droppedOptions(db: Platform['db'], known: Offer['options'], offer: Offer) {
  const dropped = known.filter(({ id }) => !offer.options.some((each) => each.id === id))
  return dropped.map(({ id }) => db.delete(options).where(eq(options.id, id)))
}

function toRow({ options: _, answer, ...columns }: Offer) {
  return {
    ...columns,
    answeredOption: answer?.optionId ?? null,
    answeredBy: answer?.byId ?? null,
    answeredVia: answer?.via ?? null,
    answeredAt: answer?.at ?? null,
  }
}
