import type { Child } from 'hono/jsx'

import { MAX_TIME_RULE_CHARACTERS } from '../../../worker/domain/limits.ts'
import type { Trip, WeeklyWindow } from '../../../worker/domain/people/person.ts'
import { formatWallTime } from '../../../worker/domain/time/days.ts'
import { errorIn, type FormState, valueIn } from '../../parts/form.ts'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { formatDays } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { zoneAsTyped } from '../../words/places.ts'
import { weekday } from '../../words/weekday.ts'
import { paths } from '../paths.ts'
import type { DeskExecutive } from './desk-data.ts'

type Props = {
  readonly frame: PageFrame
  readonly executive: DeskExecutive
  /** What was typed here; null: nothing. */
  readonly form: FormState | null
}

/** His trips and what should never be, and one line to say another. */
export function TimeRules({ frame, executive, form }: Props) {
  const { id, trips, never } = executive
  return (
    <>
      {trips.length + never.length > 0 ? (
        <ul class="chips">
          {trips.map((trip) => (
            <Said frame={frame} executive={executive} hidden={{ trip: tripText(trip) }}>
              {wordsFor(frame).desk.trip(
                zoneAsTyped(trip.zone, frame.locale),
                formatDays(trip.from, trip.to, frame.locale),
              )}
            </Said>
          ))}
          {never.map((window) => (
            <Said frame={frame} executive={executive} hidden={{ never: windowText(window) }}>
              {wordsFor(frame).desk.never(
                weekday(window.day, frame.locale),
                formatWallTime(window.from),
                formatWallTime(window.to),
              )}
            </Said>
          ))}
        </ul>
      ) : null}
      <SayForm frame={frame} id={id} name={executive.name} form={form} />
    </>
  )
}

type SaidProps = Omit<Props, 'form'> & {
  readonly hidden: Readonly<Record<string, string>>
  readonly children: Child
}

function Said({ frame, executive, hidden, children }: SaidProps) {
  const words = wordsFor(frame).desk
  return (
    <li>
      {children}{' '}
      <PostButton
        action={paths.deskTimes(executive.id)}
        hidden={hidden}
        label={words.remove}
        about={words.whose(executive.name)}
        tone="link"
      />
    </li>
  )
}

/** The id of the sentence that says how such a line is written. */
export const SAYS_ABOUT = 'says-about'

type SayProps = { readonly frame: PageFrame; readonly id: DeskExecutive['id']; readonly name: string } & Pick<
  Props,
  'form'
>

function SayForm({ frame, id, name, form }: SayProps) {
  const words = wordsFor(frame).desk
  const input = `said-${id}`
  const error = form && errorIn(form, input)
  return (
    <form method="post" action={paths.deskTimes(id)} class="pair say">
      <div class="field">
        <label for={input}>
          {words.says}
          <span class="unseen"> {words.whose(name)}</span>
        </label>
        {error ? (
          <p class="field-error" id={`${input}-error`}>
            {error}
          </p>
        ) : null}
        <input
          id={input}
          name="said"
          value={form ? valueIn(form, 'said') : ''}
          placeholder={words.saysHint}
          maxlength={MAX_TIME_RULE_CHARACTERS}
          autocomplete="off"
          required
          aria-describedby={error ? `${input}-error ${SAYS_ABOUT}` : SAYS_ABOUT}
          aria-invalid={error ? 'true' : undefined}
        />
      </div>
      <button class="quiet" type="submit">
        {words.say}
        <span class="unseen"> {words.whose(name)}</span>
      </button>
    </form>
  )
}

/** As the form sends it back to take it away. */
export function tripText({ zone, from, to }: Trip): string {
  return `${from}/${to}/${zone}`
}

export function windowText({ day, from, to }: WeeklyWindow): string {
  return `${day}/${from}/${to}`
}
