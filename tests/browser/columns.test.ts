import type { Locator, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'

import { findings } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'

/** Nine o'clock in Paris, a Monday; on Tuesday at nine Mr Bernard meets Tom Leroy, and Wei Jun Tan is open till eleven. */
const NOW = '2027-03-15T08:00:00Z'
const DAY = '/calendar?day=2027-03-16'

const [server, browser] = await Promise.all([startServer({ env: { TEST_NOW: NOW } }), openBrowser()])
afterAll(async () => {
  await browser.close()
  await server.stop()
})

test('a drop that is cancelled, also with Esc, goes back and mails nobody', async () => {
  const { page } = await openDay()
  const before = (await server.mail()).at(-1)
  for (const leave of ['button', 'Escape']) {
    await drag(page, sessionOf('Tom Leroy', page), columnOf('Wei Jun Tan', page), '10:00')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await (leave === 'button'
      ? dialog.getByRole('button', { name: 'Leave it where it is' }).click()
      : page.keyboard.press(leave))
    await dialog.waitFor({ state: 'hidden' })
    await sessionOf('Tom Leroy', page).waitFor()
    expect(await sessionOf('Wei Jun Tan', page).count()).toBe(0)
  }
  expect(await server.mail(before?.id)).toEqual([])
}, 60_000)

test('a drop outside a mentor’s hours is stopped with a sentence; a drop the judge refuses goes back with his', async () => {
  const { page, said } = await openDay()
  const status = page.getByRole('status')
  await drag(page, sessionOf('Tom Leroy', page), columnOf('Priya Raman', page), '10:00')
  await status.filter({ hasText: 'That is outside Priya Raman’s open hours.' }).waitFor()
  await sessionOf('Tom Leroy', page).waitFor()
  expect(said).toEqual([])

  // Held for an offer until half past four.
  await drag(page, sessionOf('Tom Leroy', page), columnOf('Priya Raman', page), '16:00')
  await status.filter({ hasText: 'Priya Raman is taken until 16:30' }).waitFor()
  await status.getByRole('link', { name: 'Move it on its page' }).waitFor()
  await sessionOf('Tom Leroy', page).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(said.filter((line) => !line.includes('409'))).toEqual([])
}, 60_000)

test('week and day lead to each other, and days to the next', async () => {
  const { page } = await openDay()
  await page.getByRole('link', { name: 'Later day' }).click()
  await page.getByRole('heading', { level: 1, name: 'Wednesday 17 March 2027' }).waitFor()
  await page.getByRole('link', { name: 'Week', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Week of Monday 15 March 2027' }).waitFor()
  await page.getByRole('link', { name: 'Thu 18 Mar' }).click()
  await page.getByRole('heading', { level: 1, name: 'Thursday 18 March 2027' }).waitFor()
}, 60_000)

test('a session dragged to another mentor asks for confirmation, and mails each of the three what concerns him', async () => {
  const { page, said } = await openDay()
  const before = (await server.mail()).at(-1)
  await drag(page, sessionOf('Tom Leroy', page), columnOf('Wei Jun Tan', page), '10:00')

  const dialog = page.getByRole('dialog', { name: 'Move Claude Bernard’s session to Tue 16 March 2027' })
  await dialog
    .getByText('Claude Bernard is told of the change, Wei Jun Tan gets an invite, Tom Leroy a cancellation.')
    .waitFor()
  expect(await findings(page, null)).toEqual([])
  expect(await server.mail(before?.id)).toEqual([])
  await dialog.getByRole('button', { name: 'Move' }).click()
  // “Moved” stands only until the notice has come, which stays.
  await page.getByRole('status').filter({ hasText: 'Somebody else stands in.' }).waitFor()

  await page.getByRole('link', { name: /^10:00\s*Claude Bernard with Wei Jun Tan, Fixed$/ }).waitFor()
  expect(await sessionOf('Tom Leroy', page).count()).toBe(0)
  expect(await sessionOf('Wei Jun Tan', page).count()).toBe(1)
  // For a minute it could be undone.
  expect(await server.mail(before?.id)).toEqual([])
  await server.clock('2027-03-15T08:01:00Z')
  await server.tick()
  const invites = (await server.mail(before?.id)).filter(({ raw }) => methodIn(raw) !== '')
  expect(invites.map(({ to, raw }) => `${methodIn(raw)} ${to}`).toSorted()).toEqual([
    'CANCEL tom.leroy@northwind.example',
    'REQUEST claude.bernard@northwind.example',
    'REQUEST weijun.tan@northwind.example',
  ])

  expect(said).toEqual([])
}, 60_000)

async function openDay() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1200 }, locale: 'en-GB' })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  await page.goto(`${server.origin}/dev`)
  await page.getByRole('link', { name: 'Sign in as Nadia Haddad' }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/today/)
  await page.goto(server.origin + DAY)
  await sessionOf('Tom Leroy', page).waitFor()
  return { page, said }
}

/** Found by the sentence about its mentor. */
function columnOf(mentor: string, page: Page): Locator {
  return page.locator(`[data-closed*="${mentor}"]`)
}

function sessionOf(mentor: string, page: Page): Locator {
  return columnOf(mentor, page).locator('a.is-fixed')
}

/** Drags by the middle of the first quarter of an hour, in several mouse moves. */
async function drag(page: Page, what: Locator, column: Locator, time: string): Promise<void> {
  await page.locator('.fc-timegrid-slot-lane[data-time="07:00:00"]').first().scrollIntoViewIfNeeded()
  const [from, lane] = [
    await what.boundingBox(),
    await column.locator(`.fc-timegrid-slot-lane[data-time="${time}:00"]`).boundingBox(),
  ]
  if (!from || !lane) throw new Error('nothing to drag')

  const [x, y] = [from.x + from.width / 2, from.y + 5]
  const [right, down] = [lane.x + lane.width / 2 - x, lane.y + 5 - y]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (const part of [0.05, 0.25, 0.5, 0.75, 1]) await page.mouse.move(x + right * part, y + down * part)
  await page.mouse.up()
}

function methodIn(raw: string): string {
  const encoded = /^Content-Type: text\/calendar;.*?\r\n\r\n([\s\S]*?)\r\n--/m.exec(raw)?.[1] ?? ''
  return /method=(\w+)/i.exec(raw)?.[1] ?? encoded
}
