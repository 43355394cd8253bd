import type { Locator, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'

import { openBrowser } from '../support/browser.ts'
import { type Server, startServer } from '../support/server.ts'

/** Nine o'clock in Paris, a Monday: the demo's people have left six kinds of things for Nadia. */
const NOW = '2027-03-15T08:00:00Z'

const browser = await openBrowser()
afterAll(() => browser.close())

type Deed = (line: Locator) => Promise<number>

/** One touch. */
const press =
  (name: RegExp): Deed =>
  async (line) => {
    await line.getByRole('button', { name }).click()
    return 1
  }

/** “Would early the week after do?”: asked again from that day on. */
const askLater: Deed = async (line) => {
  await line.getByText('Ask again later').click()
  await line.getByLabel('Ask again after').fill('2027-03-22')
  await line.getByRole('button', { name: 'Save' }).click()
  return 3
}

/** What waits, how it is finished, and what the page says then. */
const MORNING: readonly (readonly [string, Deed, string])[] = [
  ['Proposes another time', press(/^Accept Wed 24 March, 08:00/), 'Moved.'],
  ['An answer needs a person to look at it', askLater, 'Put off until the day that was asked for.'],
  [
    'Not answered for two working days',
    press(/^Remind Siew Hoon Lim/),
    'Reminded of the times that are held. Siew Hoon Lim will be told at',
  ],
  ['No next date', press(/^Offer Thu.08:30, Fri.07:00, Mon.07:00/), 'Times offered.'],
  ['Not logged', press(/^It took place/), 'Logged.'],
  ['The mentor asks you to look', press(/^Done/), 'Dealt with.'],
]

test.each([
  ['at a desk', 1280, true],
  ['on a phone', 390, true],
  ['at a desk without script', 1280, false],
])(
  'a morning of six lines %s takes eight touches at most; each says what it did and can be undone',
  async (_, width, hasScript) => {
    const server = await startServer({ env: { TEST_NOW: NOW } })
    const page = await todayOf(server, width, hasScript)
    for (const [line, deed, says] of MORNING) {
      await deed(lineOf(page, line).first())
      await expectSaid(page, says)
      await undo(page, line)
    }

    let touches = 0
    for (const [line, deed, says] of MORNING) {
      const next = await idAfter(page, line)
      touches += await deed(lineOf(page, line).first())
      await expectSaid(page, says)
      // The eye stays: on the next line, which is in sight.
      expect([null, await idInFocus(page, hasScript)]).toContain(next)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    }
    expect(touches).toBeLessThanOrEqual(8)
    for (const [line] of MORNING.slice(3)) expect(await lineOf(page, line).count()).toBe(0)
    expect(await lineOf(page, 'Proposes another time').count()).toBe(0)
    await page.context().close()
    await server.stop()
  },
  120_000,
)

async function todayOf(server: Server, width: number, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'en-GB',
    javaScriptEnabled,
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  await page.goto(`${server.origin}/dev`)
  await page.getByRole('link', { name: 'Sign in as Nadia Haddad' }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/today/)
  return page
}

/** The first line of this kind. */
function lineOf(page: Page, kind: string): Locator {
  return page.locator('ol.today > li').filter({ hasText: kind })
}

async function expectSaid(page: Page, words: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).waitFor()
}

/** Nobody has heard of it, and the line is back. */
async function undo(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Undo' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /Undone|It is back/ })
    .waitFor()
  await lineOf(page, kind).first().waitFor()
}

/** The line under the first one of this kind. */
async function idAfter(page: Page, kind: string): Promise<string | null> {
  const next = lineOf(page, kind).first().locator('xpath=following-sibling::li[1]')
  return (await next.count()) > 0 ? next.getAttribute('id') : null
}

/** With script the line has the focus; without, the address names it. */
async function idInFocus(page: Page, hasScript: boolean): Promise<string | null> {
  return page.evaluate(
    (isFocused) => (isFocused ? document.activeElement?.id : location.hash.slice(1)) ?? null,
    hasScript,
  )
}
