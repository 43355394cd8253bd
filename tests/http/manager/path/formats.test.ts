import { expect, test } from 'vitest'

import { formatName } from '../../../../web/words/formats/words.ts'
import { changeProgramme } from '../../../../worker/actions/programme/change.ts'
import { MAX_FORMATS } from '../../../../worker/domain/limits.ts'
import { STANDARD_FORMATS } from '../../../../worker/domain/path/house.ts'
import type { Client } from '../../../support/client.ts'
import { submitted } from '../../../support/forms.ts'
import { aProgramme, asManager, aWorld, fabrikamBeside, have, type World } from '../../../support/world.ts'

type Told = {
  readonly id: string
  readonly name: string
  readonly prompts: readonly string[]
  readonly house: boolean
  readonly archived: boolean
}

test('a programme begins with the built-in formats, in the reader’s language', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const formats = await formatsOf(world, nadia)
  expect(formats.map(({ name }) => name)).toEqual(
    STANDARD_FORMATS.map((standard) => formatName({ standard }, 'en')),
  )

  await nadia.patch(`/api/v1/people/${world.nadia.id}`, { locale: 'fr' })
  expect((await formatsOf(world, nadia))[1]?.name).toBe('Lire avec moi')
})

test('the manager’s own words for a format count in every language, until she restores the standard ones', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const [, first] = await formatsOf(world, nadia)
  const path = `/api/v1/formats/${first?.id}`

  const changed = await nadia.patch(path, { name: 'Read aloud', minutes: 20 })
  expect(changed.body).toMatchObject({ name: 'Read aloud', minutes: 20, house: false })
  expect(changed.body).toMatchObject({ prompts: first?.prompts })
  const back = await nadia.patch(path, { house: true })
  expect(back.body).toMatchObject({ name: 'Read with me', minutes: 20, house: true })
})

test.each([
  [{ name: '' }, 422],
  [{ name: 'a'.repeat(81) }, 422],
  [{ name: 'Two\u0000letters' }, 422],
  [{ name: 'Two letters', prompts: Array.from({ length: 7 }, () => 'Why?') }, 422],
  [{ name: 'Two letters', prompts: ['a\nb'] }, 422],
  [{ name: 'Two letters', avoid: 'a'.repeat(301) }, 422],
  [{ name: 'Two letters', minutes: 4 }, 422],
  [{ name: 'Two letters', outwardTitle: 'a'.repeat(61) }, 422],
  [{ name: 'Two letters', outwardTitle: 'Mentoring' }, 409],
  [{ name: 'Two letters', outwardTitle: 'About digital fluency' }, 409],
  [{ name: 'Two letters', outwardTitle: 'Two letters' }, 409],
  [{ name: 'Two letters', link: 'http://files.northwind.example/' }, 409],
  [{ name: 'Two letters', link: 'https://files.northwind.example/', outwardTitle: 'Monthly look' }, 201],
])('a format as %j is answered with %i', async (wish, status) => {
  const world = await aWorld({ policy: { forbiddenWords: ['digital fluency'] } })
  const nadia = await world.as(world.nadia)
  const before = (await formatsOf(world, nadia)).length
  const made = await nadia.post(`/api/v1/programmes/${world.northwind.id}/formats`, wish)
  expect(made.status).toBe(status)
  expect(await formatsOf(world, nadia)).toHaveLength(status === 201 ? before + 1 : before)
})

test('the same format made again under its id is the same; another under it is refused', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/programmes/${world.northwind.id}/formats`
  const id = world.platform.newId('fmt')
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => nadia.post(path, { id, name: 'Two letters' })),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  expect((await nadia.post(path, { id, name: 'Three letters' })).status).toBe(409)
  expect(await formatsOf(world, nadia)).toHaveLength(STANDARD_FORMATS.length + 1)

  const rita = await aProgramme(world.platform, world.nadia, 'Contoso')
  const elsewhere = await nadia.post(`/api/v1/programmes/${rita.id}/formats`, { id, name: 'Two letters' })
  expect(elsewhere).toMatchObject({ status: 409, body: { error: { code: 'id-taken' } } })
})

test('a format is moved in the list, archived and restored', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const [first, second] = await formatsOf(world, nadia)
  await nadia.patch(`/api/v1/formats/${second?.id}`, { place: 0 })
  expect((await formatsOf(world, nadia)).slice(0, 2).map(({ id }) => id)).toEqual([second?.id, first?.id])

  await nadia.patch(`/api/v1/formats/${second?.id}`, { archived: true })
  const away = await formatsOf(world, nadia)
  expect(away.at(-1)).toMatchObject({ id: second?.id, archived: true })
  await nadia.patch(`/api/v1/formats/${second?.id}`, { archived: false, place: 3 })
  expect((await formatsOf(world, nadia))[3]).toMatchObject({ id: second?.id, archived: false })
})

test('a list of formats has a maximum', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/programmes/${world.northwind.id}/formats`
  for (let count = STANDARD_FORMATS.length; count < MAX_FORMATS; count += 1)
    expect((await nadia.post(path, { name: `Letter ${count}` })).status).toBe(201)
  expect((await nadia.post(path, { name: 'One too many' })).body).toMatchObject({
    error: { code: 'list-full' },
  })
})

