import { whoSees } from '../../worker/domain/people/who-sees.ts'
import { DEFAULT_POLICY } from '../../worker/domain/programme/programme.ts'
import type { AnswerData, AnswerState } from '../pages/answering/answer-data.ts'
import { AnswerPage } from '../pages/answering/answer.tsx'
import { type ConfirmData, ConfirmPage } from '../pages/answering/confirm.tsx'
import type { InviteData } from '../pages/answering/invite-data.ts'
import { InvitePage } from '../pages/answering/invite.tsx'
import type { OwnData } from '../pages/answering/own-data.ts'
import { OwnPage } from '../pages/answering/own.tsx'
import { type PulseData, PulsePage } from '../pages/answering/pulse.tsx'
import { EMPTY_FORM } from '../parts/form.ts'
import { NO_FREE_CHOICES } from '../parts/free-choices.tsx'
import { refusedAt } from './forms.ts'
import { type Chapter, type Setting, specimenOf } from './specimen.ts'
import { at, from } from './times.ts'

const until = at('2027-03-19T17:00Z')

export const HELD = [
  { id: 'opt_1', ...from('2027-03-23T09:00Z'), until },
  { id: 'opt_2', ...from('2027-03-24T13:30Z'), until },
  { id: 'opt_3', ...from('2027-03-26T08:15Z'), until },
] as const

export const FREE = {
  times: [
    from('2027-03-22T08:00Z'),
    from('2027-03-22T09:30Z'),
    from('2027-03-23T13:00Z'),
    from('2027-03-25T07:15Z'),
    from('2027-03-25T15:45Z'),
  ],
  laterHref: '/answer?from=2027-03-29',
  soonerHref: null,
} as const

const NO_CALENDAR = {
  isGiven: false,
  host: null,
  assistantId: null,
  state: 'known',
  at: until,
  problem: null,
} as const

const USUAL = { policy: DEFAULT_POLICY } as const
const OPEN = { kind: 'open', options: HELD, quarter: null, chosen: null, form: EMPTY_FORM } as const
const NOT_ASKED_WHY = { asksWhy: null, whys: [] } as const

export function senderOf({ cast }: Setting) {
  return { name: cast.manager, email: 'nadia.haddad@northwind.example', programme: cast.programme }
}

const answered = {
  kind: 'answered',
  time: HELD[0],
  by: null,
  at: at('2027-03-16T09:04Z'),
  justNow: true,
  wanted: null,
  isReleased: false,
  ...NOT_ASKED_WHY,
} as const satisfies AnswerState

const answer = specimenOf<AnswerData>({
  of: AnswerPage,
  reader: 'from-a-mail',
  usual: (setting) => ({
    frame: setting.frame,
    action: '/answer',
    k: 'secret',
    offerId: 'off_1',
    executiveName: setting.cast.executive,
    toExecutive: false,
    mentorName: setting.cast.mentor,
    minutes: 30,
    place: { kind: 'room', room: setting.cast.room },
    executiveZone: 'Europe/Paris',
    sender: senderOf(setting),
    state: OPEN,
    waits: null,
    free: FREE,
    from: null,
    next: null,
  }),
  states: {
    'a time was tapped in the mail': { state: { ...OPEN, chosen: 'opt_2' } },
    'to the executive himself, a quarter is enough': {
      toExecutive: true,
      state: { ...OPEN, quarter: 15 },
    },
    'the mentor has no name here': { mentorName: null, place: null },
    'on two clocks': { executiveZone: 'America/New_York' },
    'another time, and no other is free': { state: { ...OPEN, chosen: 'own' }, free: NO_FREE_CHOICES },
    'another week': { state: { ...OPEN, chosen: 'own' }, from: '2027-03-29' },
    'a day that has passed': ({ words }) => ({
      state: {
        ...OPEN,
        form: refusedAt('date', words.answering.dayNotAhead, {
          choice: 'own',
          date: '2027-03-01',
          time: '07:00',
        }),
      },
    }),
    'nothing chosen': ({ words }) => ({
      state: { ...OPEN, form: refusedAt('choice', words.answering.chooseOne) },
    }),
    'thank you': { state: answered },
    'thank you, and the next question': {
      state: answered,
      next: { href: '/answer?next=1', left: 2 },
    },
    'new times were asked for': { state: { ...answered, isReleased: true, asksWhy: 'now' } },
    'somebody else was first': ({ cast }) => ({
      state: { ...answered, by: cast.assistant, justNow: false, wanted: { ...HELD[2], choice: 'opt_3' } },
    }),
    'none of these': { state: { kind: 'none', form: EMPTY_FORM, asksWhy: 'now', whys: [] } },
    'none of these, and why': ({ cast }) => ({
      state: {
        kind: 'none',
        form: EMPTY_FORM,
        asksWhy: 'again',
        whys: [{ code: 'travel', byId: 'per_assistant', by: cast.assistant }],
      },
    }),
    'after a date': {
      state: { kind: 'later', after: '2027-04-12', form: EMPTY_FORM, ...NOT_ASKED_WHY },
    },
    'a time was proposed': {
      state: {
        kind: 'proposed',
        time: from('2027-03-29T06:30Z'),
        takeBack: 'ctr_1',
        instead: OPEN,
      },
    },
    'no longer held': { state: { kind: 'expired', at: until } },
    'a newer mail': { state: { kind: 'superseded', href: '/answer?newer=1' } },
    cancelled: { state: { kind: 'cancelled' } },
    over: { state: { kind: 'over', time: from('2027-03-09T09:00Z') } },
    'a person looks at it': { waits: { time: null, state: 'asked' } },
    refused: ({ frame, words }) => ({
      frame: { ...frame, notice: { tone: 'refused', sentence: words.answering.noFreeTimes } },
    }),
  },
})

