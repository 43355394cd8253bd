import type { CheckName } from '../../../../worker/domain/fsck/check.ts'

/** What is not as it must be, for whoever runs the installation. */
export const fsckEn = {
  'double-booked': 'Somebody is booked or held twice at one time.',
  'not-claimed': 'A date or an offered time is not reserved for both of its people.',
  'claimed-for-nothing': 'Time is reserved for which there is no date and no offer.',
  'link-shared':
    'A link of a mentor’s list serves two sessions on one day, or stands on another day than its session.',
  'diary-missing': 'Somebody has no diary of his own.',
  'address-astray': 'Somebody has no first address, or is not found by it.',
  'minutes-astray': 'A date does not last as long as its session says.',
  'open-after-end': 'An offer or a date stands in a pairing that has ended.',
  'two-open-sessions': 'A pairing has two open sessions.',
  'wrong-people': 'A session or an invite is not of the people of its pairing.',
  'offer-astray':
    'An offer is open on a session that waits for none, or was answered with a time of another.',
  'log-astray': 'What is logged of a session is not what the session says.',
  'bumps-miscounted': 'Bumps of a session are counted wrongly.',
  'totals-miscounted': 'The totals of a closed programme are not what its sessions add up to.',
  'events-missing': 'The history of a session has a gap, or ends before the session’s version.',
  'state-astray': 'A session is not as its history ends.',
  'letter-doubled': 'One revision of an invite was written twice, or to somebody else.',
  'sequence-falls':
    'Emails about one calendar entry left in the wrong order, or with a number nobody decided.',
  'invite-after-cancellation': 'An invite was written after the cancellation of the same calendar entry.',
  'letter-state':
    'An email is in a state that cannot be: leased and done, sent at no time, or empty and waiting.',
  'not-invited': 'A date to come has somebody without an invite.',
  'invite-unsent': 'An invite was neither sent in its last revision, nor does an email with it wait.',
  'cancellation-unsent': 'A calendar had an invite that is over, and no cancellation of it was written.',
  'offer-unsent': 'Times are offered in no email.',
  'timer-orphaned': 'An automatic task is about something that is not there.',
  'timer-missing': 'Automatic tasks are not those that are due by the rules.',
  'access-outlives': 'A link, a sign-in or a calendar is open for somebody who has no place here any more.',
  'erased-but-named': 'Somebody who was erased still has a name, an address or something of his own.',
  'key-astray': 'A request that was made once led to a session that is not there.',
  'reference-broken': 'A row points to one that is not there.',
  'access-log-changed': 'Lines of the log of access are not those that were sealed.',
  'seal-unopened': 'Sealed words do not open with a key we have.',
  'file-damaged': 'The file of the database is damaged.',
} satisfies Record<CheckName, string>
