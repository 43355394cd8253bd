import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'

import { bringAxe, findings } from '../support/axe.ts'
import { leadingOn, openBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'

/** Nine o'clock in Paris, a Monday. */
const NOW = '2027-03-15T08:00:00Z'

const [server, browser] = await Promise.all([startServer({ env: { TEST_NOW: NOW } }), openBrowser()])
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** What it took before: six touches, and 2 856 px of scrolling. */
const MOST_TOUCHES = 4
const MOST_SCROLLING = 1000

test.each([
  ['at a desk', 1280, true, 'Singapore', 'Claude Bernard'],
  ['on a phone', 390, true, 'Tokyo', 'Hélène Faure'],
  ['on a phone without script', 390, false, 'Boston', 'Ingrid Solberg'],
])(
  'a trip is noted %s in four touches at most, and put back with one',
  async (_, width, hasScript, city, name) => {
    const page = await personsPage(name, { width, hasScript })
    let touches = 0
    const touch = async (deed: Promise<unknown>) => {
      await deed
      touches += 1
    }
    await touch(page.getByLabel('On a trip to').fill(city))
    await touch(page.getByLabel('First day there').fill('2027-05-03'))
    await touch(page.getByLabel('Last day there').fill('2027-05-09'))
    await touch(answered(page, page.getByRole('button', { name: 'Note the trip' }).click(), hasScript))
    expect(touches).toBeLessThanOrEqual(MOST_TOUCHES)
    expect(await page.evaluate(() => scrollY)).toBeLessThanOrEqual(MOST_SCROLLING)

    const trips = page.locator('#trips')
    expect(await trips.getByRole('status').textContent()).toContain('Trips saved.')
    expect(await isInSight(page, '#trips .notice')).toBe(true)
    expect(await trips.textContent()).toContain('3–9 May 2027')
    await answered(page, trips.getByRole('button', { name: 'Put back' }).click(), hasScript)
    expect(await trips.textContent()).not.toContain('3–9 May 2027')
    expect(await trips.getByRole('status').textContent()).toContain('Put back')
    await page.context().close()
  },
  60_000,
)

test.each([
  ['at a desk', 1280],
  ['on a phone', 390],
])(
  'one part opens %s where it stands, keeps what was typed when it is wrong, and answers there',
  async (_, width) => {
    const page = await personsPage('Claude Bernard', { width, hasScript: true })
    const top = () => topOf(page, '#rules')
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    const before = await top()
    await page.getByRole('link', { name: 'Edit Rules' }).click()
    await page.getByLabel('At most per week').waitFor()
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('?edit=rules#rules')
    expect(await focused(page)).toBe('rules')

    await page.locator('#rules form').evaluate((form: HTMLFormElement) => form.setAttribute('novalidate', ''))
    await page.getByLabel('At most per week').fill('900')
    await page.getByLabel('At most per day').fill('2')
    await page.getByRole('button', { name: 'Save the rules' }).click()
    await page.locator('#rules .summary').waitFor()
    expect(await isInSight(page, '#rules .summary')).toBe(true)
    expect(await page.getByLabel('At most per week').inputValue()).toBe('900')
    expect(await page.getByLabel('At most per day').inputValue()).toBe('2')
    expect(await page.locator('#hours').textContent()).toContain('Mon–Fri 08:00–18:00')

    await page.getByLabel('At most per week').fill('3')
    await page.getByRole('button', { name: 'Save the rules' }).click()
    await page.locator('#rules').getByRole('status').waitFor()
    expect(await page.locator('#rules').textContent()).toMatch(/At most per week3 · own rule/)
    expect(await isInSight(page, '#rules .notice')).toBe(true)
    expect(await focused(page)).toBe('rules')

    await page.goBack()
    await page.getByRole('link', { name: 'Edit Rules' }).waitFor()
    expect(await page.getByLabel('At most per week').count()).toBe(0)
    await page.context().close()
  },
  60_000,
)

test('what was saved is said in sight, though its form was longer than the screen', async () => {
  const page = await personsPage('Dana Kowalski', { width: 390, hasScript: true })
  await page.getByRole('link', { name: 'Edit Basics' }).click()
  await page.getByLabel('Unit').fill('Group operations')
  await page.locator('#basics').getByRole('button', { name: 'Save' }).click()
  await page.locator('#basics').getByRole('status').waitFor()
  expect(await isInSight(page, '#basics .notice')).toBe(true)
  await page.context().close()
}, 60_000)

test('hours of every weekday are two times and one press, without script too', async () => {
  for (const hasScript of [true, false]) {
    const page = await personsPage('Claude Bernard', { width: 390, hasScript })
    const open = page.getByRole('link', { name: 'Edit Hours' }).click()
    await answered(page, open, hasScript)
    expect(await isInSight(page, '#hours h2')).toBe(true)
    expect(await page.getByLabel('Monday, row 1, from').isVisible()).toBe(false)
    await page.getByLabel('Monday to Friday, row 1, from').fill('10:00')
    await page.getByLabel('Monday to Friday, row 1, to').fill('16:00')
    await answered(page, page.getByRole('button', { name: 'Save the hours' }).click(), hasScript)
    expect(await page.locator('#hours').textContent()).toContain('Mon–Fri 10:00–16:00')
    await answered(page, page.getByRole('button', { name: 'Put back' }).click(), hasScript)
    expect(await page.locator('#hours').textContent()).toContain('Mon–Fri 08:00–18:00 · default')
    await page.context().close()
  }
}, 60_000)

test('what is typed in one part is there again after another was opened and saved', async () => {
  const page = await personsPage('Louise Garnier', { width: 1280, hasScript: true })
  await page.getByLabel('On a trip to').fill('Singapore')
  await page.getByRole('link', { name: 'Edit Rules' }).click()
  await page.getByLabel('At most per day').fill('2')
  await page.getByRole('link', { name: 'Edit Hours' }).click()
  await page.getByLabel('Monday to Friday, row 1, from').fill('09:00')
  await page.getByLabel('Monday to Friday, row 1, to').fill('12:00')
  await page.getByLabel('Close a week').fill('2027-04-07')
  await page.getByRole('button', { name: 'Close that week' }).click()
  await page.locator('#hours').getByRole('status').waitFor()
  expect(await page.locator('#hours').textContent()).toMatch(/Mon–Fri 09:00–12:00.*5–11 April 2027: closed/)

  expect(await page.getByLabel('On a trip to').inputValue()).toBe('Singapore')
  await page.getByRole('link', { name: 'Edit Rules' }).click()
  expect(await page.getByLabel('At most per day').inputValue()).toBe('2')
  await page.getByRole('link', { name: 'Leave as it is' }).click()
  await page.getByRole('link', { name: 'Edit Rules' }).click()
  expect(await page.getByLabel('At most per day').inputValue()).toBe('')
  await page.context().close()
}, 60_000)

test.each([true, false])(
  'a trip that is noted is taken back by one press, script: %s',
  async (hasScript) => {
    const page = await personsPage('Marcus Whitfield', { width: 390, hasScript })
    for (const [city, from, to] of [
      ['Tokyo', '2027-05-03', '2027-05-09'],
      ['Boston', '2027-06-03', '2027-06-09'],
    ] as const) {
      await page.getByLabel('On a trip to').fill(city)
      await page.getByLabel('First day there').fill(from)
      await page.getByLabel('Last day there').fill(to)
      await answered(page, page.getByRole('button', { name: 'Note the trip' }).click(), hasScript)
    }
    const trips = page.locator('#trips')
    await answered(page, trips.getByRole('button', { name: 'Remove 3–9 May 2027' }).click(), hasScript)
    expect(await trips.getByRole('status').textContent()).toContain('Trip removed.')
    expect(await trips.textContent()).not.toContain('3–9 May 2027')
    expect(await trips.textContent()).toContain('3–9 June 2027')
    await answered(page, trips.getByRole('button', { name: 'Put back' }).click(), hasScript)
    expect(await trips.textContent()).toContain('3–9 May 2027')
    await page.context().close()
  },
  60_000,
)

const EXECUTIVES = ['', 'basics', 'addresses', 'assistants', 'hours', 'trips', 'presets', 'rules', 'writing']
const STATES: Readonly<Record<string, readonly string[]>> = {
  'Claude Bernard': EXECUTIVES,
  'Tom Leroy': ['', 'hours', 'rules'],
  'Nadia Haddad': ['', 'mails'],
}

/** It was 4 139 px at a desk and 7 135 on a phone. */
const MOST_HEIGHT: Readonly<Record<number, number>> = { 1280: 1700, 390: 2900 }

test.each(Object.entries(STATES))(
  'the page of %s can be read and used in every state, on a phone and at a desk, in light and dark',
  async (name, states) => {
    const page = await personsPage(name, { width: 1280, hasScript: true })
    const address = page.url().split('?')[0] ?? ''
    const found: string[] = []
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 })
      for (const state of states) {
        await page.goto(state ? `${address}?edit=${state}` : address)
        const { height, isWide } = await page.evaluate(() => ({
          height: document.documentElement.scrollHeight,
          isWide: document.documentElement.scrollWidth > window.innerWidth,
        }))
        if (isWide) found.push(`${state} ${width} scrolls sideways`)
        if (state === '' && height > (MOST_HEIGHT[width] ?? 0)) found.push(`${width}: ${height} px high`)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          found.push(
            ...(await findings(page, null)).map((each) => `${state} ${width} ${colorScheme}: ${each}`),
          )
        }
      }
    }
    expect(found).toEqual([])
    await page.context().close()
  },
  120_000,
)

