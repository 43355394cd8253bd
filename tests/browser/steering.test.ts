import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'

import { findings } from '../support/axe.ts'
import { leadingOn, openBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'

/** Nine o'clock in Paris, a Monday. */
const NOW = '2027-03-15T08:00:00Z'

const [server, browser] = await Promise.all([startServer({ env: { TEST_NOW: NOW } }), openBrowser()])
afterAll(async () => {
  await browser.close()
  await server.stop()
})

test.each([
  ['a phone', 390, 'Ingrid Solberg'],
  ['a desk', 1280, 'Dana Kowalski'],
])(
  'an offer is steered and sent on %s without script',
  async (_, width, executive) => {
    const page = await managersPage(width)
    await openOffer(page, executive)
    await page.locator('#as-they-see-it > summary').click()
    await expectFine(page, 'as they see it')
    expect(await overlapping(page, '#as-they-see-it .disclosure > summary')).toEqual([])
    await leadingOn(page, page.getByRole('button', { name: 'early The week after' }).click())
    await expectFine(page, 'the week after')
    expect(await shownDays(page)).toEqual([
      'Monday 29 March 2027',
      'Monday 29 March 2027',
      'Tuesday 30 March 2027',
    ])

    const another = page.getByRole('button', { name: /^Another time instead/ }).first()
    await leadingOn(page, another.click())
    await page.locator('#free-times > summary').click()
    await leadingOn(page, page.locator('#free-times button').first().click())
    expect(await shownDays(page)).toHaveLength(4)

    await page.locator('#own-time > summary').click()
    await page.getByLabel('Date', { exact: true }).fill('2027-03-30')
    await page.getByLabel('Time', { exact: true }).fill('21:00')
    await leadingOn(page, page.getByLabel('Time', { exact: true }).press('Enter'))
    await expectFine(page, 'a time that needs a reason')
    await page.getByLabel('Reason').fill('Both said so.')
    await leadingOn(page, page.getByRole('button', { name: 'Add this time' }).click())
    expect(await shownDays(page)).toHaveLength(5)

    await page.getByRole('button', { name: 'Hold these times and send' }).click()
    await page.waitForURL(/\/sessions\//)
    await expectFine(page, 'who is asked')
    expect(await page.getByRole('heading', { name: 'Waiting for' }).isVisible()).toBe(true)
    expect(await page.locator('.primary').count()).toBe(0)
    await page.context().close()
  },
  120_000,
)

async function managersPage(width: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'en-GB',
    javaScriptEnabled: false,
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  await page.goto(`${server.origin}/dev`)
  await page.getByRole('link', { name: 'Sign in as Nadia Haddad' }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/today/)
  return page
}

async function openOffer(page: Page, executive: string): Promise<void> {
  await page.goto(`${server.origin}/pairings`)
  await page.getByRole('link', { name: executive }).first().click()
  await page.getByRole('link', { name: 'Offer times' }).click()
}

/** The texts of lines that begin before the line above them ends. */
async function overlapping(page: Page, lines: string): Promise<readonly string[]> {
  const boxes = await Promise.all(
    (await page.locator(lines).all()).map(async (line) => ({
      ...{ text: await line.innerText(), box: await line.boundingBox() },
    })),
  )
  expect(boxes.length).toBeGreaterThan(1)
  return boxes.flatMap(({ text, box }, nth) => {
    const above = boxes[nth - 1]?.box
    return above && box && box.y < above.y + above.height - 1 ? [text] : []
  })
}

async function shownDays(page: Page): Promise<readonly string[]> {
  return page.locator('#found .when-day').allTextContents()
}

/** Nothing for axe to find, and no sideways scroll. Axe needs script, which the page does not: it reads a copy. */
async function expectFine(page: Page, state: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  const copy = await context.newPage()
  const styles = await page.locator('link[rel=stylesheet]').getAttribute('href')
  await copy.route('**/*', (route) =>
    route.request().url() === page.url().split('#')[0]
      ? void page.content().then((body) => route.fulfill({ contentType: 'text/html', body }))
      : void route.continue(),
  )
  await copy.goto(page.url())
  expect(styles).not.toBe(null)
  expect(await findings(copy, null), state).toEqual([])
  expect(await copy.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), state).toBe(
    true,
  )
  await context.close()
}
