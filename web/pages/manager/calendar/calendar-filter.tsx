import { startOfDay } from '../../../../worker/domain/time/days.ts'
import { Hidden, type RadioChoice } from '../../../parts/fields.tsx'
import { formatDay, zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { CalendarAround } from './calendar-data.ts'
import { addressOf, closed, queryOf, startAddress } from './view.ts'

type Props = { readonly data: CalendarAround }

/** Whose sessions, on which clock. Both stand in the address; without script it is a form as any other. */
export function CalendarFilter({ data }: Props) {
  const { frame, view, choices } = data
  const { filter, start } = wordsFor(frame).calendar
  const { mentor, zone } = view
  const kept = queryOf({ ...closed(view), mentor: null, zone: null, page: 1 })
  return (
    <form action={paths.calendar} class="filters no-print" aria-label={filter.label}>
      <Hidden values={kept} />
      <Choice
        name="mentor"
        label={filter.mentor}
        value={mentor ?? ''}
        choices={[{ value: '', label: filter.everybody }, ...choices.mentors]}
      />
      <Choice name="zone" label={filter.zone} value={zone ?? ''} choices={choices.zones} />
      <button class="quiet" type="submit">
        {filter.show}
      </button>
      {mentor || zone ? (
        <a href={addressOf({ ...closed(view), mentor: null, zone: null })}>{filter.clear}</a>
      ) : null}
      {frame.closed ? null : (
        <a class="button quiet starting" href={startAddress(view, null)}>
          {start.open}
        </a>
      )}
    </form>
  )
}

type ChoiceProps = {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly choices: readonly RadioChoice[]
}

function Choice({ name, label, value, choices }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** On which clock the times are, whose they are, and how to use the grid. */
export function CalendarSays({ data, hint }: Props & { readonly hint: string }) {
  const { frame, view, only, clocks } = data
  const words = wordsFor(frame)
  const zone = zoneLabel(frame.zone, frame.locale, startOfDay(frame.zone, view.from))
  return (
    <p class="soft">
      {view.zone ? <strong>{words.calendar.notYours(zone)}</strong> : words.frame.zoneOf(zone)}{' '}
      {clocks ? `${words.calendar.clocks(formatDay(clocks.at, frame), clocks.before, clocks.after)} ` : null}
      {only ? `${words.calendar.only(only)} ` : null}
      <span class="hint with-grid no-print">{hint}</span>
    </p>
  )
}
