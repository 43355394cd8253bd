import type { FieldError, FormState } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import type { Role } from '../../../domain/people/person.ts'
import type { FormFields } from '../../forms/field-reader.ts'
import { readRoles } from './person-form.ts'

const ENDS_ROLES = 'endsRoles'

type WithRoles = { readonly roles: readonly Role[] }

/** The roles whose box was unticked. */
export function rolesEnding(before: WithRoles, after: WithRoles): readonly Role[] {
  return before.roles.filter((role) => !after.roles.includes(role))
}

/** The same for a form that is shown again because it was not said, or was said already. */
export function rolesEndingIn(before: WithRoles, { values, errors }: FormState): readonly Role[] {
  const isAsked = errors.some(({ field }) => field === ENDS_ROLES) || values[ENDS_ROLES] !== undefined
  return isAsked ? rolesEnding(before, { roles: readRoles(values, before.roles) }) : []
}

/** An unticked box alone ends nothing: it is asked once more, with what ends. */
export function whyNotEnding(
  ending: readonly Role[],
  fields: FormFields,
  frame: PageFrame,
): readonly FieldError[] {
  if (ending.length === 0 || fields[ENDS_ROLES] === 'yes') return []
  return [{ field: ENDS_ROLES, message: wordsFor(frame).people.endsRolesNeeded }]
}
