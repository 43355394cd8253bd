import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'

import { findings } from '../support/axe.ts'
import { leadingOn, openBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'

/** Nine o'clock in Paris, a Monday. */
const NOW = '2027-03-15T08:00:00Z'
const WEEK = '/calendar?week=2027-03-15'
const DESKTOP = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }

const [server, browser] = await Promise.all([startServer({ env: { TEST_NOW: NOW } }), openBrowser()])
const signedIn = await signIn()
const people = await server.people()
const TOM = people.find(({ name }) => name === 'Tom Leroy')?.id
const WEI_JUN = people.find(({ name }) => name === 'Wei Jun Tan')?.id
afterAll(async () => {
  await browser.close()
  await server.stop()
})

test('sessions out of sight are counted, and a press leads to them; where none is in sight the week opens at the first', async () => {
  const { page, close } = await open(WEEK)
  const later = page.getByRole('button', { name: /^\d+ sessions? later$/ })
  await later.waitFor()
  const [count = ''] = /\d+/.exec((await later.textContent()) ?? '') ?? []
  const hidden = await outOfSight(page)
  expect(Number(count)).toBe(hidden.length)
  expect(hidden.length).toBeGreaterThan(0)
  await later.click()
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await expect.poll(focused).toMatch(/^14:30 Dana Kowalski/)
  const after = await outOfSight(page)
  expect(after.filter((name) => hidden.includes(name))).toEqual([])
  // What was in sight before is above now, and that is said too.
  await page.getByRole('button', { name: /earlier$/ }).waitFor()
  await close()

  // On the other side of the earth everything is in the evening.
  const far = await open(`${WEEK}&zone=Pacific/Auckland&mentor=${TOM}`)
  await events(far.page).first().waitFor()
  await expect
    .poll(async () => (await outOfSight(far.page)).length < (await events(far.page).count()))
    .toBe(true)
  await far.close()
}, 60_000)

test('at 640 pixels, which is 200 % of a laptop, all seven days are shown, and no name is cut', async () => {
  const { page, said, close } = await open(WEEK, {
    viewport: { width: 640, height: 450 },
    deviceScaleFactor: 2,
  })
  const heads = page.locator('.fc-col-header-cell')
  await events(page).first().waitFor()
  expect(await heads.count()).toBe(7)
  for (const head of await heads.all()) {
    const box = await head.boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= 641).toBe(true)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640)
  expect(said).toEqual([])
  await close()

  // In the whole week two mentors meet at one time: they share a column of eighty pixels.
  const one = await open(`${WEEK}&mentor=${TOM}`, {
    viewport: { width: 640, height: 450 },
    deviceScaleFactor: 2,
  })
  await events(one.page).first().waitFor()
  expect(await events(one.page).count()).toBeGreaterThan(5)
  expect(await cutNames(one.page)).toEqual([])
  await one.close()
}, 60_000)

test('one mentor’s sessions, by a choice that stands in the address; a phone has the same', async () => {
  for (const viewport of [DESKTOP, PHONE]) {
    const { page, close } = await open(WEEK, { viewport })
    await page.getByRole('combobox', { name: 'Mentor' }).selectOption({ label: 'Wei Jun Tan' })
    await leadingOn(page, page.getByRole('button', { name: 'Show', exact: true }).click())
    expect(page.url()).toContain('mentor=')
    await page.getByText('Only Wei Jun Tan’s sessions are shown.').waitFor()
    await page.reload()
    const shown = viewport === PHONE ? page.locator('.agenda .row') : events(page)
    await shown.first().waitFor()
    const names = await shown.allTextContents()
    expect(names.filter((name) => !name.includes('Wei Jun Tan'))).toEqual([])
    await close()
  }
}, 60_000)

test('an empty time is selected by mouse: it is booked or offered with day, hour and length filled in', async () => {
  const { page, said, close } = await open(WEEK)
  await events(page).first().waitFor()
  await selectIn(page, '2027-03-17', '10:00')
  const panel = page.getByRole('region', { name: 'Book or offer a time' })
  await panel.getByText('Wednesday 17 March 2027').waitFor()
  expect(page.url()).toMatch(/new=1&date=2027-03-17&time=10%3A00&minutes=30/)
  const address = page.url()
  await leadingOn(page, panel.getByRole('link', { name: 'Book: Rajiv Menon with Wei Jun Tan' }).click())
  const booking = page.locator('#book')
  expect(await booking.getByLabel('Date').inputValue()).toBe('2027-03-17')
  expect(await booking.getByLabel('Time').inputValue()).toBe('10:00')
  expect(await booking.getByLabel('Minutes').inputValue()).toBe('30')
  await page.goto(address)
  await leadingOn(page, panel.getByRole('link', { name: 'Offer: Rajiv Menon with Wei Jun Tan' }).click())
  await page.locator('#found').getByText('Wednesday 17 March 2027 10:00–10:30').waitFor()
  expect(said).toEqual([])
  await close()
}, 60_000)

