import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'

import { findings } from '../support/axe.ts'
import { leadingOn, openBrowser } from '../support/browser.ts'
import { type Server, startServer } from '../support/server.ts'

const NOW = '2027-03-15T08:00:00Z'
const MOST_TOUCHES = 15

const browser = await openBrowser()
afterAll(() => browser.close())

test.each([
  ['at a desk', 1280, true],
  ['on a phone, without script', 390, false],
])(
  'twelve executives and three mentors are paired in fifteen touches at the most, %s',
  async (_, width, hasScript) => {
    const server = await startServer({ env: { TEST_NOW: NOW } })
    const page = await todayOf(server, width, hasScript)
    const touches = counted(page)

    await touches.press('link', 'People')
    await touches.press('link', 'Import and export')
    await touches.choose('Files', [peopleCsv(), pairingsCsv()])
    await touches.press('button', 'See what it would do')
    expect(await page.locator('main').innerText()).toContain('27 new, 0 changed, 0 unchanged.')
    await expectReadable(page, hasScript)
    await touches.press('button', 'Import 27 lines')
    expect(await page.locator('main').innerText()).toContain('27 new, 0 changed, 0 unchanged.')
    await touches.press('link', 'Pairings', 'main')

    const pairs = await page
      .locator('main ul.rows > li')
      .filter({ hasText: /Import \d+/ })
      .allInnerTexts()
    expect(pairs).toHaveLength(12)
    expect(new Set(pairs.map((each) => /with Guide \d/.exec(each)?.[0]))).toEqual(
      new Set(['with Guide 0', 'with Guide 1', 'with Guide 2']),
    )
    expect(touches.count()).toBeLessThanOrEqual(MOST_TOUCHES)
    console.log(`paired in ${touches.count()} touches`)
    await page.context().close()
    await server.stop()
  },
  120_000,
)

test('four hundred people are shown and brought in while one looks on, and taken out as a file', async () => {
  const server = await startServer({ env: { TEST_NOW: NOW } })
  const page = await todayOf(server, 1280, true)
  await page.goto(`${server.origin}/imports`)
  const lines = Array.from({ length: 400 }, (_, index) => {
    const role = index % 8 === 0 ? 'mentor' : 'executive'
    return `Person ${index},person${index}@people.example,${role},Europe/Paris`
  })
  await page
    .getByLabel('Or paste lines from a spreadsheet')
    .fill(['name,email,roles,zone', ...lines].join('\n'))
  const looked = await took(() =>
    leadingOn(page, page.getByRole('button', { name: 'See what it would do' }).click()),
  )
  expect(await page.locator('main').innerText()).toContain('400 new')
  expect(await page.locator('main ul.rows > li').count()).toBe(100)
  const done = await took(() =>
    leadingOn(page, page.getByRole('button', { name: 'Import 400 lines' }).click()),
  )
  expect(await page.locator('main').innerText()).toContain('400 new')
  console.log(`400 people: shown after ${looked} ms, done after ${done} ms`)
  expect(Math.max(looked, done)).toBeLessThan(10_000)

  await page.goto(`${server.origin}/imports`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('main').getByRole('link', { name: 'People' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('people.csv')
  await page.getByLabel('Files').setInputFiles(await download.path())
  await leadingOn(page, page.getByRole('button', { name: 'See what it would do' }).click())
  expect(await page.locator('main').innerText()).toMatch(/0 new, 0 changed, 4\d\d unchanged/)
  await page.context().close()
  await server.stop()
}, 120_000)

test('a button says what is awaited, and a second press sends nothing', async () => {
  const server = await startServer({ env: { TEST_NOW: NOW } })
  const page = await todayOf(server, 1280, true)
  await page.goto(`${server.origin}/imports`)
  // What would be sent is counted and held back.
  await page.evaluate(() => {
    document.title = '0'
    addEventListener('submit', (event) => {
      if (!event.defaultPrevented) document.title = String(Number(document.title) + 1)
      event.preventDefault()
    })
  })
  await page.getByRole('button', { name: 'See what it would do' }).click()
  await page.getByRole('button', { name: 'Reading…' }).click()
  expect(await page.title()).toBe('1')
  await page.context().close()
  await server.stop()
}, 60_000)

async function took(act: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await act()
  return Math.round(performance.now() - started)
}

/** Each press counts one; choosing files counts one for the window that opens and one for each file in it. */
function counted(page: Page) {
  let touches = 0
  return {
    count: () => touches,
    press: async (role: 'link' | 'button', name: string, inside = 'body') => {
      touches += 1
      await leadingOn(page, page.locator(inside).getByRole(role, { name, exact: true }).first().click())
    },
    choose: async (label: string, files: readonly { readonly name: string; readonly text: string }[]) => {
      touches += 1 + files.length
      await page
        .getByLabel(label)
        .setInputFiles(
          files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })),
        )
    },
  }
}

async function todayOf(server: Server, width: number, javaScriptEnabled: boolean): Promise<Page> {
  const viewport = { width, height: 900 }
  const context = await browser.newContext({ viewport, locale: 'en-GB', javaScriptEnabled })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  await page.goto(`${server.origin}/dev`)
  await page.getByRole('link', { name: 'Sign in as Nadia Haddad' }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/today/)
  return page
}

async function expectReadable(page: Page, hasScript: boolean): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(hasScript ? await findings(page, null) : []).toEqual([])
}

/** As a French Excel saves it: semicolons, Windows line ends, a byte order mark. */
function peopleCsv() {
  const executives = Array.from({ length: 12 }, (_, index) => [`Import ${index}`, `i${index}`, 'executive'])
  const mentors = Array.from({ length: 3 }, (_, index) => [`Guide ${index}`, `g${index}`, 'mentor'])
  const lines = [...executives, ...mentors].map(
    ([name, local, role]) => `${name};${local}@people.example;${role};Europe/Paris`,
  )
  return { name: 'people.csv', text: `\ufeff${['name;email;roles;zone', ...lines].join('\r\n')}\r\n` }
}

function pairingsCsv() {
  const lines = Array.from(
    { length: 12 },
    (_, index) => `g${index % 3}@people.example,i${index}@people.example`,
  )
  return { name: 'pairings.csv', text: ['mentor,executive', ...lines].join('\n') }
}
