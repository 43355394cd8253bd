import { type AvailabilityData, AvailabilityPage } from '../pages/mentor/availability.tsx'
import { type CalendarsData, CalendarsPage } from '../pages/mentor/calendars.tsx'
import { type GuideData, GuidePage } from '../pages/mentor/guide.tsx'
import { type LogData, LogPage } from '../pages/mentor/log.tsx'
import { type MeetingData, MeetingPage } from '../pages/mentor/meeting.tsx'
import {
  type EndedSession,
  type MentorTodayData,
  MentorTodayPage,
  type UpcomingSession,
} from '../pages/mentor/today.tsx'
import { EMPTY_FORM } from '../parts/form.ts'
import { formatWords } from '../words/formats/words.ts'
import { reasonWords } from '../words/path/words.ts'
import { labelled } from '../words/punctuation.ts'
import { weekdayName } from '../words/weekday.ts'
import { senderOf } from './answering.ts'
import { refusedAt } from './forms.ts'
import { HOURS, NO_HOURS } from './hours.ts'
import { type Chapter, type Setting, specimenOf } from './specimen.ts'
import { at, from } from './times.ts'

const DUE = { inAWeek: '2027-03-23', inTwoWeeks: '2027-03-30' } as const

function suggestionsOf({ frame }: Setting): readonly string[] {
  return formatWords({ standard: 'read-with-me' }, frame.locale).carryOn.slice(0, 2)
}

function whyOf({ frame }: Setting): readonly string[] {
  return reasonWords([{ code: 'leads-to', act: 'reading' }], frame.locale)
}

function endedSession(setting: Setting): EndedSession {
  const { cast } = setting
  return {
    id: 'ses_1',
    logHref: '/log?k=secret',
    outcomeId: 'out_1',
    otherName: cast.executive,
    managerName: cast.manager,
    kind: 'mentoring',
    keepsStages: true,
    time: from('2027-03-16T08:30Z'),
    lastCommitment: { words: cast.agreed, dueOn: '2027-03-16', done: null, saidDone: 'yes' },
    question: cast.question,
    due: DUE,
    suggestions: suggestionsOf(setting),
  }
}

function upcoming(setting: Setting): readonly UpcomingSession[] {
  const { cast, frame } = setting
  const session = {
    id: 'ses_2',
    href: '/meeting?k=secret',
    otherName: cast.executive,
    otherZone: 'Europe/Paris',
    time: from('2027-03-18T09:00Z'),
    place: { kind: 'room', room: cast.room },
    partstat: 'ACCEPTED',
    begins: formatWords({ standard: 'three-threads' }, frame.locale).name,
    why: whyOf(setting),
    aim: 'align',
    commitment: { words: cast.agreed, done: 'partly', saidDone: null },
    question: cast.question,
  } as const
  return [
    session,
    {
      ...session,
      id: 'ses_3',
      href: '/invite?k=secret',
      otherName: cast.otherExecutive,
      otherZone: 'Asia/Singapore',
      time: from('2027-03-19T07:30Z'),
      place: { kind: 'phone', number: '+65 6123 4567' },
      partstat: 'NEEDS-ACTION',
      begins: null,
      why: [],
      aim: null,
      commitment: null,
      question: null,
    },
  ]
}

const today = specimenOf<MentorTodayData>({
  of: MentorTodayPage,
  reader: 'mentor',
  current: 'mine',
  usual: (setting) => ({
    frame: setting.frame,
    ended: [],
    upcoming: upcoming(setting),
    pulse: null,
    isGuideNew: false,
    form: EMPTY_FORM,
  }),
  states: {
    'first day': { upcoming: [], isGuideNew: true },
    'one has just ended': (setting) => ({ ended: [endedSession(setting)] }),
    'several wait for a log': (setting) => ({
      ended: ['2027-03-15T08:30Z', '2027-03-11T08:30Z', '2027-03-09T08:30Z'].map((start) => ({
        ...endedSession(setting),
        time: from(start),
      })),
    }),
    'a log by a day that has passed': (setting) => ({
      ended: [endedSession(setting)],
      form: refusedAt('dueOn', setting.words.logging.wrong.dueOn, {
        commitment: setting.cast.agreed,
        dueOn: '2027-03-01',
      }),
    }),
    'how is it going': ({ cast }) => ({
      pulse: {
        otherName: cast.executive,
        question: {
          action: '/pairings/pai_1/pulse',
          hidden: {},
          managerName: cast.manager,
          said: null,
          form: EMPTY_FORM,
        },
      },
    }),
  },
})

