import type { LetterId } from '../../domain/ids.ts'
import { mostOf } from '../../domain/letter/budget.ts'
import { asOfNow } from '../../domain/letter/still-true.ts'
import { decideWriteAgain } from '../../domain/letter/write-again.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import { before, DAY, HOUR } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { commit } from '../../storage/commit.ts'
import {
  againKey,
  insertAgain,
  requeueLetters,
  type Stored,
  type StoredText,
  withText,
} from '../../storage/letter/delivery.ts'
import { countOwnPages, findAgainSince, isWritten } from '../../storage/letter/outbox.ts'
import { findPresent } from '../../storage/letter/present.ts'
import { findPerson } from '../../storage/people/person.ts'
import { findLogReading } from '../../storage/session/outcome.ts'
import { findSessionSituation } from '../../storage/situation.ts'

/**
 * Sends a letter again. A failed one goes back into the queue. A sent one goes out once more under `againId`, with the
 * same bytes if it is still true, else with what is left of it. One that was superseded or retired, or whose words are
 * gone, is written anew from the present. Within an hour there is one copy, however often it is pressed. Returns the id
 * of the row that will be sent, or was.
 */
export async function resendLetter(
  platform: Platform,
  stored: Stored,
  againId: LetterId,
): Promise<Result<LetterId, Refusal>> {
  if (stored.state === 'waiting') return accept(stored.id)
  const text = withText(stored)
  const isSetAside = stored.state === 'superseded' || stored.state === 'retired'
  return text === null || isSetAside
    ? writeAgain(platform, stored, againId)
    : sendAgain(platform, text, againId)
}

/** A reader gets one copy an hour, as for a REFRESH; of the link to his own page no more than there are in a day. */
async function findRecentCopy(
  { db, now }: Platform,
  { id, personId, thread }: Stored,
): Promise<LetterId | null> {
  const copy = await findAgainSince(db, { personId, thread }, before(now(), HOUR))
  if (copy || !thread?.startsWith('own:')) return copy
  const inADay = await countOwnPages(db, personId, before(now(), DAY))
  return inADay >= mostOf('own page') ? id : null
}

async function sendAgain(
  platform: Platform,
  stored: StoredText,
  againId: LetterId,
): Promise<Result<LetterId, Refusal>> {
  const { db } = platform
  const now = platform.now()
  const found = asOfNow(stored.letter, await findPresent(db, [stored.letter], now))
  if (!found.ok) return refuse({ reason: 'letter-overtaken' })

  const wasSent = stored.state === 'sent'
  const copy = wasSent ? await findRecentCopy(platform, stored) : null
  if (copy) return accept(copy)

  const isWhole = found.value === stored.letter
  const letter = isWhole ? stored.letter : { ...found.value, id: againId }
  const written = await inOneBatch(
    db,
    wasSent
      ? await insertAgain(platform, { ...stored, letter }, againId)
      : [requeueLetters(db, [stored.id], now)],
  )
  return written.ok ? accept(wasSent ? againId : stored.id) : written
}

async function writeAgain(
  platform: Platform,
  stored: Stored,
  id: LetterId,
): Promise<Result<LetterId, Refusal>> {
  const dedupeKey = againKey(id)
  if (await isWritten(platform.db, dedupeKey)) return accept(id)
  const situation = stored.sessionId && (await findSessionSituation(platform, stored.sessionId))
  if (!situation) return refuse({ reason: 'letter-overtaken' })

  const [agreed, reader] = await Promise.all([
    agreedIn(platform, stored, situation),
    findPerson(platform.db, stored.personId, situation.programme.id),
  ])
  const decision = decideWriteAgain(situation, stored, { id, dedupeKey, reader, agreed })
  if (!decision.ok) return decision
  const copy = await findRecentCopy(platform, stored)
  if (copy) return accept(copy)

  const written = await commit(platform, decision.value)
  return written.ok ? accept(id) : written
}

/** What the log says now, for a letter that said it. */
async function agreedIn({ db }: Platform, { letter }: Stored, { session, pairing }: SessionSituation) {
  return letter.kind === 'agreed' ? (await findLogReading(db, session.id, pairing.id)).agreed : null
}
