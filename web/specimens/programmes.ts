import { DEFAULT_POLICY, JUST_OPENED, type Programme } from '../../worker/domain/programme/programme.ts'
import {
  type Figure,
  type FigureName,
  FIGURES,
  figuresOf,
  type FigureValue,
  isStage,
} from '../../worker/domain/report/figures.ts'
import type { ActivityData } from '../pages/manager/programme/activity-data.ts'
import { ActivityPage } from '../pages/manager/programme/activity.tsx'
import { type ClosureData, ClosurePage } from '../pages/manager/programme/closure.tsx'
import { type PolicyData, PolicyPage } from '../pages/manager/programme/policy.tsx'
import { type ProgrammesData, ProgrammesPage } from '../pages/manager/programme/programmes.tsx'
import type { SearchData } from '../pages/manager/search/search-data.ts'
import { SearchPage } from '../pages/manager/search/search.tsx'
import type { LinksOfReport, ReportData } from '../pages/report/report-data.ts'
import { ReportPage } from '../pages/report/report.tsx'
import { EMPTY_FORM, type FormState } from '../parts/form.ts'
import { OUTWARD_REASON } from '../parts/outward-reason.tsx'
import type { PageFrame } from '../parts/page-frame.ts'
import { sentenceOf } from '../words/refusals/sentence.ts'
import type { Cast } from './cast.ts'
import { refusedAt } from './forms.ts'
import { type Chapter, type Setting, specimenOf } from './specimen.ts'
import { at, from } from './times.ts'

export function programmeOf(cast: Cast): Programme {
  return {
    ...JUST_OPENED,
    id: 'prg_1',
    name: cast.programme,
    shortName: cast.programme,
    policy: DEFAULT_POLICY,
    version: 1,
  }
}

const programmes = specimenOf<ProgrammesData>({
  of: ProgrammesPage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    frame,
    programmes: [
      { id: 'prg_1', name: cast.programme, pairings: 8, href: '/today?in=prg_1' },
      { id: 'prg_2', name: cast.unit, pairings: 0, href: '/today?in=prg_2' },
    ],
    newId: 'prg_new',
    form: EMPTY_FORM,
  }),
  states: {
    none: { programmes: [] },
    'a name that is missing': ({ words }) => ({ form: refusedAt('name', words.programmes.badName) }),
  },
})

const policy = specimenOf<PolicyData>({
  of: PolicyPage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    frame,
    programme: programmeOf(cast),
    mentors: [
      { id: 'per_mentor', name: cast.mentor },
      { id: 'per_other', name: cast.otherMentor },
    ],
    displaced: [],
    form: EMPTY_FORM,
  }),
  states: {
    'with closed weeks, and dates in them': ({ cast, words }) => ({
      programme: {
        ...programmeOf(cast),
        policy: {
          ...DEFAULT_POLICY,
          blackouts: [{ from: '2027-05-01', to: '2027-05-07', reason: cast.unit }],
          standIns: ['per_other'],
          wording: 'plain',
        },
      },
      displaced: [
        {
          title: cast.executive,
          href: '/sessions/ses_1',
          time: from('2027-05-04T09:00Z'),
          because: words.today.kinds['trip-over-dates'],
          isOption: false,
        },
      ],
    }),
    'a number that cannot be': ({ words }) => ({
      form: refusedAt('cadence', words.rules.badWhole(1, 120), { cadence: '0' }),
    }),
    closed: ({ frame }) => ({
      frame: { ...frame, closed: { at: at('2027-03-01T09:00Z'), purgeOn: '2027-06-01' } },
    }),
  },
})

const closure = specimenOf<ClosureData>({
  of: ClosurePage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    frame,
    programme: programmeOf(cast),
    newId: 'clo_1',
    rounds: 2,
    fixed: [
      { id: 'ses_1', who: cast.executive, time: from('2027-03-18T09:00Z') },
      { id: 'ses_2', who: cast.otherExecutive, time: from('2027-03-23T09:00Z') },
    ],
    pairings: 8,
    readers: [cast.executive, cast.otherExecutive],
    unwritten: 2,
    purgeOn: '2027-06-14',
    totals: null,
    form: EMPTY_FORM,
  }),
  states: {
    'nothing lies ahead': { rounds: 0, fixed: [] },
    'nothing is chosen': ({ words }) => ({ form: refusedAt('fixed', words.answering.chooseOne) }),
    closing: ({ cast }) => ({ programme: { ...programmeOf(cast), status: 'closing' } }),
    closed: ({ cast }) => ({
      programme: { ...programmeOf(cast), status: 'closed' },
      unwritten: 0,
      totals: {
        fixed: 42,
        held: 38,
        minutes: 1080,
        medianDays: 22,
        bumps: 9,
        executives: 8,
        doneByBoth: 17,
        scale: 12,
        align: 7,
        filters: 5,
      },
    }),
  },
})

function linesOf({ cast }: Setting): ActivityData['lines'] {
  const line = { time: null, partstat: null, status: null, about: cast.executive, href: '/pairings/pai_1' }
  return [
    { ...line, code: 'fixed', at: at('2027-03-16T09:00Z'), who: cast.assistant, door: 'link' },
    { ...line, code: 'offered', at: at('2027-03-15T09:00Z'), who: cast.manager, door: 'manager' },
    {
      ...line,
      code: 'answered',
      at: at('2027-03-15T08:00Z'),
      who: cast.executive,
      door: 'calendar',
      partstat: 'ACCEPTED',
    },
    { ...line, code: 'bumped', at: at('2027-03-12T09:00Z'), who: null, door: 'clock' },
    {
      ...line,
      code: 'pairing-status',
      at: at('2027-03-12T09:00Z'),
      who: null,
      door: 'manager',
      status: 'paused',
    },
  ]
}

