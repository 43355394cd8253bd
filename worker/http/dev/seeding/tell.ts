import { sql } from 'drizzle-orm'

import type { SceneAct, SceneTime } from '../../../../schema/seed/cast.ts'
import { deliverDue } from '../../../delivery/out/deliver.ts'
import { OUTCOME_ASKED_AFTER_MS } from '../../../domain/session/ask-for-outcome.ts'
import { DECLINE_GRACE_MS } from '../../../domain/session/bump.ts'
import { ROUND_OPENS_DAYS_AHEAD, MIN_GAP_AFTER_SESSION_MS } from '../../../domain/session/round.ts'
import {
  after,
  before,
  DAY,
  earliest,
  HOUR,
  type Instant,
  instant,
  latest,
  MINUTE,
} from '../../../domain/time/time.ts'
import { runAll } from '../../../jobs/jobs.ts'
import type { Database, Platform } from '../../../platform.ts'
import { findOpenSession } from '../../../storage/session/session.ts'
import { play, type Told } from './deeds.ts'
import { keepProgress, type Progress } from './progress.ts'
import { onWorkingDay } from './working-days.ts'

type Teller = {
  /** The house at a moment of the past. */
  readonly at: (moment: Instant) => Platform
  readonly mailbox: D1Database
}
type Next = { readonly pairing: Told; readonly number: number; readonly at: Instant }

/** Tells all stories together, in the order of time: what people do, and between it what the clock does. */
export async function tell(teller: Teller, pairings: readonly Told[], from: Progress): Promise<void> {
  let progress = from
  let queue = await Promise.all(pairings.map((pairing) => nextOf(teller, pairing, progress)))
  for (;;) {
    const next = earliestOf(queue)
    const due = await nextDue(teller.at(progress.began).db, progress)
    if (due !== null && due <= (next?.at ?? progress.began)) {
      await runAll(teller.at(due))
      progress = { ...progress, reached: due }
      continue
    }
    if (!next) return

    progress = await tellOne(teller, next, progress)
    await keepProgress(teller.mailbox, progress)
    const following = await nextOf(teller, next.pairing, progress)
    queue = queue.map((each) => (each === next ? following : each))
  }
}

async function tellOne(teller: Teller, { pairing, number, at }: Next, progress: Progress): Promise<Progress> {
  const scene = pairing.story[number]
  if (!scene) throw new Error('no such scene')

  const platform = teller.at(at)
  const refused = await play(platform, scene.act, { pairing, number, began: progress.began })
  if (refused && !progress.isResumed)
    throw new Error(`scene ${number} of ${pairing.id} was refused: ${refused}`)
  if (LEAVES_LETTERS.has(scene.act.kind)) await deliverDue(platform)
  return { ...progress, reached: at, done: { ...progress.done, [pairing.id]: number + 1 } }
}

const LEAVES_LETTERS: ReadonlySet<SceneAct['kind']> = new Set(['offer', 'cancel', 'pick', 'own-time', 'log'])

async function nextOf(teller: Teller, pairing: Told, progress: Progress): Promise<Next | null> {
  const number = progress.done[pairing.id] ?? 0
  const scene = pairing.story[number]
  return scene ? { pairing, number, at: await momentOf(teller, pairing, scene.when, progress) } : null
}

async function momentOf(
  teller: Teller,
  { id }: Told,
  when: SceneTime,
  { began, reached }: Progress,
): Promise<Instant> {
  if ('on' in when) return onWorkingDay(began, when.on, when.at)
  if ('next' in when) return onWorkingDay(reached, 1, when.next)
  if ('minutesLater' in when) return after(reached, when.minutesLater * MINUTE)

  const session = await findOpenSession(teller.at(began).db, id)
  return after(session?.time?.end ?? reached, when.minutesPastEnd * MINUTE)
}

/** When the clock has something to do next: at a moment that the rules name, or at one of the day's rounds. */
async function nextDue(db: Database, { began, reached }: Progress): Promise<Instant | null> {
  if (reached === 0) return null
  const round = nextRound(began, reached)
  const named = await nextNamed(db, reached)
  return named === null ? round : earliest(named, round)
}

/** An offer runs out, a decline becomes a bump, a session is over, a round opens. */
async function nextNamed(db: Database, reached: Instant): Promise<Instant | null> {
  const [row] = await db.all<{ at: Instant | null }>(sql`
    SELECT min(at) AS at FROM (
      SELECT held_until AS at FROM offers WHERE status = 'open'
      UNION ALL SELECT ends_at + ${OUTCOME_ASKED_AFTER_MS} FROM sessions WHERE status = 'fixed'
      UNION ALL SELECT ends_at + max(${MIN_GAP_AFTER_SESSION_MS}, (json_extract(policy, '$.cadence') - ${ROUND_OPENS_DAYS_AHEAD}) * ${DAY})
        FROM sessions JOIN programmes ON programmes.id = programme_id WHERE sessions.status IN ('fixed', 'cancelled')
      UNION ALL SELECT json_extract(answer, '$.at') + ${DECLINE_GRACE_MS} FROM invites WHERE live = 1 AND partstat = 'DECLINED'
    ) WHERE at > ${reached}`)
  return row?.at ?? null
}

/** Three a day, in the afternoons of Asia, Europe and America, when briefs and the like go; none long ago. */
function nextRound(began: Instant, reached: Instant): Instant {
  const from = latest(reached, before(began, RECENT))
  const midnight = Math.floor(from / DAY) * DAY
  const rounds = [9, 16, 21, 33].map((hour) => instant(midnight + hour * HOUR))
  return rounds.find((each) => each > from) ?? after(from, DAY)
}

const RECENT = 4 * DAY

function earliestOf(queue: readonly (Next | null)[]): Next | null {
  const [first] = queue.filter((each) => each !== null).toSorted((one, other) => one.at - other.at)
  return first ?? null
}
