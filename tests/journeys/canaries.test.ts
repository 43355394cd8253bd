import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'

import { AT_REST } from '../../worker/domain/seal/at-rest.ts'
import { routes } from '../../worker/http/routes.ts'
import { canariesIn, canary } from '../support/long-life/canary.ts'
import { FIELDS } from '../support/long-life/cells.ts'
import { LATER, type Sink, SINKS, type Text } from '../support/long-life/sinks.ts'
import { misplaced } from '../support/long-life/stored.ts'
import { walk, type Walked } from '../support/long-life/walk.ts'

/** `LONG=yes` lives a longer life with a new seed; `CANARY_SEED` repeats one. */
const STEPS = env.LONG ? 1000 : 200
const seed = Number(env.CANARY_SEED || (env.LONG ? Date.now() % 1_000_000 : 15))

const lines: string[] = []
const say = console.log.bind(console)
for (const method of ['log', 'error', 'warn', 'info', 'debug'] as const)
  vi.spyOn(console, method).mockImplementation((...said: readonly unknown[]) => {
    lines.push(said.map(String).join(' '))
  })

test(
  `in ${STEPS} steps of a life nothing is read outside its cells, seed ${seed}`,
  { timeout: env.LONG ? 3_600_000 : 600_000 },
  async () => {
    const walked = await walk({ seed, steps: STEPS, doors: env.LONG ? 8 : 4, lines })
    say(reportOf(walked))
    expect(walked.watch.leaks).toEqual([])
    expect(walked.misplaced).toEqual([])
    expect(SINKS.filter((sink) => !walked.watch.texts.has(sink))).toEqual([])
    expect(Object.keys(FIELDS).filter((field) => !walked.watch.allowed.has(field))).toEqual(NOWHERE)
    expect([...walked.done].filter(([, times]) => times === 0)).toEqual([])
  },
)

/** What nobody reads: a mentor’s own calendar, and why somebody overrode a rule. */
const NOWHERE = ['diary', 'reason']

/** In an encoding of each sink’s own. */
const PLANTED = canary('tom', 'diary')
const coded = (code: (letter: string) => string) => Array.from(PLANTED, code).join('')
const hexOf = (letter: string) => (letter.codePointAt(0) ?? 0).toString(16)
const ENCODED: Partial<Record<Sink, string>> = {
  // Its line breaks in the middle of it.
  mail: btoa(`${'x'.repeat(50)}${PLANTED}${'x'.repeat(20)}`).replaceAll(/.{76}/g, '$&\r\n'),
  'mailed event': btoa(`SUMMARY:${PLANTED.slice(0, 6)}\r\n ${PLANTED.slice(6)}`),
  feed: `${PLANTED.slice(0, 5)}\r\n ${PLANTED.slice(5)}`,
  page: coded((letter) => `&#x${hexOf(letter)};`),
  'linked page': `<mark>${PLANTED.slice(0, 9)}</mark>${PLANTED.slice(9)}`,
  api: coded((letter) => `\\u00${hexOf(letter)}`),
  redirect: coded((letter) => `%${hexOf(letter)}`),
  cookie: btoa(PLANTED).replaceAll('=', ''),
  error: PLANTED.toUpperCase(),
}

test('what is planted in any sink is found there', { timeout: 300_000 }, async () => {
  const planted = new Set<Sink>()
  const altered = ({ sink, text }: Text): string => {
    if (planted.has(sink)) return text
    planted.add(sink)
    return `${text}\r\n${ENCODED[sink] ?? PLANTED}`
  }
  const { watch } = await walk({ seed, steps: 50, doors: 2, lines, altered })
  expect(new Set(watch.leaks.map(({ sink }) => sink))).toEqual(new Set(SINKS))
  expect(watch.leaks.filter(({ what }) => what !== 'tom’s diary')).toEqual([])
})

test('a column holds only the words that the table lets it hold, and none a token', () => {
  const token = 'a'.repeat(43)
  const none = new Set<string>()
  for (const [table, { codes = [], sealed = {}, hashed = {}, clear = {} }] of Object.entries(AT_REST)) {
    const columns = [...codes, ...Object.keys({ ...sealed, ...hashed, ...clear })]
    for (const column of columns.map((each) => `${table}.${each}`))
      expect(misplaced([{ column, text: PLANTED }], none)).toContain(`${column}: tom’s diary`)
  }
  const words = canary('tom', 'commitment')
  expect(misplaced([{ column: 'commitments.words', text: words }], none)).toEqual([])
  expect(misplaced([{ column: 'received.reading', text: words }], none)).toHaveLength(1)
  expect(misplaced([{ column: 'reasons.words', text: 'in clear' }], none)).toEqual([
    'reasons.words: not sealed',
  ])
  expect(misplaced([{ column: 'links.token_hash', text: 'in clear' }], none)).toEqual([
    'links.token_hash: not hashed',
  ])
  expect(misplaced([{ column: 'people.name', text: `k=${token}` }], new Set([token]))).toEqual([
    'people.name: a token',
  ])
})

test('a word is found in what is encoded twice', () => {
  expect(canariesIn(JSON.stringify({ raw: btoa(btoa(`a ${PLANTED} b`)) }))).toMatchObject([
    { owner: 'tom', field: 'diary' },
  ])
})

test.each(LATER)('nothing sends by $sink yet', ({ path }) => {
  expect(routes.filter((route) => path.test(route.path))).toEqual([])
})

function reportOf({ watch, done, stored, life }: Walked): string {
  const sum = (counts: ReadonlyMap<unknown, number>) =>
    [...counts.values()].reduce((all, each) => all + each, 0)
  const listed = (counts: ReadonlyMap<unknown, number>) =>
    Array.from(counts, ([name, count]) => `${String(name)} ${count}`).join(', ')
  return [
    `seed ${seed}: ${STEPS} steps, ${sum(done)} of them done; ${sum(watch.texts)} texts and ${stored} stored read`,
    `sinks: ${listed(watch.texts)}`,
    `canaries allowed ${sum(watch.allowed)}, forbidden ${watch.leaks.length}`,
    `allowed: ${listed(watch.allowed)}`,
    `answers: ${listed(life.statuses)}`,
    `done: ${listed(done)}`,
    ...watch.leaks.slice(0, 40).map((leak) => JSON.stringify(leak)),
  ].join('\n')
}
