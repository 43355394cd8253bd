import { Icon } from '../../../parts/icons.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import type { CalendarView } from './view.ts'

/** Links from the shown week or day to the others. */
export type Turns = {
  readonly weekHref: string
  readonly dayHref: string
  readonly previousHref: string
  readonly nextHref: string
  /** The current week or day. */
  readonly currentHref: string
  /** The same period on a narrow screen: as a grid where it is a list, as a list where it is a grid. */
  readonly otherHref: string
}

type Props = { readonly frame: PageFrame; readonly view: CalendarView; readonly turns: Turns }

export function TurnLinks({ frame, view: { kind, isGridWanted }, turns }: Props) {
  const words = wordsFor(frame).calendar
  const turning = words.turning[kind]
  return (
    <div class="turns no-print">
      <nav class="views" aria-label={words.views.label}>
        <a href={turns.weekHref} aria-current={kind === 'week' ? 'page' : undefined}>
          {words.views.week}
        </a>
        <a href={turns.dayHref} aria-current={kind === 'day' ? 'page' : undefined}>
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
      <a class="narrow-only" href={turns.otherHref}>
        {isGridWanted ? words.toList : words.toGrid}
      </a>
    </div>
  )
}
