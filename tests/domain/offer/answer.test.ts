import { expect, test } from 'vitest'

import { decideAnswer } from '../../../worker/domain/offer/answer.ts'
import { inviteOf } from '../../../worker/domain/session/session.ts'
import {
  accepted,
  after,
  aDiaryFor,
  aRound,
  fixed,
  lettersSent,
  offered,
  ODILE,
  pick,
  timeOf,
} from '../../support/rounds.ts'
import { aPerson } from '../../support/situations.ts'
import { at } from '../../support/times.ts'
import { aSessionAt } from '../../support/times.ts'

test('a tap fixes the date, and each gets an invite of his own', () => {
  const open = offered()
  const decision = accepted(pick(open, 1))
  const { session } = after(open, decision)

  expect(session).toMatchObject({ status: 'fixed', time: { start: open.session.offer?.options[1]?.start } })
  expect(lettersSent(decision)).toEqual(['REQUEST to per_executive', 'REQUEST to per_mentor'])
  const [mine, his] = [inviteOf(session, 'per_executive'), inviteOf(session, 'per_mentor')]
  expect(mine?.uid).not.toBe(his?.uid)
  expect([mine?.sequence, mine?.partstat]).toEqual([0, 'NEEDS-ACTION'])
})

test('neither invite names the other’s address', () => {
  const { letters } = accepted(pick(offered(), 0))

  for (const { letter } of letters) {
    const other = letter.reader.personId === 'per_mentor' ? 'per_executive' : 'per_mentor'
    expect(JSON.stringify(letter)).not.toContain(other)
  }
})

test('the same tap again changes nothing, and another is told who answered', () => {
  const open = offered()
  const done = after(open, accepted(pick(open, 0)))

  expect(accepted(pick(done, 0)).sessions).toEqual([])
  expect(pick(done, 1, { id: 'per_executive', door: 'link' })).toMatchObject({
    refusal: { reason: 'already-answered', byId: 'per_assistant', start: timeOf(done).start },
  })
})

test('“move it” after an answer moves the date and counts as a bump', () => {
  const open = offered()
  const done = after(open, accepted(pick(open, 0)))
  const other = done.session.offer?.options[1]
  if (!other) throw new Error('no second option')
  const wish = { offerId: 'off_1', kind: 'option', optionId: other.id, move: true } as const
  const moved = after(done, accepted(decideAnswer(done, aDiaryFor(done), wish, ODILE)))

  expect(timeOf(moved).start).toBe(other.start)
  expect(moved.session.bumps).toBe(1)
  expect(inviteOf(moved.session, 'per_executive')?.sequence).toBe(1)
})

test('a time held past its hour is no longer there to be picked', () => {
  const open = offered()
  const heldUntil = open.session.offer?.heldUntil ?? open.now

  expect(pick({ ...open, now: heldUntil }, 0)).toMatchObject({
    refusal: { reason: 'offer-expired', at: heldUntil },
  })
})

test('an own time that is free for both is fixed at once', () => {
  const open = offered()
  const start = at('2027-03-19T13:00Z')
  const done = after(
    open,
    accepted(decideAnswer(open, aDiaryFor(open), { offerId: 'off_1', kind: 'own', start }, ODILE)),
  )

  expect(done.session.status).toBe('fixed')
  expect(timeOf(done).start).toBe(start)
})

test('an own time that is already held is that option, not another', () => {
  const open = offered()
  const option = open.session.offer?.options[1]
  if (!option) throw new Error('no second option')
  const wish = { offerId: 'off_1', kind: 'own', start: option.start } as const
  const { session } = after(open, accepted(decideAnswer(open, aDiaryFor(open), wish, ODILE)))

  expect(session.offer?.answer?.optionId).toBe(option.id)
  expect(session.offer?.options).toHaveLength(open.session.offer?.options.length ?? 0)
})

test('an own time outside the hours waits for the manager, and nothing is sent', () => {
  const open = offered()
  const start = at('2027-03-19T20:00Z')
  const decision = accepted(
    decideAnswer(open, aDiaryFor(open), { offerId: 'off_1', kind: 'own', start }, ODILE),
  )

  expect(lettersSent(decision)).toEqual([])
  expect(after(open, decision).session).toMatchObject({
    status: 'offered',
    proposals: [{ start, personId: 'per_assistant' }],
  })
})

test('an own time that is taken says until when', () => {
  const open = offered()
  const diary = aDiaryFor(open)
  const busy = [aSessionAt('2027-03-19T13:00Z', '2027-03-19T14:00Z')]
  const taken = { ...diary, mentor: { ...diary.mentor, busy } }
  const wish = { offerId: 'off_1', kind: 'own', start: at('2027-03-19T13:30Z') } as const

  expect(decideAnswer(open, taken, wish, ODILE)).toMatchObject({
    refusal: { reason: 'slot-taken', until: at('2027-03-19T14:00Z') },
  })
})

test('the first date makes a proposed pairing active', () => {
  const open = offered()
  const proposed = { ...open, pairing: { ...open.pairing, status: 'proposed' as const } }

  expect(accepted(pick(proposed, 0)).pairings).toMatchObject([
    { after: { id: 'pai_1', status: 'active', version: proposed.pairing.version + 1 } },
  ])
  expect(fixed().session.status).toBe('fixed')
})

test('on the go, whoever answers may take a quarter of an hour of a time, and the rest is free', () => {
  const open = offered(aRound({ executive: onTheGo() }))
  const done = after(open, accepted(pickQuarter(open)))
  const [option] = open.session.offer?.options ?? []

  expect(done.session).toMatchObject({ status: 'fixed', minutes: 15 })
  expect(timeOf(done)).toEqual({ start: option?.start, end: (option?.start ?? 0) + 15 * 60_000 })
  expect(accepted(pickQuarter(done)).sessions).toEqual([])
})

test('nobody else may shorten it, and nobody where the executive’s rules forbid it', () => {
  const usual = offered()
  expect(pickQuarter(usual)).toMatchObject({ refusal: { reason: 'length-not-offered' } })
  const never = offered(aRound({ executive: { ...onTheGo(), rules: { quarter: false } } }))
  expect(pickQuarter(never)).toMatchObject({ refusal: { reason: 'length-not-offered' } })
})

test('a quarter of an hour after the whole was taken is no repeat, but a move', () => {
  const open = offered(aRound({ executive: onTheGo() }))
  const whole = after(open, accepted(pick(open, 0)))
  expect(pickQuarter(whole)).toMatchObject({ refusal: { reason: 'already-answered' } })
  expect(after(whole, accepted(pickQuarter(whole, true))).session).toMatchObject({ minutes: 15 })
})

function onTheGo() {
  return aPerson('per_executive', { name: 'Claude Bernard', blockers: ['on-the-go'] })
}

function pickQuarter(situation: ReturnType<typeof offered>, move = false) {
  const [option] = situation.session.offer?.options ?? []
  if (!option) throw new Error('no option')
  const wish = { offerId: 'off_1', kind: 'option', optionId: option.id, move, quarter: true } as const
  return decideAnswer(situation, aDiaryFor(situation), wish, ODILE)
}
