import { type By, type Decision, NO_CHANGE, type PersonStep, together } from '../decision.ts'
import type { FormatId, PersonId, ProgrammeId } from '../ids.ts'
import { type Typed, whyIndiscreet } from '../letter/outward-texts.ts'
import { decideToNewAddress, type SessionReading } from '../letter/to-new-address.ts'
import { MAX_ALIASES } from '../limits.ts'
import type { MergePatch } from '../merge-patch.ts'
import { isBeyond, type Policy } from '../programme/programme.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { type HoursMove, hoursInZone } from '../slot/move-hours.ts'
import { personStep } from '../step.ts'
import type { Instant } from '../time/time.ts'
import type { Taken } from './address.ts'
import { ownShortName } from './name/short.ts'
import { addressChange, withAddresses } from './own-addresses.ts'
import {
  addressesOf,
  type Availability,
  changedRules,
  type Person,
  type PersonRules,
  type Role,
} from './person.ts'

/** Absent fields stay. A rule that is null goes back to the programme's. */
export type PersonChange = Partial<
  Omit<Person, 'id' | 'replyAddress' | 'rules' | 'version' | 'departure'>
> & {
  readonly rules?: MergePatch<PersonRules>
  /** Whether the address that gives way to another is still the person's: then it becomes an alias. */
  readonly keepsOldAddress?: boolean
  /** All roles in the programme from now on. */
  readonly roles?: readonly Role[]
  /** The assistants from now on; the first is asked. */
  readonly assistantIds?: readonly PersonId[]
  /** What becomes of the hours in a new zone; absent: the same wall clock there. */
  readonly hours?: HoursMove
}

export type PersonReading = {
  /** As this programme describes the person. */
  readonly person: Person
  readonly programmeId: ProgrammeId
  /** The programmes of `by` that the person is in. */
  readonly managed: readonly ProgrammeId[]
  /** Whether this is the person's only programme. */
  readonly isOnlyHere: boolean
  /** The assistants now. */
  readonly assistantIds: readonly PersonId[]
  /** The mentioned people whom `by` may know. */
  readonly known: readonly PersonId[]
  /** The new superior's own superiors, with the diary versions of all of them; null if the superior does not change. */
  readonly line: (Pick<Decision, 'diaries'> & { readonly superiors: readonly PersonId[] }) | null
  /** The open hours; null where none were ever set. */
  readonly hours: Availability | null
  /** The programme's policy, which the rules must fit. */
  readonly policy: Pick<Policy, 'horizon' | 'forbiddenWords' | 'allowedWords'>
  /** Whether the person is also in a programme that `by` does not manage: then shared fields stay there as they are. */
  readonly isManagedElsewhere: boolean
  /** Those of the addresses from now on that are somebody else's. Of those elsewhere nothing is said. */
  readonly taken: Taken
  /** The person's sessions that are not over and logged, if his present address will not be his any more. */
  readonly sessions: readonly SessionReading[]
  /** The roles now, and who needs them; null if they do not change. */
  readonly roles: RolesReading | null
  /** The programme’s formats; not looked for where none is named. */
  readonly formats: readonly FormatId[]
  /** The programme's managers; null if nothing changes of the mails to one. */
  readonly managers: readonly PersonId[] | null
}

export type RolesReading = {
  readonly now: readonly Role[]
  /** The roles that pairings rest on, or executives who are answered for. */
  readonly inUse: readonly Role[]
  /** The programme's other managers who stay. */
  readonly staying: Decision['diaries']
}

/** All people that a change mentions. */
export function mentionedIn({
  reportsTo = null,
  assistantIds = [],
}: Pick<PersonChange, 'reportsTo' | 'assistantIds'>): readonly PersonId[] {
  return [...assistantIds, ...(reportsTo ? [reportsTo] : [])]
}

/** The fields of a membership. All other fields are shared by the person's programmes. */
const OF_MEMBERSHIP = [
  'name',
  'shortName',
  'unit',
  'reportsTo',
  'blockers',
  'roles',
  'assistantIds',
  'notify',
  'awayUntil',
  'deputyId',
] as const

/** The programme whose data about the person changes: the named one, else the only one; any if no such field does. */
export function programmeToChange(
  managed: readonly ProgrammeId[],
  change: PersonChange,
  named: ProgrammeId | undefined,
): Result<ProgrammeId, Refusal> {
  const programmeId = named ?? managed[0]
  if (programmeId === undefined || !managed.includes(programmeId)) return refuse({ reason: 'not-found' })
  const touches =
    OF_MEMBERSHIP.some((field) => change[field] !== undefined) || Object.keys(change.rules ?? {}).length > 0
  return named === undefined && managed.length > 1 && touches
    ? refuse({ reason: 'programme-needed' })
    : accept(programmeId)
}

