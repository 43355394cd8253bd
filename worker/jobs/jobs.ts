import { tellingAt, tellOfHealth } from '../actions/clock/alert.ts'
import { checkInvariants } from '../actions/fsck/check.ts'
import { sealAccessLog } from '../actions/people/seal-access-log.ts'
import { releaseReports } from '../actions/report/release.ts'
import { sealAnew } from '../actions/seal/seal-anew.ts'
import { type Limits as CallLimits, sendDueMessages } from '../actions/webhook/send-due.ts'
import { deliverDue } from '../delivery/out/deliver.ts'
import type { Signs } from '../domain/clock/alert.ts'
import { type JobName, RUNS } from '../domain/clock/runs.ts'
import { keptHead } from '../domain/record/proof.ts'
import { logBroken, logError } from '../log-error.ts'
import type { Platform } from '../platform.ts'
import { selectSigns, toSigns } from '../storage/clock/alerted.ts'
import { askForRepairs } from '../storage/clock/repairs.ts'
import { dropOldAccesses, sweep, SWEEPS } from '../storage/clock/retention.ts'
import { noteFailedJobs, noteTick } from '../storage/clock/ticks.ts'
import { selectLettersDue } from '../storage/letter/outbox.ts'
import { purgeLetters } from '../storage/letter/purge.ts'
import { dropOldStrangers } from '../storage/mail/strangers.ts'
import { findLastSeal } from '../storage/people/access-seal.ts'
import { selectMessageDue } from '../storage/webhook/message.ts'
import { type Counts, LANES, type Limits, newRun, type Ran, runLane, selectHeads, TICK_MS } from './tick.ts'

type JobsDone = {
  readonly counts: Counts
  readonly failed: readonly string[]
  /** At night the newest seal of the log of access: the line of the log is where somebody else keeps it. */
  readonly seal?: string
}

/** What the lanes leave of the thousand calls that a Worker may make. */
const LETTERS_PER_TICK = 120
/** Webhooks come last and begin no call after five seconds: who is slow outside keeps no letter waiting. */
const CALLS_PER_TICK: CallLimits = { calls: 20, ms: 5_000 }
const ALL_CALLS: CallLimits = { calls: 1000, ms: Infinity }
/** Words of letters deleted in one night; the next one goes on. */
const LETTERS_PER_NIGHT = 20_000
const NOTHING: JobsDone = { counts: {}, failed: [] }

/** Runs what one cron is for: each minute the timers and letters that are due, at night what keeps the house in order. */
export async function runCron(platform: Platform, cron: string): Promise<JobsDone> {
  const nightly = cron === RUNS.nightly ? await runNightly(platform) : NOTHING
  const minutely = await runMinutely(platform, cron)
  const done = {
    ...nightly,
    counts: { ...nightly.counts, ...minutely.counts },
    failed: [...nightly.failed, ...minutely.failed],
  }
  if (done.failed.length > 0) await noteFailedJobs(platform.db, cron, done.failed)
  return done
}

/** In most minutes nothing is due: then this is one batch, which writes the tick's own row. */
async function runMinutely(platform: Platform, cron: string): Promise<JobsDone> {
  const { db, now } = platform
  const [signs, letters, , messages, ...heads] = await db.batch([
    // Before the tick's own row is written, which hides when the last one ran.
    selectSigns(db, now()),
    selectLettersDue(db, now()),
    noteTick(db, cron, now()),
    selectMessageDue(db, now()),
    ...selectHeads(platform),
  ])
  const limits = { deadline: Date.now() + TICK_MS }
  const ran = newRun()
  await runLanes(platform, heads, limits, ran)
  if (letters.length > 0 || ran.ran.length > 0) await deliver(platform, ran, LETTERS_PER_TICK)
  const seen = toSigns(signs[0])
  const isTold =
    seen !== null && tellingAt(platform, seen) !== null && (await alert(platform, ran, seen.signs))
  if (messages.length > 0 || isTold) await callWebhooks(platform, ran, CALLS_PER_TICK)
  return { counts: ran.counts, failed: [...ran.failed] }
}

