import type { Figure, FigureName, FigureValue } from '../../../worker/domain/report/figures.ts'
import type { Instant } from '../../../worker/domain/time/time.ts'
import type { PageFrame } from '../../parts/page-frame.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { dayBefore } from './figure-day.ts'

type FigureLineProps = {
  readonly frame: PageFrame
  readonly figure: Figure
  /** As new as this it says nothing of its age. */
  readonly until: Instant | null
}

/** A figure with what it is; its day where it is older than the others, or why there is none. */
export function FigureLine({ frame, figure, until }: FigureLineProps) {
  const words = wordsFor(frame).report
  return (
    <div>
      <dt>{words.figures[figure.name]}</dt>
      {'hidden' in figure ? (
        <dd class="hint">{words.hidden[figure.hidden]}</dd>
      ) : (
        <dd>
          <strong>{valueWords(figure.name, figure.value, frame)}</strong>{' '}
          {figure.until === until ? null : (
            <span class="hint">
              {words.until(dayBefore(figure.until, frame))}
              {figure.whyNotNewer ? `. ${words.notNewer[figure.whyNotNewer]}` : ''}
            </span>
          )}
        </dd>
      )}
    </div>
  )
}

function valueWords(name: FigureName, value: FigureValue, frame: PageFrame): string {
  const words = wordsFor(frame).report
  if (typeof value === 'number') return name === 'share-held' ? words.share(value) : words.around(value)
  const { from, to } = value
  if (name !== 'minutes') return words.band(from, to)
  return words.hours(String(Math.floor(from / 60)), String(Math.ceil(to / 60)))
}
