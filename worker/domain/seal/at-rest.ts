/** What a column may hold that somebody wrote, or that is about somebody. */
export type Holds =
  | 'name'
  | 'address'
  | 'unit'
  | 'topics'
  | 'hours'
  | 'place'
  | 'format'
  | 'track'
  | 'commitment'
  | 'offer-words'
  | 'mail'
  | 'programme'
  | 'search'

type Clear = { readonly holds: readonly Holds[]; readonly why: string }

/**
 * How a table's texts stand in the database. A column that is not named is a `code`: an id, a moment, one of a fixed set
 * nobody typed it, and it says nothing but with other rows.
 */
type AtRest = {
  readonly codes?: readonly string[]
  /** Nobody reads it without a key. `beside`: what the same value says in clear, since SQL asks for it. */
  readonly sealed?: Readonly<Record<string, { readonly beside: readonly Holds[]; readonly why: string }>>
  /** Nobody turns it back. */
  readonly hashed?: Readonly<Record<string, string>>
  /** Whoever reads the database reads it. */
  readonly clear?: Readonly<Record<string, Clear>>
}

const NAMED: Clear = { holds: ['name'], why: 'lists are sorted and searched by it' }
const ADDRESSED: Clear = { holds: ['address'], why: 'it is compared with where mail comes from and goes to' }
const PLACED: Clear = {
  holds: ['place'],
  why: 'it stands in every invite and list; it goes with the programme',
}
const TOKEN = 'only its holder has the token'
const words = (why: string) => ({ words: { beside: [], why } })