const invite = specimenOf<InviteData>({
  of: InvitePage,
  reader: 'from-a-mail',
  usual: (setting) => ({
    frame: setting.frame,
    action: '/invite',
    k: 'secret',
    otherName: setting.cast.mentor,
    time: HELD[0],
    otherZone: null,
    minutes: 30,
    place: { kind: 'room', room: setting.cast.room },
    calendarHref: '/invite/calendar',
    isExecutive: true,
    answeredBy: null,
    sender: senderOf(setting),
    state: { kind: 'open', said: 'nothing', free: FREE, from: null, form: EMPTY_FORM },
    waits: null,
  }),
  states: {
    accepted: { state: { kind: 'open', said: 'accepted', free: FREE, from: null, form: EMPTY_FORM } },
    tentative: { state: { kind: 'open', said: 'tentative', free: FREE, from: null, form: EMPTY_FORM } },
    'another day that cannot be': ({ words }) => ({
      state: {
        kind: 'open',
        said: 'nothing',
        free: NO_FREE_CHOICES,
        from: null,
        form: refusedAt('date', words.answering.dayNotAhead, {
          answer: 'own',
          date: '2027-03-01',
          time: '10:00',
        }),
      },
    }),
    'by telephone, on two clocks': {
      place: { kind: 'phone', number: '+33 1 23 45 67 89' },
      otherZone: 'Asia/Singapore',
    },
    'to the mentor, online': ({ cast }) => ({
      isExecutive: false,
      otherName: cast.executive,
      place: { kind: 'link', url: 'https://meet.northwind.example/room/4-12' },
    }),
    'look in your mail': { state: { kind: 'asked' } },
    'a time was proposed': {
      state: { kind: 'proposed', proposal: from('2027-03-29T06:30Z'), takeBack: 'ctr_1' },
    },
    declined: { state: { kind: 'declined' } },
    'new times follow': { time: null, state: { kind: 'reopened' } },
    cancelled: { state: { kind: 'cancelled' } },
    past: { state: { kind: 'past' } },
  },
})

const confirm = specimenOf<ConfirmData>({
  of: ConfirmPage,
  reader: 'from-a-mail',
  usual: (setting) => ({
    frame: setting.frame,
    action: '/confirm',
    k: 'secret',
    executiveName: setting.cast.executive,
    time: HELD[0],
    otherZone: null,
    sender: senderOf(setting),
    state: 'open',
    offerId: null,
    asksWhy: null,
    whys: [],
  }),
  states: {
    done: { state: 'done', offerId: 'off_1', asksWhy: 'now' },
    kept: { state: 'kept' },
    'new times follow': { time: null, state: 'reopened' },
    past: { state: 'past' },
  },
})

