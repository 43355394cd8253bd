import {
  MAX_ADDRESS_CHARACTERS,
  MAX_ALIASES,
  MAX_PERSON_NAME_CHARACTERS,
  MAX_SHORT_NAME_CHARACTERS,
} from '../../../../worker/domain/limits.ts'
import { AddressField } from '../../../parts/address-field.tsx'
import { CheckField, Hidden, SelectField, TextField } from '../../../parts/fields.tsx'
import type { FormState } from '../../../parts/form.ts'
import { OutwardReason } from '../../../parts/outward-reason.tsx'
import { AroundFields, Roles } from '../../../parts/person-fields.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { ADD, paths } from '../../paths.ts'
import type { PeopleData } from './people-data.ts'

type Props = { readonly data: PeopleData }

/** A name, an address and what the person is; all else has a default, or can wait. */
export function AddPerson({ data }: Props) {
  const { frame, form, newId, newAssistantId, newRole, programmeId } = data
  const words = wordsFor(frame).people
  const back = form.values['back']
  return (
    <section class="card" id={ADD}>
      <h2>{words.addTitle}</h2>
      <form method="post" action={paths.people} class="stack">
        <Hidden values={{ id: newId, newAssistantId, programmeId, ...(back && { back }) }} />
        <TextField
          form={form}
          name="name"
          label={words.name}
          attributes={{ required: true, maxlength: MAX_PERSON_NAME_CHARACTERS }}
        />
        <AddressField form={form} label={words.email} />
        <Roles frame={frame} form={form} stored={{ roles: [newRole] }} />
        <CheckField form={form} name="invite" label={words.invite} value={isUntouched(form) ? 'yes' : ''} />
        <Assistant data={data} />
        <More data={data} />
        <button class="primary" type="submit">
          {words.add}
        </button>
      </form>
    </section>
  )
}

function isUntouched({ values }: FormState): boolean {
  return values['name'] === undefined
}

/** One of those who are here, or somebody new. */
function Assistant({ data: { frame, form, assistants } }: Props) {
  const words = wordsFor(frame).people
  const names = ['assistantId', 'assistantName', 'assistantEmail']
  return (
    <details class="disclosure" open={isUsed(form, names)}>
      <summary>{words.addAssistant}</summary>
      <div class="stack">
        {assistants.length > 0 ? (
          <SelectField
            form={form}
            name="assistantId"
            label={words.assistantHere}
            choices={[
              { value: '', label: words.nobody },
              ...assistants.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ) : null}
        <TextField
          form={form}
          name="assistantName"
          label={words.assistantName}
          attributes={{ maxlength: MAX_PERSON_NAME_CHARACTERS, autocomplete: 'off' }}
        />
        <TextField
          form={form}
          name="assistantEmail"
          label={words.assistantEmail}
          attributes={{
            ...{ inputmode: 'email', autocapitalize: 'none', spellcheck: 'false', autocomplete: 'off' },
            maxlength: MAX_ADDRESS_CHARACTERS + MAX_PERSON_NAME_CHARACTERS + 3,
          }}
        />
      </div>
    </details>
  )
}

function More({ data: { frame, form, everybody } }: Props) {
  const words = wordsFor(frame).people
  const names = ['zone', 'shortName', 'aliases', 'unit', 'reportsTo', 'locale']
  return (
    <details class="disclosure" open={form.errors.some(({ field }) => names.includes(field))}>
      <summary>{words.moreFields}</summary>
      <div class="stack">
        <TextField
          form={form}
          name="shortName"
          label={words.shortName}
          hint={words.shortNameHint}
          attributes={{ maxlength: MAX_SHORT_NAME_CHARACTERS, autocomplete: 'off' }}
        />
        <OutwardReason frame={frame} form={form} />
        <TextField
          form={form}
          name="aliases"
          label={words.aliases}
          hint={words.aliasesHint}
          attributes={{ maxlength: MAX_ALIASES * (MAX_ADDRESS_CHARACTERS + 2) }}
        />
        <AroundFields
          frame={frame}
          form={form}
          superiors={everybody}
          stored={{ zone: frame.zone, locale: frame.locale, unit: '', reportsTo: null }}
        />
      </div>
    </details>
  )
}

/** What was typed, or is wrong, is in sight. */
function isUsed({ values, errors }: FormState, names: readonly string[]): boolean {
  return names.some((name) => Boolean(values[name])) || errors.some(({ field }) => names.includes(field))
}
