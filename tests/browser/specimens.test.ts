import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import * as z from 'zod/mini'

import { bringAxe, findings } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'

/** `LONG=1`: axe and the French pages in each state, not only in the usual one: two minutes more. */
const IS_LONG = Boolean(process.env['LONG'])
const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1280, height: 900 }
const MOST_OCTETS = 10_240
const NAMES = ['usual', 'long', 'arabic', 'chinese', 'thai', 'hindi'] as const

const [server, browser] = await Promise.all([startServer({ env: { SEED: 'none' } }), openBrowser()])
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const context = await browser.newContext({ viewport: DESKTOP, locale: 'en-GB', reducedMotion: 'reduce' })
context.setDefaultTimeout(20_000)
/** One page for all: opening another costs more than drawing a specimen. */
const page = await context.newPage()
const said: string[] = []
const requests: string[] = []
page.on('console', (message) => said.push(`${shortly(page.url())}: ${message.text()}`))
page.on('pageerror', (error) => said.push(`${shortly(page.url())}: ${error.message}`))
page.on('request', (request) => requests.push(request.url()))

const everyState = await specimens('en', 'usual')
const usual = everyState.filter((url) => url.includes('/usual?'))

test('every page stays within a phone and a desktop: each state, both languages, names in any script', async () => {
  const french = (IS_LONG ? everyState : usual).map((url) => url.replace('locale=en', 'locale=fr'))
  const named = NAMES.slice(1).flatMap((names) =>
    usual.map((url) => url.replace('names=usual', `names=${names}`)),
  )
  const wide: string[] = []
  for (const url of [...everyState, ...french, ...named]) {
    await page.goto(url)
    for (const size of [PHONE, DESKTOP]) {
      await page.setViewportSize(size)
      wide.push(...(await wideOnes(page)).map((what) => `${shortly(url)} at ${size.width}: ${what}`))
    }
  }
  expect(wide).toEqual([])
}, 300_000)

test('no page asks another origin for anything, and none says anything in the console', () => {
  const elsewhere = requests.filter((url) => !url.startsWith(`${server.origin}/`) && !url.startsWith('data:'))
  expect(requests.length).toBeGreaterThan(everyState.length)
  expect(elsewhere).toEqual([])
  expect(said).toEqual([])
})

test('the policy refuses every other origin, and whatever stands in a page without a hash', async () => {
  const answer = await page.goto(usual[0] ?? '')
  const policy = answer?.headers()['content-security-policy'] ?? ''
  const sources = policy.split('; ').flatMap((each) => each.split(' ').slice(1))
  const allowed = /^'(?:none|self|sha256-[\w+/]+=)'$|^data:$/
  expect(sources.filter((source) => !allowed.test(source))).toEqual([])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/img-src 'self' data:; connect-src 'self'/)

  const blocked = await page.evaluate(async () => {
    const refusals: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      refusals.push(effectiveDirective),
    )
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }))
    document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/pixel.gif' }))
    await fetch('https://elsewhere.example/').catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, 200))
    return refusals
  })
  expect(blocked.toSorted()).toEqual(['connect-src', 'img-src', 'style-src-elem'])
})

test('a page opened from a mail is one request of ten kilobytes at most, with all of its style', async () => {
  const answer = await fetch(`${server.origin}/sign-in`)
  const [, href = ''] =
    /href="([^"]*main[^"]*\.css)"/.exec(await (await fetch(`${server.origin}/dev`)).text()) ?? []
  const whole = await (await fetch(`${server.origin}${href}`)).text()
  expect([answer.status, whole.length > 10_000]).toEqual([200, true])

  const heavy: string[] = []
  let sheets = 0
  for (const url of [...everyState, ...usual.map((each) => each.replace('locale=en', 'locale=fr'))]) {
    const html = await (await fetch(url)).text()
    if (!html.includes('<style>')) continue
    sheets += 1
    const octets = gzipSync(html).length
    if (octets > MOST_OCTETS) heavy.push(`${shortly(url)}: ${octets} octets`)
    requests.length = 0
    await page.goto(url)
    const asked = requests.filter((each) => !each.startsWith('data:'))
    if (asked.length !== 1) heavy.push(`${shortly(url)}: ${asked.map(shortly).join(', ')}`)
    heavy.push(...(await missingRules(page, whole)).map((rule) => `${shortly(url)} lacks ${rule}`))
  }
  expect(heavy).toEqual([])
  expect(sheets).toBeGreaterThan(100)
}, 120_000)

