import type { Session } from '../session/session.ts'
import type { Format } from './format.ts'
import { isClosingTalk } from './next-format.ts'
import type { PathStep, SessionOver } from './path.ts'

/** The step of a session that is over, as its path has it. */
export function stepOver(
  { formats }: { readonly formats: readonly Format[] },
  session: Session,
): Pick<SessionOver, 'step' | 'isClosing'> {
  return { step: stepIn(session), isClosing: isClosingTalk({ session, formats }) }
}

function stepIn({ id, formatId, time, status }: Session): PathStep | null {
  if (!formatId || !time) return null
  return { sessionId: id, formatId, at: time.start, wasCutShort: status === 'cut-short', done: null }
}