test('the same by keyboard alone, and by a long touch', async () => {
  const keys = await open(WEEK)
  await events(keys.page).first().waitFor()
  await keys.page.getByRole('link', { name: 'Book or offer', exact: true }).first().focus()
  await keys.page.keyboard.press('Enter')
  const panel = keys.page.getByRole('region', { name: 'Book or offer a time' })
  await panel.waitFor()
  expect(await keys.page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('date')
  await panel.getByLabel('Date').fill('2027-03-17')
  await panel.getByLabel('Time').fill('10:00')
  await leadingOn(keys.page, keys.page.keyboard.press('Enter'))
  await panel.getByRole('link', { name: 'Book: Rajiv Menon with Wei Jun Tan' }).waitFor()
  await keys.close()

  const touch = await open(WEEK, { viewport: { width: 820, height: 1180 }, hasTouch: true })
  await events(touch.page).first().waitFor()
  await holdAt(touch.page, await placeOf(touch.page, '2027-03-17', '10:00'))
  await touch.page.getByRole('region', { name: 'Book or offer a time' }).waitFor()
  expect(touch.page.url()).toContain('date=2027-03-17&time=10%3A00')
  await touch.close()
}, 60_000)

test('each session says its time, both names and its state, and the marks are explained in words', async () => {
  const { page, close } = await open(WEEK)
  await events(page).first().waitFor()
  const names = await page.locator('a.fc-event').evaluateAll((all) => all.map((each) => each.textContent))
  const spoken = await Promise.all(
    (await events(page).all()).map(async (each) => (await each.ariaSnapshot()).replaceAll('\n', ' ')),
  )
  expect(names.length).toBeGreaterThan(5)
  for (const each of spoken) expect(each).toMatch(/link "\d\d:\d\d \S.* with \S.*, (?:Fixed|Being arranged)"/)
  for (const event of await events(page).all())
    for (const part of ['.fc-event-time', '.fc-event-title:visible', '.event-mentor:visible'])
      expect(await event.locator(part).first().isVisible()).toBe(true)
  const marks = page.getByRole('list', { name: 'What the marks mean' })
  expect(await marks.getByRole('listitem').allTextContents()).toEqual([
    'Fixed',
    'Being arranged',
    'Happened',
    'Cut short',
    'Did not happen',
    'A mentor’s hours',
  ])
  // A held time is a dashed line, not another colour.
  expect(
    await page
      .locator('.is-offered.fc-event')
      .first()
      .evaluate((each) => getComputedStyle(each).borderTopStyle),
  ).toBe('dashed')
  await close()
}, 60_000)

test('what is said of the grid is what is meant: open hours are no sessions, and a day is a link with its weekday', async () => {
  for (const path of [WEEK, '/calendar?day=2027-03-16']) {
    const { page, close } = await open(path)
    await events(page).first().waitFor()
    expect(await page.locator('.rail, .open').count()).toBeGreaterThan(0)
    expect(await page.locator('#calendar').ariaSnapshot()).not.toContain('undefined')
    await close()
  }
  const { page, close } = await open(WEEK)
  const thursday = page.getByRole('columnheader').getByRole('link', { name: 'Thu 18 Mar', exact: true })
  expect(await thursday.getAttribute('href')).toContain('day=2027-03-18')
  await close()
}, 60_000)

test('signs of a state are drawn whatever fonts there are, in the legend as on the session', async () => {
  const { page, close } = await open('/calendar?week=2027-02-22')
  await events(page).first().waitFor()
  for (const status of ['happened', 'cut-short', 'did-not-happen'])
    for (const place of [`.mark.is-${status}`, `.fc-event.is-${status} .fc-event-title:visible`]) {
      const sign = await page
        .locator(place)
        .first()
        .evaluate((each) => {
          const { content, borderBottomWidth, inlineSize } = getComputedStyle(each, '::before')
          return { text: /^"(.*?)\s*"/.exec(content)?.[1] ?? '', borderBottomWidth, inlineSize }
        })
      // Of Latin-1, which every font has, or lines.
      const isDrawn =
        /^[\u00a1-\u00ff]$/.test(sign.text) ||
        [sign.borderBottomWidth, sign.inlineSize].every((size) => Number.parseFloat(size) > 0)
      expect([place, sign.text, isDrawn]).toEqual([place, sign.text, true])
    }
  await close()
}, 60_000)

test('a session over midnight says its whole time on both days', async () => {
  const { page, close } = await open(`${WEEK}&zone=Pacific/Gambier&mentor=${TOM}`)
  const parts = page.getByRole('link', { name: /^23:45–00:15 Rajiv Menon with Tom Leroy/ })
  await parts.first().waitFor()
  expect(await parts.count()).toBe(2)
  expect(await page.getByRole('link', { name: /^00:00 / }).count()).toBe(0)
  await close()
}, 60_000)

test('a week without sessions says so above its grid; a phone gets back from the grid to the list', async () => {
  const empty = await open('/calendar?week=2027-06-07')
  await empty.page.locator('.gridded').waitFor()
  expect(await empty.page.getByText('No sessions this week.').isVisible()).toBe(true)
  await empty.close()

  const phone = await open(WEEK, { viewport: PHONE })
  await leadingOn(phone.page, phone.page.getByRole('link', { name: 'Show the grid' }).click())
  await events(phone.page).first().waitFor()
  await leadingOn(phone.page, phone.page.getByRole('link', { name: 'Show the list' }).click())
  await phone.page.locator('.agenda .row').first().waitFor()
  await phone.close()
}, 60_000)

test('the whole week on another clock: of somebody who meets, or UTC; a session leads to the clocks of its two', async () => {
  const { page, close } = await open(`${WEEK}&mentor=${TOM}`)
  await page.getByRole('link', { name: /^09:00 Claude Bernard/ }).waitFor()
  await page.getByLabel('Times in').selectOption('UTC')
  await leadingOn(page, page.getByRole('button', { name: 'Show', exact: true }).click())
  await page.getByRole('link', { name: /^08:00 Claude Bernard/ }).waitFor()
  await page.getByText('All times are UTC, not yours.').waitFor()
  expect(page.url()).toContain('zone=UTC')
  await page.goto(`${server.origin}${WEEK}&zone=Asia/Kathmandu`)
  await page.getByRole('link', { name: /^13:45 Claude Bernard/ }).click()
  await leadingOn(page, page.getByRole('link', { name: /09:00–09:25 Paris time/ }).click())
  await page.getByRole('link', { name: /^09:00 Claude Bernard/ }).waitFor()
  expect(new URL(page.url()).searchParams.get('session')).toContain('ses_')
  await close()
}, 60_000)

test('what is shown and opened survives a reload, the way back, and being sent to somebody else', async () => {
  const { page, said, close } = await open('/calendar')
  await expect.poll(() => page.url()).toContain('week=2027-03-15')
  await events(page).first().waitFor()
  await page.getByRole('link', { name: /^09:00 Claude Bernard/ }).click()
  const panel = page.getByRole('region', { name: 'The opened session' })
  await panel.getByRole('heading', { name: 'Claude Bernard with Tom Leroy' }).waitFor()
  const address = page.url()
  await page.reload()
  await panel.waitFor()
  await page.locator('.fc-event[aria-current]').waitFor()
  await leadingOn(
    page,
    page.goBack().then(() => undefined),
  )
  await events(page).first().waitFor()
  expect(await panel.count()).toBe(0)
  await close()

  const sent = await open(address.replace(server.origin, ''), { viewport: PHONE })
  await sent.page.getByRole('region', { name: 'The opened session' }).getByText('09:00').first().waitFor()
  await sent.page.getByRole('link', { name: 'Close' }).click()
  await expect.poll(() => sent.page.url()).not.toContain('session=')
  expect([...said, ...sent.said]).toEqual([])
  await sent.close()
}, 60_000)

test('a week is printed on one page, with each session in words and nothing to press, with and without script', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, close } = await open(WEEK, { javaScriptEnabled })
    await page
      .locator(javaScriptEnabled ? '.gridded' : '.agenda')
      .first()
      .waitFor()
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.agenda-day:visible').count()).toBe(7)
    expect(await page.locator('.agenda').getByText('Being arranged').first().isVisible()).toBe(true)
    expect(await page.locator('button:visible, select:visible, .fc:visible, nav:visible').count()).toBe(0)
    await close()
  }
}, 60_000)

