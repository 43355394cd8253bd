import { expect, test } from 'vitest'

import { summaryOf } from './fixing.ts'
import { aJourney, type Journey } from './journey.ts'
import { eventIn, open, press } from './letters.ts'

/** Tuesday the 30th, ten o'clock in Paris: after the last day of whoever leaves on Friday the 26th. */
const AFTER = '2027-03-30T08:00:00Z'
const LAST_DAY = '2027-03-26'

test('a mentor leaves: his later date is on Today at once, and nothing else happens before his last day', async () => {
  const journey = await aJourney()
  const { toTom, toBernard } = await fixedAt(journey, AFTER)
  expect(await leaves(journey, journey.tom.id)).toMatchObject({
    status: 200,
    body: { on: LAST_DAY, left: false },
  })
  expect(await journey.today()).toEqual(['mentor-leaves'])
  await journey.passTo('2027-03-26T06:59:00Z')
  expect(await journey.newMail()).toEqual([])
  expect(await journey.session()).toMatchObject({ status: 'fixed' })

  // Half of what is left from Friday at eight: Sunday at half past nine, the clocks have changed.
  await journey.passTo('2027-03-28T07:29:00Z')
  expect(await journey.newMail()).toEqual([])
  await journey.passTo('2027-03-28T07:30:00Z')
  expect(summaryOf(await journey.newMail())).toEqual([
    `${journey.bernard.email}: CANCEL 1 of ${eventIn(toBernard).uid}`,
    `${journey.tom.email}: CANCEL 1 of ${eventIn(toTom).uid}`,
  ])
  expect(await journey.session()).toMatchObject({ status: 'offered', bumps: 0, options: [] })
  expect((await journey.today())[0]).toBe('mentor-leaves')
  await journey.passTo('2027-05-10T08:00:00Z')
  expect(await journey.newMail(journey.odile)).toEqual([])
})

test('handing the pairing over lets the round go on with the next mentor', async () => {
  const journey = await aJourney()
  await fixedAt(journey, AFTER)
  await leaves(journey, journey.tom.id)
  await journey.passTo('2027-03-28T07:30:00Z')
  const uma = await journey.mentor('Uma Rao')
  await journey.newMail()
  const handed = await journey.postForm(`/pairings/${journey.pairing.id}/hand-over`, { mentorId: uma.id })
  expect(handed.status).toBe(303)
  await journey.tick()
  expect((await journey.newMail(journey.odile)).length).toBe(1)
  expect(await journey.today()).toEqual(['mentor-leaves'])
})

test('a session late on the last day is not asked about the next morning, when the link would be dead', async () => {
  const journey = await aJourney()
  await fixedAt(journey, '2027-03-26T20:00:00Z')
  await leaves(journey, journey.tom.id)
  await journey.passTo('2027-03-26T20:40:00Z')
  await journey.newMail()
  await journey.passTo('2027-03-26T23:00:00Z')
  await journey.passTo('2027-03-27T07:00:00Z')
  expect(await journey.newMail(journey.tom)).toEqual([])
  await journey.passTo('2027-03-27T20:40:00Z')
  expect(await journey.today()).toContain('not-logged')
})

test('he is not briefed for a date after his last day', async () => {
  const journey = await aJourney()
  await fixedAt(journey, '2027-03-17T15:00:00Z')
  await leaves(journey, journey.tom.id, '2027-03-16')
  await journey.passTo('2027-03-16T16:00:00Z')
  expect(await journey.newMail(journey.tom)).toEqual([])
  // Half-way is in the night: seven in the morning, by the executive's clock.
  await journey.passTo('2027-03-17T05:59:00Z')
  expect(await journey.newMail(journey.tom)).toEqual([])
  await journey.passTo('2027-03-17T06:00:00Z')
  expect(await journey.session()).toMatchObject({ status: 'offered' })
})

test('once the last day is over his links, his sign-in and his place in the lists are gone', async () => {
  const journey = await aJourney()
  const { toTom } = await fixedAt(journey, '2027-03-26T09:00:00Z')
  await leaves(journey, journey.tom.id)
  expect((await open(toTom.link('invite'))).status).toBe(200)
  await journey.passTo('2027-03-26T22:59:00Z')
  expect(await peopleIn(journey)).toContain(journey.tom.id)
  expect((await open(toTom.link('invite'))).status).toBe(200)

  await journey.clock('2027-03-26T23:00:00Z')
  expect(await journey.tick()).toMatchObject({ leave: 1 })
  expect(await peopleIn(journey)).not.toContain(journey.tom.id)
  expect((await open(toTom.link('invite'))).status).toBe(410)
  expect((await journey.get(`/people/${journey.tom.id}`)).status).toBe(404)
  await journey.newMail()
  await journey.askToSignIn(journey.tom)
  await journey.tick()
  expect(await journey.newMail(journey.tom)).toEqual([])
  const body = JSON.stringify((await journey.get(`/sessions/${(await journey.session()).id}`)).body)
  expect(body).toContain(journey.tom.id)
})

