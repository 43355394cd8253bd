import type { Look } from '../../domain/people/permission.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Database } from '../../platform.ts'
import { listPlaces } from '../../storage/pairing/pairing.ts'
import { sessionJson } from './shapes/session.ts'

export type Seen = { readonly session: Session; readonly look: Look }

/** Sessions as whoever looks may see them, with the place they are at: their own, else the pairing's. */
export async function sessionResponses(db: Database, seen: readonly Seen[]) {
  const places = await listPlaces(
    db,
    seen.map(({ session }) => session.pairingId),
  )
  return seen.map(({ session, look }) =>
    sessionJson({ ...session, place: session.place ?? places.get(session.pairingId) ?? null }, look),
  )
}

export async function sessionResponse(db: Database, session: Session, look: Look) {
  const [told] = await sessionResponses(db, [{ session, look }])
  return told ?? sessionJson(session, look)
}
