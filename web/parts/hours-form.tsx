import { MAX_DATE_EXCEPTIONS, MAX_WEEKLY_WINDOWS } from '../../worker/domain/limits.ts'
import type { Availability } from '../../worker/domain/people/person.ts'
import { zoneLabel } from '../words/moments.ts'
import { wordsFor } from '../words/pages/words.ts'
import { Hidden } from './fields.tsx'
import { errorIn, type FormState, valueIn } from './form.ts'
import { exceptionField, hoursAsTyped, weekField } from './hours-fields.ts'
import type { PageFrame } from './page-frame.ts'

export type HoursFormProps = {
  readonly frame: PageFrame
  readonly action: string
  readonly hours: Availability
  readonly form: FormState
}

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/** A row for each weekly window, an empty one to add, and the days that differ. */
export function HoursForm({ frame, action, hours, form }: HoursFormProps) {
  const words = wordsFor(frame)
  const shown: FormState = {
    ...form,
    values: { ...hoursAsTyped(hours.weekly, hours.exceptions), ...form.values },
  }
  return (
    <form method="post" action={action} class="stack hours" data-enhance="#content">
      <Hidden values={{ zone: hours.zone }} />
      <p class="soft">{words.frame.zoneOf(zoneLabel(hours.zone, frame.locale, frame.now))}</p>
      <fieldset>
        <legend>{words.hours.week}</legend>
        <p class="hint">{words.hours.weekHint}</p>
        <div class="week">
          {WEEK.map((day) => (
            <DayRows day={day} frame={frame} form={shown} />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{words.hours.exceptions}</legend>
        <p class="hint">{words.hours.exceptionsHint}</p>
        {rows(shown, (row) => exceptionField(row, 'date'), 2, MAX_DATE_EXCEPTIONS).map((row) => (
          <ExceptionRow row={row} frame={frame} form={shown} />
        ))}
      </fieldset>
      <p>
        <button class="primary" type="submit">
          {words.hours.save}
        </button>
      </p>
    </form>
  )
}

type DayProps = { readonly day: number; readonly frame: PageFrame; readonly form: FormState }

function DayRows({ day, frame, form }: DayProps) {
  const words = wordsFor(frame).hours
  const name = weekday(day, frame)
  return (
    <div class="week-day">
      <p class="week-name">{name}</p>
      <div>
        {rows(form, (row) => weekField(day, row, 'from'), 1, MAX_WEEKLY_WINDOWS).map((row) => (
          <p class="span">
            <Time
              form={form}
              name={weekField(day, row, 'from')}
              label={words.row(name, row + 1, words.from)}
            />
            <span aria-hidden="true">–</span>
            <Time form={form} name={weekField(day, row, 'to')} label={words.row(name, row + 1, words.to)} />
          </p>
        ))}
      </div>
    </div>
  )
}

type ExceptionProps = { readonly row: number; readonly frame: PageFrame; readonly form: FormState }

function ExceptionRow({ row, frame, form }: ExceptionProps) {
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

/** 1 January 2024 was a Monday. */
function weekday(day: number, { locale }: PageFrame): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day))
}
