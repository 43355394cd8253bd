import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { resendFailed } from '../../../../worker/actions/letter/resend-failed.ts'
import { stopAddress } from '../../../../worker/actions/letter/stop-address.ts'
import { cancelSession } from '../../../../worker/actions/session/cancel.ts'
import { deliverDue } from '../../../../worker/delivery/out/deliver.ts'
import { DAY, before } from '../../../../worker/domain/time/time.ts'
import { purgeLetters } from '../../../../worker/storage/letter/purge.ts'
import { AS_NADIA, NADIA, northwind, TOM } from '../../../support/northwind.ts'
import { signedInBrowser } from '../../../support/signed-in-browser.ts'
import { inClear } from '../../../support/stored-letters.ts'

const Listed = z.object({
  deliveries: z.array(
    z.object({ id: z.string(), state: z.string(), address: z.string(), addressStopped: z.boolean() }),
  ),
})

test('the manager sees what became of every letter, and nobody else does', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get('/deliveries')).text()

  expect(page).toContain('to Claude Bernard')
  expect(page).toContain('tom@northwind.example')
  expect(page).not.toContain('30 min with')
  for (const path of ['/deliveries', '/api/v1/deliveries'])
    expect((await (await signedInBrowser(world.platform, TOM)).get(path)).status).toBe(404)
  expect((await (await signedInBrowser(world.platform, null)).get('/api/v1/deliveries')).status).toBe(401)
})

test('one press clears a suppressed address, and its waiting letters are sent', async () => {
  const world = await northwind()
  const address = 'claude@northwind.example'
  await stopAddress(world.platform, { address, kind: 'complaint', detail: 'complaint' })
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  const nadia = await signedInBrowser(world.platform, NADIA)
  const [stopped] = await listed(await nadia.get('/api/v1/deliveries?state=stopped'))
  expect(stopped).toMatchObject({ address: 'claude@northwind.example', addressStopped: true })

  const page = await nadia.post(`/deliveries/${stopped?.id}/address`)
  expect(await page.text()).toContain('Mail goes there again: 1 on the way.')
  expect(await world.deliver()).toMatchObject({ sent: 1 })
})

test('a letter is sent again once for one id, by page and by program', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  const nadia = await signedInBrowser(world.platform, NADIA)
  const [letter] = await listed(await nadia.get('/api/v1/deliveries?state=sent'))
  const id = `let_${'7'.repeat(26)}`

  expect((await nadia.post(`/deliveries/${letter?.id}/retry`, { id })).status).toBe(303)
  expect(await (await nadia.json(`/api/v1/deliveries/${letter?.id}/retry`, { id })).json()).toEqual({
    id,
    state: 'waiting',
  })
  expect(await world.deliver()).toMatchObject({ sent: 1 })
  expect((await nadia.json('/api/v1/deliveries/let_nothing/retry', {})).status).toBe(404)
})

test('what was set aside is shown with its reason, can be filtered, and is never undelivered on Today', async () => {
  const world = await northwind()
  const { id } = await world.fixed('2027-03-22T10:00Z')
  await cancelSession(world.platform, id, { reopen: false }, AS_NADIA)
  expect(await world.deliver()).toMatchObject({ sent: 0, superseded: 2, retired: 2 })
  const nadia = await signedInBrowser(world.platform, NADIA)
  for (const state of ['superseded', 'retired'])
    expect(await listed(await nadia.get(`/api/v1/deliveries?state=${state}`))).toMatchObject([
      { state },
      { state },
    ])
  const page = await (await nadia.get('/deliveries?state=retired')).text()
  expect(page).toContain('No longer needed')
  expect(page).toContain('The invite it cancels never went out.')
  expect(page).not.toContain('Send again')
  expect(await (await nadia.get('/api/v1/today')).text()).not.toContain('undelivered')
})

test('a letter whose words are gone is listed without its address, and can be sent again', async () => {
  const world = await northwind()
  await world.fixed('2027-04-22T10:00Z')
  await world.deliver()
  world.setNow('2027-03-23T08:00Z')
  await purgeLetters(world.platform.db, world.platform.now(), 100)
  const nadia = await signedInBrowser(world.platform, NADIA)
  const [letter] = await listed(await nadia.get('/api/v1/deliveries?state=sent'))
  expect(letter).toMatchObject({ address: '', addressStopped: false })
  const page = await (await nadia.get('/deliveries')).text()
  expect(page).toContain('to Claude Bernard')
  expect((await nadia.json(`/api/v1/deliveries/${letter?.id}/retry`, {})).status).toBe(200)
  expect(await world.deliver()).toMatchObject({ sent: 1 })
})

test('a failed letter is on Today for thirty days, and among the deliveries for good', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  const { db, now } = world.platform
  await db.run(sql`UPDATE outbox SET state = 'failed'`)
  const failed = async (days: number) => {
    await db.run(sql`UPDATE outbox SET created_at = ${before(now(), days * DAY)}`)
    const nadia = await signedInBrowser(world.platform, NADIA)
    const today = await (await nadia.get('/api/v1/today')).text()
    const letters = await listed(await nadia.get('/api/v1/deliveries?state=failed'))
    return [today.includes('"undelivered"'), letters.length > 0]
  }

  expect(await failed(29)).toEqual([true, true])
  expect(await failed(31)).toEqual([false, true])
})

