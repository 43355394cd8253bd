import { column, ID, OF_PROGRAMME, type TablePurpose, technical, VERSION } from './purpose.ts'

/** Of a closed programme: what is left of it. */
const total = (purpose: string) => column('totals', 'managers', purpose)

/** Programmes, what a manager settles there, the clock, files, and totals. */
export const HOUSE_PURPOSES: Readonly<Record<string, TablePurpose>> = {
  programmes: {
    about: ['nobody'],
    activity: 'house',
    columns: {
      id: ID,
      name: column('technical', 'managers', 'what the programme is called'),
      short_name: column('technical', 'managers', 'how senders name it'),
      policy: column('technical', 'managers', 'its rules and switches'),
      created_at: technical('since when'),
      status: technical('open, closing, closed'),
      ends_on: technical('the last day of its sessions'),
      closed_at: technical('when it was closed'),
      purge_on: technical('in whose night names and notes go'),
      purged_at: technical('when they went'),
      version: VERSION,
    },
  },
  snoozes: {
    about: ['manager'],
    activity: 'dates',
    columns: {
      programme_id: OF_PROGRAMME,
      key: technical('which line of Today: a kind and an id'),
      until_at: technical('until when it was put off'),
      made_at: technical('when'),
      made_by: column('work', 'managers', 'which manager did'),
      wished_at: technical('when the wish was made that it settles'),
    },
  },
  timers: {
    about: ['nobody'],
    activity: 'house',
    columns: {
      subject: technical('of what: an id'),
      kind: technical('what is to be done'),
      lane: technical('with which share of a minute'),
      due_at: technical('when'),
      ask_again_at: technical('when it was put off to'),
      tries: technical('how often it was tried'),
      said: technical('why it could not be done, as a code'),
    },
  },
  ticks: {
    about: ['nobody'],
    activity: 'house',
    columns: {
      cron: technical('which clock'),
      at: technical('when it ran last'),
      failed: technical('which of its jobs failed'),
    },
  },
  alerted: {
    about: ['nobody'],
    activity: 'house',
    columns: {
      id: ID,
      codes: technical('what of health was told to be bad: codes'),
      since: technical('since when'),
      told_at: technical('when it was told last'),
      version: technical('how often it was written'),
      bad: technical('what is bad, each since when: codes'),
      mailed_at: technical('when it was last told by mail'),
      mailed_since: technical('when it was first told by mail, as long as it is not mended'),
      mailed_codes: technical('what of health was told by mail to be bad: codes'),
    },
  },
  checked: {
    about: ['nobody'],
    activity: 'house',
    columns: {
      id: ID,
      at: technical('when the database was checked last'),
      broken: technical('which invariants did not hold, and how often: codes and counts'),
    },
  },
  imports: {
    about: ['manager'],
    activity: 'people',
    columns: {
      id: ID,
      programme_id: OF_PROGRAMME,
      made_by: column('work', 'managers', 'which manager brought the file'),
      made_at: technical('when'),
      files: column('technical', 'managers', 'the file’s name until it is confirmed, and its columns'),
      confirmed_at: technical('when it was confirmed'),
      counts: technical('how much it changed'),
    },
  },
  import_rows: {
    about: ['everybody'],
    activity: 'people',
    columns: {
      import_id: technical('of which file'),
      file: technical('which of several'),
      line: technical('which line'),
      cells: column('identity', 'managers', 'a line as it was written, until it is confirmed'),
      fault: technical('what is wrong with it, as a code'),
    },
  },
  releases: {
    about: ['nobody'],
    activity: 'totals',
    columns: {
      programme_id: OF_PROGRAMME,
      at: technical('of which month'),
      figures: column('totals', 'sponsors', 'numbers that never tell of a few people'),
    },
  },
  totals: {
    about: ['nobody'],
    activity: 'totals',
    columns: {
      programme_id: OF_PROGRAMME,
      fixed: total('dates that were fixed'),
      held: total('sessions held'),
      minutes: total('minutes together'),
      median_days: total('days between two sessions'),
      bumps: total('dates given up'),
      executives: total('how many took part'),
      scale: total('sessions that served this benefit'),
      align: total('the same'),
      filters: total('the same'),
      done_by_both: total('what was agreed and done, by both people’s word'),
    },
  },
}
