import type { PersonId } from '../../../../worker/domain/ids.ts'
import type { Person } from '../../../../worker/domain/people/person.ts'

/** A manager's mails: what she chose, the other managers, and who gets hers while she is away. */
export type MailsShown = Pick<Person, 'notify' | 'awayUntil' | 'deputyId'> & {
  readonly others: readonly { readonly id: PersonId; readonly name: string }[]
  /** Null while she is here. */
  readonly goesTo: { readonly isDeputy: boolean; readonly name: string } | null
}
