import { deliveryApi } from '../api/deliveries.ts'
import type { App } from '../context.ts'
import { deliveryPages } from './deliveries.tsx'
import { receivedPages } from './received.tsx'
import { calendarPagesOfPeople } from './calendars.tsx'
import { feedRoutes } from './feed.ts'
import { placeRoutes } from './places.ts'

/** What became of what was sent, what came in, and the calendars that others read. */
export function mailRoutes(app: App): void {
  deliveryPages(app)
  deliveryApi(app)
  placeRoutes(app)
  feedRoutes(app)
  calendarPagesOfPeople(app)
  receivedPages(app)
}
