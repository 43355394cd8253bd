import { expect, test } from 'vitest'

import { NO_CHANGE } from '../../../worker/domain/decision.ts'
import { decideMove } from '../../../worker/domain/session/move.ts'
import { decideRefresh, refreshKey } from '../../../worker/domain/session/refresh.ts'
import { isNewer } from '../../../worker/domain/session/reply.ts'
import { type Invite, inviteOf } from '../../../worker/domain/session/session.ts'
import type { SessionSituation } from '../../../worker/domain/situation.ts'
import { after as later, MINUTE } from '../../../worker/domain/time/time.ts'
import { accepted, aDiaryFor, after, fixed, MANAGER, answerOf, timeOf } from '../../support/rounds.ts'
import { at } from '../../support/times.ts'

const EMPTY = {
  byId: null,
  via: 'calendar',
  sequence: 0,
  dtstamp: null,
  replyTime: null,
  mailDate: null,
} as const

test('an answer is kept with who gave it and by which door', () => {
  const before = fixed()
  const { session } = after(
    before,
    accepted(answerOf(before, 'per_executive', 'ACCEPTED', { byId: 'per_assistant' })),
  )

  expect(inviteOf(session, 'per_executive')).toMatchObject({
    partstat: 'ACCEPTED',
    answer: { byId: 'per_assistant', via: 'calendar' },
  })
})

test('the same answer twice is once', () => {
  const before = fixed()
  const once = after(before, accepted(answerOf(before, 'per_executive', 'ACCEPTED')))

  expect(accepted(answerOf(once, 'per_executive', 'ACCEPTED')).sessions).toEqual([])
})

test('an answer to an older date is history and never counts for the new one', () => {
  const before = fixed()
  const start = later(timeOf(before).start, 60 * MINUTE)
  const moved = after(
    before,
    accepted(decideMove(before, aDiaryFor(before), { start, minutes: null, reason: null }, MANAGER)),
  )

  expect(
    answerOf(withInvites(moved, { sentSequence: 1 }), 'per_executive', 'ACCEPTED', { sequence: 0 }),
  ).toMatchObject({
    refusal: { reason: 'stale-sequence', current: 1 },
  })
})

test('an answer is never stale against a number that its calendar was not handed', () => {
  const numbered = (sentSequence: number | null) => withInvites(fixed(), { sequence: 2, sentSequence })
  for (const sent of [null, 0])
    expect(answerOf(numbered(sent), 'per_executive', 'DECLINED', { sequence: 0 }).ok).toBe(true)
  expect(answerOf(numbered(1), 'per_executive', 'DECLINED', { sequence: 0 })).toMatchObject({
    refusal: { reason: 'stale-sequence', current: 1 },
  })
})

test('an answer written earlier that arrives later does not undo the newer one', () => {
  const before = fixed()
  const newer = after(
    before,
    accepted(answerOf(before, 'per_executive', 'DECLINED', { dtstamp: at('2027-03-15T08:00Z') })),
  )

  expect(answerOf(newer, 'per_executive', 'ACCEPTED', { dtstamp: at('2027-03-15T07:00Z') })).toMatchObject({
    refusal: { reason: 'superseded' },
  })
})

test('after the end no answer counts any more', () => {
  const before = fixed()
  const { end } = timeOf(before)

  expect(answerOf({ ...before, now: end }, 'per_executive', 'ACCEPTED')).toMatchObject({
    refusal: { reason: 'already-over', end },
  })
})

test('of two answers with equal sequence and stamp the reply time decides, then the mail’s date, then arrival', () => {
  const base = { ...EMPTY, dtstamp: at('2027-03-15T08:00Z'), at: at('2027-03-15T09:00Z') }
  const replied = { ...base, replyTime: at('2027-03-15T08:30Z') }

  expect(isNewer({ ...replied, replyTime: at('2027-03-15T08:31Z') }, replied)).toBe(true)
  expect(
    isNewer({ ...base, mailDate: at('2027-03-15T08:10Z') }, { ...base, mailDate: at('2027-03-15T08:20Z') }),
  ).toBe(false)
  expect(isNewer({ ...base, at: at('2027-03-15T09:01Z') }, base)).toBe(true)
  expect(isNewer(base, base)).toBe(true)
})

test('between answers by different doors arrival decides', () => {
  const mailed = { ...EMPTY, dtstamp: at('2027-03-15T08:30Z'), at: at('2027-03-15T09:00Z') }
  const tapped = { ...EMPTY, via: 'link', at: at('2027-03-15T09:05Z') } as const

  expect(isNewer(tapped, mailed)).toBe(true)
  expect(isNewer(mailed, tapped)).toBe(false)
})

test('a calendar that asks again gets the event as it stands, with its own answer in it', () => {
  const before = fixed()
  const answered = after(before, accepted(answerOf(before, 'per_executive', 'ACCEPTED')))
  const uid = inviteOf(answered.session, 'per_executive')?.uid ?? ''
  const by = { id: null, door: 'calendar' } as const
  const { letters } = accepted(decideRefresh(answered, { uid, isAnswered: false }, by))

  expect(letters.map(({ letter }) => letter)).toMatchObject([
    { method: 'REQUEST', uid, sequence: 0, partstat: 'ACCEPTED', reader: { personId: 'per_executive' } },
  ])
})

test('a revision is sent again once an hour: the next hour and the next revision have letters of their own', () => {
  const asked = fixed()
  const uid = inviteOf(asked.session, 'per_executive')?.uid ?? ''
  const by = { id: null, door: 'calendar' } as const
  const again = accepted(decideRefresh(asked, { uid, isAnswered: true }, by))
  expect(again).toBe(NO_CHANGE)

  const keyAt = (moment: string, situation = asked) => refreshKey({ ...situation, now: at(moment) }, uid)
  const key = keyAt('2027-03-15T08:00Z')
  const { letters } = accepted(
    decideRefresh({ ...asked, now: at('2027-03-15T08:00Z') }, { uid, isAnswered: false }, by),
  )
  expect(letters.map(({ dedupeKey }) => dedupeKey)).toEqual([key])
  expect(keyAt('2027-03-15T08:59Z')).toBe(key)
  expect(keyAt('2027-03-15T09:00Z')).not.toBe(key)

  const revised = (change: Partial<Invite>) => {
    const invites = asked.session.invites.map((each) => ({ ...each, ...change }))
    return { ...asked, session: { ...asked.session, invites } }
  }
  expect(keyAt('2027-03-15T08:00Z', revised({ sequence: 1 }))).not.toBe(key)
  expect(keyAt('2027-03-15T08:00Z', revised({ stampedAt: at('2027-03-15T07:59Z') }))).not.toBe(key)
  expect(refreshKey(asked, 'nobody’s')).toBeNull()
})
function withInvites(situation: SessionSituation, parts: Partial<Invite>): SessionSituation {
  const { session } = situation
  return {
    ...situation,
    session: { ...session, invites: session.invites.map((each) => ({ ...each, ...parts })) },
  }
}
