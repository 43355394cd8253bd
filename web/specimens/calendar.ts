import { addDays } from '../../worker/domain/time/days.ts'
import { MINUTE, after } from '../../worker/domain/time/time.ts'
import type {
  CalendarAround,
  CalendarData,
  CalendarMentor,
  CalendarSession,
  Opened,
  Starting,
  StartRow,
} from '../pages/manager/calendar/calendar-data.ts'
import { type DayColumn, type DayData, DayPage } from '../pages/manager/calendar/calendar-day.tsx'
import { CalendarPage } from '../pages/manager/calendar/calendar.tsx'
import { addressOf, type CalendarView, openAddress, queryOf } from '../pages/manager/calendar/view.ts'
import { EMPTY_FORM } from '../parts/form.ts'
import { zoneLabel } from '../words/moments.ts'
import { sentenceOf } from '../words/refusals/sentence.ts'
import { FREE } from './answering.ts'
import type { Cast } from './cast.ts'
import { refusedAt } from './forms.ts'
import { type Chapter, NOW, type Setting, specimenOf } from './specimen.ts'
import { at, from } from './times.ts'

const WEEK: CalendarView = {
  kind: 'week',
  from: '2027-03-15',
  programme: 'prg_1',
  mentor: null,
  zone: null,
  page: 1,
  isGridWanted: false,
  session: null,
  slot: null,
}
const DAY: CalendarView = { ...WEEK, kind: 'day', from: '2027-03-16' }
/** The week in which the clocks of Paris go forward. */
const CHANGING: CalendarView = { ...WEEK, from: '2027-03-22' }
const FAR = 'Asia/Singapore'

/** A specimen has no feed: the grid stays empty, the list beside it is whole. */
function around(
  { frame, words, cast }: Setting,
  view: CalendarView,
): Pick<CalendarAround, 'frame' | 'view' | 'turns' | 'grid' | 'choices'> {
  const days = view.kind === 'week' ? 7 : 1
  const { filter } = words.calendar
  return {
    frame: { ...frame, zone: view.zone ?? frame.zone },
    view,
    turns: {
      weekHref: addressOf({ ...view, kind: 'week', from: WEEK.from }),
      dayHref: addressOf({ ...view, kind: 'day' }),
      previousHref: addressOf({ ...view, from: addDays(view.from, -days) }),
      nextHref: addressOf({ ...view, from: addDays(view.from, days) }),
      currentHref: '/calendar',
      otherHref: addressOf({ ...view, isGridWanted: !view.isGridWanted }),
    },
    grid: { feed: '/dev/pages/feed', here: addressOf(view), now: '2027-03-16T10:10', shown: 'wide' },
    choices: {
      mentors: mentorsOf(cast).map(({ id, name }) => ({ value: id, label: name })),
      zones: [
        { value: '', label: filter.mine(zoneLabel(frame.zone, frame.locale, NOW)) },
        {
          value: FAR,
          label: `${zoneLabel(FAR, frame.locale, NOW)}: ${filter.people(cast.otherExecutive, 0)}`,
        },
      ],
    },
  }
}

const PLAIN = { only: null, clocks: null, beside: { kind: 'nothing' } } as const

function mentorsOf(cast: Cast): readonly CalendarMentor[] {
  return [
    {
      id: 'per_mentor',
      name: cast.mentor,
      colour: 1,
      open: [from('2027-03-16T08:00Z', 180), from('2027-03-18T13:00Z', 180)],
    },
    { id: 'per_other', name: cast.otherMentor, colour: 2, open: [from('2027-03-17T08:00Z', 240)] },
  ]
}

