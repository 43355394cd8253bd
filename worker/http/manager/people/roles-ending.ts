import { paths } from '../../../../web/pages/paths.ts'
import type { FieldError, FormState } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { managedBy } from '../../../domain/people/permission.ts'
import type { Role } from '../../../domain/people/person.ts'
import type { Member } from '../../../storage/people/membership.ts'
import { findRolesReading } from '../../../storage/people/roles.ts'
import { type AppContext, identityOf } from '../../context.ts'
import type { FormFields } from '../../forms/field-reader.ts'
import type { ProgrammeScope } from '../programme-scope.ts'
import { readRoles } from './person-form.ts'

const ENDS_ROLES = 'endsRoles'

type WithRoles = { readonly roles: readonly Role[] }
type InProgramme = { readonly scope: ProgrammeScope; readonly member: Pick<Member, 'id'> }

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

/** Such a role cannot end at all, and the refusal says so. */
export async function isNeeded(c: AppContext, { scope, member }: InProgramme, ending: readonly Role[]) {
  if (ending.length === 0) return false
  const { inUse } = await findRolesReading(c.get('platform').db, scope.programme.id, member.id)
  return ending.some((role) => inUse.includes(role))
}

/** Where a manager is led who has ended her own part here; null: she stays where she is. */
export function whereElse(c: AppContext, { scope, member }: InProgramme, ending: readonly Role[]) {
  const { actor, person } = identityOf(c)
  if (member.id !== person.id || !ending.includes('manager')) return null
  const isManager = managedBy(actor).some((id) => id !== scope.programme.id)
  return isManager ? paths.people : paths.mine
}
