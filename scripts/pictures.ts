import './quiet.ts'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Page } from 'playwright-core'

import { openBrowser } from '../tests/support/browser.ts'
import { type Server, startServer } from '../tests/support/server.ts'
import { root } from './root.ts'

/** The README's pictures, from a demo programme that has just been loaded; the clock stands still, so each run draws the same. */
const PICTURES = [{ name: 'today', reader: 'Nadia Haddad', path: '/today' }] as const

/** Nine o'clock in Paris, a Monday. */
const NOW = '2027-03-15T08:00:00Z'
const SIZE = { width: 1280, height: 900 }
const FOLDER = join(root, 'docs', 'pictures')

const [server, browser] = await Promise.all([startServer({ env: { TEST_NOW: NOW } }), openBrowser()])
try {
  await mkdir(FOLDER, { recursive: true })
  for (const { name, reader, path } of PICTURES) {
    const context = await browser.newContext({
      viewport: SIZE,
      locale: 'en-GB',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await signIn(page, server, reader)
    await page.goto(`${server.origin}${path}`)
    const file = join(FOLDER, `${name}.png`)
    await writeFile(file, await page.screenshot({ animations: 'disabled', caret: 'hide' }))
    await context.close()
    console.log(relative(root, file))
  }
} finally {
  await browser.close()
  await server.stop()
}

async function signIn(page: Page, { origin }: Server, name: string): Promise<void> {
  await page.goto(`${origin}/dev`)
  await page.getByRole('link', { name: `Sign in as ${name}` }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/dev'))
}
