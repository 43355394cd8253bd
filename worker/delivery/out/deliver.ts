import { stopAddress } from '../../actions/letter/stop-address.ts'
import { composeMail } from '../../compose/compose.ts'
import { whyUnwritable } from '../../compose/unwritable.ts'
import type { LinkId, ReportLinkId } from '../../domain/ids.ts'
import {
  afterTry,
  beforeProbe,
  faultOfTry,
  maySend,
  type Sending,
  type Tried,
} from '../../domain/letter/breaker.ts'
import type { Letter } from '../../domain/letter/letter.ts'
import { blameOf } from '../../domain/letter/suppression.ts'
import { outcomeOf } from '../../domain/letter/try.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Platform, SendResult, Statement } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import type { Claim } from '../../storage/letter/lease.ts'
import { findWork } from '../../storage/letter/outbox.ts'
import {
  holdBackAlike,
  putSending,
  readSending,
  releaseHeldBack,
  takeProbe,
} from '../../storage/letter/sending.ts'
import { listSuppressed } from '../../storage/letter/suppression.ts'
import { findToken } from '../../storage/letter/token.ts'
import { beginTry, freeLeases, markResting, markStopped, markTried } from '../../storage/letter/try.ts'
import { claimLetters, type Leased } from './claim.ts'
import { gatherOffers } from './gather.ts'

export type Delivered = {
  readonly sent: number
  readonly retried: number
  readonly failed: number
  /** Not sent: the address is suppressed. */
  readonly stopped: number
  /** Not sent: a later letter says what is true now. */
  readonly superseded: number
  /** Not sent: it is no longer true. */
  readonly retired: number
}

/** How much one run does at most; the rest waits for the next. While the clock is stopped only the letters count. */
export type Budget = { readonly letters?: number; readonly ms?: number }

const LETTERS_PER_RUN = 200
const RUN_MS = 25_000
const LETTERS_PER_CLAIM = 20
/** Whether a letter is true is asked anew after this time, and before a lease can end. */
const ASK_AGAIN_AFTER_MS = 10_000

/** One run of one deliverer. */
type Run = {
  readonly platform: Platform
  /** By this name his leases are known. */
  readonly lease: string
  readonly startedAt: Instant
  readonly ms: number
  /** Tries left. */
  left: number
  sending: Sending
  readonly total: { -readonly [Count in keyof Delivered]: number }
}

/**
 * Gives letters that are due to the mail port, until none is due or the budget is used up. Two runs at once are safe: each
 * letter is leased to one of them, and of a thread only one at a time.
 */
export async function deliverDue(
  platform: Platform,
  { letters = LETTERS_PER_RUN, ms = RUN_MS }: Budget = {},
): Promise<Delivered> {
  const { db } = platform
  const startedAt = platform.now()
  const { isDue, isNewDue, sending } = await findWork(db, startedAt)
  const total = { sent: 0, retried: 0, failed: 0, stopped: 0, superseded: 0, retired: 0 }
  const may = maySend(sending, startedAt)
  if (!isDue || (may === 'none' && !isNewDue)) return total

  const run: Run = { platform, lease: leaseName(platform), startedAt, ms, left: letters, sending, total }
  try {
    if (may === 'one') await probe(run)
    if (may === 'none') await tryOneAlone(run, sending.stoppedAt)
    if (run.sending.stoppedAt === null) await deliverAll(run)
  } finally {
    await platform.send.end?.()
  }
  return total
}

function leaseName({ random }: Platform): string {
  return Array.from(random(12), (octet) => octet.toString(16).padStart(2, '0')).join('')
}

async function deliverAll(run: Run): Promise<void> {
  while (run.left > 0 && !isOver(run)) {
    const limit = Math.min(run.left, LETTERS_PER_CLAIM)
    if (!(await deliverSome(run, { limit, isProbe: false })).isProgress) return
  }
}

/** While our sending is stopped: one letter by itself, unless another deliverer tries one. */
async function probe(run: Run): Promise<void> {
  const { platform, sending } = run
  const next = beforeProbe(sending, platform.now())
  if (!(await takeProbe(platform.db, sending, next))) return
  run.sending = next
  await tryOneAlone(run, null)
}

/** Where `newSince` is given, one that became due since our sending was stopped: it need not wait for the next probe. */
async function tryOneAlone(run: Run, newSince: Instant | null): Promise<void> {
  for (;;) {
    const { isProgress, tried } = await deliverSome(run, { limit: 1, isProbe: true, newSince })
    if (!isProgress || tried > 0) return
  }
}

function isOver({ platform, startedAt, ms, sending }: Run): boolean {
  return sending.stoppedAt !== null || platform.now() - startedAt >= ms
}

