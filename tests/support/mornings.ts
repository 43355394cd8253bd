import type { SessionId } from '../../worker/domain/ids.ts'
import { afterAnsweringDays, answeringTimeOf } from '../../worker/domain/offer/answering-time.ts'
import type { Displaced, Displacement } from '../../worker/domain/session/displaced.ts'
import type { Invite, Offer, Session } from '../../worker/domain/session/session.ts'
import { after, MINUTE } from '../../worker/domain/time/time.ts'
import type { Morning } from '../../worker/domain/today/item.ts'
import { aSituation } from './situations.ts'
import { at, between } from './times.ts'

/** Monday 22 March 2027, nine in Paris: Tom and Claude last met three weeks ago, and no next session is open. */
export function aMorning(parts: Partial<Morning> = {}): Morning {
  return {
    now: at('2027-03-22T08:00Z'),
    programme: aSituation().programme,
    pairings: [],
    sessions: [],
    undecided: [],
    memberOf: () => null,
    memberAt: () => null,
    diaryOf: () => null,
    leaving: new Map(),
    walls: new Map(),
    waiting: [],
    strangers: null,
    flagged: [],
    bounced: [],
    notReady: [],
    failed: [],
    sendingStoppedAt: null,
    restoredAt: null,
    wishes: [],
    recordRequests: [],
    pulses: [],
    endingKeys: [],
    drafts: [],
    snoozes: [],
    putOff: [],
    unread: [],
    lines: new Map(),
    displaced: [],
    acts: new Map(),
    ...parts,
  }
}

export function aPairingOf(parts: Partial<Morning['pairings'][number]> = {}): Morning['pairings'][number] {
  return { ...aSituation().pairing, lastAt: at('2027-03-01T09:30Z'), hasClosed: false, ...parts }
}

/** A new round of Tom and Claude. */
export function aRound(parts: Partial<Session> = {}): Session {
  return {
    id: 'ses_1',
    pairingId: 'pai_1',
    programmeId: 'prg_1',
    mentorId: 'per_mentor',
    executiveId: 'per_executive',
    status: 'offered',
    time: null,
    minutes: 30,
    zone: 'Europe/Paris',
    place: null,
    usual: { mentorId: 'per_mentor', place: null },
    hasQuestion: false,
    bumps: 0,
    version: 1,
    offer: null,
    invites: [],
    proposals: [],
    notBefore: null,
    passed: false,
    formatId: null,
    briefedFor: null,
    askedFor: null,
    waitingSince: null,
    tried: [],
    ...parts,
  }
}

/** Half an hour from that moment. */
export function aFixed(start: string, parts: Partial<Session> = {}): Session {
  return aRound({ status: 'fixed', time: { start: at(start), end: after(at(start), 30 * MINUTE) }, ...parts })
}

/** Made on Thursday 18 March at nine in Paris, held until the end of the Tuesday after. */
export function anOpenOffer(parts: Partial<Offer> = {}): Offer {
  const { madeAt = at('2027-03-18T08:00Z') } = parts
  return {
    id: 'off_1',
    status: 'open',
    askedId: 'per_assistant',
    heldUntil: at('2027-03-23T23:00Z'),
    madeAt,
    unansweredAt: afterAnsweringDays(answeringTimeOf(aSituation()), madeAt, 2),
    words: null,
    options: [
      {
        id: 'opt_1',
        ...between('2027-03-29T09:00Z', '2027-03-29T09:30Z'),
        origin: 'found',
        until: at('2027-03-23T23:00Z'),
        dropped: false,
        against: null,
      },
    ],
    answer: null,
    ...parts,
  }
}

export function anInvited(personId: Invite['personId'], parts: Partial<Invite> = {}): Invite {
  return {
    id: 'inv_1',
    personId,
    uid: 'x7k2@reply.sotto.example',
    organizer: 'sotto-x7k2@reply.sotto.example',
    sequence: 0,
    partstat: 'NEEDS-ACTION',
    live: true,
    stampedAt: at('2027-03-18T08:00Z'),
    answer: null,
    sentSequence: null,
    ...parts,
  }
}

/** An answer given at that moment. */
export function saidAt(moment: string): Invite['answer'] {
  return {
    byId: null,
    via: 'calendar',
    sequence: 0,
    dtstamp: null,
    replyTime: null,
    mailDate: null,
    at: at(moment),
  }
}

/** A date of Tom and Claude that something covers since Sunday. */
export function aDisplaced(why: Displacement, sessionId: SessionId): Displaced {
  return {
    ...{ sessionId, pairingId: 'pai_1', mentorId: 'per_mentor', executiveId: 'per_executive' },
    ...{ time: between('2027-03-29T09:00Z', '2027-03-29T09:30Z'), decidedAt: at('2027-03-15T08:00Z') },
    ...{
      zone: 'Europe/Paris',
      isOption: false,
      against: null,
      personId: 'per_executive',
      why,
      since: at('2027-03-21T08:00Z'),
    },
  }
}
