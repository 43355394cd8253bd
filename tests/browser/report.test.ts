import { afterAll, expect, test } from 'vitest'

import { openBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'

const [server, browser] = await Promise.all([startServer({ env: { SEED: 'none' } }), openBrowser()])
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
const page = await context.newPage()
const MARGIN = { top: '12mm', right: '12mm', bottom: '12mm', left: '12mm' }
const STATES = ['usual', 'all-hidden', 'by-a-link'] as const

test.each((['en', 'fr'] as const).flatMap((locale) => STATES.map((state) => ({ locale, state }))))(
  'the figures stand on one page of A4 and of Letter, each with its reason, and nothing to press: $state in $locale',
  async ({ locale, state }) => {
    await page.goto(`${server.origin}/dev/pages/report/${state}?locale=${locale}&names=usual`)
    for (const format of ['A4', 'Letter'] as const) {
      const pdf = await page.pdf({ format, margin: MARGIN })
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), format).toHaveLength(1)
    }
    await page.emulateMedia({ media: 'print' })
    const shown = await page.locator('.figures dd:visible').allInnerTexts()
    expect(shown).toHaveLength(22)
    expect(shown.filter((each) => each.trim() === '')).toEqual([])
    expect(await page.locator('main :is(a, button, input, summary):visible').count()).toBe(0)
    expect(await page.locator('#links:visible').count()).toBe(0)
    await page.emulateMedia({ media: null })
  },
  60_000,
)
