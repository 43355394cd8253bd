import { expect, test } from 'vitest'

import type { Proposal, Session } from '../../../worker/domain/session/session.ts'
import { KINDS, type Kind, type Morning } from '../../../worker/domain/today/item.ts'
import { findItems, findItemsOf } from '../../../worker/domain/today/items.ts'
import { inOrder, type TodayLine } from '../../../worker/domain/today/order.ts'
import { keyOf } from '../../../worker/domain/today/snooze.ts'
import {
  aFixed,
  aDisplaced,
  aMorning,
  anInvited,
  anOpenOffer,
  aPairingOf,
  aRound,
  saidAt,
} from '../../support/mornings.ts'
import { aPerson } from '../../support/situations.ts'
import { at, between } from '../../support/times.ts'

const lines = (parts: Partial<Morning>) =>
  findItems(aMorning(parts)).map(({ kind, action }) => `${kind}: ${action}`)

test('a programme where every pairing has a date or an open offer has an empty Today', () => {
  const dated = aFixed('2027-03-24T09:00Z', {
    invites: [anInvited('per_executive', { partstat: 'ACCEPTED' })],
  })
  const asked = aRound({
    id: 'ses_2',
    pairingId: 'pai_2',
    offer: anOpenOffer({ madeAt: at('2027-03-19T08:00Z') }),
  })
  const pairings = [aPairingOf(), aPairingOf({ id: 'pai_2' })]

  expect(lines({ pairings, sessions: [dated, asked] })).toEqual([])
})

test('a mentor who can’t make it comes before everything else', () => {
  const declined = { partstat: 'DECLINED', answer: saidAt('2027-03-21T08:00Z') } as const
  const cannot = aFixed('2027-03-24T09:00Z', { invites: [anInvited('per_mentor', declined)] })
  const bumped = aRound({ id: 'ses_2', pairingId: 'pai_2', bumps: 1 })

  expect(lines({ sessions: [bumped, cannot] })).toEqual(['mentor-cannot: offer', 'declined: offer'])
})

/** Said on Saturday; Wednesday is the last day, and eight that morning is when something follows. */
const LEAVING = {
  saidAt: at('2027-03-20T08:00Z'),
  followsAt: at('2027-03-24T07:00Z'),
  until: at('2027-03-24T23:00Z'),
} as const

test('a mentor leaves: his later dates at once, his rounds and pairings on the last day', () => {
  const leaving = new Map([['per_mentor', LEAVING]] as const)
  const later = aFixed('2027-03-29T09:00Z')
  const before = aFixed('2027-03-23T09:00Z', { id: 'ses_2', pairingId: 'pai_2' })
  const waiting = aRound({ id: 'ses_3', pairingId: 'pai_3' })
  const pairings = [aPairingOf({ id: 'pai_4' }), aPairingOf({ id: 'pai_5', status: 'paused' })]
  expect(lines({ leaving, sessions: [later, before, waiting], pairings })).toEqual([
    'mentor-leaves: substitute',
    'no-next-date: offer',
    'no-next-date: offer',
  ])
  const now = at('2027-03-24T07:00Z')
  expect(lines({ now, leaving, sessions: [later, waiting], pairings })).toEqual([
    'mentor-leaves: substitute',
    'mentor-leaves: hand-over',
    'mentor-leaves: hand-over',
  ])
})

test('a stand-in who leaves is named by her own date', () => {
  const leaving = new Map([['per_uma', LEAVING]] as const)
  const later = aFixed('2027-03-29T09:00Z', { mentorId: 'per_uma' })
  const [line] = findItems(aMorning({ leaving, sessions: [later], pairings: [aPairingOf()] }))
  expect(line).toMatchObject({ kind: 'mentor-leaves', sessionId: 'ses_1', personId: 'per_uma' })
})

test('declined, and nothing new went out: offer new times', () => {
  expect(lines({ sessions: [aRound({ bumps: 1, offer: anOpenOffer({ status: 'answered' }) })] })).toEqual([
    'declined: offer',
  ])
})

