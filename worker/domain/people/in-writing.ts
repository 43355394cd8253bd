import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { ProgrammeId } from '../ids.ts'
import { personStep } from '../step.ts'
import type { Instant } from '../time/time.ts'
import type { Person } from './person.ts'
import { rulesOf } from './presets.ts'

/** An executive says himself whether he wants in writing what was agreed. */
export function decideInWriting(
  person: Person,
  programmeId: ProgrammeId,
  wanted: boolean,
  { at, by }: { readonly at: Instant; readonly by: By },
): Decision {
  if ((rulesOf(person).inWriting ?? false) === wanted) return NO_CHANGE
  const after = { ...person, rules: { ...person.rules, inWriting: wanted } }
  const changed = personStep(person, after, {
    code: 'person-changed',
    detail: { fields: 'rules.inWriting' },
    at,
    by,
  })
  return { ...NO_CHANGE, people: [{ ...changed, inProgramme: { id: programmeId } }] }
}
