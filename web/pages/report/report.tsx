import { type Figure, type FigureName, FIGURES } from '../../../worker/domain/report/figures.ts'
import type { Instant } from '../../../worker/domain/time/time.ts'
import { Frame } from '../../parts/frame.tsx'
import { formatDay } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { dayBefore } from './figure-day.ts'
import { FigureLine } from './figure-line.tsx'
import { ReportLinks } from './links.tsx'
import type { ReportData } from './report-data.ts'

const GROUPS = {
  people: ['executives', 'active'],
  sessions: ['fixed', 'held', 'share-held', 'minutes', 'median-days', 'bumps-per-session'],
  results: FIGURES.filter((name) => name === 'done-by-both' || name.startsWith('benefit-')),
  missed: FIGURES.filter((name) => name.startsWith('missed-')),
  unsuited: FIGURES.filter((name) => name.startsWith('unsuited-')),
  stages: FIGURES.filter((name) => name.startsWith('stage-')),
} as const satisfies Readonly<Record<string, readonly FigureName[]>>
const GROUP_NAMES = ['people', 'sessions', 'results', 'missed', 'unsuited', 'stages'] as const

/** One honest page for a sponsor: what holds of the whole programme, since when, and what is not said. On paper, one too. */
export function ReportPage({ frame, programme, least, releasedAt, figures, links }: ReportData) {
  const words = wordsFor(frame).report
  const until = newestOf(figures)
  return (
    <Frame
      frame={frame}
      title={words.title(programme)}
      isOnlyRead
      {...(links && { script: 'forms', errors: links.form.errors, errorsAt: 'form' })}
    >
      <header class="heading">
        <h1>{words.title(programme)}</h1>
        <p class="soft">{words.about(least)}</p>
        <p>
          {releasedAt === null ? words.notReleased : words.released(formatDay(releasedAt, frame))}
          {until === null ? null : ` ${words.counted(dayBefore(until, frame))}`}
        </p>
      </header>
      <div class="blocks figures">
        {GROUP_NAMES.map((group) => {
          const names: readonly FigureName[] = GROUPS[group]
          const own = names.flatMap((name) => figures.find((figure) => figure.name === name) ?? [])
          return own.length > 0 ? (
            <Group frame={frame} title={words.groups[group]} figures={own} until={until} />
          ) : null
        })}
      </div>
      <div class="blocks">
        <section>
          <h2>{words.unsaid}</h2>
          <ul class="lines soft">
            {words.limits.map((each) => (
              <li>{each}</li>
            ))}
          </ul>
        </section>
      </div>
      {links ? <ReportLinks frame={frame} links={links} /> : null}
    </Frame>
  )
}

type GroupProps = Pick<ReportData, 'frame' | 'figures'> & {
  readonly title: string
  readonly until: Instant | null
}

function Group({ frame, title, figures, until }: GroupProps) {
  return (
    <section>
      <h2>{title}</h2>
      <dl class="holds">
        {figures.map((figure) => (
          <FigureLine frame={frame} figure={figure} until={until} />
        ))}
      </dl>
    </section>
  )
}

/** Most figures are as new as the newest: only the others say how old they are. */
function newestOf(figures: readonly Figure[]): Instant | null {
  return figures.reduce<Instant | null>(
    (newest, figure) => ('until' in figure && figure.until > (newest ?? 0) ? figure.until : newest),
    null,
  )
}
