import { and, eq, gt, isNull, min, notInArray } from 'drizzle-orm'

import { outbox, timers } from '../../../../schema/index.ts'
import type { SceneAct, SceneTime } from '../../../../schema/seed/cast.ts'
import { deliverDue } from '../../../delivery/out/deliver.ts'
import type { TimerKind } from '../../../domain/clock/timer.ts'
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
import { perform, type StoryPairing } from './acts.ts'
import { keepProgress, type Progress } from './progress.ts'
import { onWorkingDay } from './working-days.ts'

type Player = {
  /** The platform at a moment in the past. */
  readonly at: (moment: Instant) => Platform
  readonly mailbox: D1Database
}
type Next = { readonly pairing: StoryPairing; readonly number: number; readonly at: Instant }

/** Plays all stories together, in the order of time: the scenes, and between them the jobs that are due. */
export async function playStories(
  player: Player,
  pairings: readonly StoryPairing[],
  from: Progress,
): Promise<void> {
  let progress = from
  let queue = await Promise.all(pairings.map((pairing) => nextOf(player, pairing, progress)))
  for (;;) {
    const next = earliestOf(queue)
    const dueAt = await nextDue(player.at(progress.began).db, progress)
    if (dueAt !== null && dueAt <= (next?.at ?? progress.began)) {
      await runAll(player.at(dueAt))
      progress = { ...progress, reached: dueAt }
      continue
    }
    if (!next) return

    progress = await playScene(player, next, progress)
    await keepProgress(player.mailbox, progress)
    const following = await nextOf(player, next.pairing, progress)
    queue = queue.map((each) => (each === next ? following : each))
  }
}

async function playScene(
  player: Player,
  { pairing, number, at }: Next,
  progress: Progress,
): Promise<Progress> {
  const scene = pairing.story[number]
  if (!scene) throw new Error('no such scene')

  const platform = player.at(at)
  const refused = await perform(platform, scene.act, { pairing, number, began: progress.began })
  if (refused && !progress.isResumed)
    throw new Error(`scene ${number} of ${pairing.id} was refused: ${refused}`)
  if (LEAVES_LETTERS.has(scene.act.kind)) await deliverDue(platform)
  return { ...progress, reached: at, done: { ...progress.done, [pairing.id]: number + 1 } }
}

const LEAVES_LETTERS: ReadonlySet<SceneAct['kind']> = new Set(['offer', 'cancel', 'pick', 'own-time', 'log'])

async function nextOf(player: Player, pairing: StoryPairing, progress: Progress): Promise<Next | null> {
  const number = progress.done[pairing.id] ?? 0
  const scene = pairing.story[number]
  return scene ? { pairing, number, at: await momentOf(player, pairing, scene.when, progress) } : null
}

async function momentOf(
  player: Player,
  { id }: StoryPairing,
  when: SceneTime,
  { began, reached }: Progress,
): Promise<Instant> {
  if ('on' in when) return onWorkingDay(began, when.on, when.at)
  if ('next' in when) return onWorkingDay(reached, 1, when.next)
  if ('minutesLater' in when) return after(reached, when.minutesLater * MINUTE)

  const session = await findOpenSession(player.at(began).db, id)
  return after(session?.time?.end ?? reached, when.minutesPastEnd * MINUTE)
}

/** When the jobs must run next: at the next deadline, or at the next daily run. */
async function nextDue(db: Database, { began, reached }: Progress): Promise<Instant | null> {
  if (reached === 0) return null
  const dailyRun = nextDailyRun(began, reached)
  const deadline = await nextDeadline(db, reached)
  return deadline === null ? dailyRun : earliest(deadline, dailyRun)
}

const DAILY = ['digest', 'brief', 'nudge'] as const satisfies readonly TimerKind[]

/**
 * The earliest timer of a round, or letter that waits for the morning. Mails of the day are left to the daily runs, and so
 * is what was put off.
 */
async function nextDeadline(db: Database, reached: Instant): Promise<Instant | null> {
  const [[timer], [letter]] = await db.batch([
    db
      .select({ at: min(timers.dueAt) })
      .from(timers)
      .where(
        and(
          eq(timers.lane, 'rounds'),
          gt(timers.dueAt, reached),
          isNull(timers.askAgainAt),
          notInArray(timers.kind, [...DAILY]),
        ),
      ),
    db
      .select({ at: min(outbox.dueAt) })
      .from(outbox)
      .where(and(eq(outbox.state, 'waiting'), gt(outbox.dueAt, reached))),
  ])
  const known = [timer?.at ?? null, letter?.at ?? null].filter((each) => each !== null)
  return known.length > 0 ? earliest(...known) : null
}

/** Three runs a day, in the afternoon of Asia, Europe and America, when briefs are sent; only for the last days. */
function nextDailyRun(began: Instant, reached: Instant): Instant {
  const from = latest(reached, before(began, RECENT))
  const midnight = Math.floor(from / DAY) * DAY
  const runs = [9, 16, 21, 33].map((hour) => instant(midnight + hour * HOUR))
  return runs.find((each) => each > from) ?? after(from, DAY)
}

const RECENT = 4 * DAY

function earliestOf(queue: readonly (Next | null)[]): Next | null {
  const [first] = queue.filter((each) => each !== null).toSorted((one, other) => one.at - other.at)
  return first ?? null
}
