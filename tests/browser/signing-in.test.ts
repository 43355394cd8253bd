import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'

import { leadingOn, openBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'

const [server, browser] = await Promise.all([
  startServer({ env: { TEST_NOW: '2027-03-15T08:00:00Z' } }),
  openBrowser(),
])
afterAll(async () => {
  await browser.close()
  await server.stop()
})

test.each([true, false])(
  'what was typed is in the form again after signing in by the mail (script: %s)',
  async (javaScriptEnabled) => {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
    await signIn(page)
    await leadingOn(page, page.getByRole('link', { name: 'People' }).click())
    await leadingOn(page, page.getByRole('link', { name: 'Claude Bernard' }).first().click())
    const person = page.url()
    const basics = page.locator('#basics')
    await basics.getByRole('link', { name: 'Edit' }).click()
    await page.getByLabel('Unit').fill('Legal & “Co”')
    await pass(page, 13 * 60)
    await page.getByLabel('Unit').press('Enter')
    await page.getByText('You were signed in for twelve hours').waitFor()
    await page.getByText('What you typed is kept until tomorrow').waitFor()

    const tab = await signInByMail(page)
    await tab.waitForURL((url) => url.pathname === new URL(person).pathname)
    await tab.getByText('What you typed is back in the form').waitFor()
    expect(await tab.getByLabel('Unit').inputValue()).toBe('Legal & “Co”')
    await tab.getByLabel('Unit').press('Enter')
    // The section is read again, and says what it holds now.
    await tab.locator('#basics .notice', { hasText: 'Saved.' }).waitFor()
    expect(await tab.locator('#basics').textContent()).toContain('Legal & “Co”')
  },
  60_000,
)

test('a press on Today after the sign-in had ended opens the whole page for signing in', async () => {
  const page = await (await browser.newContext()).newPage()
  await signIn(page)
  await pass(page, 13 * 60)
  const form = page.locator('form[method=post][data-enhance]').first()
  await form.evaluate((element) => element instanceof HTMLFormElement && element.requestSubmit())
  await page.waitForURL(/\/sign-in\?back=%2Ftoday/)
  await page.getByLabel('Your work email address').waitFor()
}, 60_000)

async function signIn(page: Page): Promise<void> {
  await page.goto(`${server.origin}/dev`)
  await page.getByRole('link', { name: 'Sign in as Nadia Haddad' }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/today/)
}

async function signInByMail(page: Page): Promise<Page> {
  await page.getByLabel('Your work email address').fill('nadia.haddad@northwind.example')
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByText('Check your email').first().waitFor()
  // The mail opens in another tab.
  const mail = await page.context().newPage()
  await mail.goto(`${server.origin}/dev`)
  await mail.getByRole('link', { name: /^Mail \(\d+\) to Nadia Haddad$/ }).click()
  await mail.getByRole('link', { name: 'Your link to sign in' }).first().click()
  await mail.locator('a[href*="/sign-in?k="]').first().click()
  await mail.getByRole('button', { name: 'Sign me in' }).click()
  return mail
}

async function pass(page: Page, minutes: number): Promise<void> {
  const tab = await page.context().newPage()
  await tab.goto(`${server.origin}/dev`)
  const origin = server.origin
  const answer = await tab.request.post(`${origin}/dev/clock`, {
    form: { minutes: String(minutes) },
    headers: { Origin: origin },
    maxRedirects: 0,
  })
  expect(answer.status()).toBeLessThan(400)
  await tab.close()
}