test('a refused drop goes back; its sentence stays to be read, and leaves after a while or at the next act', async () => {
  const { page, close } = await open(WEEK, {}, true)
  const session = page.getByRole('link', { name: /^09:00 Claude Bernard/ })
  const live = page.locator('#calendar-said')
  await session.waitFor()
  const before = await session.boundingBox()
  const refuse = async () => {
    await dragDown(page, session, 240)
    await live.filter({ hasText: /\w/ }).waitFor()
    await page.mouse.move(5, 5)
  }
  await refuse()
  expect(await live.getAttribute('role')).toBe('status')
  expect(await session.boundingBox()).toEqual(before)
  await page.clock.fastForward(14_000)
  expect(await live.textContent()).not.toBe('')
  await page.clock.fastForward(2000)
  await expect.poll(() => live.textContent()).toBe('')

  await refuse()
  await session.click()
  await page.getByRole('region', { name: 'The opened session' }).waitFor()
  expect(await live.textContent()).toBe('')
  await close()
}, 60_000)

test('without script the page is whole: filter, zone, an opened session, a time to book', async () => {
  const { page, close } = await open(WEEK, { javaScriptEnabled: false })
  await page.getByLabel('Times in').selectOption('UTC')
  await leadingOn(page, page.getByRole('button', { name: 'Show', exact: true }).click())
  await leadingOn(page, page.getByRole('link', { name: '08:00–08:25' }).click())
  await page.getByRole('region', { name: 'The opened session' }).waitFor()
  await leadingOn(page, page.getByRole('link', { name: 'Book or offer on Wednesday 17 March 2027' }).click())
  await page.getByLabel('Time', { exact: true }).fill('09:00')
  await leadingOn(page, page.getByRole('button', { name: 'Who is free?' }).click())
  await page.getByText('Both are free').waitFor()
  expect(page.url()).toContain('zone=UTC')
  await close()
}, 60_000)

