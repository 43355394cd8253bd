import { MAX_REASON_CHARACTERS } from '../../../../worker/domain/limits.ts'
import type { SeenFields } from '../../../../worker/domain/people/fields.ts'
import type { Day, Instant, Interval } from '../../../../worker/domain/time/time.ts'
import { ago } from '../../../parts/ago.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Hidden } from '../../../parts/fields.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PageLinks, type Pages } from '../../../parts/pages.tsx'
import { PostButton } from '../../../parts/post.tsx'
import { type SuggestionShown, suggestionWords, TakeSuggestion } from '../../../parts/suggestion.tsx'
import { Moment } from '../../../parts/when.tsx'
import { formatDay, formatMoment, formatRange } from '../../../words/moments.ts'
import type { PageWords } from '../../../words/pages/en.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { lineId } from '../../line-id.ts'
import { paths } from '../../paths.ts'

export type TodayKind = keyof PageWords['today']['kinds']

/** The one thing to do: open a page, send a mail that is already written, or press a button. */
export type TodayAction =
  | { readonly kind: 'open'; readonly href: string }
  | { readonly kind: 'mail'; readonly href: string; readonly to: string }
  | {
      readonly kind: 'decide'
      readonly accept: string
      readonly refuse: string
      readonly time: Interval
      readonly verdict: 'free' | 'soft' | 'hard'
    }
  | { readonly kind: 'post'; readonly action: string; readonly hidden: Readonly<Record<string, string>> }

export type TodayItem = {
  readonly kind: TodayKind
  /** The executive, or the person the line is about. */
  readonly who: string
  readonly mentor: string | null
  /** The time in question, if any. */
  readonly time: Interval | null
  readonly since: Instant
  /** What a mail suggests, and what the judge says against it. */
  readonly suggestion: SuggestionShown | null
  /** How many mails the line stands for; null: it is one thing. */
  readonly count: number | null
  /** Who reports to whom, or what covers the date. */
  readonly because: string | null
  /** What the clock could not do about it, and when it tries again. */
  readonly putOff: { readonly reason: string; readonly until: Instant } | null
  /** Why a letter could not be delivered, as a code. */
  readonly failure: string | null
  /** When Sotto acts by itself, if nobody else does. */
  readonly actsAt: Instant | null
  /** Of a proposed time: why it cannot be, and the words that came with it. */
  readonly said: { readonly refusal: string | null; readonly words: string | null } | null
  readonly href: string
  readonly action: TodayAction
  /** Names the line when it is put off. */
  readonly key: string
  /** Whether it can be settled for good. */
  readonly settles: boolean
}

export const TODAY_ITEM_FIELDS: SeenFields<TodayItem> = {
  kind: 'neutral',
  who: 'neutral',
  mentor: { sight: 'mentor-name', instead: null },
  time: { sight: 'time', instead: null },
  since: 'neutral',
  suggestion: { sight: 'time', instead: null },
  count: 'neutral',
  because: { sight: 'mentor-name', instead: null },
  putOff: 'neutral',
  failure: 'neutral',
  actsAt: 'neutral',
  said: { sight: 'answers', instead: null },
  href: 'neutral',
  action: 'neutral',
  key: 'neutral',
  settles: 'neutral',
}

/** Most urgent first. */
export type TodayData = {
  readonly frame: PageFrame
  readonly items: readonly TodayItem[]
  /** The kinds of which not all lines are shown. */
  readonly more: readonly { readonly kind: TodayKind; readonly count: number }[]
  /** Where one kind alone is shown: which, and which of its lines. */
  readonly only: { readonly kind: TodayKind; readonly pages: Pages | null } | null
  /** What is put off, and until when. */
  readonly asleep: readonly (TodayItem & { readonly until: Instant })[]
  /** The days that are offered for putting off. */
  readonly later: Later
}

type Later = { readonly tomorrow: Day; readonly monday: Day; readonly day: Day }

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

type RowProps = { readonly item: TodayItem; readonly frame: PageFrame; readonly later: Later }

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

function Action({
  item: { action, kind, who },
  frame,
}: {
  readonly item: TodayItem
  readonly frame: PageFrame
}) {
  const words = wordsFor(frame).today
  const label = words.actions[kind]
  if (action.kind === 'mail')
    return (
      <a class="button quiet" href={action.href}>
        {words.writeTo(action.to)}
        {action.to === who ? null : <span class="unseen"> {words.about(who)}</span>}
      </a>
    )
  if (action.kind === 'decide') return <Decide action={action} about={who} frame={frame} />
  if (action.kind === 'post')
    return (
      <PostButton
        action={action.action}
        hidden={action.hidden}
        label={label}
        about={who}
        enhance="#content"
      />
    )
  return (
    <a class="button quiet" href={action.href}>
      {label}
      <span class="unseen"> {who}</span>
    </a>
  )
}

type DecideProps = {
  readonly action: Extract<TodayAction, { kind: 'decide' }>
  readonly about: string
  readonly frame: PageFrame
}

/** A proposed time is taken where it stands, with a reason where something soft stands against it, or refused. */
function Decide({ action: { accept, refuse, time, verdict }, about, frame }: DecideProps) {
  const words = wordsFor(frame).today
  const back = { back: paths.today }
  return (
    <>
      {verdict === 'hard' ? null : (
        <form method="post" action={accept} class="post" data-enhance="#content">
          <Hidden values={back} />
          {verdict === 'soft' ? (
            <label>
              {words.whyAnyway} <input type="text" name="reason" required maxlength={MAX_REASON_CHARACTERS} />
            </label>
          ) : null}
          <button class="quiet" type="submit">
            {verdict === 'soft' ? words.acceptAnyway : words.accept(formatRange(time, frame))}
            <span class="unseen"> {about}</span>
          </button>
        </form>
      )}
      <PostButton
        action={refuse}
        hidden={back}
        label={verdict === 'hard' ? words.putAway : words.refuse}
        about={about}
        enhance="#content"
      />
    </>
  )
}

/** Dates that may stay as they are. */
const KEPT: ReadonlySet<TodayKind> = new Set(['trip-over-dates', 'zone-changed'])

/** Snooze: until a day, or for good where nobody waits for it. */
function Later({ item, frame, later }: RowProps) {
  const words = wordsFor(frame).today
  return (
    <details class="later">
      <summary>
        {words.later}
        <span class="unseen"> {item.who}</span>
      </summary>
      {(['tomorrow', 'monday'] as const).map((day) => (
        <PostButton
          action={paths.snoozes}
          hidden={{ key: item.key, until: later[day] }}
          label={words.laterDays[day]}
          about={item.who}
          enhance="#content"
        />
      ))}
      <form method="post" action={paths.snoozes} class="post" data-enhance="#content">
        <Hidden values={{ key: item.key }} />
        <label>
          {words.laterUntil} <input type="date" name="until" value={later.day} required />
        </label>
        <button class="quiet" type="submit">
          {words.putOff}
        </button>
      </form>
      {item.settles ? (
        <PostButton
          action={paths.snoozes}
          hidden={{ key: item.key, done: 'yes' }}
          label={KEPT.has(item.kind) ? words.keepDate : words.done}
          about={item.who}
          enhance="#content"
        />
      ) : null}
    </details>
  )
}
