import { beforeAll, expect, test, vi } from 'vitest'

import { MAX_FIELD_CHARACTERS } from '../../../worker/domain/limits.ts'
import { hasSeveralLines } from '../../../worker/http/forms/several-lines.ts'
import { routes } from '../../../worker/http/routes.ts'
import type { Client } from '../../support/client.ts'
import { everyRequest, type Sample } from '../../support/every-request.ts'
import { aCast, everythingOf, logIn } from '../../support/everything.ts'
import { aWorld, settingOf } from '../../support/world.ts'

const failures: string[] = []
vi.spyOn(console, 'log').mockImplementation(() => {})
vi.spyOn(console, 'error').mockImplementation((...said) => void failures.push(said.map(String).join(' ')))

/** No response may take longer. */
const LONGEST_MS = 3000
const NAMES = ['Olga Nowak', 'Emil Zola', 'Ana Ruiz', 'Bo Lindt', 'Cy Young', 'Di Marco']

const world = await aWorld()
const samples: Sample[] = []
const clients: Record<'manager' | 'mentor' | 'assistant', Client> = {
  manager: await world.as(world.nadia),
  mentor: await world.as(world.tom),
  assistant: await world.as(world.nadia),
}

beforeAll(async () => {
  const here = settingOf(world)
  const cast = await aCast(here, NAMES, world.tom)
  const things = await everythingOf(here, cast, '2027-03-15T08:00Z')
  world.now('2027-03-15T09:10Z')
  await logIn(here, cast, things)
  clients.assistant = await world.as(cast.assistant)
  samples.push(...everyRequest(things))
})

const actorsOf = new Map(routes.map(({ method, path, actors }) => [`${method} ${path}`, actors]))

function send({ route, path }: Sample, body: BodyInit | null, type: string | null) {
  const actors = actorsOf.get(route) ?? []
  const role = (['manager', 'mentor', 'assistant'] as const).find((each) => actors.includes(each))
  return clients[role ?? 'manager'].ask(path, {
    method: route.split(' ')[0] ?? '',
    ...(body !== null && { body }),
    ...(type !== null && { headers: { 'Content-Type': type } }),
  })
}

const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'
/** What no text may hold, in whichever field it stands. */
const UNSEEN = { nul: 'a\0b', escape: 'a\u001bb', override: 'a\u202eb', isolate: 'a\u2066b', nel: 'a\u0085b' }

test(
  'no field of a form takes what nobody sees, a second line, too long a text or a file',
  { timeout: 120_000 },
  async () => {
    const wrong: string[] = []
    let asked = 0
    for (const sample of samples.filter(({ form, path }) => form && path !== '/imports'))
      for (const [place, name] of Object.keys(sample.form ?? {}).entries()) {
        const isLong = hasSeveralLines(sample.path.split('?')[0] ?? '', name)
        const texts = {
          // All of them in the first field of each form; in the others those that differ.
          ...(place === 0 ? UNSEEN : { nul: UNSEEN.nul, override: UNSEEN.override }),
          // In several lines every kind of line break is one; in one line it is refused.
          ...(isLong ? { nel: undefined } : { line: 'a\r\nBcc: x@people.example', separator: 'a\u2028b' }),
          long: 'x'.repeat(MAX_FIELD_CHARACTERS + 1),
        }
        for (const [what, text] of Object.entries(texts)) {
          if (text === undefined) continue
          const said = await send(
            sample,
            new URLSearchParams({ ...sample.form, [name]: text }).toString(),
            FORM,
          )
          if (said.status !== 422) wrong.push(`${sample.route} ${name}=${what}: ${said.status}`)
          asked += 1
        }
      }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(600)
  },
)

test('a file, another type, or what is no form at all is refused by every form', async () => {
  const wrong: string[] = []
  for (const sample of samples.filter(({ form, path }) => form && path !== '/imports')) {
    const file = new FormData()
    file.set('name', new File(['a'], 'name.txt'))
    const bodies: readonly (readonly [string, BodyInit, string | null])[] = [
      ['file', file, null],
      ['no boundary', 'a', 'multipart/form-data'],
      ['broken', '--x\r\n\r\n', 'multipart/form-data; boundary=x'],
      ['xml', '<a/>', 'text/xml'],
    ]
    for (const [what, body, type] of bodies) {
      const said = await send(sample, body, type)
      const isRefused = said.status >= 400 && said.status < 500
      if (!isRefused) wrong.push(`${sample.route} ${what}: ${said.status}`)
    }
  }
  expect(wrong).toEqual([])
})

