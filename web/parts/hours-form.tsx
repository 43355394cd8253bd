import { MAX_DATE_EXCEPTIONS, MAX_WEEKLY_WINDOWS } from '../../worker/domain/limits.ts'
import type { Availability } from '../../worker/domain/people/person.ts'
import { wordsFor } from '../words/pages/words.ts'
import { weekday } from '../words/weekday.ts'
import { CloseWeek } from './close-week.tsx'
import { ChoiceField } from './fields.tsx'
import { errorIn, type FormState, valueIn } from './form.ts'
import {
  everyField,
  exceptionField,
  hoursAsTyped,
  WEEKDAYS,
  WEEKDAYS_FIELD,
  weekField,
} from './hours-fields.ts'
import type { PageFrame } from './page-frame.ts'
import { ZoneField } from './zone-field.tsx'

export type HoursFormProps = {
  readonly frame: PageFrame
  readonly action: string
  /** Where the form is sent to close a week as well. */
  readonly weekAction: string
  readonly hours: Availability
  /** What holds without any weekly hours; null: nothing. */
  readonly whenEmpty?: string | null
  readonly form: FormState
}

const WEEKEND = [6, 7] as const

/** Monday to Friday once or day by day, the weekend, the days that differ, and whose clock that is. */
export function HoursForm({ frame, action, weekAction, hours, whenEmpty = null, form }: HoursFormProps) {
  const words = wordsFor(frame)
  const shown: FormState = {
    ...form,
    values: { ...hoursAsTyped(hours.weekly, hours.exceptions), ...form.values },
  }
  return (
    <form method="post" action={action} class="stack hours" data-enhance="#content">
      <fieldset>
        <legend>{words.hours.week}</legend>
        <p class="hint">
          {words.hours.weekHint} {whenEmpty}
        </p>
        <Weekdays frame={frame} form={shown} />
        <div class="week">
          {WEEKEND.map((day) => (
            <DayRows day={day} frame={frame} form={shown} />
          ))}
        </div>
      </fieldset>
      <Exceptions frame={frame} form={shown} />
      <ZoneField
        frame={frame}
        form={form}
        label={words.hours.zone}
        hint={words.people.zoneHint}
        value={hours.zone}
      />
      <p>
        <button class="primary" type="submit">
          {words.hours.save}
        </button>
      </p>
      <CloseWeek frame={frame} action={weekAction} form={form} />
    </form>
  )
}

type PartProps = { readonly frame: PageFrame; readonly form: FormState }

/** The style sheet shows the rows of what is chosen; the others are sent, and not read. */
function Weekdays({ frame, form }: PartProps) {
  const words = wordsFor(frame).hours
  return (
    <>
      <ChoiceField
        form={form}
        name={WEEKDAYS_FIELD}
        label={words.weekdays}
        choices={[
          { value: 'same', label: words.same },
          { value: 'each', label: words.each },
        ]}
      />
      <div class="week same-weekdays">
        <div class="week-day">
          <p class="week-name" aria-hidden="true">
            {weekday(1, frame.locale, 'short')}–{weekday(5, frame.locale, 'short')}
          </p>
          <Rows form={form} name={words.weekdays} frame={frame} fieldOf={everyField} />
        </div>
      </div>
      <div class="week each-weekday">
        {WEEKDAYS.map((day) => (
          <DayRows day={day} frame={frame} form={form} />
        ))}
      </div>
    </>
  )
}

function Exceptions({ frame, form }: PartProps) {
  const words = wordsFor(frame).hours
  const shown = rows(form, (row) => exceptionField(row, 'date'), 1, MAX_DATE_EXCEPTIONS)
  const isWrong = form.errors.some(({ field }) => field.startsWith('except-'))
  return (
    <details class="quietly" open={isWrong}>
      <summary>{words.exceptionsOf(shown.length - 1)}</summary>
      <fieldset>
        <legend class="unseen">{words.exceptions}</legend>
        <p class="hint">{words.exceptionsHint}</p>
        {shown.map((row) => (
          <ExceptionRow row={row} frame={frame} form={form} />
        ))}
      </fieldset>
    </details>
  )
}

function DayRows({ day, frame, form }: PartProps & { readonly day: number }) {
  const name = weekday(day, frame.locale)
  return (
    <div class="week-day">
      <p class="week-name">{name}</p>
      <Rows form={form} name={name} frame={frame} fieldOf={(row, edge) => weekField(day, row, edge)} />
    </div>
  )
}

type RowsProps = PartProps & {
  /** Of the day or days. */
  readonly name: string
  readonly fieldOf: (row: number, edge: 'from' | 'to') => string
}

/** The windows of one day, and an empty one to add. */
function Rows({ frame, form, name, fieldOf }: RowsProps) {
  const words = wordsFor(frame).hours
  return (
    <div>
      {rows(form, (row) => fieldOf(row, 'from'), 1, MAX_WEEKLY_WINDOWS).map((row) => (
        <p class="span">
          <Time form={form} name={fieldOf(row, 'from')} label={words.row(name, row + 1, words.from)} />
          <span aria-hidden="true">–</span>
          <Time form={form} name={fieldOf(row, 'to')} label={words.row(name, row + 1, words.to)} />
        </p>
      ))}
    </div>
  )
}

function ExceptionRow({ row, frame, form }: PartProps & { readonly row: number }) {
  const words = wordsFor(frame).hours
  return (
    <p class="span dated">
      <Time
        form={form}
        name={exceptionField(row, 'date')}
        type="date"
        label={words.exceptionRow(row + 1, words.date)}
      />
      <Time form={form} name={exceptionField(row, 'from')} label={words.exceptionRow(row + 1, words.from)} />
      <span aria-hidden="true">–</span>
      <Time form={form} name={exceptionField(row, 'to')} label={words.exceptionRow(row + 1, words.to)} />
    </p>
  )
}

type TimeProps = {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly type?: 'time' | 'date'
}

function Time({ form, name, label, type = 'time' }: TimeProps) {
  const error = errorIn(form, name)
  return (
    <>
      <input
        type={type}
        id={name}
        name={name}
        value={valueIn(form, name)}
        aria-label={label}
        {...(error && { 'aria-invalid': 'true', 'aria-describedby': `${name}-error` })}
      />
      {error ? (
        <span class="field-error" id={`${name}-error`}>
          {error}
        </span>
      ) : null}
    </>
  )
}

/** The filled rows, and `spare` empty ones. */
function rows(
  form: FormState,
  nameOf: (row: number) => string,
  spare: number,
  most: number,
): readonly number[] {
  const filled = Array.from({ length: most + spare }, (_, row) => row).filter(
    (row) => form.values[nameOf(row)],
  )
  return Array.from({ length: (filled.at(-1) ?? -1) + 1 + spare }, (_, row) => row)
}
