import { expect, test } from 'vitest'

import { listFormats } from '../../../../worker/storage/path/format.ts'
import { findTrack, listAllTracks, listTracks } from '../../../../worker/storage/path/track.ts'
import { submitted } from '../../../support/forms.ts'
import { link } from '../../../support/links.ts'
import { aFixedSession, aPairing, aPersonIn, aWorld, settingOf, type World } from '../../../support/world.ts'

test('the page lists the tracks with their steps, and is reached from the formats', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const page = String((await nadia.get(`/programmes/${world.northwind.id}/tracks`)).body)
  expect(page).toContain('Six half hours to your first public answer')
  expect(page).toContain('Read with me · Your ten minutes a week · React and thank before you write')
  const formats = String((await nadia.get(`/programmes/${world.northwind.id}/formats`)).body)
  expect(formats).toContain(`/programmes/${world.northwind.id}/tracks`)
})

test('a track is changed on its page; a house title that is left alone stays the house’s', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const first = await theFirst(world)
  const [, one, two, three] = await listFormats(world.platform.db, world.northwind.id)
  const page = String((await nadia.get(`/tracks/${first?.id}`)).body)
  expect(page).toContain(`value="${first?.steps[5]?.formatId}" selected`)

  const steps = { 'step-1': three?.id ?? '', 'step-2': '', 'step-3': one?.id ?? '', 'step-4': two?.id ?? '' }
  const typed = {
    name: 'Six half hours to your first public answer',
    ...steps,
    'text-3': 'Bring tea.\nAnd time.',
  }
  expect((await submitted(nadia, `/tracks/${first?.id}`, typed)).status).toBe(303)
  const changed = first && (await findTrack(world.platform.db, first.id))
  expect(changed?.title).toEqual({ standard: 'first-public-answer', name: null })
  expect(changed?.steps).toEqual([
    { formatId: three?.id, text: '', link: null },
    { formatId: one?.id, text: 'Bring tea.\nAnd time.', link: null },
    { formatId: two?.id, text: '', link: null },
  ])
})

test('a track that is wrong comes again with what was typed, and is not stored', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const [, one, two, three] = await listFormats(world.platform.db, world.northwind.id)
  const path = `/programmes/${world.northwind.id}/tracks`
  const both = { 'step-1': one?.id ?? '', 'step-2': two?.id ?? '' }
  for (const [fields, says] of [
    [{ name: '', ...both, 'step-3': three?.id ?? '' }, 'Enter a title'],
    [{ name: 'Mine', ...both }, 'Choose from 3 to 8 formats.'],
    [{ name: 'Mine', ...both, 'step-3': one?.id ?? '' }, 'already in the track'],
    [{ name: 'Mine', ...both, 'step-3': three?.id ?? '', 'link-2': 'http://wiki.example' }, 'http'],
  ] as const) {
    const answer = await submitted(nadia, path, fields)
    expect(answer.status).toBe(422)
    expect(String(answer.body)).toContain(says)
  }
  expect(await listAllTracks(world.platform.db, world.northwind.id)).toHaveLength(2)
})

test('a copy is the programme’s own, with the same steps; one put away can be taken back', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const first = await theFirst(world)
  const copied = await submitted(nadia, `/tracks/${first?.id}/copy`, {})
  expect(copied.status).toBe(303)
  const copy = (await listTracks(world.platform.db, world.northwind.id)).at(-1)
  expect(copy).toMatchObject({
    title: { standard: null, name: 'Six half hours to your first public answer (copy)' },
    steps: first?.steps,
  })
  await submitted(nadia, `/tracks/${first?.id}/archive`, { archived: 'yes' })
  expect((await listTracks(world.platform.db, world.northwind.id)).map(({ id }) => id)).not.toContain(
    first?.id,
  )
  await submitted(nadia, `/tracks/${first?.id}/archive`, { archived: 'no' })
  expect((await theFirst(world))?.id).toBe(first?.id)
})

test('the track is chosen on the page of a workshop alone; the first meeting is no step of it', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const first = await theFirst(world)
  expect(String((await nadia.get(`/pairings/${world.pairing.id}`)).body)).not.toContain('name="trackId"')

  const setting = settingOf(world)
  const ada = await aPersonIn(setting, 'executive', { name: 'Ada Quist' })
  const workshop = await aPairing(setting, world.tom, ada, 'active', 'workshop')
  const path = `/pairings/${workshop.id}`
  expect(String((await nadia.get(path)).body)).toContain('name="trackId"')
  expect((await submitted(nadia, path, { trackId: first?.id ?? '' })).status).toBe(303)
  expect(String((await nadia.get(path)).body)).toContain('1 of 6: Six half hours')

  const session = await aFixedSession(setting, workshop, '2027-03-18T09:00Z')
  const own = await (await world.as(null)).get(await link(world.platform, 'own', session, ada))
  expect(String(own.body)).not.toContain('of 6')

  await submitted(nadia, path, { trackId: '' })
  expect(String((await nadia.get(path)).body)).not.toContain('1 of 6')
  const wrong = await submitted(nadia, `/pairings/${world.pairing.id}`, { trackId: first?.id ?? '' })
  expect(wrong.status).toBe(409)
})

test('a step has materials for each side; each reads his own and not the other’s', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const setting = settingOf(world)
  const formats = await listFormats(world.platform.db, world.northwind.id)
  const [one, two, three] = formats.filter(({ standard }) => standard !== 'first-meeting')
  const typed = {
    ...{ name: 'Two sides', 'step-1': one?.id ?? '', 'step-2': two?.id ?? '', 'step-3': three?.id ?? '' },
    ...{ 'text-1': 'Ask about May.', 'own-text-1': 'Bring one letter.\nNo more.' },
    'own-link-1': 'https://wiki.example/letters',
  }
  const made = await submitted(nadia, `/programmes/${world.northwind.id}/tracks`, typed)
  expect(made.status).toBe(303)
  const track = (await listTracks(world.platform.db, world.northwind.id)).at(-1)
  expect(String((await nadia.get(`/tracks/${track?.id}`)).body)).toContain('Bring one letter.\nNo more.')
  const wrong = await submitted(nadia, `/tracks/${track?.id}`, {
    ...typed,
    'own-link-1': 'http://wiki.example',
  })
  expect(wrong.status).toBe(422)

  const ada = await aPersonIn(setting, 'executive', { name: 'Ada Quist' })
  const workshop = await aPairing(setting, world.tom, ada, 'active', 'workshop')
  await submitted(nadia, `/pairings/${workshop.id}`, { trackId: track?.id ?? '' })
  const session = await aFixedSession(setting, workshop, '2027-03-18T09:00Z')
  await submitted(nadia, `/sessions/${session.id}/format`, { formatId: one?.id ?? '' })
  const client = await world.as(null)
  const own = String((await client.get(await link(world.platform, 'own', session, ada))).body)
  expect(own).toContain('<p>Bring one letter.</p><p>No more.</p>')
  expect(own).toContain('href="https://wiki.example/letters"')
  expect(own).not.toContain('Ask about May.')
  const mentors = String((await client.get(await link(world.platform, 'meeting', session, world.tom))).body)
  expect(mentors).toContain('Ask about May.')
  expect(mentors).not.toContain('Bring one letter')
})

async function theFirst({ platform, northwind }: World) {
  const [first] = await listTracks(platform.db, northwind.id)
  return first
}
