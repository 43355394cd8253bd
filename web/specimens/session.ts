import { MAX_REASON_CHARACTERS } from '../../worker/domain/limits.ts'
import type { OfferData, ShownTime } from '../pages/manager/offer/offer-data.ts'
import { OfferPage } from '../pages/manager/offer/offer.tsx'
import type {
  HistoryRow,
  InviteLine,
  OutcomeLine,
  SessionData,
} from '../pages/manager/session/session-data.ts'
import { SessionPage } from '../pages/manager/session/session.tsx'
import { EMPTY_FORM } from '../parts/form.ts'
import { OUTWARD_REASON } from '../parts/outward-reason.tsx'
import { formatWords } from '../words/formats/words.ts'
import { wordsFor } from '../words/pages/words.ts'
import { sentenceOf } from '../words/refusals/sentence.ts'
import { FREE, HELD } from './answering.ts'
import type { Cast } from './cast.ts'
import { refusedAt } from './forms.ts'
import { seenMail } from './mails.ts'
import { type Chapter, type Setting, specimenOf } from './specimen.ts'
import { at, from } from './times.ts'

function formatsOf({ frame }: Setting) {
  const list = (['three-threads', 'one-question', 'read-along'] as const).map((standard) => ({
    id: `fmt_${standard}` as const,
    name: formatWords({ standard }, frame.locale).name,
  }))
  return { chosen: null, byItself: list[0]?.name ?? null, list }
}

function invitesOf(cast: Cast): readonly InviteLine[] {
  return [
    {
      personId: 'per_executive',
      name: cast.executive,
      partstat: 'ACCEPTED',
      live: true,
      answer: { by: cast.assistant, via: 'link', at: at('2027-03-15T10:00Z') },
      canUndo: true,
    },
    {
      personId: 'per_mentor',
      name: cast.mentor,
      partstat: 'NEEDS-ACTION',
      live: true,
      answer: null,
      canUndo: false,
    },
  ]
}

function historyOf({ cast }: Setting): SessionData['history'] {
  const nothing = { time: null, partstat: null }
  return [
    { code: 'offered', at: at('2027-03-12T09:00Z'), who: cast.manager, door: 'manager', ...nothing },
    { code: 'fixed', at: at('2027-03-15T10:00Z'), who: cast.assistant, door: 'link', ...nothing },
    {
      code: 'answered',
      at: at('2027-03-15T10:05Z'),
      who: cast.executive,
      door: 'calendar',
      time: null,
      partstat: 'ACCEPTED',
    },
    { code: 'briefed', at: at('2027-03-16T06:00Z'), who: null, door: 'clock', ...nothing },
  ]
}

/** Logged a week ago: too late to be simply replaced. */
const LOGGED: OutcomeLine = {
  id: 'out_0',
  result: 'happened',
  lastDone: 'partly',
  commitment: null,
  evidence: 'answering',
  benefit: 'scale',
  whyNotHeld: null,
  needsManager: true,
  replaceableUntil: at('2027-03-09T09:40Z'),
}

function loggedBy({ cast }: Setting): OutcomeLine {
  return {
    ...LOGGED,
    commitment: { words: cast.agreed, dueOn: '2027-03-23', done: null, saidDone: 'yes' },
  }
}

const A_WEEK_AGO = '2027-03-09'

/** It took place, and is logged. */
function over(setting: Setting, day = A_WEEK_AGO): Partial<SessionData> {
  return { status: 'happened', ...ended(setting, day), outcome: loggedBy(setting) }
}

/** What is left of a session whose hour has passed. */
function ended(setting: Setting, day = A_WEEK_AGO): Partial<SessionData> {
  const history = historyUntilLogged(setting, day)
  return {
    ended: true,
    time: from(`${day}T08:00Z`),
    moves: [],
    formats: null,
    hasQuestion: false,
    // What is over stays answered as it was.
    invites: invitesOf(setting.cast).map((line) => ({ ...line, canUndo: false })),
    history,
    latest: history.at(-1) ?? null,
  }
}

function historyUntilLogged({ cast }: Setting, day = A_WEEK_AGO): readonly HistoryRow[] {
  const nothing = { time: null, partstat: null }
  return [
    { code: 'offered', at: at('2027-03-01T09:00Z'), who: cast.manager, door: 'manager', ...nothing },
    { code: 'fixed', at: at('2027-03-02T10:00Z'), who: cast.assistant, door: 'link', ...nothing },
    { code: 'briefed', at: at(`${day}T06:00Z`), who: null, door: 'clock', ...nothing },
    { code: 'logged', at: at(`${day}T08:40Z`), who: cast.mentor, door: 'link', ...nothing },
  ]
}