test('a new offer after a bump is out: nothing to do but wait', () => {
  const offer = anOpenOffer({ madeAt: at('2027-03-19T08:00Z') })
  expect(lines({ sessions: [aRound({ bumps: 1, offer })] })).toEqual([])
})

test('moved twice in a row, and nothing on offer: call', () => {
  expect(lines({ sessions: [aRound({ bumps: 2, offer: anOpenOffer({ status: 'expired' }) })] })).toEqual([
    'bumped-twice: call',
  ])
})

test('moved twice in a row, and new times are out: only an unanswered offer is chased', () => {
  const offer = anOpenOffer({ madeAt: at('2027-03-19T08:00Z') })
  expect(lines({ sessions: [aRound({ bumps: 2, offer })] })).toEqual(['bumped-twice: open'])
  expect(lines({ sessions: [aRound({ bumps: 2, offer: anOpenOffer() })] })).toEqual([
    'offer-unanswered: remind',
  ])
})

test('a session whose zone changed its offset since is to be moved to the hour agreed', () => {
  const fixed = aFixed('2027-03-24T09:00Z')
  expect(lines({ sessions: [fixed], walls: new Map([[fixed.id, '2027-03-24T10:00']]) })).toEqual([])
  expect(lines({ sessions: [fixed], walls: new Map([[fixed.id, '2027-03-24T11:00']]) })).toEqual([
    'offset-changed: move-to-wall',
  ])
})

test('a time somebody proposes waits for a decision', () => {
  const time = between('2027-03-25T18:00Z', '2027-03-25T18:30Z')
  const proposals = [
    {
      id: 'ctr_1',
      ...time,
      personId: 'per_executive',
      via: 'calendar',
      at: at('2027-03-21T08:00Z'),
      state: 'waiting',
      refusal: null,
      words: null,
    },
  ] as const
  expect(lines({ sessions: [aFixed('2027-03-24T09:00Z', { proposals })] })).toEqual([
    'counter: decide-proposal',
  ])
})

test('a proposed time stays until somebody decides, also when it or the session has passed, or when it cannot be', () => {
  const proposed = (start: string, end: string, refusal: Proposal['refusal'] = null): readonly Proposal[] => [
    {
      id: 'ctr_1',
      ...between(start, end),
      personId: 'per_executive',
      via: 'calendar',
      at: at('2027-03-16T08:00Z'),
      state: 'waiting',
      refusal,
      words: null,
    },
  ]
  const passed = proposed('2027-03-22T08:00Z', '2027-03-22T08:30Z')
  const ahead = proposed('2027-03-22T08:01Z', '2027-03-22T08:31Z')
  const tooLong = { reason: 'bad-length', minutes: 540 } as const
  const impossible = proposed('2027-03-25T08:00Z', '2027-03-25T17:00Z', tooLong)
  const round = { offer: anOpenOffer({ status: 'answered' }) }

  for (const session of [
    aFixed('2027-03-24T09:00Z', { proposals: passed }),
    aFixed('2027-03-22T07:00Z', { proposals: ahead }),
    aFixed('2027-03-24T09:00Z', { proposals: impossible }),
    aRound({ ...round, proposals: ahead }),
    aRound({ ...round, proposals: passed }),
  ])
    expect(lines({ sessions: [session] })).toContain('counter: decide-proposal')
})

test('an offer is chased on the second working day, not over the weekend before it', () => {
  const sessions = [aRound({ offer: anOpenOffer() })]
  expect(lines({ now: at('2027-03-21T08:00Z'), sessions })).toEqual([])
  expect(lines({ now: at('2027-03-22T08:00Z'), sessions })).toEqual(['offer-unanswered: remind'])
})

