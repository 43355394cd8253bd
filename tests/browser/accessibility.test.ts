import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import * as z from 'zod/mini'

import { routes } from '../../worker/http/routes.ts'
import { bringAxe, findings } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'

const [server, browser] = await Promise.all([
  startServer({ env: { TEST_NOW: '2027-03-15T08:00:00Z' } }),
  openBrowser(),
])
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** Routes whose responses are not pages. */
const NO_PAGES = [
  ...['/health', '/', '/calendar/feed', '/sessions/:id/time', '/calendar.ics', '/assets/:file'],
  ...['/programmes/:id/export', '/invite/calendar', '/own/record/file', '/mine/record/file'],
  ...['/sessions/:id/source', '/deliveries/:id/source', '/programmes/:id/source'],
  '/.well-known/security.txt',
  // The demo has no webhook, and is claimed: both pages are among the specimens, which axe reads too.
  ...['/webhooks/:id', '/claim'],
]
const PAGES = routes
  .filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/') && !NO_PAGES.includes(path))
  .map(({ path }) => path)
/** How many pages of one kind are checked: states differ, and time is limited. */
const OF_A_KIND = 2
/** Pages opened from mails, and sessions, have more states. */
const OF_MANY_STATES: Readonly<Record<string, number>> = {
  '/answer': 5,
  '/calendar': 4,
  '/invite': 5,
  '/log': 3,
  '/sessions/:id': 5,
}

test('every page can be read and used by everybody, on a phone and a desktop, in light and dark', async () => {
  const context = await browser.newContext({ viewport: DESKTOP, locale: 'en-GB', reducedMotion: 'reduce' })
  context.setDefaultTimeout(20_000)
  await bringAxe(context)
  const page = await context.newPage()
  const problems: string[] = []
  page.on(
    'console',
    (message) => void (asksAnew(page.url()) || problems.push(`${patternOf(page.url())}: ${message.text()}`)),
  )
  page.on(
    'response',
    (answer) =>
      void (
        answer.status() < 400 ||
        asksAnew(answer.url()) ||
        problems.push(`${answer.status()} ${answer.url()}`)
      ),
  )
  page.on('pageerror', (error) => problems.push(`${patternOf(page.url())}: ${error.message}`))
  const seen = new Map<string, number>()

  await checkPages(page, [...(await linksInMails()), '/sign-in', '/dev'], seen, problems)
  await writeAsStranger()
  await signIn(page, 'Nadia Haddad')
  await checkPages(page, [...MANAGERS, await planned(page), await imported(page)], seen, problems)
  await checkPages(page, [await figures(page), await midway(page)], seen, problems)
  await signIn(page, 'Odile Marchand')
  await checkPages(page, ['/desk'], seen, problems)
  await signIn(page, 'Tom Leroy')
  await checkPages(page, ['/mine', '/availability'], seen, problems)
  await checkPages(page, [await confirmation(page)], seen, problems)
  await signInToStay(page, 'nadia.haddad@northwind.example')
  await server.clock('2027-03-15T23:00:00Z')
  await checkPages(page, ['/sign-in/again?back=%2Fpeople'], seen, problems)

  expect(problems).toEqual([])
  expect(PAGES.filter((path) => !seen.has(path))).toEqual([])
}, 300_000)

const DESKTOP = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }
/** WCAG 2.2, 1.4.10: what 1280 pixels are at 400 %. */
const NARROW = { width: 320, height: 640 }
const MANAGERS = [
  '/today',
  '/calendar',
  '/calendar?grid=always',
  '/calendar?day=2027-03-16',
  '/calendar?day=2027-03-16&grid=always',
  '/pairings',
  '/people',
  '/search?q=bernard',
  '/deliveries',
  '/programmes',
  '/suggestions',
  '/suggestions/acceptance',
]

/** Checks these pages and all they link to, except kinds already checked often enough. */
async function checkPages(
  page: Page,
  from: readonly string[],
  seen: Map<string, number>,
  problems: string[],
): Promise<void> {
  const queue = from.map((path) => new URL(path, server.origin).toString())
  const queued = new Set(queue)
  for (let url = queue.shift(); url; url = queue.shift()) {
    const kind = patternOf(url)
    const times = seen.get(kind) ?? 0
    if (times >= (OF_MANY_STATES[kind] ?? OF_A_KIND)) continue

    const answer = await page.goto(url)
    if (!answer?.headers()['content-type']?.startsWith('text/html')) continue
    if (page.url() !== url && patternOf(page.url()) !== kind) continue
    if (kind === '/calendar') await page.locator('.gridded .fc-event').first().waitFor()
    seen.set(kind, times + 1)
    problems.push(...(await problemsOf(page, kind)))
    const hrefs = await page
      .locator('a[href]:not([download])')
      .evaluateAll((all) => all.map((each) => (each instanceof HTMLAnchorElement ? each.href : '')))
    const fresh = hrefs
      .map((href) => href.split('#')[0] ?? '')
      .filter((href) => href.startsWith(server.origin) && !queued.has(href))
      // Specimens lead nowhere, and have a test of their own. A file is no page.
      .filter((href) => !/\/(?:dev\/pages\/|invite\/calendar|record\/file|\w+\/source)/.test(href))
    for (const href of fresh) queued.add(href)
    queue.push(...fresh)
  }
}

