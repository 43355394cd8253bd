import type { FieldError } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import type { PersonId } from '../../../domain/ids.ts'
import {
  MAX_ALIASES,
  MAX_PERSON_NAME_CHARACTERS,
  MAX_SHORT_NAME_CHARACTERS,
  MAX_UNIT_CHARACTERS,
} from '../../../domain/limits.ts'
import { parseAddress, splitAddresses } from '../../../domain/people/address.ts'
import { proposedShortName } from '../../../domain/people/name/short.ts'
import type { Locale, Person, Role } from '../../../domain/people/person.ts'
import { accept, refuse, type Result } from '../../../domain/result.ts'
import { readZone } from '../../forms/zone.ts'

const ROLES: readonly Role[] = ['executive', 'mentor', 'assistant', 'manager']

export type TypedPerson = {
  readonly name: string
  readonly shortName: string | null
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
  const email = parseAddress(text('email'))
  const zone = readZone(text('zone'))
  const typedAliases = splitAddresses(text('aliases'))
  const aliases = typedAliases.flatMap((each) => {
    const parsed = parseAddress(each)
    return parsed.ok ? [parsed.address] : []
  })
  const badAlias = typedAliases.find((each) => !parseAddress(each).ok)
  const roles = readRoles(fields, before)
  const errors: FieldError[] = [
    ...(text('name') && text('name').length <= MAX_PERSON_NAME_CHARACTERS
      ? []
      : [{ field: 'name', message: words.badName }]),
    ...(email.ok ? [] : [{ field: 'email', message: words.badEmail[email.fault] }]),
    ...(text('shortName').length <= MAX_SHORT_NAME_CHARACTERS
      ? []
      : [{ field: 'shortName', message: words.badShortName }]),
    ...(badAlias ? [{ field: 'aliases', message: words.badAlias(badAlias) }] : []),
    ...(aliases.length <= MAX_ALIASES ? [] : [{ field: 'aliases', message: tooMany(MAX_ALIASES) }]),
    ...(text('unit').length <= MAX_UNIT_CHARACTERS
      ? []
      : [{ field: 'unit', message: tooLong(MAX_UNIT_CHARACTERS) }]),
    ...(roles.length > 0
      ? []
      : [{ field: 'role-executive', message: before.length > 0 ? words.noRoleLeft : words.badRoles }]),
    ...(zone === null ? [{ field: 'zone', message: words.badZone(text('zone')) }] : []),
  ]
  if (errors.length > 0 || !email.ok || zone === null) return refuse(errors)
  return accept({
    name: text('name'),
    shortName: text('shortName') || null,
    email: email.address,
    aliases: [...new Set(aliases)].filter((each) => each !== email.address),
    roles,
    zone,
    locale: text('locale') === 'fr' ? 'fr' : 'en',
    unit: text('unit') || null,
    reportsTo: personId(text('reportsTo')),
  })
}

/** The ticked ones, and what the form has no box for. */
export function readRoles(
  fields: Readonly<Record<string, string | undefined>>,
  before: readonly Role[],
): readonly Role[] {
  return [
    ...ROLES.filter((role) => fields[`role-${role}`] !== undefined),
    ...before.filter((role) => !ROLES.includes(role)),
  ]
}

/** The form shows the proposed short name, which goes with the name: left as it was, it is none of its own. */
export function shortNameTyped(
  { shortName: field }: Readonly<Record<string, string | undefined>>,
  { shortName }: Pick<TypedPerson, 'shortName'>,
  { name, shortName: stored }: Pick<Person, 'name' | 'shortName'>,
): string | null {
  if (field === undefined) return stored
  return shortName === proposedShortName(name) ? null : shortName
}

export function personId(text: string): PersonId | null {
  return text ? `per_${text.replace(/^per_/, '')}` : null
}
