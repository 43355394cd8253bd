import { DAY, HOUR } from '../time/time.ts'
import type { NightJob } from './runs.ts'
import type { TimerKind } from './timer.ts'

/** How long what goes by itself is kept, in milliseconds. */
export const KEPT_MS = {
  /** The words of a letter that was sent, superseded or retired. */
  letters: 7 * DAY,
  /** Those of one that could not be delivered, which has left Today by then. */
  undelivered: 30 * DAY,
  /** Reasons, words with an offer or a proposed time, and “of no use”. */
  reasons: 30 * DAY,
  questions: 30 * DAY,
  privateNotes: 30 * DAY,
  /** The words of a mail that somebody has settled. */
  settledMail: 30 * DAY,
  strangersMail: 30 * DAY,
  /** Who held a link stays for as long as its page says whom to write to. */
  links: 90 * DAY,
  signIns: 30 * DAY,
  /** What a webhook was told, and its calls. */
  webhookMessages: 30 * DAY,
  keptForms: DAY,
  imports: DAY,
  undos: HOUR,
  counters: DAY,
  idempotencyKeys: 30 * DAY,
  /** What was put off or settled on Today, and can show nothing there any more. */
  snoozes: 90 * DAY,
  suppressions: 30 * DAY,
  accessLog: 365 * DAY,
} as const

/** `erase`: when a person is erased, and never by itself. */
type Deleter = NightJob | Extract<TimerKind, 'purge' | 'leave' | 'repair'> | 'at-once' | 'erase'

type Rule = {
  /** Absent: the whole row goes. */
  readonly columns?: readonly string[]
  /** Null: no number of days decides it, `since` does. */
  readonly keptMs: number | null
  /** From when it counts. */
  readonly since: string
  readonly by: Deleter
}

type Kept = {
  /** What it holds of people. */
  readonly holds: string
  readonly rules: readonly Rule[]
  /** Columns with text that stay as long as their row: ids, codes, and what is said of no person. */
  readonly stays?: readonly string[]
  /** The decision that says so. */
  readonly decided: number
}

const NAMES = 'the programme is purged, and no other has the person'
const WORDS = 'the programme is purged'

const gone = (keptMs: number, since: string, by: Deleter, columns?: readonly string[]): Rule => ({
  ...(columns && { columns }),
  ...{ keptMs, since, by },
})
const purged = (since: string, columns?: readonly string[]): Rule => ({
  ...(columns && { columns }),
  ...{ keptMs: null, since, by: 'purge' },
})
const IDS = 'ids, codes and times'
const NOTHING = 'nothing'

/**
 * How long everything is kept. Each table stands here, and each of its columns with text: a test compares it with the
 * schema, and docs/operating.md shows it. A person who is erased loses all of it at once, but ids, codes and times.
 */
