import type { OwnRecord } from '../../worker/domain/record/record.ts'
import { RecordLockedPage, type RecordLockedData } from '../pages/record/locked.tsx'
import type { RecordData } from '../pages/record/record-data.ts'
import { RecordPage } from '../pages/record/record.tsx'
import { EMPTY_FORM } from '../parts/form.ts'
import { refusedAt } from './forms.ts'
import { type Chapter, NOW, type Setting, specimenOf } from './specimen.ts'
import { at, from } from './times.ts'

const HEAD = {
  upToId: 1204,
  at: at('2027-03-16T01:23Z'),
  head: '8351-2064-7719-4430-9527-1186-3048-5592-60',
  isSame: true,
} as const

const ASKED = { programmeId: 'prg_1', at: NOW, answer: null } as const

function recordOf({ cast }: Setting): OwnRecord {
  return {
    ...{
      madeAt: NOW,
      id: 'per_executive',
      zone: 'Europe/London',
      locale: 'en',
      since: at('2026-12-01T09:00Z'),
    },
    addresses: ['j.bernard@northwind.example'],
    ...{ runsInstallation: false, hours: null, calendarRead: null, calendarMade: null },
    programmes: [
      {
        ...{
          id: 'prg_1',
          programme: cast.programme,
          status: 'open',
          purgeOn: null,
          managers: [cast.manager],
        },
        ...{ roles: ['executive'], name: cast.executive, shortName: null, unit: null, reportsTo: null },
        ...{ assistants: [cast.assistant], answersFor: [], blockers: ['booked'], departure: null },
        blockersBy: { who: cast.manager, at: at('2027-01-12T09:00Z') },
        ...{ rules: { inWriting: true }, stage: 'answering', hasPrivateNote: true },
      },
    ],
    pairs: [
      {
        ...{ id: 'pai_1', role: 'executive', otherName: cast.mentor, kind: 'mentoring', status: 'active' },
        ...{ since: at('2027-01-12T09:00Z'), place: { kind: 'room', room: cast.room }, aim: 'scale' },
        isInTrack: false,
        wishes: [{ kind: 'pause', at: at('2027-03-02T09:00Z') }],
        pulses: [
          { phase: 'midway', askedAt: at('2027-03-01T09:00Z'), worth: 'yes', onward: 'same', saidAt: NOW },
        ],
        commitments: [
          {
            ...{ id: 'com_1', words: cast.agreed, dueOn: null, done: 'partly', saidDone: 'yes' },
            ...{ madeAt: at('2027-02-23T10:00Z'), by: cast.mentor },
          },
        ],
        sessions: [
          {
            ...{
              id: 'ses_1',
              time: from('2027-03-23T09:00Z'),
              minutes: 30,
              status: 'fixed',
              place: null,
              bumps: 1,
            },
            answer: { partstat: 'ACCEPTED', via: 'calendar', at: NOW },
            ...{ logs: [], question: cast.question },
          },
          {
            ...{ id: 'ses_2', time: from('2027-02-23T09:00Z'), minutes: 30, status: 'happened', place: null },
            ...{ bumps: 0, answer: null, question: null },
            logs: [
              {
                ...{ result: 'happened', benefit: 'scale', evidence: 'answering', needsManager: false },
                ...{ loggedAt: at('2027-02-23T10:00Z'), by: cast.mentor, replaced: false, why: null },
              },
            ],
          },
        ],
      },
    ],
    proposals: [{ time: from('2027-03-24T09:00Z'), via: 'calendar', at: NOW, words: null }],
    answers: [{ at: NOW, via: 'link', why: null }],
    mails: [{ kind: 'calendar', method: 'REQUEST', at: NOW, state: 'sent' }],
    received: [{ at: NOW, class: 'reply', state: 'applied' }],
    refused: [],
    links: [{ id: 'lnk_1', purpose: 'own', until: at('2027-04-15T09:00Z') }],
    signIns: [],
    requests: [],
    whoLooked: [
      { id: 1207, at: NOW, who: cast.manager, role: 'manager', route: '/people/:id' },
      { id: 1180, at: at('2027-03-15T09:00Z'), who: cast.assistant, role: 'assistant', route: '/desk' },
    ],
    head: HEAD,
    earlierHeads: [{ ...HEAD, upToId: 1180, at: at('2027-03-15T01:23Z'), isSame: null }],
    erasedFrom: [],
  }
}

const record = specimenOf<RecordData>({
  of: RecordPage,
  reader: 'from-a-mail',
  usual: (setting) => ({
    frame: setting.frame,
    record: recordOf(setting),
    door: {
      action: '/own/record',
      hidden: { k: 'secret' },
      fileHref: (as) => `/own/record/file?k=secret&as=${as}`,
      earlierHref: '/own/record?k=secret&before=1180#looked',
      sealsHref: '/own/record?k=secret&seals=all#seal',
      backHref: '/own?k=secret',
      usedKey: 'lnk_1',
      ...{ hoursHref: null, calendarsHref: null },
    },
    form: EMPTY_FORM,
  }),
  states: {
    'as a file': { door: null },
    'something was asked': (setting) => ({
      record: {
        ...recordOf(setting),
        requests: [
          { ...ASKED, kind: 'erasure', words: null, field: null },
          { ...ASKED, kind: 'correction', words: setting.cast.agreed, field: 'other' },
        ],
      },
    }),
    'what was asked is answered': (setting) => ({
      record: {
        ...recordOf(setting),
        requests: [
          {
            ...{ ...ASKED, kind: 'erasure', words: null, field: null },
            answer: { result: 'refused', at: NOW, by: setting.cast.manager, words: setting.cast.question },
          },
          {
            ...{ ...ASKED, kind: 'correction', words: setting.cast.unit, field: 'unit' },
            answer: { result: 'done', at: NOW, by: setting.cast.manager, words: null },
          },
        ],
        erasedFrom: [{ programme: setting.cast.programme, at: NOW }],
      },
    }),
    'nothing yet': (setting) => ({
      record: {
        ...recordOf(setting),
        ...{
          pairs: [],
          proposals: [],
          answers: [],
          mails: [],
          received: [],
          links: [],
          whoLooked: [],
          head: null,
          earlierHeads: [],
        },
      },
    }),
    'a log that was changed': (setting) => ({
      record: { ...recordOf(setting), head: { ...HEAD, isSame: false } },
    }),
    'a correction without words': (setting) => ({
      form: {
        ...refusedAt('words', setting.words.record.wantedNeeded.other),
        values: { kind: 'correction', programme: 'prg_1', field: 'other', words: '' },
      },
    }),
  },
})

const locked = specimenOf<RecordLockedData>({
  of: RecordLockedPage,
  reader: 'from-a-mail',
  usual: ({ frame }) => ({ frame, k: 'secret' }),
})

export const ownRecord: Chapter = { title: 'A person’s own record', specimens: [record, locked] }
