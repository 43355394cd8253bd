import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { PersonId } from '../../../worker/domain/ids.ts'
import type { Candidate } from '../../../worker/domain/pairing/make.ts'
import { decideCounter } from '../../../worker/domain/session/counter.ts'
import {
  decideMentorCannot,
  type Fallback,
  fallbackAt,
  mentorCannotDueAt,
} from '../../../worker/domain/session/mentor-cannot.ts'
import { decideMove } from '../../../worker/domain/session/move.ts'
import type { SessionSituation } from '../../../worker/domain/situation.ts'
import { after as later, DAY, HOUR, instant, iso, MINUTE } from '../../../worker/domain/time/time.ts'
import { toWall } from '../../../worker/domain/time/zones.ts'
import {
  accepted,
  aDiaryFor,
  after,
  answerOf,
  aRound,
  fixed,
  lettersSent,
  MANAGER,
  timeOf,
} from '../../support/rounds.ts'
import { aPerson } from '../../support/situations.ts'
import { at } from '../../support/times.ts'

/** Said, start, executive’s zone, and when Sotto acts. */
const TABLE = [
  [
    'days ahead: half of what is left',
    '2027-03-15T08:00Z',
    '2027-03-17T14:00Z',
    'Europe/Paris',
    '2027-03-16T11:00:00Z',
  ],
  [
    'half-way at nine in the evening: seven',
    '2027-03-15T08:00Z',
    '2027-03-16T08:00Z',
    'Europe/Paris',
    '2027-03-16T06:00:00Z',
  ],
  [
    'half-way at eight sharp: seven',
    '2027-03-15T09:00Z',
    '2027-03-16T05:00Z',
    'Europe/Paris',
    '2027-03-16T04:00:00Z',
  ],
  [
    'half-way at 19:59: then',
    '2027-03-15T18:00Z',
    '2027-03-15T19:58Z',
    'Europe/Paris',
    '2027-03-15T18:58:00Z',
  ],
  [
    'half-way in the night, and seven is too late',
    '2027-03-15T18:00Z',
    '2027-03-16T06:30Z',
    'Europe/Paris',
    '2027-03-16T05:30:00Z',
  ],
  [
    'half-way in his night, not in ours',
    '2027-03-15T08:00Z',
    '2027-03-17T08:00Z',
    'Asia/Tokyo',
    '2027-03-16T08:00:00Z',
  ],
  [
    'half-way at four in the morning: seven',
    '2027-03-15T08:00Z',
    '2027-03-17T08:00Z',
    'America/New_York',
    '2027-03-16T11:00:00Z',
  ],
  [
    'ninety minutes ahead: an hour before',
    '2027-03-15T08:00Z',
    '2027-03-15T09:30Z',
    'Europe/Paris',
    '2027-03-15T08:30:00Z',
  ],
  [
    'an hour ahead: half-way',
    '2027-03-15T08:00Z',
    '2027-03-15T09:00Z',
    'Europe/Paris',
    '2027-03-15T08:30:00Z',
  ],
  [
    'sixteen minutes ahead: half-way',
    '2027-03-15T08:00Z',
    '2027-03-15T08:16Z',
    'Europe/Paris',
    '2027-03-15T08:08:00Z',
  ],
  [
    'fifteen minutes ahead: at once',
    '2027-03-15T08:00Z',
    '2027-03-15T08:15Z',
    'Europe/Paris',
    '2027-03-15T08:00:00Z',
  ],
  [
    'within the last hour, also at night',
    '2027-03-15T21:00Z',
    '2027-03-15T21:40Z',
    'Europe/Paris',
    '2027-03-15T21:20:00Z',
  ],
  [
    'once it has begun: at once',
    '2027-03-15T08:10Z',
    '2027-03-15T08:00Z',
    'Europe/Paris',
    '2027-03-15T08:10:00Z',
  ],
  [
    'over the night in which the clocks change',
    '2027-03-27T17:00Z',
    '2027-03-28T09:00Z',
    'Europe/Paris',
    '2027-03-28T05:00:00Z',
  ],
] as const

