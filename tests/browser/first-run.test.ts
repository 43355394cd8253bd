import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'

import { bringAxe, findings } from '../support/axe.ts'
import { leadingOn, openBrowser } from '../support/browser.ts'
import { type Server, startServer } from '../support/server.ts'

/** Nine o'clock in Paris, a Monday. */
const NOW = '2027-03-15T08:00:00Z'
/** Thirty before. Typing in one field is one touch, and so is a press. */
const MOST_TOUCHES = 14

const browser = await openBrowser()
afterAll(() => browser.close())

test.each([
  ['at a desk', 1280, true],
  ['at a desk without script', 1280, false],
  ['on a phone', 390, true],
  ['on a phone without script', 390, false],
])(
  'from an empty installation to the first invite %s it takes fourteen touches at most',
  async (_, width, hasScript) => {
    const server = await startServer({ env: { TEST_NOW: NOW, SEED: 'none' } })
    const page = await opened(server, width, hasScript)
    let touches = 0
    const type = async (label: string, words: string) => {
      await page.getByLabel(label, { exact: true }).first().fill(words)
      touches += 1
    }
    const press = async (name: string | RegExp) => {
      await leadingOn(page, page.getByRole('button', { name }).click())
      touches += 1
    }

    await type('Name', 'Nadia Haddad')
    await type('Address', 'nadia@northwind.example')
    await press('Make the first manager')
    await press('Sign in')
    await stepsAre(page, hasScript, ['The programme'], 'A mentor')

    await type('Name', 'Tom Leroy')
    await type('Email address', 'tom@northwind.example')
    await press('Add the mentor')
    await stepsAre(page, hasScript, ['The programme', 'A mentor'], 'When the mentor can be booked')

    await press('Set these hours')
    await stepsAre(
      page,
      hasScript,
      ['The programme', 'A mentor', 'When the mentor can be booked'],
      'An executive',
    )

    await type('Name', 'Claude Bernard')
    await type('Email address', 'claude@northwind.example')
    await press('Add the executive')
    await press('Pair them')
    await stepsAre(
      page,
      hasScript,
      ['The programme', 'A mentor', 'When the mentor can be booked', 'An executive', 'A pairing'],
      'The first time',
    )

    await press(/^Book /)
    await press('Send now')
    expect(touches).toBeLessThanOrEqual(MOST_TOUCHES)
    await server.tick()
    const invites = (await server.mail()).filter(({ raw }) => /method="?REQUEST/.test(raw))
    expect(invites.map(({ to }) => to).toSorted()).toEqual([
      'claude@northwind.example',
      'tom@northwind.example',
    ])

    await page.goto(`${server.origin}/today`)
    expect(await page.locator('#first-steps').count()).toBe(0)
    await page.context().close()
    await server.stop()
  },
  120_000,
)

async function opened(server: Server, width: number, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: { width, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/Paris' },
    ...{ javaScriptEnabled, reducedMotion: 'reduce' },
  })
  context.setDefaultTimeout(20_000)
  if (javaScriptEnabled) await bringAxe(context)
  const page = await context.newPage()
  await page.goto(`${server.origin}/dev`)
  return page
}

/** Ticked are those that are there, the next one is open, and the page can be read by everybody. */
async function stepsAre(
  page: Page,
  hasScript: boolean,
  done: readonly string[],
  next: string,
): Promise<void> {
  const titles = await page.locator('#first-steps li.done h3').allTextContents()
  expect(titles).toEqual(done.map((title) => `Done: ${title}`))
  expect(await page.locator('#first-steps [aria-current="step"] h3').textContent()).toBe(next)
  expect(await page.locator('main').textContent()).not.toContain('Every pairing has a next date')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  if (!hasScript) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await findings(page, null)).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
