import { expect, test } from 'vitest'

import type { LetterId } from '../../../worker/domain/ids.ts'
import type { CalendarLetter, Letter } from '../../../worker/domain/letter/letter.ts'
import { decideThread, type Verdict } from '../../../worker/domain/letter/order.ts'
import type { Present } from '../../../worker/domain/letter/present.ts'
import type { ThreadRow } from '../../../worker/domain/letter/thread.ts'
import type { Session } from '../../../worker/domain/session/session.ts'
import { after, HOUR, type Interval } from '../../../worker/domain/time/time.ts'
import { anInvite, anOffer, halfAnHour } from '../../support/letters.ts'
import { anInvited, anOpenOffer, aRound } from '../../support/mornings.ts'
import { at } from '../../support/times.ts'

const NOW = at('2027-03-15T09:00Z')
const FIRST = halfAnHour(at('2027-03-23T09:00Z'))
const SECOND = halfAnHour(at('2027-03-24T09:00Z'))

test('a cancellation overtakes the invite that never left, and is then about nothing', () => {
  const rows = [request(0, FIRST), cancel(1, FIRST)]
  expect(verdicts(rows, cancelled(1))).toEqual(['let_0 supersede let_1', 'let_1 retire never-had'])
})

test('who had the invite, or may have had it, gets the cancellation', () => {
  const had = [
    { ...request(0, FIRST), state: 'sent', mayBeHad: true },
    { ...request(0, FIRST), attempts: 2, mayBeHad: true, dueAt: after(NOW, HOUR) },
    { ...request(0, FIRST), state: 'stopped', mayBeHad: true },
  ] as const
  for (const row of had) expect(verdicts([row, cancel(1, FIRST)], cancelled(1)).at(-1)).toBe('let_1 send')
})

test('of several revisions the last one leaves, and names no time that its reader never saw', () => {
  const rows = [request(0, FIRST), request(1, SECOND, { movedFrom: FIRST })]
  expect(verdicts(rows, fixed(1, SECOND))).toEqual(['let_0 supersede let_1', 'let_1 send'])
  expect(sentOf(rows, fixed(1, SECOND))).toMatchObject({ sequence: 1, movedFrom: null, news: 'time' })
})

test('moved and moved back while mail was down: the invite tells what changed since the one that arrived', () => {
  const sent = { ...request(0, FIRST), state: 'sent', attempts: 1, mayBeHad: true } as const
  const back = [sent, request(1, SECOND, { movedFrom: FIRST }), request(2, FIRST, { movedFrom: SECOND })]
  expect(sentOf(back, fixed(2, FIRST))).toMatchObject({ sequence: 2, movedFrom: null })
  const third = halfAnHour(at('2027-03-25T09:00Z'))
  const on = [sent, request(1, SECOND, { movedFrom: FIRST }), request(2, third, { movedFrom: SECOND })]
  expect(sentOf(on, fixed(2, third))).toMatchObject({ movedFrom: FIRST })
})

test('what only the lost invite said is said by the next one', () => {
  const rows = [
    request(0, FIRST, { firstContact: true, asks: 'midway', answeredBy: 'Odile' }),
    request(1, SECOND),
  ]
  expect(sentOf(rows, fixed(1, SECOND))).toMatchObject({
    firstContact: true,
    asks: 'midway',
    answeredBy: 'Odile',
  })
})

test('after the first try not an octet changes', () => {
  const tried = { ...request(1, SECOND, { movedFrom: FIRST }), attempts: 1 }
  const rows = [{ ...request(0, FIRST), state: 'superseded' as const }, tried]
  expect(sentOf(rows, fixed(1, SECOND))).toBe(tried.letter)
})

test('an invite that the present contradicts is retired, whatever contradicts it', () => {
  const row = request(1, SECOND)
  for (const [session, why] of [
    [fixed(2, SECOND), 'moved'],
    [fixed(1, FIRST), 'moved'],
    [cancelled(1), 'called-off'],
    [{ ...fixed(1, SECOND), status: 'offered', time: null }, 'called-off'],
  ] as const)
    expect(verdicts([row], session)).toEqual([`let_1 retire ${why}`])
  expect(verdicts([row], fixed(1, SECOND), after(SECOND.end, 0))).toEqual(['let_1 retire over'])
})

test('no invite leaves after its cancellation, or after a later one', () => {
  const gone = { ...cancel(1, FIRST), state: 'sent', mayBeHad: true } as const
  expect(verdicts([gone, request(2, SECOND)], fixed(2, SECOND))).toEqual(['let_2 retire called-off'])
  const later = { ...request(1, SECOND), state: 'sent', mayBeHad: true } as const
  expect(verdicts([later, { ...request(0, FIRST), id: 'let_0' }], fixed(0, FIRST))).toEqual([
    'let_0 supersede let_1',
  ])
})

test('a cancellation leaves also when the hour has passed: else the calendar keeps what was called off', () => {
  const had = { ...request(0, FIRST), state: 'sent', mayBeHad: true } as const
  expect(verdicts([had, cancel(1, FIRST)], cancelled(1), after(FIRST.end, HOUR))).toEqual(['let_1 send'])
})

