import { MAX_REASON_CHARACTERS } from '../../../../worker/domain/limits.ts'
import type { Interval } from '../../../../worker/domain/time/time.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'

/** A time that a mail asks for. */
export type TimeAsked = {
  readonly time: Interval
  /** Its start on the page's wall clock, as the form sends it. */
  readonly date: string
  readonly clock: string
  /** What the judge says; null: nothing is against it. */
  readonly refusal: string | null
  readonly takes: 'at-once' | 'with-reason' | 'never'
}

/** One press takes it; nothing is taken by itself. */
export function AskedTime(props: {
  readonly asked: TimeAsked
  readonly action: string
  readonly frame: PageFrame
}) {
  const { asked, action, frame } = props
  const words = wordsFor(frame)
  if (asked.takes === 'never') return <p>{asked.refusal}</p>
  return (
    <form method="post" action={action} class="stack">
      <input type="hidden" name="answer" value="time" />
      <input type="hidden" name="date" value={asked.date} />
      <input type="hidden" name="time" value={asked.clock} />
      {asked.refusal ? <p>{asked.refusal}</p> : null}
      {asked.takes === 'with-reason' ? (
        <label>
          {words.session.reason} <input name="reason" required maxlength={MAX_REASON_CHARACTERS} />
        </label>
      ) : null}
      <button type="submit">{words.received.takes(formatRange(asked.time, frame))}</button>
    </form>
  )
}