type Look = { readonly width: number; readonly hasScript: boolean }

/** As Nadia opens it from the list. */
async function personsPage(name: string, { width, hasScript }: Look): Promise<Page> {
  const viewport = { width, height: 900 }
  const reader = { viewport, locale: 'en-GB', reducedMotion: 'reduce' } as const
  const context = await browser.newContext({ ...reader, javaScriptEnabled: hasScript })
  context.setDefaultTimeout(20_000)
  if (hasScript) await bringAxe(context)
  const page = await context.newPage()
  await page.goto(`${server.origin}/dev`)
  await page.getByRole('link', { name: 'Sign in as Nadia Haddad' }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/today/)
  await page.goto(`${server.origin}/people`)
  await leadingOn(page, page.locator('a.name').filter({ hasText: name }).first().click())
  return page
}

/** A press is answered in place, or by another page. */
async function answered(page: Page, press: Promise<void>, hasScript: boolean): Promise<void> {
  if (!hasScript) return leadingOn(page, press)
  const before = await page.locator('#content').elementHandle()
  await press
  await page.waitForFunction((content) => content !== document.getElementById('content'), before)
}

function topOf(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate((element) => element.getBoundingClientRect().top)
}

async function isInSight(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= window.innerHeight
  })
}

function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.id ?? null)
}
