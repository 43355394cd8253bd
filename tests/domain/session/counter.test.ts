import { expect, test } from 'vitest'

import type { PersonId } from '../../../worker/domain/ids.ts'
import { bumpDueAt, decideBump } from '../../../worker/domain/session/bump.ts'
import { type Counter, decideCounter } from '../../../worker/domain/session/counter.ts'
import { inviteOf, type Partstat } from '../../../worker/domain/session/session.ts'
import {
  decideCounterAcceptance,
  decideCounterRefusal,
} from '../../../worker/domain/session/settle-counter.ts'
import { saidBefore } from '../../../worker/domain/session/undo-answer.ts'
import type { SessionSituation } from '../../../worker/domain/situation.ts'
import { after as later, type Instant, MINUTE } from '../../../worker/domain/time/time.ts'
import {
  accepted,
  aDiaryFor,
  after,
  answerOf,
  fixed,
  lettersSent,
  MANAGER,
  timeOf,
} from '../../support/rounds.ts'
import { at, between } from '../../support/times.ts'

const GOOD = between('2027-03-24T10:00Z', '2027-03-24T10:30Z')
const OTHER = between('2027-03-25T10:00Z', '2027-03-25T10:30Z')
const PAST = between('2020-03-24T10:00Z', '2020-03-24T10:30Z')
const STAMP = at('2027-03-15T07:30Z')

test('a time that cannot be leaves its answer, and stands with why and its words until somebody puts it away', () => {
  for (const [time, reason] of [
    [PAST, 'in-the-past'],
    [between('2027-03-24T08:00Z', '2027-03-24T17:00Z'), 'bad-length'],
    [between('2027-03-24T10:00Z', '2027-03-24T10:01Z'), 'bad-length'],
    [between('2027-03-24T10:00Z', '2027-03-24T10:00Z'), 'bad-length'],
  ] as const) {
    const { now, ...before } = fixed()
    const asked = says({ ...before, now }, { time, partstat: 'DECLINED', words: 'Not this week.' })
    expect(partstatOf(asked)).toBe('DECLINED')
    expect(asked.session.proposals).toMatchObject([{ ...time, refusal: { reason }, words: 'Not this week.' }])

    const due = { ...asked, now: later(now, 10 * MINUTE) }
    expect(bumpDueAt(due.session)).toBe(due.now)
    const bumped = after(due, decideBump(due, aDiaryFor(due), 'off_9') ?? fail())
    expect(bumped.session).toMatchObject({
      status: 'offered',
      bumps: 1,
      offer: { id: 'off_9', status: 'open' },
    })

    const [proposal] = bumped.session.proposals
    const wish = { proposalId: proposal?.id ?? 'ctr_0', reason: 'Please' } as const
    expect(decideCounterAcceptance(bumped, aDiaryFor(bumped), wish, MANAGER)).toMatchObject({
      refusal: { reason },
    })
    expect(after(bumped, accepted(decideCounterRefusal(bumped, wish, MANAGER))).session.proposals).toEqual([])
  }
})

test('a time that was taken when it was proposed is never accepted, even if it is free by now', () => {
  const before = fixed()
  const busy = { ...GOOD, sessionId: null, kind: 'busy' } as const
  const diary = aDiaryFor(before)
  const taken = { ...diary, mentor: { ...diary.mentor, busy: [busy] } }
  const asked = after(before, accepted(decideCounter(before, taken, counterOf(before, { time: GOOD }))))
  const wish = { proposalId: asked.session.proposals[0]?.id ?? 'ctr_0', reason: 'Please' } as const

  expect(decideCounterAcceptance(asked, diary, wish, MANAGER)).toMatchObject({
    refusal: { reason: 'slot-taken' },
  })
})

test('a time that cannot be takes the place of no earlier one that can, and does not undo what was answered before', () => {
  const declined = after(
    fixed(),
    accepted(answerOf(fixed(), 'per_executive', 'DECLINED', { dtstamp: at('2027-03-15T07:00Z') })),
  )
  const asked = says(says(declined, { time: PAST, partstat: 'DECLINED' }), {
    time: PAST,
    partstat: 'NEEDS-ACTION',
    stamp: at('2027-03-15T07:40Z'),
  })
  expect(partstatOf(asked)).toBe('DECLINED')

  const real = says(fixed(), { time: GOOD })
  expect(says(real, { time: PAST, stamp: at('2027-03-15T07:40Z') }).session.proposals).toMatchObject([
    GOOD,
    PAST,
  ])
  const newer = says(real, { time: OTHER, stamp: at('2027-03-15T07:40Z') })
  expect(newer.session.proposals).toMatchObject([OTHER])
})

test('words of a proposal that its author replaced go on with the new one', () => {
  const first = says(fixed(), { time: GOOD, words: 'I am in Oslo.' })
  const second = says(first, { time: OTHER, words: 'Or later.', stamp: at('2027-03-15T07:40Z') })

  expect(second.session.proposals).toMatchObject([{ ...OTHER, words: 'I am in Oslo.\n\nOr later.' }])
})

