import { ago } from '../../../parts/ago.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PageLinks } from '../../../parts/pages.tsx'
import { PostButton } from '../../../parts/post.tsx'
import { suggestionWords, TakeSuggestion } from '../../../parts/suggestion.tsx'
import { Moment } from '../../../parts/when.tsx'
import { formatDay, formatMoment, formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { lineId } from '../../line-id.ts'
import { paths } from '../../paths.ts'
import { Action, Later } from './deeds.tsx'
import type { LaterDays, TodayData, TodayItem } from './today-data.ts'

export function TodayPage({ frame, items, more, only, asleep, later }: TodayData) {
  const words = wordsFor(frame).today
  const count = more.reduce((sum, each) => sum + each.count, items.length)
  return (
    <Frame frame={frame} title={words.title} script="forms">
      <header class="heading">
        <h1>{words.title}</h1>
        {only ? (
          <p>
            {words.kinds[only.kind]} · <a href={paths.today}>{words.backToToday}</a>
          </p>
        ) : (
          <p class="soft">
            <Moment at={frame.now} frame={frame} />
            {count > 0 ? ` · ${words.waiting(count)}` : ''}
          </p>
        )}
        {items.some(({ kind }) => kind === 'no-next-date' || kind === 'first-offer') ? (
          <p>
            <a href={`${paths.pairings}#plan`}>{wordsFor(frame).plans.start}</a>
          </p>
        ) : null}
      </header>
      {items.length === 0 ? (
        <Empty title={words.emptyTitle} sentence={words.empty}>
          <a class="button quiet" href={paths.calendar}>
            {wordsFor(frame).frame.nav.calendar}
          </a>
        </Empty>
      ) : (
        <ol class="rows today">
          {items.map((item) => (
            <TodayRow item={item} frame={frame} later={later} />
          ))}
        </ol>
      )}
      {more.map((each) => (
        <p>
          {words.more(each.count)} {words.kinds[each.kind]}.{' '}
          <a href={paths.todayOf(each.kind)}>
            {words.showAll}
            <span class="unseen"> {words.kinds[each.kind]}</span>
          </a>
        </p>
      ))}
      <PageLinks frame={frame} pages={only?.pages ?? null} />
      {asleep.length > 0 ? <Asleep frame={frame} items={asleep} /> : null}
    </Frame>
  )
}

/** What is put off stays in sight, and can be had back. */
function Asleep({ frame, items }: { readonly frame: PageFrame; readonly items: TodayData['asleep'] }) {
  const words = wordsFor(frame).today
  return (
    <details class="quietly">
      <summary>{words.asleep(items.length)}</summary>
      <ul class="rows">
        {items.map((item) => (
          <li class="row">
            <p class="row-what">
              <a class="name" href={item.href}>
                {item.who}
              </a>
            </p>
            <p class="row-words">
              {words.kinds[item.kind]}
              <span class="soft row-time">{words.until(formatDay(item.until, frame))}</span>
            </p>
            <PostButton
              action={paths.snoozes}
              hidden={{ key: item.key, again: 'yes' }}
              label={words.showAgain}
              about={item.who}
              enhance="#content"
            />
          </li>
        ))}
      </ul>
    </details>
  )
}

type RowProps = { readonly item: TodayItem; readonly frame: PageFrame; readonly later: LaterDays }

function TodayRow({ item, frame, later }: RowProps) {
  const words = wordsFor(frame).today
  return (
    <li class="row" id={lineId(item.key)} tabindex={-1}>
      <p class="row-what">
        <a class="name" href={item.href}>
          {item.who}
        </a>
        {item.mentor ? <span class="soft"> {words.withMentor(item.mentor)}</span> : null}
      </p>
      <p class="row-words">
        {words.kinds[item.kind]}
        {item.time ? <span class="soft row-time">{formatRange(item.time, frame)}</span> : null}
        {item.count === null ? null : <span class="soft row-time">{words.mails(item.count)}</span>}
        {item.suggestion ? (
          <span class="soft row-time">{suggestionWords(item.suggestion, frame)}</span>
        ) : null}
        {item.failure ? <span class="soft row-time">{failureWords(item.failure, frame)}</span> : null}
        {item.actsAt === null ? null : (
          <span class="soft row-time">{words.actsAt(formatMoment(item.actsAt, frame))}</span>
        )}
        {item.because ? <span class="soft row-time">{item.because}</span> : null}
        {item.putOff ? <span class="soft row-time">{putOffWords(item.putOff, frame)}</span> : null}
        {item.said?.refusal ? <span class="soft row-time">{item.said.refusal}</span> : null}
        {item.said?.words ? <q class="soft row-time">{item.said.words}</q> : null}
      </p>
      <p class="row-since soft">{ago(item.since, frame)}</p>
      <div class="row-do">
        {item.suggestion && item.action.kind !== 'decide' ? (
          <TakeSuggestion suggestion={item.suggestion} about={item.who} frame={frame} enhance="#content" />
        ) : null}
        <Action item={item} frame={frame} />
        <Later item={item} frame={frame} later={later} />
      </div>
    </li>
  )
}

/** In words where the manager can do something about it. */
function failureWords(code: string, frame: PageFrame): string {
  const { failures, failedWith } = wordsFor(frame).today
  const [, words] = Object.entries(failures).find(([each]) => each === code) ?? []
  return words ?? failedWith(code)
}

function putOffWords({ reason, until }: NonNullable<TodayItem['putOff']>, frame: PageFrame): string {
  const words = wordsFor(frame).today
  const when = formatMoment(until, frame)
  if (reason === 'only-refused-left') return words.looksForOthers(when)
  return reason === 'no-slots' ? words.looksAgain(when) : words.triesAgain(when)
}
