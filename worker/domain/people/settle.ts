import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { ProgrammeId } from '../ids.ts'
import { personStep } from '../step.ts'
import type { Instant } from '../time/time.ts'
import { type Blocker, BLOCKERS, type Person } from './person.ts'
import { rulesOf } from './presets.ts'

/** What an executive says for himself, or with his mentor when they first meet. What is absent stays. */
export type Settled = {
  readonly blockers?: readonly Blocker[]
  readonly inWriting?: boolean
  readonly byPhone?: boolean
}

const SWITCHES = ['inWriting', 'byPhone'] as const

/** A switch that stands as it was is not said: a blocker set at the same time may still turn it. */
export function decideSettled(
  person: Person,
  programmeId: ProgrammeId,
  settled: Settled,
  { at, by }: { readonly at: Instant; readonly by: By },
): Decision {
  const blockers = blockersAfter(person, settled)
  const before = rulesOf(person)
  const turned = SWITCHES.flatMap((name) => {
    const wanted = settled[name]
    return wanted === undefined || wanted === (before[name] ?? false) ? [] : [[name, wanted] as const]
  })
  const fields = [
    ...(blockers === person.blockers ? [] : ['blockers']),
    ...turned.map(([name]) => `rules.${name}`),
  ].toSorted()
  if (fields.length === 0) return NO_CHANGE

  const after = { ...person, blockers, rules: { ...person.rules, ...Object.fromEntries(turned) } }
  const happened = {
    code: 'person-changed',
    detail: { fields: fields.join(' '), programme: programmeId },
    at,
    by,
  } as const
  return {
    ...NO_CHANGE,
    people: [{ ...personStep(person, after, happened), inProgramme: { id: programmeId } }],
  }
}

/** The same ones stay in the order that a manager gave them. */
function blockersAfter({ blockers }: Person, settled: Settled): readonly Blocker[] {
  const wanted = BLOCKERS.filter((each) => settled.blockers?.includes(each))
  const isSame = wanted.length === blockers.length && wanted.every((each) => blockers.includes(each))
  return settled.blockers === undefined || isSame ? blockers : wanted
}
