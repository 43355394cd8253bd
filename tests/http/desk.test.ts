import { expect, test } from 'vitest'

import { changePairing } from '../../worker/actions/pairing/change.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import { askToSignIn } from '../../worker/actions/sign-in/ask.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { insertMembership } from '../../worker/storage/people/membership.ts'
import { findPerson } from '../../worker/storage/people/person.ts'
import { listHistory } from '../../worker/storage/session/history.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import { signedIn } from '../support/client.ts'
import { submitted } from '../support/forms.ts'
import { costOf } from '../support/query-cost.ts'
import { at } from '../support/times.ts'
import {
  aFixedSession,
  aMentor,
  anOffer,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

const NINE = '2027-03-17T09:00Z'
const fixed = (world: World, start = NINE) => aFixedSession(settingOf(world), world.pairing, start)
const choiceAt = (moment: string) => ({ choice: `at-${at(moment)}` })
const textOf = (body: unknown) =>
  String(body)
    .slice(String(body).indexOf('<main'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('all whom she answers for stand on one page, also those of another programme, and nobody else', async () => {
  const world = await aWorld()
  const { yara } = await alsoElsewhere(world)
  await fixed(world)
  await anOffer(
    settingOf(world),
    await aPairing(settingOf(world), world.tom, await served(world, 'Helene Faure')),
  )
  await aPairing(
    settingOf(world),
    world.tom,
    await aPersonIn(settingOf(world), 'executive', { name: 'Yann Petit' }),
  )
  const odile = await world.as(world.odile)
  const page = textOf((await odile.get('/desk')).body)

  expect(page).toContain(
    'Claude Bernard Wednesday 17 March 2027 10:00 – 10:30 Paris time (UTC+1) No answer yet',
  )
  expect(page).toContain('Helene Faure Which time suits?')
  expect(page).toContain('One question is waiting for you.')
  expect(page).toContain(yara.name)
  expect(page).not.toContain('Yann Petit')
  expect((await odile.get('/')).headers.get('Location')).toBe('/desk')
})

test('it is about time alone: no blocker, kind, aim, stage or format, and no mentor where he is nameless', async () => {
  const world = await aWorld()
  const by = asManager(world.nadia)
  have(await changePerson(world.platform, world.bernard.id, { blockers: ['handled', 'booked'] }, by))
  have(await changePairing(world.platform, world.pairing.id, { aim: 'filters' }, by))
  const { id } = await fixed(world)
  const odile = await world.as(world.odile)
  for (const path of ['/desk', `/desk/sessions/${id}`]) {
    const { status, body } = await odile.get(path)
    expect(status).toBe(200)
    expect(String(body)).toContain('10:00')
    expect(String(body)).not.toMatch(
      /Leroy|handled|booked|blocker|mentor|filters|stage|curious|bump|First meeting/i,
    )
    expect(textOf(body)).toContain('one to one')
  }
})

test('what the six weeks hold, and not what lies behind them', async () => {
  const world = await aWorld()
  await fixed(world, '2027-05-05T09:00Z')
  const desk = async () => textOf((await (await world.as(world.odile)).get('/desk')).body)
  expect(await desk()).toContain('No date in the next six weeks.')
  world.now('2027-03-25T08:00Z')
  expect(await desk()).toContain('5 May')
})

test('she picks a time that is held, and it is she who did it', async () => {
  const world = await aWorld()
  const session = await anOffer(settingOf(world), world.pairing)
  const option = session.offer?.options[1]
  const odile = await world.as(world.odile)
  const path = `/desk/offers/${session.offer?.id}/answer`
  const picked = await submitted(odile, path, { option: option?.id ?? '' })
  expect(picked.headers.get('Location')).toBe(`/desk?done=desk-picked#${world.bernard.id}`)
  const now = await findSession(world.platform.db, session.id)
  expect(now).toMatchObject({
    status: 'fixed',
    time: { start: option?.start },
    offer: { answer: { byId: world.odile.id, via: 'link' } },
  })
  const other = await submitted(odile, path, { option: session.offer?.options[0]?.id ?? '' })
  expect(other.status).toBe(409)
  expect(textOf(other.body)).toContain('This was answered on Monday 15 March 2027')
})

test('what is asked of the executive himself is not answered here', async () => {
  const world = await aWorld()
  const change = { rules: { answers: 'executive' } } as const
  have(await changePerson(world.platform, world.bernard.id, change, asManager(world.nadia)))
  const session = await anOffer(settingOf(world), world.pairing)
  const odile = await world.as(world.odile)
  expect(textOf((await odile.get('/desk')).body)).toContain('Claude Bernard has been asked.')
  const option = session.offer?.options[0]?.id ?? ''
  const tried = await submitted(odile, `/desk/offers/${session.offer?.id}/answer`, { option })
  expect(tried.status).toBe(404)
  expect(await findSession(world.platform.db, session.id)).toMatchObject({ status: 'offered' })
})

test('a date moves to a time that is free for both; one that is taken is refused with a sentence', async () => {
  const world = await aWorld()
  const { id } = await fixed(world)
  const other = await aPairing(settingOf(world), world.tom, await served(world, 'Helene Faure'))
  await aFixedSession(settingOf(world), other, '2027-03-18T09:00Z')
  const odile = await world.as(world.odile)
  const path = `/desk/sessions/${id}/time`
  const taken = await submitted(odile, path, choiceAt('2027-03-18T09:00Z'))
  expect([taken.status, textOf(taken.body)]).toEqual([409, expect.stringContaining('taken')])
  expect(await findSession(world.platform.db, id)).toMatchObject({ time: { start: at(NINE) }, bumps: 0 })

  const moved = await submitted(odile, path, choiceAt('2027-03-18T10:00Z'))
  expect(moved.headers.get('Location')).toBe(`/desk?done=desk-moved#${world.bernard.id}`)
  expect(await findSession(world.platform.db, id)).toMatchObject({
    time: { start: at('2027-03-18T10:00Z') },
    bumps: 1,
  })
  const history = await listHistory(world.platform.db, id)
  expect(history.find(({ code }) => code === 'moved')).toMatchObject({
    actorId: world.odile.id,
    door: 'link',
  })
})

test('outside the other side’s hours it is proposed: the date stands, and she can take it back', async () => {
  const world = await aWorld()
  const { id } = await fixed(world)
  const odile = await world.as(world.odile)
  const evening = { choice: 'own', date: '2027-03-18', time: '20:30' }
  const asked = await submitted(odile, `/desk/sessions/${id}/time`, evening)
  expect(asked.headers.get('Location')).toContain('done=desk-asked')
  const session = await findSession(world.platform.db, id)
  expect(session).toMatchObject({ time: { start: at(NINE) }, proposals: [{ personId: world.odile.id }] })
  const proposal = session?.proposals[0]?.id ?? ''
  const page = String((await odile.get(`/desk/sessions/${id}`)).body)
  expect(page).toContain(proposal)
  const back = await submitted(odile, `/desk/sessions/${id}/answers`, { answer: 'take-back', proposal })
  expect(back.headers.get('Location')).toContain('done=desk-taken')
  expect(await findSession(world.platform.db, id)).toMatchObject({ time: { start: at(NINE) }, proposals: [] })
})

test('given back it is free in ten minutes, and can suit after all until then', async () => {
  const world = await aWorld()
  const { id } = await fixed(world)
  const odile = await world.as(world.odile)
  const path = `/desk/sessions/${id}/answers`
  await submitted(odile, path, { answer: 'decline' })
  expect(textOf((await odile.get('/desk')).body)).toContain('Released: new times will follow.')
  await submitted(odile, path, { answer: 'accept' })
  world.now('2027-03-15T08:20Z')
  await tick(world.platform)
  expect(await findSession(world.platform.db, id)).toMatchObject({ status: 'fixed', bumps: 0 })

  await submitted(odile, path, { answer: 'decline' })
  world.now('2027-03-15T08:40Z')
  await tick(world.platform)
  expect(await findSession(world.platform.db, id)).toMatchObject({ status: 'offered', bumps: 1 })
})

test('a trip and a never rule are said in one line, in every programme of his, and taken away again', async () => {
  const world = await aWorld()
  const { fabrikam, rita } = await alsoElsewhere(world, world.bernard)
  await fixed(world)
  const odile = await world.as(world.odile)
  const path = `/desk/executives/${world.bernard.id}/times`
  const rulesIn = async (programmeId: typeof fabrikam.id) =>
    (await findPerson(world.platform.db, world.bernard.id, programmeId))?.rules
  expect(rita.name).toBe('Rita Novak')

  const trip = await submitted(odile, path, { said: 'in New York 16–19 March' })
  expect(trip.headers.get('Location')).toBe(`/desk?done=desk-trip#${world.bernard.id}`)
  await submitted(odile, path, { said: 'never Wednesdays before 11' })
  const rules = {
    trips: [{ zone: 'America/New_York', from: '2027-03-16', to: '2027-03-19' }],
    never: [{ day: 3, from: 0, to: 660 }],
  }
  expect([await rulesIn(world.northwind.id), await rulesIn(fabrikam.id)]).toEqual([rules, rules])

  const page = (await odile.get('/desk')).body
  expect(textOf(page)).toContain('In New York, 16–19 March 2027')
  expect(textOf(page)).toContain('Never on a Wednesday before 11:00')
  expect(textOf(page)).toContain('falls on a trip')
  expect(String(page).match(/Claude Bernard<\/h2>/g)).toHaveLength(1)

  await submitted(odile, path, { trip: '2027-03-16/2027-03-19/America/New_York' })
  await submitted(odile, path, { never: '3/0/660' })
  expect([await rulesIn(world.northwind.id), await rulesIn(fabrikam.id)]).toEqual([{}, {}])
})

test('what cannot be read comes back as it was typed, with what to write', async () => {
  const world = await aWorld()
  const odile = await world.as(world.odile)
  const path = `/desk/executives/${world.bernard.id}/times`
  for (const [said, sentence] of [
    ['on holiday, I think', 'Enter it like “in New York 3–9 March”'],
    ['in Narnia 3–9 April', '“Narnia” is not a city known here'],
    ['in Paris 1–2 March 2026', 'These days have passed.'],
  ] as const) {
    const { status, body } = await submitted(odile, path, { said })
    expect([status, String(body)]).toEqual([422, expect.stringContaining(`value="${said}"`)])
    expect(String(body)).toContain(sentence)
  }
  await submitted(odile, path, { said: 'in New York 3–9 April' })
  const twice = await submitted(odile, path, { said: 'in Tokyo 8–12 April' })
  expect([twice.status, textOf(twice.body)]).toEqual([409, expect.stringContaining('another trip')])
})

test('times of those she does not answer for are out of her reach, as if they were not there', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const yann = await aPersonIn(here, 'executive', { name: 'Yann Petit' })
  const pairing = await aPairing(here, await aMentor(here, 'Uma Rao'), yann)
  const session = await aFixedSession(here, pairing, '2027-03-17T13:00Z')
  const zoe = await aPersonIn(here, 'executive', { name: 'Zoe Fabre' })
  const offered = await anOffer(here, await aPairing(here, world.tom, zoe))
  const odile = await world.as(world.odile)
  const option = offered.offer?.options[0]?.id ?? ''
  const answers = [
    await odile.get(`/desk/sessions/${session.id}`),
    await submitted(odile, `/desk/sessions/${session.id}/time`, choiceAt('2027-03-18T13:00Z')),
    await submitted(odile, `/desk/sessions/${session.id}/answers`, { answer: 'decline' }),
    await submitted(odile, `/desk/offers/${offered.offer?.id}/answer`, { option }),
    await submitted(odile, `/desk/executives/${yann.id}/times`, { said: 'never Mondays' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  expect((await (await world.as(world.tom)).get('/desk')).status).toBe(404)
  expect((await (await world.as(world.nadia)).get('/desk')).status).toBe(404)
  expect((await odile.get('/today')).status).toBe(404)
  expect((await odile.get(`/api/v1/sessions/${session.id}`)).status).toBe(404)
})

test('a link to sign in goes to whoever answers for somebody now, and to nobody who did', async () => {
  const world = await aWorld()
  const ask = async () => {
    const { email, locale, zone } = world.odile
    const before = world.mails.length
    have(
      await askToSignIn(world.platform, {
        email,
        locale,
        zone,
        network: 'here',
        wayBack: null,
        browser: null,
      }),
    )
    await tick(world.platform)
    return world.mails.slice(before).map(({ to }) => to)
  }
  expect(await ask()).toEqual([world.odile.email])
  const nadia = await world.as(world.nadia)
  await nadia.patch(`/api/v1/people/${world.bernard.id}`, { assistantIds: [] })
  expect(await ask()).toEqual([])
})

test('for thirty executives the desk asks the database as often as for three, and reads in proportion', async () => {
  const world = await aWorld()
  const costWith = async (count: number, from: number) => {
    for (let index = from; index < count; index += 1) {
      const executive = await served(world, `Executive Number${index}`)
      const mentor = await aMentor(settingOf(world), `Mentor Number${index}`)
      await anOffer(settingOf(world), await aPairing(settingOf(world), mentor, executive))
    }
    return costOf(world.platform, async (platform) => {
      const odile = await signedIn(world.platform, world.odile, platform)
      expect((await odile.get('/desk')).status).toBe(200)
    })
  }
  const few = await costWith(3, 0)
  const many = await costWith(30, 3)
  expect(many.calls).toBe(few.calls)
  // Who signed in, the desk, and that she looked.
  expect(many.calls).toBeLessThanOrEqual(3)
  expect(many.rowsRead).toBeLessThanOrEqual(few.rowsRead * 11)
})

/** Odile answers for him, too. */
function served(world: World, name: string): Promise<Person> {
  return aPersonIn(settingOf(world), 'executive', { name, assistantIds: [world.odile.id] })
}

/** In Fabrikam she answers for its executive, and for one more. */
async function alsoElsewhere(world: World, executive: Person | null = null) {
  const { platform, odile } = world
  const { fabrikam, rita, yara } = await fabrikamBeside(world)
  const member = (personId: Person['id'], role: 'assistant' | 'executive') =>
    insertMembership(platform.db, { programmeId: fabrikam.id, personId, role }, platform.now())
  have(
    await inOneBatch(platform.db, [
      ...member(odile.id, 'assistant'),
      ...(executive ? member(executive.id, 'executive') : []),
    ]),
  )
  for (const each of [yara, ...(executive ? [executive] : [])]) {
    const options = { programmeId: fabrikam.id }
    have(await changePerson(platform, each.id, { assistantIds: [odile.id] }, asManager(rita), options))
  }
  return { fabrikam, rita, yara }
}
