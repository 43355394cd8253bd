import { expect, test } from 'vitest'

import type { PersonId } from '../../../worker/domain/ids.ts'
import {
  afterTry as afterTryOf,
  beforeProbe,
  faultOfTry,
  maySend,
  type Sending,
  SENDING_WORKS,
} from '../../../worker/domain/letter/breaker.ts'
import type { Fault, SendResult } from '../../../worker/domain/letter/mail-port.ts'
import { after, type Instant, MINUTE } from '../../../worker/domain/time/time.ts'
import { at } from '../../support/times.ts'

const NOON = at('2027-03-15T12:00Z')
const SENT: SendResult = { ok: true, providerId: 'one' }

test('one or two failures of our sending stop nothing; the third in a row stops all', () => {
  const twice = [1, 2].reduce((sending) => afterTry(sending, failed('sending'), NOON), SENDING_WORKS)
  expect(maySend(twice, NOON)).toBe('all')
  const stopped = afterTry(twice, failed('sending'), NOON)
  expect(stopped).toMatchObject({ stoppedAt: NOON, failures: 3, error: 'sign-in-535', errorAt: NOON })
  expect(maySend(stopped, NOON)).toBe('none')
})

test('a letter that leaves in between, or a wrong address, shows that sending works', () => {
  for (const result of [SENT, failed('address'), failed('letter')]) {
    const again = [failed('sending'), failed('sending'), result, failed('sending'), failed('sending')].reduce(
      (sending, each) => afterTry(sending, each, NOON),
      SENDING_WORKS,
    )
    expect(maySend(again, NOON)).toBe('all')
  }
})

test('one reader’s bad moment neither stops sending nor ends a stop', () => {
  const busy = [1, 2, 3, 4].reduce((sending) => afterTry(sending, failed('moment'), NOON), SENDING_WORKS)
  expect(maySend(busy, NOON)).toBe('all')
  expect(afterTry(stopped(), failed('moment'), NOON).stoppedAt).toBe(NOON)
})

test('three readers in a row whom a moment refuses alike stop sending, unless their mail may have left or their box rests', () => {
  const busy = failed('moment')
  if (busy.ok) throw new Error('a failure was asked for')
  const three = allRefused(busy, 3)
  expect(three).toMatchObject({ stoppedAt: NOON, error: busy.error })
  expect(maySend(allRefused(busy, 2), NOON)).toBe('all')
  for (const says of [{ mayBeHad: true }, { waitMs: MINUTE }, { isUnasked: true }] as const)
    expect(maySend(allRefused({ ...busy, ...says }, 3), NOON)).toBe('all')
  const tried = { result: busy, readerId: 'per_c' as PersonId, attempts: 1, lastError: null }
  expect(faultOfTry(tried, allRefused(busy, 2), three)).toBe('sending')
  expect(faultOfTry(tried, SENDING_WORKS, allRefused(busy, 1))).toBe('moment')
})

test('while it is stopped one letter is tried after 1, 2, 5, 15 and then every 30 minutes', () => {
  let sending = stopped()
  let now: Instant = NOON
  for (const minutes of [1, 2, 5, 15, 30, 30, 30]) {
    expect(maySend(sending, after(now, minutes * MINUTE - 1)), `before ${minutes}`).toBe('none')
    now = after(now, minutes * MINUTE)
    expect(maySend(sending, now), `after ${minutes}`).toBe('one')
    sending = afterTry(beforeProbe(sending, now), failed('sending'), now)
  }
  expect(sending.stoppedAt).toBe(NOON)
})

test('a success releases everything, and the last failure stays to be read', () => {
  const works = afterTry(beforeProbe(stopped(), NOON), SENT, NOON)
  expect(works).toEqual({ ...SENDING_WORKS, error: 'sign-in-535', errorAt: NOON })
  expect(maySend(works, NOON)).toBe('all')
})