function correctionsOf(cast: Cast): SessionData['corrections'] {
  const line = {
    at: at('2027-03-15T10:00Z'),
    by: cast.manager,
    reason: cast.question,
    result: 'cut-short',
    lastDone: 'partly',
    commitment: cast.agreed,
    evidence: 'answering',
    loggedBy: cast.mentor,
    loggedAt: at('2027-03-09T08:40Z'),
  } as const
  return [
    line,
    {
      ...line,
      at: at('2027-03-10T10:00Z'),
      by: null,
      reason: null,
      result: 'did-not-happen',
      lastDone: null,
      commitment: null,
      evidence: null,
      loggedBy: null,
    },
  ]
}

function corrected({ cast }: Setting): HistoryRow {
  const when = at('2027-03-15T10:00Z')
  return { code: 'log-corrected', at: when, who: cast.manager, door: 'manager', time: null, partstat: null }
}

/** No time is fixed yet: what was offered last is all that happened. */
function neverFixed(setting: Setting) {
  const history = historyOf(setting).slice(0, 1)
  return { time: null, invites: [], moves: [], history, latest: history[0] ?? null }
}

const session = specimenOf<SessionData>({
  of: SessionPage,
  reader: 'manager',
  usual: (setting) => ({
    frame: setting.frame,
    id: 'ses_1',
    pairingId: 'pai_1',
    status: 'fixed',
    executive: { id: 'per_executive', name: setting.cast.executive, zone: 'Europe/Paris' },
    mentor: { id: 'per_mentor', name: setting.cast.mentor },
    mentors: [{ id: 'per_other', name: setting.cast.otherMentor }],
    time: from('2027-03-18T09:00Z'),
    releasedAt: null,
    minutes: 30,
    place: { kind: 'room', room: setting.cast.room },
    lacksPlace: false,
    bumps: 0,
    begins: formatWords({ standard: 'three-threads' }, setting.frame.locale).name,
    formats: formatsOf(setting),
    notBefore: null,
    invites: invitesOf(setting.cast),
    offer: null,
    refused: [],
    proposals: [],
    free: null,
    moves: FREE.times,
    hasQuestion: true,
    outcome: null,
    keepsStages: true,
    corrections: [],
    latest: historyOf(setting)[1] ?? null,
    onward: { pairing: 'active', kind: 'mentoring', next: null, isBarred: false },
    whys: [],
    mails: [],
    history: historyOf(setting),
    ended: false,
    outcomeId: 'out_1',
    form: EMPTY_FORM,
  }),
  states: {
    'being arranged': (setting) => ({
      ...neverFixed(setting),
      status: 'offered',
      offer: {
        status: 'open',
        asked: setting.cast.assistant,
        options: HELD.map((option, nth) => ({ ...option, stands: nth !== 1 })),
        picked: null,
      },
      refused: [{ ...from('2027-03-17T08:00Z'), at: at('2027-03-12T09:00Z'), how: 'refused' }],
    }),
    'the offer has run out': (setting) => ({
      ...neverFixed(setting),
      status: 'offered',
      bumps: 2,
      notBefore: '2027-04-01',
      offer: { status: 'expired', asked: setting.cast.assistant, options: [], picked: null },
    }),
    'another time is proposed': (setting) => ({
      proposals: [
        {
          id: 'ctr_1',
          time: from('2027-03-19T14:00Z'),
          by: setting.cast.executive,
          refusal: null,
          accepts: 'at-once',
          words: setting.cast.question,
        },
        {
          id: 'ctr_3',
          time: from('2027-03-19T19:00Z'),
          by: setting.cast.executive,
          refusal: sentenceOf({ reason: 'too-soon', earliest: at('2027-03-20T09:00Z') }, setting.frame),
          accepts: 'with-reason',
          words: setting.cast.question,
        },
        {
          id: 'ctr_2',
          time: from('2027-03-20T14:00Z'),
          by: setting.cast.executive,
          refusal: sentenceOf({ reason: 'day-passed' }, setting.frame),
          accepts: 'never',
          words: null,
        },
      ],
    }),
    'the new time is outside the hours': ({ words }) => ({
      form: refusedAt('time', words.answering.badTime, { date: '2027-03-20', time: '' }),
      free: {
        reasons: [words.today.kinds['trip-over-dates']],
        times: [{ time: from('2027-03-22T08:00Z'), typed: { date: '2027-03-22', time: '09:00' } }],
      },
    }),
    'it has ended, and is not logged': (setting) => {
      const history = historyUntilLogged(setting, '2027-03-16').slice(0, -1)
      return { ...ended(setting, '2027-03-16'), history, latest: history[1] ?? null }
    },
    'the executive has declined': ({ cast }) => ({
      releasedAt: at('2027-03-16T09:15Z'),
      invites: invitesOf(cast).map((line) => (line.canUndo ? { ...line, partstat: 'DECLINED' } : line)),
    }),
    'it has no place to meet': () => ({ place: null, lacksPlace: true }),
    happened: (setting) => over(setting),
    'did not happen': (setting) => ({
      status: 'did-not-happen',
      ...ended(setting),
      outcome: {
        ...LOGGED,
        result: 'did-not-happen',
        lastDone: null,
        evidence: null,
        benefit: null,
        whyNotHeld: 'full-week',
        needsManager: false,
      },
      whys: [{ kind: 'not-held', code: 'full-week', byId: 'per_mentor', by: setting.cast.mentor }],
    }),
    'logged just now': (setting) => ({
      ...over(setting, '2027-03-16'),
      outcome: { ...loggedBy(setting), replaceableUntil: at('2027-03-16T09:40Z') },
    }),
    'a correction with too long a reason': (setting) => ({
      ...over(setting),
      form: refusedAt('reason', setting.words.rules.tooLong(MAX_REASON_CHARACTERS), {
        result: 'cut-short',
        reason: setting.cast.question,
      }),
    }),
    'its log was corrected': (setting) => ({
      ...over(setting),
      corrections: correctionsOf(setting.cast),
      latest: corrected(setting),
      history: [...historyUntilLogged(setting), corrected(setting)],
    }),
    'it goes on with the next one': (setting) => ({
      ...over(setting),
      onward: {
        pairing: 'active',
        kind: 'mentoring',
        next: { id: 'ses_2', time: from('2027-03-23T09:00Z') },
        isBarred: false,
      },
    }),
    'it goes on with one that is being arranged': (setting) => ({
      ...over(setting),
      onward: { pairing: 'active', kind: 'workshop', next: { id: 'ses_2', time: null }, isBarred: false },
    }),
    'they are in one reporting line now': (setting) => ({
      ...over(setting),
      onward: { pairing: 'active', kind: 'mentoring', next: null, isBarred: true },
    }),
    'it goes on no more': (setting) => ({
      ...over(setting),
      onward: { pairing: 'ended', kind: 'mentoring', next: null, isBarred: true },
    }),
    cancelled: ({ cast }) => ({
      status: 'cancelled',
      moves: [],
      formats: null,
      invites: invitesOf(cast).map((line) => ({ ...line, live: false, canUndo: false })),
    }),
    'mails that belong to it': { mails: [{ id: 'rcv_1', at: at('2027-03-15T18:00Z') }] },
    'on two clocks, by telephone': (setting) => ({
      executive: { id: 'per_executive', name: setting.cast.executive, zone: 'Asia/Singapore' },
      place: { kind: 'phone', number: '+65 6123 4567' },
    }),
  },
})

