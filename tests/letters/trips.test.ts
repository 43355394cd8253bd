import { expect, test } from 'vitest'

import { writeLetter } from '../../web/letters/write-letter.ts'
import type { Decision } from '../../worker/domain/decision.ts'
import { decideOffer } from '../../worker/domain/offer/make.ts'
import type { Situation } from '../../worker/domain/situation.ts'
import { zoneOfAt } from '../../worker/domain/slot/hours.ts'
import { accepted, aDiaryFor, after, aRound, MANAGER, pick } from '../support/rounds.ts'
import { aPerson } from '../support/situations.ts'
import { at } from '../support/times.ts'

const wish = { offerId: 'off_1', sessionId: 'ses_1', minutes: null, count: 3 } as const
const mr = 'Claude Bernard'
const zone = 'Asia/Kathmandu'
const abroad = [{ zone: 'Asia/Singapore', from: '2027-03-15', to: '2027-05-30' }]
const traveller = aPerson('per_executive', { name: mr, zone, rules: { trips: abroad } })
const homebody = aPerson('per_executive', { name: mr, zone })

test('a traveller’s clock is the trip’s on its days, and home’s on all others', () => {
  expect(zoneOfAt(traveller, at('2027-03-20T12:00Z'))).toBe('Asia/Singapore')
  expect(zoneOfAt(traveller, at('2027-03-10T12:00Z'))).toBe('Asia/Kathmandu')
  expect(zoneOfAt(traveller, at('2027-06-02T12:00Z'))).toBe('Asia/Kathmandu')
})

test('an offer tells its reader the time at the executive’s place on a trip', () => {
  const text = textOf(offerOf(aRound({ executive: traveller })), 'per_assistant')

  expect(text).toContain('Paris time')
  expect(text).toContain('Singapore time (UTC+8)')
  expect(text).not.toContain('Kathmandu')
})

test('an executive who answers himself reads the hour there first, and the one at home beside it', () => {
  const text = textOf(offerOf(aRound({ executive: traveller, assistants: [] })), 'per_executive')

  expect(text).toMatch(/Singapore time \(UTC\+8\)[\s\S]{0,20}[^\n]*Kathmandu time/)
})

test('an offer letter without a trip mentions none', () => {
  const [first] = offerOf(aRound({ executive: homebody })).letters

  expect(first?.letter).toMatchObject({ executiveZone: zone })
  expect(first?.letter.kind === 'offer' && first.letter.options.some((each) => 'zone' in each)).toBe(false)
})

test('the executive’s invite has the time at his place on a trip, the mentor’s his own', () => {
  const round = aRound({ executive: traveller })
  const fixing = accepted(pick(after(round, offerOf(round)), 0))

  expect(textOf(fixing, 'per_executive')).toContain('Singapore time (UTC+8)')
  expect(textOf(fixing, 'per_executive')).not.toContain('Kathmandu')
  expect(textOf(fixing, 'per_mentor')).toContain('Paris time')
})

function offerOf(situation: Situation): Decision {
  return accepted(decideOffer(situation, aDiaryFor(situation), wish, MANAGER))
}

function textOf({ letters }: Decision, personId: string): string {
  const found = letters.find(({ letter }) => letter.reader.personId === personId)
  if (!found) throw new Error('no letter to him')
  return writeLetter(found.letter, {
    urlOf: (_id, path) => `https://sotto.example/${path}`,
    pageOf: (path) => `https://sotto.example${path}`,
  }).text
}
