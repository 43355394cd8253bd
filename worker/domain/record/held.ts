/** The parts of a person's own record. */
export type RecordPart = 'you' | 'arranged' | 'written' | 'mails' | 'keys' | 'who-looked' | 'requests'

type Held = RecordPart | { readonly not: string }

const ACTS = 'says what somebody did as a manager; what came of it stands in the record of whom it is about'
const CLOCK = 'the same as the rows it was made from; it only keeps two dates from overlapping'

/**
 * Every column of the schema that points to a person: in which part of his record it stands, or why in none. A test
 * compares it with the schema.
 */
export const HELD: Readonly<Record<string, Held>> = {
  'people.id': 'you',
  'addresses.person_id': 'you',
  'memberships.person_id': 'you',
  'members.person_id': 'you',
  'members.reports_to': 'you',
  'members.deputy_id': { not: 'a manager’s own setting, on her own page' },
  'assistants.executive_id': 'you',
  'assistants.assistant_id': 'you',
  'owners.person_id': 'you',
  'availability.person_id': 'you',
  'busy_feeds.person_id': 'you',
  'busy_feeds.assistant_id': {
    not: 'that an assistant gave it stands in the record of whose calendar it is',
  },
  'diaries.person_id': { not: 'a number that counts changes, and nothing else' },
  'claims.person_id': { not: CLOCK },
  'guide_reads.person_id': { not: 'that a page was read once; the page itself says so' },
  'test_invites.person_id': { not: 'a test of his own calendar, of nothing that was arranged' },
  'sessions.mentor_id': 'arranged',
  'sessions.executive_id': 'arranged',
  'pairings.mentor_id': 'arranged',
  'pairings.executive_id': 'arranged',
  'invites.person_id': 'arranged',
  'proposals.person_id': 'arranged',
  'offers.asked_id': { not: 'that he was asked stands among the mails, with the day' },
  'offers.answered_by': 'arranged',
  'offers.why_said_by': 'arranged',
  'plan_rows.mentor_id': { not: 'a draft of a manager, for minutes; what came of it stands among the dates' },
  'outcomes.logged_by': 'written',
  'outcomes.executive_id': 'written',
  'wishes.person_id': 'written',
  'pulses.person_id': 'written',
  'pairing_notes.written_by': {
    not: 'by the table of who sees what, a managers’ note is the managers’ alone',
  },
  'restores.resumed_by': { not: ACTS },
  'tombstones.person_id': 'requests',
  'tombstones.by_id': { not: ACTS },
  'private_notes.person_id': { not: 'his own words of a session, sealed: he reads them on its page' },
  'events.actor_id': {
    not: 'the history of changes is the managers’; who chose the blockers is told beside them',
  },
  'outbox.person_id': 'mails',
  'received.person_id': 'mails',
  'received.settled_by': { not: ACTS },
  'suppressions.person_id': 'mails',
  'suppressions.cleared_by': { not: ACTS },
  'links.person_id': 'keys',
  'sign_ins.person_id': 'keys',
  'feeds.person_id': 'keys',
  'api_keys.person_id': { not: 'his own keys of the API: he reads and ends them on their page' },
  'webhooks.person_id': { not: 'her own webhooks: she reads and ends them on their page' },
  'kept_forms.person_id': { not: 'what he typed himself, sealed, for a day, and read by nobody else' },
  'access_log.subject_id': 'who-looked',
  'access_log.actor_id': { not: 'stands in the record of whose page he opened' },
  'record_requests.person_id': 'requests',
  'record_requests.answered_by': 'requests',
  'imports.made_by': { not: ACTS },
  'plans.made_by': { not: ACTS },
  'report_links.made_by': { not: ACTS },
  'report_links.ended_by': { not: ACTS },
  'snoozes.made_by': { not: ACTS },
  'undos.by_id': { not: ACTS },
}
