import { expect, test } from 'vitest'

import { composeMail } from '../../../worker/compose/compose.ts'
import {
  answerTestInvite,
  cancelTestInvite,
  nextTestInvite,
  type TestInvite,
  timeOfTest,
} from '../../../worker/domain/letter/test-invite.ts'
import type { InviteAnswer } from '../../../worker/domain/session/session.ts'
import { iso } from '../../../worker/domain/time/time.ts'
import { linesNamed, readStrictly } from '../../support/calendar-grammar.ts'
import { aTestInvite } from '../../support/letters.ts'
import { aPerson } from '../../support/situations.ts'
import { at } from '../../support/times.ts'

const nadia = aPerson('per_nadia', { zone: 'Europe/Paris', replyAddress: 'notes.x7k2@reply.sotto.example' })
const newId = <P extends string>(prefix: P) => `${prefix}_new` as const

test('it is a quarter of an hour at nine on the next working day, where she is', () => {
  expect(timeIn(next(null, '2027-03-15T08:00Z'))).toBe('2027-03-16T08:00:00Z 2027-03-16T08:15:00Z')
  // A Friday; summer time begins that Sunday.
  expect(timeIn(next(null, '2027-03-26T08:00Z'))).toBe('2027-03-29T07:00:00Z 2027-03-29T07:15:00Z')
})

test('sent again it is the next revision of the same entry, without an answer; taken away and sent, a new one', () => {
  const first = { ...next(null, '2027-03-15T08:00Z'), uid: 'first@reply.sotto.example' }
  const accepted = answered(first, 'ACCEPTED', '2027-03-15T08:05Z')
  expect(accepted).toMatchObject({ partstat: 'ACCEPTED' })
  const again = next(accepted, '2027-03-15T08:10Z')
  expect(again).toMatchObject({ uid: first.uid, sequence: 1, partstat: null, answer: null })

  const gone = cancelTestInvite(answered(again, 'TENTATIVE', '2027-03-15T08:15Z'), at('2027-03-15T08:20Z'))
  expect(gone).toMatchObject({ uid: first.uid, sequence: 2, partstat: 'TENTATIVE' })
  expect(cancelTestInvite(gone, at('2027-03-15T08:30Z'))).toBeNull()
  expect(cancelTestInvite(null, at('2027-03-15T08:30Z'))).toBeNull()
  expect(next(gone, '2027-03-15T08:40Z')).toMatchObject({ uid: 'new@reply.sotto.example', sequence: 0 })
})

test('an answer counts to the revision that is there, if nothing newer was said', () => {
  const first = next(null, '2027-03-15T08:00Z')
  const accepted = answered(first, 'ACCEPTED', '2027-03-15T08:05Z')
  expect(reasonOf(accepted, said('2027-03-15T08:04Z'))).toBe('superseded')
  expect(answered(accepted, 'DECLINED', '2027-03-15T08:06Z')).toMatchObject({ partstat: 'DECLINED' })
  const again = next(accepted, '2027-03-15T08:10Z')
  expect(reasonOf(again, said('2027-03-15T08:11Z'))).toBe('stale-sequence')
  // A number from nowhere does not beat every later answer.
  const far = answerTestInvite(again, 'ACCEPTED', { ...said('2027-03-15T08:12Z'), sequence: 900 })
  expect(far).toMatchObject({ ok: true, value: { answer: { sequence: 1 } } })
  const gone = cancelTestInvite(again, at('2027-03-15T08:20Z'))
  const late = { ...said('2027-03-15T08:21Z'), sequence: 2 }
  expect(gone && reasonOf(gone, late)).toBe('not-fixed')
})

test.each(['REQUEST', 'CANCEL'] as const)('the %s keeps to the grammar, with her alone', async (method) => {
  const letter = aTestInvite({ method, sequence: 3 })
  const { raw, from } = await composeMail(
    {
      settings: { origin: 'https://sotto.example', replyDomain: 'reply.sotto.example' },
      tokenOf: () => Promise.reject(new Error('it has no link')),
      open: () => Promise.reject(new Error('nothing is sealed')),
    },
    letter,
  )
  const encoded = /Content-Type: text\/calendar[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/.exec(raw)?.[1] ?? ''
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  expect(readStrictly(text)).toBeTruthy()
  const valuesOf = (name: string) => linesNamed(text, name).map(({ value }) => value)
  expect(valuesOf('METHOD')).toEqual([method])
  expect(valuesOf('UID')).toEqual([letter.uid])
  expect(valuesOf('SEQUENCE')).toEqual(['3'])
  expect(valuesOf('ORGANIZER')).toEqual([`mailto:${from}`])
  expect(valuesOf('ATTENDEE')).toEqual(['mailto:n.haddad@northwind.example'])
})

function next(before: TestInvite | null, now: string): TestInvite {
  return nextTestInvite(before, nadia, { now: at(now), newId })
}

function said(moment: string): InviteAnswer {
  const sent = at(moment)
  const none = { replyTime: null, mailDate: null }
  return { byId: nadia.id, via: 'calendar', sequence: 0, dtstamp: sent, ...none, at: sent }
}

function answered(
  invite: TestInvite,
  partstat: NonNullable<TestInvite['partstat']>,
  moment: string,
): TestInvite {
  const result = answerTestInvite(invite, partstat, { ...said(moment), sequence: invite.sequence })
  if (!result.ok) throw new Error(result.refusal.reason)
  return result.value
}

function reasonOf(invite: TestInvite, answer: InviteAnswer): string | null {
  const result = answerTestInvite(invite, 'DECLINED', answer)
  return result.ok ? null : result.refusal.reason
}

function timeIn(invite: TestInvite): string {
  const { start, end } = timeOfTest(invite)
  return `${iso(start)} ${iso(end)}`
}
