import type { FieldError } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import type { PersonId } from '../../../domain/ids.ts'
import {
  MAX_ADDRESS_CHARACTERS,
  MAX_ALIASES,
  MAX_PERSON_NAME_CHARACTERS,
  MAX_UNIT_CHARACTERS,
  MAX_ZONE_CHARACTERS,
} from '../../../domain/limits.ts'
import type { Locale, Role } from '../../../domain/people/person.ts'
import { normalAddress } from '../../../domain/people/person.ts'
import { accept, refuse, type Result } from '../../../domain/result.ts'
import { isZone } from '../../../domain/time/zones.ts'

const ROLES: readonly Role[] = ['executive', 'mentor', 'assistant', 'manager']

export type TypedPerson = {
  readonly name: string
  readonly email: string
  readonly aliases: readonly string[]
  readonly roles: readonly Role[]
  readonly zone: string
  readonly locale: Locale
  readonly unit: string | null
  readonly reportsTo: PersonId | null
}

export function readPerson(
  fields: Readonly<Record<string, string | undefined>>,
  frame: PageFrame,
  /** The roles until now. The form has no box for a sponsor's: it stays. */
  before: readonly Role[] = [],
): Result<TypedPerson, readonly FieldError[]> {
  const {
    people: words,
    rules: { tooLong, tooMany },
  } = wordsFor(frame)
  const text = (name: string) => fields[name]?.trim() ?? ''
  const aliases = text('aliases')
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(normalAddress)
  const badAlias = aliases.find((each) => !isAddress(each))
  const roles = [
    ...ROLES.filter((role) => fields[`role-${role}`] !== undefined),
    ...before.filter((role) => !ROLES.includes(role)),
  ]
  const errors: FieldError[] = [
    ...(text('name') && text('name').length <= MAX_PERSON_NAME_CHARACTERS
      ? []
      : [{ field: 'name', message: words.badName }]),
    ...(isAddress(text('email')) ? [] : [{ field: 'email', message: words.badEmail }]),
    ...(badAlias ? [{ field: 'aliases', message: words.badAlias(badAlias) }] : []),
    ...(aliases.length <= MAX_ALIASES ? [] : [{ field: 'aliases', message: tooMany(MAX_ALIASES) }]),
    ...(text('unit').length <= MAX_UNIT_CHARACTERS
      ? []
      : [{ field: 'unit', message: tooLong(MAX_UNIT_CHARACTERS) }]),
    ...(roles.length > 0 ? [] : [{ field: 'role-executive', message: words.badRoles }]),
    ...(text('zone').length <= MAX_ZONE_CHARACTERS && isZone(text('zone'))
      ? []
      : [{ field: 'zone', message: words.badZone(text('zone')) }]),
  ]
  if (errors.length > 0) return refuse(errors)
  return accept({
    name: text('name'),
    email: normalAddress(text('email')),
    aliases: aliases.filter((each) => each !== normalAddress(text('email'))),
    roles,
    zone: text('zone'),
    locale: text('locale') === 'fr' ? 'fr' : 'en',
    unit: text('unit') || null,
    reportsTo: personId(text('reportsTo')),
  })
}

export function personId(text: string): PersonId | null {
  return text ? `per_${text.replace(/^per_/, '')}` : null
}

function isAddress(text: string): boolean {
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text) && text.length <= MAX_ADDRESS_CHARACTERS
}
