import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'

import { type Client, signedIn } from '../support/client.ts'
import { countingDatabase, type Total } from '../support/counting-database.ts'
import { manyExecutives } from '../support/many-people.ts'
import { aWorld, settingOf } from '../support/world.ts'

const EXECUTIVES = 800

const world = await aWorld()
await manyExecutives(settingOf(world), world.tom, EXECUTIVES)
world.now('2027-06-15T08:00Z')
const total: Total = { calls: 0, rowsRead: 0, rowsWritten: 0 }
const nadia = await signedIn(world.platform, world.nadia, {
  ...world.platform,
  db: drizzle(countingDatabase(env.DB, total)),
})

test.each(['/board', '/pairings', '/people'])('%s shows every line of 800, page by page', async (path) => {
  const { pages, lines } = await walk(nadia, path, /href="\/(?:pairings|people)\/((?:pai|per)_\w+)"/g)

  expect(pages[0]).toMatch(/1–100 of 80\d/)
  expect(pages[1]).toMatch(/101–200 of 80\d/)
  expect(pages[1]).toContain('rel="prev"')
  expect(pages.at(-1)).not.toContain('rel="next"')
  expect(new Set(lines).size).toBeGreaterThanOrEqual(EXECUTIVES)
})

test('Today has a line for each of 800 pairings without a date, and shows them page by page', async () => {
  const { body } = await nadia.get('/api/v1/today?kind=no-next-date')
  const kinds = Object(body).items.map(({ kind }: { kind: string }) => kind)
  expect(String((await nadia.get('/today')).body)).toContain('href="/today?kind=no-next-date"')
  const line = /href="\/pairings\/(pai_\w+)\/offer"/g
  const { pages, lines } = await walk(nadia, '/today?kind=no-next-date', line)

  expect(kinds.filter((kind: string) => kind === 'no-next-date').length).toBe(EXECUTIVES + 1)
  expect(pages[0]).toContain('1–100 of 801')
  expect(new Set(lines).size).toBe(EXECUTIVES + 1)
})

/** All pages of a list by their “Next”, without script. */
async function walk(client: Client, path: string, line: RegExp) {
  const pages: string[] = []
  for (let next: string | undefined = path; next !== undefined && pages.length < 20;) {
    const page: string = String((await client.get(next)).body)
    pages.push(page)
    next = /<a href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  }
  return { pages, lines: pages.flatMap((page) => Array.from(page.matchAll(line), ([, id]) => id)) }
}