const REFUSED: SendResult = { ok: false, error: 'smtp-recipient-550', fault: 'letter', mayBeHad: false }
const POLICY: SendResult = { ok: false, error: 'smtp-message-550-5.7.1', fault: 'sending', mayBeHad: false }
const UNASKED: SendResult = {
  ok: false,
  error: 'RangeError',
  fault: 'letter',
  mayBeHad: false,
  isUnasked: true,
}
const READERS = ['per_a', 'per_b', 'per_c'] as const

test.each([
  ['a bare 550', REFUSED],
  ['a policy', POLICY],
])('%s: three different readers in a row are our sending, one reader never is', (_, result) => {
  const alone = [1, 2, 3, 4].reduce((sending) => afterTry(sending, result, NOON), SENDING_WORKS)
  expect(maySend(alone, NOON)).toBe('all')
  const two = afterTry(alone, result, NOON, 'per_b')
  expect(maySend(two, NOON)).toBe('all')
  expect(maySend(afterTry(two, result, NOON, 'per_c'), NOON)).toBe('none')
})

test('in a row: another code, or a letter that leaves, begins anew', () => {
  const two = allRefused(REFUSED, 2)
  for (const between of [SENT, POLICY, failed('address'), failed('moment')])
    expect(maySend(afterTry(afterTry(two, between, NOON, 'per_d'), REFUSED, NOON, 'per_c'), NOON)).toBe('all')
})

test('a refusal in doubt never closes the breaker; what was not asked says nothing', () => {
  const open = allRefused(REFUSED, 3)
  for (const result of [REFUSED, POLICY]) expect(afterTry(open, result, NOON, 'per_d').stoppedAt).toBe(NOON)
  expect(afterTry(open, UNASKED, NOON)).toBe(open)
  expect(afterTry(open, failed('address'), NOON).stoppedAt).toBe(null)
  const noSignIn = stopped()
  expect(afterTry(noSignIn, REFUSED, NOON).stoppedAt).toBe(NOON)
})

test('in doubt a letter waits; it is our sending once three are refused alike, and the letter’s once others leave', () => {
  const tried = { result: REFUSED, readerId: 'per_a', attempts: 5, lastError: 'smtp-recipient-550' } as const
  const one = allRefused(REFUSED, 1)
  expect(faultOfTry({ ...tried, attempts: 1, lastError: null }, SENDING_WORKS, one)).toBe('moment')
  expect(faultOfTry(tried, one, one), 'nothing left since').toBe('moment')
  expect(faultOfTry(tried, allRefused(POLICY, 1), one), 'others got another code').toBe('moment')
  expect(faultOfTry({ ...tried, lastError: 'busy' }, SENDING_WORKS, one), 'its first').toBe('moment')
  expect(faultOfTry({ ...tried, attempts: 2 }, SENDING_WORKS, one), 'its second').toBe('moment')
  expect(faultOfTry(tried, SENDING_WORKS, one)).toBe('letter')
  const open = allRefused(REFUSED, 3)
  expect(faultOfTry(tried, allRefused(REFUSED, 2), open)).toBe('sending')
  expect(faultOfTry({ ...tried, readerId: 'per_d' }, open, open)).toBe('sending')
  expect(faultOfTry({ ...tried, result: failed('letter') }, open, open)).toBe('letter')
})

function allRefused(result: SendResult, count: number): Sending {
  return READERS.slice(0, count).reduce(
    (sending, reader) => afterTry(sending, result, NOON, reader),
    SENDING_WORKS,
  )
}

function afterTry(sending: Sending, result: SendResult, now: Instant, readerId: PersonId = 'per_a'): Sending {
  return afterTryOf(sending, { result, readerId }, now)
}

function failed(fault: Fault): SendResult {
  return { ok: false, error: 'sign-in-535', fault, mayBeHad: false }
}

function stopped(): Sending {
  return [1, 2, 3].reduce((sending) => afterTry(sending, failed('sending'), NOON), SENDING_WORKS)
}