/** Those of one mentor come first. */
function sessionsOf(cast: Cast): readonly CalendarSession[] {
  const session = { executive: cast.executive, mentor: cast.mentor, colour: 1 } as const
  const opens = (id: CalendarSession['id']) => ({ id, openHref: openAddress(WEEK, id) })
  return [
    { ...session, ...opens('ses_3'), time: from('2027-03-15T08:00Z'), status: 'happened' },
    { ...session, ...opens('ses_1'), time: from('2027-03-16T09:30Z'), status: 'fixed' },
    { ...session, ...opens('ses_4'), time: from('2027-03-19T14:00Z'), status: 'cancelled' },
    {
      ...session,
      ...opens('ses_2'),
      executive: cast.otherExecutive,
      mentor: cast.otherMentor,
      colour: 2,
      time: from('2027-03-17T08:15Z'),
      status: 'offered',
    },
  ]
}

/** Tuesday's session, on the clock of the view, with the clock of somebody far away. */
function opened({ cast, frame }: Setting, view: CalendarView): Opened {
  return {
    kind: 'session',
    id: 'ses_1',
    executive: cast.executive,
    mentor: cast.mentor,
    status: 'fixed',
    times: [from('2027-03-16T09:30Z')],
    executiveZone: FAR,
    clocks: [
      {
        who: view.zone ? cast.manager : cast.executive,
        zone: view.zone ? frame.zone : FAR,
        href: addressOf({ ...view, zone: view.zone ? null : FAR }),
      },
    ],
    against: null,
    moves: FREE.times,
    here: addressOf(view),
  }
}

function inLineFor({ frame }: Setting): string {
  return sentenceOf({ reason: 'reporting-line', personId: 'per_2', managerId: 'per_1', steps: 1 }, frame)
}

function rowOf({ cast }: Setting, nth: number): StartRow {
  const isOther = nth % 2 === 1
  const query = 'date=2027-03-18&time=10:00'
  return {
    id: `pai_${nth}`,
    executive: isOther ? cast.otherExecutive : cast.executive,
    mentor: isOther ? cast.otherMentor : cast.mentor,
    minutes: null,
    against: null,
    ways: { book: `/pairings/pai_${nth}?${query}#book`, offer: `/pairings/pai_${nth}/offer?${query}` },
  }
}

/** Thursday at ten, and who could meet then. */
function starting(setting: Setting, view: CalendarView): Starting {
  const { frame, cast } = setting
  const busy = sentenceOf({ reason: 'outside-availability' }, frame, {
    mentor: cast.mentor,
    executive: cast.executive,
    answerer: null,
  })
  return {
    kind: 'slot',
    form: { values: { date: '2027-03-18', time: '10:00', minutes: '' }, errors: [] },
    hidden: { ...queryOf(view), zone: frame.zone, new: '1' },
    time: from('2027-03-18T09:00Z'),
    free: [rowOf(setting, 1), rowOf(setting, 3)],
    others: [{ ...rowOf(setting, 2), minutes: 45, against: busy }],
    unlisted: 12,
  }
}

/** What either view can have beside it. */
function besides(view: CalendarView) {
  const session: CalendarView = { ...view, session: 'ses_1' }
  return {
    'a session is open beside it': (setting: Setting) => ({
      view: session,
      beside: opened(setting, session),
    }),
    'it cannot be moved to any time': (setting: Setting) => ({
      view: session,
      beside: { ...opened(setting, session), moves: [] },
    }),
    'a reporting line keeps it where it is': (setting: Setting) => ({
      view: session,
      beside: { ...opened(setting, session), moves: [], against: inLineFor(setting) },
    }),
    'it is over': (setting: Setting) => ({
      view: session,
      beside: { ...opened(setting, session), status: 'happened', moves: null } as const,
    }),
    'what was open is gone': { view: session, beside: { kind: 'gone' } },
    'a time is asked for': (setting: Setting) => ({
      beside: { ...starting(setting, view), form: EMPTY_FORM, time: null, free: [], others: [], unlisted: 0 },
    }),
    'a time without a day': (setting: Setting) => ({
      beside: {
        ...starting(setting, view),
        form: refusedAt('date', setting.words.answering.badDate, { date: '', time: '10:00' }),
        time: null,
      },
    }),
    'who is free at a time': (setting: Setting) => ({ beside: starting(setting, view) }),
    'nobody is free at a time': (setting: Setting) => ({
      beside: { ...starting(setting, view), free: [], unlisted: 0 },
    }),
    'on another clock': (setting: Setting) => {
      const far: CalendarView = { ...session, zone: FAR }
      return { ...around(setting, far), beside: opened(setting, far) }
    },
  } as const
}