test('times on offer after his last day are dropped; those before it can still be taken', async () => {
  const journey = await aJourney()
  const { options } = await journey.offer()
  const [letter] = await journey.newMail(journey.odile)
  const [first, , last] = options.map(({ start }) => start.slice(0, 10))
  expect(first).not.toBe(last)
  await journey.post(`/people/${journey.tom.id}/departure`, { on: first })
  const left = (await journey.session()).options
  expect(left.map(({ start }) => start)).toEqual(
    options.flatMap(({ start }) => (start.slice(0, 10) === first ? [start] : [])),
  )
  expect(await journey.newMail()).toEqual([])
  if (!letter) throw new Error('nobody was asked')
  const gone = await press(letter.link('answer'), { choice: options[2]?.id ?? '' })
  expect(gone.status).toBe(409)
  expect((await press(letter.link('answer'), { choice: left[0]?.id ?? '' })).status).toBe(200)
  expect(await journey.session()).toMatchObject({ status: 'fixed', start: left[0]?.start })
})

test('where no time is left, earlier ones are offered in their place', async () => {
  const journey = await aJourney()
  await journey.post('/offers', { pairingId: journey.pairing.id })
  await journey.newMail()
  const before = await journey.session()
  // All his times were on Wednesday or later; now Tuesday is his last day.
  await journey.post(`/people/${journey.tom.id}/departure`, { on: '2027-03-16' })
  const after = await journey.session()
  const starts = after.options.map(({ start }) => start.slice(0, 10))
  expect(starts.every((day) => day <= '2027-03-16')).toBe(true)
  expect(after.options.map(({ id }) => id)).not.toEqual(before.options.map(({ id }) => id))
})

test('nothing can be booked or offered after the last day, not even with a reason', async () => {
  const journey = await aJourney()
  await leaves(journey, journey.tom.id)
  const booked = await journey.post('/sessions', {
    pairingId: journey.pairing.id,
    start: AFTER,
    reason: 'please',
  })
  expect(booked).toMatchObject({ status: 409, body: { error: { code: 'has-left' } } })
  const { body } = await journey.get(
    `/pairings/${journey.pairing.id}/slots?from=2027-03-15T08:00:00Z&to=2027-05-01T08:00:00Z&limit=2000`,
  )
  expect(JSON.stringify(body)).toContain('2027-03-26T')
  expect(JSON.stringify(body)).not.toMatch(/2027-03-(?:27|28|29|30|31)|2027-04/)
})

test('it can be taken back until the last day is over', async () => {
  const journey = await aJourney()
  await fixedAt(journey, AFTER)
  await leaves(journey, journey.tom.id)
  expect(await journey.get(`/people/${journey.tom.id}`)).toMatchObject({ body: { leavesOn: LAST_DAY } })
  expect(await journey.post(`/people/${journey.tom.id}/departure`, { on: null })).toMatchObject({
    status: 200,
    body: { on: null, left: false },
  })
  expect(await journey.today()).toEqual([])
  await journey.passTo('2027-03-29T08:00:00Z')
  expect(await journey.session()).toMatchObject({ status: 'fixed' })
  expect(await peopleIn(journey)).toContain(journey.tom.id)
})

test('an executive leaves: on the last day both calendars get a neutral CANCEL, and the pairing ends', async () => {
  const journey = await aJourney()
  const { toTom, toBernard } = await fixedAt(journey, AFTER)
  await leaves(journey, journey.bernard.id)
  expect(await journey.newMail()).toEqual([])
  expect(await journey.today()).toEqual([])
  await journey.passTo('2027-03-26T07:00:00Z')
  const letters = await journey.newMail()
  expect(summaryOf(letters)).toEqual([
    `${journey.bernard.email}: CANCEL 1 of ${eventIn(toBernard).uid}`,
    `${journey.tom.email}: CANCEL 1 of ${eventIn(toTom).uid}`,
  ])
  expect(letters.some(({ text }) => /leav|left|depart/i.test(text))).toBe(false)
  await journey.passTo('2027-03-26T23:00:00Z')
  expect(await journey.get(`/pairings/${journey.pairing.id}`)).toMatchObject({ body: { status: 'ended' } })
  expect(await peopleIn(journey)).not.toContain(journey.bernard.id)
  expect((await open(toBernard.link('invite'))).status).toBe(410)
  await journey.passTo('2027-05-30T08:00:00Z')
  expect(await journey.newMail(journey.bernard)).toEqual([])
})

test('an executive who leaves with times on offer: they are free again for others', async () => {
  const journey = await aJourney()
  const { options } = await journey.offer()
  await journey.post(`/people/${journey.bernard.id}/departure`, { on: '2027-03-14' })
  expect(await journey.get(`/pairings/${journey.pairing.id}`)).toMatchObject({ body: { status: 'ended' } })
  expect(await peopleIn(journey)).not.toContain(journey.bernard.id)
  expect(await journey.freeForOther()).toContain(options[0]?.start)
})

