import { expect, test } from 'vitest'

import { writeLetter } from '../../../web/letters/write-letter.ts'
import { decideReminder } from '../../../worker/domain/offer/remind.ts'
import type { Offer } from '../../../worker/domain/session/session.ts'
import { aRound, anOpenOffer } from '../../support/mornings.ts'
import { accepted, MANAGER } from '../../support/rounds.ts'
import { aPerson, aSituation } from '../../support/situations.ts'
import { at, between } from '../../support/times.ts'

const odile = aPerson('per_assistant', { name: 'Odile Martin', locale: 'fr' })
const passed = {
  id: 'opt_2',
  ...between('2027-03-22T07:00Z', '2027-03-22T07:30Z'),
  origin: 'found',
  until: at('2027-03-22T07:00Z'),
  dropped: false,
  against: null,
} as const

function onOffer(parts: Partial<Offer> = {}) {
  const session = aRound({ offer: anOpenOffer(parts) })
  return {
    ...aSituation({ now: at('2027-03-22T12:00Z'), assistants: [odile], firstContact: false }),
    session,
  }
}

test('a reminder goes to whoever was asked, in her language, with the times that can still be picked', () => {
  const offer = anOpenOffer()
  const decision = accepted(decideReminder(onOffer({ options: [passed, ...offer.options] }), MANAGER))
  const [outgoing] = decision.letters
  expect(outgoing?.letter).toMatchObject({
    kind: 'offer',
    reminds: true,
    reader: { personId: 'per_assistant' },
    options: [{ id: 'opt_1' }],
  })
  const letter =
    outgoing && writeLetter(outgoing.letter, { urlOf: () => 'https://s', pageOf: () => 'https://s' })
  expect(letter?.subject).toBe(
    'Encore réservé pour Claude Bernard\u202f: l’un des créneaux convient-il\u202f?',
  )
  expect(letter?.text).toContain('Ces créneaux sont encore réservés')
})

test('it counts as unanswered again two working days later, and only then a second one is due', () => {
  const until = at('2027-03-28T08:00Z')
  const [option] = anOpenOffer().options
  const situation = onOffer({ heldUntil: until, options: option ? [{ ...option, until }] : [] })
  const decision = accepted(decideReminder(situation, MANAGER))
  const session = decision.sessions.at(-1)?.after ?? situation.session
  expect(session.offer?.unansweredAt).toBe(at('2027-03-24T12:00Z'))
  const soon = { ...situation, session, now: at('2027-03-24T11:59Z') }
  expect(decideReminder(soon, MANAGER)).toMatchObject({ refusal: { reason: 'asked-lately' } })
  expect(decideReminder({ ...soon, now: at('2027-03-24T12:00Z') }, MANAGER).ok).toBe(true)
})

test.each([
  ['a time of its own has passed', { options: [passed] }, 'offer-expired'],
  ['it was made this morning', { unansweredAt: at('2027-03-23T12:00Z') }, 'asked-lately'],
  ['somebody has answered', { status: 'none' }, 'offer-closed'],
] as const)('nobody is reminded when %s', (_, parts, reason) => {
  expect(decideReminder(onOffer(parts), MANAGER)).toMatchObject({ refusal: { reason } })
})

test('if somebody else answers by now, that person is asked instead', () => {
  const omar = aPerson('per_omar', { name: 'Omar Diallo' })
  const decision = accepted(decideReminder({ ...onOffer(), assistants: [omar] }, MANAGER))
  expect(decision.letters.map(({ letter }) => letter.reader.personId)).toEqual(['per_omar'])
  expect(decision.sessions.at(-1)?.event.code).toBe('asked-anew')
})
