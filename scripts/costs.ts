import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './root.ts'

const SIZES = [20, 200, 2_000] as const
/** What a month of one executive asks, rather too much than too little. */
const MONTH = {
  minutes: 43_200,
  nights: 30,
  lettersEach: 30,
  dueEach: 10,
  viewsEach: 20,
  managersFor: 40,
  managerViews: 600,
}
/** Workers Paid in US dollars, as listed in November 2026. */
const PRICE = {
  base: 5,
  rowsRead: { free: 25e9, each: 0.001 / 1e6 },
  rowsWritten: { free: 50e6, each: 1 / 1e6 },
  requests: { free: 10e6, each: 0.3 / 1e6 },
  letters: { free: 3_000, each: 0.35 / 1e3 },
}

type Counted = { readonly at80: number; readonly at800: number; readonly written: number }

/** The table of docs/deploying.md, from what docs/performance.md counts at 80 and at 800 executives. */
export function costs(page = readFileSync(join(root, 'docs/performance.md'), 'utf8')): string {
  const [minute, idle, night, today, own] = [
    'a busy minute',
    'a minute in which nothing is due',
    'a night, and all that it makes due',
    'GET /today',
    'GET /mine',
  ].map((job) => countedIn(page, job))
  if (!minute || !idle || !night || !today || !own) throw new Error('docs/performance.md has other rows.')
  const lines = SIZES.map((size) => {
    const managers = Math.ceil(size / MONTH.managersFor)
    const views = managers * MONTH.managerViews
    const rowsRead =
      MONTH.minutes * idle.at80 +
      MONTH.dueEach * rowsAt(minute, size) +
      MONTH.nights * rowsAt(night, size) +
      views * rowsAt(today, size) +
      size * MONTH.viewsEach * own.at800
    const rowsWritten = MONTH.dueEach * writtenAt(minute, size) + MONTH.nights * writtenAt(night, size)
    const requests = MONTH.minutes + MONTH.nights + 10 * (views + size * MONTH.viewsEach)
    const letters = size * MONTH.lettersEach
    const dollars =
      PRICE.base +
      over(rowsRead, PRICE.rowsRead) +
      over(rowsWritten, PRICE.rowsWritten) +
      over(requests, PRICE.requests) +
      over(letters, PRICE.letters)
    const cells = [
      short(rowsRead),
      short(rowsWritten),
      short(requests),
      short(letters),
      `$${dollars.toFixed(0)}`,
    ]
    return `| ${size} | ${cells.join(' | ')} |`
  })
  return [
    '| executives | rows read | rows written | requests | letters | a month |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n')
}

/** `rows 8, 80, 800, written` of one line of the table of every page and job. */
function countedIn(page: string, job: string): Counted | null {
  const line = page.split('\n').find((each) => new RegExp(`^${job} +\\d+ +\\d+ +\\d+ +\\d+`).test(each))
  const [, at80, at800, written] = line?.slice(job.length).trim().split(/ +/).map(Number) ?? []
  return at80 === undefined || at800 === undefined || written === undefined ? null : { at80, at800, written }
}

/** In proportion, as tests/http/list-growth.test.ts holds; never less than in proportion to the smaller one. */
function rowsAt({ at80, at800 }: Counted, size: number): number {
  return Math.max((at80 * size) / 80, (at800 * size) / 800)
}

function writtenAt({ written }: Counted, size: number): number {
  return (written * size) / 800
}

function over(amount: number, { free, each }: { readonly free: number; readonly each: number }): number {
  return Math.max(0, amount - free) * each
}

function short(amount: number): string {
  return amount >= 1e6 ? `${Number((amount / 1e6).toPrecision(2))} million` : String(Math.round(amount))
}

if (process.argv[1] === import.meta.filename) console.log(costs())
