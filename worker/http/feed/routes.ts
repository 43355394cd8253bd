import { deliveryApi } from '../api/deliveries.ts'
import type { App } from '../context.ts'
import { asSeenPages } from '../manager/letter/as-seen.tsx'
import { deliveryPages } from '../manager/letter/deliveries.tsx'
import { receivedPages } from '../manager/mail/received.tsx'
import { placeRoutes } from '../manager/session/place.ts'
import { calendarPagesOfPeople } from './calendars.tsx'
import { feedRoutes } from './feed.ts'

/** Deliveries, received mail, places of sessions, and calendars that others read. */
export function mailRoutes(app: App): void {
  deliveryPages(app)
  asSeenPages(app)
  deliveryApi(app)
  placeRoutes(app)
  feedRoutes(app)
  calendarPagesOfPeople(app)
  receivedPages(app)
}
