import { and, eq, ne } from 'drizzle-orm'

import { offers, options } from '../../../schema/index.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'

/** Supersedes an older open offer first: a session has one at most. A new id must not exist already. */
export function offerStatements(
  db: Platform['db'],
  { id: sessionId }: Session,
  offer: NonNullable<Session['offer']>,
  isNew: boolean,
) {
  const { id, options: all, answer, ...columns } = offer
  const row = {
    ...columns,
    answeredOption: answer?.optionId ?? null,
    answeredBy: answer?.byId ?? null,
    answeredVia: answer?.via ?? null,
    answeredAt: answer?.at ?? null,
  }
  return [
    db
      .update(offers)
      .set({ status: 'superseded' })
      .where(and(eq(offers.sessionId, sessionId), eq(offers.status, 'open'), ne(offers.id, offer.id))),
    isNew
      ? db.insert(offers).values({ id, ...row, sessionId })
      : db.update(offers).set(row).where(eq(offers.id, id)),
    ...all.map(({ start, end, ...option }) =>
      db
        .insert(options)
        .values({ ...option, startsAt: start, endsAt: end, offerId: offer.id })
        .onConflictDoNothing(),
    ),
  ]
}
