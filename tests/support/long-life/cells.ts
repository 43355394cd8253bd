import type { PersonId, ProgrammeId } from '../../../worker/domain/ids.ts'
import { maySee, type Sight, type SightRule, type Viewer } from '../../../worker/domain/people/permission.ts'
import type { Membership } from '../../../worker/domain/people/person.ts'

type Row = Readonly<Record<Viewer, SightRule>>

const NOBODY: Row = {
  manager: 'no',
  mentor: 'no',
  'stand-in': 'no',
  executive: 'no',
  inbox: 'no',
  assistant: 'no',
  sponsor: 'no',
  calendar: 'no',
}
const MANAGERS: Row = { ...NOBODY, manager: 'yes' }
const EVERYBODY: Row = {
  manager: 'yes',
  mentor: 'yes',
  'stand-in': 'yes',
  executive: 'yes',
  inbox: 'yes',
  assistant: 'yes',
  sponsor: 'yes',
  calendar: 'yes',
}

/** What a canary stands for: a sight of the one table, or something of a person or a programme that has no row there. */
type Field = { readonly of: 'pairing' | 'person' | 'programme'; readonly rule: Sight | Row }

export const FIELDS = {
  /** Of an executive or a mentor; to himself it is never hidden. */
  name: { of: 'person', rule: 'mentor-name' },
  address: { of: 'person', rule: MANAGERS },
  unit: { of: 'person', rule: MANAGERS },
  wished: { of: 'person', rule: MANAGERS },
  /** What somebody writes by mail is the manager's. */
  said: { of: 'person', rule: MANAGERS },
  /** What else stands in a mentor's own calendar. */
  diary: { of: 'person', rule: NOBODY },
  /** Who answers for an executive says so to him. */
  helper: { of: 'person', rule: { ...MANAGERS, executive: 'yes', inbox: 'yes', assistant: 'yes' } },
  host: { of: 'programme', rule: EVERYBODY },
  hostmail: { of: 'programme', rule: EVERYBODY },
  programme: { of: 'programme', rule: EVERYBODY },
  blackout: { of: 'programme', rule: MANAGERS },
  /** For whom a link to the figures is, in a manager's words; its mail is addressed so. */
  label: { of: 'programme', rule: { ...MANAGERS, sponsor: 'yes' } },
  format: { of: 'programme', rule: 'topic' },
  prompt: { of: 'programme', rule: 'topic' },
  room: { of: 'pairing', rule: 'time' },
  track: { of: 'pairing', rule: 'track' },
  material: { of: 'pairing', rule: 'track' },
  commitment: { of: 'pairing', rule: 'commitment' },
  question: { of: 'pairing', rule: 'question' },
  note: { of: 'pairing', rule: 'manager-note' },
  /** A mentor’s, of one session: of whoever wrote it alone. */
  ownnote: { of: 'person', rule: NOBODY },
  /** What somebody says is wrong about him. */
  asked: { of: 'person', rule: MANAGERS },
  reason: { of: 'pairing', rule: 'history' },
  correction: { of: 'pairing', rule: 'history' },
  /** A manager's own words above the times of an offer: to whoever is asked. */
  words: { of: 'pairing', rule: { ...MANAGERS, executive: 'yes', inbox: 'yes', assistant: 'yes' } },
} as const satisfies Readonly<Record<string, Field>>

const SHARED: ReadonlySet<string> = new Set(['address', 'said'])

export type FieldName = keyof typeof FIELDS

export function isField(name: string): name is FieldName {
  return name in FIELDS
}

/**
 * Whose a canary is: a programme's, a person's as one programme describes him, or a pairing's. Of a pairing that was handed
 * over, `mentorIds` has both.
 */
export type Owner = {
  readonly programmeId: ProgrammeId
  /** Where the same person is too: they share his addresses, and what he writes by mail may be about either. */
  readonly alsoIn?: readonly ProgrammeId[]
  readonly personId: PersonId | null
  readonly executiveIds: readonly PersonId[]
  readonly mentorIds: readonly PersonId[]
  readonly pairingIds: readonly string[]
}

/** How somebody comes by a text. `nobody`: it goes where anybody may read it: a log, an address, a cookie. */
export type Way = 'page' | 'mail' | 'calendar' | 'nobody'
export type Reading = { readonly readerId: PersonId | null; readonly way: Way }

type AnsweredFor = { readonly programmeId: ProgrammeId; readonly executiveId: PersonId }