const own = specimenOf<OwnData>({
  of: OwnPage,
  reader: 'from-a-mail',
  usual: (setting) => {
    const { frame, cast, words } = setting
    return {
      frame,
      k: 'secret',
      mentorName: cast.mentor,
      standInName: null,
      sender: senderOf(setting),
      next: HELD[0],
      waits: null,
      isPaused: false,
      wished: [],
      sheet: {
        name: words.path.aims.scale,
        why: [],
        prepare: cast.question,
        text: '',
        link: 'https://north.example/sheet',
        ofTrack: { text: '', link: null },
      },
      place: { kind: 'room', room: cast.room },
      track: { title: { standard: 'first-public-answer', name: null }, step: 3, of: 6 },
      commitment: { id: 'com_1', words: cast.agreed, done: null, saidDone: null, dueOn: '2027-03-23' },
      whys: [],
      inWriting: false,
      aim: 'scale',
      stage: 'reading',
      question: { sessionId: 'ses_1', words: null, form: EMPTY_FORM },
      unsaid: null,
      hasPrivateNote: false,
      pulse: null,
      calendar: { published: NO_CALENDAR, form: EMPTY_FORM },
      seen: whoSees({ blockers: [], rules: {} }, USUAL, { hasStandIn: false }),
      closed: null,
    }
  },
  states: {
    'a mentor keeps a note': { hasPrivateNote: true },
    'at the very beginning': {
      next: null,
      sheet: null,
      place: null,
      track: null,
      commitment: null,
      aim: null,
      stage: 'curious',
      question: null,
    },
    'a question is noted, and done is said': ({ cast }) => ({
      question: { sessionId: 'ses_1', words: cast.question, form: EMPTY_FORM },
      commitment: { id: 'com_1', words: cast.agreed, done: 'partly', saidDone: 'yes', dueOn: null },
      inWriting: true,
    }),
    'a stand-in comes': ({ cast }) => ({
      standInName: cast.otherMentor,
      seen: whoSees({ blockers: [], rules: {} }, USUAL, { hasStandIn: true }),
    }),
    'his calendar is read': {
      calendar: { published: { ...NO_CALENDAR, isGiven: true, host: 'calendar.example' }, form: EMPTY_FORM },
    },
    'his assistant gave a calendar': {
      calendar: {
        published: { ...NO_CALENDAR, isGiven: true, host: 'calendar.example', assistantId: 'per_odile' },
        form: EMPTY_FORM,
      },
    },
    'his calendar cannot be read': {
      calendar: {
        published: {
          ...{ ...NO_CALENDAR, isGiven: true, host: 'calendar.example' },
          ...{ state: 'unknown', problem: 'status-404' },
        },
        form: EMPTY_FORM,
      },
    },
    'paused, and wishes are noted': { next: null, isPaused: true, wished: ['pause', 'another-mentor'] },
    'how is it going': ({ cast }) => ({
      pulse: {
        action: '/pulse',
        hidden: { k: 'secret' },
        managerName: cast.manager,
        said: null,
        form: EMPTY_FORM,
      },
    }),
    'what did not suit': {
      whys: [{ kind: 'not-suited', code: 'full-week', sessionId: 'ses_1', byId: 'per_executive' }],
    },
    'a person looks at it': { waits: { time: from('2027-03-29T06:30Z'), state: 'asked' } },
    'after the end': ({ cast }) => ({
      closed: {
        list: {
          held: [from('2027-01-12T09:00Z'), from('2027-02-02T09:00Z'), from('2027-02-23T09:00Z')],
          commitments: [{ words: cast.agreed, done: 'yes', saidDone: 'yes' }],
          stage: 'answering',
        },
        keptUntil: '2027-06-30',
      },
    }),
  },
})

const pulse = specimenOf<PulseData>({
  of: PulsePage,
  reader: 'from-a-mail',
  usual: (setting) => ({
    frame: setting.frame,
    otherName: setting.cast.mentor,
    sender: senderOf(setting),
    question: {
      action: '/pulse',
      hidden: { k: 'secret' },
      managerName: setting.cast.manager,
      said: null,
      form: EMPTY_FORM,
    },
    isOff: false,
  }),
  states: {
    said: ({ cast }) => ({
      question: {
        action: '/pulse',
        hidden: { k: 'secret' },
        managerName: cast.manager,
        said: {
          at: at('2027-03-16T09:00Z'),
          openUntil: at('2027-03-16T10:00Z'),
          words: { worth: 'partly', onward: 'change' },
        },
        form: EMPTY_FORM,
      },
    }),
    'nothing is asked': { question: null, otherName: null },
    'the programme asks nobody': { question: null, isOff: true },
  },
})

export const answering: Chapter = {
  title: 'From a mail: executives and assistants',
  specimens: [answer, invite, confirm, own, pulse],
}
