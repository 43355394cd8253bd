import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

import { bundledChromium, type Executable } from './bundled-chromium.ts'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const HELP =
  'No browser was found. Set CHROME_PATH to a Chrome or Chromium, or install one (Debian: apt-get install chromium).'

/** A real Chromium: of CHROME_PATH, bundled, or installed, in this order; throws if there is none. */
export async function openBrowser(): Promise<Browser> {
  const { path, env } = await executable()

  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu'],
  })
}

/** A press that leads to another page, which is whole before anything is read from it. */
export async function leadingOn(page: Page, press: Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), press])
}

async function executable(): Promise<Executable> {
  const chosen = process.env['CHROME_PATH']
  if (chosen) return { path: chosen, env: {} }

  const bundled = await bundledChromium()
  if (bundled) return bundled

  const own = installed()
  if (own) return { path: own, env: {} }
  throw new Error(HELP)
}

function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...found, ...PLACES].find((path) => existsSync(path))
}