for (const [name, saidAt, start, zone, expected] of TABLE)
  test(`Sotto acts ${name}`, () => {
    expect(iso(fallbackAt({ saidAt: at(saidAt), start: at(start) }, () => zone))).toBe(expected)
  })

const ZONES = [
  'Europe/Paris',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
] as const

/** Any minute of the year, and a start after it by so many minutes. */
function fallbacks(min: number, max: number) {
  const minutes = { min: at('2027-01-01T00:00Z') / MINUTE, max: at('2027-12-31T00:00Z') / MINUTE }
  return fc
    .record({ said: fc.integer(minutes), left: fc.integer({ min, max }), zone: fc.constantFrom(...ZONES) })
    .map(({ said, left, zone }) => {
      const saidAt = instant(said * MINUTE)
      const start = later(saidAt, left * MINUTE)
      return { saidAt, left, zone, start, due: fallbackAt({ saidAt, start }, () => zone) }
    })
}

test('never later than an hour before the start, and never in his night but at that hour', () => {
  fc.assert(
    fc.property(fallbacks(61, 60 * 24 * 40), ({ saidAt, start, zone, due }) => {
      const limit = start - HOUR
      const { minutes } = toWall(zone, due)
      const isNight = minutes < 7 * 60 || minutes >= 20 * 60
      const half = saidAt + Math.floor((start - saidAt) / 2)
      return due <= limit && (due === limit || (!isNight && due >= half))
    }),
    { numRuns: 3000 },
  )
})

test('said within the hour it is half-way, and at once in the last quarter', () => {
  fc.assert(
    fc.property(fallbacks(-120, 60), ({ saidAt, left, due }) =>
      left <= 15 ? due === saidAt : due === saidAt + Math.floor((left * MINUTE) / 2),
    ),
  )
})

test('an answer that lets the mentor come, a move and the executive’s decline end it', () => {
  const situation = cannot()
  expect(mentorCannotDueAt(situation)).not.toBeNull()
  expect(mentorCannotDueAt(fixed())).toBeNull()

  const can = after(situation, accepted(answerOf(situation, 'per_mentor', 'ACCEPTED')))
  expect(mentorCannotDueAt(can)).toBeNull()
  const move = { start: later(timeOf(situation).start, 7 * DAY), minutes: null, reason: null }
  const moved = after(situation, accepted(decideMove(situation, aDiaryFor(situation), move, MANAGER)))
  expect(mentorCannotDueAt(moved)).toBeNull()
  const declined = after(situation, accepted(answerOf(situation, 'per_executive', 'DECLINED')))
  expect(mentorCannotDueAt(declined)).toBeNull()
})

test('without a stand-in the executive gets a neutral CANCEL and other times, and no bump is counted', () => {
  const situation = due(cannot())
  const decision = decided(situation, {})
  const { session } = after(situation, decision)
  expect(lettersSent(decision)).toEqual([
    'CANCEL to per_executive',
    'CANCEL to per_mentor',
    'offer to per_assistant',
  ])
  expect(decision.sessions.map(({ event }) => event.code)).toEqual(['mentor-could-not', 'offered'])
  expect(session).toMatchObject({ status: 'offered', time: null, bumps: 0, mentorId: 'per_mentor' })
  expect(session.offer?.options.map(({ start }) => start)).not.toContain(timeOf(situation).start)
})

test('not a minute early', () => {
  const situation = due(cannot())
  const early = { ...situation, now: instant(situation.now - 1) }
  expect(decideMentorCannot(early, fallbackOf(early, {}))).toBeNull()
})

test('the first who said yes and is free takes it: the executive keeps his event', () => {
  const situation = due(cannot())
  const decision = decided(situation, { standIns: ['per_busy', 'per_boss', 'per_uma', 'per_vera'] })
  const { session } = after(situation, decision)
  expect(lettersSent(decision)).toEqual([
    'CANCEL to per_mentor',
    'REQUEST to per_executive',
    'REQUEST to per_uma',
  ])
  expect(session).toMatchObject({ status: 'fixed', mentorId: 'per_uma', time: timeOf(situation), bumps: 0 })
})

