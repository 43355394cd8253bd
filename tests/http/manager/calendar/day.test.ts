import { expect, test } from 'vitest'

import { setAvailability } from '../../../../worker/actions/slot/set-availability.ts'
import { wordsOf } from '../../../support/pages.tsx'
import { hours } from '../../../support/times.ts'
import { aFixedSession, aPersonIn, asManager, aWorld, settingOf } from '../../../support/world.ts'

const MORE = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gwen', 'Hugo'].map((name) => `${name} Abel`)

test('eight mentors stand side by side, the ninth on the next page with his own sessions and hours', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  for (const name of MORE) {
    const { id } = await aPersonIn(here, 'mentor', { name })
    await setAvailability(world.platform, id, hours(), asManager(world.nadia))
  }
  const session = await aFixedSession(here, world.pairing, '2027-03-17T09:00Z')
  const nadia = await world.as(world.nadia)
  const [first, second] = [
    String((await nadia.get('/calendar?day=2027-03-17')).body),
    String((await nadia.get('/calendar?day=2027-03-17&mentors=2')).body),
  ]

  expect(columnsIn(first)).toHaveLength(8)
  expect(wordsOf(first)).toContain('Mentors 1 to 8 of 9')
  expect(first).not.toContain(session.id)
  expect(columnsIn(second)).toEqual([world.tom.id])
  expect(second).toContain(`href="/sessions/${session.id}"`)
  expect(String((await nadia.get('/calendar?day=2027-03-17&mentors=99')).body)).toContain(
    'Mentors 9 to 9 of 9',
  )
  const feed = '/calendar/feed?start=2027-03-17&end=2027-03-18&mentors='
  expect((await nadia.get(`${feed}2`)).body).toMatchObject({
    sessions: [{ id: session.id, mentorId: world.tom.id, start: '2027-03-17T10:00:00' }],
    availability: [{ mentorId: world.tom.id }],
  })
  expect((await nadia.get(`${feed}1`)).body).toMatchObject({ sessions: [] })
})

test('the grid shows the clock of the zone it is asked for, when one has gone forward before the other too', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  await aFixedSession(settingOf(world), world.pairing, '2027-03-29T09:00Z')
  const feed = '/calendar/feed?start=2027-03-29&end=2027-03-30'

  expect((await nadia.get(`${feed}&zone=Europe/Paris`)).body).toMatchObject({
    sessions: [{ start: '2027-03-29T11:00:00' }],
  })
  expect((await nadia.get(`${feed}&zone=America/New_York`)).body).toMatchObject({
    sessions: [{ start: '2027-03-29T05:00:00' }],
  })
})

test('an invalid day means today', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  for (const day of ['', '2027-02-30', 'tomorrow'])
    expect(String((await nadia.get(`/calendar?day=${day}`)).body)).toContain('<h1>Monday 15 March 2027</h1>')
})

function columnsIn(html: string): readonly (string | undefined)[] {
  return Array.from(html.matchAll(/data-mentor="([^"]+)"/g), ([, id]) => id)
}
