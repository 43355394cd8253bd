import { expect, test } from 'vitest'

import type { Client } from '../../support/client.ts'
import { manyExecutives } from '../../support/many-people.ts'
import { aFixedSession, anOffer, aPairing, aPersonIn, aWorld, settingOf } from '../../support/world.ts'

test.each(['people', 'pairings', 'sessions'] as const)(
  'a list of %s is read page by page, each of its own once',
  async (list) => {
    const world = await aWorld()
    const here = settingOf(world)
    await aFixedSession(here, world.pairing, '2027-03-18T10:00Z')
    for (const [index, name] of ['Lea Duval', 'Ines Ferrer', 'Max Weber'].entries()) {
      const pairing = await aPairing(here, world.tom, await aPersonIn(here, 'executive', { name }))
      if (index > 0) await aFixedSession(here, pairing, `2027-03-18T1${index}:00Z`)
      else await anOffer(here, pairing)
    }
    const nadia = await world.as(world.nadia)
    const [all] = await pagesOf(nadia, `/api/v1/${list}`)
    const pages = await pagesOf(nadia, `/api/v1/${list}?limit=2`)

    expect(all?.length).toBeGreaterThan(2)
    expect(pages.map(({ length }) => Math.max(length, 1) <= 2)).not.toContain(false)
    expect(pages.flat()).toEqual(all)
    expect((await nadia.get(`/api/v1/${list}?limit=0`)).status).toBe(422)
  },
)

test.each([
  ['people', 'Chief Chief', 104],
  ['pairings', 'Chief Chief', 103],
])('the page of %s shows a hundred and leads on to the others', async (list, name, all) => {
  const world = await aWorld()
  await manyExecutives(settingOf(world), world.tom, 102)
  const nadia = await world.as(world.nadia)
  const linesOf = (page: string) => new Set(page.match(new RegExp(`href="/${list}/[a-z]{3}_\\w+"`, 'g')))
  const first = String((await nadia.get(`/${list}`)).body)
  const [, more = ''] = new RegExp(`href="(/${list}\\?after=[^"]+)"`).exec(first) ?? []
  const second = String((await nadia.get(more)).body)

  expect(first).toContain(name)
  expect(linesOf(first).size).toBe(100)
  expect(new Set([...linesOf(first), ...linesOf(second)]).size).toBeGreaterThanOrEqual(all)
  expect(second).not.toContain(`href="/${list}?after=`)
})

/** The ids of each page, following `next` to the end. */
async function pagesOf(client: Client, path: string): Promise<readonly (readonly string[])[]> {
  const pages: string[][] = []
  for (let next: string | null = ''; next !== null && pages.length < 20;) {
    const { body } = await client.get(next ? `${path}&after=${next}` : path)
    pages.push([...JSON.stringify(body).matchAll(/"id":"((?:per|pai|ses)_\w+)"/g)].map(([, id]) => id ?? ''))
    next =
      typeof body === 'object' && body !== null && 'next' in body && typeof body.next === 'string'
        ? body.next
        : null
  }
  return pages
}
