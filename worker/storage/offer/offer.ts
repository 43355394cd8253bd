import { eq } from 'drizzle-orm'

import { offers, options } from '../../../schema/index.ts'
import type { OfferId } from '../../domain/ids.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Database } from '../../platform.ts'

export type OfferRow = typeof offers.$inferSelect
export type OptionRow = typeof options.$inferSelect

export function toOffer(row: OfferRow, optionRows: readonly OptionRow[]): Session['offer'] {
  const {
    sessionId: _,
    whyNotSuited: _why,
    whySaidBy: _by,
    answeredBy,
    answeredVia,
    answeredAt,
    answeredOption,
    ...offer
  } = row
  return {
    ...offer,
    options: optionRows.map(
      ({ startsAt: start, endsAt: end, untilAt: until, offerId: _offer, ...option }) => ({
        ...option,
        start,
        end,
        until,
      }),
    ),
    answer:
      answeredBy && answeredVia && answeredAt
        ? { optionId: answeredOption, byId: answeredBy, via: answeredVia, at: answeredAt }
        : null,
  }
}

export async function findOffer(db: Database, id: OfferId): Promise<Session['offer']> {
  const [[row], optionRows] = await db.batch([
    db.select().from(offers).where(eq(offers.id, id)),
    db.select().from(options).where(eq(options.offerId, id)).orderBy(options.startsAt),
  ])
  return row ? toOffer(row, optionRows) : null
}
