import { expect, test } from 'vitest'

import {
  afterTry,
  beforeProbe,
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

test('a moment’s trouble neither stops sending nor ends a stop', () => {
  const busy = [1, 2, 3, 4].reduce((sending) => afterTry(sending, failed('moment'), NOON), SENDING_WORKS)
  expect(busy).toEqual(SENDING_WORKS)
  expect(afterTry(stopped(), failed('moment'), NOON)).toEqual(stopped())
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

function failed(fault: Fault): SendResult {
  return { ok: false, error: 'sign-in-535', fault, mayBeHad: false }
}

function stopped(): Sending {
  return [1, 2, 3].reduce((sending) => afterTry(sending, failed('sending'), NOON), SENDING_WORKS)
}
