import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'

import { makeApp } from '../../worker/app.ts'
import { instant } from '../../worker/domain/time/time.ts'
import { cookieOf } from '../support/client.ts'
import { aRecording, recordingDatabase } from '../support/recording-database.ts'
import { aPersonIn, aWorld, settingOf } from '../support/world.ts'

const UNKNOWN = 'nobody@elsewhere.example'
const FIRST = 'first@people.example'
const TRIES = env.LONG ? 200 : 20

const world = await aWorld()
const here = settingOf(world)
const nadia = await world.as(world.nadia)
const sven = await aPersonIn(here, 'sponsor', { name: 'Sven Olsson' })
const former = await aPersonIn(here, 'assistant', { name: 'Omar Diallo' })
const uma = await aPersonIn(here, 'mentor', { name: 'Uma Rao', aliases: ['uma@alias.example'] })
const left = await aPersonIn(here, 'mentor', { name: 'Max Frey' })
await nadia.post(`/api/v1/people/${left.id}/departure`, { on: '2027-03-14' })
const suppressed = await aPersonIn(here, 'mentor', { name: 'Ida Lund' })
await env.DB.prepare(
  "INSERT INTO suppressions (address, person_id, since, kind, detail) VALUES (?, ?, 0, 'permanent', '5.1.1')",
)
  .bind(suppressed.email, suppressed.id)
  .run()

const recording = aRecording({ mayWrite: true })
const app = makeApp(() => ({
  ...world.platform,
  db: drizzle(recordingDatabase(env.DB, recording)),
  settings: { ...world.platform.settings, firstManager: `First <${FIRST}>` },
}))
let networks = 0

/** The answer, and all that the database was asked before it left. */
async function ask(
  email: string,
  typed: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
) {
  networks += 1
  recording.calls.length = 0
  const answer = await app.request(
    '/sign-in',
    {
      method: 'POST',
      headers: {
        Origin: env.ORIGIN,
        'CF-Connecting-IP': `192.0.${networks >> 8}.${networks & 255}`,
        ...headers,
      },
      body: new URLSearchParams({ email, ...typed }),
    },
    env,
  )
  const body = (await answer.text()).replaceAll(email.toLowerCase(), 'ADDRESS')
  return {
    answer: { status: answer.status, body, headers: Object.fromEntries(answer.headers) },
    asked: [...recording.calls],
  }
}

const ADDRESSES: Readonly<Record<string, string>> = {
  'a manager': world.nadia.email,
  'the same in capitals': world.nadia.email.toUpperCase(),
  'a mentor': world.tom.email,
  'another address of a mentor': 'uma@alias.example',
  'an executive': world.bernard.email,
  'an assistant who answers': world.odile.email,
  'an assistant who answers for nobody': former.email,
  'a sponsor': sven.email,
  'somebody who has left': left.email,
  'an address that gets no mail': suppressed.email,
  'the address of the first manager': FIRST,
}

test.each(Object.entries(ADDRESSES))('%s: answer and calls as for an unknown address', async (_, email) => {
  expect(await ask(email)).toEqual(await ask(UNKNOWN.replace('nobody', `nobody-${networks}`)))
})

test('a link that leads back is asked for with the same calls', async () => {
  const back = { back: '/board' }
  expect((await ask(world.tom.email, back)).asked).toEqual((await ask(UNKNOWN, back)).asked)
})

test('asked for more often than a mailbox gets mails, known or not', async () => {
  const within = await ask('another@elsewhere.example')
  const over = async (email: string) => {
    let last = await ask(email)
    for (let count = 0; count < 6; count += 1) last = await ask(email)
    return last
  }
  const known = await over(uma.email)
  expect(known.answer.status).toBe(200)
  expect(known).toEqual(await over('somebody@elsewhere.example'))
  expect(known.asked).toEqual(within.asked)
})

test('beyond the limit of the network that asks, known or not: it says when to ask again, and a way round', async () => {
  const network = { 'CF-Connecting-IP': '2001:DB8:0:9::1' }
  for (let count = 0; count < 60; count += 1) await ask('anybody@elsewhere.example', {}, network)
  const elsewhere = {
    ...network,
    'CF-Connecting-IP': '2001:db8:0:9:aaaa::2',
    'X-Forwarded-For': '192.0.2.99',
  }
  const known = await ask(uma.email, {}, elsewhere)
  expect(known.answer).toMatchObject({
    status: 429,
    headers: { 'retry-after': expect.stringMatching(/^\d+$/) },
  })
  expect(known.answer.body).toContain('over another network')
  expect(known).toEqual(await ask('somebody@elsewhere.example', {}, elsewhere))
  const cookie = await cookieOf(world.platform, world.tom)
  const signedInBefore = await ask(uma.email, {}, { ...network, Cookie: cookie })
  expect(signedInBefore.answer.status).toBe(200)
  expect(signedInBefore).toEqual(await ask('somebody@elsewhere.example', {}, { ...network, Cookie: cookie }))
  const forged = cookie.slice(0, -4) + 'AAAA'
  expect((await ask(uma.email, {}, { ...network, Cookie: forged })).answer.status).toBe(429)
})

test('those who can sign in got a letter, and nobody else', async () => {
  const { results } = await env.DB.prepare(
    "SELECT DISTINCT json_extract(letter, '$.reader.email') AS email FROM outbox WHERE thread LIKE 'sign-in:%' OR dedupe_key LIKE 'sign-in:%' ORDER BY email",
  ).all<{ email: string }>()
  expect(results.map(({ email }) => email)).toEqual(
    [world.nadia, world.tom, world.odile, uma, suppressed, sven].map(({ email }) => email).toSorted(),
  )
})

test('asked too often at one address, another of the same person is answered like a stranger’s, and gets no mail', async () => {
  const kim = await aPersonIn(here, 'mentor', { name: 'Kim Lee', aliases: ['kim@alias.example'] })
  for (let count = 0; count < 6; count += 1) await ask(kim.email)
  expect(await ask('kim@alias.example')).toEqual(await ask('kim@elsewhere.example'))
  const letters = await env.DB.prepare('SELECT count(*) AS count FROM outbox WHERE person_id = ?')
    .bind(kim.id)
    .first('count')
  expect(letters).toBe(3)
})

test('the time it takes is told, and not asserted', async () => {
  const took = { known: new Array<number>(), unknown: new Array<number>() }
  for (let index = 0; index < TRIES; index += 1) {
    world.now(new Date(instant(Date.UTC(2028, 0, 1, index))).toISOString())
    for (const [kind, email] of [
      ['known', world.tom.email],
      ['unknown', UNKNOWN],
    ] as const) {
      const began = performance.now()
      await ask(email)
      took[kind].push(performance.now() - began)
    }
  }
  const medianOf = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]
  console.log(
    `sign-in, median of ${TRIES}: known ${medianOf(took.known)} ms, unknown ${medianOf(took.unknown)} ms`,
  )
  expect(took.known).toHaveLength(took.unknown.length)
})