function found(): readonly ShownTime[] {
  const reasons = [['near-date', 'preferred-hours'], ['keeps-day-whole'], ['near-date']] as const
  return HELD.map((time, nth) => ({
    ...time,
    reasons: reasons[nth] ?? [],
    against: null,
    goes: true,
  }))
}

const tooMuch = { reason: 'outward-words', found: [{ field: 'words', word: 'coaching' }] } as const

const offer = specimenOf<OfferData>({
  of: OfferPage,
  reader: 'manager',
  usual: (setting) => ({
    frame: setting.frame,
    pairingId: 'pai_1',
    executive: setting.cast.executive,
    executiveZone: 'Europe/Paris',
    asked: setting.cast.assistant,
    mentorHref: '/people/per_mentor',
    minutes: 30,
    quarterHref: '/pairings/pai_1/offer?minutes=15',
    formats: formatsOf(setting),
    count: 3,
    days: { from: null, to: null, part: null },
    found: found(),
    whyNone: null,
    said: null,
    refused: [],
    free: FREE.times,
    words: null,
    seen: [],
    isLookedAt: false,
    hidden: { count: '3' },
    form: EMPTY_FORM,
  }),
  states: {
    'the very first one, with the mail': (setting) => ({
      words: { standard: setting.cast.question, value: setting.cast.question },
      seen: [seenMail(setting.cast, setting.frame.locale)],
      isLookedAt: true,
    }),
    'words that would give it away': (setting) => ({
      words: { standard: setting.cast.question, value: 'coaching' },
      form: {
        values: { words: 'coaching' },
        errors: [
          { field: 'words', message: sentenceOf(tooMuch, setting.frame) },
          { field: OUTWARD_REASON, message: wordsFor(setting.frame).outward.whyNeeded },
        ],
      },
    }),
    'nothing is free': (setting) => ({
      found: [],
      free: [],
      whyNone: sentenceOf({ reason: 'no-slots' }, setting.frame),
    }),
    'in one week, afternoons, after a refusal': (setting) => ({
      days: { from: '2027-03-22', to: '2027-03-26', part: 'afternoon' },
      said: setting.cast.question,
      refused: [{ ...from('2027-03-17T08:00Z'), at: at('2027-03-12T09:00Z'), how: 'refused' }],
      executiveZone: 'America/New_York',
    }),
    'one of the times was taken': (setting) => ({
      found: found().map((time, nth) => ({
        ...time,
        goes: nth !== 1,
        against: nth === 1 ? sentenceOf({ reason: 'day-passed' }, setting.frame) : null,
      })),
    }),
  },
})

export const sessions: Chapter = { title: 'Sessions and offers', specimens: [session, offer] }
