import type { Viewer } from '../../domain/people/permission.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Database } from '../../platform.ts'
import { listPlaces } from '../../storage/pairing/pairing.ts'
import { sessionJson } from './shapes/session.ts'

export type Seen = { readonly session: Session; readonly viewer: Viewer }

/** Sessions as each viewer may see them, with the place they are at: their own, else the pairing's. */
export async function sessionResponses(db: Database, seen: readonly Seen[]) {
  const places = await listPlaces(
    db,
    seen.map(({ session }) => session.pairingId),
  )
  return seen.map(({ session, viewer }) =>
    sessionJson({ ...session, place: session.place ?? places.get(session.pairingId) ?? null }, viewer),
  )
}

export async function sessionResponse(db: Database, session: Session, viewer: Viewer) {
  const [told] = await sessionResponses(db, [{ session, viewer }])
  return told ?? sessionJson(session, viewer)
}
