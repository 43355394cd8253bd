import type { Decision, PersonStep } from '../decision.ts'
import type { PersonId } from '../ids.ts'
import { decideJoining } from '../people/add.ts'
import {
  decidePersonChange,
  mayChangeAnswerer,
  mentionedIn,
  type PersonChange,
  type PersonReading,
  type RolesReading,
  withChange,
} from '../people/change.ts'
import { ownShortName } from '../people/name/short.ts'
import { addressesOf } from '../people/person.ts'
import type { Refusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import type { ImportContext } from './context.ts'
import { errorAt, type LineError } from './fault.ts'
import { type Column, COLUMNS } from './file.ts'
import { acceptedLine, type Change, type JudgedLine, refusedLine } from './judged.ts'
import type { Values } from './line-reader.ts'
import { type PersonLine, sorted } from './person-line.ts'
import { addressesElsewhere, type PlacedLine, placedLines } from './place-people.ts'
import { refusedAt } from './refused-at.ts'
import { guardsOf, type Known, type Register, superiorsIn } from './register.ts'
import { storedPerson } from './stored.ts'

export type JudgedPeople = {
  readonly lines: readonly JudgedLine[]
  readonly decisions: readonly Decision[]
  /** The programme as these lines leave it. */
  readonly register: Register
  /** Whose offers may have to be asked anew of whoever answers now. */
  readonly answeredAnew: readonly PersonId[]
  /** Whether somebody could be written to, or let in, at another address than now. */
  readonly changesAddresses: boolean
}

type Judged = {
  readonly line: JudgedLine
  readonly decision: Decision | null
  readonly change: PersonChange | null
}

/** Judges the people of a file by the rules for one person, in the order of its lines. */
export function judgePeople(
  lines: readonly PersonLine[],
  before: Register,
  context: ImportContext,
): JudgedPeople {
  const placed = placedLines(lines, before, context.newId)
  const inFile = new Set(placed.flatMap(({ id }) => id ?? []))
  const people = new Map(before.people)
  const addresses = new Map(before.addresses)
  const superiors = superiorsAfter(before, placed)
  const register: Register = { ...before, people, addresses, superiors }
  const judged = placed.map((each): Judged => {
    const one = judgeOne(each, register, inFile, context)
    for (const step of one.decision?.people ?? []) {
      const after = knownAfter(people.get(step.after.id), step)
      people.set(after.person.id, after)
      for (const address of addressesOf(after.person)) addresses.set(address, after.person.id)
    }
    return one
  })
  const changes = judged.flatMap(({ change, decision }) =>
    (decision?.people ?? []).flatMap(({ after }) => (change ? [{ id: after.id, change }] : [])),
  )
  return {
    lines: judged.map(({ line }) => line),
    decisions: judged.flatMap(({ decision }) => decision ?? []),
    register,
    answeredAnew: changes.filter(({ change }) => mayChangeAnswerer(change)).map(({ id }) => id),
    changesAddresses: changes.some(({ change }) => change.aliases !== undefined),
  }
}

/** Whom each reports to, as all lines of the file leave it: a line may name somebody who comes later. */
function superiorsAfter({ superiors }: Register, placed: readonly PlacedLine[]): Register['superiors'] {
  const after = new Map(superiors)
  for (const { id, reportsTo } of placed) {
    if (id === null || reportsTo === undefined) continue
    if (reportsTo === null) after.delete(id)
    else after.set(id, reportsTo)
  }
  return after
}

function judgeOne(
  placed: PlacedLine,
  register: Register,
  inFile: ReadonlySet<PersonId>,
  context: ImportContext,
): Judged {
  const { id } = placed
  const known = id === null ? undefined : register.people.get(id)
  const isMember = known !== undefined && known.roles.length > 0
  const line = isMember ? withOwnAddresses(placed.line, known.person) : placed.line
  const stored = isMember ? storedPerson(known, register) : null
  const isSame = (field: Column | null) =>
    field !== null && stored !== null && line.values[field] === stored[field]
  // What stands there already may stay, whatever today's rules say of it.
  const errors = [
    ...placed.errors.filter(({ field }) => field === 'email' || !isSame(field)),
    ...(isMember ? [] : neededErrors(line)),
  ]
  const refused = (all: readonly LineError[]): Judged => ({
    line: refusedLine(line, all),
    decision: null,
    change: null,
  })
  if (errors.length > 0 || id === null) return refused(errors)

  if (!isMember || stored === null) {
    const joined = decideJoin(placed, id, { known, register, inFile, context })
    if (!joined.ok) return refused([refusedAt(joined.refusal)])
    return { line: acceptedLine(line, 'made'), decision: joined.value, change: null }
  }
  const changes = changesOf(line, known, stored)
  if (changes.length === 0) return { line: acceptedLine(line, 'unchanged'), decision: null, change: null }
  const fields = changes.map(({ field }) => field)
  const change = changeIn({ ...placed, line }, new Set(fields))
  const reading = readingOf(known, change, { register, inFile })
  const changed = decidePersonChange(reading, change, context)
  return changed.ok
    ? { line: acceptedLine(line, 'changed', changes), decision: changed.value, change }
    : refused([refusedAt(changed.refusal)])
}

/** The address by which the line finds somebody stays one of his, and the one to write to is no alias. */
function withOwnAddresses(line: PersonLine, { email, aliases }: Known['person']): PersonLine {
  if (line.aliases === undefined) return line
  const own = aliases.filter((each) => each === line.email)
  const all = [...new Set([...line.aliases, ...own])].filter((each) => each !== email)
  return { ...line, aliases: all, values: { ...line.values, aliases: sorted(all) } }
}

/** Somebody new needs what the form for somebody new asks for. */
function neededErrors({ name, roles, zone, errors }: PersonLine): readonly LineError[] {
  const given = { name, roles, zone }
  const needed = (['name', 'roles', 'zone'] as const).filter(
    (each) => given[each] === undefined && !errors.some(({ field }) => field === each),
  )
  return needed.map((each) => errorAt(each, { code: 'needed' }))
}

type Around = { readonly register: Register; readonly inFile: ReadonlySet<PersonId> }

function decideJoin(
  { line, reportsTo = null, assistantIds = [] }: PlacedLine,
  id: PersonId,
  {
    known,
    register,
    inFile,
    context,
  }: Around & { readonly known: Known | undefined; readonly context: ImportContext },
): Result<Decision, Refusal> {
  const { name = '', email = '', roles = [], zone = '', locale = context.typedBy.locale } = line
  const { aliases = [], blockers = [], unit = null, shortName = null, minutes = null } = line
  const { programme } = register
  const wish = {
    ...{ id, programmeId: programme.id, name, email, roles, zone, locale, unit, shortName, reportsTo },
    ...{ assistantIds, blockers, rules: minutes === null ? {} : { minutes } },
    aliases: aliases.filter((each) => each !== email),
  }
  const reading = {
    existing: known?.person ?? null,
    isMember: false,
    assistantIds: known?.assistantIds ?? [],
    ...relationsOf({ reportsTo, assistantIds }, { register, inFile }),
    taken: { here: [], elsewhere: addressesElsewhere(register, id, [email, ...wish.aliases]) },
    knownBy: known?.knownBy ?? null,
    policy: programme.policy,
    formats: [],
  }
  const { at, by, newReplyAddress } = context
  return decideJoining(wish, reading, { at, by, replyAddress: newReplyAddress() })
}

function readingOf(known: Known, change: PersonChange, around: Around): PersonReading {
  const { person, assistantIds, hours, managed, isManagedElsewhere, isOnlyHere } = known
  const { programme } = around.register
  return {
    ...{ person, assistantIds, managed, isManagedElsewhere, isOnlyHere, programmeId: programme.id },
    ...relationsOf(change, around),
    // Those of her own people were looked at when the lines were placed.
    taken: {
      here: [],
      elsewhere: addressesElsewhere(around.register, person.id, addressesOf(withChange(person, change))),
    },
    hours: change.zone === undefined ? null : hours,
    policy: programme.policy,
    sessions: [],
    roles: change.roles ? rolesReading(known, around.register) : null,
    managers: null,
    formats: [],
  }
}

/** Whom a line may mention, and the reporting line above its superior, as all lines of the file leave it. */
function relationsOf(
  mentioned: Pick<PersonChange, 'reportsTo' | 'assistantIds'>,
  { register, inFile }: Around,
): Pick<PersonReading, 'known' | 'line'> {
  const { reportsTo = null } = mentioned
  const above = reportsTo === null ? [] : superiorsIn(register, reportsTo)
  const diaries = reportsTo === null ? [] : guardsOf(register, [reportsTo, ...above])
  return {
    known: mentionedIn(mentioned).filter((id) => inFile.has(id) || register.people.get(id)?.isKnown),
    line: reportsTo === null ? null : { superiors: above, diaries },
  }
}

function rolesReading({ person, roles, inUse }: Known, register: Register): RolesReading {
  const staying = register.stayingManagers.filter(
    (id) => id !== person.id && register.people.get(id)?.roles.includes('manager'),
  )
  return { now: roles, inUse, staying: guardsOf(register, staying) }
}

/** The columns in which a line says something else than what is stored. */
function changesOf(line: PersonLine, { person }: Known, stored: Values): readonly Change[] {
  const said = {
    ...{ name: line.name, email: undefined, roles: line.roles, zone: line.zone, locale: line.locale },
    ...{ unit: line.unit, reports_to: line.reportsTo, assistants: line.assistants, blockers: line.blockers },
    ...{ minutes: line.minutes, aliases: line.aliases, short_name: line.shortName },
  } as const satisfies Readonly<Record<PersonColumn, unknown>>
  return COLUMNS.people.flatMap((field) => {
    if (said[field] === undefined) return []
    const [before = '', after = ''] = [stored[field], line.values[field]]
    return isAlike(field, before, after, line.name ?? person.name) ? [] : [{ field, before, after }]
  })
}

type PersonColumn = (typeof COLUMNS)['people'][number]

/** Who answers has no order that is stored, and the usual short name is none of one's own. */
function isAlike(field: PersonColumn, before: string, after: string, name: string): boolean {
  switch (field) {
    case 'assistants':
      return sorted(before.split('|')) === sorted(after.split('|'))
    case 'short_name':
      return before === (ownShortName(after, name) ?? '')
    default:
      return before === after
  }
}

function changeIn({ line, reportsTo, assistantIds }: PlacedLine, fields: ReadonlySet<Column>): PersonChange {
  const { name, roles, zone, locale, unit, shortName, blockers, minutes, aliases } = line
  return {
    ...(fields.has('name') && name !== undefined && { name }),
    ...(fields.has('roles') && roles && { roles }),
    ...(fields.has('zone') && zone !== undefined && { zone }),
    ...(fields.has('locale') && locale && { locale }),
    ...(fields.has('unit') && unit !== undefined && { unit }),
    ...(fields.has('short_name') && shortName !== undefined && { shortName }),
    ...(fields.has('reports_to') && reportsTo !== undefined && { reportsTo }),
    ...(fields.has('assistants') && assistantIds && { assistantIds }),
    ...(fields.has('blockers') && blockers && { blockers }),
    ...(fields.has('minutes') && minutes !== undefined && { rules: { minutes } }),
    ...(fields.has('aliases') && aliases && { aliases }),
  }
}

/** What is known of somebody after a step of an import. */
function knownAfter(before: Known | undefined, { after, hours, inProgramme }: PersonStep): Known {
  const { roles: begun = [], rolesEnded = [], assistants } = inProgramme ?? {}
  const roles = [...(before?.roles ?? []), ...begun].filter((each) => !rolesEnded.includes(each))
  const stay = (before?.assistantIds ?? []).filter((each) => !assistants?.ended.includes(each))
  return {
    person: after,
    roles: [...new Set(roles)],
    inUse: before?.inUse ?? [],
    isKnown: true,
    managed: [...new Set([...(before?.managed ?? []), ...(inProgramme ? [inProgramme.id] : [])])],
    knownBy: before?.knownBy ?? null,
    isManagedElsewhere: before?.isManagedElsewhere ?? false,
    isOnlyHere: before?.isOnlyHere ?? true,
    assistantIds: [...stay, ...(assistants?.begun ?? [])],
    hours: hours ?? before?.hours ?? null,
  }
}