const activity = specimenOf<ActivityData>({
  of: ActivityPage,
  reader: 'manager',
  usual: (setting) => ({
    frame: setting.frame,
    lines: linesOf(setting),
    days: 30,
    earlier: null,
    isLatest: true,
  }),
  states: {
    'nothing lately': { lines: [] },
    'an earlier page': { earlier: '/activity?before=x', isLatest: false },
  },
})

const search = specimenOf<SearchData>({
  of: SearchPage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    frame,
    query: cast.executive,
    people: [
      {
        programmeId: 'prg_1',
        programme: null,
        id: 'per_executive',
        name: cast.executive,
        email: 'claude.bernard@northwind.example',
        unit: cast.unit,
        roles: ['executive'],
      },
    ],
    pairings: [
      {
        programmeId: 'prg_1',
        programme: cast.programme,
        id: 'pai_1',
        executive: cast.executive,
        mentor: cast.mentor,
        kind: 'mentoring',
        status: 'active',
      },
    ],
    sessions: [
      {
        programmeId: 'prg_1',
        programme: null,
        id: 'ses_1',
        executive: cast.executive,
        mentor: cast.mentor,
        status: 'fixed',
        time: from('2027-03-18T09:00Z'),
        zone: 'Europe/Paris',
      },
    ],
    more: { people: true, pairings: false, sessions: true },
  }),
  states: {
    'nothing asked yet': { query: '', people: [], pairings: [], sessions: [], more: nothingMore() },
    'nothing found': { people: [], pairings: [], sessions: [], more: nothingMore() },
  },
})

function nothingMore() {
  return { people: false, pairings: false, sessions: false }
}

const FIGURES_SHOWN: Readonly<Partial<Record<FigureName, FigureValue>>> = {
  'share-held': 85,
  'median-days': 21,
  'bumps-per-session': 0.25,
  minutes: { from: 900, to: 1020 },
}

const report = specimenOf<ReportData>({
  of: ReportPage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    ...{ frame, programme: cast.programme, least: 5, releasedAt: at('2027-03-15T02:23Z') },
    figures: FIGURES.map(shownFigure),
    links: linksOf(cast),
  }),
  states: {
    'nothing released yet': { releasedAt: null, figures: figuresOf(null, { stages: true, least: 5 }) },
    'all hidden': { figures: FIGURES.map((name) => ({ name, hidden: 'too-few-people' })) },
    'of a sponsor': { links: null },
    'by a link': ({ frame }) => ({ links: null, frame: { ...frame, nav: null } }),
    'a link just made': ({ cast }) => ({
      links: { ...linksOf(cast), made: 'https://sotto.northwind.example/figures?k=6hV0n1c7JbYdKq2r' },
    }),
    'a link that would give it away': ({ cast, frame, words }) => ({
      links: { ...linksOf(cast), form: tellingLabel(frame, words.outward.whyNeeded) },
    }),
    'a programme without stages': { figures: FIGURES.filter((name) => !isStage(name)).map(shownFigure) },
  },
})

function tellingLabel(frame: PageFrame, whyNeeded: string): FormState {
  const found = [{ field: 'label', word: 'coaching' }] as const
  const telling = refusedAt('label', sentenceOf({ reason: 'outward-words', found }, frame))
  return { ...telling, errors: [...telling.errors, { field: OUTWARD_REASON, message: whyNeeded }] }
}

function linksOf(cast: Cast): LinksOfReport {
  const made = { makerName: cast.manager, madeAt: at('2027-02-01T09:00Z'), endedAt: null } as const
  return {
    programmeId: 'prg_1',
    lines: [
      {
        ...{
          ...made,
          id: 'rpl_1',
          label: cast.unit,
          address: 'board@northwind.example',
          lastDay: '2027-05-02',
        },
        ...{ isOpen: true, opened: 3, lastOpenedAt: at('2027-03-15T10:00Z') },
      },
      {
        ...{ ...made, id: 'rpl_2', label: cast.executive, address: null, lastDay: '2027-05-02' },
        ...{ endedAt: at('2027-02-11T09:00Z'), isOpen: false, opened: 0, lastOpenedAt: null },
      },
      {
        ...{ ...made, id: 'rpl_3', label: cast.mentor, address: null, lastDay: '2027-02-28' },
        ...{ isOpen: false, opened: 1, lastOpenedAt: at('2027-02-01T10:00Z') },
      },
    ],
    ...{ made: null, newId: 'rpl_new', usualEnd: '2027-06-14', form: EMPTY_FORM },
  }
}

/** Most have a value, one of them an old one; some have none. */
function shownFigure(name: FigureName, index: number): Figure {
  if (index % 5 === 4) return { name, hidden: index % 2 === 0 ? 'too-few-people' : 'too-few-others' }
  const isOld = index % 7 === 5
  return {
    name,
    value: FIGURES_SHOWN[name] ?? { from: 15 + index * 5, to: 19 + index * 5 },
    until: at(isOld ? '2027-02-01T00:00Z' : '2027-03-01T00:00Z'),
    whyNotNewer: isOld ? 'too-few-since' : null,
  }
}

export const programme: Chapter = {
  title: 'The programme',
  specimens: [programmes, policy, report, closure, activity, search],
}
