/**
 * All bounds of input, in one place: the API, the forms and the rules use them, and a test compares them with the
 * CHECKs of the schema. Settings of a programme or person name their bounds in POLICY_FIELDS or RULE_FIELDS.
 */
export type Range = { readonly least: number; readonly most: number }

/** Both ends included. */
export function isWithin(value: number, { least, most }: Range): boolean {
  return value >= least && value <= most
}

// Sessions and offers
export const SESSION_MINUTES = { least: 5, most: 480 } as const
export const OPTIONS_PER_OFFER = { least: 1, most: 5 } as const
export const MAX_REASON_CHARACTERS = 500
export const MAX_OFFER_WORDS_CHARACTERS = 1000
export const MAX_COMMITMENT_CHARACTERS = 140
export const MAX_QUESTION_CHARACTERS = 280
export const MAX_PAIRING_NOTE_CHARACTERS = 2000
export const MAX_PRIVATE_NOTE_CHARACTERS = 2000
/** The furthest day to which an executive can postpone, in days from now. */
export const MAX_DAYS_LATER = 365

// Programmes
export const MAX_PROGRAMME_NAME_CHARACTERS = 200
export const MAX_PROGRAMME_SHORT_NAME_CHARACTERS = 60
export const CADENCE_DAYS = { least: 1, most: 365 } as const
export const TOLERANCE_DAYS = { least: 0, most: 90 } as const
export const NOTICE_HOURS = { least: 0, most: 720 } as const
export const HORIZON_DAYS = { least: 1, most: 365 } as const
export const BUFFER_MINUTES = { least: 0, most: 240 } as const
export const UNDO_SECONDS = { least: 0, most: 300 } as const
export const HOLD_WORKING_DAYS = { least: 1, most: 30 } as const
/** Of fewer, whoever is one of them could tell the others. */
export const REPORT_PEOPLE = { least: 3, most: 20 } as const
/** The last day of a link to the figures, in days from the day it is made. */
export const REPORT_LINK_DAYS = { least: 0, most: 366 } as const
export const MAX_REPORT_LINK_LABEL_CHARACTERS = 120
export const KEY_DAYS = { least: 0, most: 366 } as const
export const MAX_KEY_NAME_CHARACTERS = 80
export const MAX_WEBHOOK_URL_CHARACTERS = 1000
export const RETENTION_DAYS = { least: 1, most: 3650 } as const
export const MAX_BLACKOUTS = 200
export const MAX_BLACKOUT_REASON_CHARACTERS = 200
export const MAX_FORBIDDEN_WORDS = 200
export const MAX_FORBIDDEN_WORD_CHARACTERS = 60
export const MAX_STAND_INS = 20

// People
export const MAX_PERSON_NAME_CHARACTERS = 200
export const MAX_SHORT_NAME_CHARACTERS = 60
export const MAX_UNIT_CHARACTERS = 100
export const MAX_ADDRESS_CHARACTERS = 254
export const MAX_ADDRESS_LOCAL_PART_CHARACTERS = 64
export const MAX_ALIASES = 20
export const MAX_ASSISTANTS = 10
export const MAX_ROLES = 5
export const MAX_BLOCKERS = 4
export const MAX_ZONE_CHARACTERS = 64
export const SESSIONS_PER_DAY = { least: 1, most: 24 } as const
export const SESSIONS_PER_WEEK = { least: 1, most: 100 } as const
export const TRAVEL_BUFFER_MINUTES = { least: 0, most: 240 } as const
/** Working days between an offer and the first of its times. */
export const AHEAD_WORKING_DAYS = { least: 0, most: 20 } as const
/** A trip or a never rule as it is said in one line. */
export const MAX_TIME_RULE_CHARACTERS = 120
export const MAX_NEVER_WINDOWS = 50
export const MAX_TRIPS = 50
export const MAX_FIRST_FORMATS = 20
export const MAX_TOPICS = 30
export const MAX_TOPIC_CHARACTERS = 60

// Hours
export const ISO_WEEKDAYS = { least: 1, most: 7 } as const
export const MAX_WEEKLY_WINDOWS = 100
export const MAX_DATE_EXCEPTIONS = 400

// Places
export const MAX_ROOM_CHARACTERS = 200
export const MAX_MEETING_LINK_CHARACTERS = 500
/** With its 26 random characters it is a link that fits. */
export const MAX_LINK_TEMPLATE_CHARACTERS = 480
/** A day has no room for more sessions. */
export const MAX_MEETING_LINKS = 20
export const PHONE_CHARACTERS = { least: 5, most: 30 } as const

