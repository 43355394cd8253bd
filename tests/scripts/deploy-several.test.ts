import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { main as deploy } from '../../scripts/deploy.ts'
import { readKept, writeKept } from '../../scripts/deploying/kept.ts'
import type { Outside } from '../../scripts/deploying/outside.ts'
import { aTable, deployed, ORIGIN } from '../support/deploying.ts'
import { anAccount } from '../support/recorded-cloudflare.ts'

const STAGING = [
  '--staging',
  ...['--origin', 'https://staging.northwind.example'],
  ...['--reply-domain', 'staging-calendar.northwind.example'],
  ...['--jurisdiction', 'eu', '--first-manager', '', '--mail'],
]

test('a staging deployment has its own database, writes only to whom it names, and leaves the zone its catch-all', async () => {
  const { account, outside, said } = await deployed()
  const staging = { ...outside, ask: null, fetch: wellAt('https://staging.northwind.example', outside) }
  await expect(deploy([...STAGING, 'cloudflare'], staging)).rejects.toThrow('give --mail-to')
  await expect(
    deploy([...STAGING, 'smtp://relay.example', '--mail-to', 'a@b.example'], staging),
  ).rejects.toThrow('delivers nowhere')
  await deploy([...STAGING, 'cloudflare', '--mail-to', 'test@northwind.example'], staging)
  expect(account.databases).toMatchObject([{ name: 'sotto' }, { name: 'sotto-staging' }])
  expect(account.configs.get('sotto-staging')).toMatchObject({
    send_email: [{ name: 'MAIL', allowed_destination_addresses: ['test@northwind.example'] }],
  })
  expect(account.configs.get('sotto')).toMatchObject({ send_email: [{ name: 'MAIL' }] })
  expect(account.catchAll.get('zon')).toMatchObject({ actions: [{ value: ['sotto'] }] })
  expect(said.join('\n')).toContain('no answer arrives')
})

test('a staging that comes first has the catch-all until the real one is deployed, which takes it over', async () => {
  const account = anAccount()
  const { outside, said, close } = await aTable(account)
  const staging = { ...outside, fetch: wellAt('https://staging.northwind.example', outside) }
  await deploy([...STAGING, 'cloudflare', '--mail-to', 'anybody'], { ...staging, ask: null })
  expect(account.catchAll.get('zon')).toMatchObject({ actions: [{ value: ['sotto-staging'] }] })
  await deploy([], outside)
  expect(account.catchAll.get('zon')).toMatchObject({ actions: [{ value: ['sotto'] }] })
  expect(said.join('\n')).toContain('to the Worker sotto, and no longer to sotto-staging')
  said.length = 0
  await deploy(['--staging'], { ...staging, ask: null })
  close()
  expect(said.join('\n')).toContain('no answer arrives')
  expect(account.catchAll.get('zon')).toMatchObject({ actions: [{ value: ['sotto'] }] })
})

test('the staging of another deployment keeps its catch-all', async () => {
  const account = anAccount()
  account.catchAll.set('zon', { enabled: true, actions: [{ type: 'worker', value: ['fabrikam-staging'] }] })
  const { outside, close } = await aTable(account)
  await expect(deploy([], outside)).rejects.toThrow('is taken (fabrikam-staging)')
  close()
})

test('a staging deployment is offered a reply domain of its own', async () => {
  const { outside, questions, close } = await aTable(anAccount(), [
    'https://staging.northwind.example',
    '',
    'eu',
    '',
    '',
  ])
  await deploy(['--staging', '--mail-to', 'anybody'], {
    ...outside,
    fetch: wellAt('https://staging.northwind.example', outside),
  })
  close()
  expect(questions[1]).toContain('[calendar-staging.northwind.example]')
  expect(await readKept(join(outside.directory, 'sotto-staging'))).toMatchObject({
    answers: { replyDomain: 'calendar-staging.northwind.example' },
  })
})

test('an address or a reply domain of another deployment is refused before anything is made', async () => {
  const { account, outside } = await deployed()
  account.made.length = 0
  const rest = ['--jurisdiction', 'eu', '--first-manager', '', '--mail', 'cloudflare', '--mail-to', 'anybody']
  const tried = (origin: string, replyDomain: string) =>
    deploy(['--staging', '--origin', origin, '--reply-domain', replyDomain, ...rest], {
      ...outside,
      ask: null,
    })
  await expect(tried(ORIGIN, 'other.northwind.example')).rejects.toThrow(
    'leadership.northwind.example is the address of the deployment sotto',
  )
  await expect(tried('https://staging.northwind.example', 'Calendar.northwind.example')).rejects.toThrow(
    'Answers to calendar.northwind.example come to the deployment sotto',
  )
  expect(account.made).toEqual([])
})