test('a round that the clock could not open is on Today with the reason, and when it looks again', () => {
  const refused = {
    sessionId: null,
    pairingId: 'pai_1',
    kind: 'open-round',
    reason: 'reporting-line',
    until: at('2027-03-22T10:00Z'),
    tries: 2,
  } as const
  const pairings = [aPairingOf({ lastAt: at('2027-03-20T09:30Z') })]
  const over = aFixed('2027-03-20T09:00Z')
  const shown = [
    {
      kind: 'no-next-date',
      pairingId: 'pai_1',
      putOff: { reason: 'reporting-line', until: at('2027-03-22T10:00Z') },
    },
  ]

  expect(lines({ pairings })).toEqual([])
  expect(findItems(aMorning({ pairings, putOff: [refused] }))).toMatchObject(shown)
  expect(
    findItems(aMorning({ pairings, sessions: [over], putOff: [refused] })).filter(
      ({ kind }) => kind === 'no-next-date',
    ),
  ).toMatchObject(shown)
  expect(lines({ pairings, putOff: [{ ...refused, reason: 'threw' }] })).toEqual([])
})

test('an expired offer, and one where nothing suited, each ask for another', () => {
  const lapsed = aRound({ offer: anOpenOffer({ status: 'expired' }) })
  const none = aRound({ id: 'ses_2', offer: anOpenOffer({ status: 'none' }) })
  expect(lines({ sessions: [none, lapsed] })).toEqual(['offer-expired: offer', 'none-suited: offer'])
})

test('“ask me after the first of April” is silent until then', () => {
  const later = aRound({ offer: anOpenOffer({ status: 'later' }), notBefore: at('2027-03-31T22:00Z') })
  expect(lines({ sessions: [later] })).toEqual([])
  expect(lines({ sessions: [later], now: at('2027-03-31T22:00Z') })).toEqual(['no-next-date: offer'])
})

test('an “ask me after” beyond the cadence is on Today until the named day', () => {
  const notBefore = at('2027-04-07T22:00Z')
  const later = aRound({ offer: anOpenOffer({ status: 'later' }), notBefore })
  const morning = { pairings: [aPairingOf({ lastAt: at('2027-03-01T09:30Z') })], sessions: [later] }

  expect(lines({ ...morning, now: at('2027-03-29T08:00Z') })).toEqual([])
  expect(lines({ ...morning, now: at('2027-03-30T08:00Z') })).toEqual(['asked-for-later: open'])
  expect(lines({ ...morning, now: notBefore })).toEqual(['no-next-date: offer'])
})

test('a pairing is missed eighteen days ahead of its date, and not before', () => {
  const pairings = [aPairingOf({ lastAt: at('2027-03-01T09:30Z') })]
  expect(lines({ pairings, now: at('2027-03-04T09:29Z') })).toEqual([])
  expect(lines({ pairings, now: at('2027-03-04T09:30Z') })).toEqual(['no-next-date: offer'])
})

test('after the closing talk no date is missed', () => {
  const lastAt = at('2027-03-01T09:30Z')
  const now = at('2027-06-04T09:30Z')
  expect(lines({ pairings: [aPairingOf({ lastAt, hasClosed: true })], now })).toEqual([])
  expect(lines({ pairings: [aPairingOf({ lastAt, hasClosed: false })], now })).toEqual([
    'no-next-date: offer',
  ])
})

test('a paused pairing is not missed; a proposed one without an offer is', () => {
  expect(lines({ pairings: [aPairingOf({ status: 'paused' })] })).toEqual([])
  expect(lines({ pairings: [aPairingOf({ status: 'proposed' })] })).toEqual(['first-offer: offer'])
})

test('an answer in prose waits for a human', () => {
  const waiting = [
    { id: 'rcv_1', at: at('2027-03-21T08:00Z'), personId: 'per_assistant', sessionId: null },
  ] as const
  expect(lines({ waiting })).toEqual(['answer-waiting: answer-for'])
})

test('“perhaps” matters two days ahead', () => {
  const perhaps = { partstat: 'TENTATIVE', answer: saidAt('2027-03-19T08:00Z') } as const
  const sessions = [aFixed('2027-03-24T09:00Z', { invites: [anInvited('per_executive', perhaps)] })]
  expect(lines({ sessions, now: at('2027-03-22T08:59Z') })).toEqual([])
  expect(lines({ sessions, now: at('2027-03-22T09:00Z') })).toEqual(['tentative: answer-for'])
})