test('on paper there is nothing to press, nothing dark, and a link to elsewhere says where it leads', async () => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const wrong: string[] = []
  for (const url of usual) {
    await page.goto(url)
    wrong.push(...(await onPaper(page)).map((what) => `${shortly(url)}: ${what}`))
  }
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
  expect(wrong).toEqual([])
})

test('whoever asks for less motion gets none, and with colours of one’s own what is chosen still shows', async () => {
  const moving: string[] = []
  for (const url of usual) {
    await page.goto(url)
    const names = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => parseFloat(getComputedStyle(element).transitionDuration) > 0)
        .map((element) => element.tagName),
    )
    moving.push(...names.map((name) => `${shortly(url)}: ${name}`), ...(await animations(page)))
  }
  expect(moving).toEqual([])

  await page.emulateMedia({ forcedColors: 'active' })
  const [board = ''] = usual.filter((url) => url.includes('/suggestions/'))
  await page.goto(board)
  const [chosen, other] = await page
    .locator('.views > a')
    .evaluateAll((all) => all.map((each) => getComputedStyle(each).backgroundColor))
  await page.emulateMedia({ forcedColors: 'none' })
  expect(chosen).not.toBe(other)
})

test('whatever can be pressed is 24 pixels large, or has that much room around it', async () => {
  const small: string[] = []
  for (const url of usual) {
    await page.setViewportSize(PHONE)
    await page.goto(url)
    small.push(...(await smallTargets(page)).map((what) => `${shortly(url)}: ${what}`))
  }
  expect(small).toEqual([])
})

test('axe finds nothing, in light and in dark', async () => {
  await bringAxe(context)
  const found: string[] = []
  for (const url of IS_LONG ? everyState : usual) {
    await page.goto(url)
    for (const [size, colorScheme] of [
      [PHONE, 'dark'],
      [DESKTOP, 'light'],
    ] as const) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      found.push(
        ...(await findings(page, null)).map((finding) => `${shortly(url)} ${colorScheme}: ${finding}`),
      )
    }
  }
  expect(found).toEqual([])
}, 900_000)

/** Every state that the book lists, in that language and with those names. */
async function specimens(locale: 'en' | 'fr', names: (typeof NAMES)[number]): Promise<readonly string[]> {
  const index = await (await fetch(`${server.origin}/dev/pages?locale=${locale}&names=${names}`)).text()
  const paths = Array.from(index.matchAll(/href="(\/dev\/pages\/[^"]*)"/g), ([, href = '']) => href)
  return [...new Set(paths)].map((path) => `${server.origin}${path.replaceAll('&amp;', '&')}`)
}

function shortly(url: string): string {
  return url
    .replace(server.origin, '')
    .replace('/dev/pages/', '')
    .replace('?locale=', ' ')
    .replace('&names=', ' ')
}

const Strings = z.array(z.string())

async function wideOnes(opened: Page): Promise<readonly string[]> {
  return Strings.parse(
    await opened.evaluate(() => {
      const width = document.documentElement.clientWidth
      if (document.documentElement.scrollWidth <= width) return []
      return [...document.querySelectorAll('main *, header *')]
        .filter((element) => element.getBoundingClientRect().right > width + 1)
        .map((element) => `${element.tagName}.${element.className}`)
        .slice(-3)
    }),
  )
}

async function animations(opened: Page): Promise<readonly string[]> {
  return Strings.parse(
    await opened.evaluate(() => document.getAnimations().map(({ id }) => `animation ${id}`)),
  )
}