export const RETENTION: Readonly<Record<string, Kept>> = {
  access_log: {
    holds: 'who opened whose record, when: ids and the pattern of a route',
    rules: [gone(KEPT_MS.accessLog, 'it was sealed', 'purge-access-log')],
    decided: 71,
  },
  addresses: {
    holds: 'addresses and aliases',
    rules: [purged(NAMES)],
    decided: 73,
  },
  alerted: { holds: NOTHING, rules: [], stays: ['codes', 'bad', 'mailed_codes'], decided: 148 },
  assistants: {
    holds: 'who answered for whom, from when until when: ids',
    rules: [],
    stays: ['programme_id', 'executive_id', 'assistant_id'],
    decided: 120,
  },
  availability: { holds: 'hours, trips and zone', rules: [purged(NAMES)], decided: 73 },
  busy_feeds: {
    holds: 'the address of a published calendar, and when it is busy',
    rules: [{ keptMs: null, since: 'the person has left the last programme', by: 'leave' }, purged(NAMES)],
    decided: 83,
  },
  checked: { holds: NOTHING, rules: [], stays: ['broken'], decided: 132 },
  claims: { holds: IDS, rules: [], stays: ['person_id', 'session_id'], decided: 120 },
  commitments: {
    holds: 'what an executive meant to do',
    rules: [purged(WORDS, ['words'])],
    stays: ['id', 'pairing_id', 'session_id', 'due_on', 'done', 'said_done'],
    decided: 120,
  },
  counters: {
    holds: 'how often somebody asked: the key is hashed',
    rules: [
      gone(KEPT_MS.counters, 'its hour began', 'drop-counts'),
      { keptMs: null, since: 'the report link goes whose openings it counts', by: 'drop-tokens' },
    ],
    decided: 120,
  },
  diaries: { holds: IDS, rules: [], stays: ['person_id'], decided: 120 },
  dropped_mails: {
    holds: 'how many mails of strangers there were',
    rules: [purged(WORDS)],
    decided: 120,
  },
  events: {
    holds: 'what happened, by whom, through which door: ids, codes and times',
    rules: [],
    stays: ['subject', 'actor_id', 'door', 'code', 'detail'],
    decided: 120,
  },
  feeds: {
    holds: 'the hash of a calendar’s address, and the address of who subscribed to it',
    rules: [{ keptMs: null, since: 'the person has left the last programme', by: 'leave' }, purged(NAMES)],
    decided: 83,
  },
  formats: {
    holds: 'what sessions begin with; of no person',
    rules: [],
    stays: ['id', 'programme_id', 'standard', 'words', 'outward_title', 'link', 'fit', 'executive_link'],
    decided: 120,
  },
  guide_reads: { holds: 'that a mentor read the guide', rules: [purged(NAMES)], decided: 120 },
  idempotency_keys: {
    holds: 'the hash of what was asked once',
    rules: [gone(KEPT_MS.idempotencyKeys, 'it was asked', 'drop-counts')],
    decided: 120,
  },
  import_rows: {
    holds: 'lines of a file: names, addresses, hours',
    rules: [
      { keptMs: null, since: 'the import is confirmed', by: 'at-once' },
      gone(KEPT_MS.imports, 'the file was brought in', 'drop-imports'),
    ],
    decided: 103,
  },
  imports: {
    holds: 'who brought a file in, and what it changed: counts; until it is confirmed the file’s name',
    rules: [
      gone(KEPT_MS.imports, 'the file was brought in, where it is not confirmed', 'drop-imports'),
      purged(WORDS),
    ],
    decided: 103,
  },
  invites: {
    holds: 'answers to an event: codes and times',
    rules: [],
    stays: ['id', 'session_id', 'person_id', 'uid', 'organizer', 'partstat', 'answer'],
    decided: 120,
  },
  kept_forms: {
    holds: 'what was typed when a sign-in had ended, encrypted',
    rules: [gone(KEPT_MS.keptForms, 'it was sent', 'drop-kept-forms')],
    decided: 90,
  },
  links: {
    holds: 'the hash of a link, and to which address it went',
    rules: [gone(KEPT_MS.links, 'it ended', 'drop-tokens'), purged(NAMES, ['address'])],
    decided: 120,
  },
  members: {
    holds:
      'what a programme says of a person: name, unit, superior, blockers, rules, notes, addresses of its own',
    rules: [
      purged(NAMES, ['name']),
      purged(WORDS, [
        ...['short_name', 'unit', 'reports_to', 'blockers', 'rules', 'notes', 'own_addresses'],
        ...['notify', 'away_until', 'deputy_id'],
      ]),
    ],
    stays: ['programme_id', 'person_id', 'leaves_on'],
    decided: 73,
  },
  memberships: {
    holds: 'roles: ids and codes',
    rules: [{ keptMs: null, since: 'the person’s last day is over', by: 'leave' }],
    decided: 83,
  },
  offers: {
    holds: 'a manager’s own words with a first offer; why times did not suit: a code',
    rules: [
      gone(KEPT_MS.reasons, 'it was made', 'drop-reasons', ['words']),
      gone(KEPT_MS.reasons, 'it was made, if it is “of no use”', 'drop-reasons', ['why_not_suited']),
      purged(WORDS, ['words', 'why_not_suited', 'why_said_by']),
    ],
    stays: ['id', 'session_id', 'status', 'asked_id', 'answered_option', 'answered_by', 'answered_via'],
    decided: 96,
  },
  options: { holds: IDS, rules: [], stays: ['id', 'offer_id', 'origin', 'against'], decided: 120 },
  outbox: {
    holds: 'letters: names, addresses, words',
    rules: [
      gone(KEPT_MS.letters, 'it was sent, superseded or retired', 'purge-letters', ['letter']),
      gone(KEPT_MS.undelivered, 'it was written, where it could not be delivered', 'purge-letters', [
        'letter',
      ]),
      purged(WORDS, ['letter', 'error']),
    ],
    stays: [
      ...['id', 'dedupe_key', 'person_id', 'session_id', 'state', 'provider_id', 'thread', 'lease', 'fault'],
    ],
    decided: 120,
  },
  outcomes: {
    holds: 'how a session went: codes and times; why it did not happen: a code',
    rules: [
      gone(KEPT_MS.reasons, 'it was logged, if it is “of no use”', 'drop-reasons', ['why_not_held']),
      purged(WORDS, ['why_not_held']),
    ],
    stays: ['id', 'session_id', 'result', 'last_done', 'benefit', 'evidence', 'logged_by', 'executive_id'],
    decided: 96,
  },
  owners: { holds: IDS, rules: [], stays: ['person_id'], decided: 120 },
  pairing_notes: {
    holds: 'what managers keep in mind of a pairing',
    rules: [purged(WORDS)],
    decided: 99,
  },
  pairings: {
    holds: 'who meets whom; the place, which can be a telephone number; aim and track',
    rules: [purged(WORDS, ['place', 'override_reason', 'aim', 'track_id', 'track'])],
    stays: ['id', 'programme_id', 'mentor_id', 'executive_id', 'kind', 'status', 'follows'],
    decided: 120,
  },
  people: {
    holds: 'name, address, zone, language',
    rules: [purged(NAMES, ['name', 'email', 'zone'])],
    stays: ['id', 'locale', 'reply_address', 'reply_sealed'],
    decided: 73,
  },
  plan_rows: {
    holds: IDS,
    rules: [],
    stays: ['plan_id', 'pairing_id', 'mentor_id', 'offer_id', 'options', 'state', 'refusal'],
    decided: 120,
  },
  plans: {
    holds: IDS,
    rules: [],
    stays: ['id', 'programme_id', 'made_by', 'left_over', 'key_id'],
    decided: 120,
  },
  programmes: {
    holds: NOTHING,
    rules: [],
    stays: ['id', 'name', 'short_name', 'policy', 'status', 'ends_on', 'purge_on'],
    decided: 120,
  },
  proposals: {
    holds: 'times that somebody proposed, and the words with them',
    rules: [
      gone(KEPT_MS.reasons, 'it was made, where it is decided', 'drop-reasons', ['words']),
      purged(WORDS, ['words', 'refusal']),
    ],
    stays: ['id', 'session_id', 'person_id', 'via', 'state'],
    decided: 120,
  },
  private_notes: {
    holds: 'what a mentor keeps for himself of a session, sealed',
    rules: [gone(KEPT_MS.privateNotes, 'the session ended', 'drop-questions'), purged(WORDS)],
    decided: 119,
  },
  pulses: { holds: 'what each said of their time together', rules: [purged(WORDS)], decided: 120 },
  questions: {
    holds: 'what an executive asks his mentor',
    rules: [gone(KEPT_MS.questions, 'the session ended', 'drop-questions'), purged(WORDS)],
    decided: 96,
  },
  reasons: {
    holds: 'why somebody overrode a rule, or corrected a log',
    rules: [gone(KEPT_MS.reasons, 'it was written', 'drop-reasons'), purged(WORDS)],
    decided: 96,
  },
  record_requests: {
    holds: 'what somebody asked about his own record, and what a manager answered',
    rules: [gone(KEPT_MS.reasons, 'it was answered', 'drop-reasons'), purged(WORDS)],
    decided: 129,
  },
  releases: {
    holds: 'figures in steps, and the exact counts that the next month goes on from; of no person',
    rules: [{ keptMs: null, since: 'a newer one is released', by: 'at-once' }],
    stays: ['programme_id', 'figures'],
    decided: 121,
  },
  report_links: {
    holds:
      'the hash of a link to the figures, whom it was made for in a manager’s words, and where it was mailed',
    rules: [gone(KEPT_MS.links, 'it ended', 'drop-tokens'), purged(WORDS)],
    decided: 128,
  },
  api_keys: {
    holds: 'the hash of a key of the API, its name, and at which address its maker was signed in',
    rules: [gone(KEPT_MS.links, 'it ended', 'drop-tokens'), purged(NAMES)],
    decided: 138,
  },
  webhooks: {
    holds:
      'an address of a program and the secret that signs for it, sealed; at which address its maker was signed in',
    rules: [gone(KEPT_MS.links, 'it ended', 'drop-tokens'), purged(NAMES)],
    decided: 142,
  },
  webhook_messages: {
    holds: 'what a webhook was told, ids, codes and times; and when it was called',
    rules: [
      gone(KEPT_MS.webhookMessages, 'it was told', 'drop-tokens'),
      { keptMs: null, since: 'its webhook ends, where it was not sent', by: 'at-once' },
      purged(NAMES),
    ],
    decided: 142,
  },
  received: {
    holds: 'mail that came in: who wrote, and what',
    rules: [
      { keptMs: null, since: 'it was applied or put aside', by: 'at-once', columns: ['reading', 'sender'] },
      gone(KEPT_MS.settledMail, 'somebody settled it', 'drop-undos-and-words', [
        'reading',
        'sender',
        'sender_domain',
      ]),
      gone(KEPT_MS.strangersMail, 'it came, where a stranger wrote it', 'drop-strangers'),
      purged(WORDS, ['reading', 'sender', 'sender_domain']),
    ],
    decided: 120,
  },
  restores: {
    holds: 'when the database was restored, and who let mail go again: ids and codes',
    rules: [],
    stays: ['resumed_by', 'waiting'],
    decided: 136,
  },
  seals: { holds: NOTHING, rules: [], stays: ['head'], decided: 71 },
  sending: {
    holds: 'codes, and the ids of readers whose server refused',
    rules: [],
    stays: ['error', 'refused_as', 'refused_readers'],
    decided: 120,
  },
  sessions: {
    holds: 'who met whom, when; the place, which can be a telephone number',
    rules: [purged(WORDS, ['place'])],
    stays: [
      ...['id', 'pairing_id', 'programme_id', 'mentor_id', 'executive_id'],
      ...['status', 'wall', 'zone', 'format_id', 'tried'],
    ],
    decided: 120,
  },
  sign_ins: {
    holds: 'the hash of a sign-in, to which address its link went, and where it was to lead',
    rules: [
      gone(KEPT_MS.keptForms, 'its link was asked for', 'drop-kept-forms', ['way_back']),
      gone(KEPT_MS.signIns, 'it ended', 'drop-tokens'),
      purged(NAMES),
    ],
    decided: 120,
  },
  snoozes: {
    holds: 'which line of Today was put off or settled, by whom: ids and codes',
    rules: [gone(KEPT_MS.snoozes, 'it counted last', 'drop-settled'), purged(WORDS)],
    decided: 120,
  },
  suppressions: {
    holds: 'an address that gets no mail, and a code that says why',
    rules: [gone(KEPT_MS.suppressions, 'it was cleared or ended', 'drop-settled'), purged(NAMES)],
    decided: 120,
  },
  test_invites: {
    holds: 'that somebody tried the own calendar, and what it answered: ids, codes and times',
    rules: [purged(NAMES)],
    decided: 150,
  },
  ticks: { holds: NOTHING, rules: [], stays: ['cron', 'failed'], decided: 120 },
  timers: {
    holds: IDS,
    rules: [{ keptMs: null, since: 'nothing owes it any more', by: 'repair' }, purged(NAMES)],
    decided: 79,
  },
  tombstones: {
    holds: 'that somebody was erased, and by whom: ids',
    rules: [],
    stays: ['person_id', 'programme_id', 'by_id'],
    decided: 120,
  },
  totals: { holds: NOTHING, rules: [], stays: ['programme_id'], decided: 120 },
  tracks: {
    holds: 'in which order formats are practised; of no person',
    rules: [],
    stays: ['id', 'programme_id', 'standard', 'name', 'steps'],
    decided: 120,
  },
  undos: {
    holds: 'what stood before a press',
    rules: [gone(KEPT_MS.undos, 'it could be undone last', 'drop-undos-and-words')],
    decided: 120,
  },
  wishes: { holds: 'a wish for a rest or another mentor', rules: [purged(WORDS)], decided: 120 },
}
