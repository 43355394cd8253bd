import type { SuggestionCell } from '../../worker/domain/pairing/suggestion-cell.ts'
import { type AcceptanceData, AcceptancePage } from '../pages/manager/pairing/acceptance.tsx'
import type { PairingEndingData } from '../pages/manager/pairing/ending-data.ts'
import { PairingEndingPage } from '../pages/manager/pairing/ending.tsx'
import type { PairingData } from '../pages/manager/pairing/pairing-data.ts'
import { PairingPage } from '../pages/manager/pairing/pairing.tsx'
import type { PairingsData } from '../pages/manager/pairing/pairings-data.ts'
import { PairingsPage } from '../pages/manager/pairing/pairings.tsx'
import { type SuggestionsData, SuggestionsPage } from '../pages/manager/pairing/suggestions.tsx'
import { type PlanRowData, PlanRowPage } from '../pages/manager/plan/plan-row.tsx'
import { type PlanData, type PlanLine, PlanPage } from '../pages/manager/plan/plan.tsx'
import { EMPTY_FORM } from '../parts/form.ts'
import { formatWords } from '../words/formats/words.ts'
import { reasonWords } from '../words/path/words.ts'
import { sentenceOf } from '../words/refusals/sentence.ts'
import { HELD } from './answering.ts'
import type { Cast } from './cast.ts'
import { refusedAt } from './forms.ts'
import { type Chapter, type Setting, specimenOf } from './specimen.ts'
import { at, from } from './times.ts'

const TEN_OF_MANY = { from: 1, to: 50, all: 312, previous: null, next: '/pairings?after=50' } as const

function linesOf(cast: Cast): PairingsData['pairings'] {
  const line = {
    id: 'pai_1',
    executive: cast.executive,
    mentor: cast.mentor,
    kind: 'mentoring',
    status: 'active',
    next: { status: 'fixed', time: from('2027-03-18T09:00Z') },
    lastHeld: at('2027-02-25T09:00Z'),
  } as const
  return [
    line,
    {
      ...line,
      id: 'pai_2',
      executive: cast.otherExecutive,
      kind: 'reverse-mentoring',
      next: { status: 'offered', time: null },
      lastHeld: null,
    },
    { ...line, id: 'pai_3', mentor: cast.otherMentor, kind: 'workshop', status: 'paused', next: null },
    { ...line, id: 'pai_4', status: 'proposed', next: null, lastHeld: null },
    { ...line, id: 'pai_5', status: 'ended', next: null },
  ]
}

const MANY = { all: 300, typed: '', options: [] } as const
const NOBODY = { all: 0, typed: null, options: [] } as const

function optionsOf(cast: Cast) {
  return {
    mentors: {
      all: 2,
      typed: null,
      options: [
        { id: 'per_mentor', name: cast.mentor, unit: cast.unit },
        { id: 'per_other', name: cast.otherMentor, unit: null },
      ],
    },
    executives: {
      all: 2,
      typed: null,
      options: [
        { id: 'per_executive', name: cast.executive, unit: cast.unit },
        { id: 'per_second', name: cast.otherExecutive, unit: null },
      ],
    },
  } as const
}

const list = specimenOf<PairingsData>({
  of: PairingsPage,
  reader: 'manager',
  current: 'pairings',
  usual: ({ frame, cast }) => ({
    frame,
    programmeId: 'prg_1',
    pairings: linesOf(cast),
    pages: null,
    ...optionsOf(cast),
    newId: 'pai_new',
    form: EMPTY_FORM,
  }),
  states: {
    'none yet': { pairings: [] },
    'nobody to pair': { pairings: [], mentors: NOBODY, executives: NOBODY },
    'one page of many': ({ cast }) => ({
      pairings: Array.from({ length: 50 }, (_, nth) => {
        const [line] = linesOf(cast)
        return line ? [{ ...line, id: `pai_${nth}` as const }] : []
      }).flat(),
      pages: TEN_OF_MANY,
    }),
    'among many, by a part of the name': { executives: MANY, mentors: MANY },
    'a part of the name that means several': ({ words, cast }) => ({
      executives: { ...optionsOf(cast).executives, all: 300, typed: 'no' },
      mentors: MANY,
      form: refusedAt('executive', words.pairings.pick.several, { executive: 'no' }),
    }),
    'a part of the name that means one': ({ words, cast }) => ({
      executives: {
        all: 300,
        typed: cast.executive,
        options: optionsOf(cast).executives.options.slice(0, 1),
      },
      mentors: { ...MANY, typed: 'xyz' },
      form: refusedAt('mentor', words.pairings.pick.nobody('xyz'), { mentor: 'xyz' }),
    }),
    'the two cannot be paired': ({ frame }) => ({
      form: refusedAt('mentorId', sentenceOf({ reason: 'already-paired' }, frame), {
        executiveId: 'per_executive',
      }),
    }),
  },
})

