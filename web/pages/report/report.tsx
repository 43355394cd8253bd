import {
  type Figure,
  type FigureName,
  FIGURES,
  type FigureValue,
} from '../../../worker/domain/report/figures.ts'
import { dayText } from '../../../worker/domain/time/dates.ts'
import { before, DAY, type Instant } from '../../../worker/domain/time/time.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { formatDay } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'

export type ReportData = {
  readonly frame: PageFrame
  readonly programme: string
  /** Of how many people each figure is at least. */
  readonly least: number
  readonly releasedAt: Instant | null
  readonly figures: readonly Figure[]
}

const GROUPS = {
  people: ['executives', 'active'],
  sessions: ['fixed', 'held', 'share-held', 'minutes', 'median-days', 'bumps-per-session'],
  results: FIGURES.filter((name) => name === 'done-by-both' || name.startsWith('benefit-')),
  missed: FIGURES.filter((name) => name.startsWith('missed-')),
  unsuited: FIGURES.filter((name) => name.startsWith('unsuited-')),
  stages: FIGURES.filter((name) => name.startsWith('stage-')),
} as const satisfies Readonly<Record<string, readonly FigureName[]>>
const GROUP_NAMES = ['people', 'sessions', 'results', 'missed', 'unsuited', 'stages'] as const

/** One honest page for a sponsor: what holds of the whole programme, since when, and what is not said. */
export function ReportPage({ frame, programme, least, releasedAt, figures }: ReportData) {
  const words = wordsFor(frame).report
  return (
    <Frame frame={frame} title={words.title(programme)} isOnlyRead>
      <header class="heading">
        <h1>{words.title(programme)}</h1>
        <p class="soft">{words.about(least)}</p>
        <p class="soft">
          {releasedAt === null ? words.notReleased : words.released(formatDay(releasedAt, frame))}
        </p>
      </header>
      {GROUP_NAMES.map((group) => {
        const names: readonly FigureName[] = GROUPS[group]
        const own = names.flatMap((name) => figures.find((figure) => figure.name === name) ?? [])
        return own.length > 0 ? <Group frame={frame} title={words.groups[group]} figures={own} /> : null
      })}
      <section>
        <h2>{words.unsaid}</h2>
        <ul>
          {words.limits.map((each) => (
            <li>{each}</li>
          ))}
        </ul>
      </section>
    </Frame>
  )
}

type GroupProps = Pick<ReportData, 'frame' | 'figures'> & { readonly title: string }

function Group({ frame, title, figures }: GroupProps) {
  const words = wordsFor(frame).report
  return (
    <section>
      <h2>{title}</h2>
      <dl class="particulars wide">
        {figures.map((figure) => (
          <>
            <dt>{words.figures[figure.name]}</dt>
            <dd>
              <Value frame={frame} figure={figure} />
            </dd>
          </>
        ))}
      </dl>
    </section>
  )
}

function Value({ frame, figure }: { readonly frame: PageFrame; readonly figure: Figure }) {
  const words = wordsFor(frame).report
  if ('hidden' in figure) return <span class="soft">{words.hidden[figure.hidden]}</span>
  const { name, value, until, whyNotNewer } = figure
  return (
    <>
      <strong>{valueWords(name, value, frame)}</strong>{' '}
      <span class="hint">
        {words.until(formatDay(lastDayBefore(until), frame))}
        {whyNotNewer ? `. ${words.notNewer[whyNotNewer]}` : ''}
      </span>
    </>
  )
}

function valueWords(name: FigureName, value: FigureValue, frame: PageFrame): string {
  const words = wordsFor(frame).report
  if (typeof value === 'number') return name === 'share-held' ? words.share(value) : words.around(value)
  const { from, to } = value
  if (name !== 'minutes') return words.band(from, to)
  return words.hours(String(Math.floor(from / 60)), String(Math.ceil(to / 60)))
}

/** A month ends where the next one begins. */
function lastDayBefore(until: Instant) {
  return dayText(Math.floor(before(until, DAY) / DAY))
}
