import { expect, test } from 'vitest'

import { type SuggestionSituation, suggestedNow } from '../../../worker/domain/mail/suggested-now.ts'
import type { Suggested, Suggestion } from '../../../worker/domain/mail/suggestion.ts'
import type { Person } from '../../../worker/domain/people/person.ts'
import type { Option } from '../../../worker/domain/session/session.ts'
import { aFixed, anOpenOffer, aRound } from '../../support/mornings.ts'
import { aSituation } from '../../support/situations.ts'
import { aDiary, aPersonDiary, at, between, hours, weekly, WORKING_DAYS } from '../../support/times.ts'

const THURSDAY = { kind: 'time', day: '2027-03-25', minutes: 16 * 60 } as const

test('a time of a session without a date is judged for both', () => {
  expect(now(THURSDAY)).toEqual({
    source: 'words',
    kind: 'time',
    time: between('2027-03-25T15:00Z', '2027-03-25T15:30Z'),
    refusal: null,
  })
  expect(now({ ...THURSDAY, minutes: 22 * 60 })).toMatchObject({
    refusal: { reason: 'outside-availability' },
  })
})

test('a wall clock is the writer’s: at home, or where he travels that day', () => {
  const { executive } = aSituation()
  const inSingapore = { zone: 'Asia/Singapore', from: '2027-03-24', to: '2027-03-26' } as const
  const traveller: Person = { ...executive, rules: { ...executive.rules, trips: [inSingapore] } }
  expect(now(THURSDAY, { writer: traveller })).toMatchObject({ time: { start: at('2027-03-25T08:00Z') } })
  expect(now({ ...THURSDAY, day: '2027-03-29' }, { writer: traveller })).toMatchObject({
    time: { start: at('2027-03-29T14:00Z') },
  })

  const inNewYork = { ...executive, zone: 'America/New_York' }
  expect(now(THURSDAY, { writer: inNewYork })).toMatchObject({ time: { start: at('2027-03-25T20:00Z') } })
})

test('a time that is held is that option, whoever named it', () => {
  const session = aRound({ offer: anOpenOffer() })
  const option = { kind: 'option', optionId: 'opt_1', refusal: null }
  const held = { kind: 'time', day: '2027-03-29', minutes: 11 * 60 } as const
  expect(now(held, { session })).toMatchObject({ source: 'words', ...option })
  expect(calendar('2027-03-29T09:00Z', { session })).toMatchObject({ source: 'calendar', ...option })
})

test('the second time of the mail is the second by its start, and what was proposed later does not count', () => {
  const option = (id: 'opt_1' | 'opt_2' | 'opt_3', start: string, end: string, origin: 'found' | 'own') =>
    ({ id, ...between(start, end), origin, until: at(start), dropped: false, against: null }) as const
  const offer = anOpenOffer({
    options: [
      option('opt_3', '2027-03-25T08:00Z', '2027-03-25T08:30Z', 'own'),
      option('opt_2', '2027-03-29T09:00Z', '2027-03-29T09:30Z', 'found'),
      option('opt_1', '2027-03-26T09:00Z', '2027-03-26T09:30Z', 'found'),
    ],
  })
  const session = aRound({ offer })
  expect(now({ kind: 'option', number: 1 }, { session })).toMatchObject({ optionId: 'opt_1' })
  expect(now({ kind: 'option', number: 2 }, { session })).toMatchObject({ optionId: 'opt_2' })
  expect(now({ kind: 'option', number: 0 }, { session })).toMatchObject({ optionId: 'opt_2' })
  expect(now({ kind: 'option', number: 3 }, { session })).toBeNull()
})

test('a number says nothing once a time of the mail is gone: a later mail lists only the others', () => {
  const option = (id: 'opt_1' | 'opt_2' | 'opt_3', day: string, parts: Partial<Option> = {}): Option => ({
    ...{ id, origin: 'found', dropped: false, against: null, until: at('2027-03-23T23:00Z') },
    ...between(`${day}T09:00Z`, `${day}T09:30Z`),
    ...parts,
  })
  const second = { kind: 'option', number: 2 } as const
  const among = (first: Option) =>
    aRound({
      offer: anOpenOffer({ options: [first, option('opt_2', '2027-03-29'), option('opt_3', '2027-03-30')] }),
    })
  const here = (first: Option) => now(second, { session: among(first) })
  expect(here(option('opt_1', '2027-03-26'))).toMatchObject({ optionId: 'opt_2' })
  expect(here(option('opt_1', '2027-03-26', { dropped: true }))).toBeNull()
  expect(here(option('opt_1', '2027-03-26', { until: at('2027-03-22T07:00Z') }))).toBeNull()
  expect(here(option('opt_1', '2027-03-27'))).toBeNull() // A Saturday: outside the mentor's hours.
})

test.each<[string, Suggestion]>([
  ['none of the times', { kind: 'none' }],
  ['the second time', { kind: 'option', number: 1 }],
])('%s says something only while times are on offer', (_, suggestion) => {
  expect(now(suggestion, { session: aRound({ offer: anOpenOffer() }) })).not.toBeNull()
  const over = anOpenOffer({ heldUntil: at('2027-03-22T07:00Z') })
  expect(now(suggestion, { session: aRound({ offer: over }) })).toBeNull()
  expect(now(suggestion, { session: aRound() })).toBeNull()
  expect(now(suggestion, { session: aFixed('2027-03-26T09:00Z', { offer: anOpenOffer() }) })).toBeNull()
})

