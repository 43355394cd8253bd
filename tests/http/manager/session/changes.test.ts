import { expect, test } from 'vitest'

import { offerTimes } from '../../../../worker/actions/offer/make.ts'
import { setAvailability } from '../../../../worker/actions/slot/set-availability.ts'
import { AS_NADIA, NADIA, northwind, TOM, UMA } from '../../../support/northwind.ts'
import { press } from '../../../support/press.ts'
import { signedInBrowser } from '../../../support/signed-in-browser.ts'
import { at } from '../../../support/times.ts'

test('from the session’s page somebody else stands in at the same time', async () => {
  const world = await northwind()
  const { id } = await world.fixed('2027-03-22T10:00Z')
  const nadia = await signedInBrowser(world.platform, NADIA)
  expect(await (await nadia.get(`/sessions/${id}`)).text()).toContain('Mentor for this session')

  expect((await nadia.post(`/sessions/${id}/time`, { mentorId: UMA, standInReason: '' })).status).toBe(303)
  expect((await world.session(id)).mentorId).toBe(UMA)
  const page = await (await nadia.get(`/sessions/${id}`)).text()
  expect(page.slice(page.indexOf('Invites'), page.indexOf('History'))).toContain('>Tom Leroy</a>')
})

test('one form moves a session and changes its mentor, as a drag does; by default the mentor stays', async () => {
  const world = await northwind()
  const { id } = await world.fixed('2027-03-22T10:00Z')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const move = { date: '2027-03-23', time: '11:00', minutes: '30', reason: '' }

  expect((await nadia.post(`/sessions/${id}/time`, { ...move, withId: TOM })).status).toBe(303)
  expect(await world.session(id)).toMatchObject({ mentorId: TOM, time: { start: at('2027-03-23T10:00Z') } })
  expect((await nadia.post(`/sessions/${id}/time`, { ...move, time: '12:00', withId: UMA })).status).toBe(303)
  expect(await world.session(id)).toMatchObject({ mentorId: UMA, time: { start: at('2027-03-23T11:00Z') } })
})

test('outside the stand-in’s hours a reason is asked for, and is enough', async () => {
  const world = await northwind()
  const { id } = await world.fixed('2027-03-22T10:00Z')
  await setAvailability(world.platform, UMA, { zone: 'UTC', weekly: [], exceptions: [] }, AS_NADIA)
  const nadia = await signedInBrowser(world.platform, NADIA)
  const refused = await nadia.post(`/sessions/${id}/time`, { mentorId: UMA, standInReason: '' })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('outside Uma Rao’s open hours')

  expect(
    (await nadia.post(`/sessions/${id}/time`, { mentorId: UMA, standInReason: 'she agreed' })).status,
  ).toBe(303)
  expect((await world.session(id)).mentorId).toBe(UMA)
})

test('a move without a day and an hour says both at once; an hour that can be read is not blamed', async () => {
  const world = await northwind()
  const { id } = await world.fixed('2027-03-22T10:00Z')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const empty = await nadia.post(`/sessions/${id}/time`, { date: '', time: '', minutes: '30' })
  const html = await empty.text()

  expect(empty.status).toBe(422)
  expect(html).toContain('href="#date"')
  expect(html).toContain('href="#time"')
  const dayless = await nadia.post(`/sessions/${id}/time`, { date: 'soon', time: '11:00', minutes: '30' })
  expect(await dayless.text()).not.toContain('href="#time"')
})

test('a time outside the hours leads to the field for a reason; a time that cannot be does not', async () => {
  const world = await northwind()
  const { id, pairingId } = await world.fixed('2027-03-22T10:00Z')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const move = async (fields: Record<string, string>) =>
    (await nadia.post(`/sessions/${id}/time`, { minutes: '30', reason: '', ...fields })).text()

  const atNight = await move({ date: '2027-03-23', time: '03:00' })
  expect(atNight).toContain('href="#reason"')
  expect(atNight).toContain('You can do it anyway if you give a reason.')
  expect(await move({ date: '2027-01-04', time: '11:00' })).not.toContain('href="#reason"')

  await nadia.post(`/sessions/${id}/cancellation`, {})
  const booking = { date: '2027-03-23', time: '03:00', minutes: '30', reason: '' }
  const booked = await nadia.post(`/pairings/${pairingId}/sessions`, booking)
  expect(await booked.text()).toContain('href="#reason"')
})

test('a time on offer is chosen for whoever was asked, from the page; one of an earlier offer is not', async () => {
  const world = await northwind()
  const wish = {
    id: `off_${'0'.repeat(26)}`,
    pairingId: `pai_${'0'.repeat(22)}`,
    minutes: null,
    options: 3,
  } as const
  const made = await offerTimes(world.platform, wish, AS_NADIA)
  if (!made.ok) throw new Error(made.refusal.reason)
  const { id, offer } = made.value
  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get(`/sessions/${id}`)).text()

  const earlier = await nadia.post(`/sessions/${id}/answers`, { optionId: `opt_${'9'.repeat(26)}` })
  expect(earlier.status).toBe(409)
  expect((await press(nadia, page, 'Choose this for them')).status).toBe(303)
  expect(await world.session(id)).toMatchObject({
    status: 'fixed',
    time: { start: offer?.options[0]?.start },
    offer: { answer: { byId: NADIA, via: 'manager' } },
  })
})

test('a program names another mentor with the time', async () => {
  const world = await northwind()
  const { id } = await world.fixed('2027-03-22T10:00Z')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const answer = await nadia.json(`/api/v1/sessions/${id}/time`, {
    start: '2027-03-23T10:00:00Z',
    mentorId: UMA,
  })

  expect(await answer.json()).toMatchObject({ mentorId: UMA, start: '2027-03-23T10:00:00Z', sequence: 1 })
})

test('the place changes by page and by API; an invalid one has its error beside the field', async () => {
  const world = await northwind()
  const { id } = await world.fixed('2027-03-22T10:00Z')
  const nadia = await signedInBrowser(world.platform, NADIA)

  expect((await nadia.post(`/sessions/${id}/place`, { placeKind: 'room', place: 'Room 4' })).status).toBe(303)
  expect((await world.session(id)).place).toEqual({ kind: 'room', room: 'Room 4' })
  expect((await nadia.post(`/sessions/${id}/place`, { placeKind: 'link', place: 'nowhere' })).status).toBe(
    422,
  )
  const answer = await nadia.json(`/api/v1/sessions/${id}/place`, { place: null })
  expect(await answer.json()).toMatchObject({ place: null, sequence: 0 })
})

test('a mentor can change neither mentor nor place', async () => {
  const world = await northwind()
  const { id } = await world.fixed('2027-03-22T10:00Z')
  const tom = await signedInBrowser(world.platform, TOM)
  for (const path of [`/sessions/${id}/place`, `/sessions/${id}/time`])
    expect((await tom.post(path, { mentorId: UMA })).status).toBe(404)
})
