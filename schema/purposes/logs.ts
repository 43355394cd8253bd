import { column, ID, OF_PAIRING, OF_PERSON, OF_SESSION, type TablePurpose, technical } from './purpose.ts'

/** What is said after and before a session, and what was changed by whom. */
export const LOG_PURPOSES: Readonly<Record<string, TablePurpose>> = {
  outcomes: {
    about: ['executive', 'mentor'],
    activity: 'learning',
    columns: {
      id: ID,
      session_id: OF_SESSION,
      result: column('calendar', 'time', 'happened, cut short, did not happen, moved'),
      starts_at: column('calendar', 'time', 'the hour that is logged'),
      ends_at: column('calendar', 'time', 'its end'),
      last_done: column(
        'learning',
        'commitment',
        'whether what was agreed last time was done, as the mentor saw it',
      ),
      benefit: column('learning', 'stage', 'what the hour served: one of three words, optional'),
      evidence: column(
        'learning',
        'stage',
        'what the executive was seen doing: one of four words, optional; not asked where stages are off',
      ),
      needs_manager: column('learning', 'needs-manager', 'that the mentor asks the manager to look'),
      logged_by: column('work', 'mentor-name', 'who logged it'),
      logged_at: technical('when; a manager is told of a session that is not logged a day later'),
      replaced: technical('another log took its place'),
      executive_id: technical('whose stage it counts for'),
      why_not_held: column('answers', 'why', 'why it did not happen: a code of five'),
    },
  },
  commitments: {
    about: ['executive'],
    activity: 'learning',
    columns: {
      id: ID,
      pairing_id: OF_PAIRING,
      session_id: OF_SESSION,
      words: column('words', 'commitment', 'what the executive means to do, 140 characters at most'),
      due_on: column('learning', 'commitment', 'until when'),
      done: column('learning', 'commitment', 'whether it was done, as the mentor saw it'),
      made_at: technical('when it was agreed'),
      replaced: technical('another took its place'),
      nudged_at: technical('when he was reminded, once, where he agreed to that'),
      said_done: column('learning', 'commitment', 'whether it was done, as the executive says'),
    },
  },
  questions: {
    about: ['executive'],
    activity: 'learning',
    columns: {
      session_id: OF_SESSION,
      words: column('words', 'question', 'what the executive asks his mentor before a session'),
      written_at: technical('when'),
    },
  },
  private_notes: {
    about: ['executive', 'mentor'],
    activity: 'learning',
    columns: {
      session_id: OF_SESSION,
      person_id: OF_PERSON,
      words: column(
        'words',
        'private-note',
        'what a mentor keeps for himself of a session, where the programme allows it',
      ),
      written_at: technical('when'),
    },
  },
  events: {
    about: ['everybody'],
    activity: 'dates',
    columns: {
      subject: technical('what was changed: the id of a session, pairing, person or programme'),
      version: technical('its version then'),
      at: column('calendar', 'history', 'when'),
      actor_id: column('work', 'history', 'who did it'),
      door: column('work', 'history', 'by which way: page, link, calendar, clock'),
      code: column('work', 'history', 'what was done: a code'),
      detail: column('calendar', 'history', 'ids, codes and moments; never names or words'),
    },
  },
  reasons: {
    about: ['executive', 'mentor'],
    activity: 'dates',
    columns: {
      subject: technical('to which change it belongs'),
      version: technical('the same'),
      words: column(
        'words',
        'managers',
        'why a manager overrode a rule, corrected a log or let a word through',
      ),
    },
  },
}