test('with something open beside it the calendar is for everybody too, wide and narrow, light and dark, and all is ours', async () => {
  const first = await open(WEEK)
  await events(first.page).first().waitFor()
  await first.page.getByRole('link', { name: /^09:00 Claude Bernard/ }).click()
  await first.page.getByRole('region', { name: 'The opened session' }).waitFor()
  const opened = first.page.url().replace(server.origin, '')
  await first.close()
  const start = `${WEEK}&new=1&date=2027-03-17&time=10:00`
  for (const path of [opened, start, `${WEEK}&zone=Asia/Kathmandu&mentor=${TOM}`])
    for (const viewport of [DESKTOP, PHONE])
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, said, elsewhere, close } = await open(path, { viewport, colorScheme })
        if (viewport === DESKTOP) await events(page).first().waitFor()
        expect(await findings(page, null)).toEqual([])
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0)
        expect([...said, ...elsewhere]).toEqual([])
        await close()
      }
}, 120_000)

test('of two quick presses the last one is shown, and what is closed gives the focus back', async () => {
  const { page, close } = await open(`/calendar?zone=Europe/Paris`)
  await expect.poll(() => page.url()).toContain('week=2027-03-15')
  const slow = page.getByRole('link', { name: /^08:00 Claude Bernard/ })
  await slow.waitFor()
  await page.route('**/calendar?*session=*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await slow.click()
  const opener = page.getByRole('link', { name: 'Book or offer', exact: true }).first()
  await opener.click()
  const panel = page.getByRole('region', { name: 'Book or offer a time' })
  await panel.waitFor()
  await page.waitForTimeout(2500)
  expect(await panel.count()).toBe(1)
  expect(page.url()).toContain('new=1')
  await panel.getByRole('link', { name: 'Close' }).press('Enter')
  await panel.waitFor({ state: 'detached' })
  expect(await opener.evaluate((each) => each === document.activeElement)).toBe(true)

  await selectIn(page, '2027-03-17', '10:00')
  await panel.waitFor()
  await panel.getByRole('link', { name: 'Close' }).press('Enter')
  await panel.waitFor({ state: 'detached' })
  expect(await opener.evaluate((each) => each === document.activeElement)).toBe(true)
  await close()
}, 60_000)

test('a session is moved in three touches at most: by keys, by a form on a phone, and by a drag', async () => {
  const keys = await open(`${WEEK}&mentor=${TOM}`)
  const session = keys.page.getByRole('link', { name: /^09:00 Claude Bernard/ })
  await session.waitFor()
  await session.focus()
  await keys.page.keyboard.press('Enter')
  await expect
    .poll(() => keys.page.evaluate(() => document.activeElement?.getAttribute('name')))
    .toBe('start')
  await keys.page.keyboard.press('Space')
  await leadingOn(keys.page, keys.page.keyboard.press('Enter'))
  await keys.page.getByText('Moved.').waitFor()
  await keys.page.getByRole('button', { name: 'Undo' }).waitFor()
  expect(new URL(keys.page.url()).pathname).toBe('/calendar')
  await keys.close()

  const phone = await open(`${WEEK}&mentor=${TOM}`, { viewport: PHONE, hasTouch: true })
  const fixed = phone.page.locator('.agenda .row').filter({ hasText: 'Claude Bernard' })
  await fixed.locator('.row-when a').tap()
  await phone.page.getByRole('radio').nth(1).tap()
  await leadingOn(phone.page, phone.page.getByRole('button', { name: 'Move', exact: true }).tap())
  await phone.page.getByText('Moved.').waitFor()
  await phone.close()

  const drag = await open(`${WEEK}&mentor=${WEI_JUN}`)
  const other = drag.page.getByRole('link', { name: /^08:00 Claude Bernard/ })
  await other.waitFor()
  await dragDown(drag.page, other, 72)
  await drag.page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
  await drag.page.locator('#calendar-said').getByText('Moved.').waitFor()
  await drag.page.getByRole('link', { name: /^09:00 Claude Bernard/ }).waitFor()
  // What was done can be taken back where it is said.
  await drag.page.locator('#calendar-said').getByRole('button', { name: 'Undo' }).click()
  await drag.page.getByRole('link', { name: /^08:00 Claude Bernard/ }).waitFor()
  expect([...keys.said, ...phone.said, ...drag.said]).toEqual([])
  await drag.close()
}, 90_000)

test('the panel of a session says its new time after a drag; without an answer nobody says that nothing was changed', async () => {
  const { page, close } = await open(`${WEEK}&mentor=${WEI_JUN}`)
  const session = page.getByRole('link', { name: /^08:00 Claude Bernard/ })
  await session.click()
  const panel = page.getByRole('region', { name: 'The opened session' })
  await panel.locator('.when-hours').filter({ hasText: '08:00' }).first().waitFor()
  await anHourLater(page, session)
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
  await panel.locator('.when-hours').filter({ hasText: '09:00' }).first().waitFor()
  expect(new URL(page.url()).searchParams.get('session')).toContain('ses_')
  const live = page.locator('#calendar-said')
  await live.getByRole('button', { name: 'Undo' }).click()
  await session.waitFor()

  // The move arrives, its answer does not.
  await page.route('**/sessions/*/time', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    await route.fetch()
    return route.abort()
  })
  await anHourLater(page, session)
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
  await live.getByText('The session may have been moved.').waitFor()
  await page.getByRole('link', { name: /^09:00 Claude Bernard/ }).waitFor()
  await close()
}, 60_000)

