import { expect, test } from 'vitest'

import { DEFAULT_POLICY, type Policy } from '../../../worker/domain/programme/programme.ts'
import { iso } from '../../../worker/domain/time/time.ts'
import type { Morning } from '../../../worker/domain/today/item.ts'
import { decideMorning, nextMorningAt, writesToday } from '../../../worker/domain/today/morning-mail.ts'
import { aMorning, aPairingOf } from '../../support/mornings.ts'
import { aPerson } from '../../support/situations.ts'
import { at } from '../../support/times.ts'

const programmeWith = (policy: Partial<Policy> = {}) => ({ policy: { ...DEFAULT_POLICY, ...policy } })
const nextIn = (zone: string, now: string, ...programmes: readonly Partial<Policy>[]) =>
  iso(nextMorningAt({ zone }, programmes.map(programmeWith), at(now)))

test('the next hour is eight by her clock on a day from Monday to Friday', () => {
  expect(nextIn('Europe/Paris', '2027-03-16T06:59Z', {})).toBe('2027-03-16T07:00:00Z')
  expect(nextIn('Europe/Paris', '2027-03-16T07:00Z', {})).toBe('2027-03-17T07:00:00Z')
  expect(nextIn('America/New_York', '2027-03-16T07:00Z', {})).toBe('2027-03-16T12:00:00Z')
  // Friday to Monday, over the night in which Paris gets summer time.
  expect(nextIn('Europe/Paris', '2027-03-26T07:00Z', {})).toBe('2027-03-29T06:00:00Z')
})

test('of several programmes each has its hour', () => {
  expect(nextIn('Europe/Paris', '2027-03-16T06:30Z', { morningAt: '09:30' }, {})).toBe('2027-03-16T07:00:00Z')
  expect(nextIn('Europe/Paris', '2027-03-16T07:00Z', { morningAt: '09:30' }, {})).toBe('2027-03-16T08:30:00Z')
})

test('an hour that the clocks skip is the one after it', () => {
  // Cairo skips midnight on Friday 30 April 2027.
  expect(nextIn('Africa/Cairo', '2027-04-29T12:00Z', { morningAt: '00:30' })).toBe('2027-04-29T22:30:00Z')
})

test('a blackout counts in her own zone, both days included', () => {
  const closed = programmeWith({ blackouts: [{ from: '2027-03-16', to: '2027-03-17', reason: 'board' }] })
  const paris = { zone: 'Europe/Paris' }
  expect(writesToday(closed, paris, at('2027-03-15T22:59Z'))).toBe(true)
  expect(writesToday(closed, paris, at('2027-03-15T23:00Z'))).toBe(false)
  expect(writesToday(closed, paris, at('2027-03-17T22:59Z'))).toBe(false)
  expect(writesToday(closed, { zone: 'America/New_York' }, at('2027-03-16T03:00Z'))).toBe(true)
})

const nadia = aPerson('per_nadia', { zone: 'Europe/Paris' })
const EIGHT = '2027-03-22T07:00Z'

function ownMorning(now: string, parts: Partial<Morning> = {}, policy: Partial<Policy> = {}) {
  const morning = aMorning({ now: at(now), pairings: [aPairingOf({ status: 'proposed' })], ...parts })
  const programme = { ...morning.programme, policy: { ...morning.programme.policy, ...policy } }
  return { morning: { ...morning, programme }, managers: [nadia] }
}

const mailAt = (now: string, ...mornings: readonly ReturnType<typeof ownMorning>[]) => {
  const outgoing = decideMorning('per_nadia', mornings, { id: 'let_1', now: at(now) })
  return outgoing?.letter.kind === 'morning' ? outgoing.letter : null
}

test('one mail with all that waits; none where nothing does', () => {
  expect(mailAt(EIGHT, ownMorning(EIGHT))?.lines.map(({ news }) => news)).toEqual(['first-offer'])
  expect(mailAt(EIGHT, ownMorning(EIGHT, { pairings: [] }))).toBeNull()
})

test('what arose after eight waits for the next morning, and what a tick missed is made up for in the morning', () => {
  const ten = '2027-03-22T09:00Z'
  const lastAt = at('2027-03-22T08:00Z')
  expect(mailAt(ten, ownMorning(ten, { pairings: [aPairingOf({ status: 'proposed', lastAt })] }))).toBeNull()
  expect(mailAt(ten, ownMorning(ten))).not.toBeNull()
  expect(mailAt('2027-03-22T13:00Z', ownMorning('2027-03-22T13:00Z'))).toBeNull()
})

test('the mail about several programmes goes at the hour of one that has something for her', () => {
  const later = { morningAt: '09:30' }
  const [empty, full] = [ownMorning(EIGHT, { pairings: [] }), ownMorning(EIGHT, {}, later)]
  expect(mailAt(EIGHT, empty, full)).toBeNull()
  expect(mailAt(EIGHT, ownMorning(EIGHT), full)?.lines).toHaveLength(1)
  const nine = '2027-03-22T08:30Z'
  expect(mailAt(nine, ownMorning(nine, { pairings: [] }), ownMorning(nine, {}, later))).not.toBeNull()
})

test('what concerns the whole installation stands once', () => {
  const stopped = { sendingStoppedAt: at('2027-03-21T07:00Z') }
  const letter = mailAt(EIGHT, ownMorning(EIGHT, { ...stopped, pairings: [] }), ownMorning(EIGHT, stopped))
  expect(letter?.lines.map(({ news }) => news)).toEqual(['sending-stopped', 'first-offer'])
  expect(letter?.more).toBe(0)
})

test('a key that ends soon is a line for its maker alone', () => {
  const endsAt = at('2027-03-25T23:00Z')
  const keys = (['per_nadia', 'per_jean'] as const).map(
    (personId) => ({ id: `key_${personId}`, name: 'The intranet', personId, endsAt }) as const,
  )
  const own = ownMorning(EIGHT, { pairings: [], endingKeys: keys })
  const outgoing = decideMorning('per_nadia', [own], { id: 'let_1', now: at(EIGHT) })
  expect(outgoing?.letter).toMatchObject({ lines: [{ key: 'key-expires:key_per_nadia' }] })
})
