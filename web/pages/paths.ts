import type { Id, Prefix } from '../../worker/domain/ids.ts'

type AnyId = Id<Prefix>

/** Parts of pages that Today leads to: free times for a date, and the form for another mentor. */
export const FREE_TIMES = 'free-times'
export const HAND_OVER = 'hand-over'
/** In a programme's rules: the words of what others read. */
export const WORDS = 'outward-words'
/** On an offer's page: what would leave. */
export const SEEN = 'as-they-see-it'
/** On a pairing's page: a booking without an offer. */
export const BOOK = 'book'
/** On a pairing's page: what its managers keep in mind. */
export const MANAGERS_NOTE = 'managers-note'
/** On Today of a programme in which nobody has met yet. */
export const FIRST_STEPS = 'first-steps'
/** The form for somebody or something new. */
export const ADD = 'add'
/** On a person's page: when he may be booked. */
export const HOURS = 'hours'
/** On a mentor's page: the mail that asks for his hours. */
export const INVITATION = 'invitation'
/** On a manager's own page: which mails she gets. */
export const MAILS = 'mails'
/** At the foot of Delivery: how the installation runs. */
export const HOW_IT_RUNS = 'how-it-runs'

/** Every address that a page links or posts to: nouns with ids, never a secret in the path. */
export const paths = {
  today: '/today',
  snoozes: '/today/snoozes',
  /** One press that does what its line proposes, or several lines at once. */
  deeds: '/today/deeds',
  undo: '/presses/undo',
  sendNow: '/presses/now',
  todayOf: (kind: string) => `/today?kind=${kind}`,
  /** Today of one programme, at one of its lines; in words that say nothing, since it stands in a mail. */
  todayLine: (programme: AnyId, line: string | null) =>
    line === null ? `/today?in=${programme}` : `/today?in=${programme}&line=${line}#${line}`,
  strangers: '/today/strangers',
  search: '/search',
  /** Where agents ask, by a key. */
  mcp: '/mcp',
  mine: '/mine',
  desk: '/desk',
  deskSession: (id: AnyId) => `/desk/sessions/${id}`,
  deskTime: (id: AnyId) => `/desk/sessions/${id}/time`,
  deskAnswers: (id: AnyId) => `/desk/sessions/${id}/answers`,
  deskOffer: (id: AnyId) => `/desk/offers/${id}/answer`,
  deskCalendar: (id: AnyId) => `/desk/executives/${id}/calendar`,
  deskTimes: (id: AnyId) => `/desk/executives/${id}/times`,
  hours: '/availability',
  guide: '/guide',
  board: '/board',
  /** Of several pairings, or of the pairings of several executives. */
  statuses: '/statuses',
  /** Of several executives. */
  blockers: '/blockers',
  calendar: '/calendar',
  activity: '/activity',
  programmes: '/programmes',
  programme: (id: AnyId) => `/programmes/${id}`,
  programmeSeen: (id: AnyId) => `/programmes/${id}/as-they-see-it`,
  programmeSource: (id: AnyId) => `/programmes/${id}/source`,
  programmeFormats: (id: AnyId) => `/programmes/${id}/formats`,
  programmeTracks: (id: AnyId) => `/programmes/${id}/tracks`,
  track: (id: AnyId) => `/tracks/${id}`,
  trackCopy: (id: AnyId) => `/tracks/${id}/copy`,
  trackArchive: (id: AnyId) => `/tracks/${id}/archive`,
  format: (id: AnyId) => `/formats/${id}`,
  formatPlace: (id: AnyId) => `/formats/${id}/place`,
  formatArchive: (id: AnyId) => `/formats/${id}/archive`,
  report: (id: AnyId) => `/programmes/${id}/report`,
  reportLinks: (id: AnyId) => `/programmes/${id}/report/links`,
  reportLinkEnd: (id: AnyId, link: AnyId) => `/programmes/${id}/report/links/${link}/revocation`,
  closure: (id: AnyId) => `/programmes/${id}/closure`,
  programmePlans: (id: AnyId) => `/programmes/${id}/plans`,
  plan: (id: AnyId) => `/plans/${id}`,
  planConfirmation: (id: AnyId) => `/plans/${id}/confirmation`,
  planRow: (id: AnyId, pairing: AnyId) => `/plans/${id}/rows/${pairing}`,

  /** Of an empty installation, by its secret. */
  claim: '/claim',
  signIn: '/sign-in',
  signInConfirmation: '/sign-in/confirmation',
  signInAgain: '/sign-in/again',
  signIns: '/sign-ins',
  keys: '/keys',
  keyEnd: (id: AnyId) => `/keys/${id}/revocation`,
  webhooks: '/webhooks',
  webhook: (id: AnyId) => `/webhooks/${id}`,
  apiDocs: '/api/docs',
  openApi: '/api/v1/openapi.json',
  signOut: '/sign-out',

  answer: '/answer',
  invite: '/invite',
  inviteFile: '/invite/calendar',
  log: '/log',
  confirm: '/confirm',
  meeting: '/meeting',
  own: '/own',
  /** All that is held about an executive; and as a file. */
  ownRecord: '/own/record',
  ownRecordFile: '/own/record/file',
  mineRecord: '/mine/record',
  mineRecordFile: '/mine/record/file',
  pulse: '/pulse',
  figures: '/figures',

  session: (id: AnyId) => `/sessions/${id}`,
  sessionSeen: (id: AnyId) => `/sessions/${id}/as-they-see-it`,
  sessionSource: (id: AnyId) => `/sessions/${id}/source`,
  sessionTime: (id: AnyId) => `/sessions/${id}/time`,
  sessionPlace: (id: AnyId) => `/sessions/${id}/place`,
  sessionFormat: (id: AnyId) => `/sessions/${id}/format`,
  sessionAnswers: (id: AnyId) => `/sessions/${id}/answers`,
  sessionUndo: (id: AnyId) => `/sessions/${id}/answers/undo`,
  sessionCancellation: (id: AnyId) => `/sessions/${id}/cancellation`,
  sessionOutcome: (id: AnyId) => `/sessions/${id}/outcome`,
  sessionCorrection: (id: AnyId) => `/sessions/${id}/correction`,
  proposalAcceptance: (id: AnyId, proposal: AnyId) => `/sessions/${id}/counters/${proposal}/acceptance`,
  proposalRefusal: (id: AnyId, proposal: AnyId) => `/sessions/${id}/counters/${proposal}/refusal`,

  pairings: '/pairings',
  suggestions: '/suggestions',
  suggestionsAccepted: '/suggestions/acceptance',
  pairing: (id: AnyId) => `/pairings/${id}`,
  pairingEnding: (id: AnyId) => `/pairings/${id}/ending`,
  pairingPulse: (id: AnyId) => `/pairings/${id}/pulse`,
  pairingNote: (id: AnyId) => `/pairings/${id}/note`,
  handOver: (id: AnyId) => `/pairings/${id}/hand-over`,
  offer: (id: AnyId) => `/pairings/${id}/offer`,
  offers: (id: AnyId) => `/pairings/${id}/offers`,
  booking: (id: AnyId) => `/pairings/${id}/sessions`,

  received: (id: AnyId) => `/received/${id}`,
  deliveries: '/deliveries',
  deliveriesRetry: '/deliveries/retry',
  deliveriesTest: '/deliveries/test',
  testInvite: '/deliveries/test-invite',
  deliveriesResumption: '/deliveries/resumption',
  deliverySeen: (id: AnyId) => `/deliveries/${id}/as-they-see-it`,
  deliverySource: (id: AnyId) => `/deliveries/${id}/source`,
  deliveryRetry: (id: AnyId) => `/deliveries/${id}/retry`,
  deliveryAddress: (id: AnyId) => `/deliveries/${id}/address`,

  imports: '/imports',
  import: (id: AnyId) => `/imports/${id}`,
  importConfirmation: (id: AnyId) => `/imports/${id}/confirmation`,
  exported: (programme: AnyId, kind: string, separator: string) =>
    `/programmes/${programme}/export?kind=${kind}&separator=${separator}`,

  people: '/people',
  newPerson: (role: string) => `/people?new=${role}#${ADD}`,
  person: (id: AnyId) => `/people/${id}`,
  /** The page with one of its forms open. */
  personEditing: (id: AnyId, section: string) => `/people/${id}?edit=${section}#${section}`,
  personHours: (id: AnyId) => `/people/${id}/availability`,
  personPresets: (id: AnyId) => `/people/${id}/presets`,
  personRules: (id: AnyId) => `/people/${id}/rules`,
  personClosedWeeks: (id: AnyId) => `/people/${id}/closed-weeks`,
  personCalendars: (id: AnyId) => `/people/${id}/calendars`,
  personBusyFeed: (id: AnyId) => `/people/${id}/busy-feed`,
  feed: '/feed',
  feedRevocation: '/feed/revocation',
  departure: (id: AnyId) => `/people/${id}/departure`,
  erasure: (id: AnyId) => `/people/${id}/erasure`,
  personMails: (id: AnyId) => `/people/${id}/mails`,
  personInvitation: (id: AnyId) => `/people/${id}/invitation`,
  personAssistants: (id: AnyId) => `/people/${id}/assistants`,
} as const