/** Who is what to whom at this moment. */
export type Standing = {
  readonly members: ReadonlyMap<PersonId, readonly Membership[]>
  /** Programmes whose member somebody was: the cancellations of his dates go out as he leaves. */
  readonly left: ReadonlyMap<PersonId, readonly ProgrammeId[]>
  /** By assistant. */
  readonly answersFor: ReadonlyMap<PersonId, readonly AnsweredFor[]>
  /** By mentor: the sessions that he has, also as a stand-in. */
  readonly sessionsOf: ReadonlyMap<PersonId, readonly (AnsweredFor & { readonly pairingId: string })[]>
  /** Pairings of a session that stood in somebody's calendar: its cancellation goes there, whoever comes instead. */
  readonly invitedTo: ReadonlyMap<PersonId, readonly string[]>
  readonly nameless: ReadonlySet<PersonId>
}

/** Whether this reader may come upon it there. */
export function isAllowed(field: FieldName, owner: Owner, reading: Reading, standing: Standing): boolean {
  const { readerId, way } = reading
  if (readerId === null || way === 'nobody') return false
  if (owner.personId === readerId && field !== 'diary') return field !== 'ownnote' || way === 'page'
  const { rule } = FIELDS[field]
  const programmes = [owner.programmeId, ...(SHARED.has(field) ? (owner.alsoIn ?? []) : [])]
  return programmes
    .flatMap((programmeId) => relationsOf(field, { ...owner, programmeId }, reading, standing))
    .some(({ viewer, nameless }) => {
      const as = cameBy(viewer, way)
      if (typeof rule !== 'string') return rule[as] === 'yes'
      return maySee({ viewer: as, readerId, nameless }, rule, owner.personId)
    })
}

/** The same person is another viewer in a mail, and in a calendar. */
function cameBy(viewer: Viewer, way: Way): Viewer {
  if (way === 'calendar') return 'calendar'
  return way === 'mail' && viewer === 'executive' ? 'inbox' : viewer
}

type Related = { readonly viewer: Viewer; readonly nameless: boolean }

/** All that the reader is to the owner, for each executive whom it concerns. */
function relationsOf(
  field: FieldName,
  owner: Owner,
  { readerId, way }: Reading,
  standing: Standing,
): readonly Related[] {
  if (readerId === null) return []
  const roles = (standing.members.get(readerId) ?? [])
    .filter(({ programmeId }) => programmeId === owner.programmeId)
    .map(({ role }) => role)
  if (roles.includes('manager')) return [{ viewer: 'manager', nameless: false }]
  if (FIELDS[field].of === 'programme') {
    const hasLeft = standing.left.get(readerId)?.includes(owner.programmeId) && way === 'calendar'
    const viewers: readonly Viewer[] = hasLeft ? [...roles, 'calendar'] : roles
    return viewers.map((viewer) => ({ viewer, nameless: false }))
  }
  const had = way === 'calendar' ? (standing.invitedTo.get(readerId) ?? []) : []
  const isStandIn = [...sessionsIn(owner, readerId, standing).map(({ pairingId }) => pairingId), ...had].some(
    (pairingId) => owner.pairingIds.includes(pairingId),
  )
  return [
    ...(owner.mentorIds.includes(readerId) ? byPair(owner, 'mentor', standing) : []),
    ...(isStandIn ? byPair(owner, 'stand-in', standing) : []),
    ...executivesOf(field, owner, standing).flatMap((executiveId) => {
      const nameless =
        field === 'name' && owner.personId !== executiveId && standing.nameless.has(executiveId)
      return [
        ...(executiveId === readerId ? [{ viewer: 'executive' as const, nameless }] : []),
        ...(answersFor(readerId, owner, executiveId, standing)
          ? [{ viewer: 'assistant' as const, nameless }]
          : []),
      ]
    }),
  ]
}

/** In the calendar of a mentor it is the executive's name that stays away. */
function byPair({ executiveIds }: Owner, viewer: Viewer, { nameless }: Standing): readonly Related[] {
  return executiveIds.map((id) => ({ viewer, nameless: nameless.has(id) }))
}

/** The executives whom it concerns; a mentor's name also those whom he meets as a stand-in. */
function executivesOf(field: FieldName, owner: Owner, standing: Standing): readonly PersonId[] {
  const met = field === 'name' && owner.personId !== null ? sessionsIn(owner, owner.personId, standing) : []
  return [...owner.executiveIds, ...met.map(({ executiveId }) => executiveId)]
}

function sessionsIn({ programmeId }: Owner, mentorId: PersonId, { sessionsOf }: Standing) {
  return (sessionsOf.get(mentorId) ?? []).filter((each) => each.programmeId === programmeId)
}

function answersFor(
  readerId: PersonId,
  { programmeId }: Owner,
  executiveId: PersonId,
  standing: Standing,
): boolean {
  return (standing.answersFor.get(readerId) ?? []).some(
    (each) => each.programmeId === programmeId && each.executiveId === executiveId,
  )
}