const OTHER_VALUES: readonly unknown[] = [
  ...[null, true, 2 ** 53, '', '__proto__', 'a\ud800', [[]], { constructor: { prototype: {} } }],
  'x'.repeat(100_000),
]

test(
  'whatever stands in a field of the API, it is never our fault, and unseen characters are refused',
  { timeout: 120_000 },
  async () => {
    const wrong: string[] = []
    for (const sample of samples.filter(({ json }) => json !== undefined))
      for (const name of Object.keys(sample.json ?? {})) {
        const asked = async (value: unknown) =>
          send(sample, JSON.stringify({ ...Object(sample.json), [name]: value }), JSON_TYPE)
        for (const value of OTHER_VALUES) {
          const began = performance.now()
          const { status } = await asked(value)
          if (status >= 500)
            wrong.push(`${sample.route} ${name}=${JSON.stringify(value).slice(0, 40)}: ${status}`)
          if (performance.now() - began > LONGEST_MS) wrong.push(`${sample.route} ${name}: too slow`)
        }
        for (const [what, value] of Object.entries({ nul: UNSEEN.nul, override: UNSEEN.override })) {
          const { status } = await asked(value)
          if (status < 400 || status >= 500) wrong.push(`${sample.route} ${name}=${what}: ${status}`)
        }
      }
    expect(wrong).toEqual([])
    expect(failures).toEqual([])
  },
)

/** Texts that a parser could choke on, as they are sent. */
const BODIES: readonly (readonly [string, string])[] = [
  ['an open depth', '['.repeat(100_000)],
  ['a depth of lists', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['a depth of objects', `${'{"name":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['numbers without an end', '{"id":1e999,"name":-1e999,"minutes":1e999,"options":1e400}'],
  ['one key twice', '{"name":"a","name":"b","id":"x","id":{}}'],
  ['a prototype', '{"__proto__":{"name":"a"},"constructor":{"prototype":{"name":"b"}},"toString":1}'],
  ['a megabyte', `{"name":"${'x'.repeat(900_000)}"}`],
  ['a thousand unknown fields', `{${Array.from({ length: 1000 }, (_, at) => `"f${at}":1`).join(',')}}`],
  ...['null', '"a"', '7', 'true', '[]', '{'].map((each) => [each, each] as const),
  ['a mark before it', '\ufeff{}'],
  ['a NUL', '\0'],
  ['half a character', '{"a":"\\ud800"}'],
]

test.each(BODIES)('%s is answered by every route with a refusal of its own, or done', async (_, body) => {
  const wrong: string[] = []
  for (const sample of samples.filter(({ json }) => json !== undefined)) {
    const began = performance.now()
    const { status } = await send(sample, body, JSON_TYPE)
    if (status >= 500) wrong.push(`${sample.route}: ${status}`)
    if (performance.now() - began > LONGEST_MS) wrong.push(`${sample.route}: too slow`)
  }
  expect(wrong).toEqual([])
})

/** As they stand in an address. */
const QUERIES = [
  ...[
    '%00',
    'a%0d%0aSet-Cookie:%20x=1',
    '%ff',
    '%',

    '__proto__',

    '1e999',
  ],
  ...["'%22%3E%3Czq7%20onload=x%3E", 'x'.repeat(5000), 'WyJwZW9wbGUiLG51bGwsMV0'],
]

test(
  'no parameter of an address breaks a page, puts a header into it, or an element',
  { timeout: 120_000 },
  async () => {
    const wrong: string[] = []
    for (const sample of samples.filter(({ route }) => route.startsWith('GET ')))
      for (const value of QUERIES) {
        const url = new URL(sample.path, 'https://sotto.example')
        const names = new Set([...url.searchParams.keys(), 'after', 'q'])
        const query = Array.from(names, (name) => `${name}=${value}`).join('&')
        const said = await send({ ...sample, path: `${url.pathname}?${query}` }, null, null)
        const where = `${sample.route} ${value.slice(0, 20)}`
        if (said.status >= 500) wrong.push(`${where}: ${said.status}`)
        if (said.headers.get('Set-Cookie')?.includes('x=1')) wrong.push(`${where}: a header`)
        if (typeof said.body === 'string' && said.body.includes('<zq7')) wrong.push(`${where}: an element`)
      }
    expect([...wrong, ...failures.slice(0, 1)]).toEqual([])
  },
)