/** Changes the named fields. Decisions based on the old rules conflict and are read again. */
export function decidePersonChange(
  reading: PersonReading,
  change: PersonChange,
  { at, by }: { readonly at: Instant; readonly by: By },
): Result<Decision, Refusal> {
  const { person, programmeId, assistantIds: before } = reading
  const refusal = whyNotChange(reading, change)
  if (refusal) return refuse(refusal)

  const patched = withChange(person, change)
  if (patched.aliases.length > Math.max(MAX_ALIASES, person.aliases.length))
    return refuse({ reason: 'list-full', most: MAX_ALIASES })
  const addresses = addressChange(reading, patched)
  const { zone, locale } = reading.isManagedElsewhere ? person : patched
  const after = { ...withAddresses(patched, addresses), zone, locale }
  const fields = changedFields(reading, change, after).join(' ')
  const hours = reading.isManagedElsewhere ? null : movedHours(reading, change, at)
  const { assistantIds } = change
  const assistants = assistantIds && {
    ended: before.filter((id) => !assistantIds.includes(id)),
    begun: assistantIds.filter((id) => !before.includes(id)),
  }
  const changed: PersonStep = {
    ...personStep(person, after, {
      code: 'person-changed',
      detail: { fields, programme: programmeId },
      at,
      by,
    }),
    inProgramme: { id: programmeId, ...rolesChanged(reading, change), ...(assistants && { assistants }) },
    ...(hours && { hours }),
    ...(addresses && { addresses }),
    ...(reading.isOnlyHere && { ownName: after.name }),
  }
  const managers = endsManager(reading, change) ? (reading.roles?.staying ?? []) : []
  const guards = new Map([...(reading.line?.diaries ?? []), ...managers].map((each) => [each.personId, each]))
  const decision = { ...NO_CHANGE, people: [changed], diaries: [...guards.values()] }
  return accept(
    together(decision, ...reading.sessions.map((each) => decideToNewAddress(each, changed.after))),
  )
}

/** Whether it is about the addresses at all. */
export function changesAddresses({ email, aliases, keepsOldAddress }: PersonChange): boolean {
  return email !== undefined || aliases !== undefined || keepsOldAddress === true
}

/** Whether somebody else may answer for him afterwards. */
export function mayChangeAnswerer({ assistantIds, blockers, rules = {} }: PersonChange): boolean {
  return assistantIds !== undefined || blockers !== undefined || rules.answers !== undefined
}

/** Whether his present address will not be his any more, not even as an alias. */
export function losesAddress(person: Person, change: PersonChange): boolean {
  return !addressesOf(withChange(person, change)).includes(person.email)
}

/** Where the roles do not change, nothing is written. */
function rolesChanged({ roles }: PersonReading, change: PersonChange) {
  const { now = [] } = roles ?? {}
  const wanted = change.roles ?? now
  const begun = wanted.filter((role) => !now.includes(role))
  const ended = now.filter((role) => !wanted.includes(role))
  return { ...(begun.length > 0 && { roles: begun }), ...(ended.length > 0 && { rolesEnded: ended }) }
}

function endsManager(reading: PersonReading, change: PersonChange): boolean {
  return rolesChanged(reading, change).rolesEnded?.includes('manager') ?? false
}

/** A role that others rest on stays until they are handed over, or the person leaves. */
function whyNotRoles(reading: PersonReading, change: PersonChange): Refusal | null {
  const { rolesEnded = [] } = rolesChanged(reading, change)
  const { inUse = [], staying = [] } = reading.roles ?? {}
  const role = rolesEnded.find((each) => inUse.includes(each))
  if (role) return { reason: 'role-in-use', role }
  return endsManager(reading, change) && staying.length === 0 ? { reason: 'last-manager' } : null
}

/** The hours go where their owner goes. Named, `hours` also takes along what an earlier move left behind. */
function movedHours(
  { person, hours }: PersonReading,
  change: PersonChange,
  at: Instant,
): Availability | null {
  const zone = change.zone ?? person.zone
  if (!hours || hours.zone === zone) return null
  if (zone === person.zone && change.hours === undefined) return null
  return hoursInZone(hours, zone, change.hours ?? 'wall-clock', at)
}

/** The names of what really changes, each rule by its own. A form sends all its fields, changed or not. */
function changedFields(
  { person, assistantIds }: PersonReading,
  change: PersonChange,
  after: Person,
): readonly string[] {
  const before = new Map(namedValues(person))
  const named = namedValues(after).flatMap(([name, value]) => (before.get(name) === value ? [] : [name]))
  const gone = [...before.keys()].filter((name) => !namedValues(after).some(([each]) => each === name))
  const isOther = change.assistantIds && change.assistantIds.join(' ') !== assistantIds.join(' ')
  return [...named, ...gone, ...(isOther ? ['assistantIds'] : [])].toSorted()
}

function namedValues({
  rules,
  version: _,
  hasOwnAddresses: _own,
  ...person
}: Person): readonly (readonly [string, string])[] {
  const own = Object.entries(person).map(([name, value]) => [name, JSON.stringify(value)] as const)
  const ruled = Object.entries(rules).map(
    ([name, value]) => [`rules.${name}`, JSON.stringify(value)] as const,
  )
  return [...own, ...ruled]
}