test('both lines of a session of 25 minutes are whole', async () => {
  const { page, close } = await open(WEEK)
  await events(page).first().waitFor()
  const cut = await page.locator('.fc-event[data-session] .fc-event-main').evaluateAll((all) =>
    all.flatMap((each) => {
      const bottom = each.getBoundingClientRect().bottom
      const lines = [...each.querySelectorAll('.fc-event-time')].map(
        (line) => line.getBoundingClientRect().bottom,
      )
      return Math.max(...lines) > bottom + 0.5 ? [each.textContent] : []
    }),
  )
  expect(cut).toEqual([])
  await close()
}, 60_000)

test('a title is text in the grid, whatever it is: markup stays markup, a turned direction ends with it, a long one stays in its box', async () => {
  const { page, said, close } = await open('/today')
  const titles = [
    `<img src=x onerror="document.title='hit'">`,
    '</div><script>document.title="hit"</script>',
    'a\u202egpj.exe\u2067',
    'W'.repeat(500),
  ]
  await page.route('**/calendar/feed?*', async (route) => {
    const answer = await route.fetch()
    const { sessions, availability } = await answer.json()
    const hostile = sessions.map((session: object, at: number) => {
      const title = titles[at % titles.length]
      return { ...session, title, mentor: title, said: title, state: title, brief: { title, mentor: title } }
    })
    await route.fulfill({ json: { sessions: hostile, availability } })
  })
  await page.goto(server.origin + WEEK)
  await events(page).first().waitFor()
  expect(await events(page).count()).toBeGreaterThan(titles.length)
  const shown = (await events(page).allTextContents()).join('\n')
  for (const title of titles.slice(0, 2)) expect(shown).toContain(title)
  expect(await page.locator('.fc img, .fc script, .fc iframe').count()).toBe(0)
  expect(await page.title()).not.toContain('hit')
  const outside: string[] = []
  for (const event of await events(page).all()) {
    const [box, column] = await Promise.all([
      event.boundingBox(),
      event.locator('xpath=ancestor::td[1]').boundingBox(),
    ])
    if (!box || !column || box.x + box.width > column.x + column.width + 1)
      outside.push((await event.textContent()) ?? '')
  }
  expect(outside).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(DESKTOP.width)
  expect(said).toEqual([])
  await close()
}, 60_000)

