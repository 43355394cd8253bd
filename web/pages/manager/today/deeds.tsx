import { MAX_REASON_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { Hidden } from '../../../parts/fields.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PostButton } from '../../../parts/post.tsx'
import { formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { LaterDays, TodayAction, TodayItem, TodayKind } from './today-data.ts'

/** The one thing to do. */
export function Action({
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

type LaterProps = { readonly item: TodayItem; readonly frame: PageFrame; readonly later: LaterDays }

/** Snooze: until a day, or for good where nobody waits for it. */
export function Later({ item, frame, later }: LaterProps) {
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
