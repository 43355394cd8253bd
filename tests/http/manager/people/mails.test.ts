import { expect, test } from 'vitest'

import { findPerson } from '../../../../worker/storage/people/person.ts'
import type { Answer } from '../../../support/client.ts'
import { submitted } from '../../../support/forms.ts'
import { wordsOf } from '../../../support/pages.tsx'
import { describedBody } from '../../../support/response-shapes.ts'
import { aPersonIn, aWorld, fabrikamBeside, type World, settingOf } from '../../../support/world.ts'

async function twoManagers() {
  const world = await aWorld()
  const jean = await aPersonIn(settingOf(world), 'manager', { name: 'Jean Petit' })
  return { world, jean, client: await world.as(world.nadia) }
}

const pageOf = async (answer: Promise<Answer>) => String((await answer).body)
const stored = async ({ platform, nadia, northwind }: World) => {
  const { notify, awayUntil, deputyId } = (await findPerson(platform.db, nadia.id, northwind.id)) ?? {}
  return { notify, awayUntil, deputyId }
}

test('a manager finds her mails by her own name, and sets them on her page', async () => {
  const { world, jean, client } = await twoManagers()
  const own = `/people/${world.nadia.id}`
  expect(await pageOf(client.get('/today'))).toContain(`href="${own}#mails"`)
  const fields = { notify: 'urgent', awayUntil: '2027-04-02', deputyId: jean.id }
  const saved = await submitted(client, `${own}/mails`, fields)
  const location = saved.headers.get('Location') ?? ''
  expect([saved.status, location]).toEqual([303, expect.stringMatching(/\?done=mails&earlier=\w+#mails$/)])
  expect(await stored(world)).toEqual(fields)
  const page = wordsOf(await pageOf(client.get(location)))
  expect(page).toContain('Saved: which emails')
  expect(page).toContain('Until Friday 2 April 2027 they go to Jean Petit.')

  await submitted(client, `${own}/mails`, { ...fields, deputyId: '' })
  expect(wordsOf(await pageOf(client.get(own)))).toContain('No deputy is available')
  const wrong = await submitted(client, `${own}/mails`, { ...fields, awayUntil: 'some day' })
  expect(wrong.status).toBe(422)
  expect(wordsOf(String(wrong.body))).toContain('Enter a day, or leave it empty.')
  expect(wordsOf(await pageOf(client.get(`/people/${world.tom.id}`)))).not.toContain('Emails about Today')
})

test('by the API: what is written can be read, null takes back, and only managers have it', async () => {
  const { world, jean, client } = await twoManagers()
  const own = `/api/v1/people/${world.nadia.id}`
  const wish = { notify: 'morning', awayUntil: '2027-04-02', deputyId: jean.id }
  expect(describedBody('PATCH /api/v1/people/:id', await client.patch(own, wish))).toMatchObject(wish)
  expect(describedBody('GET /api/v1/people/:id', await client.get(own))).toMatchObject(wish)
  const back = { notify: null, awayUntil: null, deputyId: null }
  expect(describedBody('PATCH /api/v1/people/:id', await client.patch(own, back))).toMatchObject({
    ...{ notify: 'both', awayUntil: null, deputyId: null },
  })
  const tom = await client.get(`/api/v1/people/${world.tom.id}`)
  expect(tom.body).not.toHaveProperty('notify')
  for (const [path, body, code] of [
    [`/api/v1/people/${world.tom.id}`, { notify: 'none' }, 'not-a-manager'],
    [own, { deputyId: world.tom.id }, 'no-deputy'],
    [own, { deputyId: world.nadia.id }, 'no-deputy'],
  ] as const) {
    const refused = await client.patch(path, body)
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ error: { code } })
  }
  expect((await client.patch(own, { notify: 'sometimes' })).status).toBe(422)
  expect((await client.patch(own, { awayUntil: 'soon' })).status).toBe(422)
})

test('the manager of another programme is no deputy, and each programme has its own choice', async () => {
  const { world, client } = await twoManagers()
  const { rita, fabrikam } = await fabrikamBeside(world)
  const own = `/api/v1/people/${world.nadia.id}`
  expect((await client.patch(own, { deputyId: rita.id })).body).toMatchObject({
    error: { code: 'no-deputy' },
  })
  const asRita = await world.as(rita)
  const joined = { programmeId: fabrikam.id, roles: ['manager'], name: 'N. Haddad', zone: 'UTC' }
  await asRita.post('/api/v1/people', { ...joined, email: world.nadia.email })
  const needed = await (await world.as(world.nadia)).patch(own, { notify: 'none' })
  expect(needed.body).toMatchObject({ error: { code: 'programme-needed' } })
  const there = await (
    await world.as(world.nadia)
  ).patch(`${own}?programme=${fabrikam.id}`, { notify: 'morning' })
  expect(there.body).toMatchObject({ notify: 'morning' })
  expect(await stored(world)).toMatchObject({ notify: 'none' })
})

test('the hour of the morning is a time of day, in the form and by the API', async () => {
  const { world, client } = await twoManagers()
  const path = `/api/v1/programmes/${world.northwind.id}`
  expect((await client.get(path)).body).toMatchObject({ policy: { morningAt: '08:00' } })
  expect((await client.patch(path, { policy: { morningAt: '07:30' } })).body).toMatchObject({
    policy: { morningAt: '07:30' },
  })
  for (const morningAt of ['24:00', '8', '08:60', 480])
    expect((await client.patch(path, { policy: { morningAt } })).status).toBe(422)
  expect(await pageOf(client.get(`/programmes/${world.northwind.id}`))).toMatch(
    /name="morningAt" type="time" value="07:30"/,
  )
})
