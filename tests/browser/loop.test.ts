import type { Locator, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'

import { leadingOn, openBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'

/** Nine o'clock in Paris, a Monday. */
const NOW = '2027-03-15T08:00:00Z'

const [server, browser] = await Promise.all([startServer({ env: { TEST_NOW: NOW } }), openBrowser()])
afterAll(async () => {
  await browser.close()
  await server.stop()
})

test('a session dragged in the calendar moves, and both get a new invite; a refused one goes back', async () => {
  const { page, said } = await newPage()
  await signIn(page, 'Nadia Haddad')
  await page.getByRole('link', { name: 'Calendar' }).click()
  const session = page.locator('.fc-event').filter({ hasText: /09:00\s*Claude Bernard/ })
  await session.waitFor()
  const [before] = (await server.mail()).slice(-1)
  const [free] = await freeTimes(page)
  if (!free) throw new Error('nothing is free')

  await drag(page, session, {
    days: 0,
    hours: (Date.parse(free) - Date.parse('2027-03-16T08:00:00Z')) / 3_600_000,
  })
  await page.getByRole('button', { name: 'Move', exact: true }).click()
  await page.locator('#calendar-said').filter({ hasText: 'Moved' }).waitFor()
  await page.reload()
  const moved = page.locator('.fc-event').filter({ hasText: new RegExp(`${wallIn(free)}\\s*Claude Bernard`) })
  await moved.waitFor()
  // For a minute it could be undone.
  expect(await server.mail(before?.id)).toEqual([])
  await server.clock('2027-03-15T08:01:00Z')
  await server.tick()
  expect((await server.mail(before?.id)).map(({ to }) => to).toSorted()).toEqual([
    'claude.bernard@northwind.example',
    'tom.leroy@northwind.example',
  ])

  // Nobody is open on Saturday: the sentence is shown, and the event goes back.
  await drag(page, moved, { days: 4, hours: 0 })
  await page.locator('#calendar-said').filter({ hasText: /\w/ }).waitFor()
  await moved.waitFor()
  expect(await page.locator('#calendar-said').textContent()).not.toContain('Moved')
  expect((await server.mail(before?.id)).length).toBe(2)
  expect(said.filter((line) => !line.includes('409'))).toEqual([])
})

test('a newcomer clicks through the whole loop: offer, answer, invite, reply, bump, log, next round', async () => {
  const { page, said } = await newPage()
  await signIn(page, 'Nadia Haddad')
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Ingrid Solberg' })
    .getByRole('link', { name: 'Other times' })
    .click()
  await page.getByRole('button', { name: 'Hold these times and send' }).click()
  await expectText(page, 'Waiting for an answer')
  const story = page.url()
  await page.getByRole('button', { name: 'Send now' }).click()
  await expectText(page, 'Odile Marchand is told.')

  // The assistant opens her mail and taps one of three times.
  await openMail(page, 'Odile Marchand', /Ingrid Solberg/)
  await page
    .getByRole('region', { name: 'The mail' })
    .getByRole('link', { name: /March 2027/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expectText(page, 'Thank you. That is all.')

  // Both are invited; the executive's calendar accepts by mail, and the manager's page shows it.
  await openMail(page, 'Ingrid Solberg', /30 min with T. Leroy/)
  await page.getByRole('button', { name: 'Accept' }).click()
  await expectText(page, 'The answer was understood and applied.')
  await page.goto(story)
  await expectText(page, 'Accepted')
  await expectText(page, 'by calendar')
  const end = await endOf(page)

  // The next session is declined: ten minutes later new times are sent.
  await openMail(page, 'Louise Garnier', /30 min avec P. Raman/)
  await page.getByRole('button', { name: 'Decline' }).click()
  await expectText(page, 'The answer was understood and applied.')
  await page.goto(`${server.origin}/dev`)
  await leadingOn(page, page.getByRole('button', { name: 'Ten minutes on' }).click())
  await openMail(page, 'Camille Petit', /Nouveaux|nouveaux/)
  await page.goto(`${server.origin}/pairings`)
  await page.getByRole('link', { name: 'Louise Garnier' }).click()
  await expectText(page, 'Being arranged')

  // After the end the mentor logs from his mail: link, chip, save.
  await stopClock(page, end)
  await openMail(page, 'Tom Leroy', /how did it go/)
  await page.getByRole('link', { name: 'Happened' }).click()
  await page.getByRole('radio', { name: 'Answer one question in public' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expectText(page, 'Saved. Thank you.')

  await openMail(page, 'Odile Marchand', /Ingrid Solberg/)
  await signIn(page, 'Nadia Haddad')
  await page.goto(story)
  await expectText(page, 'Happened')
  await page.getByRole('link', { name: 'Their pairing' }).first().click()
  await expectText(page, 'Being arranged')
  await expectText(page, 'Answer one question in public')

  expect(said).toEqual([])
})

async function newPage() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  return { page, said }
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${server.origin}/dev`)
  await page.getByRole('link', { name: `Sign in as ${name}` }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/(?:today|mine)/)
}

/** Opens a person's latest mail with such a subject. */
async function openMail(page: Page, name: string, subject: RegExp): Promise<void> {
  await page.goto(`${server.origin}/dev`)
  await page.getByRole('link', { name: new RegExp(`^Mail \\(\\d+\\) to ${name}$`) }).click()
  await page.getByRole('link', { name: subject }).first().click()
}

async function expectText(page: Page, text: string): Promise<void> {
  await page.getByText(text).first().waitFor()
}

/** The session's end, from the page's `<time>`. */
async function endOf(page: Page): Promise<string> {
  const end = await page.locator('.when time').nth(1).getAttribute('datetime')
  return end ?? ''
}

/** Sets the clock six minutes later with the form of the development page; Paris winter time. */
async function stopClock(page: Page, moment: string): Promise<void> {
  const wall = new Date(Date.parse(moment) + 66 * 60_000).toISOString().slice(0, 16)
  await page.goto(`${server.origin}/dev`)
  await page.getByLabel('Stop at').fill(wall)
  await page.getByRole('button', { name: 'Stop there' }).click()
  await page.getByText('It stands still').waitFor()
}

/** Starts on Tuesday after nine that the judge accepts for Tom Leroy and Mr Bernard. */
async function freeTimes(page: Page): Promise<readonly string[]> {
  const query = 'from=2027-03-16T08:15:00Z&to=2027-03-16T11:00:00Z&minutes=25'
  const answer = await page.request.get(
    `${server.origin}/api/v1/pairings/pai_tom-leroy-and-claude-bernard/slots?${query}`,
  )
  const { slots }: { readonly slots: readonly { readonly start: string }[] } = await answer.json()
  return slots.map(({ start }) => start)
}

function wallIn(moment: string): string {
  return new Date(Date.parse(moment) + 3_600_000).toISOString().slice(11, 16)
}

async function drag(
  page: Page,
  what: Locator,
  by: { readonly days: number; readonly hours: number },
): Promise<void> {
  const [box, lanes, days] = await Promise.all([
    what.boundingBox(),
    Promise.all(
      ['10:00:00', '11:00:00'].map((time) =>
        page.locator(`.fc-timegrid-slot-lane[data-time="${time}"]`).boundingBox(),
      ),
    ),
    page.locator('.fc-timegrid-col[data-date]').first().boundingBox(),
  ])
  if (!box || !days) throw new Error('nothing to drag')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const right = by.days * days.width
  const down = by.hours * ((lanes[1]?.y ?? 0) - (lanes[0]?.y ?? 0))
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (const part of [0.25, 0.5, 0.75, 1]) await page.mouse.move(x + right * part, y + down * part)
  await page.mouse.up()
}
