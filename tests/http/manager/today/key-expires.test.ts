import { expect, test } from 'vitest'

import { textAt } from '../../../support/response-shapes.ts'
import { aPersonIn, aWorld, settingOf, type World } from '../../../support/world.ts'

test('a week before a key ends its maker reads so on Today, with the way to her keys; nobody else does', async () => {
  const world = await aWorld()
  await aKey(world, {})
  const jean = await aPersonIn(settingOf(world), 'manager', { name: 'Jean Petit' })
  world.now('2027-06-23T21:59:00Z')
  expect(await keysOnToday(world)).toEqual([])
  world.now('2027-06-23T22:01:00Z')
  const [line] = await keysOnToday(world)
  expect(line).toMatchObject({ kind: 'key-expires', action: 'open', since: '2027-06-23T22:00:00Z' })
  const page = await (await world.as(world.nadia)).get('/today')
  expect(page.body).toContain('The intranet')
  expect(page.body).toContain('Works until Wednesday 30 June 2027.')
  expect(page.body).toContain(`href="/keys#${textAt(line, 'keyId')}"`)
  expect(await keysOnToday(world, jean)).toEqual([])
  expect((await (await world.as(jean)).get('/today')).body).not.toContain('The intranet')
  const key = textAt(line, 'key')
  const put = await (await world.as(jean)).post('/api/v1/today/snoozes', { key, until: '2027-06-25' })
  expect(put.status).toBe(404)

  world.now('2027-06-30T22:00:00Z')
  expect(await keysOnToday(world)).toEqual([])
})

test('the line goes when the key is ended, when another of that name lasts longer, and for a time when it is put off', async () => {
  const world = await aWorld()
  await aKey(world, {})
  await aKey(world, { name: 'The board' })
  const third = await aKey(world, { name: 'The wall' })
  world.now('2027-06-25T08:00:00Z')
  const nadia = await world.as(world.nadia)
  expect(await keysOnToday(world)).toHaveLength(3)
  await nadia.delete(`/api/v1/keys/${third}`)
  expect(await keysOnToday(world)).toHaveLength(2)
  await aKey(world, { expiresOn: '2027-12-31' })
  const [line, ...others] = await keysOnToday(world)
  expect(others).toEqual([])
  const key = textAt(line, 'key')
  expect(await nadia.post('/api/v1/today/snoozes', { key, until: '2027-06-28' })).toMatchObject({
    status: 201,
  })
  expect(await keysOnToday(world)).toEqual([])
})

async function aKey(world: World, change: { readonly name?: string; readonly expiresOn?: string }) {
  const wish = { name: 'The intranet', access: 'read', programmeIds: [world.northwind.id] }
  const nadia = await world.as(world.nadia)
  return textAt(
    (await nadia.post('/api/v1/keys', { ...wish, expiresOn: '2027-06-30', ...change })).body,
    'id',
  )
}

async function keysOnToday(world: World, who = world.nadia): Promise<readonly object[]> {
  const { body } = await (await world.as(who)).get('/api/v1/today?kind=key-expires')
  return Object(body).items
}
