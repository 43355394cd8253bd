/** A kind of mail to an executive, and how many of it there are at most for each of its occasions. */
export type MailBudget = {
  readonly mail:
    | 'invite'
    | 'offer'
    | 'reminder'
    | 'correction'
    | 'nudge'
    | 'own page'
    | 'in writing'
    | 'cancellation'
    | 'closing'
  /** `counted` are the mails that a session costs him. `apart`: each has a reason of its own. */
  readonly counts: 'counted' | 'apart'
  readonly most: number
  readonly per: readonly string[]
}

/** Ruled by these numbers alone; docs/product.md has the same rows, and `npm run simulate` checks what was sent. */
export const MAIL_BUDGETS: readonly MailBudget[] = [
  { mail: 'invite', counts: 'counted', most: 1, per: ['session', 'move'] },
  { mail: 'offer', counts: 'apart', most: 1, per: ['round', 're-offer', 'change of who answers'] },
  { mail: 'reminder', counts: 'apart', most: 1, per: ['two working days without an answer'] },
  { mail: 'correction', counts: 'apart', most: 1, per: ['letter that is still true'] },
  { mail: 'nudge', counts: 'apart', most: 1, per: ['pause between two sessions'] },
  { mail: 'own page', counts: 'apart', most: 2, per: ['day'] },
  { mail: 'in writing', counts: 'apart', most: 1, per: ['session'] },
  { mail: 'cancellation', counts: 'apart', most: 1, per: ['invite'] },
  { mail: 'closing', counts: 'apart', most: 1, per: ['programme'] },
]

export function mostOf(mail: MailBudget['mail']): number {
  return MAIL_BUDGETS.find((each) => each.mail === mail)?.most ?? 0
}

/** One mail that was sent, and what brought it about: one session's date, one offer, one day. */
export type Spent = { readonly mail: MailBudget['mail']; readonly reader: string; readonly occasion: string }

/** The occasions for which a reader got more than the budget allows. */
export function overBudget(spent: readonly Spent[]): readonly string[] {
  const most = new Map(MAIL_BUDGETS.map((each) => [each.mail, each.most]))
  const groups = Map.groupBy(spent, ({ mail, reader, occasion }) => `${mail} to ${reader} for ${occasion}`)
  return Array.from(groups).flatMap(([key, all]) => {
    const [first] = all
    return first && all.length > (most.get(first.mail) ?? 0) ? [`${all.length} times ${key}`] : []
  })
}
