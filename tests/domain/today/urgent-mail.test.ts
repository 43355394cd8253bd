import { expect, test } from 'vitest'

import type { Proposal, Session } from '../../../worker/domain/session/session.ts'
import { iso } from '../../../worker/domain/time/time.ts'
import type { Morning } from '../../../worker/domain/today/item.ts'
import { asToldNow, toldNow } from '../../../worker/domain/today/told-now.ts'
import {
  decideUrgent,
  heardNow,
  nextUrgentAt,
  type Told,
  type UrgentMail,
} from '../../../worker/domain/today/urgent-mail.ts'
import { type GivenUp, urgentLines } from '../../../worker/domain/today/urgent.ts'
import { aFixed, aMorning, anInvited, aRound, saidAt } from '../../support/mornings.ts'
import { aPerson } from '../../support/situations.ts'
import { at, between } from '../../support/times.ts'

const NOW = '2027-03-22T08:00Z'
const nadia = aPerson('per_nadia')

function linesOf(
  sessions: readonly Session[],
  parts: Partial<Morning> = {},
  givenUp: readonly GivenUp[] = [],
) {
  return urgentLines({ morning: aMorning({ now: at(NOW), sessions, ...parts }), givenUp })
}

function cannotCome(start: string, byId: `per_${string}` | null = 'per_mentor'): Session {
  const answer = saidAt('2027-03-22T07:00Z')
  const invite = anInvited('per_mentor', { partstat: 'DECLINED', answer: answer && { ...answer, byId } })
  return aFixed(start, { invites: [invite] })
}

test('a line is urgent from when it arose, or from a day before its date', () => {
  const [near] = linesOf([cannotCome('2027-03-22T12:00Z')])
  expect(near && iso(near.from)).toBe('2027-03-22T07:00:00Z')
  const [far] = linesOf([cannotCome('2027-03-25T12:00Z')])
  expect(far && iso(far.from)).toBe('2027-03-24T12:00:00Z')
  expect(far && iso(nextUrgentAt([far], at(NOW)))).toBe('2027-03-23T08:00:00Z')
  expect(heardNow(far ? [far] : [], [nadia], at(NOW))).toEqual([{ hearer: nadia, lines: [] }])
})

test('a proposed time, a waiting mail, an invite that did not arrive and a stopped address are; a brief is not', () => {
  const proposal: Proposal = {
    ...between('2027-03-24T09:00Z', '2027-03-24T09:30Z'),
    id: 'ctr_1',
    personId: 'per_executive',
    via: 'calendar',
    at: at(NOW),
    state: 'waiting',
    refusal: null,
    words: null,
  }
  const session = aFixed('2027-03-22T12:00Z', { proposals: [proposal] })
  const about = { at: at(NOW), personId: 'per_executive', sessionId: session.id } as const
  const lines = linesOf([session], {
    waiting: [
      { ...about, id: 'rcv_1' },
      { ...about, id: 'rcv_2', sessionId: null },
    ],
    failed: [
      { ...about, id: 'let_1', isInvite: true },
      { ...about, id: 'let_2', isInvite: false },
    ],
    bounced: [{ personId: 'per_executive', at: at(NOW) }],
    // Not ready to be booked is never urgent, even the day before.
    notReady: [{ personId: 'per_mentor', at: at(NOW) }],
  })
  expect(lines.map(({ key }) => key).toSorted()).toEqual([
    'address-bounced:per_executive',
    'answer-waiting:rcv_1',
    'answer-waiting:rcv_2',
    'counter:ctr_1',
    'undelivered:let_1',
  ])
})

test('a date given up within a day of its start is told as long as the round has none', () => {
  const lost = { sessionId: 'ses_1', start: at('2027-03-23T07:00Z'), at: at(NOW) } as const
  expect(linesOf([aRound({ bumps: 1 })], {}, [lost]).map(({ news }) => news)).toEqual(['given-up'])
  expect(linesOf([aRound()], {}, [{ ...lost, start: at('2027-03-24T07:00Z') }])).toEqual([])
  expect(linesOf([aFixed('2027-03-30T07:00Z')], {}, [lost])).toEqual([])
  expect(linesOf([], {}, [lost])).toEqual([])
})

