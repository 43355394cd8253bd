import type { ByPerson } from '../decision.ts'
import type { NewId } from '../ids.ts'
import type { Instant, Zone } from '../time/time.ts'
import type { TypedBy } from '../time/typed.ts'

/** Who imports, when, and what comes from outside. */
export type ImportContext = {
  readonly at: Instant
  readonly by: ByPerson
  readonly newId: NewId
  readonly newReplyAddress: () => string
  /** The language of a person whose line does not say one, and how dates are read. */
  readonly typedBy: TypedBy
  readonly isUrl: (text: string) => boolean
  /** Cities have names in every language. */
  readonly zoneOfCity: (city: string) => Zone | null
}