test('an assistant leaves: what is on offer is asked anew of the executive, with the same times', async () => {
  const journey = await aJourney()
  const { options } = await journey.offer()
  const [letter] = await journey.newMail(journey.odile)
  await journey.post(`/people/${journey.odile.id}/departure`, { on: '2027-03-15' })
  expect(await journey.newMail()).toEqual([])
  await journey.clock('2027-03-15T23:00:00Z')
  expect(await journey.tick()).toMatchObject({ leave: 1 })
  await journey.passTo('2027-03-16T06:00:00Z')
  const [asked] = await journey.newMail(journey.bernard)
  expect((await journey.session()).options.map(({ start }) => start)).toEqual(
    options.map(({ start }) => start),
  )
  if (!letter || !asked) throw new Error('nobody was asked')
  expect((await open(letter.link('answer'))).status).toBe(410)
  expect(await journey.get(`/people/${journey.bernard.id}`)).toMatchObject({ body: { assistantIds: [] } })
  const { options: anew } = await journey.session()
  expect((await press(asked.link('answer'), { choice: anew[0]?.id ?? '' })).status).toBe(200)
})

test('a day that has passed means now', async () => {
  const journey = await aJourney()
  await fixedAt(journey, AFTER)
  expect(await leaves(journey, journey.tom.id, '2027-03-01')).toMatchObject({ body: { left: true } })
  expect(await peopleIn(journey)).not.toContain(journey.tom.id)
  // His date with Mr Bernard, and the pairing with Mrs Faure.
  expect(await journey.today()).toEqual(['mentor-leaves', 'mentor-leaves'])
})

test('a programme keeps a manager', async () => {
  const journey = await aJourney()
  const refused = { status: 409, body: { error: { code: 'last-manager' } } }
  expect(await leaves(journey, journey.nadia.id)).toMatchObject(refused)
  const patched = await journey.patch(`/people/${journey.nadia.id}`, { roles: ['mentor'] })
  expect(patched).toMatchObject(refused)
  await journey.patch(`/people/${journey.odile.id}`, { roles: ['assistant', 'manager'] })
  expect(await leaves(journey, journey.nadia.id)).toMatchObject({ status: 200 })
  expect(await leaves(journey, journey.odile.id)).toMatchObject(refused)
})

test('whoever comes back is a member anew, and his waiting pairing goes on', async () => {
  const journey = await aJourney()
  await leaves(journey, journey.tom.id, '2027-03-14')
  const again = {
    programmeId: journey.programmeId,
    roles: ['mentor'],
    name: 'Tom Leroy',
    zone: 'Europe/Paris',
  }
  expect(await journey.post('/people', { ...again, email: journey.tom.email })).toMatchObject({
    status: 201,
    body: { id: journey.tom.id },
  })
  expect(await journey.get(`/people/${journey.tom.id}`)).toMatchObject({
    body: { leavesOn: null, roles: ['mentor'] },
  })
  expect((await journey.post('/offers', { pairingId: journey.pairing.id })).status).toBe(201)
})

test('who leaves while others choose: the page offers him no more, and a role goes only when nobody needs it', async () => {
  const journey = await aJourney()
  const uma = await journey.mentor('Uma Rao')
  const inUse = await journey.patch(`/people/${journey.tom.id}`, { roles: ['manager'] })
  expect(inUse).toMatchObject({ status: 409, body: { error: { code: 'role-in-use' } } })
  expect(await journey.patch(`/people/${uma.id}`, { roles: ['manager', 'mentor'] })).toMatchObject({
    status: 200,
    body: { roles: ['manager', 'mentor'] },
  })
  expect(await journey.patch(`/people/${uma.id}`, { roles: ['assistant'] })).toMatchObject({
    body: { roles: ['assistant'] },
  })
  expect(await journey.patch(`/people/${journey.odile.id}`, { roles: ['mentor'] })).toMatchObject({
    status: 409,
  })
  expect(await journey.patch(`/people/${uma.id}`, { roles: [] })).toMatchObject({ status: 422 })
})

async function leaves({ post }: Journey, id: string, on: string = LAST_DAY) {
  return post(`/people/${id}/departure`, { on })
}

/** A date of Tom and Mr Bernard at that moment, agreed by mail. */
async function fixedAt(journey: Journey, start: string) {
  const booked = await journey.post('/sessions', { pairingId: journey.pairing.id, start, reason: 'agreed' })
  if (booked.status !== 201) throw new Error(`not booked: ${JSON.stringify(booked.body)}`)
  await journey.tick()
  const letters = await journey.newMail()
  const to = ({ email }: Journey['tom']) => letters.find((each) => each.to === email)
  const [toTom, toBernard] = [to(journey.tom), to(journey.bernard)]
  if (!toTom || !toBernard) throw new Error('somebody was not invited')
  return { toTom, toBernard }
}

async function peopleIn({ get, programmeId }: Journey): Promise<readonly string[]> {
  const { body } = await get(`/people?programme=${programmeId}`)
  const { people }: { readonly people: readonly { readonly id: string }[] } = JSON.parse(JSON.stringify(body))
  return people.map(({ id }) => id)
}
