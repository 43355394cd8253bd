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
  const gone = known.filter((option) => !offer.options.some((each) => each.id === option.id))
  return [
    ...(isNew
      ? [
          db
            .update(offers)
            .set({ status: 'superseded' })
            .where(and(eq(offers.sessionId, sessionId), eq(offers.status, 'open'), ne(offers.id, id))),
        ]
      : []),
    ...(isNew || !before
      ? [db.insert(offers).values({ ...toRow(offer), sessionId })]
      : changeOffer(db, offer, before)),
    ...offer.options
      .filter((option) => !known.some((each) => each.id === option.id))
      .map(({ start, end, until, ...option }) =>
        db
          .insert(options)
          .values({ ...option, startsAt: start, endsAt: end, untilAt: until, offerId: id })
          .onConflictDoNothing(),
      ),
    ...gone.map((option) => db.delete(options).where(eq(options.id, option.id))),
    ...offer.options
      .filter(({ id: optionId, until, dropped }) =>
        known.some((each) => each.id === optionId && (each.until !== until || each.dropped !== dropped)),
      )
      .map(({ id: optionId, until, dropped }) =>
        db.update(options).set({ untilAt: until, dropped }).where(eq(options.id, optionId)),
      ),
  ]
}

/** No statement if only its options have changed. */
function changeOffer(db: Platform['db'], offer: Offer, before: Offer) {
  const changed = changedColumns(toRow(before), toRow(offer))
  return Object.keys(changed).length === 0
    ? []
    : [db.update(offers).set(changed).where(eq(offers.id, offer.id))]
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