test('a revealing title has its error beside the field, and nothing typed is lost', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/programmes/${world.northwind.id}/formats`
  const typed = { name: 'Two letters', prompts: 'Why?\nWhy now?', outwardTitle: 'Coaching', link: '' }
  const refused = await submitted(nadia, path, typed)
  expect(refused.status).toBe(422)
  expect(String(refused.body)).toContain('“Coaching” would give it away')
  expect(String(refused.body)).toMatch(/<textarea[^>]*name="prompts"[^>]*>Why\?\nWhy now\?/)

  expect((await submitted(nadia, path, { ...typed, outwardTitle: 'Monthly look' })).status).toBe(303)
  const list = await nadia.get(path)
  expect(String(list.body)).toContain('Two letters')
  expect(String(list.body)).toContain('In calendars: “Monthly look”')
})

test('saving a standard format with its unchanged words keeps it standard', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const [, first] = await formatsOf(world, nadia)
  const said = { name: first?.name ?? '', prompts: first?.prompts.join('\r\n') ?? '' }
  const avoid = 'How rarely anybody has looked so far.'
  expect((await submitted(nadia, `/formats/${first?.id}`, { ...said, avoid, minutes: '20' })).status).toBe(
    303,
  )
  expect((await formatsOf(world, nadia))[1]).toMatchObject({ house: true, minutes: 20 })

  expect((await submitted(nadia, `/formats/${first?.id}`, { ...said, avoid: 'Typing.' })).status).toBe(303)
  expect((await formatsOf(world, nadia))[1]).toMatchObject({ house: false, minutes: null, avoid: 'Typing.' })
  expect((await submitted(nadia, `/formats/${first?.id}`, { ...said, house: 'yes' })).status).toBe(303)
  expect((await formatsOf(world, nadia))[1]).toMatchObject({ house: true })
})

test('only the programme’s managers reach the list', async () => {
  const world = await aWorld()
  const { rita } = await fabrikamBeside(world)
  const [first] = await formatsOf(world, await world.as(world.nadia))
  const asked = [`/programmes/${world.northwind.id}/formats`, `/formats/${first?.id}`]
  for (const person of [world.tom, rita])
    for (const path of asked) {
      const client = await world.as(person)
      expect((await client.get(path)).status).toBe(404)
      expect((await submitted(client, path, { name: 'Mine' })).status).toBe(404)
    }
  expect(await formatsOf(world, await world.as(world.nadia))).toHaveLength(STANDARD_FORMATS.length)
})

test('a title written before its word was forbidden is still there, and no longer sent', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/programmes/${world.northwind.id}/formats`
  const made = await nadia.post(path, { name: 'Two letters', outwardTitle: 'Monthly look' })
  const formatId = (made.body as Told).id
  const policy = { forbiddenWords: ['monthly'] }
  have(await changeProgramme(world.platform, world.northwind.id, { policy }, asManager(world.nadia)))
  const booking = { pairingId: world.pairing.id, start: '2027-03-17T09:00:00Z', formatId }
  expect((await nadia.post('/api/v1/sessions', booking)).status).toBe(201)
  for (const { raw } of world.mails) expect(raw).not.toContain('Monthly')
})

async function formatsOf({ northwind }: World, client: Client): Promise<readonly Told[]> {
  const { body } = await client.get(`/api/v1/programmes/${northwind.id}/formats`)
  return (body as { formats: readonly Told[] }).formats
}

const WHOLE = {
  ...{ name: 'Two letters', prompts: ['Which first?'], avoid: 'Typing.' },
  ...{
    prepare: 'Nothing.',
    do: 'Read both.\nChoose one.',
    carryOn: ['Write the other'],
    sign: 'One is sent.',
  },
  ...{ text: 'Bring paper.', executiveText: 'No pen needed.' },
  ...{ stage: 'reading', act: 'posting', aims: ['align'], blockers: ['booked'], phone: true },
  ...{ outwardTitle: 'Monthly look', minutes: 20 },
  ...{ link: 'https://files.northwind.example/a', executiveLink: 'https://files.northwind.example/b' },
}

