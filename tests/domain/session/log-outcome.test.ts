import { expect, test } from 'vitest'

import { decideAskForOutcome } from '../../../worker/domain/session/ask-for-outcome.ts'
import {
  decideRoundAfterLog,
  decideLogOutcome,
  type OutcomeWish,
} from '../../../worker/domain/session/log-outcome.ts'
import type { SessionSituation } from '../../../worker/domain/situation.ts'
import { addDays } from '../../../worker/domain/time/days.ts'
import { DAY, HOUR, after as later, MINUTE } from '../../../worker/domain/time/time.ts'
import { toWall } from '../../../worker/domain/time/zones.ts'
import { accepted, aDiaryFor, after, fixed, lettersSent, timeOf } from '../../support/rounds.ts'

const TOM = { id: 'per_mentor', door: 'link' } as const
const NOTHING_YET = { logged: null, agreed: null, lastCommitment: null, next: null }

function wish(parts: Partial<OutcomeWish> = {}): OutcomeWish {
  return {
    outcomeId: 'out_1',
    commitmentId: 'com_1',
    result: 'happened',
    commitment: 'Read one thread a week',
    dueOn: null,
    lastDone: null,
    benefit: null,
    evidence: null,
    needsManager: false,
    whyNotHeld: null,
    ...parts,
  }
}

function ended(): SessionSituation {
  const situation = fixed()
  return { ...situation, now: later(timeOf(situation).end, 10 * MINUTE) }
}

test('the mentor is asked five minutes past the end, and not before', () => {
  const situation = fixed()
  const { end } = timeOf(situation)

  expect(decideAskForOutcome({ ...situation, now: later(end, 5 * MINUTE - 1) })).toBeNull()
  const asked = decideAskForOutcome({ ...situation, now: later(end, 5 * MINUTE) })
  expect(asked && lettersSent(asked)).toEqual(['outcome to per_mentor'])
})

test('a mentor whose last day is over by then is not asked', () => {
  const situation = fixed()
  const { end } = timeOf(situation)
  const on = toWall(situation.mentor.zone, end).day
  const leaving = (day: string) => ({
    ...situation,
    now: later(end, DAY),
    mentor: { ...situation.mentor, departure: { on: day, saidAt: situation.now, leftAt: null } },
  })
  expect(decideAskForOutcome(leaving(on))).not.toBeNull()
  expect(decideAskForOutcome(leaving(addDays(on, -1)))).toBeNull()
})

test('a log before the end is refused', () => {
  const situation = fixed()

  expect(decideLogOutcome(situation, NOTHING_YET, wish(), TOM)).toMatchObject({
    refusal: { reason: 'not-over-yet' },
  })
})

test('the next round opens at the log, near the cadence’s date', () => {
  const situation = ended()
  const logged = after(situation, accepted(decideLogOutcome(situation, NOTHING_YET, wish(), TOM)))
  const next = decideRoundAfterLog(logged, aDiaryFor(logged), { sessionId: 'ses_2', offerId: 'off_2' })
  const first = next.sessions.at(-1)?.after.offer?.options[0]

  expect(logged.session.status).toBe('happened')
  expect(next.sessions.map(({ event }) => event.code)).toEqual(['round-opened', 'offered'])
  expect(Math.abs((first?.start ?? 0) - later(timeOf(situation).end, 21 * DAY))).toBeLessThan(7 * DAY)
})

test('within the hour another outcome replaces the first, later it is refused', () => {
  const situation = ended()
  const first = accepted(decideLogOutcome(situation, NOTHING_YET, wish(), TOM))
  const logged = first.outcome?.outcome ?? null
  const reading = { ...NOTHING_YET, logged }
  const soon = { ...after(situation, first), now: later(situation.now, HOUR - 1) }
  const late = { ...soon, now: later(situation.now, HOUR) }

  expect(
    after(soon, accepted(decideLogOutcome(soon, reading, wish({ result: 'did-not-happen' }), TOM))).session
      .status,
  ).toBe('did-not-happen')
  expect(decideLogOutcome(late, reading, wish(), TOM)).toMatchObject({
    refusal: { reason: 'already-logged' },
  })
})

test('moved looks for another time, and can be taken back within the hour', () => {
  const situation = ended()
  const first = accepted(decideLogOutcome(situation, NOTHING_YET, wish({ result: 'moved' }), TOM))
  const moved = after(situation, first)
  const reading = { ...NOTHING_YET, logged: first.outcome?.outcome ?? null }

  expect(moved.session).toMatchObject({ status: 'offered', time: null })
  const back = after(moved, accepted(decideLogOutcome(moved, reading, wish(), TOM)))
  expect(back.session).toMatchObject({ status: 'happened', time: timeOf(situation) })
})

