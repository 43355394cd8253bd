import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { DrizzleQueryError } from 'drizzle-orm/errors'
import { afterEach, expect, test, vi } from 'vitest'

import { makeApp } from '../../worker/app.ts'
import { doors } from '../../worker/doors.ts'
import production from '../../worker/index.ts'
import type { Platform } from '../../worker/platform.ts'
import { aFault, failingDatabase, overloaded } from '../support/failing-database.ts'
import { northwind } from '../support/northwind.ts'

const { platform } = await northwind()
const RIGHT: Env = {
  ...env,
  SECRET: 'kb6Lm0lqX0cUzT2mS2h1vY9pQJr4w8e5nA7dGfHtBx0=',
  SEALING_KEYS: 'k1=x7hQ0m9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0=',
  ORIGIN: 'https://sotto.company.com',
  REPLY_DOMAIN: 'reply.company.com',
  MAIL_DRIVER: 'cloudflare',
}
const SHORT = 'canary-of-a-short-secret'
const WRONG: Env = {
  ...RIGHT,
  SECRET: SHORT,
  ORIGIN: 'https://sotto.example',
  DB: untouched(env.DB),
  ASSETS: untouched(env.ASSETS),
}
const CANARY = 'canary of 4711'

afterEach(() => void vi.restoreAllMocks())

test('with right settings production serves', async () => {
  expect((await asked(RIGHT, '/health')).status).toBe(200)
  expect((await asked(RIGHT, '/sign-in')).status).toBe(200)
})

test.each([
  ['GET', '/health'],
  ['GET', '/'],
  ['GET', '/assets/mark.svg'],
  ['GET', '/api/v1/programmes'],
  ['POST', '/api/v1/offers'],
  ['POST', '/sign-in'],
  ['HEAD', '/today'],
])('with wrong ones %s %s says what to do, and touches nothing', async (method, path) => {
  const logged = logs()
  const response = await asked(WRONG, path, method)
  const text = await response.text()

  expect(response.status).toBe(503)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'retry-after': expect.stringMatching(/^\d+$/),
    'x-content-type-options': 'nosniff',
  })
  expect(text).toMatch(/SECRET has to be at least 32 random bytes\..*ORIGIN is still the placeholder\./s)
  expect(text.startsWith('{"error":{"code":"not-started"')).toBe(path.startsWith('/api/'))
  expect(text + logged().join('\n')).not.toContain(SHORT)
  expect(logged().map((line): unknown => JSON.parse(line))).toEqual([
    {
      ...{ door: 'fetch', error: 'NotStarted', code: 'settings' },
      settings: ['secret-too-short', 'origin-placeholder'],
    },
  ])
})

test('with wrong ones a mail is left to its sender, an event to its queue, and the clock does nothing', async () => {
  const logged = logs()
  await expect(mailTo(production, WRONG)).rejects.toThrow('email refused: settings')
  await production.scheduled(tick(), WRONG, createExecutionContext())
  const result = await queued(production, WRONG, [{}, {}])

  expect(result.retryBatch).toMatchObject({ retry: true })
  expect(logged().map((line) => Object(JSON.parse(line)).door)).toEqual(['email', 'scheduled', 'queue'])
})

const fault = aFault(1, { error: () => new DrizzleQueryError('select 1', [CANARY], overloaded()) })
const away = doorsOf({ ...platform, db: drizzle(failingDatabase(env.DB, fault)) })

test.each([
  ['email', () => mailTo(away, RIGHT)],
  ['scheduled', async () => away.scheduled(tick(), RIGHT, createExecutionContext())],
] as const)(
  'a database that is away stops the %s door with a code and without a message',
  async (door, enter) => {
    const logged = logs()
    const thrown = await enter().then(
      () => null,
      (error: unknown) => error,
    )
    expect(thrown).toMatchObject({ message: `${door} failed: busy` })
    expect(Object(thrown).cause).toBe(undefined)
    expect(logged().map((line): unknown => JSON.parse(line))).toMatchObject([{ door, code: 'busy' }])
    expect(logged().join('\n')).not.toContain(CANARY)
  },
)

