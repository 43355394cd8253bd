/** Where a look at a person's record can come from: the routes that write the log of access, by their pattern. */
export const LOOK_ROUTES = [
  '/people/:id',
  '/people/:id/departure',
  '/people/:id/erasure',
  '/people/:id/calendars',
  '/pairings/:id',
  '/pairings/:id/ending',
  '/pairings/:id/offer',
  '/plans/:id/rows/:pairingId',
  '/sessions/:id',
  '/sessions/:id/as-they-see-it',
  '/sessions/:id/source',
  '/deliveries/:id/as-they-see-it',
  '/deliveries/:id/source',
  '/calendar',
  '/received/:id',
  '/desk',
  '/desk/sessions/:id',
  '/desk/executives/:id/calendar',
  '/programmes/:id/export',
  '/api/v1/people/:id',
  '/api/v1/people/:id/availability',
  '/api/v1/pairings/:id',
  '/api/v1/pairings/:id/path',
  '/api/v1/pairings/:id/slots',
  '/api/v1/offers/:id',
  '/api/v1/sessions/:id',
  '/api/v1/sessions/:id/history',
  '/api/v1/sessions/:id/outcome',
  '/api/v1/programmes/:id/export',
] as const
export type LookRoute = (typeof LOOK_ROUTES)[number]

/** Null: a route of an earlier release. */
export function lookRouteOf(route: string): LookRoute | null {
  return LOOK_ROUTES.find((each) => each === route) ?? null
}
