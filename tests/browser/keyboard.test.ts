import type { Locator, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'

import { leadingOn, openBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'

/** Nine o'clock in Paris, a Monday. */
const NOW = '2027-03-15T08:00:00Z'
/** More than stand before anything on a page of the demo programme. */
const MOST_TABS = 150

const [server, browser] = await Promise.all([startServer({ env: { TEST_NOW: NOW } }), openBrowser()])
afterAll(async () => {
  await browser.close()
  await server.stop()
})

test('the whole loop by keyboard alone: offered, answered, logged, seen; the focus is always in sight', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()

  await signIn(page, 'Nadia Haddad')
  const line = page.getByRole('listitem').filter({ hasText: 'Ingrid Solberg' })
  await open(page, line.getByRole('link', { name: 'Other times' }))
  await open(page, page.getByRole('button', { name: 'Hold these times and send' }))
  await page.getByText('Waiting for an answer').first().waitFor()
  const story = page.url()
  await open(page, page.getByRole('button', { name: 'Send now' }))
  await page.getByText('Odile Marchand is told.').waitFor()

  await page.goto(await linkTo('odile.marchand@northwind.example', '/answer?'))
  await tabTo(page, page.locator('input[name=choice]:checked, input[name=choice]').first())
  await page.keyboard.press('ArrowDown')
  await inSight(page)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Space')
  await open(page, page.getByRole('button', { name: 'Confirm' }))
  await page.getByText('Thank you. That is all.').waitFor()

  await page.goto(story)
  const end = await page.locator('.when time').nth(1).getAttribute('datetime')
  await server.clock(new Date(Date.parse(end ?? '') + 6 * 60_000).toISOString())
  await server.tick()

  await page.goto(await linkTo('tom.leroy@northwind.example', '/log?'))
  await tabTo(page, page.locator('input[name=suggestion]:checked'))
  await page.keyboard.press('ArrowDown')
  await inSight(page)
  await open(page, page.getByRole('button', { name: 'Save' }))
  await page.getByText('Saved. Thank you.').waitFor()

  await signIn(page, 'Nadia Haddad')
  await page.goto(story)
  await page.getByText('Happened').first().waitFor()
  await open(page, page.getByRole('link', { name: 'Their pairing' }))
  await page.getByText('Being arranged').first().waitFor()
})

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${server.origin}/dev`)
  await open(page, page.getByRole('link', { name: `Sign in as ${name}` }))
  await open(page, page.getByRole('button', { name: 'Sign in' }))
  await page.waitForURL(/\/today/)
}

/** By Tab to it and Enter; on the page after, the focus is nowhere odd, and the first Tab leads past the letterhead. */
async function open(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await leadingOn(page, page.keyboard.press('Enter'))
  const focused = await page.evaluate(() => {
    const { activeElement: element } = document
    return element === document.body || Boolean(element?.closest('main'))
  })
  expect(focused).toBe(true)
  if (await page.evaluate(() => document.activeElement !== document.body)) return
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.matches('.skip, main *'))).toBe(true)
  await inSight(page)
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.first().evaluate((element) => element === document.activeElement)
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
    await inSight(page)
  }
  throw new Error(`Tab does not lead to ${target.toString()} on ${page.url()}`)
}

/** Whatever has the focus is drawn, in the window, not covered, and marked by an outline. */
async function inSight(page: Page): Promise<void> {
  const hidden = await page.evaluate(() => {
    const { activeElement: element } = document
    // After the last one the browser itself has the focus.
    if (!element || element === document.body) return null
    const shown = element.matches('.chip > input') ? (element.nextElementSibling ?? element) : element
    const { left, top, width, height } = shown.getBoundingClientRect()
    const { outlineStyle, outlineWidth } = getComputedStyle(shown)
    const [x, y] = [left + width / 2, top + height / 2]
    const over = document.elementFromPoint(x, y)
    const isCovered =
      over !== null &&
      over !== element &&
      !shown.contains(over) &&
      !over.contains(shown) &&
      !over.closest('label')
    const isOutside = y < 0 || y > innerHeight || x < 0 || x > innerWidth
    const isMarked = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    if (isMarked && !isCovered && !isOutside) return null
    return `${shown.outerHTML.slice(0, 160)} marked ${isMarked} covered ${isCovered} outside ${isOutside}`
  })
  expect(hidden).toBeNull()
}

/** The newest link to that page in the mails of somebody. */
async function linkTo(address: string, path: string): Promise<string> {
  const mails = (await server.mail()).filter(({ to }) => to === address)
  const links = mails.flatMap(({ raw }) =>
    raw
      .split(/\r\n\r\n/)
      .map((part) => Buffer.from(part.split('\r\n--')[0] ?? '', 'base64').toString())
      .flatMap((text) => text.match(/http:\/\/127\.0\.0\.1:\d+\/[^\s"<>&]+/g) ?? []),
  )
  const [found] = links.filter((link) => link.includes(path)).slice(-1)
  if (!found) throw new Error(`no link to ${path} for ${address}`)
  return found
}
