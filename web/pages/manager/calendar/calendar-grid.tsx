import type { Child } from 'hono/jsx'

import type { Day } from '../../../../worker/domain/time/time.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { wordsFor } from '../../../words/pages/words.ts'

/** The island's `data-*` values; it fetches the rest over HTTP. */
export type GridData = {
  /** The address the grid reads from, with the programme in its query. */
  readonly feed: string
  /** The address of what is shown, for an address bar that only says “this week”. */
  readonly here: string
  /** The reader's wall clock now, `2027-03-22T10:04`. */
  readonly now: string
  /** `wide`: the grid from 640 px on; `always`: on a narrow screen too, on request. */
  readonly shown: 'wide' | 'always'
}

type Props = {
  readonly frame: PageFrame
  readonly view: 'week' | 'day'
  /** The first day shown. */
  readonly from: Day
  readonly grid: GridData
  /** How many mentors are side by side. */
  readonly mentors: number
  readonly children?: Child
}

/** Empty without script; the list below has the same content. */
export function Grid({ frame, view, from, grid, mentors, children }: Props) {
  const words = wordsFor(frame).calendar
  return (
    <section aria-label={words.grids[view]} class="with-grid no-print">
      <div class="live" role="status" id="calendar-said"></div>
      <div class="grid-frame">
        <div class={`grid-box ${view}`}>
          <div
            id="calendar"
            class={`rails-${Math.min(8, Math.max(1, mentors))}`}
            data-view={view}
            data-from={from}
            data-feed={grid.feed}
            data-here={grid.here}
            data-only-read={frame.closed ? 'yes' : undefined}
            data-zone={frame.zone}
            data-locale={frame.locale}
            data-now={grid.now}
            data-grid={grid.shown}
            data-moved={words.moved}
            data-failed={words.failed}
            data-unknown={words.unknown}
            data-by-hand={words.byHand}
            data-to-day={words.toDay}
            data-above-one={words.beyond.above.one}
            data-above-many={words.beyond.above.many}
            data-below-one={words.beyond.below.one}
            data-below-many={words.beyond.below.many}
            data-aside-one={words.beyond.aside.one}
            data-aside-many={words.beyond.aside.many}
          >
            {children}
          </div>
        </div>
      </div>
      <Asks frame={frame} />
    </section>
  )
}

/** Asks for confirmation before a drop becomes a move: a slip of the mouse must not mail anybody. Esc cancels. */
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
