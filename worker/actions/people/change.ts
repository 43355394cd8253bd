import type { ByPerson } from '../../domain/decision.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { SessionReading } from '../../domain/letter/to-new-address.ts'
import {
  changesAddresses,
  changesMails,
  decidePersonChange,
  losesAddress,
  mayChangeAnswerer,
  mentionedIn,
  type PersonChange,
  type PersonReading,
  programmeToChange,
  withChange,
} from '../../domain/people/change.ts'
import { addressesOf, type Person } from '../../domain/people/person.ts'
import { DEFAULT_POLICY } from '../../domain/programme/programme.ts'
import type { AnsweredRequest } from '../../domain/record/request.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { listFormats } from '../../storage/path/format.ts'
import { listAssistants } from '../../storage/people/assistant.ts'
import {
  findTaken,
  isManagedElsewhere,
  listKnown,
  listManagedOf,
  listWithRole,
} from '../../storage/people/membership.ts'
import { findPerson } from '../../storage/people/person.ts'
import { findRolesReading } from '../../storage/people/roles.ts'
import { findReportingLine } from '../../storage/people/superiors.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { readForDecision } from '../../storage/read-for-decision.ts'
import { listUnloggedOf } from '../../storage/session/session.ts'
import { aboutSession, withSession } from '../../storage/situation.ts'
import { findAvailability } from '../../storage/slot/availability.ts'
import type { Expected } from '../expected.ts'
import { askAllAnew } from '../offer/ask-anew.ts'
import { decideAndCommit, withValue } from '../write.ts'

type Options = {
  readonly programmeId?: ProgrammeId | undefined
  readonly expected?: Expected<Person>
  /** What he asked about his own record, and this change does. */
  readonly answered?: AnsweredRequest
}

/**
 * Changes the named fields; the others stay as they are at the moment of the write. `programmeId` says in which
 * programme, if `by` manages several of them. Zone and locale shared with another manager's programme stay, and addresses
 * change for hers alone; the response shows all as changed: no manager learns about other programmes.
 */
export async function changePerson(
  platform: Platform,
  id: PersonId,
  change: PersonChange,
  by: ByPerson,
  { programmeId, expected = () => true, answered }: Options = {},
): Promise<Result<Person, Refusal>> {
  const changed = await decideAndCommit(platform, async () => {
    const managed = await listManagedOf(platform.db, by, id)
    const programme = programmeToChange(managed, change, programmeId)
    if (!programme.ok) return programme
    const reading = await findReading(platform, id, change, { by, managed, programmeId: programme.value })
    if (!reading) return refuse({ reason: 'not-found' })
    if (!(await expected(reading.person))) return refuse({ reason: 'precondition-failed' })
    const decided = decidePersonChange(reading, change, { at: platform.now(), by })
    const decision = decided.ok && answered ? accept({ ...decided.value, answered }) : decided
    return withValue(decision, ({ people }) => {
      const { person } = reading
      return { ...withChange(person, change), version: people.at(-1)?.after.version ?? person.version }
    })
  })
  if (changed.ok && mayChangeAnswerer(change)) await askAllAnew(platform, id, by)
  return changed
}

/** Whether the programme's limits or words have a say in it. */
function isJudgedByPolicy({ shortName, rules = {} }: PersonChange): boolean {
  const { notice, wording, meetingLink, meetingLinks } = rules
  return notice !== undefined || [shortName, wording, meetingLink, meetingLinks].some(Boolean)
}

export async function findReading(
  platform: Platform,
  id: PersonId,
  change: PersonChange,
  {
    by,
    managed,
    programmeId,
  }: {
    readonly by: ByPerson
    readonly managed: readonly ProgrammeId[]
    readonly programmeId: ProgrammeId
  },
): Promise<PersonReading | null> {
  const { db, now } = platform
  const { reportsTo } = change
  // First: the version that guards the write must not be newer than the rest of the reading.
  const person = await findPerson(db, id, programmeId)
  if (!person) return null
  const [assistants, known, taken, line, isElsewhere, hours, programme, roles, managers, formats] =
    await Promise.all([
      change.assistantIds ? listAssistants(db, programmeId, [id], now()) : [],
      listKnown(db, by, mentionedIn(change)),
      findTaken(db, by, changesAddresses(change) ? addressesOf(withChange(person, change)) : [], id),
      reportsTo ? findReportingLine(db, programmeId, reportsTo) : null,
      isManagedElsewhere(db, by, id),
      change.zone !== undefined || change.hours ? findAvailability(db, id) : null,
      isJudgedByPolicy(change) ? findProgramme(db, programmeId) : null,
      change.roles ? findRolesReading(db, programmeId, id) : null,
      changesMails(change) ? listWithRole(db, programmeId, 'manager') : null,
      change.rules?.formats ? listFormats(db, programmeId) : [],
    ])
  const policy = programme?.policy ?? DEFAULT_POLICY
  const sessions = losesAddress(person, change)
    ? await listSessionReadings(platform, id, isElsewhere ? managed : null)
    : []
  return {
    ...{ person, programmeId, managed, known, taken, line, hours, roles, managers, sessions, policy },
    assistantIds: assistants.map(({ assistantId }) => assistantId),
    formats: formats.map((each) => each.id),
    isManagedElsewhere: isElsewhere,
    isOnlyHere: managed.length === 1 && !isElsewhere,
  }
}

/** Of each session about which something may have been sent to the person; of these programmes, or of all. */
async function listSessionReadings(
  platform: Platform,
  id: PersonId,
  programmes: readonly ProgrammeId[] | null,
): Promise<readonly SessionReading[]> {
  const ids = await listUnloggedOf(platform.db, id, programmes)
  const readings = await Promise.all(ids.map((each) => readForDecision(platform, aboutSession(each))))
  return readings.flatMap(({ situation: read, diary }) => {
    const situation = withSession(read)
    return situation && diary ? [{ situation, diary }] : []
  })
}