test('a proposal of the mentor does not take the place of the executive’s', () => {
  const both = says(says(fixed(), { time: GOOD }), { time: OTHER, personId: 'per_mentor' })

  expect(both.session.proposals).toMatchObject([
    { ...GOOD, personId: 'per_executive' },
    { ...OTHER, personId: 'per_mentor' },
  ])
})

test('a counter-proposal is ordered as every answer: an older one is history, whatever the policy', () => {
  for (const counters of ['ask', 'accept'] as const) {
    const before = withPolicy(fixed(), { counters })
    const declined = after(
      before,
      accepted(answerOf(before, 'per_executive', 'DECLINED', { dtstamp: at('2027-03-15T07:40Z') })),
    )
    expect(asks(declined, { time: GOOD })).toMatchObject({ refusal: { reason: 'superseded' } })

    const sent = {
      ...before,
      session: {
        ...before.session,
        invites: before.session.invites.map((each) => ({ ...each, sequence: 1, sentSequence: 1 })),
      },
    }
    expect(asks(sent, { time: GOOD, sequence: 0 })).toMatchObject({
      refusal: { reason: 'stale-sequence', current: 1 },
    })
  }
})

test('after a counter-proposal an older answer is history, and so is an older counter-proposal that finds the date moved', () => {
  const asked = says(fixed(), { time: GOOD })
  expect(answerOf(asked, 'per_executive', 'DECLINED', { dtstamp: at('2027-03-15T07:00Z') })).toMatchObject({
    refusal: { reason: 'superseded' },
  })

  const moved = says(withPolicy(fixed(), { counters: 'accept' }), { time: GOOD })
  expect(timeOf(moved)).toEqual(GOOD)
  expect(asks(moved, { time: OTHER, stamp: at('2027-03-15T07:00Z'), sequence: 0 })).toMatchObject({
    refusal: { reason: 'superseded' },
  })
  expect(timeOf(says(moved, { time: OTHER, stamp: at('2027-03-15T07:40Z'), sequence: 0 }))).toEqual(OTHER)
})

test('a number that no calendar was ever given beats no later answer', () => {
  const before = fixed()
  const forged = after(before, accepted(answerOf(before, 'per_executive', 'ACCEPTED', { sequence: 999_999 })))

  expect(inviteOf(forged.session, 'per_executive')?.answer?.sequence).toBe(0)
  const declined = answerOf(forged, 'per_executive', 'DECLINED', { dtstamp: later(forged.now, MINUTE) })
  expect(declined.ok).toBe(true)
})

test('a good time takes the place of the decline it came with; a perhaps counts beside it, and can be undone', () => {
  expect(partstatOf(says(fixed(), { time: GOOD, partstat: 'DECLINED' }))).toBe('NEEDS-ACTION')

  const before = fixed()
  const decision = accepted(asks(before, { time: GOOD, partstat: 'TENTATIVE' }))
  expect(partstatOf(after(before, decision))).toBe('TENTATIVE')
  const invite = inviteOf(after(before, decision).session, 'per_executive') ?? fail()
  const history = decision.sessions.map(({ event }) => event)
  expect(history.map(({ code }) => code)).toEqual(['countered'])
  expect(saidBefore(history, invite)).toBe('NEEDS-ACTION')
})

test('the same proposal in two mails is one, and again after a decline it replaces that', () => {
  const once = says(fixed(), { time: GOOD, partstat: 'DECLINED' })
  expect(accepted(asks(once, { time: GOOD, partstat: 'DECLINED' })).sessions).toEqual([])

  const declined = after(
    once,
    accepted(answerOf(once, 'per_executive', 'DECLINED', { dtstamp: at('2027-03-15T07:40Z') })),
  )
  const again = says(declined, { time: GOOD, stamp: at('2027-03-15T07:50Z') })
  expect(partstatOf(again)).toBe('NEEDS-ACTION')
  expect(again.session.proposals).toHaveLength(1)
})

test('an executive’s counter-proposal that is accepted on a fixed date is a bump, a mentor’s is none', () => {
  for (const [personId, bumps] of [
    ['per_executive', 1],
    ['per_mentor', 0],
  ] as const) {
    const asked = says(fixed(), { time: GOOD, personId })
    const wish = { proposalId: asked.session.proposals[0]?.id ?? 'ctr_0', reason: null } as const
    const taken = accepted(decideCounterAcceptance(asked, aDiaryFor(asked), wish, MANAGER))
    expect(after(asked, taken).session).toMatchObject({ bumps, time: GOOD })
  }
  expect(says(withPolicy(fixed(), { counters: 'accept' }), { time: GOOD }).session.bumps).toBe(1)
})

test('a mentor’s calendar moves nothing by itself unless the programme says so of mentors', () => {
  const before = withPolicy(fixed(), { counters: 'accept' })
  const asked = says(before, { time: GOOD, personId: 'per_mentor' })
  expect(timeOf(asked)).toEqual(timeOf(before))
  expect(asked.session.proposals).toHaveLength(1)

  const trusting = withPolicy(fixed(), { countersOfMentors: 'accept' })
  expect(says(trusting, { time: GOOD, personId: 'per_mentor' }).session).toMatchObject({
    time: GOOD,
    bumps: 0,
  })
})

