import type { Locator, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'

import { readMail } from '../../worker/delivery/in/read-mail.ts'
import { leadingOn, openBrowser } from '../support/browser.ts'
import { type Server, startServer } from '../support/server.ts'

/** Nine o'clock in Paris, a Monday: Odile is asked for Mrs Faure, and Mr Bernard has an invite for Tuesday. */
const NOW = '2027-03-15T08:00:00Z'

const browser = await openBrowser()
afterAll(() => browser.close())

/** A link in a mail, a field that is filled, a press: one touch each. */
const FOR_A_PICK = 2
const MOST_FOR_A_TIME_OF_ONES_OWN = 4
const CONFIRMS = /^Confirm \w{3} \d+ March, \d\d:\d\d$/

const PLACES = [
  ['on a phone', 390, true],
  ['on a phone without script', 390, false],
  ['at a desk', 1280, true],
] as const

test.each(PLACES)(
  '%s a pick takes two touches and a time of one’s own four; the one button says what is chosen, and sends that',
  async (_, width, hasScript) => {
    const server = await startServer({ env: { TEST_NOW: NOW } })
    const page = await aPage(width, hasScript)
    await writesOneOfHerOwn(server, page)
    await takesOneFromTheList(server, page)
    await picksOneOfThree(server, page)
    await proposesAnotherThanTheInvites(server, page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await page.context().close()
    await server.stop()
  },
  120_000,
)

/** From her mail: a link, two fields, a press. What was proposed is taken back. */
async function writesOneOfHerOwn(server: Server, page: Page): Promise<void> {
  const link = await linkIn(server, 'odile.marchand', /Three new times/, /\/answer\?\S*option=own/)
  const touches = await touch([
    () => page.goto(link),
    () => page.getByLabel('Date', { exact: true }).fill('2027-03-18'),
    () => page.getByLabel('Time', { exact: true }).fill('20:30'),
    () => press(page, buttonOf(page)),
  ])
  expect(touches).toBeLessThanOrEqual(MOST_FOR_A_TIME_OF_ONES_OWN)
  await page.getByText('Your proposed time is being looked at').waitFor()
  await press(page, page.getByRole('button', { name: 'Withdraw it' }))
  await page.getByText('It has been withdrawn.').waitFor()
}

async function takesOneFromTheList(server: Server, page: Page): Promise<void> {
  await page.goto(await linkIn(server, 'siewhoon.lim', /Rajiv Menon/, /\/answer\?/))
  await page.getByText('Another time', { exact: true }).click()
  await page.locator('.chip input').nth(4).check()
  // What was written before is out of sight, and is not sent.
  expect(await page.getByLabel('Date', { exact: true }).isVisible()).toBe(false)
  await press(page, page.getByRole('button', { name: 'Confirm this time' }))
  await page.getByText('Thank you. That is all.').waitFor()
}

/** One touch in her mail, one on the page. */
async function picksOneOfThree(server: Server, page: Page): Promise<void> {
  const link = await linkIn(server, 'odile.marchand', /Three new times/, /\/answer\?\S*option=/)
  const touches = await touch([() => page.goto(link), () => press(page, buttonOf(page), CONFIRMS)])
  expect(touches).toBe(FOR_A_PICK)
  await page.getByText('Thank you. That is all.').waitFor()
}

async function proposesAnotherThanTheInvites(server: Server, page: Page): Promise<void> {
  await server.tick()
  await page.goto(await linkIn(server, 'helene.faure', /30 min/, /\/invite\?/))
  const button = buttonOf(page)
  expect(await button.innerText()).toMatch(/^Accept \w{3} \d+ March, /)
  const another = page.getByText('Another time suits me better')
  await another.click()
  await page.locator('.chip input').first().check()
  expect(await button.innerText()).toBe('Propose this time')
  await page.getByText('This time suits me').click()
  expect(await button.innerText()).toMatch(/^Accept /)
  await another.click()
  await page.locator('.chip input').first().check()
  expect(await page.getByRole('button', { name: /Accept|Confirm/ }).count()).toBe(0)
  await press(page, button)
  await page.getByText('It is being looked at').waitFor()
  await press(page, page.getByRole('button', { name: 'Withdraw it' }))
  await press(page, button)
  await page.getByText('It is in your calendar.').waitFor()
  // Accepted is accepted: there is nothing to press, until something else is chosen.
  expect(await button.isVisible()).toBe(false)
}

function buttonOf(page: Page): Locator {
  return page.locator('.dock button')
}

async function aPage(width: number, javaScriptEnabled: boolean): Promise<Page> {
  const viewport = { width, height: 844 }
  const context = await browser.newContext({ viewport, locale: 'en-GB', javaScriptEnabled })
  context.setDefaultTimeout(20_000)
  return context.newPage()
}

/** `says`: what stands on it. */
async function press(page: Page, button: Locator, says = /./): Promise<void> {
  expect(await button.innerText()).toMatch(says)
  await leadingOn(page, button.click())
}

/** Each is one touch: a link in a mail, a field, a press. Returns how many they were. */
async function touch(touches: readonly (() => Promise<unknown>)[]): Promise<number> {
  for (const each of touches) await each()
  return touches.length
}

/** In the latest mail with such a subject to somebody. */
async function linkIn(server: Server, to: string, subject: RegExp, link: RegExp): Promise<string> {
  const mails = (await server.mail()).filter((mail) => mail.to.startsWith(to) && subject.test(mail.subject))
  const last = mails.at(-1)
  const { text } = last ? await readMail(last.raw) : { text: '' }
  const found = (text.match(/https?:\/\/[^\s<>]+/g) ?? []).find((each) => link.test(each))
  if (!found) throw new Error(`no such link for ${to}`)
  return found
}