/** Every text column of the schema: a test compares it, and docs/operating.md shows what is no code. */
export const AT_REST: Readonly<Record<string, AtRest>> = {
  access_log: { codes: ['actor_id', 'role', 'subject_id', 'route'] },
  addresses: { codes: ['person_id'], clear: { address: ADDRESSED } },
  assistants: { codes: ['programme_id', 'executive_id', 'assistant_id'] },
  availability: {
    codes: ['person_id', 'zone'],
    clear: {
      weekly: { holds: ['hours'], why: 'times are found with it' },
      exceptions: { holds: ['hours'], why: 'times are found with it' },
    },
  },
  busy_feeds: {
    codes: ['person_id', 'assistant_id', 'state', 'problem', 'busy', 'etag', 'last_modified'],
    sealed: { url: { beside: [], why: 'whoever has the address reads the calendar' } },
  },
  claims: { codes: ['person_id', 'session_id'] },
  commitments: {
    codes: ['id', 'pairing_id', 'session_id', 'due_on', 'done', 'said_done'],
    clear: {
      words: {
        holds: ['commitment'],
        why: 'both and the manager read it in every list until the programme ends',
      },
    },
  },
  counters: { hashed: { key: 'an address or a network that asked; by `SECRET`, since it could be guessed' } },
  diaries: { codes: ['person_id'] },
  dropped_mails: { codes: ['programme_id'] },
  events: { codes: ['subject', 'actor_id', 'door', 'code', 'detail'] },
  feeds: { codes: ['person_id', 'link_id'], hashed: { token_hash: TOKEN }, clear: { address: ADDRESSED } },
  formats: {
    codes: ['id', 'programme_id', 'standard', 'fit'],
    clear: {
      words: { holds: ['format'], why: 'the programme’s own, and of no person' },
      outward_title: { holds: ['format'], why: 'the programme’s own, and of no person' },
      link: { holds: ['format'], why: 'the programme’s own, and of no person' },
      executive_link: { holds: ['format'], why: 'the programme’s own, and of no person' },
    },
  },
  guide_reads: { codes: ['person_id'] },
  idempotency_keys: {
    codes: ['id', 'made'],
    hashed: { fingerprint: 'what was asked, to know it again; by SECRET' },
  },
  import_rows: {
    codes: ['import_id', 'fault'],
    clear: {
      cells: {
        holds: ['name', 'address', 'unit', 'hours', 'place', 'topics'],
        why: 'it is what is about to be written; a day at most',
      },
    },
  },
  imports: {
    codes: ['id', 'programme_id', 'made_by', 'counts'],
    clear: { files: { holds: ['name'], why: 'the file’s name, until it is confirmed or a day old' } },
  },
  invites: {
    codes: ['id', 'session_id', 'person_id', 'uid', 'partstat', 'answer'],
    sealed: { organizer: { beside: [], why: 'the secret address of its reader; only its host is in clear' } },
  },
  kept_forms: {
    codes: ['id', 'person_id'],
    sealed: {
      sealed: { beside: [], why: 'what was typed, for one person, for a day; by a key from `SECRET`' },
    },
  },
  links: {
    codes: ['id', 'purpose', 'person_id', 'session_id', 'offer_id'],
    hashed: { token_hash: TOKEN },
    clear: { address: ADDRESSED },
  },
  members: {
    codes: [
      'programme_id',
      'person_id',
      'reports_to',
      'blockers',
      'leaves_on',
      'notify',
      'away_until',
      'deputy_id',
    ],
    clear: {
      name: NAMED,
      short_name: NAMED,
      unit: { holds: ['unit'], why: 'mentors are suggested by it' },
      rules: { holds: ['topics', 'hours', 'format'], why: 'times and mentors are found with it' },
      notes: { holds: [], why: 'nothing writes it' },
      own_addresses: ADDRESSED,
    },
  },
  memberships: { codes: ['programme_id', 'person_id', 'role'] },
  offers: {
    codes: [
      ...['id', 'session_id', 'status', 'asked_id', 'answered_option', 'answered_by', 'answered_via'],
      ...['why_not_suited', 'why_said_by'],
    ],
    clear: {
      words: { holds: ['offer-words'], why: 'it goes out again where times are sent again; thirty days' },
    },
  },
  options: { codes: ['id', 'offer_id', 'origin', 'against'] },
  outbox: {
    codes: [
      ...['id', 'dedupe_key', 'person_id', 'session_id', 'state', 'provider_id', 'error', 'thread', 'lease'],
      'fault',
    ],
    sealed: {
      letter: { beside: ['address'], why: 'all that the letter says; to whom it goes stays in clear' },
    },
  },
  outcomes: {
    codes: [
      ...['id', 'session_id', 'result', 'last_done', 'benefit', 'evidence', 'logged_by', 'executive_id'],
      'why_not_held',
    ],
  },
  owners: { codes: ['person_id'] },
  pairing_notes: {
    codes: ['pairing_id', 'written_by'],
    sealed: words('what managers keep in mind of a pairing, for them alone'),
  },
  pairings: {
    codes: [
      ...['id', 'programme_id', 'mentor_id', 'executive_id', 'kind', 'status', 'follows', 'aim', 'track_id'],
    ],
    clear: {
      place: PLACED,
      override_reason: { holds: [], why: 'nothing writes it any more' },
      track: { holds: ['track', 'format'], why: 'a copy of the programme’s own track' },
    },
  },
  people: {
    codes: ['id', 'zone', 'locale'],
    hashed: { reply_address: 'the secret address, to know it again' },
    sealed: {
      reply_sealed: { beside: [], why: 'whoever has it answers invites; only its host is in clear' },
    },
    clear: { name: NAMED, email: ADDRESSED },
  },
  plan_rows: {
    codes: ['plan_id', 'pairing_id', 'mentor_id', 'offer_id', 'options', 'state', 'refusal'],
  },
  plans: { codes: ['id', 'programme_id', 'made_by', 'left_over', 'key_id'] },
  private_notes: {
    codes: ['session_id', 'person_id'],
    sealed: words('what a mentor keeps for himself; it names its writer'),
  },
  programmes: {
    codes: ['id', 'status', 'ends_on', 'purge_on'],
    clear: {
      name: { holds: ['programme'], why: 'of no person' },
      short_name: { holds: ['programme'], why: 'of no person' },
      policy: { holds: ['programme'], why: 'every rule reads it; of no person' },
    },
  },
  proposals: {
    codes: ['id', 'session_id', 'person_id', 'via', 'state', 'refusal'],
    clear: { words: { holds: ['mail'], why: 'it is read with the time that it came with; thirty days' } },
  },
  pulses: { codes: ['pairing_id', 'person_id', 'phase', 'worth', 'onward'] },
  questions: {
    codes: ['session_id'],
    sealed: words('what an executive asks his mentor alone'),
  },
  reasons: {
    codes: ['subject'],
    sealed: words('why somebody overrode a rule, or corrected a log'),
  },
  received: {
    codes: ['id', 'person_id', 'session_id', 'class', 'state', 'why', 'settled_by'],
    hashed: { fingerprint: 'the Message-ID, so that a mail is kept once' },
    clear: {
      reading: {
        holds: ['mail', 'name', 'address', 'programme', 'place'],
        why: 'it is looked through for whoever is erased; nothing of it once it is applied, thirty days once it is settled',
      },
      sender: ADDRESSED,
      sender_domain: ADDRESSED,
    },
  },
  record_requests: {
    codes: ['programme_id', 'person_id', 'kind', 'field', 'answer', 'answered_by'],
    sealed: {
      ...words('what somebody says is wrong about him'),
      answer_words: { beside: [], why: 'why a manager did not do it' },
    },
  },
  releases: { codes: ['programme_id', 'figures'] },
  report_links: {
    codes: ['id', 'programme_id', 'locale', 'made_by', 'ended_by'],
    hashed: { token_hash: TOKEN },
    clear: {
      label: { holds: ['name'], why: 'managers see for whom each link is; of no participant' },
      address: { holds: ['address'], why: 'managers see where each link was mailed' },
    },
  },
  api_keys: {
    codes: ['id', 'access', 'programmes', 'person_id', 'used_on'],
    hashed: { token_hash: TOKEN },
    clear: {
      name: { holds: ['name'], why: 'its maker reads what each key is for; of no participant' },
      address: ADDRESSED,
    },
  },
  webhooks: {
    codes: ['id', 'programme_id', 'person_id', 'types', 'state'],
    sealed: {
      url: { beside: [], why: 'many an address holds a secret of its own' },
      secret: { beside: [], why: 'whoever has it can write in our name' },
      old_secret: { beside: [], why: 'it signs as well, for a day' },
    },
    clear: { address: ADDRESSED },
  },
  webhook_messages: {
    codes: ['webhook_id', 'id', 'type', 'data', 'press', 'state', 'attempts'],
  },
  restores: { codes: ['resumed_by', 'waiting'] },
  seals: { hashed: { head: 'the head of the log’s chain' } },
  sending: { codes: ['error', 'refused_as', 'refused_readers'] },
  sessions: {
    codes: [
      ...[
        'id',
        'pairing_id',
        'programme_id',
        'mentor_id',
        'executive_id',
        'status',
        'wall',
        'zone',
        'format_id',
      ],
      'tried',
    ],
    clear: { place: PLACED },
  },
  sign_ins: {
    codes: ['id', 'person_id'],
    hashed: { token_hash: TOKEN },
    clear: {
      address: ADDRESSED,
      way_back: { holds: ['search'], why: 'the page that was asked for, as the browser asked for it; a day' },
    },
  },
  snoozes: { codes: ['programme_id', 'key', 'made_by'] },
  suppressions: { codes: ['person_id', 'kind', 'detail', 'cleared_by'], clear: { address: ADDRESSED } },
  alerted: { codes: ['codes', 'bad', 'mailed_codes'] },
  checked: { codes: ['broken'] },
  test_invites: { codes: ['person_id', 'uid', 'partstat', 'answer'] },
  ticks: { codes: ['cron', 'failed'] },
  timers: { codes: ['subject', 'kind', 'lane', 'said'] },
  tombstones: { codes: ['person_id', 'programme_id', 'by_id'] },
  totals: { codes: ['programme_id'] },
  tracks: {
    codes: ['id', 'programme_id', 'standard'],
    clear: {
      name: { holds: ['track'], why: 'the programme’s own, and of no person' },
      steps: { holds: ['track', 'format'], why: 'the programme’s own, and of no person' },
    },
  },
  undos: {
    codes: ['session_id', 'act', 'by_id', 'letters'],
    clear: {
      before: {
        holds: ['place', 'track', 'format', 'offer-words', 'mail', 'address'],
        why: 'what stood before a press, as those tables hold it; an hour',
      },
    },
  },
  wishes: { codes: ['pairing_id', 'kind', 'person_id'] },
}
