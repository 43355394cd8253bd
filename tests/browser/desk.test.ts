import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'

import { leadingOn, openBrowser } from '../support/browser.ts'
import { type Server, startServer } from '../support/server.ts'

/** Nine o'clock in Paris, a Monday: Odile answers for three. */
const NOW = '2027-03-15T08:00:00Z'

const browser = await openBrowser()
afterAll(() => browser.close())

test.each([
  ['on a phone without script', 390, false],
  ['at a desk', 1280, true],
])(
  '%s a trip takes two touches, a pick one, a move three, and each says what it did',
  async (_, width, javaScriptEnabled) => {
    const server = await startServer({ env: { TEST_NOW: NOW } })
    const viewport = { width, height: 844 }
    const context = await browser.newContext({ viewport, locale: 'en-GB', javaScriptEnabled })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    await signIn(server, page)
    const bernard = page.locator('.desk > section').filter({ hasText: 'Claude Bernard' })

    // One field, one press; and so for a rule.
    await bernard.getByRole('textbox').fill('in New York 15–19 March')
    await press(page, 'Save for Claude Bernard')
    await expectSaid(page, 'Trip noted.')
    await bernard.getByText('In New York, 15–19 March 2027').waitFor()
    await bernard.getByRole('textbox').fill('never Mondays before 10')
    await press(page, 'Save for Claude Bernard')
    await bernard.getByText('Never on a Monday before 10:00').waitFor()

    await press(page, /^Tue 16 March, .* for Hélène Faure/)
    await expectSaid(page, 'Fixed.')

    // To the date, a time, and there.
    await leadingOn(
      page,
      bernard
        .getByRole('link', { name: /^Move or release/ })
        .first()
        .click(),
    )
    await page.locator('.chip input').nth(2).check()
    await press(page, 'Move it there')
    await expectSaid(page, 'Moved.')
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await context.close()
    await server.stop()
  },
  120_000,
)

async function signIn(server: Server, page: Page): Promise<void> {
  await page.goto(`${server.origin}/dev`)
  await page.getByRole('link', { name: 'Sign in as Odile Marchand' }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/desk/)
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await leadingOn(page, page.getByRole('button', { name }).first().click())
}

async function expectSaid(page: Page, words: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).waitFor()
}
