import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { PersonId, ProgrammeId } from '../ids.ts'
import { whyIndiscreet } from '../letter/outward-texts.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { personStep } from '../step.ts'
import type { Instant } from '../time/time.ts'
import { type PersonReading, textsOf, whyContradicting, whyNotFormats, whyNotRelated } from './change.ts'
import { ownShortName } from './name/short.ts'
import { joiningAddresses, withAddresses } from './own-addresses.ts'
import { HEARS_ALL, type Newcomer, type Person, type Role } from './person.ts'

/** A new person, or one whose address is already known: the known person then joins this programme. */
export type PersonWish = Omit<Newcomer, 'shortName'> & {
  readonly shortName?: string | null | undefined
  readonly programmeId: ProgrammeId
  readonly roles: readonly Role[]
  /** The assistants who answer for the person. */
  readonly assistantIds: readonly PersonId[]
}

/** What is known of the address, and of the people whom the wish mentions. */
export type JoiningReading = Pick<
  PersonReading,
  'assistantIds' | 'formats' | 'known' | 'line' | 'policy' | 'taken'
> & {
  /** The person with this address, as the programme describes him. */
  readonly existing: Person | null
  /** Whether that person already has a role in the programme: then only roles and assistants are added. */
  readonly isMember: boolean
  /** The addresses by which programmes of `by` know the person already; null: none does. */
  readonly knownBy: Pick<Person, 'email' | 'aliases' | 'hasOwnAddresses'> | null
}

/** Adds a person to a programme. Fields that a known person's programmes share are not changed. */
export function decideJoining(
  { programmeId, roles, assistantIds, shortName = null, ...rest }: PersonWish,
  { existing, isMember, knownBy, ...reading }: JoiningReading,
  { at, by, replyAddress }: { readonly at: Instant; readonly by: By; readonly replyAddress: string },
): Result<Decision, Refusal> {
  const fields = { ...rest, shortName: ownShortName(shortName, rest.name) }
  const refusal =
    whyNotRelated(existing?.id ?? fields.id, { ...fields, assistantIds }, reading) ??
    whyContradicting(fields, reading.policy) ??
    whyNotFormats(fields, existing?.rules ?? {}, reading)
  if (refusal) return refuse(refusal)
  if (reading.taken.here.length > 0) return refuse({ reason: 'address-taken' })
  // Last, since a word that is insisted on is allowed before the person is added.
  const indiscreet = whyIndiscreet(textsOf(fields), reading.policy)
  if (indiscreet) return refuse(indiscreet)

  const addresses = isMember
    ? null
    : joiningAddresses(fields, { existing, knownBy, programmeId, taken: reading.taken })
  const joined = existing && (isMember ? existing : withMembership(existing, fields))
  const made: Person = joined ?? { ...fields, ...HEARS_ALL, departure: null, replyAddress, version: 0 }
  const person = withAddresses(made, addresses)
  const happening = { code: 'person-added', detail: { programme: programmeId }, at, by } as const
  const begun = assistantIds.filter((id) => !reading.assistantIds.includes(id))
  const step = personStep(existing, person, happening)
  const inProgramme = { id: programmeId, roles, assistants: { ended: [], begun } }
  const joining = { ...step, inProgramme, ...(addresses && { addresses }) }
  return accept({ ...NO_CHANGE, people: [joining], diaries: reading.line?.diaries ?? [] })
}

/**
 * The person as this programme describes him. Empty fields keep what the programme said before; who had left it is a
 * member anew.
 */
function withMembership(
  known: Person,
  { name, shortName, unit, reportsTo, blockers, rules }: Newcomer,
): Person {
  return {
    ...{
      ...known,
      name,
      shortName: shortName ?? known.shortName,
      unit: unit ?? known.unit,
      reportsTo: reportsTo ?? known.reportsTo,
    },
    ...{ blockers: blockers.length > 0 ? blockers : known.blockers, rules: { ...known.rules, ...rules } },
    departure: null,
  }
}
