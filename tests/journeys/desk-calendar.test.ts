import { expect, test } from 'vitest'

import { publishForExecutive } from '../../worker/actions/feed/publish-for.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { findBusyFeed } from '../../worker/storage/feed/busy-feed.ts'
import { insertAssistant } from '../../worker/storage/people/assistant.ts'
import { AS_NADIA, CLAUDE, NADIA, ODILE, UMA } from '../support/northwind.ts'
import { calendar, offer, withOwnPage } from '../support/own-calendar.ts'
import { runDue } from '../support/run-due.ts'
import { signedInBrowser } from '../support/signed-in-browser.ts'
import { at } from '../support/times.ts'
import { have } from '../support/world.ts'

const ADDRESS = 'https://calendar.example/s3cret/claude.ics'
const PAGE = `/desk/executives/${CLAUDE}/calendar`
const GIVEN_FOR_HIM = 'Its address was given by someone who answered for you.'

test('an assistant lets her executive’s calendar be read at her desk, and what is busy there is not offered', async () => {
  const { world, desk, press } = await atDesk()
  expect(await desk('/desk')).toContain('Let a calendar be read')
  const given = await press({ url: ADDRESS })
  expect([given.status, given.headers.get('Location')]).toEqual([303, `${PAGE}?done=calendar`])
  const page = await desk(PAGE)
  expect(page).toContain('Read from calendar.example.')
  expect(page).toContain('Last read')
  expect(page).not.toContain('s3cret')
  expect(await desk('/desk')).toContain('A calendar is read')
  expect(await findBusyFeed(world.platform, CLAUDE)).toMatchObject({ url: ADDRESS, assistantId: ODILE })

  const { value } = Object(await offer(world))
  const starts: readonly number[] = value.offer.options.map((each: { start: number }) => each.start)
  expect(starts.length).toBeGreaterThan(0)
  for (const start of starts) expect(start >= at('2027-04-30T12:00Z')).toBe(true)
})

test('he reads on his own page that she gave it, and ends it with one press', async () => {
  const { world, own, record, ownPress, press } = await atDesk()
  await ownPress({ calendar: 'yes', url: ADDRESS })
  expect(await own()).not.toContain(GIVEN_FOR_HIM)
  await press({ url: ADDRESS })
  expect(await own()).toContain(GIVEN_FOR_HIM)
  expect(await own()).toContain('Read from calendar.example.')
  expect(await record()).toContain(GIVEN_FOR_HIM)
  await ownPress({ calendar: 'yes', stop: 'yes' })
  expect(await findBusyFeed(world.platform, CLAUDE)).toBeNull()
})

test('of one that he gave she sees how it stands and not where it is; she can end it, too', async () => {
  const { world, desk, ownPress, press } = await atDesk()
  await ownPress({ calendar: 'yes', url: ADDRESS })
  const page = await desk(PAGE)
  expect(page).toContain('Its address was given by somebody else.')
  expect(page).toContain('Last read')
  expect(page).not.toContain('calendar.example')
  const ended = await press({ stop: 'yes' })
  expect(ended.headers.get('Location')).toBe(`${PAGE}?done=calendar-gone`)
  expect(await findBusyFeed(world.platform, CLAUDE)).toBeNull()
  expect(await offer(world)).toMatchObject({ ok: true })
})

test('while it cannot be read nothing is offered; her desk says so, and a manager reads no more than before', async () => {
  let answer = () => calendar('20270318T090000Z', '20270318T100000Z')
  const { world, desk, press } = await atDesk(() => answer())
  await press({ url: ADDRESS })
  answer = () => new Response('', { status: 404 })
  world.setNow('2027-03-15T10:00Z')
  await runDue(world.platform, 'read-feed')
  expect(await offer(world)).toMatchObject({ ok: false })
  expect(await desk('/desk')).toContain('A calendar cannot be read: no new times are offered')
  expect(await desk(PAGE)).toContain('There is nothing at its address')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const shown = await (await nadia.get(`/people/${CLAUDE}`)).text()
  expect(shown).toContain('Lets a calendar be read that cannot be')
  expect(shown).not.toMatch(/calendar\.example|given by/)
})

test('an address that cannot be read stays on the page with its sentence, and an empty field ends nothing', async () => {
  const { world, press } = await atDesk()
  const refused = await press({ url: 'https://10.0.0.1/a.ics' })
  const page = await refused.text()
  expect([refused.status, page]).toEqual([422, expect.stringContaining('public address')])
  expect(page).toContain('value="https://10.0.0.1/a.ics"')
  expect(await findBusyFeed(world.platform, CLAUDE)).toBeNull()
  await press({ url: ADDRESS })
  const empty = await press({ url: '' })
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('press the button below')])
  expect(await findBusyFeed(world.platform, CLAUDE)).not.toBeNull()
})

test('with her duty her hand on it ends; it is read on, and whoever answers next and he can end it', async () => {
  const { world, desk, own, press } = await atDesk()
  await press({ url: ADDRESS })
  // Uma answers beside her, and then alone.
  const from = world.platform.now()
  have(
    await inOneBatch(world.platform.db, [
      insertAssistant(world.platform.db, 'prg_northwind', CLAUDE, UMA, from),
    ]),
  )
  const uma = await signedInBrowser(world.platform, UMA)
  const seen = await (await uma.get(PAGE)).text()
  expect(seen).toContain('Its address was given by somebody else.')
  expect(seen).not.toContain('calendar.example')

  world.setNow('2027-03-15T09:00Z')
  have(await changePerson(world.platform, CLAUDE, { assistantIds: [UMA] }, AS_NADIA))
  expect(await desk(PAGE)).not.toContain('calendar.example')
  expect((await press({ stop: 'yes' })).headers.get('Location')).toContain('/sign-in')
  expect(await findBusyFeed(world.platform, CLAUDE)).toMatchObject({ state: 'known', assistantId: ODILE })
  expect(await own()).toContain(GIVEN_FOR_HIM)
  expect((await uma.post(PAGE, { stop: 'yes' })).status).toBe(303)
  expect(await findBusyFeed(world.platform, CLAUDE)).toBeNull()
})

test('the act itself asks whether she answers for him now, and where her sign-in reaches', async () => {
  const { world } = await atDesk()
  const { platform } = world
  const notHers = { ok: false, refusal: 'not-found' }
  expect(await publishForExecutive(platform, CLAUDE, ADDRESS, { id: UMA, door: 'link' })).toEqual(notHers)
  const elsewhere = { id: ODILE, door: 'link', reach: [] } as const
  expect(await publishForExecutive(platform, CLAUDE, ADDRESS, elsewhere)).toEqual(notHers)
  expect(await publishForExecutive(platform, CLAUDE, ADDRESS, { id: ODILE, door: 'link' })).toMatchObject({
    ok: true,
  })
})

/** Odile at her desk, and Claude on his own page. */
async function atDesk(answer = () => calendar('20270316T000000Z', '20270430T120000Z')) {
  const { world, own, record, press: ownPress } = await withOwnPage(answer)
  const odile = await signedInBrowser(world.platform, ODILE)
  return {
    ...{ world, own, record, ownPress },
    desk: async (path: string) => (await odile.get(path)).text(),
    press: (fields: Readonly<Record<string, string>>) => odile.post(PAGE, fields),
  }
}
