import { type DeskCalendarData, DeskCalendarPage } from '../pages/assistant/calendar.tsx'
import type { DeskData, DeskExecutive } from '../pages/assistant/desk-data.ts'
import { DeskPage } from '../pages/assistant/desk.tsx'
import type { DeskSessionData } from '../pages/assistant/session-data.ts'
import { DeskSessionPage } from '../pages/assistant/session.tsx'
import { EMPTY_FORM } from '../parts/form.ts'
import { NO_FREE_CHOICES } from '../parts/free-choices.tsx'
import { FREE, HELD } from './answering.ts'
import type { Cast } from './cast.ts'
import { refusedAt } from './forms.ts'
import { type Chapter, specimenOf } from './specimen.ts'
import { at, from } from './times.ts'

const NO_CALENDAR = {
  isGiven: false,
  host: null,
  assistantId: null,
  state: 'known',
  at: at('2027-03-15T09:00Z'),
  problem: null,
} as const
const GIVEN = { ...NO_CALENDAR, isGiven: true } as const

function lineOf(cast: Cast) {
  return {
    sessionId: 'ses_1',
    minutes: 30,
    place: { kind: 'room', room: cast.room },
    mentorName: cast.mentor,
    programme: null,
    waits: null,
  } as const
}

function busy(cast: Cast): DeskExecutive {
  return {
    id: 'per_1',
    name: cast.executive,
    clock: 'Europe/Paris',
    lines: [
      { ...lineOf(cast), kind: 'date', time: from('2027-03-18T09:00Z'), partstat: 'ACCEPTED', clash: null },
      {
        ...lineOf(cast),
        sessionId: 'ses_2',
        kind: 'offer',
        offerId: 'off_1',
        options: HELD,
        href: '/answer',
        isAskedHimself: false,
      },
    ],
    trips: [{ zone: 'America/New_York', from: '2027-04-03', to: '2027-04-09' }],
    never: [{ day: 1, from: 0, to: 600 }],
    calendar: 'known',
  }
}

function abroad(cast: Cast): DeskExecutive {
  const line = { ...lineOf(cast), mentorName: null, place: null, programme: cast.programme } as const
  return {
    id: 'per_2',
    name: cast.otherExecutive,
    clock: 'Asia/Singapore',
    lines: [
      { ...line, sessionId: 'ses_3', kind: 'date', time: HELD[0], partstat: 'DECLINED', clash: null },
      { ...line, sessionId: 'ses_4', kind: 'date', time: HELD[1], partstat: 'TENTATIVE', clash: 'trip' },
      {
        ...line,
        sessionId: 'ses_5',
        kind: 'offer',
        offerId: 'off_2',
        options: HELD,
        href: null,
        isAskedHimself: true,
      },
      { ...line, sessionId: 'ses_6', kind: 'arranging', notBefore: '2027-04-12' },
    ],
    trips: [],
    never: [],
    calendar: null,
  }
}

const desk = specimenOf<DeskData>({
  of: DeskPage,
  reader: 'assistant',
  current: 'desk',
  usual: ({ frame, cast }) => ({
    frame,
    executives: [busy(cast), abroad(cast)],
    form: EMPTY_FORM,
    formOf: null,
  }),
  states: {
    'answers for nobody': { executives: [] },
    'one executive, no dates': ({ cast }) => ({ executives: [{ ...busy(cast), lines: [], trips: [] }] }),
    'eight executives': ({ cast }) => ({
      executives: Array.from({ length: 8 }, (_, index) => ({
        ...(index % 2 ? abroad(cast) : busy(cast)),
        id: `per_${index}` as const,
        name: `${index % 2 ? cast.otherExecutive : cast.executive} ${index + 1}`,
        lines: busy(cast).lines.map((line, nth) => ({ ...line, sessionId: `ses_${index}${nth}` as const })),
      })),
    }),
    'a calendar that cannot be read': ({ cast }) => ({
      executives: [{ ...busy(cast), calendar: 'unknown' }],
    }),
    'words that were not understood': ({ words }) => ({
      form: refusedAt('said-per_1', words.desk.badSaid, { said: 'soon, if at all' }),
      formOf: 'per_1',
    }),
  },
})

const session = specimenOf<DeskSessionData>({
  of: DeskSessionPage,
  reader: 'assistant',
  usual: ({ frame, cast }) => ({
    frame,
    id: 'ses_1',
    executiveName: cast.executive,
    clock: 'Europe/Paris',
    mentorName: cast.mentor,
    minutes: 30,
    place: { kind: 'room', room: cast.room },
    time: HELD[0],
    partstat: 'ACCEPTED',
    state: 'open',
    waits: null,
    takeBack: null,
    free: FREE,
    from: null,
    form: EMPTY_FORM,
  }),
  states: {
    'nothing else is free': { free: NO_FREE_CHOICES, clock: 'Asia/Singapore' },
    'a day that has passed': ({ words }) => ({
      form: refusedAt('date', words.answering.dayNotAhead, {
        choice: 'own',
        date: '2027-03-01',
        time: '10:00',
      }),
    }),
    'a time was proposed': {
      waits: { time: from('2027-03-29T06:30Z'), state: 'asked' },
      takeBack: 'ctr_1',
    },
    'given back': { state: 'given-back', partstat: 'DECLINED' },
    over: { state: 'over', time: from('2027-03-15T09:00Z') },
    'another time is looked for': { state: 'arranging', time: null, partstat: null },
    cancelled: { state: 'cancelled', partstat: null },
    tentative: { partstat: 'TENTATIVE' },
    'the mentor has no name here': { mentorName: null, place: null, clock: 'Asia/Singapore' },
    'the proposed time has passed': {
      waits: { time: from('2027-03-15T06:30Z'), state: 'passed' },
    },
  },
})

const calendar = specimenOf<DeskCalendarData>({
  of: DeskCalendarPage,
  reader: 'assistant',
  usual: ({ frame, cast }) => ({
    frame,
    executiveId: 'per_1',
    executiveName: cast.executive,
    published: NO_CALENDAR,
    isHers: false,
    form: EMPTY_FORM,
  }),
  states: {
    'she gave one': { published: { ...GIVEN, host: 'outlook.office365.com' }, isHers: true },
    'he gave one': { published: GIVEN },
    'a colleague gave one that cannot be read': {
      published: { ...GIVEN, state: 'unknown', problem: 'status-404' },
    },
    'an address that is none': ({ words }) => ({
      form: refusedAt('url', words.calendars.bad.unreadable, { url: 'webcal' }),
    }),
  },
})

export const assistant: Chapter = { title: 'The assistant’s desk', specimens: [desk, session, calendar] }