const log = specimenOf<LogData>({
  of: LogPage,
  reader: 'from-a-mail',
  usual: (setting) => ({
    frame: setting.frame,
    action: '/log',
    k: 'secret',
    id: 'out_1',
    otherName: setting.cast.executive,
    managerName: setting.cast.manager,
    question: null,
    time: from('2027-03-16T08:30Z'),
    privateNote: null,
    sender: senderOf(setting),
    state: {
      kind: 'open',
      pairing: 'mentoring',
      keepsStages: true,
      result: 'happened',
      lastCommitment: { words: setting.cast.agreed, dueOn: '2027-03-16', done: null, saidDone: null },
      due: DUE,
      suggestions: suggestionsOf(setting),
      form: EMPTY_FORM,
    },
  }),
  states: {
    'with a private note': (setting) => ({
      privateNote: { words: setting.cast.agreed, isSealed: false, mayWrite: true },
    }),
    'a private note that can only go': (setting) => ({
      privateNote: { words: setting.cast.agreed, isSealed: false, mayWrite: false },
    }),
    'of a workshop, it did not happen': (setting) => ({
      state: {
        kind: 'open',
        pairing: 'workshop',
        keepsStages: true,
        result: 'did-not-happen',
        lastCommitment: null,
        due: DUE,
        suggestions: suggestionsOf(setting),
        form: EMPTY_FORM,
      },
    }),
    'words that are too long': (setting) => ({
      state: {
        kind: 'open',
        pairing: 'reverse-mentoring',
        keepsStages: true,
        result: 'cut-short',
        lastCommitment: null,
        due: DUE,
        suggestions: [],
        form: refusedAt('commitment', setting.words.logging.wrong.commitment, {
          commitment: setting.cast.agreed,
        }),
      },
    }),
    saved: ({ cast }) => ({
      state: {
        kind: 'saved',
        result: 'happened',
        commitment: cast.agreed,
        dueOn: '2027-03-23',
        needsManager: true,
        whys: [],
        until: at('2027-03-16T10:10Z'),
        settling: null,
        pulse: null,
      },
    }),
    'saved, after the first meeting': ({ cast }) => ({
      state: {
        kind: 'saved',
        result: 'happened',
        commitment: cast.agreed,
        dueOn: null,
        needsManager: false,
        whys: [],
        until: at('2027-03-16T10:10Z'),
        settling: { aim: 'scale', blockers: ['booked'], inWriting: true, byPhone: false },
        pulse: null,
      },
    }),
    'too late to change': {
      state: {
        kind: 'closed',
        at: at('2027-03-16T07:00Z'),
        result: 'cut-short',
        corrected: null,
        whys: [{ code: 'full-week', byId: 'per_mentor', by: null }],
        settling: null,
      },
    },
    'corrected by the manager': ({ cast }) => ({
      state: {
        kind: 'closed',
        at: at('2027-03-16T07:00Z'),
        result: 'did-not-happen',
        corrected: { by: cast.manager, at: at('2027-03-16T09:00Z') },
        whys: [],
        settling: null,
      },
    }),
    'before it has ended': { state: { kind: 'early' } },
    gone: { state: { kind: 'gone' }, time: null },
  },
})

/** Nothing can be said of it any more. */
function over(status: MeetingData['status']) {
  return { status, time: from('2027-03-15T09:30Z'), sayable: [], begins: null, instead: [] } as const
}