test('with nobody but those who are busy, in his reporting line, or himself, it is called off', () => {
  const situation = due(cannot())
  const decision = decided(situation, { standIns: ['per_mentor', 'per_busy', 'per_boss'] })
  expect(lettersSent(decision)).toContain('CANCEL to per_executive')
})

test('a stand-in who cannot come gives it back to the pairing’s own mentor', () => {
  const before = fixed()
  const stoodIn = {
    ...before.session,
    mentorId: 'per_uma' as const,
    invites: before.session.invites.map((each) =>
      each.personId === 'per_mentor' ? { ...each, personId: 'per_uma' as const } : each,
    ),
  }
  const uma = { ...before, mentor: aPerson('per_uma', { name: 'Uma Rao' }), session: stoodIn }
  const declined = due(after(uma, accepted(answerOf(uma, 'per_uma', 'DECLINED'))))
  const decision = decideMentorCannot(declined, {
    ...fallbackOf(declined, {}),
    ownDiary: aDiaryFor({ ...declined, mentor: declined.ownMentor }),
  })
  expect(decision && lettersSent(decision)).toEqual([
    'CANCEL to per_executive',
    'CANCEL to per_uma',
    'offer to per_assistant',
  ])
  expect(decision?.sessions.at(-1)?.after).toMatchObject({
    mentorId: 'per_mentor',
    offer: { status: 'open' },
  })
})

test('a time that his side proposed goes first; undecided an hour before, the old one is given up as his bump', () => {
  const situation = cannot()
  const start = later(timeOf(situation).start, 7 * DAY)
  const wish = {
    time: { start, end: null },
    personId: 'per_executive',
    by: { id: 'per_executive', door: 'link' },
  } as const
  const proposed = after(situation, accepted(decideCounter(situation, aDiaryFor(situation), wish)))
  const limit = instant(timeOf(situation).start - HOUR)
  expect(mentorCannotDueAt(proposed)).toBe(limit)

  const decision = decided({ ...proposed, now: limit }, { standIns: ['per_uma'] })
  const { session } = after(proposed, decision)
  expect(lettersSent(decision)).toEqual(['CANCEL to per_executive', 'CANCEL to per_mentor'])
  expect(session).toMatchObject({ status: 'offered', bumps: 1, proposals: [{ start, state: 'waiting' }] })
})

/** Tom has declined a fixed date. */
function cannot(): SessionSituation {
  const before = fixed(aRound())
  return after(before, accepted(answerOf(before, 'per_mentor', 'DECLINED')))
}

function due(situation: SessionSituation): SessionSituation {
  const now = mentorCannotDueAt(situation)
  if (now === null) throw new Error('nothing is due')
  return { ...situation, now }
}

function decided(situation: SessionSituation, parts: { readonly standIns?: readonly PersonId[] }) {
  const decision = decideMentorCannot(situation, fallbackOf(situation, parts))
  if (!decision) throw new Error('nothing was decided')
  return decision
}

function fallbackOf(
  situation: SessionSituation,
  { standIns = [] }: { readonly standIns?: readonly PersonId[] },
): Fallback {
  const time = timeOf(situation)
  return {
    offerId: 'off_9',
    ownDiary: aDiaryFor(situation),
    ownSuperiors: [],
    executive: { person: situation.executive, roles: ['executive'], superiors: ['per_boss'] },
    standIns: standIns.map((id) => {
      const mentor: Candidate = { person: aPerson(id), roles: ['mentor'], superiors: [] }
      const diary = aDiaryFor({ ...situation, mentor: mentor.person })
      const busy = [{ ...time, sessionId: 'ses_other' as const, kind: 'session' as const }]
      const judged = id === 'per_busy' ? { ...diary, mentor: { ...diary.mentor, busy } } : diary
      return { mentor, diary: judged, linksTaken: [] }
    }),
  }
}