test('the API takes and gives all of a format; what a PATCH does not name stays', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const [first] = await formatsOf(world, nadia)
  const wish = { ...WHOLE, after: [first?.id] }
  const made = await nadia.post(`/api/v1/programmes/${world.northwind.id}/formats`, wish)
  expect(made).toMatchObject({ status: 201, body: { ...wish, house: false, standard: null } })

  const path = `/api/v1/formats/${(made.body as Told).id}`
  const changed = await nadia.patch(path, { stage: 'answering', sign: null, act: null })
  expect(changed.body).toMatchObject({ ...wish, stage: 'answering', sign: null, act: null })
  const emptied = await nadia.patch(path, {
    aims: null,
    after: null,
    blockers: [],
    phone: null,
    carryOn: null,
  })
  expect(emptied.body).toMatchObject({ aims: [], after: [], blockers: [], phone: false, carryOn: [] })
  expect(emptied.body).toMatchObject({ do: wish.do, executiveText: wish.executiveText })
  expect((await nadia.get(path)).body).toEqual(emptied.body)
})

test.each([
  [{ stage: 'asleep' }, 422],
  [{ act: 'curious' }, 422],
  [{ aims: ['fame'] }, 422],
  [{ prepare: 'a'.repeat(301) }, 422],
  [{ carryOn: ['a', 'b', 'c', 'd'] }, 422],
  [{ carryOn: ['Join a workshop'] }, 409],
  [{ after: ['fmt_elsewhere'] }, 409],
  [{ executiveLink: 'http://files.northwind.example/' }, 409],
  [{ text: 'Two\nlines, “mentor” and all' }, 201],
])('a format with %j is answered with %i', async (part, status) => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/programmes/${world.northwind.id}/formats`
  expect((await nadia.post(path, { name: 'Two letters', ...part })).status).toBe(status)
})

test('where a built-in format fits is the programme’s own once it is changed, until the house’s is restored', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const formats = await formatsOf(world, nadia)
  const [quiet, heard] = ['The quiet voice', 'Unfiltered listening'].map((name) =>
    formats.find((each) => each.name === name),
  )
  const path = `/api/v1/formats/${quiet?.id}`
  expect(quiet).toMatchObject({ stage: 'reading', after: [heard?.id], house: true })
  const changed = await nadia.patch(path, { aims: ['align'] })
  expect(changed.body).toMatchObject({ aims: ['align'], after: [heard?.id], house: false, name: quiet?.name })
  expect((await nadia.patch(path, { house: true })).body).toEqual(quiet)

  const circle = await nadia.patch(`/api/v1/formats/${heard?.id}`, { after: [quiet?.id] })
  expect(circle).toMatchObject({ status: 409, body: { error: { code: 'formats-in-a-circle' } } })
})

test('the page of a format shows all of it, and saves what was typed', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const wish = { ...WHOLE, after: [] }
  const made = await nadia.post(`/api/v1/programmes/${world.northwind.id}/formats`, wish)
  const { id } = made.body as Told
  const page = String((await nadia.get(`/formats/${id}`)).body)
  for (const said of [
    'Nothing.',
    'Choose one.',
    'Write the other',
    'One is sent.',
    'Bring paper.',
    'No pen needed.',
  ])
    expect(page).toContain(said)
  expect(page).toMatch(/name="suits-booked"[^>]*checked/)
  expect(page).not.toMatch(/name="suits-handled"[^>]*checked/)

  const typed = {
    ...{ name: 'Two letters', prompts: 'Which first?', avoid: 'Typing.', prepare: '', do: 'Read one.' },
    ...{
      carryOn: 'Write it\nSend it',
      fit: 'yes',
      stage: 'posting',
      act: '',
      'aim-scale': 'yes',
      'after-0': id,
    },
  }
  const circle = await submitted(nadia, `/formats/${id}`, typed)
  expect(circle.status).toBe(422)
  expect(String(circle.body)).toContain('wait for one another')
  expect((await submitted(nadia, `/formats/${id}`, { ...typed, 'after-0': '' })).status).toBe(303)
  expect((await nadia.get(`/api/v1/formats/${id}`)).body).toMatchObject({
    ...{ prepare: null, do: 'Read one.', carryOn: ['Write it', 'Send it'], text: 'Bring paper.' },
    ...{ stage: 'posting', act: null, aims: ['scale'], blockers: [], after: [], phone: false },
  })
})