test('a session is missed in the log a day after its end', () => {
  const sessions = [aFixed('2027-03-21T08:00Z')]
  expect(lines({ sessions, now: at('2027-03-22T08:29Z') })).toEqual([])
  expect(lines({ sessions, now: at('2027-03-22T08:30Z') })).toEqual(['not-logged: log'])
})

test('a bounced address and a lost mail come before what a mentor asks her to look at', () => {
  const moment = { at: at('2027-03-20T08:00Z') }
  const flagged = [{ sessionId: 'ses_9', pairingId: 'pai_9', ...moment }] as const
  const bounced = [{ personId: 'per_executive', ...moment }] as const
  const failed = [{ id: 'let_1', personId: 'per_executive', sessionId: null, ...moment }] as const
  expect(lines({ failed, bounced, flagged })).toEqual([
    'address-bounced: clear-address',
    'undelivered: send-again',
    'needs-manager: settle',
  ])
})

test('a mentor who is not ready is one line, to write to him; not so if he leaves', () => {
  const notReady = [{ personId: 'per_mentor', at: at('2027-03-01T09:00Z') }] as const
  expect(findItems(aMorning({ notReady }))).toEqual([
    {
      kind: 'mentor-not-ready',
      since: at('2027-03-01T09:00Z'),
      action: 'write',
      sessionId: null,
      pairingId: null,
      personId: 'per_mentor',
    },
  ])
  const [saidAt, followsAt, until] = [
    at('2027-03-20T08:00Z'),
    at('2027-03-22T08:00Z'),
    at('2027-03-25T08:00Z'),
  ]
  const leaving = new Map([['per_mentor', { saidAt, followsAt, until }] as const])
  expect(findItems(aMorning({ notReady, leaving }))).toEqual([])
  expect(findItems(aMorning({ notReady, programme: { ...aMorning().programme, status: 'closed' } }))).toEqual(
    [],
  )
})

const WITH_LIST = aPerson('per_listed', { rules: { meetingLinks: ['https://rooms.example/1'] } })

test('a date whose mentor has a list of links and that has none is a line until it has a place, is over, or is another’s', () => {
  const shown = (session: Session, parts: Partial<Morning> = {}) =>
    lines({ sessions: [session], pairings: [aPairingOf()], memberOf: () => WITH_LIST, ...parts })
  const fixed = (parts: Partial<Session> = {}) =>
    aFixed('2027-03-24T09:00Z', { invites: [anInvited('per_mentor')], ...parts })
  expect(shown(fixed())).toEqual(['no-link: set-place'])
  const room = { kind: 'room', room: '4711' } as const
  expect(shown(fixed({ place: room }))).toEqual([])
  expect(shown(fixed(), { pairings: [aPairingOf({ place: room })] })).toEqual([])
  expect(shown(fixed(), { memberOf: (id) => aPerson(id) })).toEqual([])
  expect(shown(fixed(), { now: at('2027-03-24T09:29Z') })).toEqual(['no-link: set-place'])
  expect(shown(fixed(), { now: at('2027-03-24T09:30Z') })).toEqual([])
  const cannot = anInvited('per_mentor', { partstat: 'DECLINED', answer: saidAt('2027-03-21T08:00Z') })
  expect(shown(fixed({ invites: [cannot] }))).toEqual(['mentor-cannot: offer'])
  const leaving = new Map([['per_mentor', { ...LEAVING, until: at('2027-03-23T23:00Z') }]] as const)
  expect(shown(fixed(), { leaving })).toEqual(['mentor-leaves: substitute'])
  expect(shown(aRound())).not.toContain('no-link: set-place')
})

/** All kinds that Today may have one day, the most urgent first. Not all of them exist yet. */
const ORDER = [
  ...['restored', 'sending-stopped', 'mentor-cannot', 'mentor-leaves'],
  ...['declined', 'bumped-twice', 'counter', 'answer-waiting', 'reporting-line', 'trip-over-dates'],
  ...['address-bounced', 'undelivered', 'asks-for-another', 'asks-to-pause'],
  ...['asks-erasure', 'asks-correction', 'pulse', 'offset-changed'],
  ...[
    'zone-changed',
    'no-link',
    'offer-unanswered',
    'offer-expired',
    'none-suited',
    'no-next-date',
    'asked-for-later',
  ],
  ...['first-offer', 'tentative', 'not-logged', 'needs-manager', 'mentor-not-ready', 'draft', 'timer-failed'],
  ...['programme-ends', 'key-expires', 'strangers'],
]
const ALWAYS_FIRST = ORDER.slice(0, 4)

