import type { FirstStep, FirstStepName } from '../../worker/domain/programme/first-steps.ts'
import { FIRST_STEPS } from '../../worker/domain/programme/first-steps.ts'
import type { FirstStepsData, TestShown } from '../pages/manager/today/first-steps-data.ts'
import type { TodayAction, TodayData, TodayItem, TodayKind } from '../pages/manager/today/today-data.ts'
import { TodayPage } from '../pages/manager/today/today.tsx'
import { sentenceOf } from '../words/refusals/sentence.ts'
import { type Chapter, type Setting, specimenOf } from './specimen.ts'
import { at, from } from './times.ts'

const ABROAD = [
  { ...from('2027-03-18T09:00Z'), zone: 'Europe/Paris' },
  { ...from('2027-03-19T07:00Z'), zone: 'Asia/Singapore' },
  { ...from('2027-03-22T13:30Z'), zone: 'America/New_York' },
]

const IN_TOKYO = ABROAD.map((time) => ({ ...time, zone: 'Asia/Tokyo' }))

const WRITING = { href: 'mailto:odile.marchand@northwind.example', to: 'Odile' }

const REQUEST = {
  kind: 'request',
  ...{ takesOver: false, isErasure: false, see: '/people/per_executive' },
  readAt: at('2027-03-15T10:00Z'),
} as const

/** What each kind of line proposes, where it is more than to open its page. */
const ACTIONS: Partial<Readonly<Record<TodayKind, TodayAction>>> = {
  counter: { kind: 'decide', refuse: '/sessions/ses_1', time: from('2027-03-23T10:00Z'), verdict: 'free' },
  'bumped-twice': { kind: 'offer', id: 'off_1', times: ABROAD, others: '/pairings/pai_1/offer' },
  declined: { kind: 'offer', id: 'off_2', times: ABROAD, others: '/pairings/pai_1/offer' },
  'no-next-date': { kind: 'offer', id: 'off_3', times: IN_TOKYO, others: '/pairings/pai_1/offer' },
  'first-offer': { kind: 'offer', id: 'off_4', times: ABROAD, others: '/pairings/pai_1/offer' },
  'offer-unanswered': { kind: 'remind', to: 'Odile', keys: ['one', 'two'], times: ABROAD },
  'answer-waiting': {
    kind: 'answer',
    read: '/received/rcv_1',
    reply: WRITING,
    askAfter: '2027-04-01',
    others: '/pairings/pai_1/offer',
  },
  'mentor-cannot': { kind: 'replace', substitute: '/sessions/ses_1' },
  'mentor-not-ready': { kind: 'write', hours: '/people/per_mentor', ...WRITING },
  'not-logged': { kind: 'log', whole: '/sessions/ses_1' },
  'needs-manager': { kind: 'settle', write: WRITING },
  'asks-correction': { ...REQUEST, takesOver: true },
  'asks-erasure': { ...REQUEST, isErasure: true },
  tentative: { kind: 'mail', ...WRITING },
  'no-link': { kind: 'place', action: '/sessions/ses_1/place', others: '/sessions/ses_1' },
  'offset-changed': { kind: 'post', action: '/sessions/ses_1/time', hidden: {} },
}

const OPENS: TodayAction = { kind: 'open', href: '/sessions/ses_1' }

/** The kinds that are about a fixed date. */
const DATED: ReadonlySet<TodayKind> = new Set([
  ...(['mentor-cannot', 'mentor-leaves', 'counter', 'offset-changed', 'reporting-line'] as const),
  ...(['trip-over-dates', 'zone-changed', 'no-link', 'needs-manager', 'tentative', 'not-logged'] as const),
])

/** What a line is about, where that is no pairing. */
function subjectOf({ cast, words }: Setting, kind: TodayKind): string | null {
  if (kind === 'strangers') return words.today.strangers
  if (kind === 'sending-stopped' || kind === 'restored' || kind === 'programme-ends') return cast.programme
  if (kind === 'key-expires') return cast.unit
  return kind === 'mentor-not-ready' ? cast.mentor : null
}