const week = specimenOf<CalendarData>({
  of: CalendarPage,
  reader: 'manager',
  current: 'calendar',
  usual: (setting) => ({
    ...around(setting, WEEK),
    ...PLAIN,
    sessions: sessionsOf(setting.cast),
    mentors: mentorsOf(setting.cast),
  }),
  states: {
    'an empty week': { sessions: [] },
    'nobody is open': { sessions: [], mentors: [] },
    ...besides(WEEK),
    'the sessions of one mentor': (setting) => ({
      ...around(setting, { ...WEEK, mentor: 'per_mentor' }),
      only: setting.cast.mentor,
      sessions: sessionsOf(setting.cast).slice(0, 3),
      mentors: mentorsOf(setting.cast).slice(0, 1),
    }),
    'the clocks change': (setting) => ({
      ...around(setting, CHANGING),
      clocks: clocksOf(setting),
      sessions: [],
    }),
    full: ({ cast }) => ({
      sessions: Array.from({ length: 40 }, (_, nth) => ({
        id: `ses_${nth}` as const,
        time: from(`2027-03-${15 + (nth % 5)}T${String(8 + Math.floor(nth / 5)).padStart(2, '0')}:00Z`),
        executive: nth % 2 ? cast.executive : cast.otherExecutive,
        mentor: cast.mentor,
        colour: 1,
        status: 'fixed',
        openHref: openAddress(WEEK, `ses_${nth}`),
      })),
    }),
    'more mentors than colours': ({ cast }) => ({
      mentors: Array.from({ length: 12 }, (_, nth) => ({
        id: `per_${nth}` as const,
        name: `${cast.mentor} ${nth + 1}`,
        colour: 1,
        open: [],
      })),
    }),
  },
})

/** On Sunday 28 March 2027, at one o'clock in the morning of UTC. */
function clocksOf({ frame: { zone, locale } }: Setting): CalendarAround['clocks'] {
  const changes = at('2027-03-28T01:00Z')
  return {
    at: changes,
    before: zoneLabel(zone, locale, after(changes, -MINUTE)),
    after: zoneLabel(zone, locale, changes),
  }
}

function columnsOf(cast: Cast): readonly DayColumn[] {
  return mentorsOf(cast).map((mentor, nth) => ({
    ...mentor,
    sessions: nth === 0 ? sessionsOf(cast).slice(1, 2) : [],
  }))
}

const day = specimenOf<DayData>({
  of: DayPage,
  reader: 'manager',
  current: 'calendar',
  usual: (setting) => ({
    ...around(setting, DAY),
    ...PLAIN,
    day: DAY.from,
    columns: columnsOf(setting.cast),
    mentors: { from: 1, to: 2, all: 2, previousHref: null, nextHref: null },
  }),
  states: {
    'no mentors': { columns: [], mentors: { from: 0, to: 0, all: 0, previousHref: null, nextHref: null } },
    ...besides(DAY),
    'the day of one mentor': (setting) => ({
      ...around(setting, { ...DAY, mentor: 'per_mentor' }),
      only: setting.cast.mentor,
      columns: columnsOf(setting.cast).slice(0, 1),
      mentors: { from: 1, to: 1, all: 1, previousHref: null, nextHref: null },
    }),
    'the clocks change': (setting) => ({
      ...around(setting, { ...DAY, from: '2027-03-28' }),
      day: '2027-03-28',
      clocks: clocksOf(setting),
      columns: columnsOf(setting.cast).map((column) => ({ ...column, open: [], sessions: [] })),
    }),
    'one page of several': {
      mentors: {
        from: 9,
        to: 10,
        all: 12,
        previousHref: '/calendar?mentors=1',
        nextHref: '/calendar?mentors=17',
      },
    },
  },
})

export const calendar: Chapter = { title: 'Calendar', specimens: [week, day] }
