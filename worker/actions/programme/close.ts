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
  listLivingPairings,
  listUnwrittenClosingReaders,
  type ClosingReader,
} from '../../storage/programme/close.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { listRoundsOf } from '../../storage/session/round.ts'
import { findSessionSituation } from '../../storage/situation.ts'
import { endPairing } from '../pairing/change.ts'
import { createIdempotently, decideAndCommit } from '../write.ts'

export type ClosingWish = {
  /** The client's own, for repeating it safely. */
  readonly id: string
  readonly programmeId: ProgrammeId
  /** Dates ahead are called off; else they are refused with their list. */
  readonly cancelFixed: boolean
}

/** One request takes so many pairings or letters; what is left the clock takes up. */
const CLOSING_BATCH_LIMIT = 64

/** Withdraws what is under way, ends the pairings, writes to each executive, keeps the totals. Safe to repeat. */
export async function closeProgramme(
  platform: Platform,
  wish: ClosingWish,
  by: By,
): Promise<Result<Programme, Refusal>> {
  const { db } = platform
  const begun = await begin(platform, wish, by)
  if (!begun.ok) return begun
  await continueClosing(platform, wish.programmeId, by)
  const programme = await findProgramme(db, wish.programmeId)
  if (!programme) return refuse({ reason: 'not-found' })
  return programme.status === 'open' ? refuse({ reason: 'changed-meanwhile' }) : accept(programme)
}

async function begin(platform: Platform, wish: ClosingWish, by: By): Promise<Result<boolean, Refusal>> {
  const { db, now } = platform
  return createIdempotently(platform, wish, {
    read: (key) => findEarlierUse(db, key),
    again: async () => true,
    decide: async () => {
      const programme = await findProgramme(db, wish.programmeId)
      if (!programme) return refuse({ reason: 'not-found' })
      const closed = programme.status === 'closed' ? whyClosed(programme) : null
      if (closed) return refuse(closed)
      if (programme.status === 'closing') return accept({ decision: NO_CHANGE, value: true })
      const ahead = wish.cancelFixed ? [] : await datesAhead(platform, wish.programmeId)
      if (ahead.length > 0) return refuse({ reason: 'sessions-ahead', starts: ahead })
      return accept({ decision: decideClosing(programme, now(), by), value: true })
    },
  })
}

async function datesAhead({ db, now }: Platform, id: ProgrammeId) {
  const rounds = await listRoundsOf(db, id)
  return rounds
    .flatMap(({ open }) => (open?.time && open.time.end > now() ? [open.time.start] : []))
    .toSorted()
}

/** Each step stands by itself, and a step that was taken is not taken again. True once it is closed. */
export async function continueClosing(platform: Platform, id: ProgrammeId, by: By = CLOCK): Promise<boolean> {
  const { db } = platform
  const programme = await findProgramme(db, id)
  if (programme?.status !== 'closing') return false

  const pairings = await listLivingPairings(db, id, CLOSING_BATCH_LIMIT)
  for (const pairing of pairings) await endPairing(platform, pairing, by)
  if (pairings.length === CLOSING_BATCH_LIMIT) return false

  const unparted = await listUnwrittenClosingReaders(db, id, CLOSING_BATCH_LIMIT)
  for (const parting of unparted) await part(platform, programme, parting)
  return unparted.length === CLOSING_BATCH_LIMIT ? false : finish(platform, id, by)
}

/** False where a pairing still lives: the next run ends it first. */
async function finish(platform: Platform, id: ProgrammeId, by: By): Promise<boolean> {
  const { db, now } = platform
  const finished = await decideAndCommit(platform, async () => {
    const programme = await findProgramme(db, id)
    if (programme?.status !== 'closing') return refuse({ reason: 'not-found' })
    const { sessions, benefits } = await listCounted(db, id)
    const decision = decideClosed(programme, totalsOf(sessions, benefits), now(), by)
    return accept({ decision, value: null })
  })
  return finished.ok
}

async function part(
  platform: Platform,
  { id, purgeOn }: Programme,
  { executiveId, sessionId }: ClosingReader,
) {
  const [situation, list] = await Promise.all([
    findSessionSituation(platform, sessionId),
    findOwnList(platform.db, id, executiveId),
  ])
  if (situation && purgeOn) await commit(platform, decideClosingLetter(situation, list, purgeOn))
}