test('“not before” puts off a round that was asked, also after its offer has expired, and nothing else', () => {
  const later = { kind: 'later', day: '2027-04-01' } as const
  const expected = { kind: 'later', notBefore: at('2027-03-31T22:00Z'), refusal: null }
  const expired = anOpenOffer({ status: 'expired' })
  expect(now(later, { session: aRound({ offer: anOpenOffer() }) })).toMatchObject(expected)
  expect(now(later, { session: aRound({ offer: expired }) })).toMatchObject(expected)
  expect(now(later, { session: aRound() })).toBeNull()
  expect(now(later, { session: aFixed('2027-03-26T09:00Z') })).toBeNull()
  expect(now({ ...later, day: '2027-03-22' }, { session: aRound({ offer: expired }) })).toBeNull()
})

test('words beyond the horizon suggest nothing; a calendar that proposes such a time is told why not', () => {
  expect(now({ ...THURSDAY, day: '2027-12-02' })).toBeNull()
  expect(calendar('2027-12-02T15:00Z')).toMatchObject({ refusal: { reason: 'beyond-horizon' } })
  expect(calendar('2027-03-21T15:00Z')).toMatchObject({ refusal: { reason: 'in-the-past' } })
})

test('nothing is suggested for a session that is over, or stands there already', () => {
  expect(now(THURSDAY, { session: aFixed('2027-03-22T07:00Z') })).toBeNull()
  expect(now(THURSDAY, { session: aFixed('2027-03-25T15:00Z') })).toBeNull()
  expect(now(THURSDAY, { session: aFixed('2027-03-26T15:00Z') })).toMatchObject({
    kind: 'time',
    refusal: null,
  })
})

test('of a pairing that is paused or has ended no time can be taken', () => {
  expect(now(THURSDAY, { pairing: { status: 'paused' } })).toMatchObject({
    refusal: { reason: 'pairing-closed', status: 'paused' },
  })
})

test.each<[string, Suggestion]>([
  ['none of the times', { kind: 'none' }],
  ['the first time', { kind: 'option', number: 1 }],
])(
  '%s is said of the offer that could be answered when the mail came, asked anew or not, and of no later one',
  (_, suggestion) => {
    const judge = (offerId: string | null, session = aRound({ offer: anOpenOffer() })) =>
      judged({ source: 'words', suggestion, offerId }, { session })
    expect(judge(anOpenOffer().id)).not.toBeNull()
    const anew = anOpenOffer({ madeAt: at('2027-03-22T07:59Z'), askedId: 'per_assistant' })
    expect(judge(anOpenOffer().id, aRound({ offer: anew }))).not.toBeNull()
    expect(judge('off_before')).toBeNull()
    expect(judge(null)).toBeNull()
  },
)

test('in a reporting line neither a time nor an option can be taken, and it says so at once', () => {
  const line = { personId: 'per_mentor', managerId: 'per_executive', steps: 1 } as const
  const refusal = { reason: 'reporting-line', ...line }
  expect(now(THURSDAY, { line })).toMatchObject({ kind: 'time', refusal })
  const session = aRound({ offer: anOpenOffer() })
  expect(now({ kind: 'option', number: 1 }, { session, line })).toMatchObject({ kind: 'option', refusal })
})

test('an option that was found in hours which the mentor has no more cannot be taken', () => {
  const moment = at('2027-03-22T08:00Z')
  const mentor = aPersonDiary({
    personId: 'per_mentor',
    availability: hours({ weekly: weekly(WORKING_DAYS, '20:00', '21:00') }),
  })
  const executive = aPersonDiary({ personId: 'per_executive', availability: hours() })
  const diary = aDiary({ now: moment, mentor, executive })
  const session = aRound({ offer: anOpenOffer() })
  expect(now({ kind: 'option', number: 1 }, { session, diary })).toMatchObject({
    kind: 'option',
    refusal: { reason: 'outside-availability' },
  })
})

function now(suggestion: Suggestion, parts: Partial<SuggestionSituation> = {}) {
  return judged({ source: 'words', suggestion, offerId: anOpenOffer().id }, parts)
}

function calendar(start: string, parts: Partial<SuggestionSituation> = {}) {
  return judged({ source: 'calendar', start: at(start) }, parts)
}

function judged(suggested: Suggested, parts: Partial<SuggestionSituation>) {
  const moment = at('2027-03-22T08:00Z')
  const availability = hours({ weekly: weekly(WORKING_DAYS, '08:00', '18:00') })
  const mentor = aPersonDiary({ personId: 'per_mentor', availability })
  const executive = aPersonDiary({ personId: 'per_executive', availability: hours() })
  return suggestedNow(suggested, {
    now: moment,
    session: aRound(),
    pairing: { status: 'active' },
    diary: aDiary({ now: moment, mentor, executive }),
    writer: aSituation().executive,
    line: null,
    ...parts,
  })
}
