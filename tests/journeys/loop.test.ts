import { expect, test } from 'vitest'

import { aJourney, later, MONDAY } from './journey.ts'
import { answer, eventIn, open, pick, press } from './letters.ts'

test('three times are held, the assistant picks one from her mail, both get their own invite and accept', async () => {
  const { nadia, tom, bernard, odile, offer, session, newMail, freeForOther } = await aJourney()
  const offered = await offer()
  expect(offered).toMatchObject({ status: 'offered', start: null, options: [{}, {}, {}], invites: [] })

  const [letter, ...others] = await newMail()
  if (!letter) throw new Error('nobody was asked')
  expect(others).toEqual([])
  expect(letter.to).toBe(odile.email)
  expect(offered.options.map(({ id }) => letter.link('answer', id))).toHaveLength(3)
  const free = await freeForOther()
  expect(offered.options.filter(({ start }) => free.includes(start))).toEqual([])

  const second = offered.options[1]
  const page = await open(letter.link('answer', second?.id))
  expect(page.status).toBe(200)
  expect(await session()).toEqual(offered)

  expect((await pick(letter, second)).status).toBe(200)
  expect(await session()).toMatchObject({
    status: 'fixed',
    start: second?.start,
    end: second?.end,
    options: [],
  })
  const freed = await freeForOther()
  expect(offered.options.map(({ start }) => freed.includes(start))).toEqual([true, false, true])

  const [toBernard, toTom, ...more] = await newMail()
  if (!toBernard || !toTom) throw new Error('somebody was not invited')
  expect(more).toEqual([])
  expect([toBernard.to, toTom.to]).toEqual([bernard.email, tom.email])
  const [his, toms] = [eventIn(toBernard), eventIn(toTom)]
  expect([his, toms]).toMatchObject([
    {
      method: 'REQUEST',
      sequence: 0,
      attendee: { address: bernard.email },
      organizer: { address: bernard.replyAddress },
    },
    {
      method: 'REQUEST',
      sequence: 0,
      attendee: { address: tom.email },
      organizer: { address: tom.replyAddress },
    },
  ])
  expect(his.uid).not.toBe(toms.uid)
  expect(toBernard.raw + toBernard.text).not.toContain(tom.email)
  expect(toTom.raw + toTom.text).not.toContain(bernard.email)
  for (const each of [toBernard, toTom])
    expect(each.text + decoded(each.raw)).not.toContain(nadia.replyAddress)

  await answer(toBernard, 'ACCEPTED', { now: MONDAY })
  await answer(toTom, 'TENTATIVE', { now: MONDAY })
  expect((await session()).invites).toEqual([
    { personId: bernard.id, partstat: 'ACCEPTED', answeredBy: bernard.id, answeredVia: 'calendar' },
    { personId: tom.id, partstat: 'TENTATIVE', answeredBy: tom.id, answeredVia: 'calendar' },
  ])
})

test('after the session the mentor logs it from his mail, and the next round opens with an offer', async () => {
  const journey = await aJourney()
  const { tom, odile, newMail, session, passTo } = journey
  const { options } = await journey.offer()
  const [letter] = await newMail(odile)
  if (letter) await pick(letter, options[0])
  const fixed = await session()
  await newMail()

  await passTo(later(fixed.end, 4))
  expect(await newMail()).toEqual([])
  await passTo(later(fixed.end, 5))
  const [asked, ...others] = await newMail()
  if (!asked) throw new Error('the mentor was not asked')
  expect(others).toEqual([])
  expect(asked.to).toBe(tom.email)
  const links = ['happened', 'cut-short', 'did-not-happen', 'moved'].map((result) =>
    asked.link('log', result),
  )
  expect(new Set(links).size).toBe(4)
  // The clock jumped over the brief: the session keeps what it began with.
  const before = await session()
  expect(before).toMatchObject({ id: fixed.id, status: fixed.status, start: fixed.start, end: fixed.end })
  for (const link of links) expect((await open(link)).status).toBe(200)
  expect(await session()).toEqual(before)

  const logged = await press(asked.link('log', 'happened'), {
    result: 'happened',
    commitment: 'Answer one question in public',
  })
  expect(logged.status).toBe(200)
  expect(logged.text).toContain('Answer one question in public')

  const next = await session()
  expect(next).toMatchObject({ status: 'offered', options: [{}, {}, {}], bumps: 0 })
  expect(next.id).not.toBe(fixed.id)
  const cadence = next.options.map(
    ({ start }) => (Date.parse(start) - Date.parse(fixed.end ?? '')) / 86_400_000,
  )
  for (const days of cadence) expect(Math.abs(days - 21)).toBeLessThanOrEqual(7)
  expect((await newMail()).map(({ to }) => to)).toEqual([odile.email])
  expect((await journey.get(`/sessions/${fixed.id}`)).body).toMatchObject({ status: 'happened' })
})

test('the next log shows the last commitment and stores whether it is done', async () => {
  const journey = await aJourney()
  const first = await heldOnce(journey, { result: 'happened', commitment: 'Read the weekly thread' })
  const { options } = await journey.session()
  const [letter] = await journey.newMail(journey.odile)
  if (letter) await pick(letter, options[0])
  const { end } = await journey.session()
  await journey.passTo(later(end, 5))
  const asked = (await journey.newMail(journey.tom)).find(({ text }) => text.includes('/log'))
  if (!asked) throw new Error('the mentor was not asked')

  expect((await open(asked.link('log', 'happened'))).text).toContain('Read the weekly thread')
  expect(
    (await press(asked.link('log', 'happened'), { result: 'cut-short', lastDone: 'partly' })).status,
  ).toBe(200)
  expect(first.end).not.toBe(end)
})

async function heldOnce(
  journey: Awaited<ReturnType<typeof aJourney>>,
  log: Readonly<Record<string, string>>,
) {
  const { options } = await journey.offer()
  const [letter] = await journey.newMail(journey.odile)
  if (letter) await pick(letter, options[0])
  const fixed = await journey.session()
  await journey.newMail()
  await journey.passTo(later(fixed.end, 5))
  const [asked] = await journey.newMail(journey.tom)
  if (!asked) throw new Error('the mentor was not asked')
  await press(asked.link('log'), log)
  return fixed
}

function decoded(raw: string): string {
  return raw
    .split('\r\n\r\n')
    .map((part) => part.replace(/\s/g, ''))
    .join(' ')
}