/** Rules of the whole stylesheet that fit something on the page, and are not in the page's own. */
async function missingRules(opened: Page, whole: string): Promise<readonly string[]> {
  return Strings.parse(
    await opened.evaluate((css) => {
      const flat = (rules: CSSRuleList, within: string): readonly [string, string][] =>
        [...rules].flatMap((rule): readonly [string, string][] => {
          if (rule instanceof CSSStyleRule) return [[rule.selectorText, `${within}${rule.cssText}`]]
          if (rule instanceof CSSMediaRule) return flat(rule.cssRules, `${within}@${rule.conditionText} `)
          return 'cssRules' in rule && rule.cssRules instanceof CSSRuleList ? flat(rule.cssRules, within) : []
        })
      const fits = (selector: string) => {
        const still = selector.replaceAll(
          /::?(?:before|after|marker|hover|focus-visible|focus|placeholder)/g,
          '',
        )
        return (
          still.trim() !== '' &&
          document.querySelector(still.replace(/(^|[ >+~,(])(?=$|[ >+~,)])/g, '$1*')) !== null
        )
      }
      const all = new CSSStyleSheet()
      all.replaceSync(css)
      const own = new Set(
        [...document.styleSheets].flatMap((sheet) => flat(sheet.cssRules, '')).map(([, rule]) => rule),
      )
      return flat(all.cssRules, '')
        .filter(([selector, rule]) => !own.has(rule) && fits(selector))
        .map(([, rule]) => rule)
    }, whole),
  )
}

async function onPaper(opened: Page): Promise<readonly string[]> {
  return Strings.parse(
    await opened.evaluate(() => {
      const shown = (element: Element) => element.getClientRects().length > 0
      const pressed = [...document.querySelectorAll('button, .button, nav a, .search')].filter(shown)
      const bright = (element: Element) => {
        const [red = 255] = /[\d.]+/.exec(getComputedStyle(element).color)?.map(Number) ?? []
        return red
      }
      const links = [...document.querySelectorAll("main a[href^='http']")].filter(
        (link) => shown(link) && !getComputedStyle(link, '::after').content.includes('http'),
      )
      return [
        ...pressed.map((element) => `${element.tagName} ${element.textContent}`),
        ...links.map((link) => `${link.textContent} leads nowhere`),
        ...(matchMedia('print').matches && getComputedStyle(document.documentElement).colorScheme === 'light'
          ? []
          : [`dark: ${bright(document.body)}`]),
      ]
    }),
  )
}

/** WCAG 2.2 §2.5.8: 24 × 24 pixels, or so much around its centre that is nobody else's; words in a line are free. */
async function smallTargets(opened: Page): Promise<readonly string[]> {
  return Strings.parse(
    await opened.evaluate(() => {
      // What is folded away has a box too, where it would stand over something else.
      for (const each of document.querySelectorAll('details')) each.open = true
      const targets = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter((element) => element.checkVisibility() && !element.closest('.unseen, .skip'))
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
      const isInline = (element: Element) =>
        getComputedStyle(element).display === 'inline' &&
        (element.parentElement?.textContent ?? '').trim() !== (element.textContent ?? '').trim()
      const centre = ({ left, top, width, height }: DOMRect) => ({ x: left + width / 2, y: top + height / 2 })
      const isNear = (one: DOMRect, other: DOMRect) => {
        const { x, y } = centre(one)
        const dx = Math.max(other.left - x, 0, x - other.right)
        const dy = Math.max(other.top - y, 0, y - other.bottom)
        return Math.hypot(dx, dy) < 12
      }
      return targets
        .filter(({ element, box }) => Math.min(box.width, box.height) < 23.5 && !isInline(element))
        .filter(({ element, box }) =>
          targets.some((other) => other.element !== element && isNear(box, other.box)),
        )
        .map(({ element, box }) => `${element.tagName} ${element.textContent} ${box.width}×${box.height}`)
    }),
  )
}
