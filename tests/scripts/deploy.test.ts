import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

import { main as deploy } from '../../scripts/deploy.ts'
import { root } from '../../scripts/root.ts'
import { answeringHealth, aTable, deployed, ORIGIN } from '../support/deploying.ts'
import { type Account, anAccount, TOKEN } from '../support/recorded-cloudflare.ts'

/** Every change of a first deployment, in order. */
const CHANGES = [
  'POST /accounts/acc/d1/database',
  'wrangler d1 migrations',
  'POST /accounts/acc/queues',
  'wrangler deploy',
  'POST /zones/zon/email/sending/subdomains',
  'POST /zones/zon/dns_records',
  'POST /zones/zon/dns_records',
  'POST /zones/zon/dns_records',
  'POST /accounts/acc/event_subscriptions/subscriptions',
  'POST /zones/zon/email/routing/dns',
  'PUT /zones/zon/email/routing/rules/catch_all',
]

test('a first deployment asks five things, and makes an installation that people can reach', async () => {
  const { account, questions, said, folder } = await deployed()

  expect(questions).toHaveLength(5)
  expect(account.made).toEqual(CHANGES)
  expect(account.databases).toMatchObject([{ name: 'sotto', jurisdiction: 'eu' }])
  expect(account.queues).toMatchObject([{ queue_name: 'sotto-mail-events' }])
  expect(account.catchAll.get('zon')).toMatchObject({
    enabled: true,
    actions: [{ type: 'worker', value: ['sotto'] }],
  })
  expect(account.subscriptions).toMatchObject([
    {
      source: { type: 'email.sending', zone_id: 'zon', domain: 'calendar.northwind.example' },
      destination: { queue_id: 'que' },
    },
  ])
  const config = account.configs.get('sotto') ?? {}
  expect(config).toMatchObject({
    name: 'sotto',
    account_id: 'acc',
    placement: { mode: 'smart' },
    triggers: { crons: ['* * * * *', '23 2 * * *'] },
    routes: [
      { pattern: 'leadership.northwind.example', custom_domain: true, zone_name: 'northwind.example' },
    ],
    d1_databases: [{ binding: 'DB', database_id: 'uuid-of-sotto' }],
    queues: { consumers: [{ queue: 'sotto-mail-events' }] },
    vars: { ORIGIN, REPLY_DOMAIN: 'calendar.northwind.example', MAIL_DRIVER: 'cloudflare' },
  })
  expect(config).not.toHaveProperty('env')
  expect(resolve(folder, String(config['main']))).toBe(join(root, 'worker/index.ts'))
  expect(said.at(-1)).toMatch(
    /^Begin at https:\/\/leadership\.northwind\.example\/claim with this secret: [\w-]{43}$/,
  )
})

test('the secrets are made once, stand in one file that only its owner reads, and in nothing that is said or typed', async () => {
  const { account, outside, said, folder } = await deployed()
  const kept = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as Record<string, string>
  expect(Object.keys(kept)).toEqual(['SECRET', 'SEALING_KEYS', 'OWNER_CLAIM'])
  expect(account.secrets.get('sotto')).toEqual(kept)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o077).toBe(0)
  expect(existsSync(join(folder, 'sent.json'))).toBe(false)
  expect(readFileSync(join(root, '.gitignore'), 'utf8')).toContain('\n/deployments/\n')

  const others = readdirSync(folder).filter((name) => name !== 'secrets.json')
  const seen = [
    ...others.map((name) => readFileSync(join(folder, name), 'utf8')),
    ...account.asked,
    ...said.slice(0, -1),
  ].join('\n')
  for (const secret of [...Object.values(kept), TOKEN]) expect(seen).not.toContain(secret)
  expect(said.join('\n')).not.toContain(kept['SECRET'])

  account.asked.length = 0
  said.length = 0
  await deploy([], outside)
  expect(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))).toEqual(kept)
  expect(account.secrets.get('sotto')).toEqual(kept)
  expect(account.asked.join('\n')).not.toContain('--secrets-file')
  expect(said.join('\n')).not.toContain(kept['OWNER_CLAIM'])
})

test('a second deployment asks nothing, and makes nothing twice', async () => {
  const { account, outside, questions } = await deployed()
  account.made.length = 0
  questions.length = 0
  await deploy([], outside)

  expect(questions).toEqual([])
  expect(account.made).toEqual([
    'wrangler d1 migrations',
    'wrangler deploy',
    'PUT /zones/zon/email/routing/rules/catch_all',
  ])
})

const FAILURES = CHANGES.flatMap((change, index) =>
  [false, true].map((after) => ({ change, at: index + 1, after, when: after ? 'after' : 'before' })),
)

test.each(FAILURES)(
  'a run that stops $when $change ($at) goes on when it is run again',
  async ({ at, after }) => {
    const whole = await deployed()
    const account = anAccount()
    account.fails = { at, after }
    const { outside, questions, said, close } = await aTable(account)
    await expect(deploy([], outside)).rejects.toThrow('goes on from here')
    expect(said.join('\n')).not.toContain('/claim')

    questions.length = 0
    await deploy([], outside)
    close()
    expect(questions).toEqual([])
    expect(withoutValues(account)).toEqual(withoutValues(whole.account))
    expect(said.at(-1)).toContain('/claim')
  },
)

test('an installation that does not answer yet is not said to be ready', async () => {
  const account = anAccount()
  const { outside, said, close } = await aTable(account)
  const unwell = { ...outside, fetch: answeringHealth(outside, 503) }
  await expect(deploy([], unwell)).rejects.toThrow('/health does not answer as it has to: 503')
  expect(said.join('\n')).not.toContain('Begin at')
  await deploy([], outside)
  close()
  expect(said.at(-1)).toContain('/claim')
})

test('mail by a relay needs no queue, and its password goes with the secrets alone', async () => {
  const account = anAccount()
  const typed = [
    ORIGIN,
    '',
    'none',
    'Nadia Haddad <nadia@northwind.example>',
    'smtp://calendar@relay.example:587',
  ]
  const { outside, said, folder, close } = await aTable(account, typed)
  const password = 'relay-pass-of-tests'
  await deploy([], { ...outside, env: { ...outside.env, SMTP_PASSWORD: password } })
  expect(account.queues).toEqual([])
  expect(account.configs.get('sotto')).toMatchObject({
    vars: { MAIL_DRIVER: 'smtp', SMTP_HOST: 'relay.example', SMTP_PORT: '587', SMTP_USER: 'calendar' },
  })
  expect(account.configs.get('sotto')).not.toHaveProperty('queues')
  expect(account.databases).toEqual([{ name: 'sotto', uuid: 'uuid-of-sotto' }])
  expect(account.secrets.get('sotto')).toMatchObject({ SMTP_PASSWORD: password })
  expect(account.secrets.get('sotto')).not.toHaveProperty('OWNER_CLAIM')
  expect(said.at(-1)).toContain('/sign-in, as Nadia Haddad')
  expect(JSON.stringify([account.asked, said, readdirSync(folder)])).not.toContain(password)

  // Not asked for again: the Worker has it.
  await deploy([], outside)
  close()
  expect(account.secrets.get('sotto')).toMatchObject({ SMTP_PASSWORD: password })
})

function withoutValues({
  secrets,
  versions: _,
  made: __,
  asked: ___,
  fails: ____,
  ...account
}: Account): object {
  return { ...account, secrets: [...secrets].map(([name, each]) => [name, Object.keys(each)]) }
}
