import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import * as limits from '../../worker/domain/limits.ts'
import { MINUTE } from '../../worker/domain/time/time.ts'
import { freshDatabase } from '../support/database.ts'

type Bound = { readonly least?: number; readonly most: number }

const { SESSION_MINUTES } = limits
const length = { least: SESSION_MINUTES.least * MINUTE, most: SESSION_MINUTES.most * MINUTE }
const text = (most: number): Bound => ({ least: 1, most })

/** The bound of each CHECK, by its table and what it measures. */
const INPUT_BOUNDS: Readonly<Record<string, Bound>> = {
  'people.length(name)': text(limits.MAX_PERSON_NAME_CHARACTERS),
  'members.length(name)': text(limits.MAX_PERSON_NAME_CHARACTERS),
  'people.length(email)': { most: limits.MAX_ADDRESS_CHARACTERS },
  'addresses.length(address)': { most: limits.MAX_ADDRESS_CHARACTERS },
  'suppressions.length(address)': { most: limits.MAX_ADDRESS_CHARACTERS },
  'links.length(address)': { most: limits.MAX_ADDRESS_CHARACTERS },
  'sign_ins.length(address)': { most: limits.MAX_ADDRESS_CHARACTERS },
  'api_keys.length(address)': { most: limits.MAX_ADDRESS_CHARACTERS },
  'webhooks.length(address)': { most: limits.MAX_ADDRESS_CHARACTERS },
  'api_keys.length(name)': text(limits.MAX_KEY_NAME_CHARACTERS),
  'report_links.length(address)': { most: limits.MAX_ADDRESS_CHARACTERS },
  'report_links.length(label)': { most: limits.MAX_REPORT_LINK_LABEL_CHARACTERS },
  'sign_ins.length(way_back)': { most: limits.MAX_WAY_BACK_CHARACTERS },
  'feeds.length(address)': { most: limits.MAX_ADDRESS_CHARACTERS },
  'programmes.length(name)': text(limits.MAX_PROGRAMME_NAME_CHARACTERS),
  'members.length(short_name)': text(limits.MAX_SHORT_NAME_CHARACTERS),
  'programmes.length(short_name)': text(limits.MAX_PROGRAMME_SHORT_NAME_CHARACTERS),
  'pairings.length(override_reason)': { most: limits.MAX_REASON_CHARACTERS },
  'offers.length(words)': text(limits.MAX_OFFER_WORDS_CHARACTERS),
  'commitments.length(words)': text(limits.MAX_COMMITMENT_CHARACTERS),
  'sessions.minutes': SESSION_MINUTES,
  'plan_rows.minutes': SESSION_MINUTES,
  'formats.minutes': SESSION_MINUTES,
  'sessions.ends_at - starts_at': length,
  'claims.ends_at - starts_at': length,
  'options.ends_at - starts_at': length,
  'snoozes.length(key)': { least: 3, most: limits.MAX_SNOOZE_KEY_CHARACTERS },
  'formats.length(outward_title)': text(limits.MAX_FORMAT_TITLE_CHARACTERS),
  'formats.length(link)': { most: limits.MAX_FORMAT_LINK_CHARACTERS },
  'tracks.length(name)': text(limits.MAX_TRACK_NAME_CHARACTERS),
  'formats.length(executive_link)': { most: limits.MAX_FORMAT_LINK_CHARACTERS },
}

/** Bounds of what Sotto itself writes: they are no input. */
const NOT_INPUT = [
  'invites.length(uid)',
  'imports.length(files)',
  'imports.length(counts)',
  'kept_forms.length(sealed)',
  // Sealed: what is typed is bounded where it is read.
  'questions.length(words)',
  'private_notes.length(words)',
  'pairing_notes.length(words)',
  'reasons.length(words)',
  'record_requests.length(words)',
  'busy_feeds.length(url)',
  'sending.length(error)',
  'sending.length(refused_as)',
  'timers.length(said)',
  'suppressions.length(kind)',
  'suppressions.length(detail)',
  'busy_feeds.length(problem)',
  'busy_feeds.length(busy)',
  'busy_feeds.length(etag)',
  'busy_feeds.length(last_modified)',
  'formats.position',
  'formats.length(standard)',
  'formats.length(fit)',
  'pairings.length(aim)',
  'pairings.length(track)',
  'tracks.position',
  'tracks.length(standard)',
  'tracks.length(steps)',
  'seals.length(head)',
  'sending.length(error)',
  'timers.length(said)',
  'formats.length(words)',
  'received.length(sender)',
  'received.length(sender_domain)',
]

/** Columns that nothing writes yet. */
const NOT_WRITTEN_YET = ['members.length(notes)']

await freshDatabase()

test('every bound of the schema is the one of limits.ts', async () => {
  const bounds = Object.fromEntries(
    (await tables()).flatMap(({ name, sql }) =>
      boundsIn(sql).map(([what, bound]) => [`${name}.${what}`, bound]),
    ),
  )
  const bounded = Object.entries(bounds).filter(
    ([what]) => ![...NOT_INPUT, ...NOT_WRITTEN_YET].includes(what),
  )
  expect(Object.fromEntries(bounded)).toEqual(INPUT_BOUNDS)
})

test('the guards against overlaps look back by the longest session', async () => {
  const { results } = await env.DB.prepare(
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'claims' AND sql LIKE '%NEW.starts_at - %'",
  ).all<{ name: string; sql: string }>()
  expect(results.map(({ name }) => name).toSorted()).toEqual([
    'claims_never_move_into_an_overlap',
    'claims_never_overlap',
  ])
  for (const { sql } of results) expect(sql).toContain(`starts_at > NEW.starts_at - ${length.most} `)
})

async function tables() {
  const { results } = await env.DB.prepare(
    "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%CHECK%'",
  ).all<{ name: string; sql: string }>()
  return results
}

/** Finds `x BETWEEN a AND b` and `length(x) <= b` in a table's SQL. */
function boundsIn(sql: string): readonly (readonly [string, Bound])[] {
  const measured = String.raw`(length\(\w+\)|ends_at - starts_at|\b\w+)`
  const between = Array.from(
    sql.matchAll(new RegExp(`${measured} BETWEEN (\\d+) AND (\\d+)`, 'g')),
    ([, what = '', least, most]) => [what, { least: Number(least), most: Number(most) }] as const,
  )
  const upTo = Array.from(
    sql.matchAll(/(length\(\w+\)) <= (\d+)/g),
    ([, what = '', most]) => [what, { most: Number(most) }] as const,
  )
  return [...between, ...upTo]
}