/** All rules on a desktop in light mode and a phone in dark mode; the other two combinations check contrast alone. */
async function problemsOf(page: Page, kind: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const viewport of [NARROW, DESKTOP, PHONE]) {
    await page.setViewportSize(viewport)
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    if (isWide) found.push(`${kind} scrolls sideways: ${viewport.width}`)
  }
  for (const [size, viewport] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const rules = (size === 'desktop') === (colorScheme === 'light') ? null : ['color-contrast']
      found.push(
        ...(await findings(page, rules)).map((finding) => `${kind} ${size} ${colorScheme}: ${finding}`),
      )
    }
  }
  await page.setViewportSize(DESKTOP)
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

/** The links of the demo are older than twelve hours: a record asks for a new one, and says so with a status of its own. */
function asksAnew(url: string): boolean {
  return patternOf(url) === '/own/record'
}

/** A page's kind: its route, or its path when it is not in the table. */
function patternOf(url: string): string {
  const { pathname } = new URL(url)
  const mail = pathname.replace(/^\/dev\/mail\/\d+$/, '/dev/mail/:id')
  return PAGES.find((path) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(pathname)) ?? mail
}

/** Every link of every mail, newest first: answers, invites and logs in all states. */
async function linksInMails(): Promise<readonly string[]> {
  const mails = (await server.mail()).toReversed()
  return mails.flatMap(({ raw }) =>
    raw
      .split(/\r\n\r\n/)
      .map((part) => Buffer.from(part.split('\r\n--')[0] ?? '', 'base64').toString())
      .filter((text) => !text.startsWith('BEGIN:'))
      .flatMap((text) => text.match(/http:\/\/127\.0\.0\.1:\d+\/[^\s"<>&]+/g) ?? []),
  )
}

/** An advertisement to an executive's secret address: its page is reached from Today. */
async function writeAsStranger(): Promise<void> {
  const mails = await server.mail()
  const to = mails.map(({ from }) => /[^\s<>]+@reply\.[^\s<>]+/.exec(from)?.[0]).find(Boolean) ?? ''
  const raw = [
    'From: Shop <news@shop.example>',
    `To: <${to}>`,
    'Subject: Offers',
    'Message-ID: <1@shop.example>',
    'Date: Mon, 15 Mar 2027 08:00:00 +0000',
    '',
    'Buy now',
    '',
  ].join('\r\n')
  expect(await server.receive({ from: 'news@shop.example', to, raw })).toBe(200)
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${server.origin}/dev`)
  await page.getByRole('link', { name: `Sign in as ${name}` }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/(?:today|mine|desk)/)
}

/** By a link from a mail, on a device that is kept. */
async function signInToStay(page: Page, address: string): Promise<void> {
  await page.goto(`${server.origin}/mine`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto(`${server.origin}/sign-in`)
  await page.getByLabel('Your work email address').fill(address)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByText('Check your email').first().waitFor()
  const link = (await linksInMails()).find((each) => each.includes('/sign-in?k='))
  await page.goto(link ?? '')
  await page.getByLabel('Keep me signed in on this device').check()
  await page.getByRole('button', { name: 'Sign me in' }).click()
  await page.waitForURL(/\/today/)
}

/** Makes a plan and returns its page. */
async function planned(page: Page): Promise<string> {
  await page.goto(`${server.origin}/pairings`)
  await page.locator('#plan').getByRole('button').click()
  await page.waitForURL(/\/plans\//)
  return page.url()
}

/** Makes a link to the figures for somebody without an account, and returns it. */
async function figures(page: Page): Promise<string> {
  await page.goto(`${server.origin}/programmes/prg_leadership-of-northwind/report`)
  await page.locator('#links summary').click()
  await page.getByLabel('Who is it for?').fill('The board')
  await page.getByRole('button', { name: 'Make the link' }).click()
  return (await page.locator('#links code').textContent()) ?? ''
}

/** A file with an error in a line, and a change in another. */
async function imported(page: Page): Promise<string> {
  await page.goto(`${server.origin}/imports`)
  const lines = ['email,unit', 'nobody,Sales', 'claude.bernard@northwind.example,Legal']
  await page.getByLabel('Or paste lines').fill(lines.join('\n'))
  await page.getByRole('button', { name: 'See what it would do' }).click()
  await page.waitForURL(/\/imports\/imp_/)
  return page.url()
}

/** The pulse page: with an end of the programme, an executive's next invite links to it. */
async function midway(page: Page): Promise<string> {
  const headers = { origin: server.origin }
  const ask = (path: string, method: string, data: unknown) =>
    page.request.fetch(`${server.origin}/api/v1/${path}`, { method, headers, data })
  await ask('programmes/prg_leadership-of-northwind', 'PATCH', { endsOn: '2027-03-31' })
  const feed = await page.request.get(`${server.origin}/calendar/feed?start=2027-03-16&end=2027-03-17`)
  const { sessions } = Sessions.parse(await feed.json())
  const start = '2027-03-16T08:10:00Z'
  await ask(`sessions/${sessions[0]?.id}/time`, 'POST', { start, reason: 'agreed' })
  await server.tick()
  return (await linksInMails()).find((link) => link.includes('/pulse?')) ?? ''
}

const Sessions = z.object({ sessions: z.array(z.object({ id: z.string() })) })

/** The page on which the invited person confirms a decline. */
async function confirmation(page: Page): Promise<string> {
  const invites = (await linksInMails()).filter((link) => link.includes('/invite?'))
  const open = []
  for (const invite of invites) {
    await page.goto(invite)
    if (await page.getByText('I can’t make it').count()) open.push(invite)
  }
  await page.goto(open[0] ?? '')
  await page.getByText('I can’t make it').click()
  await page.getByRole('button', { name: 'Send me the email' }).click()
  await page.getByText('Check your email').waitFor()
  await server.tick()
  return (await linksInMails()).find((link) => link.includes('/confirm?')) ?? ''
}
