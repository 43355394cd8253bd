import type { App } from '../context.ts'
import { deskCalendar } from './calendar.tsx'
import { deskPages } from './desk.tsx'
import { deskOfferActs } from './offer.ts'
import { deskSessionPages } from './session.tsx'
import { deskTimes } from './times.ts'

/** An assistant's desk: the executives she answers for, and time only. */
export function assistantRoutes(app: App): void {
  deskPages(app)
  deskSessionPages(app)
  deskOfferActs(app)
  deskTimes(app)
  deskCalendar(app)
}
