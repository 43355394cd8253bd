import type {
  CalendarData,
  CalendarMentor,
  CalendarSession,
} from '../pages/manager/calendar/calendar-data.ts'
import { type DayData, DayPage } from '../pages/manager/calendar/calendar-day.tsx'
import { CalendarPage } from '../pages/manager/calendar/calendar.tsx'
import type { Cast } from './cast.ts'
import { type Chapter, specimenOf } from './specimen.ts'
import { from } from './times.ts'

const TURNS = {
  weekHref: '/calendar?week=2027-03-15',
  dayHref: '/calendar?day=2027-03-16',
  previousHref: '/calendar?week=2027-03-08',
  nextHref: '/calendar?week=2027-03-22',
  currentHref: '/calendar',
  gridHref: '/calendar?grid=always',
}
/** A specimen has no feed: the grid stays empty, the list beside it is whole. */
const GRID = { feed: '/dev/pages/feed', now: '2027-03-16T10:10', shown: 'wide' } as const

function mentorsOf(cast: Cast): readonly CalendarMentor[] {
  return [
    { name: cast.mentor, colour: 1, open: [from('2027-03-16T08:00Z', 180), from('2027-03-18T13:00Z', 180)] },
    { name: cast.otherMentor, colour: 2, open: [from('2027-03-17T08:00Z', 240)] },
  ]
}

function sessionsOf(cast: Cast): readonly CalendarSession[] {
  const session = { executive: cast.executive, mentor: cast.mentor, colour: 1 } as const
  return [
    { ...session, id: 'ses_1', time: from('2027-03-16T09:30Z'), status: 'fixed' },
    {
      ...session,
      id: 'ses_2',
      executive: cast.otherExecutive,
      mentor: cast.otherMentor,
      colour: 2,
      time: from('2027-03-17T08:15Z'),
      status: 'offered',
    },
    { ...session, id: 'ses_3', time: from('2027-03-15T08:00Z'), status: 'happened' },
    { ...session, id: 'ses_4', time: from('2027-03-19T14:00Z'), status: 'cancelled' },
  ]
}

const week = specimenOf<CalendarData>({
  of: CalendarPage,
  reader: 'manager',
  current: 'calendar',
  usual: ({ frame, cast }) => ({
    frame,
    week: '2027-03-15',
    turns: TURNS,
    grid: GRID,
    sessions: sessionsOf(cast),
    mentors: mentorsOf(cast),
  }),
  states: {
    'an empty week': { sessions: [] },
    'nobody is open': { sessions: [], mentors: [] },
    full: ({ cast }) => ({
      sessions: Array.from({ length: 40 }, (_, nth) => ({
        id: `ses_${nth}` as const,
        time: from(`2027-03-${15 + (nth % 5)}T${String(8 + Math.floor(nth / 5)).padStart(2, '0')}:00Z`),
        executive: nth % 2 ? cast.executive : cast.otherExecutive,
        mentor: cast.mentor,
        colour: 1,
        status: 'fixed',
      })),
    }),
  },
})

const day = specimenOf<DayData>({
  of: DayPage,
  reader: 'manager',
  current: 'calendar',
  usual: ({ frame, cast }) => ({
    frame,
    day: '2027-03-16',
    turns: TURNS,
    grid: GRID,
    columns: mentorsOf(cast).map((mentor, nth) => ({
      ...mentor,
      id: `per_${nth}` as const,
      sessions: nth === 0 ? sessionsOf(cast).slice(0, 1) : [],
    })),
    mentors: { from: 1, to: 2, all: 2, previousHref: null, nextHref: null },
  }),
  states: {
    'no mentors': { columns: [], mentors: { from: 0, to: 0, all: 0, previousHref: null, nextHref: null } },
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
