import type { Look } from '../../domain/people/permission.ts'
import type { Session } from '../../domain/session/session.ts'
import type { AppContext } from '../context.ts'
import { sessionJson } from './shapes/session.ts'

/** A session as the viewer may see it, with its own place, or else the pairing's, and the times that stand now. */
export function sessionResponse(c: AppContext, session: Session, look: Look) {
  const now = c.get('platform').now()
  return sessionJson({ ...session, place: session.place ?? session.usual.place }, look, now)
}
