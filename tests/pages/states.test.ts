import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../../scripts/root.ts'
import { lettersEn } from '../../web/words/letters/en.ts'
import { lettersFr } from '../../web/words/letters/fr.ts'
import { pagesEn } from '../../web/words/pages/en.ts'
import { pagesFr } from '../../web/words/pages/fr.ts'
import { refusalsEn } from '../../web/words/refusals/en.ts'
import { refusalsFr } from '../../web/words/refusals/fr.ts'
import { reminders } from '../../web/words/reminders.ts'
import { statesEn } from '../../web/words/states/en.ts'
import { statesFr } from '../../web/words/states/fr.ts'

type Words = Readonly<Record<string, string>>

/** The headings of the glossary, and the part of the table of words that each describes. */
const SECTIONS: Readonly<Record<string, Words>> = {
  Session: statesEn.session,
  Log: statesEn.outcome,
  Offer: statesEn.offer,
  'Answer to an invite': statesEn.answer,
  'Proposed time': statesEn.proposal,
  Pairing: statesEn.pairing,
  Person: statesEn.person,
  Programme: statesEn.programme,
  Letter: statesEn.letter,
  'Mail that came in': statesEn.received,
  'Row of a plan': statesEn.plan,
  'Line of an import': statesEn.import,
}

const GLOSSARY = Object.fromEntries(Object.keys(SECTIONS).map((title) => [title, rowsOf(title)]))

test('the glossary has every state that there is, with its word in both languages, and no other', () => {
  const written = Object.entries(SECTIONS).map(([title, english]) => [
    title,
    Object.keys(english).map((api) => ({ api, en: english[api], fr: inFrench(english)[api] })),
  ])

  const rows = Object.entries(GLOSSARY).map(([title, read]) => [
    title,
    read.map(({ api, en, fr }) => ({ api, en, fr })),
  ])
  expect(rows).toEqual(written)
  expect(Object.values(SECTIONS)).toEqual(Object.values(statesEn))
})

test.each([
  ['English', statesEn],
  ['French', statesFr],
])('no word of %s is the word of two states of one thing', (_, states) => {
  for (const words of Object.values(states)) expect(new Set(Object.values(words)).size).toBe(keysOf(words))
})

test('what leads in and out is a code of the history', () => {
  const codes = new Set([...Object.keys(pagesEn.session.events), ...Object.keys(pagesEn.activity.events)])
  const named = Object.values(GLOSSARY).flatMap((rows) =>
    rows.flatMap(({ comes, left }) => [...comes, ...left]),
  )

  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((code) => !codes.has(code))).toEqual([])
})

test.each(['Session', 'Offer', 'Pairing', 'Programme'])(
  'what a state of a %s is left by leads to a state',
  (title) => {
    const rows = GLOSSARY[title] ?? []
    const led = new Set(rows.flatMap(({ comes }) => comes))

    expect(rows.flatMap(({ left }) => left.filter((code) => !led.has(code)))).toEqual([])
  },
)

/** Objects with keys of states that say something else: what happened, what a press did, what to do or answer, and why. */
const OF_SOMETHING_ELSE = [
  'activity.events',
  'answering',
  'meeting.over',
  'offer',
  'press.acts',
  'press.saved',
  'received.why',
  'session.events',
  'today.actions',
  'today.kinds',
  'told.news',
  'closing.sums',
]

test.each([
  ['English pages', pagesEn],
  ['French pages', pagesFr],
  ['English letters', lettersEn],
  ['French letters', lettersFr],
])('no part of the %s names states on its own', (_, words) => {
  const sets = Object.values(statesEn).map((set) => new Set(Object.keys(set)))
  const found = objectsIn(words).filter(
    ({ path, keys }) =>
      !path.startsWith('states.') &&
      !OF_SOMETHING_ELSE.includes(path) &&
      sets.some((set) => keys.filter((key) => set.has(key)).length > 1),
  )

  expect(found.map(({ path }) => path)).toEqual([])
})

/** Names that states had before, beside the one they have. */
const NOT_USED = {
  en: /\b(call|calls|called) (it |them |this |a session )?off\b|\blapse[ds]?\b|\btentative\b|\btimes are on offer\b/i,
  fr: /\béchue?s?\b|\bprovisoire\b|\bcréneaux sont proposés\b/i,
}

test.each([
  ['en', { pagesEn, lettersEn, refusalsEn, reminders: reminders.en }],
  ['fr', { pagesFr, lettersFr, refusalsFr, reminders: reminders.fr }],
] as const)('no sentence in %s has another name for a state', (locale, words) => {
  const sentences = sentencesIn(words)

  expect(sentences.length).toBeGreaterThan(500)
  expect(sentences.filter((each) => NOT_USED[locale].test(each))).toEqual([])
})

type Row = {
  readonly api: string
  readonly en: string
  readonly fr: string
  readonly comes: readonly string[]
  readonly left: readonly string[]
}

function rowsOf(title: string): readonly Row[] {
  const text = readFileSync(join(root, 'docs/glossary.md'), 'utf8')
  const [, section = ''] = text.split(`\n### ${title}\n`)
  const [own = ''] = section.split(/\n##/)
  return own.split('\n').flatMap((line): readonly Row[] => {
    const [, api, en = '', fr = '', , comes = '', left = ''] = line.split('|').map((cell) => cell.trim())
    const [, name] = /^`(.+)`$/.exec(api ?? '') ?? []
    return name ? [{ api: name, en, fr, comes: codesIn(comes), left: codesIn(left) }] : []
  })
}

function codesIn(cell: string): readonly string[] {
  return Array.from(cell.matchAll(/`([\w-]+)`/g), ([, code = '']) => code)
}

function inFrench(english: Words): Words {
  const found = Object.entries(statesEn).find(([, words]) => words === english)
  return Object.entries(statesFr).find(([name]) => name === found?.[0])?.[1] ?? {}
}

function keysOf(words: Words): number {
  return Object.keys(words).length
}

type Part = { readonly path: string; readonly keys: readonly string[] }

/** Every object of words, with the keys that hold a string. */
function objectsIn(words: object, path = ''): readonly Part[] {
  const entries = Object.entries(words)
  const keys = entries.flatMap(([key, value]) => (typeof value === 'string' ? [key] : []))
  return [
    { path, keys },
    ...entries.flatMap(([key, value]) =>
      typeof value === 'object' && value !== null ? objectsIn(value, path ? `${path}.${key}` : key) : [],
    ),
  ]
}

/** Every string, and the text of every function that makes one. */
function sentencesIn(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function') return [String(words)]
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentencesIn) : []
}