test('a commitment is due before they meet next, unless a day is given', () => {
  const situation = ended()
  const dueOn = (parts: Partial<OutcomeWish>) =>
    accepted(decideLogOutcome(situation, NOTHING_YET, wish(parts), TOM)).outcome?.commitment?.dueOn
  const byCadence = toWall('Europe/Paris', later(timeOf(situation).end, 21 * DAY)).day

  expect(dueOn({})).toBe(byCadence)
  expect(dueOn({ dueOn: '2027-04-01' })).toBe('2027-04-01')
})

test('a logged session is not logged again', () => {
  const situation = ended()
  const first = accepted(decideLogOutcome(situation, NOTHING_YET, wish(), TOM))
  const reading = {
    ...NOTHING_YET,
    logged: first.outcome?.outcome ?? null,
    agreed: first.outcome?.commitment ?? null,
  }
  const soon = { ...after(situation, first), now: later(situation.now, MINUTE) }
  const again = (parts: Partial<OutcomeWish>) =>
    accepted(decideLogOutcome(soon, reading, wish({ outcomeId: 'out_2', ...parts }), TOM)).sessions.length

  expect(again({})).toBe(0)
  expect(again({ commitment: 'Ask one colleague in' })).toBe(1)
  expect(again({ dueOn: '2027-04-01' })).toBe(1)
  expect(again({ needsManager: true })).toBe(1)
})

test('why it fell short is kept with what fell short alone, and said differently it replaces the first', () => {
  const situation = ended()
  const logged = (parts: Partial<OutcomeWish>) =>
    accepted(decideLogOutcome(situation, NOTHING_YET, wish({ whyNotHeld: 'travel', ...parts }), TOM)).outcome
      ?.outcome
  expect(
    (['happened', 'cut-short', 'did-not-happen', 'moved'] as const).map(
      (result) => logged({ result })?.whyNotHeld,
    ),
  ).toEqual([null, 'travel', 'travel', null])

  const missed = wish({ result: 'did-not-happen', whyNotHeld: 'travel' })
  const first = accepted(decideLogOutcome(situation, NOTHING_YET, missed, TOM))
  const soon = { ...after(situation, first), now: later(situation.now, MINUTE) }
  const reading = { ...NOTHING_YET, logged: first.outcome?.outcome ?? null }
  const again = (whyNotHeld: OutcomeWish['whyNotHeld']) =>
    accepted(decideLogOutcome(soon, reading, { ...missed, outcomeId: 'out_2', whyNotHeld }, TOM))
  expect(again('travel').sessions).toEqual([])
  expect(again('of-no-use').outcome?.outcome.whyNotHeld).toBe('of-no-use')
})

test('no event holds why it fell short: events are kept when reasons are purged', () => {
  const missed = wish({ result: 'did-not-happen', whyNotHeld: 'of-no-use' })
  const decision = accepted(decideLogOutcome(ended(), NOTHING_YET, missed, TOM))
  expect(JSON.stringify(decision.sessions.map(({ event }) => event))).not.toContain('of-no-use')
})

test('nothing is agreed in a session that was not held', () => {
  const situation = ended()
  const missed = accepted(decideLogOutcome(situation, NOTHING_YET, wish({ result: 'did-not-happen' }), TOM))

  expect(missed.outcome?.commitment).toBeNull()
})

test('what the mentor saw of the last commitment is said by the same tap, and stands beside what the executive says', () => {
  const situation = ended()
  const lastCommitment = {
    id: 'com_0',
    sessionId: 'ses_0',
    words: 'Answer one question',
    dueOn: null,
    done: null,
    saidDone: 'yes',
    nudgedAt: null,
    madeAt: situation.now,
  } as const
  const { outcome } = accepted(
    decideLogOutcome(situation, { ...NOTHING_YET, lastCommitment }, wish({ lastDone: 'partly' }), TOM),
  )

  expect(outcome?.lastCommitment).toMatchObject({ id: 'com_0', done: 'partly', saidDone: 'yes' })
  expect(outcome?.commitment).toMatchObject({ id: 'com_1', words: 'Read one thread a week' })
})

test('where the programme keeps no stages, what was seen is refused, and what an earlier log said of it stays', () => {
  const off = (situation: SessionSituation): SessionSituation => ({
    ...situation,
    programme: { ...situation.programme, policy: { ...situation.programme.policy, stages: false } },
  })
  const seen = wish({ evidence: 'posting' })
  expect(decideLogOutcome(off(ended()), NOTHING_YET, seen, TOM)).toMatchObject({
    refusal: { reason: 'stages-off' },
  })

  const first = accepted(decideLogOutcome(ended(), NOTHING_YET, seen, TOM))
  const logged = after(ended(), first)
  const reading = { ...NOTHING_YET, logged: first.outcome?.outcome ?? null }
  const again = (parts: Partial<OutcomeWish>) =>
    accepted(decideLogOutcome(off(logged), reading, wish({ outcomeId: 'out_2', ...parts }), TOM)).outcome
      ?.outcome
  expect(again({ needsManager: true })).toMatchObject({ evidence: 'posting', needsManager: true })
  expect(again({ result: 'did-not-happen' })).toMatchObject({ evidence: null })
})
