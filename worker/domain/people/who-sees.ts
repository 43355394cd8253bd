import type { Programme } from '../programme/programme.ts'
import { isNameless, SEES, type Sight, SIGHTS, type SightRule } from './permission.ts'
import type { Person } from './person.ts'

/** Those around an executive whose eyes he may ask about. */
const AROUND = ['manager', 'mentor', 'stand-in', 'assistant'] as const
export type Around = (typeof AROUND)[number]

/** A sight of which something is shown also where the programme has switched the rest of it off. */
export type Switched = 'stage' | 'pulse'

/** Who sees something of an executive: `yes`; what they said themselves: `own`; only that there is one: `knows`. */
export type SeenBy = {
  readonly sight: Sight
  /** The programme has switched it off: only what gets in his way, or what he asks for quietly, is left of it. */
  readonly left: Switched | null
  readonly by: readonly { readonly who: Around; readonly how: 'yes' | 'own' | 'knows' }[]
}

/** The true list, from the one table: all that is shown anywhere today in this programme. `hasStandIn`: somebody meets him in his mentor's place. */
export function whoSees(
  executive: Pick<Person, 'blockers' | 'rules'>,
  { policy }: { readonly policy: Pick<Programme['policy'], 'stages' | 'pulses'> },
  { hasStandIn }: { readonly hasStandIn: boolean },
): readonly SeenBy[] {
  const nameless = isNameless(executive)
  return SIGHTS.filter((sight) => SEES[sight].later === undefined).map((sight) => {
    const left = leftOf(sight, policy)
    return {
      ...{ sight, left },
      by: AROUND.filter((who) => hasStandIn || who !== 'stand-in').flatMap((who) => {
        const how = howOf(SEES[sight][who], nameless)
        // What is left is about the executive: nobody else said any of it.
        return how && !(left && how === 'own') ? [{ who, how }] : []
      }),
    }
  })
}

function leftOf(
  sight: Sight,
  { stages, pulses }: Pick<Programme['policy'], 'stages' | 'pulses'>,
): Switched | null {
  if (sight === 'stage' && !stages) return sight
  return sight === 'pulse' && !pulses ? sight : null
}

function howOf(rule: SightRule, nameless: boolean): SeenBy['by'][number]['how'] | null {
  if (rule === 'unless-nameless') return nameless ? null : 'yes'
  if (rule === 'that-there-is-one') return 'knows'
  return rule === 'yes' || rule === 'own' ? rule : null
}