async function runNightly(platform: Platform): Promise<JobsDone> {
  const { db, now } = platform
  const ran = newRun()
  await tidyUp(platform, ran)
  await attempt(ran, 'ask-for-repairs', async () => {
    await askForRepairs(db, now())
    return 0
  })
  await attempt(ran, 'check-invariants', async () => {
    const broken = await checkInvariants(platform)
    for (const each of broken) logBroken(each)
    return broken.length
  })
  let seal: string | undefined
  await attempt(ran, 'seal-access-log', async () => {
    const last = await findLastSeal(db)
    if (last.upToId > 0) seal = keptHead(last)
    return 0
  })
  return { counts: ran.counts, failed: [...ran.failed], ...(seal !== undefined && { seal }) }
}

/** What has been kept for as long as it may be goes, and the access log is sealed. */
async function tidyUp(platform: Platform, ran: Ran): Promise<void> {
  const { db, now } = platform
  await attempt(ran, 'seal-access-log', () => sealAccessLog(platform))
  await attempt(ran, 'purge-letters', () => purgeLetters(db, now(), LETTERS_PER_NIGHT))
  await attempt(ran, 'drop-strangers', () => dropOldStrangers(db, now()))
  for (const name of SWEEPS) await attempt(ran, name, () => sweep(db, name, now()))
  await attempt(ran, 'seal-anew', () => sealAnew(platform))
  await attempt(ran, 'release-reports', () => releaseReports(platform))
  await attempt(ran, 'purge-access-log', async () => {
    await dropOldAccesses(db, now())
    return 0
  })
}

/** Runs all that is due, each thing once, however far the clock jumped; what that makes due is run too. */
export async function runAll(platform: Platform): Promise<JobsDone> {
  const ran = newRun()
  const limits = { deadline: Infinity, isUnlimited: true }
  await tidyUp(platform, ran)
  for (;;) {
    const before = ran.ran.length
    const [letters, ...heads] = await platform.db.batch([
      selectLettersDue(platform.db, platform.now()),
      ...selectHeads(platform, ran.ran),
    ])
    await runLanes(platform, heads, limits, ran)
    const delivered = letters.length > 0 || ran.ran.length > before ? await deliver(platform, ran) : 0
    const called = await callWebhooks(platform, ran, ALL_CALLS)
    if (delivered + called === 0 && heads.every((head) => head.length === 0))
      return { counts: ran.counts, failed: [...ran.failed] }
  }
}

async function runLanes(
  platform: Platform,
  heads: readonly Awaited<ReturnType<typeof selectHeads>[number]>[],
  limits: Limits,
  into: Ran,
): Promise<void> {
  for (const [index, lane] of LANES.entries())
    await attempt(into, lane, async () => {
      await runLane(platform, lane, heads[index] ?? [], limits, into)
      return 0
    })
}

async function deliver(platform: Platform, into: Ran, letters?: number): Promise<number> {
  let total = 0
  await attempt(into, 'deliver', async () => {
    const budget = letters === undefined ? {} : { letters }
    const { sent, failed, retried, stopped } = await deliverDue(platform, budget)
    total = sent + failed + retried + stopped
    return total
  })
  return total
}

async function alert(platform: Platform, into: Ran, before: Signs): Promise<boolean> {
  let told = 0
  await attempt(into, 'tell-of-health', async () => {
    told = await tellOfHealth(platform, before)
    return 0
  })
  return told > 0
}

async function callWebhooks(platform: Platform, into: Ran, limits: CallLimits): Promise<number> {
  let total = 0
  await attempt(into, 'call-webhooks', async () => (total = await sendDueMessages(platform, limits)))
  return total
}

/** A job that fails is named, and stops neither the others nor their counts. */
async function attempt({ counts, failed }: Ran, name: JobName, job: () => Promise<number>): Promise<void> {
  try {
    const count = await job()
    if (count > 0) counts[name] = (counts[name] ?? 0) + count
  } catch (error) {
    failed.add(name)
    logError('scheduled', error, { job: name })
  }
}
