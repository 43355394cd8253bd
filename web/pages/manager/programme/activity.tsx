import type { EventCode } from '../../../../worker/domain/events.ts'
import { iso } from '../../../../worker/domain/time/time.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { within } from '../../../parts/within.ts'
import { formatDay, formatRange, formatTime } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { labelled } from '../../../words/punctuation.ts'
import { paths } from '../../paths.ts'
import type { ActivityData, ActivityLine } from './activity-data.ts'

/** What a programme did lately: who, by which door, when, with a link to what it was about. */
export function ActivityPage({ frame, lines, days, earlier, isLatest }: ActivityData) {
  const words = wordsFor(frame)
  const byDay = Map.groupBy(lines, ({ at }) => formatDay(at, frame))
  return (
    <Frame frame={frame} title={words.activity.title}>
      <header class="heading">
        <h1>{words.activity.title}</h1>
        <p class="soft">{words.activity.about(days)}</p>
      </header>
      {lines.length === 0 ? (
        <Empty title={words.activity.emptyTitle} sentence={words.activity.empty} />
      ) : null}
      {Array.from(byDay, ([day, those]) => (
        <section>
          <h2 class="day">{day}</h2>
          <ol class="history">
            {those.map((line) => (
              <Line line={line} frame={frame} />
            ))}
          </ol>
        </section>
      ))}
      <nav class="views" aria-label={words.frame.pages.label}>
        {isLatest ? null : <a href={within(frame, paths.activity)}>{words.activity.latest}</a>}
        {earlier ? (
          <a href={earlier} rel="next">
            {words.activity.earlier}
          </a>
        ) : null}
      </nav>
    </Frame>
  )
}

function Line({ line, frame }: { readonly line: ActivityLine; readonly frame: PageFrame }) {
  const { code, at, who, door, time, partstat, status, about, href } = line
  const words = wordsFor(frame)
  const event = status ? words.activity.pairingIs(words.states.pairing[status]) : eventWords(code, frame)
  const happened =
    partstat && code !== 'countered'
      ? `${labelled(event, frame.locale)} ${words.states.answer[partstat]}`
      : event
  return (
    <li>
      <p>
        {href ? <a href={href}>{about}</a> : about}
        {labelled('', frame.locale)} {happened}
        {time ? <span class="soft"> {formatRange(time, frame)}</span> : null}
      </p>
      <p class="soft">
        {who ?? words.session.sotto}, {words.frame.door[door]},{' '}
        <time datetime={iso(at)}>{formatTime(at, frame)}</time>
      </p>
    </li>
  )
}

/** The words of a session's history, and of what else can happen. */
function eventWords(code: EventCode, frame: PageFrame): string {
  const { session, activity } = wordsFor(frame)
  const all: Readonly<Record<EventCode, string>> = { ...session.events, ...activity.events }
  return all[code]
}
