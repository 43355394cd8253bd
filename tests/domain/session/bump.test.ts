import { expect, test } from 'vitest'

import { decideBooking } from '../../../worker/domain/session/book.ts'
import { bumpDueAt, decideBump, decideRelease } from '../../../worker/domain/session/bump.ts'
import { decideCancellation } from '../../../worker/domain/session/cancel.ts'
import { decideCounter } from '../../../worker/domain/session/counter.ts'
import { decideMove } from '../../../worker/domain/session/move.ts'
import { inviteOf } from '../../../worker/domain/session/session.ts'
import {
  decideCounterAcceptance,
  decideCounterRefusal,
} from '../../../worker/domain/session/settle-counter.ts'
import { instant, after as later, MINUTE } from '../../../worker/domain/time/time.ts'
import {
  accepted,
  aDiaryFor,
  after,
  aRound,
  fixed,
  lettersSent,
  MANAGER,
  answerOf,
  timeOf,
} from '../../support/rounds.ts'
import { at } from '../../support/times.ts'

function declined(via: 'calendar' | 'link' = 'calendar') {
  const before = fixed()
  return after(before, accepted(answerOf(before, 'per_executive', 'DECLINED', { via })))
}

test('a decline stands for ten minutes before it is a bump', () => {
  const situation = declined()
  const due = bumpDueAt(situation.session)

  expect(due).toBe(later(situation.now, 10 * MINUTE))
  expect(decideBump({ ...situation, now: instant((due ?? 0) - 1) }, aDiaryFor(situation), 'off_9')).toBeNull()
})

test('a bump frees the mentor with a CANCEL and asks for new times at once', () => {
  const situation = declined()
  const then = { ...situation, now: later(situation.now, 10 * MINUTE) }
  const bump = decideBump(then, aDiaryFor(then), 'off_9')
  if (!bump) throw new Error('no bump')
  const { session } = after(then, bump)

  expect(lettersSent(bump)).toEqual(['CANCEL to per_mentor', 'offer to per_assistant'])
  expect(session).toMatchObject({ status: 'offered', bumps: 1, time: null, offer: { id: 'off_9' } })
  expect(session.offer?.options.some(({ start }) => start === timeOf(situation).start)).toBe(false)
})

test('a decline by calendar keeps the UID for the next date; a decline by link gets a CANCEL', () => {
  const byCalendar = declined('calendar')
  const byLink = declined('link')
  const bump = (situation: typeof byLink) => {
    const then = { ...situation, now: later(situation.now, 10 * MINUTE) }
    return decideBump(then, aDiaryFor(then), 'off_9')
  }

  const kept = bump(byCalendar)?.sessions.at(-1)?.after
  expect(kept && inviteOf(kept, 'per_executive')?.uid).toBe(
    inviteOf(byCalendar.session, 'per_executive')?.uid,
  )
  const dropped = bump(byLink)
  expect(dropped && lettersSent(dropped)).toContain('CANCEL to per_executive')
  expect(dropped?.sessions.at(-1)?.after.invites.every(({ live }) => !live)).toBe(true)
})

test('after two re-offers in a round the manager decides about a third decline', () => {
  const situation = declined()
  const third = {
    ...situation,
    now: later(situation.now, 10 * MINUTE),
    session: { ...situation.session, bumps: 2 },
  }
  const bump = decideBump(third, aDiaryFor(third), 'off_9')

  expect(bump && lettersSent(bump)).toEqual(['CANCEL to per_mentor'])
  expect(bump?.sessions.at(-1)?.after.bumps).toBe(3)
})

test('a mentor’s decline is no bump', () => {
  const before = fixed()
  const situation = after(before, accepted(answerOf(before, 'per_mentor', 'DECLINED')))

  expect(bumpDueAt(situation.session)).toBeNull()
})

test('a move keeps both UIDs, raises both sequences and asks again', () => {
  const before = fixed()
  const start = later(timeOf(before).start, 60 * MINUTE)
  const moved = after(
    before,
    accepted(decideMove(before, aDiaryFor(before), { start, minutes: null, reason: null }, MANAGER)),
  )

  for (const person of ['per_executive', 'per_mentor'] as const) {
    const [was, is] = [inviteOf(before.session, person), inviteOf(moved.session, person)]
    expect(is?.uid).toBe(was?.uid)
    expect(is).toMatchObject({ sequence: 1, partstat: 'NEEDS-ACTION', answer: null })
  }
})

test('a clock set back never lowers a DTSTAMP', () => {
  const before = fixed()
  const earlier = { ...before, now: at('2027-03-15T06:00Z') }
  const start = later(timeOf(before).start, 60 * MINUTE)
  const { letters } = accepted(
    decideMove(earlier, aDiaryFor(earlier), { start, minutes: null, reason: null }, MANAGER),
  )

  for (const { letter } of letters) expect('dtstamp' in letter && letter.dtstamp).toBe(before.now)
})