test('an invite for an hour that has passed leaves only where the calendar shows another hour that is to come', () => {
  const early = halfAnHour(at('2027-03-16T09:00Z'))
  const had = { ...request(0, SECOND), state: 'sent', mayBeHad: true } as const
  const now = after(early.end, HOUR)
  expect(verdicts([had, request(1, early)], fixed(1, early), now)).toEqual(['let_1 send'])
  const lost = { ...request(1, early), id: 'let_l', state: 'superseded', mayBeHad: true } as const
  expect(verdicts([had, lost, request(1, early)], fixed(1, early), now)).toEqual(['let_1 send'])
  const past = { ...request(0, FIRST), state: 'sent', mayBeHad: true } as const
  expect(verdicts([past, request(1, SECOND)], fixed(1, SECOND), after(SECOND.end, HOUR))).toEqual([
    'let_1 retire over',
  ])
  expect(verdicts([request(1, early)], fixed(1, early), now)).toEqual(['let_1 retire over'])
})

test('“the time stays” waits for the invite before it, and a later invite overtakes it', () => {
  const stays = row({ ...request(0, FIRST).letter, method: 'DECLINECOUNTER', id: 'let_d' }, 'let_d')
  const waiting = { ...request(0, FIRST), attempts: 1, dueAt: after(NOW, HOUR) }
  expect(verdicts([waiting, stays], fixed(0, FIRST))).toEqual([`let_d wait ${after(NOW, HOUR)}`])
  expect(verdicts([{ ...waiting, dueAt: NOW }, stays], fixed(0, FIRST))).toEqual(['let_0 send'])
  expect(verdicts([stays, request(1, SECOND)], fixed(1, SECOND))).toEqual([
    'let_d supersede let_1',
    'let_1 send',
  ])
})

test('what makes a letter false may still be taken back: it waits, and is not lost', () => {
  const undoable = { ...request(1, SECOND), dueAt: after(NOW, HOUR) }
  expect(verdicts([request(0, FIRST), undoable], fixed(1, SECOND))).toEqual([
    `let_0 wait ${after(NOW, HOUR)}`,
  ])
})

test('an offer that another offer or an answer has overtaken does not leave', () => {
  const offer = anOffer({ heldUntil: after(NOW, 48 * HOUR) })
  const waiting = row({ ...offer, id: 'let_o' }, 'let_o')
  expect(verdicts([waiting], offered(offer.offerId))).toEqual(['let_o send'])
  expect(verdicts([waiting], offered('off_another'))).toEqual(['let_o retire answered'])
  expect(verdicts([waiting], { ...offered(offer.offerId), offer: null })).toEqual(['let_o retire answered'])
  const newer = row({ ...offer, offerId: 'off_2', id: 'let_p' }, 'let_p')
  expect(verdicts([waiting, newer], offered('off_2'))).toEqual(['let_o supersede let_p', 'let_p send'])
})

function verdicts(rows: readonly ThreadRow[], session: Session, now = NOW): readonly string[] {
  return decided(rows, session, now).map((each) => {
    const more = 'by' in each ? each.by : 'why' in each ? each.why : 'until' in each ? each.until : ''
    return `${each.row.id} ${each.act} ${more}`.trim()
  })
}

function sentOf(rows: readonly ThreadRow[], session: Session): Letter | undefined {
  return decided(rows, session, NOW).flatMap((each) => (each.act === 'send' ? [each.letter] : []))[0]
}

function decided(rows: readonly ThreadRow[], session: Session, now: Present['now']): readonly Verdict[] {
  const { reader } = anOffer()
  const about = {
    session,
    place: null,
    mentorName: 'Tom Leroy',
    isMentorHere: true,
    isExecutiveHere: true,
    assistantIds: [reader.personId],
    pairingStatus: 'active',
    openCommitment: null,
    agreed: null,
    inWriting: false,
    arrivedAt: null,
  } as const
  return decideThread(
    rows,
    {
      now,
      sessions: new Map([[session.id, about]]),
      readers: new Map(),
      told: new Map(),
      openLinks: new Set(),
      health: null,
    },
    (prefix) => `${prefix}_new`,
  )
}

function request(sequence: number, time: Interval, parts: Partial<CalendarLetter> = {}) {
  const id: LetterId = `let_${sequence}`
  const letter = anInvite({ id, sequence, time, dtstamp: at('2027-03-15T08:00Z'), ...parts })
  return { ...row(letter, id), letter }
}

function cancel(sequence: number, time: Interval): ThreadRow {
  return request(sequence, time, { method: 'CANCEL' })
}

function row(letter: Letter, id: LetterId): ThreadRow {
  return {
    id,
    letter,
    isUnopenable: false,
    state: 'waiting',
    attempts: 0,
    dueAt: NOW,
    mayBeHad: false,
    error: null,
    isQuiet: false,
  }
}

function fixed(sequence: number, time: Interval): Session {
  return sessionWith({ status: 'fixed', time, invites: [{ ...invited(), sequence }] })
}

function cancelled(sequence: number): Session {
  const invite = { ...invited(), sequence, live: false }
  return sessionWith({ status: 'cancelled', time: FIRST, invites: [invite] })
}

function offered(id: NonNullable<Session['offer']>['id']): Session {
  const offer = anOpenOffer({ id, askedId: anOffer().reader.personId, heldUntil: after(NOW, 48 * HOUR) })
  return sessionWith({ status: 'offered', time: null, offer })
}

function sessionWith(parts: Partial<Session>): Session {
  return aRound({ id: anInvite().sessionId, ...parts })
}

function invited(): Session['invites'][number] {
  const { uid, reader, dtstamp } = anInvite()
  return anInvited(reader.personId, { uid, stampedAt: dtstamp })
}
