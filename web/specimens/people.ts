import { standardFormats } from '../../worker/domain/path/format.ts'
import { DEFAULT_POLICY } from '../../worker/domain/programme/programme.ts'
import { type DepartureData } from '../pages/manager/people/departure-data.ts'
import { DeparturePage } from '../pages/manager/people/departure.tsx'
import type { ErasureData } from '../pages/manager/people/erasure-data.ts'
import { ErasurePage } from '../pages/manager/people/erasure.tsx'
import type { PeopleData, PersonLine } from '../pages/manager/people/people-data.ts'
import { PeoplePage } from '../pages/manager/people/people.tsx'
import type { PersonData } from '../pages/manager/people/person-data.ts'
import { SECTIONS } from '../pages/manager/people/person-sections.ts'
import { PersonPage } from '../pages/manager/people/person.tsx'
import { EMPTY_FORM } from '../parts/form.ts'
import { sentenceOf } from '../words/refusals/sentence.ts'
import type { Cast } from './cast.ts'
import { refusedAt } from './forms.ts'
import { HOURS } from './hours.ts'
import { severalLeft, severalRefused } from './several.ts'
import { type Chapter, NOW, type Setting, specimenOf } from './specimen.ts'
import { from } from './times.ts'

function everybody(cast: Cast): readonly PersonLine[] {
  const person = { unit: null, zone: 'Europe/Paris', assistant: null } as const
  const mail = (name: string) => `${name}@northwind.example`
  return [
    { ...person, id: 'per_manager', name: cast.manager, email: mail('nadia.haddad'), roles: ['manager'] },
    { ...person, id: 'per_mentor', name: cast.mentor, email: mail('tom.leroy'), roles: ['mentor'] },
    {
      ...person,
      id: 'per_executive',
      name: cast.executive,
      email: mail('claude.bernard'),
      roles: ['executive'],
      unit: cast.unit,
      assistant: cast.assistant,
    },
    {
      ...person,
      id: 'per_second',
      name: cast.otherExecutive,
      email: mail('ingrid.solberg'),
      roles: ['executive', 'mentor'],
      zone: 'Asia/Singapore',
    },
    {
      ...person,
      id: 'per_assistant',
      name: cast.assistant,
      email: mail('odile.marchand'),
      roles: ['assistant'],
    },
  ]
}

const list = specimenOf<PeopleData>({
  of: PeoplePage,
  reader: 'manager',
  current: 'people',
  usual: ({ frame, cast }) => ({
    frame,
    programmeId: 'prg_1',
    isEmpty: false,
    roles: ['executive', 'mentor', 'assistant', 'manager'],
    filter: { role: null, mentor: null, blocker: null, state: null },
    sort: 'name',
    mentors: [{ id: 'per_mentor', name: cast.mentor }],
    assistants: [{ id: 'per_assistant', name: cast.assistant }],
    everybody: everybody(cast),
    here: '/people',
    chosen: [],
    calendarsHref: '/people/per_mentor/calendars',
    people: everybody(cast),
    pages: null,
    newId: 'per_new',
    newAssistantId: 'per_new2',
    newRole: 'executive',
    form: EMPTY_FORM,
  }),
  states: {
    'nobody yet': { people: [], isEmpty: true },
    'nobody fits the filter': {
      people: [],
      filter: { role: 'mentor', mentor: 'per_mentor', blocker: 'booked', state: 'leaving' },
    },
    'some are chosen, and not all could be done': (setting) => ({
      chosen: ['per_executive', 'per_second'],
      frame: { ...setting.frame, notice: severalRefused(setting, 'blockers-several') },
    }),
    'some stayed as they were': (setting) => ({
      frame: { ...setting.frame, notice: severalLeft(setting, 'blockers-several') },
    }),
    'one page of many': ({ cast }) => ({
      people: Array.from({ length: 10 }, (_, nth) =>
        everybody(cast).map((person) => ({ ...person, id: `${person.id}${nth}` as const })),
      ).flat(),
      pages: { from: 51, to: 100, all: 412, previous: '/people', next: '/people?after=100' },
    }),
    'an address that cannot be': ({ words, cast }) => ({
      form: refusedAt('email', words.entrance.badEmail, { name: cast.executive, email: 'claude' }),
    }),
  },
})

function executive({ cast, frame }: Setting): PersonData {
  return {
    frame,
    id: 'per_executive',
    programmeId: 'prg_1',
    formats: standardFormats('prg_1', (prefix) => `${prefix}_0`).map((format) => ({
      ...format,
      id: `fmt_${format.standard ?? ''}`,
    })),
    stored: {
      name: cast.executive,
      shownShortName: 'C. Bernard',
      email: 'claude.bernard@northwind.example',
      aliases: ['c.bernard@northwind.example'],
      zone: 'Europe/Paris',
      locale: 'fr',
      unit: cast.unit,
      reportsTo: 'per_second',
      roles: ['executive'],
    },
    isAddressStopped: false,
    blockers: ['booked'],
    chosenOwn: null,
    rules: {
      never: [{ day: 1, from: 0, to: 600 }],
      trips: [{ zone: 'America/New_York', from: '2027-04-03', to: '2027-04-09' }],
      travelBuffer: 15,
      minutes: 25,
    },
    superiors: [{ id: 'per_second', name: cast.otherExecutive }],
    endsRoles: [],
    movesTo: null,
    displaced: [],
    calendar: null,
    hours: HOURS,
    assistants: [{ id: 'per_assistant', name: cast.assistant }],
    candidates: [{ id: 'per_assistant', name: cast.assistant }],
    serves: [],
    pairings: [
      { id: 'pai_1', title: cast.mentor, status: 'active' },
      { id: 'pai_2', title: cast.otherExecutive, status: 'ended' },
    ],
    leavesOn: null,
    invitation: null,
    isNew: false,
    mails: null,
    policy: DEFAULT_POLICY,
    editing: null,
    saidAt: null,
    form: EMPTY_FORM,
  }
}