function lineOf(setting: Setting, kind: TodayKind, nth: number): TodayItem {
  const { cast, frame } = setting
  const subject = subjectOf(setting, kind)
  return {
    kind,
    who: subject ?? (nth % 2 ? cast.otherExecutive : cast.executive),
    mentor: subject === null ? cast.mentor : null,
    logged: kind === 'needs-manager' ? { result: 'cut-short', agreed: cast.agreed } : null,
    time: DATED.has(kind) ? from(kind === 'counter' ? '2027-03-23T10:00Z' : '2027-03-17T09:00Z') : null,
    since: at('2027-03-15T10:00Z'),
    suggestion: null,
    count: kind === 'strangers' ? 12 : null,
    because: null,
    putOff: kind === 'offer-expired' ? { reason: 'no-slots', until: at('2027-03-17T07:00Z') } : null,
    failure: null,
    actsAt: kind === 'mentor-cannot' ? at('2027-03-16T14:00Z') : null,
    said:
      kind === 'answer-waiting'
        ? { refusal: sentenceOf({ reason: 'no-slots' }, frame), words: cast.question }
        : null,
    correction:
      kind === 'asks-correction' ? { field: 'unit', now: null, wanted: cast.unit, keepsOld: null } : null,
    href: '/pairings/pai_1',
    action: ACTIONS[kind] ?? OPENS,
    key: `${kind}:${nth}`,
    settles: kind === 'answer-waiting',
    inOnePress: kind === 'offer-unanswered',
  }
}

function linesOf(setting: Setting, kinds: readonly TodayKind[]): readonly TodayItem[] {
  return kinds.map((kind, nth) => lineOf(setting, kind, nth))
}

const USUAL_MORNING = ['counter', 'answer-waiting', 'offer-unanswered', 'no-next-date', 'not-logged'] as const

function kindsIn({ words }: Setting): readonly TodayKind[] {
  const all: Readonly<Record<TodayKind, string>> = words.today.kinds
  const isKind = (name: string): name is TodayKind => name in all
  return Object.keys(all).filter(isKind)
}

function stepsUntil(last: FirstStepName | null): readonly FirstStep[] {
  const done = last === null ? 0 : FIRST_STEPS.indexOf(last) + 1
  return FIRST_STEPS.map((step, index) => ({ step, isDone: index < done }))
}

const SENT_TEST: TestShown['invite'] = {
  sentAt: at('2027-03-15T08:00Z'),
  ...{ cancelledAt: null, partstat: null, answeredAt: null },
}
const ACCEPTED_TEST = { ...SENT_TEST, partstat: 'ACCEPTED', answeredAt: at('2027-03-15T08:10Z') } as const

function firstSteps(
  { cast }: Setting,
  last: FirstStepName,
  invite: TestShown['invite'] = last === 'programme' ? null : ACCEPTED_TEST,
): FirstStepsData {
  const isAfter = (step: FirstStepName) => FIRST_STEPS.indexOf(last) >= FIRST_STEPS.indexOf(step)
  const mentor = { id: 'per_mentor', name: cast.mentor, zone: 'Europe/Paris' } as const
  return {
    steps: stepsUntil(last),
    programme: { id: 'prg_1', name: cast.programme, cadenceDays: 21 },
    test: { email: 'manager@northwind.example', invite },
    mentors: isAfter('mentor') ? [mentor] : [],
    executives: isAfter('executive') ? [{ id: 'per_executive', name: cast.executive }] : [],
    pairings: isAfter('pairing') ? 1 : 0,
    firstPairing: isAfter('pairing') ? 'pai_1' : null,
    hoursOf: isAfter('mentor') && !isAfter('hours') ? mentor : null,
    time: null,
    newIds: { mentor: 'per_new1', executive: 'per_new2', assistant: 'per_new3', pairing: 'pai_new' },
  }
}

const EMPTY = { items: [], more: [], only: null, asleep: [] } as const

