import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { root } from '../../../scripts/root.ts'
import {
  FAULTS,
  faultOfBinding,
  faultOfConnection,
  faultOfEvent,
  faultOfReply,
  faultOfStatus,
  isDoubtful,
  REST_MS,
  type SmtpStage,
} from '../../../worker/domain/letter/fault.ts'
import type { Fault } from '../../../worker/domain/letter/mail-port.ts'
import { blameOf } from '../../../worker/domain/letter/suppression.ts'

const WHO = 'claude@northwind.example'

test('docs/interop.md has the rows of the table, one for one', () => {
  const lines = readFileSync(join(root, 'docs/interop.md'), 'utf8').split('\n')
  const written = lines.flatMap((line) => {
    const [, source, said, fault, also, why] =
      /^\| (status|smtp|connection|cloudflare|event) \| ([^|]+) \| (\w+) \| ?([^|]*?) ?\| (.+) \|$/.exec(
        line,
      ) ?? []
    const codes = Array.from((said ?? '').matchAll(/`([^`]+)`/g), ([, code]) => code)
    return source ? [{ source, said: codes, fault, also: also || null, hasReason: why !== '' }] : []
  })

  expect(written).toEqual(FAULTS.map((row) => ({ ...row, hasReason: true })))
})

test('no code stands twice in a source', () => {
  const codes = FAULTS.flatMap(({ source, said }) => said.map((code) => `${source} ${code}`))
  expect(new Set(codes).size).toBe(codes.length)
})

describe('a reply of the relay', () => {
  const cases: readonly (readonly [SmtpStage, number, string | null, Fault])[] = [
    ['greeting', 421, '4.3.2', 'sending'],
    ['greeting', 554, null, 'sending'],
    ['ehlo', 550, null, 'sending'],
    ['starttls', 454, '4.7.0', 'sending'],
    ['auth', 535, '5.7.8', 'sending'],
    ['auth', 454, '4.7.0', 'sending'],
    ['sender', 553, null, 'sending'],
    ['sender', 550, '5.1.8', 'sending'],
    ['sender', 550, '5.1.7', 'sending'],
    ['sender', 530, '5.7.0', 'sending'],
    // Not even a status about a mailbox: MAIL FROM names ours.
    ['sender', 550, '5.1.1', 'sending'],
    ['sender', 552, '5.3.4', 'letter'],
    ['sender', 451, null, 'moment'],
    ['recipient', 550, '5.1.1', 'address'],
    ['recipient', 550, '5.1.2', 'address'],
    ['recipient', 501, '5.1.3', 'address'],
    ['recipient', 551, '5.1.6', 'address'],
    ['recipient', 556, '5.1.10', 'address'],
    ['recipient', 556, null, 'address'],
    ['recipient', 550, '5.2.1', 'address'],
    ['recipient', 550, '5.1.7', 'sending'],
    ['recipient', 550, '5.1.8', 'sending'],
    ['recipient', 550, '5.1.90', 'sending'],
    ['recipient', 550, '5.4.5', 'sending'],
    ['recipient', 554, '5.7.1', 'sending'],
    ['recipient', 550, '5.7.1', 'sending'],
    ['recipient', 530, null, 'sending'],
    ['recipient', 535, '5.7.8', 'sending'],
    ['recipient', 503, null, 'sending'],
    ['recipient', 552, '5.2.2', 'moment'],
    ['recipient', 552, null, 'moment'],
    ['recipient', 452, '4.2.2', 'moment'],
    ['recipient', 450, '4.7.1', 'moment'],
    ['recipient', 421, null, 'moment'],
    ['recipient', 421, '4.7.28', 'sending'],
    ['recipient', 550, '5.4.1', 'moment'],
    ['recipient', 550, null, 'letter'],
    ['recipient', 551, null, 'letter'],
    ['recipient', 553, null, 'letter'],
    ['recipient', 554, null, 'letter'],
    ['recipient', 550, '5.1.0', 'letter'],
    // The class of a status that is not the reply's says nothing.
    ['recipient', 450, '5.1.1', 'moment'],
    ['data', 554, '5.5.1', 'letter'],
    ['data', 503, null, 'sending'],
    ['message', 550, '5.1.1', 'address'],
    ['message', 552, '5.3.4', 'letter'],
    ['message', 552, null, 'letter'],
    ['message', 554, '5.6.0', 'letter'],
    ['message', 554, '5.7.1', 'sending'],
    ['message', 550, '5.2.252', 'sending'],
    ['message', 451, '4.3.0', 'moment'],
    ['message', 554, null, 'letter'],
  ]
  test.each(cases)('%s %d %s is a fault of %4$s', (stage, code, status, fault) => {
    expect(faultOfReply(stage, code, status).fault).toBe(fault)
  })

  test('leaves no doubt that a refused mail was not taken', () => {
    for (const [stage, code, status] of cases)
      expect(faultOfReply(stage, code, status).mayBeHad, `${stage} ${code} ${status}`).toBe(false)
  })

  test('marks an address only where it says that the address is wrong', () => {
    for (const [stage, code, status, fault] of cases) {
      const blame = blameOf(WHO, faultOfReply(stage, code, status), 'code')
      const marks =
        fault === 'address' ? 'permanent' : code === 552 && stage === 'recipient' ? 'moment' : undefined
      expect(blame?.kind, `${stage} ${code} ${status}`).toBe(marks)
    }
  })

  test('without a status it may be our sending, if several readers get it', () => {
    expect(faultOfReply('recipient', 550, null).isDoubtful).toBe(true)
    expect(faultOfReply('recipient', 550, '5.1.1').isDoubtful).toBe(false)
    expect(faultOfReply('recipient', 450, null).isDoubtful).toBe(false)
  })
})

test.each([
  ['smtp-recipient-550', true],
  ['smtp-message-554', true],
  ['smtp-message-550-5.7.1', true],
  ['smtp-recipient-530', true],
  ['E_RECIPIENT_NOT_ALLOWED', true],
  ['smtp-recipient-550-5.1.1', false],
  ['smtp-recipient-550-5.1.90', false],
  ['smtp-sender-550', false],
  ['smtp-auth-535-5.7.8', false],
  ['smtp-message-552', false],
  ['smtp-recipient-450', false],
  ['smtp-recipient-timeout', false],
  ['E_DAILY_LIMIT_EXCEEDED', false],
  ['RangeError', false],
] as const)('other readers have to say whose fault %s is: %s', (code, inDoubt) => {
  expect(isDoubtful(code)).toBe(inDoubt)
})

test.each([
  ['5.1.1', 'address', 'permanent'],
  ['5.1.10', 'address', 'permanent'],
  ['5.2.1', 'address', 'permanent'],
  ['5.2.2', 'moment', 'moment'],
  ['4.2.2', 'moment', undefined],
  ['4.4.1', 'moment', undefined],
  ['4.4.7', 'moment', undefined],
  ['5.4.4', 'moment', undefined],
  ['5.1.7', 'sending', undefined],
  ['5.7.1', 'sending', undefined],
  ['5.7.26', 'sending', undefined],
  ['5.6.0', 'letter', undefined],
  ['5.0.0', 'letter', undefined],
  [null, 'letter', undefined],
] as const)('a report with %s is a fault of %s, and its address is marked: %s', (status, fault, kind) => {
  expect(faultOfStatus(status).fault).toBe(fault)
  expect(blameOf(WHO, faultOfStatus(status), 'code')?.kind).toBe(kind)
})

test.each([
  ['E_SENDER_NOT_VERIFIED', 'sending', false],
  ['E_SENDER_DOMAIN_NOT_AVAILABLE', 'sending', false],
  ['E_DAILY_LIMIT_EXCEEDED', 'sending', false],
  ['E_RATE_LIMIT_EXCEEDED', 'sending', false],
  ['E_RECIPIENT_NOT_ALLOWED', 'sending', false],
  ['E_RECIPIENT_SUPPRESSED', 'moment', false],
  ['E_CONTENT_TOO_LARGE', 'letter', false],
  ['E_HEADER_NAME_INVALID', 'letter', false],
  ['E_INTERNAL_SERVER_ERROR', 'moment', true],
  ['E_DELIVERY_FAILED', 'moment', true],
  ['E_THAT_NOBODY_KNOWS', 'moment', true],
] as const)('%s is a fault of %s; the mail may have left: %s', (code, fault, mayBeHad) => {
  expect(faultOfBinding(code)).toMatchObject({ fault, mayBeHad })
})

test('an address that the provider suppresses rests for a day, whoever says so', () => {
  for (const each of [faultOfBinding('E_RECIPIENT_SUPPRESSED'), faultOfEvent('rejected', 'suppressed')])
    expect(blameOf(WHO, each, 'suppressed')).toMatchObject({ kind: 'moment', restMs: REST_MS })
  expect(faultOfEvent('rejected', 'spam')).toMatchObject({ fault: 'letter' })
  expect(faultOfEvent('failed', 'delivery_failed')).toMatchObject({ fault: 'letter' })
})

test('a line that breaks after the data leaves the letter’s fate unknown; before, it does not', () => {
  expect(faultOfConnection('smtp-message-closed')).toMatchObject({ fault: 'moment', mayBeHad: true })
  expect(faultOfConnection('smtp-data-closed')).toMatchObject({ fault: 'moment', mayBeHad: false })
  expect(faultOfConnection('smtp-certificate')).toMatchObject({ fault: 'sending', mayBeHad: false })
})