function mentor(setting: Setting): Partial<PersonData> {
  const { stored } = executive(setting)
  return {
    id: 'per_mentor',
    stored: { ...stored, name: setting.cast.mentor, roles: ['mentor'], reportsTo: null },
    blockers: [],
    rules: { perDay: 3 },
    assistants: null,
    invitation: { sentAt: null, press: 'sgn_1' },
  }
}

/** One state for each part of the page that can be opened to edit it. */
const EDITING = Object.fromEntries(
  SECTIONS.map((section) => [
    `editing: ${section}`,
    { editing: { section, isWhole: true } } satisfies Partial<PersonData>,
  ]),
)

const person = specimenOf<PersonData>({
  of: PersonPage,
  reader: 'manager',
  usual: executive,
  states: {
    'a mentor, not invited yet': mentor,
    'a mentor, new': (setting) => ({ ...mentor(setting), isNew: true }),
    'an assistant': (setting) => ({
      stored: { ...executive(setting).stored, name: setting.cast.assistant, roles: ['assistant'] },
      rules: {},
      blockers: [],
      hours: null,
      assistants: null,
      pairings: [],
      serves: [{ id: 'per_executive', name: setting.cast.executive }],
    }),
    'the manager herself': (setting) => ({
      stored: { ...executive(setting).stored, name: setting.cast.manager, roles: ['manager'] },
      rules: {},
      blockers: [],
      hours: null,
      assistants: null,
      pairings: [],
      mails: {
        notify: 'both',
        awayUntil: null,
        deputyId: null,
        others: [{ id: 'per_second', name: setting.cast.otherExecutive }],
        goesTo: null,
      },
    }),
    'nothing but a name': {
      rules: {},
      blockers: [],
      hours: null,
      assistants: [],
      pairings: [],
      isNew: true,
    },
    'mail comes back, and a last day': { isAddressStopped: true, leavesOn: '2027-04-30' },
    'dates that are outside now': ({ cast, words }) => ({
      displaced: [
        {
          title: cast.mentor,
          href: '/sessions/ses_1',
          time: from('2027-04-05T13:00Z'),
          because: words.today.kinds['trip-over-dates'],
          isOption: true,
        },
      ],
    }),
    ...EDITING,
    'a trip that ends before it begins': ({ words }) => ({
      editing: { section: 'trips', isWhole: false },
      form: refusedAt('trip-0-to', words.rules.badTrip, {
        'trip-0-from': '2027-04-09',
        'trip-0-to': '2027-04-03',
      }),
    }),
    'saved, and can be put back': ({ frame, words }) => ({
      saidAt: 'trips',
      frame: {
        ...frame,
        notice: {
          tone: 'done',
          sentence: words.press.done,
          deeds: [{ action: '/people/per_executive', hidden: { back: 'x' }, label: words.press.putBack }],
        },
      },
    }),
  },
})

const departure = specimenOf<DepartureData>({
  of: (data) => DeparturePage({ data }),
  name: 'DeparturePage',
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    frame,
    id: 'per_mentor',
    name: cast.mentor,
    roles: ['mentor'],
    leavesOn: null,
    on: '2027-04-30',
    programmes: [cast.programme],
    needMentor: [{ id: 'ses_1', who: cast.executive, time: from('2027-05-04T09:00Z') }],
    calledOff: [],
    offers: 1,
    waiting: [{ id: 'pai_1', title: cast.executive }],
    ended: [],
    askedAnew: [],
    form: EMPTY_FORM,
  }),
  states: {
    'an executive': ({ cast }) => ({
      name: cast.executive,
      roles: ['executive'],
      needMentor: [],
      calledOff: [{ id: 'ses_1', who: cast.mentor, time: from('2027-05-04T09:00Z') }],
      waiting: [],
      ended: [{ id: 'pai_1', title: cast.mentor }],
    }),
    'an assistant': ({ cast }) => ({
      name: cast.assistant,
      roles: ['assistant'],
      needMentor: [],
      waiting: [],
      offers: 0,
      askedAnew: [cast.executive],
    }),
    'said already': { leavesOn: '2027-04-30' },
    'the last manager': ({ cast, frame }) => ({
      name: cast.manager,
      roles: ['manager'],
      needMentor: [],
      waiting: [],
      offers: 0,
      form: refusedAt('on', sentenceOf({ reason: 'last-manager' }, frame), { on: '2027-04-30' }),
    }),
  },
})

const erasure = specimenOf<ErasureData>({
  of: (data) => ErasurePage({ data }),
  name: 'ErasurePage',
  reader: 'manager',
  current: 'people',
  usual: erasureOf,
  states: {
    'nothing is fixed': { dates: [], offers: 0, askedAt: null, askedAnew: [] },
    'under way': { underWaySince: NOW },
    'the last manager': ({ cast, frame }) => ({
      ...{ name: cast.manager, roles: ['manager'], dates: [], offers: 0 },
      refused: sentenceOf({ reason: 'last-manager' }, frame),
    }),
  },
})

function erasureOf({ frame, cast }: Setting): ErasureData {
  return {
    ...{ frame, id: 'per_executive', name: cast.executive, roles: ['executive'], askedAt: NOW },
    programmes: [cast.programme],
    dates: [{ id: 'ses_1', who: cast.mentor, time: from('2027-05-04T09:00Z') }],
    offers: 1,
    askedAnew: [cast.otherExecutive],
    ...{ underWaySince: null, refused: null },
  }
}

export const people: Chapter = { title: 'People', specimens: [list, person, departure, erasure] }
