import { MAX_ZONE_CHARACTERS } from '../../worker/domain/limits.ts'
import type { Locale } from '../../worker/domain/people/person.ts'
import type { Zone } from '../../worker/domain/time/time.ts'
import { cityNames, zoneAsTyped } from '../words/places.ts'
import { TextField } from './fields.tsx'
import type { FormState } from './form.ts'
import type { PageFrame } from './page-frame.ts'

type Props = {
  readonly frame: PageFrame
  readonly form: FormState
  readonly label: string
  readonly hint: string
  readonly value: Zone
}

/** A zone by its city. Any city that Sotto knows can be typed, in every language, and any IANA name. */
export function ZoneField({ frame, form, label, hint, value }: Props) {
  const attributes = { required: true, maxlength: MAX_ZONE_CHARACTERS, list: CITY_LIST, autocomplete: 'off' }
  return (
    <>
      <TextField
        form={form}
        name="zone"
        label={label}
        hint={hint}
        value={zoneAsTyped(value, frame.locale)}
        attributes={attributes}
      />
      <CityList locale={frame.locale} />
    </>
  )
}

/** The id of the list: one for each form that asks for a zone. */
export const CITY_LIST = 'cities'

export function CityList({ locale }: { readonly locale: Locale }) {
  return (
    <datalist id={CITY_LIST}>
      {cityNames(locale).map((city) => (
        <option value={city}></option>
      ))}
    </datalist>
  )
}
