import { groupBoard, type BoardLine } from '../../worker/domain/path/board.ts'
import { type Format, standardFormats } from '../../worker/domain/path/format.ts'
import { STAGES } from '../../worker/domain/path/stage.ts'
import type { Track } from '../../worker/domain/path/track.ts'
import type { BoardData } from '../pages/manager/path/board-data.ts'
import { BoardPage } from '../pages/manager/path/board.tsx'
import { type FormatData, FormatPage } from '../pages/manager/path/format.tsx'
import { type FormatsData, FormatsPage } from '../pages/manager/path/formats.tsx'
import { type TrackData, TrackPage } from '../pages/manager/path/track.tsx'
import { type TracksData, TracksPage } from '../pages/manager/path/tracks.tsx'
import { EMPTY_FORM } from '../parts/form.ts'
import type { Cast } from './cast.ts'
import { refusedAt } from './forms.ts'
import { programmeOf } from './programmes.ts'
import { severalLeft, severalRefused } from './several.ts'
import { type Chapter, specimenOf } from './specimen.ts'
import { from } from './times.ts'

function linesOf(cast: Cast): readonly BoardLine[] {
  return STAGES.flatMap((stage, nth) => {
    const line: BoardLine = {
      pairingId: `pai_${nth}a`,
      executive: cast.executive,
      mentor: cast.mentor,
      mentorId: 'per_mentor',
      unit: cast.unit,
      status: 'active',
      stage,
      blockers: nth % 2 ? ['booked', 'on-the-go'] : [],
      next: nth % 3 ? from('2027-03-18T09:00Z') : null,
      isAsked: nth % 3 === 0,
      bumps: nth,
      commitment: nth % 2 ? cast.agreed : null,
    }
    const other = { executive: cast.otherExecutive, unit: null, status: 'paused', bumps: 0 } as const
    return [line, { ...line, ...other, pairingId: `pai_${nth}b` }]
  })
}

const board = specimenOf<BoardData>({
  of: BoardPage,
  reader: 'manager',
  current: 'board',
  usual: ({ frame, cast }) => ({
    frame,
    programmeId: 'prg_1',
    groups: groupBoard(linesOf(cast)),
    filter: { show: 'all', mentor: null, stage: null, status: null, blocker: null },
    sort: 'stage',
    keepsStages: true,
    mentors: [
      { id: 'per_mentor', name: cast.mentor },
      { id: 'per_other', name: cast.otherMentor },
    ],
    pages: null,
    here: '/board',
    chosen: [],
  }),
  states: {
    'nobody yet': { groups: [] },
    'without stages': ({ cast }) => ({
      groups: groupBoard(
        linesOf(cast).map((line) => ({ ...line, stage: null })),
        'executive',
      ),
      sort: 'executive',
      keepsStages: false,
    }),
    'nothing fits the filter': {
      groups: [],
      filter: { show: 'bumped', mentor: 'per_other', stage: 'posting', status: null, blocker: 'handled' },
    },
    'some are chosen, and not all could be done': (setting) => ({
      chosen: ['pai_0a', 'pai_1b'],
      frame: { ...setting.frame, notice: severalRefused(setting, 'paused-several') },
    }),
    'some stayed as they were': (setting) => ({
      frame: { ...setting.frame, notice: severalLeft(setting, 'paused-several') },
    }),
    'as one list': ({ cast }) => ({
      groups: groupBoard(linesOf(cast), 'bumps'),
      sort: 'bumps',
      pages: { from: 1, to: 10, all: 120, previous: null, next: '/board?after=10' },
    }),
  },
})

const FORMATS: readonly Format[] = standardFormats('prg_1', (prefix) => `${prefix}_0`).map((format) => ({
  ...format,
  id: `fmt_${format.standard ?? 'own'}`,
}))

/** One of the programme's own, in the words of its people. */
function ownFormat(cast: Cast): Format {
  return {
    id: 'fmt_own',
    programmeId: 'prg_1',
    position: 40,
    standard: null,
    words: {
      name: cast.agreed,
      prompts: [cast.question, cast.question],
      avoid: cast.agreed,
      prepare: cast.question,
      doing: cast.agreed,
      carryOn: [cast.agreed],
      sign: cast.agreed,
      text: cast.question,
      executiveText: cast.question,
    },
    outwardTitle: null,
    minutes: 25,
    link: 'https://north.example/material',
    executiveLink: null,
    fit: {
      stage: 'reading',
      act: 'answering',
      aims: ['scale'],
      blockers: ['booked'],
      after: ['fmt_first-meeting'],
      phone: true,
    },
    isArchived: false,
  }
}

const formats = specimenOf<FormatsData>({
  of: FormatsPage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    frame,
    programme: programmeOf(cast),
    formats: FORMATS,
    newId: 'fmt_new',
    form: EMPTY_FORM,
  }),
  states: {
    none: { formats: [] },
    'own ones, and one put away': ({ cast }) => ({
      formats: [
        ...FORMATS.slice(0, 3),
        ownFormat(cast),
        { ...ownFormat(cast), id: 'fmt_old', isArchived: true },
      ],
    }),
    'a name that is missing': ({ words }) => ({ form: refusedAt('name', words.formats.badName) }),
  },
})

const format = specimenOf<FormatData>({
  of: FormatPage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    frame,
    format: ownFormat(cast),
    all: [...FORMATS, ownFormat(cast)],
    form: EMPTY_FORM,
  }),
  states: {
    'of the house': ({ cast }) => ({ format: FORMATS[1] ?? ownFormat(cast) }),
    'words that are too long': ({ words, cast }) => ({
      form: refusedAt('name', words.formats.badName, { name: cast.agreed }),
    }),
    'put away': ({ cast }) => ({ format: { ...ownFormat(cast), isArchived: true } }),
  },
})

function ownTrack(cast: Cast): Track {
  return {
    id: 'trk_own',
    programmeId: 'prg_1',
    position: 3,
    title: { standard: null, name: cast.agreed },
    steps: ['first-meeting', 'read-along', 'one-question'].map((name, nth) => ({
      formatId: `fmt_${name}` as const,
      text: nth === 1 ? cast.question : '',
      link: nth === 1 ? 'https://north.example/step' : null,
      ...(nth === 1 && { executive: { text: cast.question, link: null } }),
    })),
    isArchived: false,
  }
}

const tracks = specimenOf<TracksData>({
  of: TracksPage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    frame,
    programme: programmeOf(cast),
    tracks: [
      { ...ownTrack(cast), id: 'trk_1', title: { standard: 'first-public-answer', name: null } },
      ownTrack(cast),
      { ...ownTrack(cast), id: 'trk_old', isArchived: true },
    ],
    formats: FORMATS,
    newId: 'trk_new',
    form: EMPTY_FORM,
  }),
  states: {
    none: { tracks: [] },
    'a step twice': ({ words }) => ({ form: refusedAt('step-1', words.tracks.badTwice) }),
  },
})

const track = specimenOf<TrackData>({
  of: TrackPage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    frame,
    track: ownTrack(cast),
    formats: FORMATS,
    newId: 'trk_copy',
    form: EMPTY_FORM,
  }),
  states: {
    'too few steps': ({ words }) => ({ form: refusedAt('step-1', words.tracks.badSteps) }),
    'put away': ({ cast }) => ({ track: { ...ownTrack(cast), isArchived: true } }),
  },
})

export const path: Chapter = { title: 'The path', specimens: [board, formats, format, tracks, track] }