test('a booking outside the hours needs a written reason; for a taken time no reason helps', () => {
  const situation = aRound()
  const evening = { sessionId: 'ses_1', start: at('2027-03-18T20:00Z'), minutes: 30 } as const
  const past = { ...evening, start: at('2027-03-14T09:00Z') }

  expect(decideBooking(situation, aDiaryFor(situation), { ...evening, reason: null }, MANAGER)).toMatchObject(
    {
      refusal: { reason: 'outside-availability' },
    },
  )
  expect(
    accepted(
      decideBooking(situation, aDiaryFor(situation), { ...evening, reason: 'He asked for it' }, MANAGER),
    ).reason,
  ).toBe('He asked for it')
  expect(
    decideBooking(situation, aDiaryFor(situation), { ...past, reason: 'Please' }, MANAGER),
  ).toMatchObject({
    refusal: { reason: 'in-the-past' },
  })
})

test('a cancellation cancels for both, once', () => {
  const before = fixed()
  const decision = accepted(decideCancellation(before, { reopen: false }, MANAGER))
  const gone = after(before, decision)

  expect(lettersSent(decision).toSorted()).toEqual(['CANCEL to per_executive', 'CANCEL to per_mentor'])
  expect(accepted(decideCancellation(gone, { reopen: false }, MANAGER)).sessions).toEqual([])
})

test('a time proposed by calendar undoes a decline and waits for the manager', () => {
  const situation = declined()
  const time = { start: at('2027-03-24T10:00Z'), end: null }
  const by = { id: 'per_executive', door: 'calendar' } as const
  const asked = after(
    situation,
    accepted(decideCounter(situation, aDiaryFor(situation), { time, personId: 'per_executive', by })),
  )
  const [proposal] = asked.session.proposals
  if (!proposal) throw new Error('no proposal')

  expect(bumpDueAt(asked.session)).toBeNull()
  expect(proposal.end).toBe(at('2027-03-24T10:30Z'))
  const tap = accepted(
    decideCounterAcceptance(asked, aDiaryFor(asked), { proposalId: proposal.id, reason: null }, MANAGER),
  )
  expect(lettersSent(tap)).toEqual(['REQUEST to per_executive', 'REQUEST to per_mentor'])
  expect(timeOf(after(asked, tap)).start).toBe(proposal.start)
})

test('a programme that accepts counters moves the date without a tap', () => {
  const base = fixed()
  const programme = { ...base.programme, policy: { ...base.programme.policy, counters: 'accept' as const } }
  const situation = { ...base, programme }
  const time = { start: at('2027-03-24T10:00Z'), end: at('2027-03-24T10:30Z') }
  const by = { id: 'per_executive', door: 'calendar' } as const

  expect(
    timeOf(
      after(
        situation,
        accepted(decideCounter(situation, aDiaryFor(situation), { time, personId: 'per_executive', by })),
      ),
    ),
  ).toEqual(time)
})

test('a programme that accepts counters does so for calendars alone: an own time by link waits for a tap', () => {
  const base = fixed()
  const programme = { ...base.programme, policy: { ...base.programme.policy, counters: 'accept' as const } }
  const situation = { ...base, programme }
  const time = { start: at('2027-03-24T10:00Z'), end: at('2027-03-24T10:30Z') }
  const by = { id: 'per_executive', door: 'link' } as const
  const decision = accepted(
    decideCounter(situation, aDiaryFor(situation), { time, personId: 'per_executive', by }),
  )

  expect(timeOf(after(situation, decision))).toEqual(timeOf(base))
  expect(after(situation, decision).session.proposals).toMatchObject([
    { ...time, via: 'link', state: 'waiting' },
  ])
  expect(lettersSent(decision)).toEqual([])
})

test('a refused counter is declined to the proposer alone, at the current sequence', () => {
  const base = fixed()
  const time = { start: at('2027-03-24T20:00Z'), end: null }
  const by = { id: 'per_executive', door: 'calendar' } as const
  const asked = after(
    base,
    accepted(decideCounter(base, aDiaryFor(base), { time, personId: 'per_executive', by })),
  )
  const refusal = accepted(
    decideCounterRefusal(asked, { proposalId: asked.session.proposals[0]?.id ?? 'ctr_0' }, MANAGER),
  )

  expect(lettersSent(refusal)).toEqual(['DECLINECOUNTER to per_executive'])
  expect(refusal.letters[0]?.letter).toMatchObject({ sequence: 0 })
})

test('a link that was made for one mentor stays his when the round goes on with another; its CANCEL names it', () => {
  const before = fixed()
  const place = { kind: 'link', url: 'https://rooms.example/stand-in', made: true } as const
  const situation = { ...before, session: { ...before.session, place } }
  const happening = { code: 'mentor-could-not', detail: { start: timeOf(situation).start } } as const
  const placesAfter = (mentorId: 'per_own' | 'per_mentor') => {
    const released = decideRelease(situation, timeOf(situation), happening, { mentorId })
    const cancelled = released.letters.map(({ letter }) => ('place' in letter ? letter.place : null))
    return [released.sessions.at(-1)?.after.place, ...cancelled]
  }
  expect(placesAfter('per_own')).toEqual([null, place, place])
  expect(placesAfter('per_mentor')).toEqual([place, place, place])
})
