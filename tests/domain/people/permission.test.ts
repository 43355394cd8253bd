import { getTableColumns, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import * as schema from '../../../schema/index.ts'
import { root } from '../../../scripts/root.ts'
import { ANSWER_FIELDS, ANSWER_STATE_FIELDS } from '../../../web/pages/answering/answer-data.ts'
import { CONFIRM_FIELDS } from '../../../web/pages/answering/confirm.tsx'
import { INVITE_FIELDS, INVITE_STATE_FIELDS } from '../../../web/pages/answering/invite-data.ts'
import { OWN_FIELDS } from '../../../web/pages/answering/own-data.ts'
import { PULSE_FIELDS } from '../../../web/pages/answering/pulse.tsx'
import { DESK_CALENDAR_FIELDS } from '../../../web/pages/assistant/calendar.tsx'
import { DESK_EXECUTIVE_FIELDS, DESK_LINE_FIELDS } from '../../../web/pages/assistant/desk-data.ts'
import { DESK_SESSION_FIELDS } from '../../../web/pages/assistant/session-data.ts'
import { AS_SEEN_FIELDS } from '../../../web/pages/manager/letter/as-seen.tsx'
import { PAIRING_ENDING_FIELDS } from '../../../web/pages/manager/pairing/ending-data.ts'
import { PAIRING_FIELDS } from '../../../web/pages/manager/pairing/pairing-data.ts'
import { DEPARTURE_FIELDS } from '../../../web/pages/manager/people/departure-data.ts'
import { ERASURE_FIELDS } from '../../../web/pages/manager/people/erasure-data.ts'
import { PERSON_FIELDS } from '../../../web/pages/manager/people/person-data.ts'
import { ACTIVITY_FIELDS } from '../../../web/pages/manager/programme/activity-data.ts'
import {
  CORRECTION_LINE_FIELDS,
  OUTCOME_LINE_FIELDS,
  SESSION_PAGE_FIELDS,
} from '../../../web/pages/manager/session/session-data.ts'
import { FIRST_STEPS_FIELDS } from '../../../web/pages/manager/today/first-steps-data.ts'
import { TODAY_ITEM_FIELDS } from '../../../web/pages/manager/today/today-data.ts'
import { LOG_FIELDS, LOG_STATE_FIELDS } from '../../../web/pages/mentor/log.tsx'
import { MEETING_FIELDS } from '../../../web/pages/mentor/meeting.tsx'
import { ENDED_FIELDS, UPCOMING_FIELDS } from '../../../web/pages/mentor/today.tsx'
import { PULSE_SAID_FIELDS } from '../../../web/parts/pulse-form.tsx'
import { SESSION_LINE_FIELDS } from '../../../web/parts/session-card.tsx'
import { WHYS_SEEN } from '../../../web/parts/whys.tsx'
import { FEED_FIELDS } from '../../../worker/domain/feed/feed.ts'
import type { PersonId } from '../../../worker/domain/ids.ts'
import { DIGEST_ENTRY_FIELDS, LETTER_FIELDS, OWN_LIST_FIELDS } from '../../../worker/domain/letter/fields.ts'
import { BOARD_LINE_FIELDS } from '../../../worker/domain/path/board.ts'
import { type SeenFields, seen } from '../../../worker/domain/people/fields.ts'
import {
  type Actor,
  lookOf,
  maySee,
  SEES,
  type Viewer,
  viewerOf,
  VIEWERS,
} from '../../../worker/domain/people/permission.ts'
import {
  RECORD_FIELDS,
  RECORD_LOG_FIELDS,
  RECORD_PAIR_FIELDS,
  RECORD_PROGRAMME_FIELDS,
  RECORD_SESSION_FIELDS,
} from '../../../worker/domain/record/record.ts'
import type { Why } from '../../../worker/domain/session/why.ts'
import { CORRECTION_ANSWER_FIELDS, LOG_ANSWER_FIELDS } from '../../../worker/http/api/shapes/log.ts'
import { PATH_FIELDS } from '../../../worker/http/api/shapes/path.ts'
import { FOUND_PAIRING_FIELDS, FOUND_SESSION_FIELDS } from '../../../worker/http/api/shapes/search.ts'
import { SESSION_FIELDS } from '../../../worker/http/api/shapes/session.ts'
import { PROMISED, promises } from '../../support/who-sees-what.ts'

/** Every list of fields; a test below finds a missing one. */
const LISTS = {
  ACTIVITY_FIELDS,
  AS_SEEN_FIELDS,
  PATH_FIELDS,
  ...{ CORRECTION_ANSWER_FIELDS, CORRECTION_LINE_FIELDS, LOG_ANSWER_FIELDS },
  FOUND_PAIRING_FIELDS,
  FOUND_SESSION_FIELDS,
  ...{
    ANSWER_FIELDS,
    ANSWER_STATE_FIELDS,
    BOARD_LINE_FIELDS,
    CONFIRM_FIELDS,
    DEPARTURE_FIELDS,
    ERASURE_FIELDS,
    PAIRING_ENDING_FIELDS,
    DIGEST_ENTRY_FIELDS,
    ENDED_FIELDS,
  },
  ...{ DESK_EXECUTIVE_FIELDS, DESK_LINE_FIELDS, DESK_SESSION_FIELDS, DESK_CALENDAR_FIELDS },
  ...{ FEED_FIELDS, INVITE_FIELDS, INVITE_STATE_FIELDS, LOG_FIELDS, LOG_STATE_FIELDS },
  ...{ MEETING_FIELDS, OUTCOME_LINE_FIELDS, OWN_FIELDS, OWN_LIST_FIELDS, PAIRING_FIELDS, PERSON_FIELDS },
  ...{ PULSE_FIELDS, PULSE_SAID_FIELDS, SESSION_FIELDS, SESSION_LINE_FIELDS, SESSION_PAGE_FIELDS },
  ...{ RECORD_FIELDS, RECORD_LOG_FIELDS, RECORD_PAIR_FIELDS, RECORD_PROGRAMME_FIELDS, RECORD_SESSION_FIELDS },
  ...{ FIRST_STEPS_FIELDS, TODAY_ITEM_FIELDS, UPCOMING_FIELDS },
}

/** Pages that show nothing about a pairing: settings, lists of names and dates for the manager, sign-in. */
const SAYS_NOTHING = [
  ...[
    'AvailabilityData',
    'CalendarData',
    'CalendarsData',
    'ClosureData',
    'ReportData',
    'DayData',
    'AcceptanceData',
    'DeliveriesData',
    'DeliveryState',
  ],
  ...[
    'FormatData',
    'FormatsData',
    'GridData',
    'GuideData',
    'ImportData',
    'ImportDoneData',
    'ImportsData',
    'OfferData',
    'PairingsData',
    'PeopleData',
    'PlanData',
  ],
  ...['PlanRowData', 'PolicyData', 'ProgrammesData', 'ReceivedData', 'RefusalData', 'SignInConfirmData'],
  ...['SignInAgainData', 'SignInData', 'SignInSentData', 'SignInsData', 'StrangersData', 'SuggestionsData'],
  ...['ApiDocsData', 'ClaimData', 'KeysData', 'SearchData', 'TrackData', 'TracksData'],
  ...['WebhookData', 'WebhooksData'],
  // Their parts have their own lists.
  ...[
    'BoardData',
    'DeskData',
    'MentorTodayData',
    'OwnListData',
    'RecordData',
    'RecordLockedData',
    'TodayData',
  ],
]

const sources = globSync(['web/**/*.{ts,tsx}', 'worker/**/*.{ts,tsx}'], {
  cwd: root,
  exclude: ['web/dist*/**'],
}).map((file) => readFileSync(join(root, file), 'utf8'))
const lists = [...Object.values(LISTS), ...Object.values(LETTER_FIELDS)]
const shown = lists.flatMap((list) =>
  Object.entries(list).flatMap(([name, field]) => sightsOf(field).map((sight) => ({ name, sight }))),
)

test('the table of the code is the one that is promised, cell for cell', () => {
  const written = Object.entries(SEES).map(([sight, { later, ...rules }]) => ({
    sight,
    isLater: later !== undefined,
    rules,
  }))
  expect(written).toEqual(promises)
  expect(Object.keys(promises[0]?.rules ?? {})).toEqual([...VIEWERS])
})

test('the documentation shows the promised table', () => {
  expect(readFileSync(join(root, 'docs/who-sees-what.md'), 'utf8')).toContain(PROMISED)
})

test('every row is used by a field, except those marked `later`', () => {
  const asked = new Set(shown.map(({ sight }) => sight))
  expect(
    promises.filter(({ sight, isLater }) => isLater === asked.has(sight)).map(({ sight }) => sight),
  ).toEqual([])
})

test('a row that waits for its field loses the mark when the field, or its column, is there', () => {
  const names = new Set([...shown.map(({ name }) => name), ...columns()])
  for (const [sight, { later = [] }] of Object.entries(SEES))
    expect(
      later.filter((name) => names.has(name)),
      `${sight} is shown: take “later” away`,
    ).toEqual([])
})

test('every list of fields is known here', () => {
  const declared = sources.flatMap((text) =>
    Array.from(text.matchAll(/const (\w+): SeenFields</g), ([, name = '']) => name),
  )
  expect(declared.toSorted()).toEqual(Object.keys(LISTS).toSorted())
})

test('every page of one session, one pair or one person lists its fields', () => {
  const pages = globSync('web/pages/**/*.{ts,tsx}', { cwd: root }).flatMap((file) =>
    Array.from(
      readFileSync(join(root, file), 'utf8').matchAll(/export type (\w+(?:Data|State)) =/g),
      ([, name = '']) => name,
    ),
  )
  const isListed = (name: string) => sources.some((text) => text.includes(`: SeenFields<${name}> =`))
  expect(pages.filter((name) => !isListed(name) && !SAYS_NOTHING.includes(name))).toEqual([])
  expect(SAYS_NOTHING.filter((name) => !pages.includes(name) || isListed(name))).toEqual([])
})

test('a field without a line does not compile, nor one whose place is taken by something else', () => {
  type Line = { readonly name: string | null; readonly bumps: number }
  // @ts-expect-error `bumps` has no line
  const incomplete: SeenFields<Line> = { name: 'neutral' }
  // @ts-expect-error a number cannot be null
  const wrong: SeenFields<Line> = { name: 'neutral', bumps: { sight: 'bumps', instead: null } }
  // @ts-expect-error the fields of every member of a union count
  const half: SeenFields<Line | { readonly aim: string }> = { name: 'neutral', bumps: 'neutral' }
  expect([incomplete, wrong, half]).toHaveLength(3)
})

test('a forbidden value is replaced; without a replacement or a line it is an error', () => {
  const look = lookOf('assistant', 'per_odile', { blockers: ['handled'], rules: {} })
  type Line = { readonly mentor: string | null; readonly stage: string }
  const line = { mentor: 'Tom', stage: 'posting' }
  const fields: SeenFields<Line> = { mentor: { sight: 'mentor-name', instead: null }, stage: 'neutral' }
  expect(seen<Line>(look, fields, line)).toEqual({ mentor: null, stage: 'posting' })
  expect(() => seen<Line>(look, { ...fields, stage: 'stage' }, line)).toThrow('not for the assistant')
  expect(() => seen<object>(look, {}, line)).toThrow('no table')
})

test('where only one’s own is allowed, it is seen, and in a list one’s own alone', () => {
  const tom = lookOf('mentor', 'per_tom', null)
  expect([
    maySee(tom, 'answers', 'per_tom'),
    maySee(tom, 'answers', 'per_claude'),
    maySee(tom, 'answers', null),
  ]).toEqual([true, false, false])
  expect(maySee(lookOf('mentor', null, null), 'answers', null)).toBe(false)

  type List = { readonly said: readonly { readonly by: string }[] }
  const fields: SeenFields<List> = { said: { sight: 'answers', instead: [], of: ({ by }) => by } }
  const said = [{ by: 'per_tom' }, { by: 'per_claude' }]
  expect(seen<List>(tom, fields, { said })).toEqual({ said: [{ by: 'per_tom' }] })
})

test('of a list, what fewer may see is left out for the others, even if it is their own', () => {
  type Said = { readonly code: Why; readonly byId: PersonId }
  const fields: SeenFields<{ readonly whys: readonly Said[] }> = { whys: WHYS_SEEN }
  const whys = [
    { code: 'travel', byId: 'per_tom' },
    { code: 'of-no-use', byId: 'per_tom' },
    { code: 'not-now', byId: 'per_odile' },
  ] as const
  const seenBy = (viewer: Viewer, readerId: string) =>
    seen(lookOf(viewer, readerId, null), fields, { whys }).whys.map(({ code }) => code)
  expect(seenBy('manager', 'per_nadia')).toEqual(['travel', 'of-no-use', 'not-now'])
  expect(seenBy('executive', 'per_claude')).toEqual(['travel', 'not-now'])
  expect(seenBy('mentor', 'per_tom')).toEqual(['travel'])
  expect(seenBy('assistant', 'per_odile')).toEqual(['not-now'])
  expect(seenBy('inbox', 'per_claude')).toEqual([])
})

test('for an unknown executive nobody is named', () => {
  expect(maySee(lookOf('calendar', null, null), 'mentor-name', null)).toBe(false)
})

test('who is something elsewhere is nobody here, and who has left is nobody, though the session names him', () => {
  const session = { programmeId: 'prg_here', mentorId: 'per_tom', executiveId: 'per_claude' } as const
  const as = (personId: PersonId, ...memberships: Actor['memberships']) =>
    viewerOf({ personId, memberships }, session)
  const here = 'prg_here'
  const elsewhere = 'prg_elsewhere'
  expect(as('per_nadia', { programmeId: here, role: 'manager' })).toBe('manager')
  expect(as('per_nadia', { programmeId: elsewhere, role: 'manager' })).toBeNull()
  expect(as('per_nadia', { programmeId: here, role: 'mentor' })).toBeNull()
  for (const [id, role] of [
    ['per_tom', 'mentor'],
    ['per_claude', 'executive'],
  ] as const) {
    expect(as(id, { programmeId: here, role })).toBe(role)
    expect(as(id, { programmeId: elsewhere, role })).toBeNull()
    expect(as(id)).toBeNull()
  }
})

/** Of a list whose items are not all for the same viewers, both. */
function sightsOf(
  field: SeenFields<Readonly<Record<string, unknown>>>[string] | undefined,
): readonly string[] {
  if (field === undefined || typeof field === 'string') return field === undefined ? [] : [field]
  return field.fewer ? [field.sight, field.fewer.sight] : [field.sight]
}

function columns(): readonly string[] {
  return Object.values(schema).flatMap((table) =>
    is(table, SQLiteTable) ? Object.keys(getTableColumns(table)) : [],
  )
}
