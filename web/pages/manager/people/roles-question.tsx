import { CheckField } from '../../../parts/fields.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import type { PersonData } from './person-data.ts'

/** Asked in the form of the basics where a box of a role was unticked. */
export function RolesQuestion({ data: { frame, form, endsRoles, stored } }: { readonly data: PersonData }) {
  if (endsRoles.length === 0) return null
  const { people: words, frame: common } = wordsFor(frame)
  return (
    <CheckField
      form={form}
      name="endsRoles"
      label={words.endsRoles(stored.name, endsRoles.map((role) => common.role[role]).join(', '))}
      hint={endsRoles.map((role) => words.roleEnds[role]).join(' ')}
    />
  )
}
