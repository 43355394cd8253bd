import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

import { main as deploy } from '../../scripts/deploy.ts'
import { inDeployment } from '../../scripts/deployed-config.ts'
import type { Outside } from '../../scripts/deploying/outside.ts'
import { root } from '../../scripts/root.ts'
import { type Account, anAccount, serveAccount, TOKEN, wranglerOf } from '../support/recorded-cloudflare.ts'

const ORIGIN = 'https://leadership.northwind.example'
/** What is typed at each question, in order. */
const TYPED = [ORIGIN, '', 'eu', '', '']
/** Every change of a first deployment, in order. */
const CHANGES = [
  'POST /accounts/acc/d1/database',
  'wrangler d1 migrations',
  'POST /accounts/acc/queues',
  'wrangler deploy',
  'POST /zones/zon/email/sending/subdomains',
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

  said.length = 0
  await deploy([], outside)
  expect(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))).toEqual(kept)
  expect(account.secrets.get('sotto')).toEqual(kept)
  expect(account.asked.at(-1)).not.toContain('--secrets-file')
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

const REFUSED: readonly [string, (account: Account) => void, RegExp][] = [
  ['a zone of another account', ({ zones }) => zones.splice(0), /No zone of leadership\.northwind\.example/],
  [
    'a zone that is not active',
    ({ zones }) => zones.splice(0, 1, { ...zones[0], status: 'pending' }),
    /northwind\.example is pending/,
  ],
  ['the Free plan', ({ plans }) => plans.splice(0), /Workers Free plan, which is too small/],
  [
    'an address with a DNS record',
    ({ records }) => records.push(record('CNAME', 'leadership.northwind.example', 'pages.example')),
    /leadership\.northwind\.example has a DNS record/,
  ],
  [
    'an address of another Worker',
    ({ domains }) => domains.push({ hostname: 'leadership.northwind.example', service: 'intranet' }),
    /belongs to the Worker intranet/,
  ],
  [
    'a reply domain with mail',
    ({ records }) => records.push(record('MX', 'calendar.northwind.example', 'mx.mail.example')),
    /goes to mx\.mail\.example already/,
  ],
  [
    'a reply domain that is a host',
    ({ records }) => records.push(record('A', 'calendar.northwind.example', '192.0.2.1')),
    /is a host in use/,
  ],
  [
    'a zone whose catch-all is taken',
    ({ catchAll }) =>
      catchAll.set('zon', { enabled: true, actions: [{ type: 'forward', value: ['all@mail.example'] }] }),
    /that of northwind\.example is taken \(forward to all@mail\.example\)/,
  ],
  [
    'a zone whose own mail is routed',
    ({ records }) => records.push(record('MX', 'northwind.example', 'route1.mx.cloudflare.net')),
    /would hand it to Sotto/,
  ],
  [
    'a Worker of that name that is another',
    ({ secrets }) => secrets.set('sotto', { STRIPE: 'x' }),
    /called sotto is in the account and is not Sotto/,
  ],
  [
    'a database elsewhere',
    ({ databases }) => databases.push({ name: 'sotto', uuid: 'u' }),
    /jurisdiction none, which cannot be changed/,
  ],
  [
    'a database whose keys are lost',
    ({ databases }) => databases.push({ name: 'sotto', uuid: 'u', jurisdiction: 'eu' }),
    /SECRET and SEALING_KEYS is not/,
  ],
]

test.each(REFUSED)('%s is refused before anything is made', async (_, changed, sentence) => {
  const account = anAccount()
  changed(account)
  const { outside, folder, close } = await aTable(account)
  await expect(deploy([], outside)).rejects.toThrow(sentence)
  close()
  expect(account.made).toEqual([])
  expect(existsSync(folder)).toBe(false)
})

test('all that is wrong is said at once, with the command to type again', async () => {
  const account = anAccount()
  account.plans.splice(0)
  const { outside, close } = await aTable(account, [
    'http://leadership.northwind.example',
    'northwind.example',
    'eu',
    'nobody',
    'smtp://calendar:pass@relay.example:587',
  ])
  const refused = await deploy([], outside).then(
    () => '',
    (error: Error) => error.message,
  )
  close()
  for (const part of [
    'Nothing was made.',
    'ORIGIN has to begin with https',
    'FIRST_MANAGER',
    'no part of --mail',
    'SMTP_PASSWORD is not',
    'Workers Free plan',
    'would take over its mail',
    "npm run deploy -- --name sotto --origin 'http://leadership.northwind.example'",
  ])
    expect(refused).toContain(part)
})

test('without a token, or without anybody to ask, it says what is missing', async () => {
  const { outside, close } = await aTable(anAccount())
  await expect(deploy([], { ...outside, env: {} })).rejects.toThrow('CLOUDFLARE_API_TOKEN is not set')
  await expect(deploy(['--origin', ORIGIN], { ...outside, ask: null })).rejects.toThrow(
    'give --reply-domain, --jurisdiction, --first-manager, --mail.',
  )
  await expect(deploy(['--everything'], outside)).rejects.toThrow('npm run deploy -- [--name NAME]')
  close()
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

test('what the other commands do with --remote is done to the deployment, and to the one that is named', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sotto-deploy-'))
  const asked = ['d1', 'execute', 'DB', '--remote']
  const done = (wanted = '') => inDeployment('wrangler', asked, directory, wanted)
  const configOf = (name: string) => join(directory, name, 'wrangler.json')
  const made = async (name: string) => {
    await mkdir(join(directory, name))
    await writeFile(configOf(name), '{}')
  }
  expect(done()).toEqual(asked)
  await made('northwind')
  expect(done()).toEqual([...asked, '--config', configOf('northwind')])
  await made('fabrikam')
  expect(done).toThrow('Say which one by DEPLOYMENT: fabrikam, northwind.')
  expect(done('fabrikam')).toEqual([...asked, '--config', configOf('fabrikam')])
  expect(() => done('elsewhere')).toThrow('There is no deployment elsewhere here.')
  expect(inDeployment('wrangler', ['d1', 'execute', 'DB', '--local'], directory)).not.toContain('--config')
})

function record(type: string, name: string, content: string) {
  return { zone: 'zon', type, name, content }
}

function withoutValues({ secrets, made: _, asked: __, fails: ___, ...account }: Account): object {
  return { ...account, secrets: [...secrets].map(([name, each]) => [name, Object.keys(each)]) }
}

async function deployed() {
  const table = await aTable(anAccount())
  await deploy([], table.outside)
  return table
}

/** Somebody at a terminal, in front of an account. */
async function aTable(account: Account, typed: readonly string[] = TYPED) {
  const { url, close } = await serveAccount(account)
  const directory = await mkdtemp(join(tmpdir(), 'sotto-deploy-'))
  const [questions, said]: [string[], string[]] = [[], []]
  const outside: Outside = {
    env: { CLOUDFLARE_API_TOKEN: TOKEN, CLOUDFLARE_API_BASE_URL: url },
    directory,
    ask: (question) => Promise.resolve(typed[questions.push(question) - 1] ?? ''),
    say: (line) => said.push(line),
    ran: wranglerOf(account),
    fetch: (asked, init) => fetch(asked, init),
    wait: () => Promise.resolve(),
  }
  return {
    account,
    questions,
    said,
    close,
    folder: join(directory, 'sotto'),
    outside: { ...outside, fetch: answeringHealth(outside, 200) },
  }
}

function answeringHealth(outside: Outside, status: number): Outside['fetch'] {
  return (asked, init) =>
    asked === `${ORIGIN}/health` ? Promise.resolve(new Response('', { status })) : outside.fetch(asked, init)
}