test('a refused proposal is declined to the calendar it came from, and to nobody once the session is over', () => {
  const asked = says(fixed(), { time: GOOD, personId: 'per_mentor' })
  const wish = { proposalId: asked.session.proposals[0]?.id ?? 'ctr_0' } as const
  expect(lettersSent(accepted(decideCounterRefusal(asked, wish, MANAGER)))).toEqual([
    'DECLINECOUNTER to per_mentor',
  ])

  const over = { ...asked, now: timeOf(asked).end }
  expect(lettersSent(accepted(decideCounterRefusal(over, wish, MANAGER)))).toEqual([])
  expect(decideCounterAcceptance(over, aDiaryFor(over), { ...wish, reason: null }, MANAGER)).toMatchObject({
    refusal: { reason: 'already-over' },
  })
})

test('decided twice alike is decided once, the opposite is refused', () => {
  const asked = says(fixed(), { time: GOOD })
  const wish = { proposalId: asked.session.proposals[0]?.id ?? 'ctr_0', reason: null } as const
  const taken = after(asked, accepted(decideCounterAcceptance(asked, aDiaryFor(asked), wish, MANAGER)))
  const diary = aDiaryFor(taken)

  const again = decideCounterAcceptance(taken, diary, { ...wish, decided: 'accepted' }, MANAGER)
  expect(accepted(again).sessions).toEqual([])
  const opposite = { refusal: { reason: 'no-such-proposal' } }
  expect(decideCounterRefusal(taken, { ...wish, decided: 'accepted' }, MANAGER)).toMatchObject(opposite)
  expect(decideCounterAcceptance(taken, diary, { ...wish, decided: 'refused' }, MANAGER)).toMatchObject(
    opposite,
  )
  expect(accepted(decideCounterRefusal(taken, { ...wish, decided: 'refused' }, MANAGER)).sessions).toEqual([])
})

test('from a link a time that cannot be is refused at once: its author reads why', () => {
  const before = fixed()
  const counter = { ...counterOf(before, { time: PAST }), by: { id: 'per_executive', door: 'link' } as const }
  const { reply: _, ...byLink } = counter

  expect(decideCounter(before, aDiaryFor(before), byLink)).toMatchObject({
    refusal: { reason: 'in-the-past' },
  })
})

test('beside an open offer a proposed time is held like its others, until it is refused', () => {
  const declined = says(fixed(), { time: PAST, partstat: 'DECLINED' })
  const due = { ...declined, now: later(declined.now, 10 * MINUTE) }
  const bumped = after(due, decideBump(due, aDiaryFor(due), 'off_9') ?? fail())
  const asked = says(bumped, { time: GOOD, stamp: at('2027-03-15T07:50Z') })
  expect(asked.session.offer?.options).toContainEqual(expect.objectContaining({ ...GOOD, origin: 'counter' }))

  const proposal = asked.session.proposals.find(({ start }) => start === GOOD.start)
  const refused = after(
    asked,
    accepted(decideCounterRefusal(asked, { proposalId: proposal?.id ?? 'ctr_0' }, MANAGER)),
  )
  expect(refused.session.offer?.options).toEqual(bumped.session.offer?.options)
})

type Said = {
  readonly time: Counter['time']
  readonly partstat?: Partstat
  readonly personId?: PersonId
  readonly stamp?: Instant
  readonly sequence?: number
  readonly words?: string
}

function counterOf(
  { session, now }: SessionSituation,
  { time, partstat = 'NEEDS-ACTION', personId = 'per_executive', stamp = STAMP, sequence, words }: Said,
): Counter {
  const invite = inviteOf(session, personId) ?? fail()
  const answer = {
    byId: personId,
    via: 'calendar' as const,
    sequence: sequence ?? invite.sequence,
    dtstamp: stamp,
    replyTime: null,
    mailDate: null,
    at: now,
  }
  const reply = { uid: invite.uid, partstat, answer }
  return { time, personId, by: { id: personId, door: 'calendar' }, reply, words: words ?? null }
}

function asks(situation: SessionSituation, said: Said) {
  return decideCounter(situation, aDiaryFor(situation), counterOf(situation, said))
}

function says(situation: SessionSituation, said: Said): SessionSituation {
  return after(situation, accepted(asks(situation, said)))
}

function withPolicy(
  situation: SessionSituation,
  policy: Partial<SessionSituation['programme']['policy']>,
): SessionSituation {
  const { programme } = situation
  return { ...situation, programme: { ...programme, policy: { ...programme.policy, ...policy } } }
}

function partstatOf({ session }: SessionSituation): Partstat | undefined {
  return inviteOf(session, 'per_executive')?.partstat
}

function fail(): never {
  throw new Error('not there')
}