async function deliverSome(
  run: Run,
  claim: Claim,
): Promise<{ readonly isProgress: boolean; readonly tried: number }> {
  const { platform, lease, total } = run
  await gatherOffers(platform)
  const { letters, superseded, retired, failed, isProgress } = await claimLetters(platform, lease, claim)
  total.superseded += superseded
  total.retired += retired
  total.failed += failed
  const addresses = letters.map(({ letter }) => letter.reader.email)
  const suppressed = await listSuppressed(platform.db, addresses, platform.now())
  const left = run.left
  await sendInTurn(run, letters, suppressed, claim.isProbe)
  return { isProgress, tried: left - run.left }
}

/**
 * The marks of one letter are written together with the beginning of the next. What was asked at the lease is not relied on
 * for long: the rest of a slow round is given back, and asked again.
 */
async function sendInTurn(
  run: Run,
  letters: readonly Leased[],
  suppressed: ReadonlyMap<string, Instant | null>,
  isProbe: boolean,
): Promise<void> {
  const { platform, lease, total } = run
  const { db } = platform
  const claimedAt = platform.now()
  let marks: readonly Statement[] = []
  let isLeft = false
  for (const leased of letters) {
    const now = platform.now()
    const until = suppressed.get(leased.letter.reader.email)
    if (until !== undefined) {
      marks = [
        ...marks,
        ...(until === null
          ? markStopped(db, leased.id, { lease, now, error: 'address-stopped' })
          : [markResting(db, leased.id, lease, until)]),
      ]
      total[until === null ? 'stopped' : 'retried'] += 1
      continue
    }
    if (!isProbe && (isOver(run) || now - claimedAt >= ASK_AGAIN_AFTER_MS)) {
      isLeft = true
      break
    }
    const isMine = await beginTry(db, leased, { lease, now, marks })
    isLeft ||= !isMine
    marks = isMine ? await tryOne(run, leased) : []
  }
  await inOneBatch(db, isLeft ? [...marks, freeLeases(db, lease)] : marks)
}

/** Sends one letter; returns the statements that mark what became of it. */
async function tryOne(run: Run, { row, letter }: Leased): Promise<readonly Statement[]> {
  const { platform, lease, total } = run
  const result = await sendLetter(platform, letter)
  const now = platform.now()
  const attempts = row.attempts + 1
  const tried = { result, readerId: letter.reader.personId, attempts, lastError: row.error }
  const { before, after } = await judgeSending(run, tried, now)
  const fault = faultOfTry(tried, before, after)
  const [isStopped, stops] = [before.stoppedAt !== null, after.stoppedAt !== null]
  const outcome = outcomeOf(result, { attempts, fault, isStopped, stops }, now)
  run.left -= 1
  total[outcome.state === 'waiting' ? 'retried' : outcome.state] += 1
  const blame = result.ok ? null : blameOf(letter.reader.email, result, result.error)
  if (blame) await stopAddress(platform, blame)
  return [
    ...markTried(platform.db, row, {
      lease,
      now,
      outcome,
      providerId: result.ok ? result.providerId : null,
      fault: result.ok ? null : fault === 'sending' ? fault : result.fault,
      left: result.ok || result.mayBeHad,
    }),
    ...noteSending(run, before, after, now),
  ]
}

/** Our sending before and after this try. It is read anew where the try may count against it. */
async function judgeSending(
  run: Run,
  tried: Tried,
  now: Instant,
): Promise<{ readonly before: Sending; readonly after: Sending }> {
  const seen = run.sending
  const before =
    afterTry(seen, tried, now) === seen || tried.result.ok ? seen : await readSending(run.platform.db)
  run.sending = afterTry(before, tried, now)
  return { before, after: run.sending }
}

/** The breaker: what a try says about our sending, where it says anything new. */
function noteSending(
  { platform: { db } }: Run,
  before: Sending,
  after: Sending,
  now: Instant,
): readonly Statement[] {
  if (after === before) return []
  const works = after.stoppedAt === null && before.stoppedAt !== null
  const stops = after.stoppedAt !== null && before.stoppedAt === null
  return [
    putSending(db, after),
    ...(works ? [releaseHeldBack(db, now)] : []),
    ...(stops && after.refusedAs !== null ? [holdBackAlike(db, after.refusedAs)] : []),
  ]
}

/**
 * A letter that cannot be composed must not stop the others: it fails at once, and a person sees it. Where the
 * port itself throws, nobody knows whether the mail has left.
 */
async function sendLetter(platform: Platform, letter: Letter): Promise<SendResult> {
  let begun = false
  try {
    const tokenOf = (id: LinkId | ReportLinkId) => findToken(platform, id)
    const mail = await composeMail({ ...platform, tokenOf }, letter)
    begun = true
    return await platform.send(mail)
  } catch (error) {
    return begun
      ? { ok: false, error: error instanceof Error ? error.name : 'unknown', fault: 'moment', mayBeHad: true }
      : { ok: false, error: whyUnwritable(error), fault: 'letter', mayBeHad: false, isUnasked: true }
  }
}