function sessionsOf(setting: Setting): PairingData['sessions'] {
  const session = {
    id: 'ses_1',
    status: 'fixed',
    time: from('2027-03-18T09:00Z'),
    zone: 'Europe/Paris',
    partstat: 'ACCEPTED',
    begins: formatWords({ standard: 'three-threads' }, setting.frame.locale).name,
    commitment: null,
  } as const
  return [
    session,
    {
      ...session,
      id: 'ses_2',
      status: 'happened',
      time: from('2027-02-25T09:00Z'),
      commitment: setting.cast.agreed,
    },
    { ...session, id: 'ses_3', status: 'cancelled', time: from('2027-02-18T09:00Z'), partstat: 'DECLINED' },
  ]
}

function nextOf({ frame }: Setting): PairingData['next'] {
  return (['one-question', 'three-threads', 'read-along'] as const).map((standard) => ({
    id: `fmt_${standard}` as const,
    name: formatWords({ standard }, frame.locale).name,
    reasons: reasonWords([{ code: 'aim', aim: 'scale' }], frame.locale),
  }))
}

const one = specimenOf<PairingData>({
  of: PairingPage,
  reader: 'manager',
  usual: (setting) => ({
    frame: setting.frame,
    id: 'pai_1',
    executive: setting.cast.executive,
    executiveId: 'per_executive',
    mentorId: 'per_mentor',
    mentor: setting.cast.mentor,
    mentorLeavesOn: null,
    kind: 'mentoring',
    status: 'active',
    place: { kind: 'room', room: setting.cast.room },
    aim: 'scale',
    track: null,
    stage: 'reading',
    next: nextOf(setting),
    bumps: 0,
    commitment: { words: setting.cast.agreed, done: null, saidDone: 'yes' },
    reports: null,
    wished: [],
    sessions: sessionsOf(setting),
    isLatestOnly: false,
    open: { id: 'ses_1', isFixed: true, isAsked: false },
    heard: [],
    whys: [],
    managersNote: null,
    handOver: { mentors: [{ value: 'per_other', label: setting.cast.otherMentor }] },
    booking: { newId: 'ses_new', date: '2027-03-22', time: '09:00', minutes: 30, needsReason: false },
    form: EMPTY_FORM,
  }),
  states: {
    'before the first date': {
      status: 'proposed',
      aim: null,
      stage: 'curious',
      place: null,
      commitment: null,
      sessions: [],
      open: null,
      next: [],
    },
    'a workshop on its track': ({ words }) => ({
      kind: 'workshop',
      track: {
        standing: { id: 'trk_1', title: { standard: 'first-public-answer', name: null }, step: 3, of: 6 },
        choices: [{ value: 'trk_1', label: words.path.aims.scale }],
        programmeId: 'prg_1',
      },
    }),
    'much to know': ({ cast }) => ({
      bumps: 3,
      mentorLeavesOn: '2027-04-30',
      wished: ['pause', 'another-mentor'],
      reports: { who: cast.executive, superior: cast.mentor, steps: 2 },
      managersNote: { words: cast.question, by: cast.manager, at: at('2027-03-10T09:00Z') },
      heard: [
        {
          name: cast.executive,
          phase: 'midway',
          at: at('2027-03-10T09:00Z'),
          said: { worth: 'partly', onward: 'change' },
        },
      ],
      whys: [{ kind: 'not-suited', code: 'travel', sessionId: 'ses_1', byId: 'per_executive' }],
    }),
    'a time that is taken': ({ words }) => ({
      open: null,
      booking: { newId: 'ses_new', date: '2027-03-20', time: '09:00', minutes: 30, needsReason: true },
      form: refusedAt('time', words.answering.badTime, { date: '2027-03-20', time: '' }),
    }),
    paused: { status: 'paused', open: null },
    ended: { status: 'ended', open: null, next: [] },
  },
})

const ending = specimenOf<PairingEndingData>({
  of: PairingEndingPage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    frame,
    id: 'pai_1',
    executive: cast.executive,
    mentor: cast.mentor,
    next: null,
    date: from('2027-03-18T09:00Z'),
    isAsked: false,
  }),
  states: {
    'handed over': ({ cast }) => ({
      next: { id: 'per_other', name: cast.otherMentor, newId: 'pai_new' },
      date: null,
      isAsked: true,
    }),
    'nothing is open': { date: null },
  },
})

function cellsOf(): readonly SuggestionCell[] {
  const cell = { mentorId: 'per_mentor', executiveId: 'per_executive', kind: 'mentoring' } as const
  return [
    {
      ...cell,
      reasons: [
        { code: 'language', locale: 'fr' },
        { code: 'shared-hours', hours: 9 },
        { code: 'room', pairings: 1, most: 3 },
      ],
      blocked: null,
      isSuggested: true,
    },
    {
      ...cell,
      mentorId: 'per_other',
      reasons: [{ code: 'leaves', on: '2027-04-30' }],
      blocked: { code: 'reporting-line', superiorId: 'per_other', steps: 1 },
      isSuggested: false,
    },
  ]
}

function nameIn(cast: Cast) {
  const names = new Map([
    ['per_mentor', cast.mentor],
    ['per_other', cast.otherMentor],
    ['per_executive', cast.executive],
    ['per_second', cast.otherExecutive],
  ])
  return (id: string) => names.get(id) ?? cast.manager
}