test('of the queue’s events only the one that failed is handed over again', async () => {
  const logged = logs()
  const result = await queued(away, RIGHT, [
    'rubbish',
    bounce('claude@northwind.example', `<let_${'0'.repeat(26)}@reply.sotto.example>`),
  ])

  expect(result.explicitAcks).toEqual(['0'])
  expect(result.retryMessages).toMatchObject([{ msgId: '1' }])
  expect(logged().map((line): unknown => JSON.parse(line))).toMatchObject([
    { door: 'queue', code: 'busy' },
    { feedback: 2, stopped: 0 },
  ])
  expect(logged().join('\n')).not.toContain(CANARY)
})

test('what a door throws that is no error is logged too', async () => {
  const logged = logs()
  const broken = doors(
    makeApp(() => Promise.reject(CANARY)),
    () => Promise.reject(CANARY),
  )
  await expect(mailTo(broken, RIGHT)).rejects.toThrow('email failed: unexpected')
  await expect(
    Promise.resolve(broken.fetch(new Request('https://sotto.company.com/'), RIGHT, createExecutionContext())),
  ).rejects.toThrow('fetch failed: unexpected')
  expect(logged()).toHaveLength(2)
  expect(logged().join('\n')).not.toContain(CANARY)
})

type Doors = typeof production

function doorsOf(away: Platform): Doors {
  return doors(
    makeApp(() => away),
    () => away,
  )
}

async function asked(settings: Env, path: string, method = 'GET'): Promise<Response> {
  const url = new URL(path, settings.ORIGIN)
  const request = new Request<unknown, IncomingRequestCfProperties>(url, { method })
  return production.fetch(request, settings, createExecutionContext())
}

async function mailTo(worker: Doors, settings: Env): Promise<void> {
  const raw = new TextEncoder().encode(`Subject: ${CANARY}\r\n\r\n${CANARY}`)
  const message: ForwardableEmailMessage = {
    ...{ from: 'tom@northwind.example', to: 'sotto-x@reply.company.com', headers: new Headers() },
    ...{ raw: new Blob([raw]).stream(), rawSize: raw.byteLength },
    setReject: () => expect.unreachable('a rejection is final'),
    forward: () => expect.unreachable(),
    reply: () => expect.unreachable(),
  }
  await worker.email(message, settings, createExecutionContext())
}

function tick(): ScheduledController {
  return { cron: '* * * * *', scheduledTime: Date.now(), noRetry: () => {} }
}

async function queued(worker: Doors, settings: Env, bodies: readonly unknown[]) {
  const messages = bodies.map((body, index) => ({
    ...{ id: String(index), timestamp: new Date(), attempts: 1 },
    body,
  }))
  const batch = createMessageBatch('sotto-mail-events', messages)
  const context = createExecutionContext()
  await worker.queue(batch, settings, context)
  return getQueueResult(batch, context)
}

function bounce(recipient: string, messageId: string) {
  return {
    type: 'cf.email.sending.message.bounced',
    payload: {
      recipient,
      messageId,
      bounce: { type: 'hard' },
      delivery: { smtpEnhancedStatusCode: '5.1.1' },
    },
  }
}

/** A binding that fails the test when it is used. */
function untouched<Binding extends object>(binding: Binding): Binding {
  return new Proxy(binding, { get: (_, name) => expect.unreachable(`used: ${String(name)}`) })
}

/** The lines logged from here on, errors and others. */
function logs(): () => readonly string[] {
  const spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'log')].map((spy) =>
    spy.mockImplementation(() => {}),
  )
  return () => spies.flatMap((spy) => spy.mock.calls.map(([line]) => String(line)))
}