export const today: Chapter = {
  title: 'Today',
  specimens: [
    specimenOf<TodayData & { readonly firstSteps: FirstStepsData | null }>({
      of: TodayPage,
      reader: 'manager',
      current: 'today',
      usual: (setting) => ({
        frame: setting.frame,
        items: linesOf(setting, USUAL_MORNING),
        more: [],
        only: null,
        asleep: [],
        later: { tomorrow: '2027-03-17', monday: '2027-03-22', day: '2027-03-23' },
        isEmptyBecause: 'arranged',
        firstSteps: null,
      }),
      states: {
        'a line of every kind': (setting) => ({ items: linesOf(setting, kindsIn(setting)) }),
        'forty lines of one kind': (setting) => ({
          items: Array.from({ length: 25 }, (_, nth) => lineOf(setting, 'no-next-date', nth)),
          more: [{ kind: 'no-next-date', count: 15 }],
        }),
        'one kind alone': (setting) => ({
          items: Array.from({ length: 6 }, (_, nth) => lineOf(setting, 'no-next-date', nth)),
          only: {
            kind: 'no-next-date',
            pages: { from: 26, to: 31, all: 31, previous: '/today?kind=no-next-date', next: null },
          },
        }),
        'some are put off': (setting) => ({
          asleep: linesOf(setting, ['tentative', 'not-logged']).map((item) => ({
            ...item,
            until: at('2027-03-22T07:00Z'),
          })),
        }),
        'just pressed, can be undone': ({ frame, words, cast }) => ({
          frame: {
            ...frame,
            notice: {
              tone: 'done',
              sentence: words.press.willHear(cast.assistant, '10:11'),
              deeds: [{ action: '/presses/undo', hidden: { press: 'x' }, label: words.press.undo }],
            },
          },
        }),
        refused: ({ frame }) => ({
          frame: {
            ...frame,
            notice: { tone: 'refused', sentence: sentenceOf({ reason: 'changed-meanwhile' }, frame) },
          },
        }),
        'all is arranged': EMPTY,
        'nobody is paired': { ...EMPTY, isEmptyBecause: 'nobody-paired' },
        closed: ({ frame }) => ({
          ...EMPTY,
          isEmptyBecause: 'closed',
          frame: { ...frame, closed: { at: at('2027-03-01T09:00Z'), purgeOn: '2027-06-01' } },
        }),
        'first run: a mentor': (setting) => ({
          ...EMPTY,
          isEmptyBecause: 'nobody-paired',
          firstSteps: firstSteps(setting, 'programme'),
        }),
        'first run: a test invite was sent': (setting) => ({
          ...EMPTY,
          isEmptyBecause: 'nobody-paired',
          firstSteps: firstSteps(setting, 'programme', SENT_TEST),
        }),
        'first run: the test invite was declined': (setting) => ({
          ...EMPTY,
          isEmptyBecause: 'nobody-paired',
          firstSteps: firstSteps(setting, 'test', { ...ACCEPTED_TEST, partstat: 'DECLINED' }),
        }),
        'first run: the test invite was taken away': (setting) => ({
          ...EMPTY,
          isEmptyBecause: 'nobody-paired',
          firstSteps: firstSteps(setting, 'test', {
            ...ACCEPTED_TEST,
            ...{ partstat: 'TENTATIVE', cancelledAt: at('2027-03-15T08:20Z') },
          }),
        }),
        'first run: his hours': (setting) => ({
          ...EMPTY,
          isEmptyBecause: 'nobody-paired',
          firstSteps: firstSteps(setting, 'mentor'),
        }),
        'first run: the pairing': (setting) => ({
          ...EMPTY,
          isEmptyBecause: 'nobody-paired',
          firstSteps: firstSteps(setting, 'executive'),
        }),
        'first run: the first time': (setting) => ({
          ...EMPTY,
          isEmptyBecause: 'arranged',
          firstSteps: firstSteps(setting, 'pairing'),
        }),
      },
    }),
  ],
}
