import { KEPT_MS } from '../clock/retention.ts'
import type { PersonId } from '../ids.ts'
import { MAX_PRIVATE_NOTE_CHARACTERS } from '../limits.ts'
import { whyClosed } from '../programme/close.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import { after } from '../time/time.ts'

/** Whether whoever has the session may write one now: from its beginning, as long as one is kept. */
export function mayWriteNote({ session, programme, now }: SessionSituation, readerId: PersonId): boolean {
  const { time } = session
  if (!programme.policy.privateNotes || whyClosed(programme) || session.mentorId !== readerId) return false
  return time !== null && time.start <= now && after(time.end, KEPT_MS.privateNotes) > now
}

/** What is kept of it; null deletes it, which its writer may always do. */
export function decidePrivateNote(
  situation: SessionSituation,
  readerId: PersonId,
  words: string,
): Result<string | null, Refusal> {
  const kept = words.trim().replaceAll('\r\n', '\n')
  if (kept === '') return accept(null)
  if (kept.length > MAX_PRIVATE_NOTE_CHARACTERS || !mayWriteNote(situation, readerId))
    return refuse({ reason: 'no-private-note' })
  return accept(kept)
}
