import { type By, CLOCK, NO_CHANGE } from '../../domain/decision.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import { decideClosed, decideClosing, whyClosed } from '../../domain/programme/close.ts'
import { decideClosingLetter } from '../../domain/programme/closing-letter.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { totalsOf } from '../../domain/programme/totals.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { commit } from '../../storage/commit.ts'
import { findEarlierUse } from '../../storage/idempotency.ts'
import {
  findOwnList,
  listCounted,
  listUnendedPairings,
  listUnwrittenClosingReaders,
  type ClosingReader,
} from '../../storage/programme/close.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { listRoundsOf } from '../../storage/session/round.ts'
import { findSessionSituation } from '../../storage/situation.ts'
import type { ClockAnswer } from '../clock/answer.ts'
import { afterProgramme } from '../clock/programme.ts'
import { endPairing } from '../pairing/change.ts'
import { createIdempotently, decideAndCommit } from '../write.ts'

export type ClosingWish = {
  /** The client's id: the idempotency key. */
  readonly id: string
  readonly programmeId: ProgrammeId
  /** True: future sessions are cancelled. False: the request is refused with their list. */
  readonly cancelFixed: boolean
}

/** One request ends this many pairings and writes this many letters; the clock does the rest. */
const CLOSING_BATCH_LIMIT = 64

/** Withdraws open rounds, ends the pairings, writes to each executive, and keeps the totals. Safe to repeat. */
export async function closeProgramme(
  platform: Platform,
  wish: ClosingWish,
  by: By,
): Promise<Result<Programme, Refusal>> {
  const { db } = platform
  const started = await startClosing(platform, wish, by)
  if (!started.ok) return started
  await continueClosing(platform, wish.programmeId, by)
  const programme = await findProgramme(db, wish.programmeId)
  if (!programme) return refuse({ reason: 'not-found' })
  return programme.status === 'open' ? refuse({ reason: 'changed-meanwhile' }) : accept(programme)
}

async function startClosing(
  platform: Platform,
  wish: ClosingWish,
  by: By,
): Promise<Result<boolean, Refusal>> {
  const { db, now } = platform
  return createIdempotently(platform, wish, {
    read: (key) => findEarlierUse(db, key),
    findExisting: async () => true,
    decide: async () => {
      const programme = await findProgramme(db, wish.programmeId)
      if (!programme) return refuse({ reason: 'not-found' })
      const closed = programme.status === 'closed' ? whyClosed(programme) : null
      if (closed) return refuse(closed)
      if (programme.status === 'closing') return accept({ decision: NO_CHANGE, value: true })
      const ahead = wish.cancelFixed ? [] : await startsAhead(platform, wish.programmeId)
      if (ahead.length > 0) return refuse({ reason: 'sessions-ahead', starts: ahead })
      return accept({ decision: decideClosing(programme, now(), by), value: true })
    },
  })
}

async function startsAhead({ db, now }: Platform, id: ProgrammeId) {
  const rounds = await listRoundsOf(db, id)
  return rounds
    .flatMap(({ open }) => (open?.time && open.time.end > now() ? [open.time.start] : []))
    .toSorted()
}

/** Takes up a closing that was interrupted, or that is too long for one request. */
export async function finishClosing(platform: Platform, id: ProgrammeId): Promise<ClockAnswer> {
  const isClosed = await continueClosing(platform, id, CLOCK)
  return afterProgramme(platform, id, isClosed, 'closing')
}

/** Each step is committed on its own, and none is done twice. True once the programme is closed. */
async function continueClosing(platform: Platform, id: ProgrammeId, by: By): Promise<boolean> {
  const { db } = platform
  const programme = await findProgramme(db, id)
  if (programme?.status !== 'closing') return false

  const pairings = await listUnendedPairings(db, id, CLOSING_BATCH_LIMIT)
  for (const pairing of pairings) await endPairing(platform, pairing, by)
  if (pairings.length === CLOSING_BATCH_LIMIT) return false

  const readers = await listUnwrittenClosingReaders(db, id, CLOSING_BATCH_LIMIT)
  for (const reader of readers) await sendClosingLetter(platform, programme, reader)
  return readers.length === CLOSING_BATCH_LIMIT ? false : markClosed(platform, id, by)
}

/** False if a pairing has not ended: the next run ends it first. */
async function markClosed(platform: Platform, id: ProgrammeId, by: By): Promise<boolean> {
  const { db, now } = platform
  const finished = await decideAndCommit(platform, async () => {
    const programme = await findProgramme(db, id)
    if (programme?.status !== 'closing') return refuse({ reason: 'not-found' })
    const { sessions, benefits, agreed } = await listCounted(db, id)
    const totals = totalsOf(sessions, benefits, agreed)
    const decision = decideClosed(programme, totals, now(), by)
    return accept({ decision, value: null })
  })
  return finished.ok
}

async function sendClosingLetter(
  platform: Platform,
  programme: Programme,
  { executiveId, sessionId }: ClosingReader,
) {
  const [situation, list] = await Promise.all([
    findSessionSituation(platform, sessionId),
    findOwnList(platform.db, programme, executiveId),
  ])
  const { purgeOn } = programme
  if (situation && purgeOn) await commit(platform, decideClosingLetter(situation, list, purgeOn))
}