test('nobody is told of her own act, and neither is her deputy of it', () => {
  const own = linesOf([cannotCome('2027-03-22T12:00Z', 'per_nadia')])
  const jean = aPerson('per_jean')
  const heard = heardNow(own, [nadia, jean], at(NOW)).map(({ hearer, lines }) => [hearer.id, lines.length])
  expect(heard).toEqual([
    ['per_nadia', 0],
    ['per_jean', 1],
  ])
  const away = { ...nadia, awayUntil: '2027-03-22', deputyId: 'per_jean' } as const
  expect(
    heardNow(own, [away, { ...jean, notify: 'none' }], at(NOW)).map(({ lines }) => lines.length),
  ).toEqual([0])
})

const kept = (mail: UrgentMail | null, createdAt: string): Told => {
  if (mail?.kind !== 'new') throw new Error('no new mail')
  const { dedupeKey, letter, dueAt } = mail.outgoing
  return { dedupeKey, letter, dueAt, createdAt: at(createdAt) }
}

test('the first leaves at once, the next five minutes are gathered in one more, then one leaves at once again', () => {
  const lines = ['2027-03-22T12:00Z', '2027-03-22T13:00Z', '2027-03-22T14:00Z', '2027-03-22T15:00Z'].flatMap(
    (start, index) => linesOf([{ ...cannotCome(start), id: `ses_${index}` }]),
  )
  const decide = (count: number, told: readonly Told[], now: string, id: `let_${string}`) =>
    decideUrgent(nadia, lines.slice(0, count), told, { id, now: at(now) })

  const first = kept(decide(1, [], NOW, 'let_1'), NOW)
  expect(iso(first.dueAt)).toBe('2027-03-22T08:00:00Z')
  expect(decide(1, [first], '2027-03-22T08:01Z', 'let_2')).toBeNull()

  const second = kept(decide(2, [first], '2027-03-22T08:02Z', 'let_2'), '2027-03-22T08:02Z')
  expect(iso(second.dueAt)).toBe('2027-03-22T08:05:00Z')
  const more = decide(3, [second, first], '2027-03-22T08:04Z', 'let_3')
  expect(more).toMatchObject({
    kind: 'more',
    letter: { id: 'let_2' },
    lines: [{ key: 'mentor-cannot:ses_2' }],
  })

  const third = decide(4, [second, first], '2027-03-22T08:06Z', 'let_3')
  expect(third?.kind === 'new' && iso(third.outgoing.dueAt)).toBe('2027-03-22T08:06:00Z')
})

test('when it leaves it says what is still so, to who is to hear it', () => {
  const mail = decideUrgent(nadia, linesOf([cannotCome('2027-03-22T12:00Z')]), [], {
    id: 'let_1',
    now: at(NOW),
  })
  const letter = mail?.kind === 'new' && mail.outgoing.letter.kind === 'urgent' ? mail.outgoing.letter : null
  if (!letter) throw new Error('no letter')
  const now = (sessions: readonly Session[], managers = [nadia]) => {
    const telling = { morning: aMorning({ now: at(NOW), sessions }), givenUp: [] }
    return new Map([[telling.morning.programme.id, toldNow(telling, managers)]])
  }
  const session = cannotCome('2027-03-22T12:00Z')
  expect(asToldNow(letter, now([session]), at(NOW))).toBe(letter)
  expect(asToldNow(letter, now([aFixed('2027-03-22T12:00Z')]), at(NOW))).toBeNull()
  expect(asToldNow(letter, now([session], [{ ...nadia, notify: 'morning' }]), at(NOW))).toBeNull()
  expect(asToldNow(letter, now([session]), at('2027-03-22T12:00Z'))).toBeNull()
  const moved = asToldNow(letter, now([cannotCome('2027-03-22T14:00Z')]), at(NOW))
  expect(moved?.lines.map(({ start }) => start)).toEqual([at('2027-03-22T14:00Z')])
})
