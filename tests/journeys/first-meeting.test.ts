import { expect, test } from 'vitest'

import { changePerson } from '../../worker/actions/people/change.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import { findPairing } from '../../worker/storage/pairing/pairing.ts'
import { findPerson } from '../../worker/storage/people/person.ts'
import { pressed } from '../support/forms.ts'
import { link } from '../support/links.ts'
import { at } from '../support/times.ts'
import { aFixedSession, aMentor, aWorld, have, settingOf, type World } from '../support/world.ts'

const LOGGED = { result: 'happened' }
const SETTLED = {
  ...{ settled: 'yes', aim: 'filters', 'obstacle-handled': 'yes', 'obstacle-on-the-go': 'yes' },
  inWriting: 'yes',
}

test('after the first meeting the mentor notes in one place what the two settled', async () => {
  const { world, log, own } = await met()
  const form = await pressed(world, log, LOGGED)
  expect(form.body).toContain('What the two of you settled')

  const noted = await pressed(world, log, SETTLED)
  expect(noted.body).toContain('Saved. It applies from the next meeting.')
  expect(noted.body).toMatch(/value="filters" checked/)
  expect(await holds(world)).toEqual({
    aim: 'filters',
    blockers: ['handled', 'on-the-go'],
    rules: { inWriting: true },
  })
  const page = (await (await world.as(null)).get(own)).body
  expect(page).toContain('Hear those who go unheard')
  expect(page).toContain('comes to you in writing')
})

test('a switch that stood as it was is left to the blockers; one that was turned is said', async () => {
  const { world, log } = await met()
  await pressed(world, log, LOGGED)
  const first = await shownBy(world, log)
  await pressed(world, log, { ...first, aim: '', 'obstacle-on-the-go': 'yes' })
  expect(await holds(world)).toEqual({ aim: null, blockers: ['on-the-go'], rules: {} })
  // On the go means by telephone; not so here.
  const second = await shownBy(world, log)
  expect(second).toHaveProperty('shown-byPhone', 'yes')
  await pressed(world, log, { ...second, aim: '', 'obstacle-on-the-go': 'yes' })
  expect(await holds(world)).toEqual({ aim: null, blockers: ['on-the-go'], rules: { byPhone: false } })
})

test('a page that was open for a while changes only what was turned on it', async () => {
  const { world, log, own } = await met()
  await pressed(world, log, LOGGED)
  await pressed(world, log, { ...(await shownBy(world, log)), aim: '', 'obstacle-handled': 'yes' })
  const old = await shownBy(world, log)
  await pressed(world, own, { aim: 'scale' })
  await pressed(world, own, { inWriting: 'yes' })
  have(
    await changePerson(
      world.platform,
      world.bernard.id,
      { blockers: ['handled', 'booked'] },
      { id: world.nadia.id, door: 'manager' },
    ),
  )
  // The old page, on which only "handled" is unticked and "on the go" ticked.
  await pressed(world, log, { ...old, aim: '', 'obstacle-on-the-go': 'yes' })
  expect(await holds(world)).toEqual({
    aim: 'scale',
    blockers: ['booked', 'on-the-go'],
    rules: { inWriting: true },
  })
})

test('nothing is settled after a second meeting', async () => {
  const { world, log } = await met()
  await pressed(world, log, LOGGED)
  world.now('2027-04-06T09:00Z')
  const second = await aFixedSession(settingOf(world), world.pairing, '2027-04-07T09:00Z')
  world.now('2027-04-07T09:40Z')
  const other = await link(world.platform, 'log', second, world.tom)
  expect((await pressed(world, other, LOGGED)).body).not.toContain('What the two of you settled')
  expect((await pressed(world, other, SETTLED)).status).toBe(404)
  expect((await holds(world)).aim).toBe(null)
})

test('a stand-in settles nothing: it is for the two who go on', async () => {
  const { world, session } = await met()
  const una = await aMentor(settingOf(world), 'Una Field')
  const instead = {
    start: session.time?.start ?? at('2027-03-17T09:00Z'),
    minutes: null,
    mentorId: una.id,
    reason: null,
  }
  world.now('2027-03-15T09:00Z')
  have(await moveSession(world.platform, session.id, instead, { id: world.nadia.id, door: 'manager' }))
  world.now('2027-03-17T09:40Z')
  const log = await link(world.platform, 'log', session, una)
  expect((await pressed(world, log, LOGGED)).body).not.toContain('What the two of you settled')
  expect((await pressed(world, log, SETTLED)).status).toBe(404)
  expect((await holds(world)).aim).toBe(null)
})

test('before it is logged there is nothing to settle', async () => {
  const { world, log } = await met()
  expect((await pressed(world, log, SETTLED)).status).toBe(404)
  expect(await holds(world)).toEqual({ aim: null, blockers: [], rules: {} })
})

test('on his own page the executive chooses himself what it is for, and takes it back', async () => {
  const { world, own } = await met()
  expect((await (await world.as(null)).get(own)).body).toContain('Nothing is chosen yet')
  const chosen = await pressed(world, own, { aim: 'scale' })
  expect(chosen.body).toContain('Answer once, where it can be found')
  expect((await holds(world)).aim).toBe('scale')
  await pressed(world, own, { aim: 'fame' })
  expect((await holds(world)).aim).toBe('scale')
  await pressed(world, own, { aim: '' })
  expect((await holds(world)).aim).toBe(null)
})

/** The fields that the form sends of itself, whatever is chosen on it. */
async function shownBy({ as }: World, log: string): Promise<Readonly<Record<string, string>>> {
  const body = String((await (await as(null)).get(log)).body)
  const [form = ''] = body.slice(body.indexOf('id="settled"')).split('</form>')
  const hidden = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]))
}

/** They have just met for the first time; nothing is logged yet. */
async function met() {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  world.now('2027-03-17T09:40Z')
  const log = await link(world.platform, 'log', session, world.tom)
  const own = await link(world.platform, 'own', session, world.bernard)
  return { world, session, log, own }
}

async function holds({ platform, pairing, bernard, northwind }: World) {
  const [found, person] = await Promise.all([
    findPairing(platform.db, pairing.id),
    findPerson(platform.db, bernard.id, northwind.id),
  ])
  return { aim: found?.aim ?? null, blockers: person?.blockers, rules: person?.rules }
}
