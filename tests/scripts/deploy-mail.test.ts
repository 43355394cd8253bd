import { expect, test } from 'vitest'

import { main as deploy } from '../../scripts/deploy.ts'
import { aTable, deployed, ORIGIN } from '../support/deploying.ts'
import { type Account, anAccount } from '../support/recorded-cloudflare.ts'

const OWN = 'northwind-replies.example'

test('a sending domain whose long DKIM record is shown in several strings is left as it is', async () => {
  const { account, outside, said } = await deployed()
  expect(account.records.find(({ name }) => name.includes('_domainkey'))?.content.length).toBeGreaterThan(255)
  account.made.length = 0
  await deploy([], outside)
  expect(account.made.filter((each) => /sending|dns_records/.test(each))).toEqual([])
  expect(said.join('\n')).toContain('0 of its 3 DNS records were missing')
})

test('a DNS record that is there already, though it was not listed yet, is no failure', async () => {
  const { outside, account } = await deployed()
  const blind = {
    ...outside,
    fetch: (url: string, init?: RequestInit) =>
      url.includes('dns_records?name=cf-1.')
        ? Promise.resolve(Response.json({ success: true, result: [] }))
        : outside.fetch(url, init),
  }
  account.made.length = 0
  await deploy([], blind)
  expect(account.made).toContain('POST /zones/zon/dns_records')
})

test('where Email Routing of the zone is off, no installation is said to receive mail', async () => {
  const account = anAccount()
  account.routing.clear()
  const { outside, said, close } = await aTable(account)
  await expect(deploy([], outside)).rejects.toThrow(
    /receiving: Email Routing of northwind\.example is off \(unconfigured\).+no answer would arrive/,
  )
  expect(said.join('\n')).not.toContain('Begin at')
  account.routing.add('zon')
  await deploy([], outside)
  account.routing.clear()
  // As well when it was switched off later.
  await expect(deploy([], outside)).rejects.toThrow('Email Routing of northwind.example is off')
  close()
})

test('a reply domain that is a zone of its own receives at its apex, and the zone of ORIGIN is left alone', async () => {
  const account = withZoneOfItsOwn()
  const { outside, close } = await aTable(account, [ORIGIN, OWN, 'eu', '', ''])
  await deploy([], outside)
  await deploy([], outside)
  close()
  expect(account.records.filter(({ type }) => type === 'MX')).toEqual([
    { zone: 'rep', type: 'MX', name: OWN, content: 'route1.mx.cloudflare.net' },
  ])
  expect(account.catchAll.get('rep')).toMatchObject({ actions: [{ type: 'worker', value: ['sotto'] }] })
  expect(account.catchAll.has('zon')).toBe(false)
  expect(account.sending).toMatchObject([{ zone: 'rep', name: OWN }])
  expect(account.subscriptions).toMatchObject([{ source: { zone_id: 'rep', domain: OWN } }])
})

test('a zone of its own that has a company’s mail is refused', async () => {
  const account = withZoneOfItsOwn()
  account.records.push({ zone: 'rep', type: 'MX', name: OWN, content: 'mx.mail.example' })
  const { outside, close } = await aTable(account, [ORIGIN, OWN, 'eu', '', ''])
  await expect(deploy([], outside)).rejects.toThrow(`Mail to ${OWN} goes to mx.mail.example already`)
  close()
  expect(account.made).toEqual([])
})

function withZoneOfItsOwn(): Account {
  const account = anAccount()
  account.zones.push({ id: 'rep', name: OWN, status: 'active', account: { id: 'acc' } })
  return account
}
