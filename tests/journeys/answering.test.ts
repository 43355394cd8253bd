import { expect, test } from 'vitest'

import { fixSession, pickOne } from './fixing.ts'
import { aJourney, later, MONDAY, type Journey } from './journey.ts'
import { open, pick, press } from './letters.ts'

test('opening every link of a mail changes nothing, however often', async () => {
  const { letter, journey } = await asked()
  const before = await journey.session()
  const links = letter.text.match(/https:\/\/[^\s<>]+/g) ?? []
  expect(links.length).toBeGreaterThan(3)
  // All but the desk open by themselves; that one asks who it is.
  const statusOf = (link: string) => (link.endsWith('/desk') ? 303 : 200)
  for (const link of [...links, ...links]) expect((await open(link)).status).toBe(statusOf(link))
  expect(links.filter((link) => link.endsWith('/desk'))).toHaveLength(1)
  expect(await journey.session()).toEqual(before)
  expect(await journey.newMail()).toEqual([])
})

test('the same answer again succeeds; a different one is told who answered when', async () => {
  const { letter, journey, options } = await asked()
  const pages = await Promise.all(Array.from({ length: 8 }, () => pick(letter, options[0])))
  expect(pages.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
  expect(await journey.newMail()).toHaveLength(2)

  const other = await pick(letter, options[1])
  expect(other.status).toBe(409)
  expect(other.text).toContain('You answered on Monday 15 March 2027, 09:00')
  expect(await journey.session()).toMatchObject({ start: options[0]?.start, sequence: 0 })
  expect((await press(letter.link('answer'), { choice: options[1]?.id ?? '', move: 'yes' })).status).toBe(200)
  expect(await journey.session()).toMatchObject({ start: options[1]?.start, sequence: 1, bumps: 1 })
})

test('an unanswered offer expires: its times are freed, one re-offer follows, then the manager decides', async () => {
  const { letter, journey, options } = await asked()
  const { heldUntil } = await journey.session()
  await journey.clock(heldUntil ?? '')
  expect((await pick(letter, options[2])).status).toBe(409)
  expect((await open(letter.link('answer'))).text).not.toContain(letter.link('answer', options[0]?.id))

  await journey.tick()
  const again = await journey.session()
  expect(again.options.map(({ start }) => start)).toEqual([
    expect.any(String),
    expect.any(String),
    expect.any(String),
  ])
  for (const { start } of options) expect(again.options.map((each) => each.start)).not.toContain(start)
  expect((await journey.newMail()).map(({ to }) => to)).toEqual([journey.odile.email])

  await journey.passTo(again.heldUntil ?? '')
  expect(await journey.session()).toMatchObject({ status: 'offered', options: [] })
  expect(await journey.newMail()).toEqual([])
  expect(await journey.today()).toContain('offer-expired')
  const free = await journey.freeForOther()
  expect(
    again.options
      .slice(1)
      .filter(({ start }) => !free.includes(start) && start > later(again.heldUntil, 25 * 60)),
  ).toEqual([])
})

test('a newer offer supersedes the old one: its times are freed, and the old link opens the new page', async () => {
  const { letter, journey, options } = await asked()
  await journey.clock(later(MONDAY, 30))
  await journey.offer()
  const [newer] = await journey.newMail()
  if (!newer) throw new Error('nobody was asked')

  expect((await pick(letter, options[0])).status).toBe(409)
  expect(await journey.session()).toMatchObject({ status: 'offered', options: [{}, {}, {}] })
  const fresh = (await journey.session()).options[0]
  expect((await pick(newer, fresh)).status).toBe(200)
  expect(await journey.session()).toMatchObject({ status: 'fixed', start: fresh?.start })
})

test('a link stays readable after its answer, and expires a month later', async () => {
  const { letter, journey, options } = await asked()
  await pick(letter, options[0])
  await journey.clock(later(MONDAY, 20 * 24 * 60))
  expect((await open(letter.link('answer'))).status).toBe(200)
  await journey.clock(later(MONDAY, 40 * 24 * 60))
  expect((await open(letter.link('answer'))).status).toBe(410)
  expect((await press(letter.link('answer'), { choice: options[0]?.id ?? '' })).status).toBe(410)
})

test('“none of these” brings other times, twice; then the manager decides', async () => {
  const journey = await aJourney()
  await journey.offer()
  const seen = new Set<string>()
  for (const round of [0, 1, 2]) {
    const { options } = await journey.session()
    const [letter] = await journey.newMail(journey.odile)
    expect(options, `round ${round}`).toHaveLength(3)
    for (const { start } of options) seen.add(start)
    expect((await press(letter?.link('answer') ?? '', { choice: 'none' })).status).toBe(200)
    await journey.tick()
  }
  expect(seen.size).toBeGreaterThan(3)
  expect(await journey.newMail()).toEqual([])
  expect(await journey.today()).toContain('none-suited')
})

test('“ask me after” a day: nothing is held and nobody is asked before it', async () => {
  const { letter, journey, options } = await asked()
  expect((await press(letter.link('answer'), { choice: 'later', after: '2027-03-22' })).status).toBe(200)
  const free = await journey.freeForOther()
  expect(options.filter(({ start }) => !free.includes(start))).toEqual([])
  await journey.passTo('2027-03-20T12:00:00Z')
  expect(await journey.newMail()).toEqual([])

  await journey.passTo('2027-03-22T08:00:00Z')
  expect((await journey.newMail()).map(({ to }) => to)).toEqual([journey.odile.email])
  expect(await journey.session()).toMatchObject({ status: 'offered', options: [{}, {}, {}] })
})

test('an own time is fixed if free for both, waits for the manager outside the hours, and is refused if taken', async () => {
  const { letter, journey } = await asked()
  const taken = await journey.post('/sessions', {
    pairingId: journey.other.id,
    start: '2027-03-24T09:00:00Z',
  })
  expect(taken.status).toBe(201)
  await journey.newMail()

  const refused = await own(letter.link('answer'), '2027-03-24', '10:00')
  expect(refused.status).toBe(409)
  const outside = await own(letter.link('answer'), '2027-03-24', '19:00')
  expect(outside.status).toBe(200)
  expect(await journey.session()).toMatchObject({
    status: 'offered',
    proposals: [{ start: '2027-03-24T18:00:00Z' }],
  })
  expect(await journey.today()).toContain('counter')

  const inside = await own(letter.link('answer'), '2027-03-25', '14:30')
  expect(inside.status).toBe(200)
  expect(await journey.session()).toMatchObject({
    status: 'fixed',
    start: '2027-03-25T13:30:00Z',
    proposals: [],
  })
  expect(await journey.newMail()).toHaveLength(2)
})

test('an invalid answer has its error beside the field, and nothing typed is lost', async () => {
  const { letter } = await asked()
  const page = await own(letter.link('answer'), '2027-02-31', '10:15')
  expect(page.status).toBe(422)
  expect((await press(letter.link('answer'), {})).status).toBe(422)
  expect((await press(letter.link('answer'), { choice: 'later', after: 'soon' })).status).toBe(422)
})

test('“ask me after” takes a day after today and within a year', async () => {
  const { letter } = await asked()
  const later = (day: string) => press(letter.link('answer'), { choice: 'later', after: day })
  for (const day of ['2026-03-22', '2027-03-15']) {
    const page = await later(day)
    expect(page.status).toBe(422)
    expect(page.text).toContain('Choose a day after today.')
  }
  expect((await later('2030-01-01')).status).toBe(422)
  expect((await later('2027-03-16')).status).toBe(200)
})

test('the executive accepts from the page of his invite, without a calendar', async () => {
  const journey = await aJourney()
  const { toBernard } = await fixSession(journey)
  expect((await press(toBernard.link('invite'), { answer: 'accept' })).status).toBe(200)
  expect((await journey.session()).invites[0]).toMatchObject({ partstat: 'ACCEPTED', answeredVia: 'link' })
})

test('sounding out: the mentor hears nothing before the time is fixed', async () => {
  const journey = await aJourney()
  await journey.offer()
  expect(await journey.newMail(journey.tom)).toEqual([])
  await journey.offer()
  expect((await pickOne(journey)).toTom.to).toBe(journey.tom.email)
})

async function asked() {
  const journey: Journey = await aJourney()
  const { options } = await journey.offer()
  const [letter] = await journey.newMail(journey.odile)
  if (!letter) throw new Error('the assistant was not asked')
  return { journey, letter, options }
}

function own(link: string, date: string, time: string) {
  return press(link, { choice: 'own', date, time })
}