async function signIn() {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${server.origin}/dev`)
  await page.getByRole('link', { name: 'Sign in as Nadia Haddad' }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/today/)
  const cookies = await context.cookies()
  await context.close()
  return cookies
}

async function open(path: string, options: BrowserContextOptions = {}, isClockOurs = false) {
  const context = await browser.newContext({ viewport: DESKTOP, locale: 'en-GB', ...options })
  context.setDefaultTimeout(20_000)
  await context.addCookies(signedIn)
  const page = await context.newPage()
  const [said, elsewhere]: [string[], string[]] = [[], []]
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin)) elsewhere.push(request.url())
  })
  if (isClockOurs) await page.clock.install()
  await page.goto(server.origin + path)
  return { page, said, elsewhere, close: () => context.close() }
}

function events(page: Page): Locator {
  return page.locator('.fc-event[data-session]')
}

/** The names of sessions that the grid has scrolled out of sight. */
async function outOfSight(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const body = document.querySelector('.fc-timegrid-body')?.closest('.fc-scroller')
    const window = body?.getBoundingClientRect()
    return Array.from(document.querySelectorAll('.fc-event[data-session]')).flatMap((each) => {
      const { top, bottom } = each.getBoundingClientRect()
      const isHidden = window && (bottom < window.top + 12 || top > window.bottom - 12)
      return isHidden ? [each.textContent ?? ''] : []
    })
  })
}

/** Visible words of sessions that are wider than their place. */
async function cutNames(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('.fc-event-main > span:not(.unseen)')).flatMap((each) =>
      each.clientWidth > 0 && each.scrollWidth > each.clientWidth ? [each.textContent ?? ''] : [],
    ),
  )
}

/** The middle of a day's column, at the first quarter of an hour from there. */
async function placeOf(page: Page, day: string, time: string) {
  const lane = page.locator(`.fc-timegrid-slot-lane[data-time="${time}:00"]`)
  await lane.scrollIntoViewIfNeeded()
  const [row, column] = [
    await lane.boundingBox(),
    await page.locator(`.fc-timegrid-col[data-date="${day}"]`).boundingBox(),
  ]
  if (!row || !column) throw new Error('no such place')
  return { x: column.x + column.width / 2, y: row.y + 4, height: row.height }
}

/** Half an hour, from its first quarter to its second. */
async function selectIn(page: Page, day: string, time: string): Promise<void> {
  const { x, y, height } = await placeOf(page, day, time)
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (const part of [0.25, 0.5, 0.75]) await page.mouse.move(x, y + height * part)
  await page.mouse.up()
}

async function holdAt(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  const touch = await page.context().newCDPSession(page)
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  await page.waitForTimeout(600)
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

/** By the height of its hour, which a panel beside the grid changes. */
async function anHourLater(page: Page, session: Locator): Promise<void> {
  const lane = await page.locator('.fc-timegrid-slot-lane').first().boundingBox()
  await dragDown(page, session, 2 * (lane?.height ?? 0))
}

async function dragDown(page: Page, what: Locator, by: number): Promise<void> {
  const box = await what.boundingBox()
  if (!box) throw new Error('nothing to drag')
  const [x, y] = [box.x + box.width / 2, box.y + 6]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (const part of [0.1, 0.25, 0.5, 0.75, 1]) await page.mouse.move(x, y + by * part)
  await page.mouse.up()
}
