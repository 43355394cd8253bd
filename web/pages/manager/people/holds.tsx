import type { Child } from 'hono/jsx'

import type { Held, Why } from '../../../../worker/domain/people/what-holds.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { wordsFor } from '../../../words/pages/words.ts'

type HoldsProps = {
  readonly children: Child
  /** For values that are long: under their names. */
  readonly isStacked?: boolean
}

/** A list of what holds: a line each, with its reason where there is one. */
export function Holds({ children, isStacked = false }: HoldsProps) {
  return <dl class={isStacked ? 'holds stacked' : 'holds'}>{children}</dl>
}

type HoldProps = {
  readonly of: string
  readonly children: Child
  readonly why?: string | null
}

export function Hold({ of, children, why = null }: HoldProps) {
  return (
    <div>
      <dt>{of}</dt>
      <dd>
        {children}
        {why === null ? null : <span class="why"> · {why}</span>}
      </dd>
    </div>
  )
}

type RuleProps<Value> = {
  readonly frame: PageFrame
  readonly of: string
  readonly held: Held<Value>
  readonly children: Child
}

/** A rule, with whose word it is. */
export function Rule<Value>({ frame, of, held, children }: RuleProps<Value>) {
  return (
    <Hold of={of} why={whyWords(held.why, frame)}>
      {children}
    </Hold>
  )
}

function whyWords(why: Why, frame: PageFrame): string {
  const { person: words, presets } = wordsFor(frame)
  if (why === 'own' || why === 'programme' || why === 'default') return words.why[why]
  return words.why.preset(presets.blockers[why])
}
