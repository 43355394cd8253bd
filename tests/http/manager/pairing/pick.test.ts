import { expect, test } from 'vitest'

import { listPairings } from '../../../../worker/storage/pairing/pairing.ts'
import type { Client } from '../../../support/client.ts'
import { submitted } from '../../../support/forms.ts'
import { manyExecutives } from '../../../support/many-people.ts'
import { attributeOf, tagsOf, wordsOf } from '../../../support/pages.tsx'
import { aMentor, aPersonIn, aWorld, settingOf, type World } from '../../../support/world.ts'

test('of a few somebody is chosen from a list', async () => {
  const world = await aWorld()
  const page = await shown(await world.as(world.nadia), '/pairings')
  expect(page).toContain('<select required="" id="executiveId"')
  expect(page).not.toContain('id="executive"')
})

test('of four hundred nobody is listed: a part of the name is written, and whoever is meant is paired', async () => {
  const { world, nadia, zoe, mia } = await many()
  const page = await shown(nadia, '/pairings')
  expect(tagsOf(page, 'option').length).toBeLessThan(20)
  expect(new TextEncoder().encode(page).length).toBeLessThan(80_000)
  const paired = await submitted(nadia, '/pairings', {
    ...fieldsOf(page),
    ...{ executive: 'zoe', mentorId: mia.id, kind: 'mentoring' },
  })
  expect(paired.headers.get('Location')).toMatch(/^\/pairings\/pai_\w+\?done=paired/)
  expect(await isPaired(world, mia.id, zoe.id)).toBe(true)
})

test('where several match, they alone are listed; another word takes their place', async () => {
  const { world, nadia, zoe, mia } = await many()
  const start = fieldsOf(await shown(nadia, '/pairings'))
  const wish = { ...start, mentorId: mia.id, kind: 'mentoring' }
  const several = await submitted(nadia, '/pairings', { ...wish, executive: 'fabre' })
  const page = String(several.body)
  expect(several.status).toBe(422)
  expect(wordsOf(page)).toContain('Several match. Choose one of them')
  expect(tagsOf(page.split('id="executiveId"')[1]?.split('</select>')[0] ?? '', 'option')).toHaveLength(3)
  expect(page).toContain(`<option value="${mia.id}" selected="">`)

  const other = await submitted(nadia, '/pairings', {
    ...wish,
    ...fieldsOf(page),
    executive: 'nobody at all',
  })
  expect(wordsOf(String(other.body))).toContain('Nobody here matches “nobody at all”.')
  const all = await submitted(nadia, '/pairings', { ...wish, executive: 'chief' })
  expect(wordsOf(String(all.body))).toContain('Enter more of the name.')

  const chosen = { ...wish, ...fieldsOf(page), executive: 'fabre', executiveId: zoe.id }
  expect((await submitted(nadia, '/pairings', chosen)).status).toBe(303)
  expect(await isPaired(world, mia.id, zoe.id)).toBe(true)
})

test('a link that names somebody fills in the name, and another name counts instead', async () => {
  const { world, nadia, zoe, adam, mia } = await many()
  const page = await shown(nadia, `/pairings?executiveId=${zoe.id}`)
  expect(page).toContain('value="Zoe Fabre"')
  const fields = { ...fieldsOf(page), mentorId: mia.id, kind: 'mentoring' }
  expect(fields).toMatchObject({ executiveId: zoe.id, executive: 'Zoe Fabre' })
  expect((await submitted(nadia, '/pairings', { ...fields, executive: 'Adam Fabre' })).status).toBe(303)
  expect(await isPaired(world, mia.id, adam.id)).toBe(true)
  expect(await isPaired(world, mia.id, zoe.id)).toBe(false)
})

async function many() {
  const world = await aWorld()
  const here = settingOf(world)
  await manyExecutives(here, world.tom, 400)
  const [zoe, adam] = [
    await aPersonIn(here, 'executive', { name: 'Zoe Fabre' }),
    await aPersonIn(here, 'executive', { name: 'Adam Fabre' }),
  ]
  return { world, nadia: await world.as(world.nadia), zoe, adam, mia: await aMentor(here, 'Mia Berg') }
}

async function shown(client: Client, path: string): Promise<string> {
  return String((await client.get(path)).body)
}

/** What the form for a new pairing sends by itself. */
function fieldsOf(page: string): Readonly<Record<string, string>> {
  const form = page.split('id="add"')[1]?.split('</form>')[0] ?? ''
  return Object.fromEntries(
    tagsOf(form, 'input').map((tag) => [attributeOf(tag, 'name') ?? '', attributeOf(tag, 'value') ?? '']),
  )
}

async function isPaired({ platform, northwind }: World, mentor: string, executive: string) {
  const all = await listPairings(platform.db, northwind.id)
  return all.some(({ mentorId, executiveId }) => mentorId === mentor && executiveId === executive)
}
