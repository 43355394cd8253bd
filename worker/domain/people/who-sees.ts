import type { Programme } from '../programme/programme.ts'
import { isNameless, SEES, type Sight, SIGHTS, type SightRule } from './permission.ts'
import type { Person } from './person.ts'

/** Those around an executive whose eyes he may ask about. */
const AROUND = ['manager', 'mentor', 'stand-in', 'assistant'] as const
export type Around = (typeof AROUND)[number]

/** Who sees something of an executive: `yes`; what they said themselves: `own`; only that there is one: `knows`. */
export type SeenBy = {
  readonly sight: Sight
  readonly by: readonly { readonly who: Around; readonly how: 'yes' | 'own' | 'knows' }[]
}

/** The true list, from the one table: all that is shown anywhere today in this programme. `hasStandIn`: somebody meets him in his mentor's place. */
export function whoSees(
  executive: Pick<Person, 'blockers' | 'rules'>,
  { policy }: { readonly policy: Pick<Programme['policy'], 'stages' | 'pulses'> },
  { hasStandIn }: { readonly hasStandIn: boolean },
): readonly SeenBy[] {
  const nameless = isNameless(executive)
  const isKept = (sight: Sight) =>
    (sight !== 'stage' || policy.stages) && (sight !== 'pulse' || policy.pulses)
  return SIGHTS.filter((sight) => SEES[sight].later === undefined && isKept(sight)).map((sight) => ({
    sight,
    by: AROUND.filter((who) => hasStandIn || who !== 'stand-in').flatMap((who) => {
      const how = howOf(SEES[sight][who], nameless)
      return how ? [{ who, how }] : []
    }),
  }))
}

function howOf(rule: SightRule, nameless: boolean): SeenBy['by'][number]['how'] | null {
  if (rule === 'unless-nameless') return nameless ? null : 'yes'
  if (rule === 'that-there-is-one') return 'knows'
  return rule === 'yes' || rule === 'own' ? rule : null
}