test('every kind stands at its place in the order of urgency', () => {
  expect(KINDS.map(String)).toEqual(ORDER.filter((kind) => KINDS.some((each) => each === kind)))
})

test('a session that starts within a day comes before every kind but the first four', () => {
  const line = (kind: Kind, start: string | null): TodayLine => ({
    item: {
      kind,
      since: at('2027-03-21T08:00Z'),
      action: 'open',
      sessionId: null,
      pairingId: null,
      personId: null,
    },
    start: start === null ? null : at(start),
    now: at('2027-03-22T08:00Z'),
  })
  const [last = 'strangers'] = KINDS.toReversed()
  const before = KINDS.map((kind) => {
    const [first] = inOrder([line(last, '2027-03-23T08:00Z'), line(kind, null)])
    return [kind, first?.kind === kind && kind !== last]
  })
  expect(before).toEqual(KINDS.map((kind) => [kind, ALWAYS_FIRST.includes(kind)]))
})

test('the kinds stand in the order in which they are urgent, a line of each', () => {
  const moment = { at: at('2027-03-21T08:00Z') }
  const said = (partstat: 'DECLINED' | 'TENTATIVE') => ({ partstat, answer: saidAt('2027-03-21T08:00Z') })
  const round = (id: string, parts: Partial<Session>) =>
    aRound({ id: `ses_${id}`, pairingId: `pai_${id}`, ...parts })
  const fixed = (id: string, start: string, parts: Partial<Session> = {}) =>
    aFixed(start, { id: `ses_${id}`, pairingId: `pai_${id}`, ...parts })
  const proposal = {
    ...between('2027-03-29T08:00Z', '2027-03-29T08:30Z'),
    ...moment,
    id: 'ctr_1',
    personId: 'per_executive',
    via: 'calendar',
    state: 'waiting',
    refusal: null,
    words: null,
  } as const
  const { programme } = aMorning()
  const found = findItems(
    aMorning({
      programme: { ...programme, endsOn: '2027-04-11' },
      flagged: [{ sessionId: 'ses_0', pairingId: 'pai_0', ...moment }],
      failed: [{ id: 'let_1', personId: 'per_executive', sessionId: null, ...moment }],
      bounced: [{ personId: 'per_executive', ...moment }],
      notReady: [{ personId: 'per_mentor', ...moment }],
      waiting: [{ id: 'rcv_1', personId: 'per_assistant', sessionId: null, ...moment }],
      drafts: [{ planId: 'pln_1', pairingId: 'pai_none', at: moment.at }],
      strangers: { count: 210, since: moment.at },
      endingKeys: [
        { id: 'key_1', name: 'The intranet', personId: 'per_manager', endsAt: at('2027-03-25T22:00Z') },
      ],
      pulses: [{ pairingId: 'pai_0', ...moment }],
      recordRequests: [
        {
          programmeId: 'prg_northwind',
          personId: 'per_executive',
          kind: 'correction',
          words: 'My address',
          field: null,
          ...moment,
        },
        {
          programmeId: 'prg_northwind',
          personId: 'per_executive',
          kind: 'erasure',
          words: null,
          field: null,
          ...moment,
        },
      ],
      wishes: [
        { pairingId: 'pai_0', personId: 'per_executive', kind: 'pause', ...moment },
        { pairingId: 'pai_0', personId: 'per_executive', kind: 'another-mentor', ...moment },
      ],
      pairings: [
        aPairingOf({ id: 'pai_first', status: 'proposed' }),
        aPairingOf({ id: 'pai_later', lastAt: at('2027-01-04T09:30Z') }),
        aPairingOf({ id: 'pai_none' }),
        aPairingOf({ id: 'pai_line', status: 'paused' }),
        aPairingOf({ id: 'pai_nowhere', status: 'paused' }),
      ],
      memberOf: (id) => (id === 'per_listed' || id === 'per_executive' ? WITH_LIST : null),
      sessions: [
        fixed('log', '2027-03-20T08:00Z'),
        fixed('perhaps', '2027-03-24T08:00Z', { invites: [anInvited('per_executive', said('TENTATIVE'))] }),
        fixed('wall', '2027-03-25T09:00Z'),
        fixed('counter', '2027-03-26T09:00Z', { proposals: [proposal] }),
        fixed('cannot', '2027-03-26T09:00Z', { invites: [anInvited('per_mentor', said('DECLINED'))] }),
        fixed('leaves', '2027-04-02T09:00Z', { mentorId: 'per_leaving' }),
        fixed('nowhere', '2027-03-31T09:00Z', { mentorId: 'per_listed' }),
        round('later', { notBefore: at('2027-04-07T22:00Z') }),
        round('nothing', { offer: anOpenOffer({ status: 'none' }) }),
        round('expired', { offer: anOpenOffer({ status: 'expired' }) }),
        round('silent', { offer: anOpenOffer() }),
        round('twice', { bumps: 2 }),
        round('once', { bumps: 1 }),
      ],
      leaving: new Map([['per_leaving', LEAVING]]),
      walls: new Map([['ses_wall', '2027-03-25T11:00']]),
      sendingStoppedAt: at('2027-03-29T08:00Z'),
      restoredAt: at('2027-03-29T08:00Z'),
      lines: new Map([['pai_line', { personId: 'per_mentor', managerId: 'per_executive', steps: 1 }]]),
      displaced: [aDisplaced('trip', 'ses_trip'), aDisplaced('zone', 'ses_zone')],
      putOff: [
        {
          ...{ sessionId: null, pairingId: 'pai_0', kind: 'open-round', reason: 'threw' },
          ...{ until: at('2027-03-22T08:00Z'), tries: 5 },
        },
      ],
    }),
  )
  expect(found.map(({ kind }) => kind)).toEqual(KINDS)
})