const suggestions = specimenOf<SuggestionsData>({
  of: SuggestionsPage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    frame,
    rows: [
      { executiveId: 'per_executive', cells: cellsOf(), others: 4 },
      {
        executiveId: 'per_second',
        cells: cellsOf().map((cell) => ({ ...cell, executiveId: 'per_second', isSuggested: false })),
        others: 0,
      },
    ],
    pages: null,
    isOfOne: false,
    isOfUnpaired: false,
    unpaired: 2,
    suggested: 1,
    nameOf: nameIn(cast),
  }),
  states: {
    'for one alone': { isOfOne: true },
    'nobody is left': { rows: [], isOfUnpaired: true, unpaired: 0, suggested: 0 },
    'nobody to suggest': { rows: [], unpaired: 0, suggested: 0 },
  },
})

const acceptance = specimenOf<AcceptanceData>({
  of: AcceptancePage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    frame,
    cells: cellsOf().slice(0, 1),
    pages: null,
    isNoneTicked: false,
    count: 1,
    leftOut: 0,
    shared: [],
    overfull: [],
    hidden: {},
    ticked: [],
    nameOf: nameIn(cast),
  }),
  states: {
    'more than a mentor has hours for': {
      overfull: [{ mentorId: 'per_mentor', pairings: 5, most: 3 }],
      ticked: [{ executiveId: 'per_executive', mentorId: 'per_mentor' }],
    },
    'some cannot be made, and one would have two mentors': {
      leftOut: 2,
      shared: [{ executiveId: 'per_executive', mentors: 2 }],
      ticked: [{ executiveId: 'per_executive', mentorId: 'per_mentor' }],
    },
    'none any more': { cells: [], count: 0, leftOut: 1 },
  },
})

function planLines({ cast, frame }: Setting): readonly PlanLine[] {
  const line = {
    pairingId: 'pai_1',
    mentorId: 'per_mentor',
    minutes: 30,
    options: HELD.map(({ start, end }) => ({ start, end, reasons: ['near-date'] as const })),
    offerId: 'off_1',
    state: 'open',
    refusal: null,
    executive: cast.executive,
    mentor: cast.mentor,
    isStandIn: false,
    why: null,
    clocks: ['Europe/Paris', 'Asia/Singapore'],
  } as const
  return [
    line,
    {
      ...line,
      pairingId: 'pai_2',
      executive: cast.otherExecutive,
      mentor: cast.otherMentor,
      isStandIn: true,
      state: 'dropped',
    },
    { ...line, pairingId: 'pai_3', state: 'sent' },
    { ...line, pairingId: 'pai_4', state: 'failed', why: sentenceOf({ reason: 'no-slots' }, frame) },
  ]
}

const plan = specimenOf<PlanData>({
  of: PlanPage,
  reader: 'manager',
  usual: (setting) => ({
    frame: setting.frame,
    id: 'pln_1',
    programmeId: 'prg_1',
    madeAt: at('2027-03-16T08:55Z'),
    drafted: null,
    wanted: 5,
    rows: planLines(setting),
    pages: null,
    planned: 4,
    ready: 1,
    leftOut: 1,
    sent: 1,
    perPress: 25,
    leftOver: [
      { pairingId: 'pai_5', reason: 'hours-unknown' },
      { pairingId: 'pai_6', reason: 'no-common-time', window: from('2027-03-22T08:00Z', 7200) },
      { pairingId: 'pai_7', reason: 'asked-for-later', notBefore: at('2027-04-12T06:00Z') },
    ],
    left: 3,
    titleOf: () => `${setting.cast.executive} · ${setting.cast.mentor}`,
  }),
  states: {
    'nobody can be planned': { rows: [], planned: 0, ready: 0, leftOut: 0, sent: 0 },
    'all are sent': (setting) => ({
      rows: planLines(setting).map((line) => ({ ...line, state: 'sent', refusal: null, why: null })),
      ready: 0,
      leftOut: 0,
      sent: 4,
      leftOver: [],
      left: 0,
    }),
    'one page of many': { planned: 120, ready: 118, pages: TEN_OF_MANY },
    'a program drafted it': (setting) => ({
      drafted: { maker: setting.cast.manager, key: 'Intranet' },
      rows: planLines(setting).slice(0, 1),
      ...{ planned: 1, leftOut: 0, sent: 0, leftOver: [], left: 0 },
    }),
  },
})

const planRow = specimenOf<PlanRowData>({
  of: PlanRowPage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    frame,
    planId: 'pln_1',
    pairingId: 'pai_1',
    executive: cast.executive,
    clocks: ['Europe/Paris', 'Asia/Singapore'],
    times: HELD.map(({ start, end }, nth) => ({
      start,
      end,
      isChosen: nth === 0,
      refusedAt: nth === 2 ? at('2027-03-12T09:00Z') : null,
    })),
  }),
  states: { 'no times': { times: [] } },
})

export const pairings: Chapter = {
  title: 'Pairings and plans',
  specimens: [list, one, ending, suggestions, acceptance, plan, planRow],
}
