import * as z from 'zod/mini'

import { DEFAULT_SLOTS_PER_ANSWER, SESSION_MINUTES, SLOTS_PER_ANSWER } from '../../domain/limits.ts'
import { inLine, lineOf } from '../../domain/pairing/reporting-line.ts'
import { minutesOf } from '../../domain/path/length.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { cadenceDateOf } from '../../domain/session/round.ts'
import { refusedAt, roundOf } from '../../domain/session/tried.ts'
import type { Situation } from '../../domain/situation.ts'
import { latestStart } from '../../domain/slot/judge.ts'
import { type RankedOption, rankSlots } from '../../domain/slot/options.ts'
import { findSlots } from '../../domain/slot/search.ts'
import { after, type Instant, MINUTE } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import { bothOf, recordAccess } from '../access-log.ts'
import type { App } from '../context.ts'
import { missing, refused } from '../responses.tsx'
import { pathId, situationFor } from './load.ts'
import { withQuery } from './request.ts'
import { slotAnswer, slotJson } from './shapes/slot.ts'
import { queryMoment, queryWhole, queryBoolean } from './shapes/values.ts'

export const slotsQuery = z
  .object({
    from: z.exactOptional(queryMoment),
    to: z.exactOptional(queryMoment),
    minutes: z.exactOptional(queryWhole(SESSION_MINUTES)),
    limit: z.exactOptional(queryWhole(SLOTS_PER_ANSWER)),
    explain: z.exactOptional(queryBoolean),
  })
  .check(
    z.refine(({ from, to }) => !from || !to || from < to, {
      message: 'The end comes before the start.',
      path: ['to'],
    }),
  )

export const slotsAnswer = z.strictObject({ slots: z.array(slotAnswer) })

export function slotApi(app: App): void {
  app.get(
    '/api/v1/pairings/:id/slots',
    withQuery(slotsQuery, async (c, query) => {
      const situation = await situationFor(c, pathId(c, 'pai'))
      if (!situation) return missing(c)
      const found = await slotsOf(c.get('platform'), situation, query)
      if (!found.ok) return refused(c, found.refusal)
      await recordAccess(c, bothOf(situation), '/api/v1/pairings/:id/slots')
      return c.json({
        slots: found.value.map((slot) => slotJson(slot, refusedAt(roundOf(situation), slot), query)),
      })
    }),
  )
}

type Query = z.output<typeof slotsQuery>

/** Slots within the window that the judge accepts, best first. Times held for this pairing count as free. */
async function slotsOf(
  platform: Platform,
  situation: Situation,
  query: Query,
): Promise<Result<readonly RankedOption[], Refusal>> {
  const { session, pairing } = situation
  if (pairing.status === 'paused' || pairing.status === 'ended')
    return refuse({ reason: 'pairing-closed', status: pairing.status })

  const line = lineOf(situation)
  if (line) return refuse(inLine(line))

  const diary = await findDiary(platform, situation)
  const { from = diary.now, to, limit = DEFAULT_SLOTS_PER_ANSWER } = query
  const minutes = query.minutes ?? session?.minutes ?? minutesOf(situation)
  const near = cadenceDateOf(situation)
  const ignoring = session?.id ?? null
  const window = { start: from, end: to ? lastStart(to, minutes) : after(latestStart(diary), 1) }
  const slots = findSlots(diary, { window, minutes, ignoring })
  return accept(rankSlots(diary, slots, { ignoring, ...(near && { near }) }).slice(0, limit))
}

/** The search window limits starts and is half-open: a slot may end exactly at `to`. */
function lastStart(to: Instant, minutes: number): Instant {
  return after(to, 1 - minutes * MINUTE)
}
