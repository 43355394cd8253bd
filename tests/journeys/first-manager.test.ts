import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { tick } from '../../worker/http/dev/tick.ts'
import { type Mail, platformOf } from '../../worker/platform.ts'
import { findPersonByAddress } from '../../worker/storage/people/person.ts'
import { stranger } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { at } from '../support/times.ts'
import { visit } from '../support/worker.ts'
import { aManager } from '../support/world.ts'

const NAMED = 'Nadia Haddad <Nadia@Northwind.example>'
const NADIA = 'nadia@northwind.example'

test('the named first manager starts an empty installation by asking to sign in, and gets a programme', async () => {
  const installation = await anEmptyInstallation(NAMED)
  expect((await installation.ask(NADIA)).status).toBe(200)
  await tick(installation.platform)

  expect(installation.mails.map(({ to, subject }) => [to, subject])).toEqual([
    [NADIA, 'Your link to sign in'],
  ])
  expect(await installation.count('programmes')).toBe(1)
  expect(await findPersonByAddress(installation.platform.db, NADIA)).toMatchObject({
    name: 'Nadia Haddad',
    zone: 'UTC',
  })
})

test('five requests at once make one manager and one programme', async () => {
  const installation = await anEmptyInstallation(NAMED)
  await Promise.all(Array.from({ length: 5 }, () => installation.ask(NADIA)))
  expect(await installation.count('people')).toBe(1)
  expect(await installation.count('programmes')).toBe(1)
})

test('nobody else starts it, and nobody at all when no first manager is named', async () => {
  for (const [named, asking] of [
    [NAMED, 'eve@elsewhere.example'],
    ['', NADIA],
    ['no address', 'no address'],
  ] as const) {
    const installation = await anEmptyInstallation(named)
    await installation.ask(asking)
    await tick(installation.platform)
    expect(installation.mails).toEqual([])
    expect(await installation.count('people')).toBe(0)
  }
})

test('when the installation has people, the setting has no effect', async () => {
  const installation = await anEmptyInstallation(NAMED)
  await aManager(installation.platform, 'Rita Novak')
  await installation.ask(NADIA)
  await tick(installation.platform)
  expect(installation.mails).toEqual([])
  expect(await installation.count('people')).toBe(1)
})

test('in development the page of an empty installation makes the first manager, once', async () => {
  const installation = await anEmptyInstallation('')
  expect(await (await visit('/dev')).text()).toContain('Make the first manager')
  const make = (name: string, email: string) =>
    visit('/dev/first-manager', { method: 'POST', body: new URLSearchParams({ name, email }) })

  const made = await make('Nadia Haddad', NADIA)
  const path = made.headers.get('Location') ?? ''
  expect(path).toMatch(/^\/dev\/sign-in\?person=per_/)
  expect(await (await visit(path)).text()).toContain('manager of First programme')
  expect((await make('Eve', 'eve@elsewhere.example')).status).not.toBe(303)
  expect(await installation.count('people')).toBe(1)
  expect(await (await visit('/dev')).text()).not.toContain('Make the first manager')
})

async function anEmptyInstallation(firstManager: string) {
  const db = await freshDatabase()
  const mails: Mail[] = []
  const platform = platformOf(
    { ...env, FIRST_MANAGER: firstManager },
    {
      now: () => at('2027-03-15T08:00Z'),
      send: async (mail) => {
        mails.push(mail)
        return { ok: true, providerId: `kept-${mails.length}` }
      },
    },
  )
  const door = stranger(platform)
  return {
    platform,
    mails,
    ask: (email: string) => door.ask('/sign-in', { method: 'POST', body: new URLSearchParams({ email }) }),
    count: (table: 'people' | 'programmes') =>
      db.prepare(`SELECT count(*) AS count FROM ${table}`).first('count'),
  }
}
