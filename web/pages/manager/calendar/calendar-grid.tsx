import type { Child } from 'hono/jsx'

import type { Day } from '../../../../worker/domain/time/time.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { wordsFor } from '../../../words/pages/words.ts'

/** What the island is told; it speaks HTTP for the rest. */
export type GridData = {
  /** Where the grid reads from, with the programme in its query. */
  readonly feed: string
  /** Now on the reader's wall, `2027-03-22T10:04`. */
  readonly now: string
  /** `wide`: the grid from 640 px on; `always`: asked for on a narrow screen. */
  readonly shown: 'wide' | 'always'
}

type Props = {
  readonly frame: PageFrame
  readonly view: 'week' | 'day'
  /** The first day shown. */
  readonly from: Day
  readonly grid: GridData
  /** How many mentors stand beside each other. */
  readonly mentors: number
  readonly children?: Child
}

/** Empty without script; the list below says the same. */
export function Grid({ frame, view, from, grid, mentors, children }: Props) {
  const words = wordsFor(frame).calendar
  return (
    <section aria-label={words.grids[view]} class="with-grid">
      <p class="live" role="status" id="calendar-said"></p>
      <div class={`grid-box ${view}`}>
        <div
          id="calendar"
          class={`rails-${Math.min(8, Math.max(1, mentors))}`}
          data-view={view}
          data-from={from}
          data-feed={grid.feed}
          data-zone={frame.zone}
          data-locale={frame.locale}
          data-now={grid.now}
          data-grid={grid.shown}
          data-moved={words.moved}
          data-failed={words.failed}
          data-by-hand={words.byHand}
          data-to-day={words.toDay}
        >
          {children}
        </div>
      </div>
      <Asks frame={frame} />
    </section>
  )
}

/** A slip of the mouse must not mail anybody: a drop is asked about before it is a move. Esc leaves it. */
function Asks({ frame }: { readonly frame: PageFrame }) {
  const { asks } = wordsFor(frame).calendar
  return (
    <dialog
      id="calendar-asks"
      class="asks"
      aria-labelledby="calendar-question"
      aria-describedby="calendar-effect"
    >
      <form method="dialog" class="stack">
        <h2 id="calendar-question"></h2>
        <p id="calendar-effect" class="soft"></p>
        <p class="actions">
          <button class="primary" value="move">
            {asks.confirm}
          </button>
          <button class="quiet" value="">
            {asks.leave}
          </button>
        </p>
      </form>
    </dialog>
  )
}
