import { expect, test } from 'vitest'

import { DEFAULT_POLICY } from '../../../worker/domain/programme/programme.ts'
import { textAt, describedBody } from '../../support/response-shapes.ts'
import { aWorld } from '../../support/world.ts'

test('PATCH of a programme’s rules merges objects, replaces lists, and null restores the default', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/programmes/${world.northwind.id}`
  const day = (date: string) => ({ from: date, to: date, reason: 'Holiday' })
  const patched = async (body: object) =>
    describedBody('PATCH /api/v1/programmes/:id', await nadia.patch(path, body))

  await patched({ policy: { cadence: 14, notice: 48, blackouts: [day('2027-05-01'), day('2027-05-08')] } })
  expect(await patched({ policy: { buffers: { before: 5 } } })).toMatchObject({
    policy: { cadence: 14, buffers: { before: 5, after: DEFAULT_POLICY.buffers.after } },
  })
  expect(await patched({ policy: { buffers: { before: null, after: 20 } } })).toMatchObject({
    policy: { buffers: { before: DEFAULT_POLICY.buffers.before, after: 20 } },
  })
  expect(await patched({ policy: { blackouts: [day('2027-12-25')], cadence: null } })).toMatchObject({
    policy: { blackouts: [day('2027-12-25')], cadence: DEFAULT_POLICY.cadence, notice: 48 },
  })
  expect(await patched({ policy: null, shortName: null, endsOn: '2027-12-31' })).toMatchObject({
    policy: DEFAULT_POLICY,
    shortName: 'Northwind',
    endsOn: '2027-12-31',
  })
  expect(await patched({ endsOn: null })).toMatchObject({ endsOn: null })
  expect(await patched({})).toMatchObject({ policy: DEFAULT_POLICY })
})

test('PATCH of a person’s rules merges objects, replaces lists, and null restores the programme’s', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/people/${world.tom.id}`
  const trip = (day: string) => ({ zone: 'Asia/Singapore', from: day, to: day })
  const patched = async (body: object) =>
    describedBody('PATCH /api/v1/people/:id', await nadia.patch(path, body))

  await patched({
    rules: { buffers: { before: 5, after: 5 }, perDay: 2, trips: [trip('2027-05-01'), trip('2027-05-02')] },
  })
  expect(
    await patched({ rules: { buffers: { after: 20 }, topics: { taught: ['Threads'] }, trips: [] } }),
  ).toMatchObject({
    rules: {
      buffers: { before: 5, after: 20 },
      topics: { wished: [], taught: ['Threads'] },
      trips: [],
      perDay: 2,
    },
  })
  const without = await patched({ rules: { buffers: null, topics: { wished: ['Video'], taught: null } } })
  expect(without).toMatchObject({ rules: { topics: { wished: ['Video'], taught: [] }, perDay: 2 } })
  expect(without).not.toHaveProperty('rules.buffers')

  const half = await nadia.patch(path, { rules: { buffers: { after: 20 } } })
  expect(half).toMatchObject({
    status: 422,
    body: { error: { fields: { 'rules.buffers': expect.stringMatching(/before/) } } },
  })
  expect(await patched({ rules: null, unit: 'Sales', aliases: ['t@people.example'] })).toMatchObject({
    rules: {},
    unit: 'Sales',
  })
  expect(await patched({ unit: null, aliases: null, locale: null, blockers: null })).toMatchObject({
    ...{ unit: null, aliases: [], locale: 'en', blockers: [] },
  })
})

test('a place changes in part within its kind, and another kind brings what it needs', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/pairings/${world.pairing.id}`
  const url = 'https://meet.people.example/1'
  const patched = async (place: object | null) =>
    describedBody('PATCH /api/v1/pairings/:id', await nadia.patch(path, { place }))

  expect(await patched({ kind: 'room', room: '4.12' })).toMatchObject({
    place: { kind: 'room', room: '4.12' },
  })
  expect(await patched({ room: '4.13' })).toMatchObject({ place: { kind: 'room', room: '4.13' } })
  expect(await patched({ kind: 'link', url })).toMatchObject({ place: { kind: 'link', url } })
  expect(await nadia.patch(path, { status: 'active' })).toMatchObject({ body: { place: { url } } })
  expect(await patched(null)).toMatchObject({ place: null })

  expect(await nadia.patch(path, { place: { kind: 'phone' } })).toMatchObject({
    status: 422,
    body: { error: { fields: { 'place.number': expect.any(String) } } },
  })
  expect(await nadia.patch(path, { place: { room: '4' } })).toMatchObject({ status: 422 })
  expect(await nadia.get(path)).toMatchObject({ body: { place: null } })
})

test('PATCH of a format with null empties what can be empty', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const wish = { name: 'Two letters', prompts: ['Who?'], avoid: 'Money', minutes: 20 }
  const made = await nadia.post(`/api/v1/programmes/${world.northwind.id}/formats`, wish)
  const path = `/api/v1/formats/${textAt(made.body, 'id')}`

  const changed = await nadia.patch(path, { prompts: null, avoid: null, minutes: null })
  expect(describedBody('PATCH /api/v1/formats/:id', changed)).toMatchObject({
    ...{ name: 'Two letters', prompts: [], avoid: null, minutes: null },
  })
  await nadia.patch(path, { archived: true })
  expect((await nadia.patch(path, { archived: null })).body).toMatchObject({ archived: false })
  expect((await nadia.patch(path, { name: null })).status).toBe(422)
})
