/** The last migration of the previous release. */
export const LAST_RELEASED_MIGRATION = '20261124190100_hand_overs.sql'

/** New names of tables that later migrations rename. */
export const NOW_CALLED: Readonly<Record<string, string>> = { requests: 'idempotency_keys' }
/** New names of renamed columns. */
export const COLUMN_NOW: Readonly<Record<string, string>> = { effect: 'dedupe_key' }

/**
 * An installation of that release, with rows in every table. Nadia manages Northwind and owns both programmes, Rita
 * manages Fabrikam; Claude is an executive in both, Tom his mentor in Northwind, Ugo in Fabrikam; Odile answers.
 */
export const RELEASED_ROWS: readonly string[] = [
  `INSERT INTO people (id, name, email, zone, locale, unit, reports_to, blockers, rules, reply_address, created_at) VALUES
    ('per_nadia', 'Nadia Haddad', 'nadia@nw.example', 'Europe/Paris', 'en', NULL, NULL, '[]', '{}', 'a1@reply.example', 1),
    ('per_rita', 'Rita Novak', 'rita@fk.example', 'Europe/Prague', 'en', NULL, NULL, '[]', '{}', 'a2@reply.example', 2),
    ('per_boss', 'Berta Boss', 'berta@nw.example', 'Europe/Paris', 'fr', 'Board', NULL, '[]', '{}', 'a3@reply.example', 3),
    ('per_claude', 'Claude Bernard', 'claude@nw.example', 'Europe/Paris', 'fr', 'Sales', 'per_boss', '["booked"]',
      '{"minutes":25,"formats":["fmt_read"]}', 'a4@reply.example', 4),
    ('per_tom', 'Tom Leroy', 'tom@nw.example', 'Europe/Paris', 'en', 'IT', 'per_claude', '[]', '{"perWeek":3}', 'a5@reply.example', 5),
    ('per_ugo', 'Ugo Conti', 'ugo@fk.example', 'Europe/Rome', 'en', NULL, NULL, '[]', '{}', 'a6@reply.example', 6),
    ('per_odile', 'Odile Martin', 'odile@nw.example', 'Europe/Paris', 'fr', NULL, NULL, '[]', '{}', 'a7@reply.example', 7)`,
  `INSERT INTO addresses (address, person_id) SELECT email, id FROM people`,
  `INSERT INTO addresses (address, person_id) VALUES ('c.bernard@nw.example', 'per_claude')`,
  `INSERT INTO diaries (person_id, version) SELECT id, 3 FROM people`,
  `INSERT INTO programmes (id, name, short_name, policy, created_at, ends_on) VALUES
    ('prg_northwind', 'Northwind leadership', 'Northwind', '{"cadence":14}', 1, '2027-06-30'),
    ('prg_fabrikam', 'Fabrikam circle', 'Fabrikam', '{}', 2, NULL)`,
  `INSERT INTO memberships (programme_id, person_id, role, since) VALUES
    ('prg_northwind', 'per_nadia', 'owner', 9), ('prg_fabrikam', 'per_nadia', 'owner', 8),
    ('prg_northwind', 'per_nadia', 'manager', 9), ('prg_fabrikam', 'per_rita', 'manager', 9),
    ('prg_northwind', 'per_boss', 'sponsor', 9), ('prg_northwind', 'per_claude', 'executive', 9),
    ('prg_fabrikam', 'per_claude', 'executive', 9), ('prg_northwind', 'per_tom', 'mentor', 9),
    ('prg_northwind', 'per_tom', 'executive', 10), ('prg_fabrikam', 'per_ugo', 'mentor', 9),
    ('prg_northwind', 'per_odile', 'assistant', 9)`,
  `INSERT INTO assistants (executive_id, assistant_id, from_at, until_at) VALUES
    ('per_claude', 'per_odile', 20, NULL), ('per_tom', 'per_odile', 5, 15)`,
  `INSERT INTO formats (id, programme_id, position, standard, words, outward_title, minutes, link, archived_at, made_at) VALUES
    ('fmt_read', 'prg_northwind', 0, 'read-with-me', NULL, 'Monthly look', 25, 'https://nw.example/a', NULL, 9),
    ('fmt_own', 'prg_northwind', 1, NULL, '{"name":"Own","prompts":[],"avoid":""}', NULL, NULL, NULL, 99, 9),
    ('fmt_other', 'prg_fabrikam', 0, 'read-with-me', NULL, NULL, NULL, NULL, NULL, 9)`,
  `INSERT INTO pairings (id, programme_id, mentor_id, executive_id, kind, status, place, override_reason, created_at, follows, last_met) VALUES
    ('pai_old', 'prg_northwind', 'per_ugo', 'per_claude', 'mentoring', 'ended', NULL, NULL, 9, NULL, NULL),
    ('pai_nw', 'prg_northwind', 'per_tom', 'per_claude', 'mentoring', 'active', '{"kind":"room","room":"12B"}', 'asked for', 10, 'pai_old', 5),
    ('pai_fk', 'prg_fabrikam', 'per_ugo', 'per_claude', 'workshop', 'active', NULL, NULL, 10, NULL, NULL)`,
  `INSERT INTO availability (person_id, zone, weekly, exceptions) VALUES ('per_tom', 'Europe/Paris', '[{"day":1,"from":540,"to":720}]', '[]')`,
  `INSERT INTO claims (person_id, starts_at, ends_at, session_id, held_until) VALUES
    ('per_tom', 1800000000000, 1800001500000, 'ses_fixed', NULL), ('per_claude', 1800000000000, 1800001500000, 'ses_fixed', NULL),
    ('per_ugo', 1800100000000, 1800101500000, 'ses_offered', 1800000000000)`,
  `INSERT INTO sessions (id, pairing_id, programme_id, mentor_id, executive_id, status, starts_at, ends_at, wall, minutes, zone,
      place, bumps, version, not_before, created_at, passed, format_id) VALUES
    ('ses_fixed', 'pai_nw', 'prg_northwind', 'per_tom', 'per_claude', 'fixed', 1800000000000, 1800001500000, '2027-01-15T09:00',
      25, 'Europe/Paris', NULL, 1, 4, NULL, 11, 0, 'fmt_read'),
    ('ses_offered', 'pai_fk', 'prg_fabrikam', 'per_ugo', 'per_claude', 'offered', NULL, NULL, NULL, 30, 'Europe/Paris',
      NULL, 0, 1, NULL, 12, 0, 'fmt_other'),
    ('ses_held', 'pai_nw', 'prg_northwind', 'per_tom', 'per_claude', 'happened', 1790000000000, 1790001500000, '2026-09-21T17:33',
      25, 'Europe/Paris', NULL, 0, 3, NULL, 10, 0, 'fmt_own')`,
  `INSERT INTO offers (id, session_id, status, asked_id, held_until, made_at, answered_option, answered_by, answered_via, answered_at) VALUES
    ('off_1', 'ses_fixed', 'answered', 'per_odile', 20, 11, 'opt_1', 'per_odile', 'link', 12),
    ('off_2', 'ses_offered', 'open', 'per_claude', 1800000000000, 12, NULL, NULL, NULL, NULL)`,
  `INSERT INTO options (id, offer_id, starts_at, ends_at, origin) VALUES
    ('opt_1', 'off_1', 1800000000000, 1800001500000, 'found'), ('opt_2', 'off_2', 1800100000000, 1800101500000, 'own')`,
  `INSERT INTO invites (id, session_id, person_id, uid, organizer, sequence, partstat, live, stamped_at, answer) VALUES
    ('inv_1', 'ses_fixed', 'per_claude', 'uid-1@sotto', 'a4@reply.example', 1, 'ACCEPTED', 1, 13, '{"at":14}')`,
  `INSERT INTO events (subject, version, at, actor_id, door, code, detail) VALUES
    ('ses_fixed', 1, 11, 'per_nadia', 'manager', 'offered', '{}'), ('ses_fixed', 2, 12, 'per_odile', 'link', 'booked', '{"option":"opt_1"}')`,
  `INSERT INTO outbox (id, effect, person_id, session_id, letter, state, attempts, due_at, lease_until, sent_at, provider_id, error, created_at) VALUES
    ('let_1', 'invite:inv_1:1', 'per_claude', 'ses_fixed', '{"id":"let_1","kind":"calendar"}', 'sent', 1, 12, NULL, 13, 'p-1', NULL, 12),
    ('let_2', 'offer:off_2', 'per_claude', 'ses_offered', '{"id":"let_2","kind":"offer"}', 'waiting', 0, 12, 99, NULL, NULL, NULL, 12),
    ('let_3', 'sign-in:sgn_1', 'per_nadia', NULL, '{"id":"let_3","kind":"sign-in"}', 'failed', 10, 12, NULL, NULL, NULL, 'timeout', 12),
    ('let_4', 'again:let_4', 'per_tom', 'ses_fixed', '{"id":"let_4","kind":"calendar"}', 'stopped', 1, 12, NULL, NULL, NULL, 'bounced-5.1.1', 12)`,
  `INSERT INTO outcomes (id, session_id, result, starts_at, ends_at, last_done, benefit, evidence, needs_manager, logged_by, logged_at, replaced, executive_id) VALUES
    ('out_1', 'ses_held', 'happened', 1790000000000, 1790001500000, 'partly', 'scale', 'reading', 1, 'per_tom', 15, 0, 'per_claude')`,
  `INSERT INTO commitments (id, pairing_id, session_id, words, due_on, done, made_at, replaced) VALUES
    ('com_0', 'pai_nw', 'ses_held', 'Seen by the mentor', NULL, 'partly', 5, 0),
    ('com_1', 'pai_nw', 'ses_held', 'Read one thread', '2026-10-01', NULL, 15, 0),
    ('com_2', 'pai_nw', 'ses_held', 'Said by the executive', NULL, 'yes', 16, 0)`,
  `INSERT INTO requests (id, fingerprint, made_at, made) VALUES ('off_1', 'f-1', 11, 'ses_fixed'), ('per_tom', 'f-2', 5, NULL)`,
  `INSERT INTO outbox (id, effect, person_id, session_id, letter, state, attempts, due_at, sent_at, created_at) VALUES
    ('let_5', 'invite:inv_2:1', 'per_tom', 'ses_fixed',
      '{"id":"let_5","kind":"calendar","linkId":"lnk_tom_now","reader":{"email":"tom@nw.example"}}', 'sent', 1, 12, 13, 12),
    ('let_6', 'invite:inv_2:0', 'per_tom', 'ses_fixed',
      '{"id":"let_6","kind":"calendar","linkId":"lnk_tom_before","reader":{"email":"tom@old.example"}}', 'sent', 1, 11, 12, 11),
    ('let_7', 'offers:let_7', 'per_rita', NULL,
      '{"id":"let_7","kind":"offers","linkId":null,"reader":{"email":"rita@fk.example"},"offers":[{"linkId":"lnk_rita"}]}',
      'sent', 1, 11, 12, 11),
    ('let_8', 'sign-in:sgn_tom', 'per_tom', NULL,
      '{"id":"let_8","kind":"sign-in","linkId":"lnk_s","reader":{"email":"tom@old.example"}}', 'sent', 1, 11, 12, 11)`,
  `INSERT INTO links (id, token_hash, purpose, person_id, session_id, offer_id, expires_at, revoked_at) VALUES
    ('lnk_1', 'h-1', 'answer', 'per_odile', 'ses_offered', 'off_2', 99, NULL),
    ('lnk_tom_now', 'h-4', 'invite', 'per_tom', 'ses_fixed', NULL, 99, NULL),
    ('lnk_tom_before', 'h-5', 'invite', 'per_tom', 'ses_fixed', NULL, 99, NULL),
    ('lnk_tom_unknown', 'h-6', 'log', 'per_tom', 'ses_fixed', NULL, 99, NULL),
    ('lnk_rita', 'h-7', 'answer', 'per_rita', 'ses_offered', 'off_2', 99, NULL)`,
  `INSERT INTO sign_ins (id, token_hash, person_id, asked_at, link_until, used_at, until_at, ended_at) VALUES
    ('sgn_1', 'h-2', 'per_nadia', 10, 20, 11, 99, NULL), ('sgn_tom', 'h-8', 'per_tom', 10, 20, NULL, 99, NULL)`,
  `INSERT INTO counters (key, window, count) VALUES ('k', 1, 2)`,
  `INSERT INTO access_log (at, actor_id, role, subject_id, route) VALUES
    (16, 'per_nadia', 'manager', 'per_claude', 'GET /people/:id'), (17, 'per_rita', 'manager', 'per_claude', 'GET /people/:id')`,
  `INSERT INTO received (id, fingerprint, at, person_id, session_id, class, reading, state, why, settled_by, settled_at) VALUES
    ('rcv_1', 'm-1', 14, 'per_claude', 'ses_fixed', 'reply', '{"partstat":"ACCEPTED"}', 'applied', NULL, NULL, NULL)`,
  `INSERT INTO proposals (id, session_id, person_id, starts_at, ends_at, via, at, state) VALUES
    ('ctr_1', 'ses_fixed', 'per_claude', 1800200000000, 1800201500000, 'calendar', 14, 'waiting')`,
  `INSERT INTO reasons (subject, version, words) VALUES ('ses_fixed', 2, 'agreed')`,
  `INSERT INTO suppressions (address, person_id, since, kind, detail) VALUES ('tom@nw.example', 'per_tom', 15, 'permanent', '5.1.1')`,
  `INSERT INTO feeds (person_id, link_id, token_hash, made_at) VALUES ('per_tom', 'lnk_f', 'h-3', 9)`,
  `INSERT INTO busy_feeds (person_id, url, state, since) VALUES ('per_tom', 'https://nw.example/tom.ics', 'known', 9)`,
  `INSERT INTO plans (id, programme_id, made_by, made_at, stand_ins, left_over) VALUES ('pln_1', 'prg_northwind', 'per_nadia', 9, 0, '[]')`,
  `INSERT INTO plan_rows (plan_id, pairing_id, position, mentor_id, offer_id, minutes, options, state) VALUES
    ('pln_1', 'pai_nw', 0, 'per_tom', 'off_p', 25, '[]', 'open')`,
  `INSERT INTO snoozes (programme_id, key, until_at, made_at, made_by) VALUES ('prg_northwind', 'declined:ses_fixed', 99, 9, 'per_nadia')`,
  `INSERT INTO wishes (pairing_id, kind, person_id, at) VALUES ('pai_nw', 'pause', 'per_claude', 9)`,
  `INSERT INTO pulses (pairing_id, person_id, phase, asked_at) VALUES ('pai_nw', 'per_claude', 'midway', 9)`,
  `INSERT INTO totals (programme_id, fixed, held, minutes, median_days, bumps, executives, scale, align, filters) VALUES
    ('prg_fabrikam', 1, 2, 3, 4.5, 5, 6, 7, 8, 9)`,
]
