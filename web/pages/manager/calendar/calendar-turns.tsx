import { Icon } from '../../../parts/icons.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { wordsFor } from '../../../words/pages/words.ts'

/** Links from the shown week or day to the others. */
export type Turns = {
  readonly weekHref: string
  readonly dayHref: string
  readonly previousHref: string
  readonly nextHref: string
  /** The current week or day. */
  readonly currentHref: string
  /** The same period, with the grid on a narrow screen too. */
  readonly gridHref: string
}

type Props = { readonly frame: PageFrame; readonly view: 'week' | 'day'; readonly turns: Turns }

export function TurnLinks({ frame, view, turns }: Props) {
  const words = wordsFor(frame).calendar
  const turning = words.turning[view]
  return (
    <div class="turns no-print">
      <nav class="views" aria-label={words.views.label}>
        <a href={turns.weekHref} aria-current={view === 'week' ? 'page' : undefined}>
          {words.views.week}
        </a>
        <a href={turns.dayHref} aria-current={view === 'day' ? 'page' : undefined}>
          {words.views.day}
        </a>
      </nav>
      <p class="steps">
        <a class="button quiet" href={turns.previousHref}>
          <Icon name="back" />
          <span class="unseen">{turning.previous}</span>
        </a>
        <a class="button quiet" href={turns.currentHref}>
          {turning.current}
        </a>
        <a class="button quiet" href={turns.nextHref}>
          <Icon name="onward" />
          <span class="unseen">{turning.next}</span>
        </a>
      </p>
      <a class="narrow-only" href={turns.gridHref}>
        {words.toGrid}
      </a>
    </div>
  )
}
