import { expect, test } from 'vitest'

import { fixSession } from './fixing.ts'
import { aJourney, later, MONDAY } from './journey.ts'
import { open, pick, press } from './letters.ts'

const freeIn = (html: string) => [...html.matchAll(/value="(at-\d+)"/g)].map(([, value = '']) => value)
const startOf = (choice: string | undefined) => new Date(Number(choice?.slice(3))).toISOString()
const proposalIn = (html: string) => /name="(?:takeBack|proposal)" value="(ctr_[^"]+)"/.exec(html)?.[1] ?? ''

test('a free time of both is chosen from a list, and fixed at once', async () => {
  const { journey, letter } = await asked()
  const page = await open(letter.link('answer'))
  const free = freeIn(page.html)
  expect(free).toHaveLength(12)
  const held = (await journey.session()).options.map(({ start }) => start)
  expect(free.map((each) => startOf(each)).filter((start) => held.includes(start))).toEqual([])

  const answered = await press(letter.link('answer'), { choice: free[4] ?? '' })
  expect(answered.text).toContain('Thank you. That is all.')
  const session = await journey.session()
  expect([session.status, Date.parse(session.start ?? '')]).toEqual(['fixed', Number(free[4]?.slice(3))])
})

test('a later week is one press away, keeps what else can be answered, and leads back', async () => {
  const { letter } = await asked()
  const first = await open(letter.link('answer'))
  const further = /href="(\/answer\?[^"]*from=[^"#]+)#choice-own">Later week/.exec(first.html)?.[1] ?? ''
  const page = await open(new URL(further.replaceAll('&amp;', '&'), letter.link('answer')).href)

  expect(freeIn(page.html).length).toBeGreaterThan(3)
  expect(freeIn(page.html).some((each) => freeIn(first.html).includes(each))).toBe(false)
  expect(page.html).toContain('Earlier week')
  expect(page.html).toMatch(/value="own" checked/)
  expect(page.html).toContain('None of these')
})

test('of the diaries the list shows times only, and not a word of why others are not free', async () => {
  const { letter } = await asked()
  const { html } = await open(letter.link('answer'))
  expect(html).not.toMatch(/busy|buffer|outside|claims|ses_/)
})

test('a proposed time is taken back, and what is held can be picked again', async () => {
  const { journey, letter, options } = await asked()
  const evening = { choice: 'own', date: '2027-03-18', time: '20:30' }
  const proposed = await press(letter.link('answer'), evening)
  expect(proposed.text).toContain('Your proposed time is being looked at')
  expect(proposed.text).toContain('You can still take one of these instead')
  expect(await journey.today()).toContain('counter')

  const back = await press(letter.link('answer'), { takeBack: proposalIn(proposed.html) })
  expect(back.text).toContain('It has been withdrawn.')
  expect(back.text).toContain('Which time suits Claude Bernard?')
  expect(await journey.session()).toMatchObject({ status: 'offered', proposals: [] })
  expect(await journey.today()).not.toContain('counter')

  await press(letter.link('answer'), evening)
  expect((await pick(letter, options[1])).text).toContain('Thank you. That is all.')
  expect(await journey.session()).toMatchObject({ start: options[1]?.start, proposals: [] })
})

test('on the page of an invite another time is proposed and taken back; the date stands all the while', async () => {
  const journey = await aJourney()
  const { session, toBernard } = await fixSession(journey)
  const link = toBernard.link('invite')
  const free = freeIn((await open(link)).html)
  const proposed = await press(link, { answer: free[2] ?? '' })
  expect(proposed.text).toContain('It is being looked at')
  expect(await journey.session()).toMatchObject({ start: session.start, proposals: [{}] })

  const proposal = proposalIn(proposed.html)
  const back = await press(link, { answer: 'take-back', proposal })
  expect(back.text).toContain('It has been withdrawn.')
  expect(back.text).toContain('This time suits me')
  expect(await journey.session()).toMatchObject({ start: session.start, proposals: [], bumps: 0 })
  expect((await press(link, { answer: 'take-back', proposal })).status).toBe(200)
  expect(await journey.newMail()).toEqual([])
})

test('what a manager has decided meanwhile is not taken back, and the page says so', async () => {
  const journey = await aJourney()
  const { session, toBernard } = await fixSession(journey)
  const link = toBernard.link('invite')
  const proposed = await press(link, { answer: freeIn((await open(link)).html)[2] ?? '' })
  const proposal = proposalIn(proposed.html)
  await journey.post(`/sessions/${session.id}/counters/${proposal}/acceptance`)
  expect((await press(link, { answer: 'take-back', proposal })).status).toBe(409)
  expect(await journey.session()).not.toMatchObject({ start: session.start })
})

test('the mentor takes nothing back that the executive has proposed', async () => {
  const journey = await aJourney()
  const { toBernard, toTom } = await fixSession(journey)
  const link = toBernard.link('invite')
  const proposed = await press(link, { answer: freeIn((await open(link)).html)[2] ?? '' })
  const wrong = await press(toTom.link('invite'), {
    answer: 'take-back',
    proposal: proposalIn(proposed.html),
  })
  expect(wrong.status).toBeGreaterThanOrEqual(400)
  expect((await journey.session()).proposals).toHaveLength(1)
})

async function asked() {
  const journey = await aJourney()
  const session = await journey.offer()
  const [letter] = await journey.newMail()
  if (!letter) throw new Error('nobody was asked')
  await journey.clock(later(MONDAY, 1))
  return { journey, letter, options: session.options }
}
