import type { FieldError } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { MAX_PERSON_NAME_CHARACTERS } from '../../../domain/limits.ts'
import { parseAddress } from '../../../domain/people/address.ts'
import type { Role } from '../../../domain/people/person.ts'
import { accept, refuse, type Result } from '../../../domain/result.ts'
import type { FormFields } from '../../forms/field-reader.ts'
import { readPerson, type TypedPerson } from './person-form.ts'

export type NewPerson = TypedPerson & {
  /** The idempotency key of the form, as it was sent. */
  readonly id: string
}

export type NewPeople = {
  readonly person: NewPerson
  /** Added with an executive, to answer for them. */
  readonly assistant: NewPerson | null
  /** Whether the mail with a mentor's sign-in goes. */
  readonly invites: boolean
}

/** A new person, whose zone and language are the manager's unless it is said; and an assistant with a name and an address. */
export function readNewPeople(
  fields: FormFields,
  frame: PageFrame,
): Result<NewPeople, readonly FieldError[]> {
  const { id = '', newAssistantId = '', invite } = fields
  const typed = readPerson({ zone: frame.zone, locale: frame.locale, ...fields }, frame)
  const name = fields['assistantName']?.trim() ?? ''
  const email = fields['assistantEmail']?.trim() ?? ''
  const isAlone = name === '' && email === ''
  const errors = isAlone ? [] : whyNotAssistant({ name, email }, typed.ok ? typed.value.email : null, frame)
  const address = parseAddress(email)
  if (!typed.ok || errors.length > 0) return refuse([...(typed.ok ? [] : typed.refusal), ...errors])
  const { zone, locale } = typed.value
  const nothing = { shortName: null, aliases: [], unit: null, reportsTo: null } as const
  return accept({
    person: { ...typed.value, id },
    assistant:
      isAlone || !address.ok
        ? null
        : {
            ...{ ...nothing, name, email: address.address, zone, locale },
            ...{ roles: ['assistant'], id: newAssistantId },
          },
    invites: invite === 'yes',
  })
}

function whyNotAssistant(
  { name, email }: { readonly name: string; readonly email: string },
  personsEmail: string | null,
  frame: PageFrame,
): readonly FieldError[] {
  const { people: words } = wordsFor(frame)
  const address = parseAddress(email)
  if (name === '' || name.length > MAX_PERSON_NAME_CHARACTERS)
    return [{ field: 'assistantName', message: name === '' ? words.badAssistant : words.badName }]
  if (email === '') return [{ field: 'assistantEmail', message: words.badAssistant }]
  if (!address.ok) return [{ field: 'assistantEmail', message: words.badEmail[address.fault] }]
  return address.address === personsEmail ? [{ field: 'assistantEmail', message: words.sameAsAssistant }] : []
}

const NEW_ROLES = ['executive', 'mentor', 'assistant', 'manager'] as const

/** What a link to the form says that somebody new is; most are executives. */
export function roleIn(text: string | undefined): Role {
  return NEW_ROLES.find((each) => each === text) ?? 'executive'
}
