import type { PairingId, PlanId } from '../../../../worker/domain/ids.ts'
import { type Instant, type Interval, iso } from '../../../../worker/domain/time/time.ts'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { OtherClocks, type ReaderClock } from '../../../parts/when.tsx'
import { formatDay, formatRange, zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'

export type PlanRowData = {
  readonly frame: PageFrame
  readonly planId: PlanId
  readonly pairingId: PairingId
  readonly executive: string
  /** Of the two who meet. */
  readonly clocks: readonly ReaderClock[]
  /** Free given the rest of the plan, in order of time. */
  readonly times: readonly (Interval & {
    readonly isChosen: boolean
    /** When it was refused in this round; null: it was not. */
    readonly refusedAt: Instant | null
  })[]
}

/** Other times for one row, each free given the rest of the plan. */
export function PlanRowPage({ frame, planId, pairingId, executive, clocks, times }: PlanRowData) {
  const words = wordsFor(frame)
  return (
    <Frame frame={frame} title={words.plans.rowTitle(executive)}>
      <header class="heading">
        <p class="eyebrow">
          <a href={paths.plan(planId)}>{words.plans.title}</a>
        </p>
        <h1>{words.plans.rowTitle(executive)}</h1>
        <p class="soft">
          {words.plans.choose} {words.frame.zoneOf(zoneLabel(frame.zone, frame.locale, frame.now))}
        </p>
      </header>
      <form method="post" action={paths.planRow(planId, pairingId)} class="stack">
        <input type="hidden" name="change" value="times" />
        <fieldset>
          <legend>{words.plans.times}</legend>
          {times.map((time, index) => (
            <div class="field check">
              <input
                type="checkbox"
                id={`time-${index}`}
                name="time"
                value={iso(time.start)}
                checked={time.isChosen}
              />
              <label for={`time-${index}`}>
                {formatRange(time, frame)}
                <OtherClocks time={time} frame={frame} clocks={clocks} />
                {time.refusedAt === null ? null : (
                  <span class="soft"> {words.session.suitedNobody(formatDay(time.refusedAt, frame))}</span>
                )}
              </label>
            </div>
          ))}
        </fieldset>
        <p>
          <button class="primary" type="submit">
            {words.plans.save}
          </button>{' '}
          <a href={paths.plan(planId)}>{words.plans.back}</a>
        </p>
      </form>
    </Frame>
  )
}