test('sending that has stopped stands once, first of all, in however many programmes and with however many letters', () => {
  const since = at('2027-03-21T08:00Z')
  const stopped = { sendingStoppedAt: since }
  const cannot = { partstat: 'DECLINED', answer: saidAt('2027-03-21T08:00Z') } as const
  const absent = aFixed('2027-03-22T09:00Z', { invites: [anInvited('per_mentor', cannot)] })
  const mornings = [aMorning({ ...stopped, sessions: [absent] }), aMorning(stopped)]

  expect(findItemsOf(mornings).map(({ kind }) => kind)).toEqual(['sending-stopped', 'mentor-cannot'])
  expect(findItemsOf(mornings)[0]).toMatchObject({ since, action: 'open', sessionId: null })
  expect(lines(stopped)).toEqual(['sending-stopped: open'])
  expect(lines({})).toEqual([])
})

test('a line whose session starts within a day comes before all kinds but a mentor who can’t make it', () => {
  const moment = { at: at('2027-03-21T08:00Z') }
  const perhaps = { partstat: 'TENTATIVE', answer: saidAt('2027-03-19T08:00Z') } as const
  const cannot = { partstat: 'DECLINED', answer: saidAt('2027-03-21T08:00Z') } as const
  const tentative = aFixed('2027-03-23T08:00Z', { invites: [anInvited('per_executive', perhaps)] })
  const bumped = aRound({ id: 'ses_2', pairingId: 'pai_2', bumps: 1 })
  const absent = aFixed('2027-03-29T09:00Z', { id: 'ses_3', invites: [anInvited('per_mentor', cannot)] })
  const failed = [
    { id: 'let_1', personId: 'per_executive', sessionId: 'ses_1', ...moment },
    { id: 'let_2', personId: 'per_executive', sessionId: null, ...moment },
  ] as const
  const parts = { sessions: [bumped, tentative, absent], failed }

  expect(lines({ ...parts, now: at('2027-03-22T08:00Z') })).toEqual([
    'mentor-cannot: offer',
    'undelivered: send-again',
    'tentative: answer-for',
    'declined: offer',
    'undelivered: send-again',
  ])
  const aMinuteEarlier = [
    'mentor-cannot: offer',
    'declined: offer',
    ...failed.map(() => 'undelivered: send-again'),
  ]
  expect(lines({ ...parts, now: at('2027-03-22T07:59Z') })).toEqual([
    ...aMinuteEarlier,
    'tentative: answer-for',
  ])
  // It has begun, so its start is no longer urgent.
  expect(lines({ ...parts, now: at('2027-03-23T08:00Z') }).slice(0, 2)).toEqual([
    'mentor-cannot: offer',
    'declined: offer',
  ])
})

