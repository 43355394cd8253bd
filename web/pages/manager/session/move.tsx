import { SelectField } from '../../../parts/fields.tsx'
import { valueIn } from '../../../parts/form.ts'
import { FreeDays } from '../../../parts/free-days.tsx'
import { MinutesField } from '../../../parts/minutes-field.tsx'
import { ReasonField, TimeFields } from '../../../parts/time-fields.tsx'
import { zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { ActionDisclosure, isRefused } from './action-disclosure.tsx'
import type { SessionData } from './session-data.ts'

type Props = { readonly data: SessionData }

/** A free time of both from a list, or another that she writes. */
export function Move({ data }: Props) {
  const { frame, form, minutes, mentor } = data
  const others = data.mentors.filter(({ id }) => id !== mentor.id)
  const words = wordsFor(frame)
  const zone = words.frame.zoneOf(zoneLabel(frame.zone, frame.locale, data.time?.start ?? frame.now))
  return (
    <ActionDisclosure
      title={words.session.move}
      hint={data.moves.length > 0 ? words.session.moveHint : `${words.session.moveHint} ${zone}`}
      open={isRefused(data, ['start', 'date', 'time', 'minutes', 'withId', 'reason'])}
    >
      <FreeMoves data={data} />
      <form method="post" action={paths.sessionTime(data.id)} class="stack">
        <div class="pair">
          <TimeFields form={form} day={words.session.newDate} hour={words.session.newTime} />
          <MinutesField form={form} label={words.session.minutes} value={String(minutes)} />
        </div>
        {others.length > 0 ? (
          <SelectField
            form={form}
            name="withId"
            label={words.session.withWhom}
            value={mentor.id}
            choices={[mentor, ...others].map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <ReasonField frame={frame} form={form} />
        <button class="quiet" type="submit">
          {words.session.move}
        </button>
      </form>
    </ActionDisclosure>
  )
}

function FreeMoves({ data }: Props) {
  const { frame, form, moves, executive } = data
  const words = wordsFor(frame)
  if (moves.length === 0) return <p class="hint">{words.steering.noMove}</p>
  const picked = valueIn(form, 'start')
  return (
    <form method="post" action={paths.sessionTime(data.id)} class="stack">
      <fieldset class="field" aria-describedby="start-hint">
        <legend>{words.steering.moveTo}</legend>
        <p class="hint" id="start-hint">
          {words.steering.moveHint}
        </p>
        <FreeDays
          times={moves}
          frame={frame}
          other={executive.zone}
          each={({ start }, label, about) => (
            <span class="chip">
              <input
                type="radio"
                id={`start-${start}`}
                name="start"
                value={start}
                checked={picked === String(start)}
                required
              />
              <label for={`start-${start}`}>
                {label}
                <span class="unseen"> {about}</span>
              </label>
            </span>
          )}
        />
      </fieldset>
      <button class="quiet" type="submit">
        {words.session.move}
      </button>
    </form>
  )
}
