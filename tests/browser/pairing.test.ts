import { afterAll, expect, test } from 'vitest'

import { leadingOn, openBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'

/** Nine o'clock in Paris, a Monday. */
const NOW = '2027-03-15T08:00:00Z'

const [server, browser] = await Promise.all([startServer({ env: { TEST_NOW: NOW } }), openBrowser()])
afterAll(async () => {
  await browser.close()
  await server.stop()
})

test('of several forms on a page, one that is saved leaves what was typed in the others', async () => {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(`${server.origin}/dev`)
  await leadingOn(page, page.getByRole('link', { name: 'Sign in as Nadia Haddad' }).click())
  await leadingOn(page, page.getByRole('button', { name: 'Sign in' }).click())
  await page.goto(`${server.origin}/pairings/pai_tom-leroy-and-ingrid-solberg`)
  await page.getByLabel('What you keep in mind').fill('Prefers the morning')
  await page.getByText('Status and place').click()
  await page.getByLabel('Where they meet').fill('Room 7')
  await page.getByLabel('Aim').selectOption({ index: 1 })
  await page.locator('#path').getByRole('button', { name: 'Save' }).click()
  await page.getByText('Pairing changed.').waitFor()

  expect(await page.getByLabel('What you keep in mind').inputValue()).toBe('Prefers the morning')
  expect(await page.getByLabel('Where they meet').isVisible()).toBe(true)
  expect(await page.getByLabel('Where they meet').inputValue()).toBe('Room 7')
  await page.getByRole('button', { name: 'Save the note' }).click()
  await page.getByText('Note saved.').waitFor()
  expect(await page.getByText('Written by Nadia Haddad').isVisible()).toBe(true)
  expect(await page.getByLabel('Where they meet').inputValue()).toBe('Room 7')
  await context.close()
}, 60_000)