test('sending that has stopped leads Today, and the page of letters says since when and why', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  const nadia = await signedInBrowser(world.platform, NADIA)
  expect(await (await nadia.get('/deliveries')).text()).not.toContain('No mail is going out')
  await world.platform.db.run(
    sql`UPDATE sending SET stopped_at = ${world.platform.now()}, error = 'smtp-auth-535-5.7.8'`,
  )

  const today = await (await nadia.get('/today')).text()
  expect(today.match(/No mail is going out/g)).toHaveLength(1)
  expect(today).toContain('href="/deliveries"')
  const page = await (await nadia.get('/deliveries')).text()
  expect(page).toContain('No mail is going out: smtp-auth-535-5.7.8.')
  const french = await signedInBrowser(world.platform, NADIA)
  await world.platform.db.run(sql`UPDATE people SET locale = 'fr', version = version + 1 WHERE id = ${NADIA}`)
  expect(await (await french.get('/deliveries')).text()).toContain('Aucun courriel ne part')
})

test('“send all again” sends what failed for good and is still true, in one programme, and says what it did', async () => {
  const { world, nadia } = await withTwoFailed()
  const page = await (await nadia.get('/deliveries?state=failed')).text()
  expect(page).toContain('Send again all that were not delivered')

  const answer = await nadia.post('/deliveries/retry', { programmeId: 'prg_northwind' })
  expect(await answer.text()).toContain('2 emails are on their way again.')
  expect(await world.deliver()).toMatchObject({ sent: 2 })
  const again = await nadia.post('/deliveries/retry', { programmeId: 'prg_northwind' })
  expect(await again.text()).toContain('None was left undelivered.')
  expect(await world.deliver()).toMatchObject({ sent: 0 })
})

test('what failed and is no longer true stays, and is counted', async () => {
  const { world } = await withTwoFailed()
  world.setNow('2027-03-22T12:00Z')
  const signedIn = await signedInBrowser(world.platform, NADIA)

  const answer = await signedIn.json('/api/v1/deliveries/retry', {})
  expect(await answer.json()).toEqual({ resent: 0, overtaken: 2 })
  expect(await world.deliver()).toMatchObject({ sent: 0 })
  expect(await listed(await signedIn.get('/api/v1/deliveries?state=failed'))).toHaveLength(2)
})

test('what is untrue on top hides nothing below it', async () => {
  const { world } = await withTwoFailed()
  await inClear(world.platform)
  await world.platform.db
    .run(sql`INSERT INTO outbox (id, dedupe_key, person_id, session_id, letter, state, due_at, created_at)
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 450)
    SELECT 'let_old' || n, 'old:' || n, person_id, session_id,
      json_set(letter, '$.id', 'let_old' || n, '$.time.start', 1, '$.time.end', 2), 'failed', due_at, created_at + n
    FROM numbers, (SELECT * FROM outbox LIMIT 1)`)
  await world.platform.db.run(sql`UPDATE outbox SET fault = 'moment', lease = 'somebody'`)

  expect(await resendFailed(world.platform, 'prg_northwind', { rounds: 2, atOnce: 200 })).toEqual({
    resent: 0,
    overtaken: 400,
    more: true,
  })
  const nadia = await signedInBrowser(world.platform, NADIA)
  const answer = await nadia.json('/api/v1/deliveries/retry', {})
  expect(await answer.json()).toEqual({ resent: 2, overtaken: 450 })
  expect(await world.platform.db.all(sql`SELECT fault, lease FROM outbox WHERE state = 'waiting'`)).toEqual([
    { fault: null, lease: null },
    { fault: null, lease: null },
  ])
  expect(await world.deliver()).toMatchObject({ sent: 2 })
})

test('nobody sends the letters of another programme again', async () => {
  const { world, nadia } = await withTwoFailed()
  expect((await nadia.post('/deliveries/retry', { programmeId: 'prg_fabrikam' })).status).toBe(404)
  expect((await nadia.json('/api/v1/deliveries/retry', { programmeId: 'prg_fabrikam' })).status).toBe(404)
  const tom = await signedInBrowser(world.platform, TOM)
  expect((await tom.post('/deliveries/retry', { programmeId: 'prg_northwind' })).status).toBe(404)
  expect(await world.deliver()).toMatchObject({ sent: 0 })
})

async function withTwoFailed() {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await world.platform.db.run(sql`UPDATE outbox SET state = 'failed', error = 'smtp-sender-553'`)
  return { world, nadia: await signedInBrowser(world.platform, NADIA) }
}

async function listed(answer: Response) {
  return Listed.parse(await answer.json()).deliveries
}

test('a test mail goes to whoever asks, before all that waits, and the page says what the server answered', async () => {
  const world = await northwind()
  const nadia = await signedInBrowser(world.platform, NADIA)
  const pressed = await nadia.post('/deliveries/test', {})
  expect(await pressed.text()).toContain('A test email is on its way to nadia@northwind.example')
  await world.deliver()
  expect(world.sent.map(({ to, subject }) => ({ to, subject }))).toEqual([
    { to: 'nadia@northwind.example', subject: 'Your test email' },
  ])
  expect(await (await nadia.get('/deliveries')).text()).toContain('The mail server said: sent-1')

  for (const day of ['22', '23', '24']) await world.fixed(`2027-03-${day}T10:00Z`).catch(() => null)
  world.setMail({ ok: false, error: 'smtp-auth-535', fault: 'sending', mayBeHad: false })
  for (let count = 0; count < 3; count += 1) {
    await nadia.post('/deliveries/test', {})
    await world.deliver()
  }
  const tried: string[] = []
  const send = (mail: { readonly to: string }) => {
    tried.push(mail.to)
    return Promise.resolve({ ok: false, error: 'smtp-auth-535', fault: 'sending', mayBeHad: false } as const)
  }
  await nadia.post('/deliveries/test', {})
  await deliverDue({ ...world.platform, send })
  expect(tried).toEqual(['nadia@northwind.example'])
  expect(await (await nadia.get('/deliveries')).text()).toContain('smtp-auth-535')
})
