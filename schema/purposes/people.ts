import { column, ID, OF_PERSON, OF_PROGRAMME, type TablePurpose, technical, VERSION } from './purpose.ts'

/** Who takes part, and how and when somebody is reached. */
export const PEOPLE_PURPOSES: Readonly<Record<string, TablePurpose>> = {
  people: {
    about: ['everybody'],
    activity: 'people',
    columns: {
      id: ID,
      name: column('identity', 'managers', 'to address and name the person where no programme is known'),
      email: column('contact', 'managers', 'to write to the person, and to know whose answer a mail is'),
      zone: column('calendar', 'managers', 'to show and offer times by the person’s own clock'),
      locale: column('identity', 'managers', 'the language of mails and pages'),
      reply_address: technical('to recognise the secret address to which the person’s calendar answers'),
      created_at: technical('since when the person is known'),
      version: VERSION,
      reply_sealed: column('contact', 'nobody', 'the secret address to which the person’s calendar answers'),
    },
  },
  addresses: {
    about: ['everybody'],
    activity: 'people',
    columns: {
      address: column(
        'contact',
        'managers',
        'an address or alias from which an answer counts as the person’s',
      ),
      person_id: OF_PERSON,
    },
  },
  memberships: {
    about: ['everybody'],
    activity: 'people',
    columns: {
      programme_id: OF_PROGRAMME,
      person_id: OF_PERSON,
      role: column(
        'work',
        'managers',
        'what the person is in the programme; decides what the person may see',
      ),
      since: technical('from when'),
    },
  },
  members: {
    about: ['everybody'],
    activity: 'people',
    columns: {
      programme_id: OF_PROGRAMME,
      person_id: OF_PERSON,
      name: column('identity', 'managers', 'the name as this programme writes it'),
      short_name: column('identity', 'managers', 'how calendar titles name the person'),
      unit: column('work', 'managers', 'to tell people apart, and to find a mentor from elsewhere'),
      reports_to: column('work', 'managers', 'so that nobody is paired within a reporting line'),
      blockers: column(
        'learning',
        'stage',
        'what gets in the executive’s way, as somebody chose: sets length, notice and channel',
      ),
      rules: column(
        'calendar',
        'managers',
        'the person’s own rules: length, notice, trips, never-times, telephone number, wording, topics',
      ),
      notes: column('words', 'managers', 'free text of the managers about the person'),
      version: VERSION,
      leaves_on: column('work', 'managers', 'the last day in the programme, so that no date lies after it'),
      leaving_since: technical('when the last day was set'),
      left_at: technical('when the membership ended'),
      notify: column('mail', 'himself', 'which mails a manager wants'),
      away_until: column('calendar', 'himself', 'until when a manager’s mails go to her deputy'),
      deputy_id: column('work', 'himself', 'who that is'),
      own_addresses: column(
        'contact',
        'managers',
        'by which this programme alone writes to the person; empty: the addresses that all share',
      ),
    },
  },
  assistants: {
    about: ['executive', 'assistant'],
    activity: 'people',
    columns: {
      programme_id: OF_PROGRAMME,
      executive_id: column('work', 'managers', 'for whom somebody answers'),
      assistant_id: column('work', 'managers', 'who answers'),
      from_at: technical('from when'),
      until_at: technical('until when; an answer after that does not count'),
    },
  },
  owners: {
    about: ['manager'],
    activity: 'house',
    columns: {
      person_id: column('work', 'owner', 'who runs the installation'),
      since: technical('from when'),
    },
  },
  availability: {
    about: ['mentor', 'executive'],
    activity: 'dates',
    columns: {
      person_id: OF_PERSON,
      zone: column('calendar', 'managers', 'the clock of these hours'),
      weekly: column('calendar', 'managers', 'when the person can be booked'),
      exceptions: column(
        'calendar',
        'managers',
        'days that differ: holidays, other hours; no reason is asked',
      ),
    },
  },
  busy_feeds: {
    about: ['mentor', 'executive'],
    activity: 'dates',
    columns: {
      person_id: OF_PERSON,
      url: column(
        'calendar',
        'managers',
        'the published calendar that a mentor, a manager for him, an executive or his assistant gave to be read',
      ),
      state: technical('whether it can be read'),
      since: technical('since when'),
      problem: technical('why not, as a code'),
      busy: column(
        'calendar',
        'managers',
        'when the person is busy: beginnings and ends, never a title, place or guest',
      ),
      tried_at: technical('last try'),
      read_at: technical('last reading'),
      etag: technical('so that an unchanged calendar is not read again'),
      last_modified: technical('the same'),
      assistant_id: column(
        'work',
        'himself',
        'which assistant gave it, so that the executive reads that one did',
      ),
    },
  },
  diaries: {
    about: ['mentor', 'executive'],
    activity: 'dates',
    columns: { person_id: OF_PERSON, version: VERSION },
  },
  guide_reads: {
    about: ['mentor'],
    activity: 'learning',
    columns: {
      person_id: OF_PERSON,
      read_at: column('learning', 'managers', 'that a mentor has read the guide, before the first session'),
    },
  },
}