// Formats
export const MAX_FORMATS = 60
export const MAX_FORMAT_NAME_CHARACTERS = 80
export const MAX_FORMAT_PROMPTS = 6
export const MAX_FORMAT_PROMPT_CHARACTERS = 200
export const MAX_FORMAT_AVOID_CHARACTERS = 300
export const MAX_FORMAT_PREPARE_CHARACTERS = 300
export const MAX_FORMAT_DOING_CHARACTERS = 600
export const MAX_FORMAT_CARRY_ON = 3
export const MAX_FORMAT_SIGN_CHARACTERS = 200
/** Materials in words, for each side. */
export const MAX_FORMAT_TEXT_CHARACTERS = 2000
export const MAX_FORMATS_BEFORE = 5
export const MAX_FORMAT_TITLE_CHARACTERS = 60
export const MAX_FORMAT_LINK_CHARACTERS = 500
/** Counted from 0. A position after the end of the list means its end. */
export const FORMAT_LIST_PLACES = { least: 0, most: 1000 } as const

// Tracks
export const MAX_TRACKS = 40
export const MAX_TRACK_NAME_CHARACTERS = 80
export const FORMATS_PER_TRACK = { least: 3, most: 8 } as const
/** Materials in words, for each step. */
export const MAX_TRACK_TEXT_CHARACTERS = 1000

// Imports
/** Lines of one file, without its header. */
export const MAX_IMPORT_LINES = 10_000
export const MAX_IMPORT_COLUMNS = 50
/** Files that a manager brings in at once. */
export const MAX_IMPORT_FILES = 10
/** Longer than the longest list that a cell may hold. */
export const MAX_CELL_CHARACTERS = 6000
/** Pairings that exist and get another place by one import; each is a change of its own, with its mails. */
export const MAX_IMPORTED_PLACES = 40

// Busy feeds and Today
/** Lines of one kind in an answer about Today, and in its mail. */
export const MAX_LINES_PER_KIND = 200
/** Lines of one kind on the page of Today; there is a page with all of them. */
export const LINES_PER_KIND_ON_PAGE = 25
/** Lines of Today for which times are looked for; the others lead to the page that does. */
export const MAX_OFFERS_ON_TODAY = 5
export const MAX_FEED_ADDRESS_CHARACTERS = 1000
export const MAX_SNOOZE_KEY_CHARACTERS = 120

// HTTP and mail
export const MAX_BODY_OCTETS = 1_000_000
export const MAX_FIELD_CHARACTERS = 20_000
/** A list of some thousand people has a box for each; no form of ours has more. */
export const MAX_FORM_FIELDS = 5000
/** As much of a mail as is parsed; of a larger one only what people and calendars say in it. */
export const MAX_MAIL_OCTETS = 128 * 1024
/** Far more than anybody writes. Every line costs time, even a short one. */
export const MAX_MAIL_LINES = 6000
/** As far as a mail is looked at. The platform refuses one of more than 25 MB. */
export const MAX_MAIL_READ_OCTETS = 4 * 1024 * 1024
/** Path and query of the page to which a sign-in leads back. */
export const MAX_WAY_BACK_CHARACTERS = 2000
/** As much of a form as is kept while its sender signs in. */
export const MAX_KEPT_FORM_OCTETS = 64_000
export const MAX_CURSOR_CHARACTERS = 1000
export const SLOTS_PER_ANSWER = { least: 1, most: 2000 } as const
export const DEFAULT_SLOTS_PER_ANSWER = 200
export const ITEMS_PER_PAGE = { least: 1, most: 500 } as const
export const DEFAULT_DELIVERIES_PER_PAGE = 100
export const LINES_PER_LIST_PAGE = 100
/** Pairings or people that one press changes: it must stay within the database's limit of queries per request. */
export const MAX_CHOSEN = 40
/** People among whom one is chosen from a list; of more, a part of the name is written. */
export const MAX_LISTED_CHOICES = 30
export const MAX_SEARCH_CHARACTERS = 100
/** People, pairings and sessions that a search names, of each. */
export const RESULTS_PER_KIND = 10
export const EXECUTIVES_PER_SUGGESTION_PAGE = 25
export const MENTORS_PER_SUGGESTION = 5
export const LINES_PER_DELIVERY_PAGE = 50
export const LINES_PER_ACTIVITY_PAGE = 50
