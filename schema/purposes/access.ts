import { column, ID, OF_PERSON, OF_PROGRAMME, OF_SESSION, type TablePurpose, technical } from './purpose.ts'

const LINK_ADDRESS = column('contact', 'nobody', 'to which address it went: it ends with that address')

/** What opens something, who looked, and what people ask about their own record. */
export const ACCESS_PURPOSES: Readonly<Record<string, TablePurpose>> = {
  links: {
    about: ['executive', 'assistant', 'mentor'],
    activity: 'access',
    columns: {
      id: ID,
      token_hash: technical('to recognise the secret in the link, which is not kept'),
      purpose: column('access', 'himself', 'what it opens'),
      person_id: OF_PERSON,
      session_id: OF_SESSION,
      offer_id: technical('of which offer'),
      expires_at: column('access', 'himself', 'until when'),
      revoked_at: technical('when it was ended before'),
      address: LINK_ADDRESS,
      made_at: technical('when it was made: what shows more asks for a young one'),
    },
  },
  sign_ins: {
    about: ['manager', 'mentor', 'assistant', 'sponsor'],
    activity: 'access',
    columns: {
      id: ID,
      token_hash: technical('to recognise the secret in the link, which is not kept'),
      person_id: OF_PERSON,
      asked_at: technical('when a link was asked for'),
      link_until: technical('until when it can be used'),
      used_at: column('access', 'himself', 'when it was used'),
      until_at: column('access', 'himself', 'until when the sign-in lasts'),
      ended_at: technical('when it was ended'),
      address: LINK_ADDRESS,
      trusted: column('access', 'himself', 'whether the device is the reader’s alone'),
      way_back: column('access', 'nobody', 'the page that was asked for, until the link is used'),
    },
  },
  report_links: {
    about: ['manager', 'outside'],
    activity: 'access',
    columns: {
      id: ID,
      programme_id: OF_PROGRAMME,
      token_hash: technical('to recognise the secret in the link, which is not kept'),
      label: column('identity', 'managers', 'for whom a link to the figures is, as its maker writes it'),
      locale: column('identity', 'managers', 'the language of its mail and page'),
      address: column('contact', 'managers', 'where it was mailed; empty: its maker passed it on'),
      made_by: column('work', 'managers', 'who made it: it ends with that manager’s place'),
      made_at: column('access', 'managers', 'when'),
      ends_at: column('access', 'managers', 'until when it opens the figures'),
      ended_at: column('access', 'managers', 'when it was ended before'),
      ended_by: technical('by whom: an id'),
    },
  },
  kept_forms: {
    about: ['manager', 'mentor', 'assistant'],
    activity: 'access',
    columns: {
      id: ID,
      person_id: OF_PERSON,
      kept_at: technical('when'),
      sealed: column('words', 'himself', 'what was typed when a sign-in had ended, so that it is not lost'),
    },
  },
  feeds: {
    about: ['manager', 'mentor'],
    activity: 'access',
    columns: {
      person_id: OF_PERSON,
      link_id: technical('the link by which a calendar program reads the dates'),
      token_hash: technical('to recognise its secret, which is not kept'),
      made_at: column('access', 'himself', 'since when'),
      address: LINK_ADDRESS,
    },
  },
  counters: {
    about: ['nobody'],
    activity: 'access',
    columns: {
      key: technical('whose requests are counted, or which link to the figures: hashed'),
      window: technical('in which hour'),
      count: column(
        'access',
        'managers',
        'how many, so that nobody can guess or flood; managers see how often a link to the figures was opened',
      ),
    },
  },
  idempotency_keys: {
    about: ['nobody'],
    activity: 'house',
    columns: {
      id: technical('the id that a client sent'),
      fingerprint: technical('hash of what it asked, so that a repeat is known as one'),
      made_at: technical('when'),
      made: technical('which session came of it'),
    },
  },
  access_log: {
    about: ['executive', 'mentor', 'manager', 'assistant'],
    activity: 'access',
    columns: {
      id: ID,
      at: column('access', 'who-looked', 'when somebody opened a record'),
      actor_id: column('access', 'who-looked', 'who'),
      role: column('access', 'who-looked', 'as what'),
      subject_id: column('access', 'who-looked', 'whose record'),
      route: column('access', 'who-looked', 'at what: the pattern of a page, never its address'),
    },
  },
  seals: {
    about: ['nobody'],
    activity: 'access',
    columns: {
      up_to_id: technical('up to which line the log is sealed'),
      head: column('technical', 'himself', 'the hash by which a changed log is found'),
      at: technical('when'),
      purgeable_below: technical('which lines may be deleted'),
    },
  },
  record_requests: {
    about: ['everybody'],
    activity: 'rights',
    columns: {
      programme_id: OF_PROGRAMME,
      person_id: OF_PERSON,
      kind: column('work', 'managers', 'that somebody asks for a correction, or to be erased'),
      at: technical('when'),
      words: column('words', 'managers', 'what it should say, or what is wrong'),
      field: column('work', 'managers', 'what should be corrected: the address, the unit, something else'),
      answer: column('work', 'managers', 'what became of it'),
      answered_at: technical('when it was answered'),
      answered_by: technical('by whom: an id'),
      answer_words: column('words', 'managers', 'why it was refused'),
    },
  },
  tombstones: {
    about: ['everybody'],
    activity: 'rights',
    columns: {
      person_id: technical('who was erased: an id, so that a restored backup erases again'),
      programme_id: OF_PROGRAMME,
      at: technical('when it was asked for'),
      by_id: technical('by whom: an id'),
      erased_at: technical('when it was done'),
    },
  },
}
