import type { PersonId, ProgrammeId } from '../../../../worker/domain/ids.ts'
import type { PeopleFilter, PeopleSort } from '../../../../worker/domain/people/list.ts'
import type { Role } from '../../../../worker/domain/people/person.ts'
import type { Zone } from '../../../../worker/domain/time/time.ts'
import type { FormState } from '../../../parts/form.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import type { Pages } from '../../../parts/pages.tsx'

export type PersonLine = {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly unit: string | null
  readonly zone: Zone
  /** Who answers for them. */
  readonly assistant: string | null
}

type Named = { readonly id: PersonId; readonly name: string }

export type PeopleData = {
  readonly frame: PageFrame
  readonly programmeId: ProgrammeId
  /** Whether the programme has anybody, shown or not. */
  readonly isEmpty: boolean
  readonly filter: PeopleFilter
  readonly sort: PeopleSort
  /** Those that somebody has; no other can be shown alone. */
  readonly roles: readonly Role[]
  /** Whose executives can be shown alone. */
  readonly mentors: readonly Named[]
  /** Who could answer for somebody new, or be his superior: not only those whom the list shows. */
  readonly assistants: readonly Named[]
  readonly everybody: readonly Named[]
  /** The list as it is shown. */
  readonly here: string
  /** The lines that are ticked. */
  readonly chosen: readonly string[]
  /** Link to the page for subscribing to the sessions. */
  readonly calendarsHref: string
  readonly people: readonly PersonLine[]
  readonly pages: Pages | null
  /** Idempotency keys of the form: of the person, and of an assistant who is added with her. */
  readonly newId: PersonId
  readonly newAssistantId: PersonId
  /** What somebody new is, unless it is said otherwise. */
  readonly newRole: Role
  readonly form: FormState
}
