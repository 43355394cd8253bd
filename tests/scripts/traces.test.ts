import { expect, test } from 'vitest'

import { examplesOf, type Kept, ordinaryBoxes, participantBoxes } from '../../scripts/traces/corpus.ts'
import { areaUnder, judge, judgeAll } from '../../scripts/traces/judge.ts'
import type { SeenEvent } from '../../scripts/traces/seen.ts'
import { composeMail } from '../../worker/compose/compose.ts'
import { instant } from '../../worker/domain/time/time.ts'
import { anInvite } from '../support/letters.ts'
import { between } from '../support/times.ts'

const SPAN = { from: '2026-12-02', weeks: 26 }
const ONCE = { seed: 1, isExplained: false }

test('two halves of ordinary calendars cannot be told apart', () => {
  const { events, mails } = examplesOf(1, halves(ordinaryBoxes(1, 30, SPAN)))
  for (const examples of [events, mails]) {
    const { each, person } = judge(examples, 'all', ONCE)
    expect(each.auc).toBeGreaterThan(0.38)
    expect(each.auc).toBeLessThan(0.62)
    expect(each.low).toBeLessThan(0.5)
    expect(each.high).toBeGreaterThan(0.5)
    expect(person.low).toBeLessThan(0.5)
    expect(person.high).toBeGreaterThan(0.5)
  }
})

test('a word in each title is found, named, and found only where titles are looked at', () => {
  const boxes = halves(ordinaryBoxes(1, 30, SPAN), ({ title }) => `${title} tell-tale`)
  const { events } = examplesOf(1, boxes)
  const titles = judge(events, 'titles', { seed: 1, isExplained: true })

  expect(titles.each.auc).toBeGreaterThan(0.98)
  expect(titles.person.auc).toBeGreaterThan(0.98)
  expect(titles.tells[0]?.name).toMatch(/^titles: “(?:tell|tale)”$|^titles: (?:words|characters|signs)$/)
  expect(judge(events, 'all', ONCE).each.auc).toBeGreaterThan(0.98)
  expect(judge(events, 'times', ONCE).each.auc).toBeLessThan(0.65)
})

test('the same seed gives the same figures, another seed other calendars', () => {
  const figures = (seed: number) =>
    judgeAll(examplesOf(seed, halves(ordinaryBoxes(seed, 10, SPAN))).events, seed)

  expect(figures(3)).toEqual(figures(3))
  expect(figures(4)).not.toEqual(figures(3))
})

test('the area is the share of pairs in the right order, ties half', () => {
  const [ours, other] = [true, false]
  const sorted = [
    { score: 1, isOurs: other },
    { score: 2, isOurs: ours },
    { score: 2, isOurs: other },
    { score: 3, isOurs: ours },
  ]
  expect(areaUnder(sorted)).toBe(3.5 / 4)
  expect(areaUnder(sorted, ({ score }) => (score === 1 ? 0 : 1))).toBe(1.5 / 2)
  expect(areaUnder([])).toBe(0.5)
})

test('what Sotto writes is read as a calendar shows it, a move and a cancellation too', async () => {
  const [first, moved] = [
    between('2027-03-23T09:00Z', '2027-03-23T09:30Z'),
    between('2027-03-24T09:00Z', '2027-03-24T09:30Z'),
  ]
  const box = async (...letters: readonly Partial<Parameters<typeof anInvite>[0]>[]) => {
    const mails = await Promise.all(
      letters.map(async (each, at) => ({ at: instant(at), raw: await rawOf(each), isOurs: true })),
    )
    const owner = { name: 'Marc Bernard', address: 'marc.bernard@northgate.example', zone: 'Europe/Paris' }
    return participantBoxes(1, [{ id: 'one', owner, mails }], { ...SPAN, weeks: 2 })[0]?.box
  }
  const ours = (events: readonly SeenEvent[] = []) => events.filter(({ isOurs }) => isOurs)
  const asked = { time: first, sequence: 0 }

  const { events, mails } = (await box(asked, { time: moved, sequence: 1 })) ?? {}
  expect(ours(events)).toMatchObject([
    { ...moved, title: '30 min with T. Leroy', revisions: 1, attendees: 1 },
  ])
  expect(mails?.filter(({ isOurs }) => isOurs)).toHaveLength(2)
  expect(mails?.find(({ isOurs }) => isOurs)).toMatchObject({
    method: 'REQUEST',
    subject: '30 min with T. Leroy',
  })
  expect(ours((await box(asked, { ...asked, method: 'CANCEL', sequence: 1 }))?.events)).toEqual([])
})

async function rawOf(each: Parameters<typeof anInvite>[0]): Promise<string> {
  const settings = { origin: 'https://sotto.example', replyDomain: 'reply.sotto.example' }
  const tokenOf = (id: string) => Promise.resolve(`token-${id}`)
  const open = () => Promise.reject(new Error('nothing is sealed'))
  return (await composeMail({ settings, tokenOf, open }, anInvite(each))).raw
}

/** Every second person is called a participant, and a sixth of what he has is called ours. */
function halves(
  boxes: readonly Kept[],
  titleOf: (event: SeenEvent) => string = ({ title }) => title,
): readonly Kept[] {
  return boxes.map(({ box, habits }, index) => {
    const isParticipant = index % 2 === 0
    const isOurs = (uid: string) => isParticipant && sum(uid) % 6 === 0
    const events = box.events.map((event) =>
      isOurs(event.uid) ? { ...event, isOurs: true, title: titleOf(event) } : event,
    )
    const mails = box.mails.map((mail, at) => ({ ...mail, isOurs: isParticipant && at % 6 === 0 }))
    return { habits, box: { ...box, isParticipant, events, mails } }
  })
}

function sum(text: string): number {
  return Array.from(text).reduce((all, letter) => all + (letter.codePointAt(0) ?? 0), 0)
}
