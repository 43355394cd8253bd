import type { PersonId } from '../../worker/domain/ids.ts'
import {
  MAX_ADDRESS_CHARACTERS,
  MAX_ALIASES,
  MAX_PERSON_NAME_CHARACTERS,
  MAX_SHORT_NAME_CHARACTERS,
  MAX_UNIT_CHARACTERS,
} from '../../worker/domain/limits.ts'
import { shownAddress } from '../../worker/domain/people/address.ts'
import type { Locale, Role } from '../../worker/domain/people/person.ts'
import type { Zone } from '../../worker/domain/time/time.ts'
import { wordsFor } from '../words/pages/words.ts'
import { AddressField } from './address-field.tsx'
import { CheckField, SelectField, TextField } from './fields.tsx'
import type { FormState } from './form.ts'
import { OutwardReason } from './outward-reason.tsx'
import type { PageFrame } from './page-frame.ts'
import { ZoneField } from './zone-field.tsx'

/** A person's stored values for the fields; all empty for a new person. */
export type PersonValues = {
  readonly name: string
  /** As it stands in titles; empty for a new person. */
  readonly shownShortName: string
  readonly email: string
  readonly aliases: readonly string[]
  readonly zone: Zone
  readonly locale: Locale
  readonly unit: string
  readonly reportsTo: PersonId | null
  readonly roles: readonly Role[]
}

type Props = {
  readonly frame: PageFrame
  readonly form: FormState
  readonly stored: PersonValues
  readonly superiors: readonly { readonly id: PersonId; readonly name: string }[]
  /** Not where a form of their own has them. */
  readonly withAddresses?: boolean
}

const ROLES = ['executive', 'mentor', 'assistant', 'manager'] as const

/** Roles are checkboxes named `role-mentor` and so on; other addresses are one text with commas. */
export function PersonFields({ frame, form, stored, superiors, withAddresses = true }: Props) {
  const words = wordsFor(frame).people
  return (
    <>
      <TextField
        form={form}
        name="name"
        label={words.name}
        value={stored.name}
        attributes={{ required: true, maxlength: MAX_PERSON_NAME_CHARACTERS }}
      />
      <TextField
        form={form}
        name="shortName"
        label={words.shortName}
        hint={words.shortNameHint}
        value={stored.shownShortName}
        attributes={{ maxlength: MAX_SHORT_NAME_CHARACTERS, autocomplete: 'off' }}
      />
      <OutwardReason frame={frame} form={form} />
      {withAddresses ? <AddressFields frame={frame} form={form} stored={stored} /> : null}
      <Roles frame={frame} form={form} stored={stored} />
      <AroundFields frame={frame} form={form} stored={stored} superiors={superiors} />
    </>
  )
}

type AroundProps = Pick<Props, 'frame' | 'form' | 'superiors'> & {
  readonly stored: Pick<PersonValues, 'zone' | 'locale' | 'unit' | 'reportsTo'>
}

/** Where a person lives and works. */
export function AroundFields({ frame, form, stored, superiors }: AroundProps) {
  const words = wordsFor(frame).people
  return (
    <>
      <ZoneField frame={frame} form={form} label={words.zone} hint={words.zoneHint} value={stored.zone} />
      <SelectField
        form={form}
        name="locale"
        label={words.locale}
        value={stored.locale}
        choices={(['en', 'fr'] as const).map((value) => ({ value, label: words.locales[value] }))}
      />
      <TextField
        form={form}
        name="unit"
        label={words.unit}
        hint={words.unitHint}
        value={stored.unit}
        attributes={{ maxlength: MAX_UNIT_CHARACTERS }}
      />
      <SelectField
        form={form}
        name="reportsTo"
        label={words.reportsTo}
        value={stored.reportsTo ?? ''}
        choices={[
          { value: '', label: words.nobody },
          ...superiors.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  )
}

type AddressProps = Pick<Props, 'frame' | 'form'> & {
  readonly stored: Pick<PersonValues, 'email' | 'aliases'>
}

/** Where a person is written to, and the addresses whose answers count as well. */
export function AddressFields({ frame, form, stored }: AddressProps) {
  const words = wordsFor(frame).people
  return (
    <>
      <AddressField form={form} label={words.email} value={shownAddress(stored.email)} />
      <TextField
        form={form}
        name="aliases"
        label={words.aliases}
        hint={words.aliasesHint}
        value={stored.aliases.map(shownAddress).join(', ')}
        attributes={{ maxlength: MAX_ALIASES * (MAX_ADDRESS_CHARACTERS + 2) }}
      />
    </>
  )
}

type RolesProps = Pick<Props, 'frame' | 'form'> & { readonly stored: Pick<PersonValues, 'roles'> }

export function Roles({ frame, form, stored }: RolesProps) {
  const words = wordsFor(frame)
  return (
    <fieldset class="field roles">
      <legend>{words.people.roles}</legend>
      {ROLES.map((role) => (
        <CheckField
          form={form}
          name={`role-${role}`}
          label={words.frame.role[role]}
          value={form.values['name'] === undefined && stored.roles.includes(role) ? 'yes' : ''}
        />
      ))}
    </fieldset>
  )
}