/** Only of her own people she is told whose an address is: of the others `addressChange` keeps what is theirs. */
function whyNotChange(reading: PersonReading, change: PersonChange): Refusal | null {
  const { person, known, line, policy, taken } = reading
  const own = addressesOf(person)
  if (taken.here.some((each) => !own.includes(each))) return { reason: 'address-taken' }

  return (
    whyNotRelated(person.id, withoutKept(change, person), { known, line }) ??
    whyContradicting(change, policy) ??
    whyNotFormats(change, person.rules, reading) ??
    whyNotTold(reading, change) ??
    whyNotRoles(reading, change) ??
    // Last, since a word that is insisted on is allowed before the person is changed.
    whyIndiscreet(textsOf(withoutStored(change, person)), policy)
  )
}

/** A notice longer than what can be booked ahead leaves no time at all. */
export function whyContradicting(
  { rules }: Pick<PersonChange, 'rules'>,
  { horizon }: Pick<Policy, 'horizon'>,
): Refusal | null {
  const notice = rules?.notice ?? 0
  return isBeyond(notice, horizon) ? { reason: 'notice-beyond-horizon', notice, horizon } : null
}

/** A format that is named anew is one of the programme. What stands already may have been put away since. */
export function whyNotFormats(
  { rules }: Pick<PersonChange, 'rules'>,
  { formats: stored = [] }: Pick<PersonRules, 'formats'>,
  { formats }: Pick<PersonReading, 'formats'>,
): Refusal | null {
  const isKnown = (id: FormatId) => stored.includes(id) || formats.includes(id)
  return (rules?.formats ?? []).every(isKnown) ? null : { reason: 'no-such-format' }
}

/** Assistants and a superior must be other people whom `by` may know, and a reporting line has no circle. */
export function whyNotRelated(
  id: PersonId,
  change: Pick<PersonChange, 'reportsTo' | 'assistantIds'>,
  { known, line }: Pick<PersonReading, 'known' | 'line'>,
): Refusal | null {
  const mentioned = mentionedIn(change)
  if (mentioned.includes(id) || !mentioned.every((each) => known.includes(each)))
    return { reason: 'no-such-person' }
  return line?.superiors.includes(id) ? { reason: 'reporting-circle' } : null
}

/** A form sends all its texts: what stands already, or is made of the name, is not asked about again. */
function withoutStored({ name = '', shortName, rules }: PersonChange, person: Person): PersonChange {
  const { wording, meetingLink, meetingLinks } = rules ?? {}
  const own = ownShortName(shortName ?? null, name || person.name)
  return {
    shortName: own === person.shortName ? null : own,
    rules: {
      wording: wording === person.rules.wording ? null : (wording ?? null),
      meetingLink: meetingLink === person.rules.meetingLink ? null : (meetingLink ?? null),
      meetingLinks: meetingLinks?.filter((each) => !person.rules.meetingLinks?.includes(each)) ?? null,
    },
  }
}

/** What of a person stands in titles that others read. */
export function textsOf({ shortName, rules }: Pick<PersonChange, 'shortName' | 'rules'>): Typed {
  return {
    shortName,
    'rules.wording': rules?.wording,
    'rules.meetingLink': rules?.meetingLink,
    'rules.meetingLinks': rules?.meetingLinks,
  }
}

/** Whether it changes which mails a manager gets, or who gets them. */
export function changesMails({ notify, awayUntil, deputyId }: PersonChange): boolean {
  return notify !== undefined || awayUntil !== undefined || deputyId !== undefined
}

/** Only managers get these mails, and only another manager of the programme gets them instead. */
function whyNotTold({ person, managers, roles }: PersonReading, change: PersonChange): Refusal | null {
  if (!changesMails(change) || managers === null) return null
  const isManager = roles ? (change.roles ?? roles.now).includes('manager') : managers.includes(person.id)
  if (!isManager) return { reason: 'not-a-manager' }
  const { deputyId = null } = change
  const isDeputy = deputyId === null || (deputyId !== person.id && managers.includes(deputyId))
  return isDeputy ? null : { reason: 'no-deputy' }
}

/** A superior who stays need not be known: he may have left. */
function withoutKept(change: PersonChange, { reportsTo }: Person): PersonChange {
  return change.reportsTo === reportsTo ? { ...change, reportsTo: null } : change
}

/** The person after the change. */
export function withChange(
  person: Person,
  {
    assistantIds: _,
    roles: _roles,
    hours: _hours,
    keepsOldAddress = false,
    rules = {},
    shortName,
    ...change
  }: PersonChange,
): Person {
  const changed = { ...person, ...change }
  const kept = keepsOldAddress ? [...changed.aliases, person.email] : changed.aliases
  const aliases = [...new Set(kept)].filter((each) => each !== changed.email)
  const after = { ...changed, aliases, rules: changedRules(person.rules, rules) }
  return shortName === undefined ? after : { ...after, shortName: ownShortName(shortName, after.name) }
}
