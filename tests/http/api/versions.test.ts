import { expect, test } from 'vitest'

import { changePairing } from '../../../worker/actions/pairing/change.ts'
import { changePerson } from '../../../worker/actions/people/change.ts'
import { changeProgramme } from '../../../worker/actions/programme/change.ts'
import type { Answer } from '../../support/client.ts'
import { textAt } from '../../support/response-shapes.ts'
import { aWorld } from '../../support/world.ts'

const world = await aWorld()
const nadia = await world.as(world.nadia)
const things = [
  { what: 'person', path: `/api/v1/people/${world.tom.id}`, one: { unit: 'Sales' }, other: { unit: 'Law' } },
  {
    what: 'pairing',
    path: `/api/v1/pairings/${world.pairing.id}`,
    one: { place: { kind: 'room', room: '1' } },
    other: { place: { kind: 'room', room: '2' } },
  },
  {
    what: 'programme',
    path: `/api/v1/programmes/${world.northwind.id}`,
    one: { policy: { cadence: 14 } },
    other: { policy: { cadence: 28 } },
  },
  { what: 'format', path: await formatPath(), one: { minutes: 20 }, other: { minutes: 40 } },
]

test.each(things)('a $what is changed only while it is what was read', async ({ path, one, other }) => {
  const read = tagOf(await nadia.get(path))
  expect(tagOf(await nadia.get(path))).toBe(read)

  const changed = await patch(path, one, read)
  expect(changed.status).toBe(200)
  expect(tagOf(changed)).not.toBe(read)
  expect(tagOf(await nadia.get(path))).toBe(tagOf(changed))

  const stale = await patch(path, other, read)
  expect(stale).toMatchObject({ status: 412, body: { error: { code: 'precondition-failed' } } })
  expect((await nadia.get(path)).body).toEqual(changed.body)
  expect((await patch(path, other, tagOf(changed))).status).toBe(200)
})

test.each(things)(
  'a $what is changed for `*`, one tag of several, or no header',
  async ({ path, one, other }) => {
    expect((await patch(path, one, '*')).status).toBe(200)
    expect((await nadia.patch(path, other)).status).toBe(200)
    const now = tagOf(await nadia.get(path))
    expect((await patch(path, one, `"another", ${now}`)).status).toBe(200)
  },
)

test.each(things)('no weak, bare or foreign tag of a $what matches', async ({ path, one }) => {
  const now = tagOf(await nadia.get(path))
  for (const tag of [`W/${now}`, now.replaceAll('"', ''), '""', 'anything'])
    expect((await patch(path, one, tag)).status).toBe(412)
})

test('a missing object is a 404, whatever the tag', async () => {
  for (const { path } of things) {
    const nowhere = path.replace(/_\w+$/, '_00000000000000000000000000')
    expect((await patch(nowhere, {}, '*')).status).toBe(404)
    expect((await patch(nowhere, {}, '"stale"')).status).toBe(404)
  }
})

test('the If-Match tag is compared with the stored version at the write', async () => {
  const { platform, tom, pairing, northwind, nadia: manager } = world
  const by = { id: manager.id, door: 'manager' } as const
  const never = () => false
  const refused = { ok: false, refusal: { reason: 'precondition-failed' } }

  expect(await changePerson(platform, tom.id, { unit: 'x' }, by, { expected: never })).toEqual(refused)
  expect(await changePairing(platform, pairing.id, { place: null }, by, never)).toEqual(refused)
  expect(await changeProgramme(platform, northwind.id, { name: 'x' }, by, never)).toEqual(refused)
})

function patch(path: string, body: object, tag: string): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json', 'If-Match': tag }
  return nadia.ask(path, { method: 'PATCH', body: JSON.stringify(body), headers })
}

function tagOf({ headers }: Answer): string {
  const tag = headers.get('ETag') ?? ''
  expect(tag).toMatch(/^"[\w-]{20,}"$/)
  return tag
}

async function formatPath(): Promise<string> {
  const { body } = await nadia.post(`/api/v1/programmes/${world.northwind.id}/formats`, {
    name: 'Two letters',
  })
  return `/api/v1/formats/${textAt(body, 'id')}`
}

test('hours are replaced only while they are what was read', async () => {
  const path = `/api/v1/people/${world.tom.id}/availability`
  const read = tagOf(await nadia.get(path))
  const hours = { zone: 'Europe/Paris', weekly: [{ day: 1, from: '09:00', to: '12:00' }], exceptions: [] }
  const put = (body: object, tag: string) =>
    nadia.ask(path, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', 'If-Match': tag },
    })
  const changed = await put(hours, read)
  expect(changed.status).toBe(200)
  expect(tagOf(changed)).toBe(tagOf(await nadia.get(path)))
  expect((await put({ ...hours, weekly: [] }, read)).status).toBe(412)
})
