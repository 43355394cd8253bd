import {
  type ImportData,
  ImportDonePage,
  type ImportDoneData,
  ImportPage,
} from '../pages/manager/import/import.tsx'
import { type ImportsData, ImportsPage } from '../pages/manager/import/imports.tsx'
import { type AsSeen, type AsSeenData, AsSeenPage } from '../pages/manager/letter/as-seen.tsx'
import {
  type DeliveriesData,
  DeliveriesPage,
  type DeliveryLine,
  type DeliveryState,
} from '../pages/manager/letter/deliveries.tsx'
import type { SeenMail } from '../pages/manager/letter/seen-letter.tsx'
import { type ReceivedData, ReceivedPage } from '../pages/manager/mail/received.tsx'
import { type StrangersData, StrangersPage } from '../pages/manager/mail/strangers.tsx'
import { EMPTY_FORM } from '../parts/form.ts'
import { fileFaultSentence } from '../words/imports.ts'
import { sentenceOf } from '../words/refusals/sentence.ts'
import { HELD } from './answering.ts'
import type { Cast } from './cast.ts'
import { refusedAt } from './forms.ts'
import { type Chapter, specimenOf } from './specimen.ts'
import { at, from } from './times.ts'

const STATES: readonly DeliveryState[] = ['waiting', 'sent', 'failed', 'superseded', 'retired']

function letters(cast: Cast): readonly DeliveryLine[] {
  return STATES.map((state, nth) => ({
    id: `let_${nth}`,
    kind: nth % 2 ? 'offer' : 'calendar',
    method: nth === 3 ? 'CANCEL' : 'REQUEST',
    personId: 'per_executive',
    name: nth % 2 ? cast.assistant : cast.executive,
    address: 'claude.bernard@northwind.example',
    sessionId: nth === 4 ? null : 'ses_1',
    state,
    attempts: nth + 1,
    error: state === 'failed' ? '550 5.1.1' : state === 'retired' ? 'over' : null,
    createdAt: at('2027-03-15T10:00Z'),
    sentAt: state === 'sent' ? at('2027-03-15T10:01Z') : null,
    providerId: state === 'sent' ? '0123' : null,
    isStopped: state === 'failed',
    stoppedUntil: null,
    againId: `let_again${nth}`,
  }))
}

const deliveries = specimenOf<DeliveriesData>({
  of: DeliveriesPage,
  reader: 'manager',
  current: 'deliveries',
  usual: ({ frame, cast }) => ({
    frame,
    stopped: null,
    paused: null,
    resumers: null,
    state: null,
    health: null,
    lines: letters(cast),
    older: '/deliveries?before=let_4',
  }),
  states: {
    'nothing was sent': { lines: [], older: null },
    'only what was given up': ({ cast }) => ({
      state: 'failed',
      lines: letters(cast).filter(({ state }) => state === 'failed'),
      older: null,
    }),
    'no mail goes out': { stopped: { at: at('2027-03-16T07:00Z'), error: 'auth' } },
    'restored from a backup': {
      paused: {
        at: at('2027-03-16T08:00Z'),
        backupAt: at('2027-03-15T02:00Z'),
        ...{ ofBackup: 4, since: 1, oldestAt: at('2027-03-14T18:00Z'), timers: 3 },
      },
    },
    'restored, for a manager who runs nothing': {
      paused: {
        at: at('2027-03-16T08:00Z'),
        backupAt: at('2027-03-15T02:00Z'),
        ...{ ofBackup: 4, since: 1, oldestAt: at('2027-03-14T18:00Z'), timers: 3 },
      },
      resumers: ['Nadia Haddad'],
    },
    'all that is known of health': ({ frame }) => ({
      health: {
        ticks: [{ cron: '* * * * *', at: at('2027-03-16T08:40Z'), failed: ['timers'] }],
        outbox: { waiting: 3, oldestAt: at('2027-03-16T08:00Z'), lastErrorCode: '421' },
        sending: { stoppedAt: null, error: null, errorAt: frame.now },
        restoredAt: null,
        timers: { overdue: 2, failing: [{ kind: 'bump', count: 2 }] },
        feedsFailing: 1,
        checked: { at: at('2027-03-16T02:23Z'), broken: [{ name: 'not-claimed', count: 2 }] },
        sealed: {
          upToId: 412,
          head: 'kJ8p0Vh3eXw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0sQ',
          at: at('2027-03-16T02:23Z'),
        },
      },
    }),
  },
})

const received = specimenOf<ReceivedData>({
  of: ReceivedPage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    frame,
    id: 'rcv_1',
    name: cast.executive,
    at: at('2027-03-15T18:00Z'),
    why: 'prose',
    words: {
      from: 'claude.bernard@northwind.example',
      fromName: cast.executive,
      subject: cast.agreed,
      text: `${cast.question}\n\n${cast.executive}`,
      partstat: null,
      delegatedTo: null,
      proposed: null,
    },
    keptUntil: null,
    answers: {
      session: { id: 'ses_1', title: `${cast.executive} · ${cast.mentor}`, time: from('2027-03-18T09:00Z') },
      canAnswer: true,
      options: [],
    },
    suggestion: null,
    form: EMPTY_FORM,
  }),
  states: {
    'a time is suggested': {
      suggestion: {
        says: { kind: 'time', source: 'words', refusal: null, time: from('2027-03-19T14:00Z') },
        refusal: null,
        isSoft: false,
        action: '/received/rcv_1',
      },
    },
    'about an open offer': ({ cast }) => ({
      answers: {
        session: { id: 'ses_1', title: cast.executive, time: null },
        canAnswer: false,
        options: HELD.map(({ id, start, end }) => ({ id, start, end })),
      },
      suggestion: {
        says: { kind: 'later', source: 'words', refusal: null, notBefore: at('2027-04-11T22:00Z') },
        refusal: null,
        isSoft: false,
        action: '/received/rcv_1',
      },
    }),
    'an answer for somebody else': ({ cast }) => ({
      why: 'delegated',
      words: {
        from: 'claude.bernard@northwind.example',
        fromName: null,
        subject: null,
        text: '',
        partstat: 'DELEGATED',
        delegatedTo: cast.otherExecutive,
        proposed: at('2027-03-19T14:00Z'),
      },
    }),
    'a time that cannot be': ({ words, frame }) => ({
      form: refusedAt('time', words.answering.badTime, { date: '2027-03-20', time: '' }),
      suggestion: {
        says: { kind: 'none', source: 'calendar', refusal: null },
        refusal: sentenceOf({ reason: 'no-slots' }, frame),
        isSoft: true,
        action: '/received/rcv_1',
      },
    }),
    'about nothing of ours': { answers: { session: null, canAnswer: false, options: [] } },
    settled: { answers: null, keptUntil: at('2027-03-22T10:00Z') },
    'settled, and its words are gone': { answers: null, keptUntil: null },
  },
})

