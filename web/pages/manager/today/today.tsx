import type { Interval } from '../../../../worker/domain/time/time.ts'
import { ago } from '../../../parts/ago.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PageLinks } from '../../../parts/pages.tsx'
import { PostButton } from '../../../parts/post.tsx'
import { suggestionWords } from '../../../parts/suggestion.tsx'
import { Moment } from '../../../parts/when.tsx'
import { formatDay, formatMoment, formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { labelled } from '../../../words/punctuation.ts'
import { lineId } from '../../line-id.ts'
import { ADD, paths } from '../../paths.ts'
import { Action, type LineProps, programmeIn } from './deeds.tsx'
import type { FirstStepsData } from './first-steps-data.ts'
import { FirstSteps } from './first-steps.tsx'
import { Later } from './later.tsx'
import { LineTimes } from './line-times.tsx'
import { Choose, Chosen } from './several.tsx'
import type { LaterDays, TodayData, TodayItem } from './today-data.ts'

type Props = TodayData & {
  /** Where nobody has met yet: the way there. */
  readonly firstSteps: FirstStepsData | null
}

export function TodayPage({ frame, items, more, only, asleep, later, firstSteps, isEmptyBecause }: Props) {
  const words = wordsFor(frame).today
  const here = only ? paths.todayOf(only.kind) : paths.today
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
      {firstSteps ? <FirstSteps frame={frame} data={firstSteps} /> : null}
      {items.length === 0 ? (
        firstSteps ? null : (
          <Nothing frame={frame} because={isEmptyBecause} />
        )
      ) : (
        <>
          <ol class="rows today">
            {items.map((item, index) => (
              <TodayRow
                item={item}
                frame={frame}
                later={later}
                back={backTo(here, items.slice(index + 1), item)}
                isOneOfSeveral={items.length > 1}
              />
            ))}
          </ol>
          {items.length > 1 ? <Chosen frame={frame} back={here} later={later} /> : null}
        </>
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
      {only ? null : (
        <p>
          <a href={paths.activity}>{wordsFor(frame).activity.link}</a>
        </p>
      )}
      {asleep.length > 0 ? <Asleep frame={frame} items={asleep} /> : null}
    </Frame>
  )
}

/** All is arranged only where somebody is paired. */
function Nothing({
  frame,
  because,
}: {
  readonly frame: PageFrame
  readonly because: TodayData['isEmptyBecause']
}) {
  const { today: words, frame: shared } = wordsFor(frame)
  const isUnpaired = because === 'nobody-paired'
  return (
    <Empty title={words.emptyTitle} sentence={words.emptyBecause[because]}>
      <a class="button quiet" href={isUnpaired ? `${paths.pairings}#${ADD}` : paths.calendar}>
        {isUnpaired ? shared.nav.pairings : shared.nav.calendar}
      </a>
    </Empty>
  )
}

/** The line after one that goes, where the eye is then: not one that goes with it. */
function backTo(here: string, after: readonly TodayItem[], { action }: TodayItem): string {
  const gone = action.kind === 'remind' ? action.keys : []
  const next = after.find(({ key }) => !gone.includes(key))
  return next ? `${here}#${lineId(next.key)}` : here
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
              hidden={{ key: item.key, again: 'yes', ...programmeIn(frame) }}
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

type RowProps = LineProps & { readonly later: LaterDays; readonly isOneOfSeveral: boolean }

function TodayRow({ item, frame, back, later, isOneOfSeveral }: RowProps) {
  const words = wordsFor(frame).today
  return (
    <li class="row" id={lineId(item.key)} tabindex={-1}>
      <p class="row-what">
        {isOneOfSeveral ? <Choose item={item} frame={frame} /> : null}
        <a class="name" href={item.href}>
          {item.who}
        </a>
        {item.mentor ? (
          <>
            {' '}
            <span class="soft">{words.withMentor(item.mentor)}</span>
          </>
        ) : null}
      </p>
      <p class="row-words">
        {words.kinds[item.kind]}
        {item.action.kind === 'offer' || item.action.kind === 'remind' ? (
          <LineTimes times={item.action.times} frame={frame} />
        ) : null}
        {item.time ? <span class="soft row-time">{timeWords(item.time, item, frame)}</span> : null}
        {item.count === null ? null : <span class="soft row-time">{words.mails(item.count)}</span>}
        {item.suggestion ? (
          <span class="soft row-time">{suggestionWords(item.suggestion, frame)}</span>
        ) : null}
        {item.logged ? <span class="soft row-time">{loggedWords(item.logged, frame)}</span> : null}
        {item.failure ? <span class="soft row-time">{failureWords(item.failure, frame)}</span> : null}
        {item.actsAt === null ? null : (
          <span class="soft row-time">{words.actsAt(formatMoment(item.actsAt, frame))}</span>
        )}
        {item.because ? <span class="soft row-time">{item.because}</span> : null}
        {item.putOff ? <span class="soft row-time">{putOffWords(item.putOff, frame)}</span> : null}
        {item.correction ? <Correction correction={item.correction} frame={frame} /> : null}
        {item.said?.refusal ? <span class="soft row-time">{item.said.refusal}</span> : null}
        {item.said?.words ? <q class="soft row-time">{item.said.words}</q> : null}
      </p>
      <p class="row-since soft">{ago(item.since, frame)}</p>
      <div class="row-do">
        <Action item={item} frame={frame} back={back} />
        <Later item={item} frame={frame} back={back} later={later} />
      </div>
    </li>
  )
}

/** What is wanted, beside what is. */
function Correction({
  correction: { field, now, wanted, keepsOld },
  frame,
}: {
  readonly correction: NonNullable<TodayItem['correction']>
  readonly frame: PageFrame
}) {
  const { today: words, record } = wordsFor(frame)
  if (field === 'other') return <q class="soft row-time">{wanted}</q>
  return (
    <span class="soft row-time">
      {labelled(record.fields[field], frame.locale)} {now ?? words.nothingYet}, {words.shouldBe}{' '}
      <strong>{wanted}</strong>
      {keepsOld === null ? null : ` · ${keepsOld ? words.oldStays : words.oldGoes}`}
    </span>
  )
}

/** A proposed time says that both are free; why it cannot be stands in a line of its own. */
function timeWords(time: Interval, { action }: TodayItem, frame: PageFrame): string {
  const when = formatRange(time, frame)
  const isFree = action.kind === 'decide' && action.verdict === 'free'
  return isFree ? `${when} · ${wordsFor(frame).today.bothFree}` : when
}

/** “Cut short. Agreed: …” */
function loggedWords({ result, agreed }: NonNullable<TodayItem['logged']>, frame: PageFrame): string {
  const { states, today } = wordsFor(frame)
  const what = `${states.outcome[result]}.`
  return agreed === null ? what : `${what} ${today.agreed(agreed)}`
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