test('of two lines of a kind the one whose session starts sooner comes first, what has no date last', () => {
  const failed = (id: string, sessionId: Session['id'] | null, moment: string) =>
    ({ id: `let_${id}`, personId: 'per_executive', sessionId, at: at(moment) }) as const
  const found = findItems(
    aMorning({
      sessions: [
        aFixed('2027-03-26T09:00Z', { id: 'ses_1' }),
        aFixed('2027-03-25T09:00Z', { id: 'ses_2', pairingId: 'pai_2' }),
      ],
      failed: [
        failed('undated', null, '2027-03-01T08:00Z'),
        failed('friday', 'ses_1', '2027-03-20T08:00Z'),
        failed('thursday', 'ses_2', '2027-03-21T08:00Z'),
      ],
    }),
  )
  expect(found.map(({ letterId }) => letterId)).toEqual(['let_thursday', 'let_friday', 'let_undated'])
})

test('the lines of several programmes stand in one order', () => {
  const flagged = [{ sessionId: 'ses_9', pairingId: 'pai_9', at: at('2027-03-20T08:00Z') }] as const
  const one = aMorning({ flagged })
  const other = aMorning({ sessions: [aRound({ bumps: 1 })], flagged })
  expect(findItemsOf([one, other]).map(({ kind }) => kind)).toEqual([
    'declined',
    'needs-manager',
    'needs-manager',
  ])
})

test('of two lines of a kind without a date the one that waits longer comes first', () => {
  const early = aRound({
    id: 'ses_1',
    offer: anOpenOffer({ status: 'expired', madeAt: at('2027-03-10T08:00Z') }),
  })
  const late = aRound({
    id: 'ses_2',
    offer: anOpenOffer({ status: 'expired', madeAt: at('2027-03-12T08:00Z') }),
  })
  const found = findItems(aMorning({ sessions: [late, early] }))
  expect(found.map(({ sessionId }) => sessionId)).toEqual(['ses_1', 'ses_2'])
})

test('a line put off comes back on its day, and hides no other kind of line', () => {
  const sessions = [aRound({ bumps: 1 })]
  const snoozes = [{ key: 'declined:ses_1', until: at('2027-03-25T00:00Z'), madeAt: at('2027-03-22T08:00Z') }]

  expect(lines({ sessions, snoozes })).toEqual([])
  expect(lines({ sessions, snoozes, now: at('2027-03-25T00:00Z') })).toEqual(['declined: offer'])
  expect(lines({ sessions: [aRound({ bumps: 2 })], snoozes })).toEqual(['bumped-twice: call'])
})

test('a settled line stays away until it happens again', () => {
  const flag = (moment: string) => ({
    flagged: [{ sessionId: 'ses_9', pairingId: 'pai_9', at: at(moment) }] as const,
  })
  const [item] = findItems(aMorning(flag('2027-03-20T08:00Z')))
  const snoozes = [{ key: item ? keyOf(item) : '', until: null, madeAt: at('2027-03-21T08:00Z') }]

  expect(lines({ ...flag('2027-03-20T08:00Z'), snoozes })).toEqual([])
  expect(lines({ ...flag('2027-03-21T09:00Z'), snoozes })).toEqual(['needs-manager: settle'])
})

