import { Hidden } from '../../../parts/fields.tsx'
import { PostButton } from '../../../parts/post.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { type LineProps, programmeIn } from './deeds.tsx'
import type { LaterDays, TodayItem, TodayKind } from './today-data.ts'

/** Dates that may stay as they are. */
const KEPT: ReadonlySet<TodayKind> = new Set(['trip-over-dates', 'zone-changed'])

/** Snooze: until a day, or for good where nobody waits for it. */
export function Later({ item, frame, back, later }: LineProps & { readonly later: LaterDays }) {
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
          hidden={{ key: item.key, until: later[day], ...programmeIn(frame), back }}
          label={words.laterDays[day]}
          about={item.who}
          enhance="#content"
        />
      ))}
      <form method="post" action={paths.snoozes} class="post" data-enhance="#content">
        <Hidden values={{ key: item.key, ...programmeIn(frame), back }} />
        <label>
          {words.laterUntil} <input type="date" name="until" value={later.day} required />
        </label>
        <button class="quiet" type="submit">
          {words.putOff}
        </button>
      </form>
      {item.settles && !isSettledInLine(item) ? <Settle item={item} frame={frame} back={back} /> : null}
    </details>
  )
}

/** Whether the line itself has a button for it. */
function isSettledInLine({ action, suggestion }: TodayItem): boolean {
  return action.kind === 'settle' || (action.kind === 'answer' && suggestion?.refusal !== null)
}

function Settle({ item: { key, kind, who }, frame, back }: LineProps) {
  const words = wordsFor(frame).today
  return (
    <>
      {kind === 'strangers' ? <p class="hint">{words.wordsGo}</p> : null}
      <PostButton
        action={paths.snoozes}
        hidden={{ key, done: 'yes', ...programmeIn(frame), back }}
        label={KEPT.has(kind) ? words.keepDate : words.done}
        about={who}
        enhance="#content"
      />
    </>
  )
}