test('bounces of a domain that go to another queue are not asked for twice', async () => {
  const account = anAccount()
  const another = {
    name: 'intranet',
    source: { type: 'email.sending', domain: 'calendar.northwind.example' },
    destination: { queue_id: 'another' },
  }
  const others = Array.from({ length: 100 }, (_, at) => ({
    ...another,
    source: { ...another.source, domain: `other-${at}.example` },
  }))
  account.subscriptions.push(...others, another)
  const { outside, close } = await aTable(account)
  await expect(deploy([], outside)).rejects.toThrow(
    /bounces: .+calendar\.northwind\.example goes to another queue already \(intranet\)/,
  )
  expect(account.subscriptions).toHaveLength(101)

  const [own] = account.queues
  account.subscriptions.pop()
  account.subscriptions.push({ ...another, enabled: false, destination: { queue_id: own?.queue_id } })
  await expect(deploy([], outside)).rejects.toThrow('The subscription intranet is switched off')
  close()
})

test('all deployments are upgraded in turn, a staging before its own, and the first that fails stops the rest', async () => {
  const { account, outside, said } = await deployed()
  const kept = await readKept(join(outside.directory, 'sotto'))
  if (!kept) throw new Error('nothing is kept')
  for (const name of ['aaa', 'sotto-staging', 'zzz'])
    await writeKept(join(outside.directory, name), {
      answers: {
        ...kept.answers,
        origin: `https://${name}.elsewhere.example`,
        replyDomain: `${name}.example`,
      },
      isFinished: true,
    })
  said.length = 0
  account.made.length = 0
  await expect(deploy(['--all'], outside)).rejects.toThrow(
    /^aaa failed\. Not reached: sotto-staging, sotto, zzz\./,
  )
  expect(said).toEqual(['— aaa'])
  expect(account.made).toEqual([])

  for (const name of ['aaa', 'sotto-staging']) await rm(join(outside.directory, name), { recursive: true })
  await expect(deploy(['--all'], outside)).rejects.toThrow(/^zzz failed\. Not reached: none\./)
  expect(said).toContain('health: https://leadership.northwind.example/health answers')
})

test('each organisation trusts the Access team that was said for it, and no other', async () => {
  const { account, outside } = await deployed()
  expect(account.configs.get('sotto')).toMatchObject({ vars: { ACCESS_TEAM: '', ACCESS_AUD: '' } })
  const team = 'https://fabrikam.cloudflareaccess.com'
  const audience = 'a1'.repeat(32)
  const flags = ['--origin', 'https://fabrikam.example', '--reply-domain', 'fabrikam-mail.example']
  account.zones.push(
    { id: 'fab', name: 'fabrikam.example', status: 'active', account: { id: 'acc' } },
    { id: 'mai', name: 'fabrikam-mail.example', status: 'active', account: { id: 'acc' } },
  )
  const fabrikam = { ...outside, ask: null, fetch: wellAt('https://fabrikam.example', outside) }
  const words = [
    '--name',
    'fabrikam',
    ...flags,
    '--jurisdiction',
    'eu',
    '--first-manager',
    '',
    '--mail',
    'cloudflare',
  ]
  await expect(deploy([...words, '--access-team', team], fabrikam)).rejects.toThrow('ACCESS_AUD')
  await deploy([...words, '--access-team', team, '--access-aud', audience], fabrikam)
  await deploy(['--name', 'fabrikam'], fabrikam)
  await deploy([], outside)
  expect(account.configs.get('fabrikam')).toMatchObject({ vars: { ACCESS_TEAM: team, ACCESS_AUD: audience } })
  expect(account.configs.get('sotto')).toMatchObject({ vars: { ACCESS_TEAM: '', ACCESS_AUD: '' } })
})

function wellAt(origin: string, { fetch }: Outside): Outside['fetch'] {
  return (asked, init) =>
    asked === `${origin}/health` ? Promise.resolve(new Response('')) : fetch(asked, init)
}
