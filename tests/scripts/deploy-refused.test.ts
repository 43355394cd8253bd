import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'

import { main as deploy } from '../../scripts/deploy.ts'
import { aTable, ORIGIN } from '../support/deploying.ts'
import { type Account, anAccount } from '../support/recorded-cloudflare.ts'

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

function record(type: string, name: string, content: string) {
  return { zone: 'zon', type, name, content }
}
