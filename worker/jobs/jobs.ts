import { sealAccessLog } from '../actions/people/seal-access-log.ts'
import { deliverDue } from '../delivery/out/deliver.ts'
import type { Platform } from '../platform.ts'
import { unmet } from '../storage/clock/attending.ts'
import { declined, expired, roundless, unasked, unoffered } from '../storage/clock/due.ts'
import { listAnswered } from '../storage/clock/work.ts'
import { feedsDue } from '../storage/feed/busy-feed.ts'
import { lettersDue } from '../storage/letter/outbox.ts'
import { closing } from '../storage/programme/close.ts'
import { purgeable } from '../storage/programme/purge.ts'
import { askForOutcomes } from './ask-for-outcomes.ts'
import { briefMentors } from './brief-mentors.ts'
import { bumpDeclined } from './bump-declined.ts'
import { closeUnmetSessions } from './close-unmet.ts'
import { expireOffers } from './expire-offers.ts'
import { finishClosings } from './finish-closings.ts'
import { nudgeExecutives } from './nudge-executives.ts'
import { openRounds } from './open-rounds.ts'
import { purgeProgrammes } from './purge-programmes.ts'
import { reOfferRounds } from './re-offer.ts'
import { readBusyFeeds } from './read-busy-feeds.ts'
import { sendDigests } from './send-digests.ts'

export type Counts = Readonly<Record<string, number>>
type Job = (platform: Platform) => Promise<number>

/** The jobs of each cron expression in wrangler.toml, in this order. */
const BY_CRON: Readonly<Record<string, Readonly<Record<string, Job>>>> = {
  '* * * * *': {
    releaseHolds: expireOffers,
    bumpDeclined,
    offerAnew: reOfferRounds,
    askForOutcomes,
    closeUnmetSessions: closeUnmetSessions,
    briefMentors,
    sendDigests,
    finishClosings,
    deliver: sendDue,
  },
  '17 * * * *': { readBusyFeeds, openRounds, nudgeExecutives, deliver: sendDue },
  '23 2 * * *': { purgeProgrammes, sealAccessLog },
}

/** The queries of these jobs, asked in one statement: in most minutes there is nothing to do. */
const QUESTIONS = {
  releaseHolds: expired,
  bumpDeclined: declined,
  offerAnew: unoffered,
  askForOutcomes: unasked,
  closeUnmetSessions: unmet,
  readBusyFeeds: feedsDue,
  openRounds: roundless,
  finishClosings: closing,
  purgeProgrammes: purgeable,
  deliver: lettersDue,
} as const

/** Runs the jobs of one cron and returns their counts. A job that fails does not stop the others. */
export async function runCron(platform: Platform, cron: string): Promise<Counts> {
  return runJobs(platform, Object.entries(BY_CRON[cron] ?? {}))
}

/** Runs every job once, however far the clock jumped; delivery comes last. */
export async function runAll(platform: Platform): Promise<Counts> {
  const all = new Map(Object.values(BY_CRON).flatMap((jobs) => Object.entries(jobs)))
  const deliver = all.get('deliver')
  all.delete('deliver')
  return runJobs(platform, [...all, ...(deliver ? [['deliver', deliver] as const] : [])])
}

async function runJobs(platform: Platform, jobs: readonly (readonly [string, Job])[]): Promise<Counts> {
  const idle = await listIdle(platform, new Set(jobs.map(([name]) => name)))
  const counts: Record<string, number> = {}
  const failures: unknown[] = []
  for (const [name, job] of jobs)
    try {
      // A job that did something may have made work for the next one.
      const isIdle =
        idle.has(name) && failures.length === 0 && Object.values(counts).every((count) => count === 0)
      counts[name] = isIdle ? 0 : await job(platform)
    } catch (error) {
      failures.push(error)
    }
  if (failures.length > 0) throw new AggregateError(failures, 'jobs failed')
  return counts
}

async function listIdle({ db, now }: Platform, names: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const questions = Object.entries(QUESTIONS).filter(([name]) => names.has(name))
  if (questions.length === 0) return new Set()
  const busy = await listAnswered(db, Object.fromEntries(questions.map(([name, due]) => [name, due(now())])))
  return new Set(questions.flatMap(([name]) => (busy.has(name) ? [] : [name])))
}

async function sendDue(platform: Platform): Promise<number> {
  const { sent, failed, retried, stopped } = await deliverDue(platform)
  return sent + failed + retried + stopped
}