const meeting = specimenOf<MeetingData>({
  of: MeetingPage,
  reader: 'from-a-mail',
  usual: (setting) => ({
    frame: setting.frame,
    k: 'secret',
    otherName: setting.cast.executive,
    toExecutive: false,
    time: from('2027-03-16T09:30Z'),
    place: { kind: 'room', room: setting.cast.room },
    stage: 'reading',
    aim: 'scale',
    commitment: { words: setting.cast.agreed, done: null, saidDone: 'partly' },
    why: whyOf(setting),
    begins: { ...formatWords({ standard: 'three-threads' }, setting.frame.locale), link: null },
    instead: (['read-along', 'one-question'] as const).map((standard) => ({
      id: `fmt_${standard}` as const,
      name: formatWords({ standard }, setting.frame.locale).name,
      why: null,
    })),
    question: setting.cast.question,
    track: { title: { standard: 'first-public-answer', name: null }, step: 3, of: 6, text: '', link: null },
    status: 'fixed',
    sayable: ['late', 'cannot'],
    meant: null,
    said: null,
    logHref: null,
    privateNote: null,
    sender: senderOf(setting),
  }),
  states: {
    'with a private note': { sayable: [], privateNote: { words: null, isSealed: false, mayWrite: true } },
    'a private note that does not open': {
      sayable: [],
      privateNote: { words: null, isSealed: true, mayWrite: false },
    },
    'nothing is known yet': { stage: null, aim: null, commitment: null, begins: null, instead: [], why: [] },
    'nobody is there': { sayable: ['waiting', 'arrived', 'late'], meant: { say: 'waiting', from: null } },
    'too early to be late': { sayable: ['cannot'], meant: { say: 'late', from: at('2027-03-16T08:30Z') } },
    'said: late': { said: 'late', sayable: [] },
    'said: waiting': { said: 'waiting', sayable: ['arrived'] },
    'to the executive': (setting) => ({
      toExecutive: true,
      otherName: setting.cast.mentor,
      stage: null,
      aim: null,
      commitment: null,
      why: [],
      begins: null,
      instead: [],
      question: null,
      track: null,
      sayable: ['late', 'cannot'],
    }),
    'without a time': { ...over('offered'), time: null, place: null, why: [], track: null },
    'over, and to be logged': { ...over('fixed'), logHref: '/log?k=secret' },
    'over, and logged': over('happened'),
    cancelled: over('cancelled'),
    'said: cannot': { said: 'cannot', sayable: [] },
    declined: { ...over('fixed'), time: from('2027-03-16T09:30Z'), why: [], track: null },
  },
})

const hours = specimenOf<AvailabilityData>({
  of: AvailabilityPage,
  reader: 'mentor',
  current: 'hours',
  usual: ({ frame }) => ({
    frame,
    personId: 'per_mentor',
    hours: HOURS,
    displaced: [],
    links: [],
    form: EMPTY_FORM,
  }),
  states: {
    'none yet': { hours: NO_HOURS },
    'with links': { links: ['https://rooms.example/1', 'https://rooms.example/2'] },
    'a row that ends before it begins': ({ words, frame }) => ({
      form: refusedAt(
        'week-1-0-from',
        `${labelled(weekdayName(1, frame.locale), frame.locale)} ${words.hours.badWindow}`,
        {
          weekdays: 'each',
          'week-1-0-from': '12:00',
          'week-1-0-to': '09:00',
        },
      ),
    }),
    'dates that are outside now': ({ cast, words }) => ({
      displaced: [
        {
          title: cast.executive,
          href: '/invite?k=secret',
          time: from('2027-03-26T15:00Z'),
          because: words.lives.ownHours,
          isOption: false,
        },
      ],
    }),
  },
})

const calendars = specimenOf<CalendarsData>({
  of: CalendarsPage,
  reader: 'mentor',
  usual: ({ frame }) => ({
    frame,
    personId: 'per_mentor',
    name: null,
    feed: { url: null },
    published: {
      ...{ isGiven: false, host: null, assistantId: null },
      ...{ state: 'unknown', at: frame.now, problem: null },
    },
    form: EMPTY_FORM,
  }),
  states: {
    'a new address, shown once': { feed: { url: 'https://sotto.example/feed/0123456789abcdef.ics' } },
    'a calendar is read': {
      published: {
        isGiven: true,
        host: 'outlook.office365.com',
        assistantId: null,
        state: 'known',
        at: at('2027-03-16T09:00Z'),
        problem: null,
      },
    },
    'it cannot be read any more': {
      published: {
        isGiven: true,
        host: 'outlook.office365.com',
        assistantId: null,
        state: 'unknown',
        at: at('2027-03-15T09:00Z'),
        problem: 'status-404',
      },
    },
    'its key is gone': {
      published: {
        isGiven: true,
        host: null,
        assistantId: null,
        state: 'unknown',
        at: at('2027-03-15T09:00Z'),
        problem: 'address-not-opened',
      },
    },
    'an address that is none': ({ words }) => ({
      form: refusedAt('url', words.calendars.bad.unreadable, { url: 'webcal' }),
    }),
    'read by the manager': ({ cast }) => ({ name: cast.mentor, feed: null }),
  },
})

const guide = specimenOf<GuideData>({
  of: GuidePage,
  reader: 'mentor',
  usual: ({ frame, cast }) => ({
    frame,
    managers: [{ name: cast.manager, email: 'nadia.haddad@northwind.example' }],
    isRead: false,
  }),
  states: { read: { isRead: true } },
})

export const mentor: Chapter = {
  title: 'The mentor',
  specimens: [today, log, meeting, hours, calendars, guide],
}