const strangers = specimenOf<StrangersData>({
  of: StrangersPage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    frame,
    programmeId: 'prg_1',
    senders: [
      'news@shop.example',
      'a.very.long.address.that.does.not.end@subsidiary.of.northwind.example',
    ].map((address, nth) => ({
      address,
      mails: Array.from({ length: nth + 1 }, (_, index) => ({
        id: `rcv_${nth}${index}` as const,
        at: at('2027-03-15T18:00Z'),
        subject: index === 0 ? cast.agreed : null,
        to: cast.executive,
      })),
    })),
    dropped: 3,
    upTo: frame.now,
  }),
  states: { none: { senders: [], dropped: 0 } },
})

const COUNTS = { made: 3, changed: 1, unchanged: 4 } as const

const imports = specimenOf<ImportsData>({
  of: ImportsPage,
  reader: 'manager',
  usual: ({ frame }) => ({ frame, programmeId: 'prg_1', form: EMPTY_FORM }),
  states: {
    'a column that is not known': ({ frame }) => ({
      form: refusedAt('files', fileFaultSentence({ reason: 'unknown-column', columns: ['wage'] }, frame)),
    }),
  },
})

const seen = specimenOf<ImportData>({
  of: ImportPage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({
    frame,
    id: 'imp_1',
    counts: COUNTS,
    errors: 0,
    wrongLines: 0,
    lines: [
      {
        kind: 'people',
        file: 'people.csv',
        line: 2,
        values: { name: cast.mentor, email: 'tom.leroy@northwind.example' },
        errors: [],
        verdict: 'made',
        changes: [],
      },
      {
        kind: 'people',
        file: 'people.csv',
        line: 3,
        values: { name: cast.executive, email: 'claude.bernard@northwind.example', unit: cast.unit },
        errors: [],
        verdict: 'changed',
        changes: [{ field: 'unit', before: cast.otherMentor, after: cast.unit }],
      },
    ],
    pages: null,
    seen: 'x',
  }),
  states: {
    'with errors': ({ cast }) => ({
      errors: 2,
      wrongLines: 1,
      lines: [
        {
          kind: 'people',
          file: null,
          line: 4,
          values: { name: cast.executive, email: 'claude', roles: 'king' },
          errors: [
            { field: 'email', code: 'no-address', text: 'claude' },
            { field: 'roles', code: 'unknown-role', text: 'king' },
          ],
          verdict: null,
          changes: [],
        },
      ],
    }),
    'it would change nothing': { counts: { made: 0, changed: 0, unchanged: 8 }, lines: [] },
  },
})

const done = specimenOf<ImportDoneData>({
  of: ImportDonePage,
  reader: 'manager',
  usual: ({ frame }) => ({ frame, counts: COUNTS }),
})

const asSeen = specimenOf<AsSeenData>({
  of: AsSeenPage,
  reader: 'manager',
  usual: ({ frame, cast }) => ({ frame, back: '/deliveries', seen: [seenBy(cast, frame.locale)] }),
  states: {
    nothing: () => ({ seen: [] }),
    'an example with a programme’s own words': () => ({
      isExample: true,
      back: '/programmes/prg_1#outward-words',
    }),
    'words that say too much': ({ cast, frame }) => ({
      seen: [
        {
          ...seenBy(cast, frame.locale),
          found: [
            { where: 'summary', kind: 'forbidden-word', word: 'Learning', severity: 'error' },
            { where: 'body', kind: 'forbidden-word', word: 'session', severity: 'warning' },
          ],
        },
      ],
    }),
  },
})

/** An event as it goes to the executive. */
export function seenMail(cast: Cast, locale: 'en' | 'fr'): SeenMail {
  const text = locale === 'fr' ? 'Voici l’horaire.' : 'Here is the time.'
  return {
    ...{ kind: 'calendar', reader: 'executive', name: cast.executive },
    ...{ from: 'Nadia H. via Northwind <hidden@reply.sotto.example>', to: 'c.bernard@northwind.example' },
    ...{ subject: '1:1', text, octets: 6200 },
    event: {
      ...{ summary: '1:1', description: text },
      ...{ location: 'Room 4.12', url: null, time: HELD[0] },
    },
    parts: ['multipart/mixed', 'multipart/alternative', 'text/plain', 'text/html', 'text/calendar'],
    found: [],
  }
}

function seenBy(cast: Cast, locale: 'en' | 'fr'): AsSeen {
  return { ...seenMail(cast, locale), source: '/deliveries/let_1/source' }
}

export const mails: Chapter = {
  title: 'Mail and files',
  specimens: [deliveries, asSeen, received, strangers, imports, seen, done],
}
