import { expect, test } from 'vitest'

import { fixSession } from './fixing.ts'
import { aJourney, later, type Journey } from './journey.ts'
import { type Letter, open, press } from './letters.ts'

test('before its end a session cannot be logged', async () => {
  const journey = await aJourney()
  const { session } = await fixSession(journey)
  await journey.clock(later(session.end, -1))
  const refused = await journey.post(`/sessions/${session.id}/outcome`, { result: 'happened' })
  expect(refused).toMatchObject({ status: 409, body: { error: { code: 'not-over-yet' } } })
})

test('repeated presses log once: one round follows, and one offer', async () => {
  const { journey, asked, end } = await over()
  const press3 = () => Promise.all([0, 1, 2].map(() => press(asked.link('log'), { result: 'happened' })))
  for (const { status } of [...(await press3()), ...(await press3())]) expect(status).toBe(200)
  expect((await journey.newMail()).map(({ to }) => to)).toEqual([journey.odile.email])

  await journey.passTo(later(end, 60))
  expect(await journey.newMail()).toEqual([])
})

test('within the hour another outcome replaces the first; later it is refused', async () => {
  const { journey, asked, end, id } = await over()
  await press(asked.link('log'), { result: 'happened' })
  await journey.clock(later(end, 50))
  expect((await press(asked.link('log'), { result: 'cut-short', commitment: 'Write one line' })).status).toBe(
    200,
  )
  expect((await journey.get(`/sessions/${id}`)).body).toMatchObject({ status: 'cut-short' })

  await journey.clock(later(end, 5 + 110))
  expect((await press(asked.link('log'), { result: 'did-not-happen' })).status).toBe(409)
  expect((await journey.get(`/sessions/${id}`)).body).toMatchObject({ status: 'cut-short' })
  expect((await open(asked.link('log'))).status).toBe(200)
})

test('changed to “moved”: the session gets a new offer, and the round that had followed is cancelled', async () => {
  const { journey, asked, id } = await over()
  await press(asked.link('log'), { result: 'happened' })
  const next = await journey.session()
  expect(next.id).not.toBe(id)
  await journey.newMail()

  expect((await press(asked.link('log'), { result: 'moved' })).status).toBe(200)
  expect((await journey.get(`/sessions/${id}`)).body).toMatchObject({
    status: 'offered',
    start: null,
    options: [{}, {}, {}],
  })
  expect((await journey.get(`/sessions/${next.id}`)).body).toMatchObject({ status: 'cancelled', options: [] })
  expect((await journey.newMail()).map(({ to }) => to)).toEqual([journey.odile.email])
})

test('a session that did not happen still gets a next date', async () => {
  const { journey, asked, id } = await over()
  await press(asked.link('log'), { result: 'did-not-happen' })
  expect(await journey.session()).toMatchObject({ status: 'offered', options: [{}, {}, {}] })
  expect((await journey.session()).id).not.toBe(id)
})

test('a session not logged for a day, and one that needs the manager, are on Today', async () => {
  const { journey, asked, end } = await over()
  expect(await journey.today()).not.toContain('not-logged')
  await journey.clock(later(end, 24 * 60))
  expect(await journey.today()).toContain('not-logged')

  await press(asked.link('log'), { result: 'happened', needsManager: 'yes' })
  const kinds = await journey.today()
  expect(kinds).toContain('needs-manager')
  expect(kinds).not.toContain('not-logged')
})

test('a commitment longer than a sentence is refused, and stays in its field', async () => {
  const { asked } = await over()
  const page = await press(asked.link('log'), { result: 'happened', commitment: 'long '.repeat(40) })
  expect(page.status).toBe(422)
  expect(page.html).toContain('long long')
})

test('a form already saved once asks again before it saves something else', async () => {
  const { asked } = await over()
  const id = 'out_0000000000000000000000000c'
  await press(asked.link('log'), { id, result: 'happened', commitment: 'Write one line' })
  const changed = await press(asked.link('log'), { id, result: 'cut-short', commitment: 'Write two lines' })
  expect(changed.status).toBe(409)
  expect(changed.text).toContain('Save again to replace it')
  expect(changed.html).toContain('value="Write two lines"')
  const fresh = /name="id" value="([^"]+)"/.exec(changed.html)?.[1] ?? ''
  expect(fresh).not.toBe(id)
  const saved = await press(asked.link('log'), {
    id: fresh,
    result: 'cut-short',
    commitment: 'Write two lines',
  })
  expect(saved.text).toContain('“Write two lines”')
})

test('the due day is preset to “before they meet next”; a chip or a day changes it, a past day is refused', async () => {
  const { asked, end } = await over()
  const form = await open(asked.link('log'))
  expect(form.html).toContain('value="" checked=""/><label for="due">Before we meet next')
  const inAWeek = later(end, 7 * 24 * 60).slice(0, 10)
  expect(form.html).toContain(`value="${inAWeek}"`)

  const wish = { result: 'happened', commitment: 'Write one line', due: inAWeek }
  const late = await press(asked.link('log'), { ...wish, dueOn: end.slice(0, 4) + '-01-01' })
  expect(late.status).toBe(422)
  expect(late.text).toContain('Choose a day in the future.')
  expect((await press(asked.link('log'), wish)).text).toMatch(/By \w+ \d+ March 2027/)
})

test('an answer after the end is history alone', async () => {
  const { journey, toBernard, end, id } = await over()
  await press(toBernard.link('invite'), { answer: 'accept' })
  expect((await journey.get(`/sessions/${id}`)).body).toMatchObject({
    invites: [{ partstat: 'NEEDS-ACTION' }, {}],
  })
  await journey.passTo(later(end, 30))
  expect(await journey.newMail()).toEqual([])
})

test.each(['paused', 'ended'])('a log opens no round of a pairing that is %s', async (status) => {
  const { journey, id } = await over()
  const path = `/pairings/${journey.pairing.id}`
  expect((await journey.patch(path, { status })).status).toBe(200)
  expect((await journey.post(`/sessions/${id}/outcome`, { result: 'happened' })).status).toBeLessThan(300)
  expect(await journey.session()).toMatchObject({ id, status: 'happened' })

  // Resumed, it goes on by itself.
  expect((await journey.patch(path, { status: 'active' })).status).toBe(200)
  await journey.passTo('2027-04-08T08:00:00Z')
  expect(await journey.session()).toMatchObject({ status: 'offered', options: [{}, {}, {}] })
})

test('a session of a pairing that has ended is not moved to a time that nobody looks for', async () => {
  const { journey, id } = await over()
  await journey.patch(`/pairings/${journey.pairing.id}`, { status: 'ended' })
  const moved = await journey.post(`/sessions/${id}/outcome`, { result: 'moved' })
  expect(moved).toMatchObject({ status: 409, body: { error: { code: 'pairing-closed' } } })
  expect((await journey.get(`/sessions/${id}`)).body).toMatchObject({ status: 'fixed' })
})

type Over = {
  readonly journey: Journey
  readonly asked: Letter
  readonly toBernard: Letter
  readonly end: string
  readonly id: string
}

/** Five minutes after the end of a first session: the mentor has his mail. */
async function over(): Promise<Over> {
  const journey = await aJourney()
  const { session, toBernard } = await fixSession(journey)
  const end = session.end ?? ''
  await journey.passTo(later(end, 5))
  const [asked] = await journey.newMail(journey.tom)
  if (!asked) throw new Error('the mentor was not asked')
  return { journey, asked, toBernard, end, id: session.id }
}
