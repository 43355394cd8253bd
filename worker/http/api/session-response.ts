import type { Look } from '../../domain/people/permission.ts'
import type { Session } from '../../domain/session/session.ts'
import { sessionJson } from './shapes/session.ts'

/** A session as the viewer may see it, with its own place, or else the pairing's. */
export function sessionResponse(session: Session, look: Look) {
  return sessionJson({ ...session, place: session.place ?? session.usual.place }, look)
}
