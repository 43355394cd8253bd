import type { SessionId } from '../ids.ts'
import { whyClosed } from '../programme/close.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Situation } from '../situation.ts'
import type { Session } from './session.ts'

/** `words` null: the executive takes the question back. */
export type AskedQuestion = { readonly session: Session; readonly words: string | null }

/**
 * The session to which the executive can take a question: the pairing's open round, until it begins. A stand-in reads
 * none, so there is nobody to write to where one has the session.
 */
export function sessionToAsk({ session, pairing, now }: Asking): Session | null {
  if (!session || session.passed || session.mentorId !== pairing.mentorId) return null
  const isToCome = session.time === null || session.time.start > now
  return isToCome && (session.status === 'offered' || session.status === 'fixed') ? session : null
}

type Asking = Pick<Situation, 'session' | 'pairing' | 'now'>

/** One line before a session, for its mentor alone; a later one takes its place. No letter says what it says. `meant`: the session it was written for. */
export function decideQuestion(
  situation: Situation,
  words: string,
  meant: SessionId | null = null,
): Result<AskedQuestion, Refusal> {
  const closed = whyClosed(situation.programme)
  if (closed) return refuse(closed)
  const session = sessionToAsk(situation)
  if (!session) return refuse({ reason: 'no-meeting-ahead' })
  // It was written for another mentor's eyes.
  if (meant !== null && meant !== session.id) return refuse({ reason: 'changed-meanwhile' })
  return accept({ session, words: oneLine(words) || null })
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim()
}