test('a pulse answer that asks for a change is on Today; settled, it stays away until answered again', () => {
  const answeredAt = (moment: string) => ({ pulses: [{ pairingId: 'pai_9', at: at(moment) }] as const })
  expect(lines(answeredAt('2027-03-21T08:00Z'))).toEqual(['pulse: open'])

  const snoozes = [{ key: 'pulse:pai_9', until: null, madeAt: at('2027-03-21T09:00Z') }]
  expect(lines({ ...answeredAt('2027-03-21T08:00Z'), snoozes })).toEqual([])
  expect(lines({ ...answeredAt('2027-03-21T10:00Z'), snoozes })).toEqual(['pulse: open'])
})

test('three weeks before the last day, and once, she is asked whether to close', () => {
  const { programme } = aMorning()
  const ends = (endsOn: string | null) => ({ programme: { ...programme, endsOn } })
  expect(lines(ends(null))).toEqual([])
  expect(lines(ends('2027-04-12'))).toEqual([])
  expect(lines(ends('2027-04-11'))).toEqual(['programme-ends: close'])

  const snoozes = [{ key: 'programme-ends:prg_1', until: null, madeAt: at('2027-03-22T07:00Z') }]
  expect(lines({ ...ends('2027-04-11'), snoozes })).toEqual([])
})

test('Today of a closed programme has only people’s words and letters', () => {
  const moment = { at: at('2027-03-20T08:00Z') }
  const parts: Partial<Morning> = {
    pairings: [aPairingOf()],
    sessions: [aFixed('2027-03-21T08:00Z')],
    pulses: [{ pairingId: 'pai_1', ...moment }],
    waiting: [{ id: 'rcv_1', personId: 'per_executive', sessionId: null, ...moment }],
    flagged: [{ sessionId: 'ses_9', pairingId: 'pai_1', ...moment }],
    failed: [{ id: 'let_1', personId: 'per_executive', sessionId: null, ...moment }],
    now: at('2027-03-30T08:00Z'),
  }
  const { programme } = aMorning()
  expect(lines(parts).length).toBeGreaterThan(4)
  expect(lines({ ...parts, programme: { ...programme, status: 'closed', endsOn: '2027-03-25' } })).toEqual([
    'answer-waiting: answer-for',
    'undelivered: send-again',
    'pulse: open',
    'needs-manager: settle',
  ])
})

test('a pairing in one reporting line has one line, with who reports to whom, and nothing asks to offer it times', () => {
  const reports = { personId: 'per_mentor', managerId: 'per_executive', steps: 1 } as const
  const apart = new Map([['pai_1', reports] as const])
  const declined = aRound({ bumps: 1, offer: anOpenOffer({ status: 'answered' }) })
  const found = findItems(aMorning({ lines: apart, pairings: [aPairingOf()], sessions: [declined] }))

  expect(found).toEqual([
    expect.objectContaining({ kind: 'reporting-line', action: 'hand-over', reports, sessionId: null }),
  ])
  expect(lines({ lines: apart, pairings: [aPairingOf({ status: 'ended' })] })).toEqual([])
})

test('a date that is fixed is named by the line of its reporting line', () => {
  const reports = { personId: 'per_mentor', managerId: 'per_executive', steps: 1 } as const
  const parts = { lines: new Map([['pai_1', reports] as const]), pairings: [aPairingOf()] }
  const [found] = findItems(aMorning({ ...parts, sessions: [aFixed('2027-03-24T09:00Z')] }))
  expect(found).toMatchObject({ kind: 'reporting-line', sessionId: 'ses_1', pairingId: 'pai_1' })
})

test('a date covered for two reasons stands once, and leaves when it is kept until something newer covers it', () => {
  const displaced = [aDisplaced('trip', 'ses_1'), aDisplaced('hours', 'ses_1')]
  expect(lines({ displaced })).toEqual(['trip-over-dates: move'])

  const kept = { key: 'trip-over-dates:ses_1', until: null, madeAt: at('2027-03-21T09:00Z') }
  expect(lines({ displaced, snoozes: [kept] })).toEqual([])
  const newer = displaced.map((each) => ({ ...each, since: at('2027-03-21T10:00Z') }))
  expect(lines({ displaced: newer, snoozes: [kept] })).toEqual(['trip-over-dates: move'])
})
