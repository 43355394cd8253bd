import { MAX_NEVER_WINDOWS, MAX_TRIPS } from '../../worker/domain/limits.ts'
import { wordsFor } from '../words/pages/words.ts'
import { weekday } from '../words/weekday.ts'
import type { FormState } from './form.ts'
import type { PageFrame } from './page-frame.ts'
import { RowField } from './row-field.tsx'
import { neverField, rowsShown, tripField } from './rules-fields.ts'
import { CITY_LIST, CityList } from './zone-field.tsx'

type Props = { readonly frame: PageFrame; readonly form: FormState }

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/** “Never Mondays before ten”: rows, and an empty one to add. */
export function NeverRows({ frame, form }: Props) {
  const words = wordsFor(frame).rules
  const days = [
    { value: '', label: words.anyDay },
    ...WEEK.map((day) => ({ value: String(day), label: weekday(day, frame.locale) })),
  ]
  return (
    <fieldset>
      <legend>{words.never}</legend>
      <p class="hint">{words.neverHint}</p>
      {rowsShown(form.values, 'never', 1, MAX_NEVER_WINDOWS).map((row) => (
        <p class="span dated">
          <RowField
            form={form}
            name={neverField(row, 'day')}
            label={words.neverRow(row + 1, words.weekday)}
            choices={days}
          />
          <RowField
            form={form}
            name={neverField(row, 'from')}
            label={words.neverRow(row + 1, words.from)}
            type="time"
          />
          <span aria-hidden="true">–</span>
          <RowField
            form={form}
            name={neverField(row, 'to')}
            label={words.neverRow(row + 1, words.to)}
            type="time"
          />
        </p>
      ))}
    </fieldset>
  )
}

/** “In Singapore 3–9 March.” */
export function TripRows({ frame, form, isAlone = false }: Props & { readonly isAlone?: boolean }) {
  const words = wordsFor(frame).rules
  return (
    <fieldset>
      <legend class={isAlone ? 'unseen' : undefined}>{words.trips}</legend>
      <p class="hint">{words.tripsHint}</p>
      <CityList locale={frame.locale} />
      {rowsShown(form.values, 'trip', 1, MAX_TRIPS).map((row) => (
        <p class="span dated">
          <RowField
            form={form}
            name={tripField(row, 'zone')}
            label={words.tripRow(row + 1, words.zone)}
            short={words.zone}
            list={CITY_LIST}
          />
          <RowField
            form={form}
            name={tripField(row, 'from')}
            label={words.tripRow(row + 1, words.firstDay)}
            type="date"
          />
          <span aria-hidden="true">–</span>
          <RowField
            form={form}
            name={tripField(row, 'to')}
            label={words.tripRow(row + 1, words.lastDay)}
            type="date"
          />
        </p>
      ))}
    </fieldset>
  )
}
