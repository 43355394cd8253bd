import { changed, examplesOf, inOwnStyle, type Kept } from './corpus.ts'
import { type Auc, judge } from './judge.ts'
import type { Group } from './seen.ts'

export type WhatIf = {
  readonly name: string
  readonly group: Group
  readonly each: Auc
  readonly person: Auc
}

/** What a colleague could tell by titles or by the sender, had our events another one. */
export function whatIfs(seed: number, boxes: readonly Kept[]): readonly WhatIf[] {
  const judged = (name: string, group: Group, others: readonly Kept[]): WhatIf => {
    const { each, person } = judge(examplesOf(seed, others).events, group, { seed, isExplained: false })
    return { name, group, each, person }
  }
  const titled = (titleOf: (title: string, habits: Kept['habits']) => string) =>
    changed(boxes, ({ title }, habits) => ({ title: titleOf(title, habits) }))
  const sentFrom = (addressOf: (address: string, habits: Kept['habits']) => string) =>
    changed(boxes, ({ organizer }, habits) => ({
      organizer: { ...organizer, address: addressOf(organizer.address, habits) },
    }))
  return [
    judged(
      'every title “1:1” (wording: plain)',
      'titles',
      titled(() => '1:1'),
    ),
    judged(
      '“1:1” and the name, without the length',
      'titles',
      titled((title) => title.replace(/^\d+ min with/, '1:1')),
    ),
    judged('every title in the person’s own style', 'titles', titled(inOwnStyle)),
    judged(
      'sent from a domain of somebody else',
      'sender',
      sentFrom((address) => address.replace(/@.*/, '@reply.another.example')),
    ),
    judged(
      'sent from the organisation’s own domain',
      'sender',
      sentFrom((address, { domain }) => address.replace(/@.*/, `@${domain}`)),
    ),
  ]
}
