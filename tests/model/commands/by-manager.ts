import fc from 'fast-check'

import { instant } from '../../../worker/domain/time/time.ts'
import { toWall } from '../../../worker/domain/time/zones.ts'
import type { Answer } from '../house.ts'
import { answer, callOff, claimsOf, conflictOf, fix, substitute, waits, whoIs } from '../plain/rules.ts'
import {
  isAhead,
  isOpen,
  MINUTE,
  type Model,
  type Name,
  openOf,
  type Press,
  type Session,
  type Span,
  standing,
} from '../plain/state.ts'
import {
  aChoice,
  aTime,
  chosen,
  command,
  foretold,
  sessionsThat,
  textOf,
  timeOf,
  type Turn,
} from './command.ts'

const aDoor = fc.constantFrom('api', 'page')
const REASON = 'agreed by phone'

export function newId(prefix: string): string {
  return `${prefix}_${crypto.randomUUID().replaceAll('-', '')}`
}

/** By the wall clock of the manager, as she types it. */
function typed({ start }: Span) {
  const { day, minutes } = toWall('Europe/Paris', instant(start))
  const clock = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
  return { date: day, time: clock }
}

/** Remembers what stood before a press of a page, and what it frees until its letters leave. */
export function pressed({ model }: Turn, before: Session | null, after: Session, { location }: Answer): void {
  const [, sessionId = '', version = ''] = /pressed=(ses_\w+)\.(\d+)/.exec(location) ?? []
  const isWaiting = waits(model, before?.time ?? null, after.time)
  const until = model.now + (isWaiting ? MINUTE : 0)
  model.press = { sessionId, pressed: `${sessionId}.${version}`, until, version: Number(version), before }
  const still = claimsOf(after, model.now)
  // A hold that has ended, and that no tick has freed yet, is kept with the others for the minute.
  const ended = before?.status === 'offered' && before.offer?.open ? before.offer.options : []
  const mentor = before?.mentor ?? after.mentor
  for (const span of before ? [...claimsOf(before, model.now), ...ended] : [])
    if (still.some(({ start }) => start === span.start)) {
      if (mentor !== after.mentor) model.kept.push({ ...span, sessionId, until, people: [mentor] })
    } else
      model.kept.push({
        ...span,
        sessionId,
        until,
        people: [after.mentor, after.executive, mentor],
      })
}

/** Whether a manager with a reason can have this time. */
function isFree(
  model: Model,
  span: Span,
  people: readonly Name[],
  ignoring: string | null,
): boolean | 'either' {
  if (span.start < model.now) return false
  const conflict = conflictOf(model, span, { people, ignoring })
  return conflict === 'taken' ? false : conflict === 'freeing' ? 'either' : true
}

const offer = command(
  'offer',
  fc.record({ pair: aChoice, door: aDoor }),
  () => true,
  async (turn, { pair: index, door }) => {
    const { model, house } = turn
    const pair = chosen([...model.pairs.values()], index)
    const open = openOf(model, pair.id)
    const before = open && structuredClone(open)
    const said = pair.status === 'active' && open?.status !== 'fixed' ? 'either' : false
    const id = newId('off')
    const json = { id, pairingId: pair.id }
    const asked =
      door === 'api'
        ? await house.ask('nadia', '/api/v1/offers', { json })
        : await house.ask('nadia', `/pairings/${pair.id}/offers`, { form: { id } })
    if (door === 'api') house.last = { path: '/api/v1/offers', json, status: asked.status }
    if (!foretold(asked, said)) return
    if (open) Object.assign(open, { offer: null })
    model.mayOffer.add(open?.id ?? '')
    if (!open) model.mayOpen.add(pair.id)
    if (door === 'page') {
      const sessionId = /pressed=(ses_\w+)/.exec(asked.location)?.[1] ?? ''
      const stub: Session = { ...(open ?? roundOf(pair, sessionId)), id: sessionId }
      pressed(turn, before, stub, asked)
    }
  },
)

function roundOf(
  pair: { readonly id: string; readonly mentor: Name; readonly executive: Name },
  id: string,
): Session {
  return {
    ...{ id, pair: pair.id, mentor: pair.mentor, executive: pair.executive, status: 'offered', time: null },
    ...{ bumps: 0, invites: { executive: null, mentor: null }, offer: null, proposals: [] },
    ...{ passed: false, loggedAt: null, hasAgreed: false },
  }
}

async function book(turn: Turn, pairId: string, span: Span, door: string): Promise<void> {
  const { model, house } = turn
  const pair = model.pairs.get(pairId)
  if (!pair) throw new Error('no pairing')
  const open = openOf(model, pair.id)
  const before = open && structuredClone(open)
  const people = [open?.mentor ?? pair.mentor, pair.executive]
  const said =
    pair.status === 'active' && open?.status !== 'fixed' && isFree(model, span, people, open?.id ?? null)
  const id = newId('ses')
  const json = { id, pairingId: pair.id, start: textOf(span.start), reason: REASON }
  const booked =
    door === 'api'
      ? await house.ask('nadia', '/api/v1/sessions', { json })
      : await house.ask('nadia', `/pairings/${pair.id}/sessions`, {
          form: { id, ...typed(span), minutes: '30', reason: REASON },
        })
  if (door === 'api') house.last = { path: '/api/v1/sessions', json, status: booked.status }
  if (!foretold(booked, said)) return
  const session = open ?? roundOf(pair, id)
  model.sessions.set(session.id, session)
  fix(model, session, span)
  if (door === 'page') pressed(turn, before, session, booked)
}

const booking = command(
  'book',
  fc.record({ pair: aChoice, time: aTime, door: aDoor }),
  () => true,
  (turn, { pair, time, door }) =>
    book(turn, chosen([...turn.model.pairs.values()], pair).id, timeOf(turn.model, time), door),
)

/** The times that others hold, or held until a moment ago: the next pairing wants one of them. */
const bookHeld = command(
  'book a time of others',
  fc.record({ option: aChoice, pair: aChoice }),
  (model) => heldTimes(model).length > 0,
  (turn, { option, pair }) => {
    const { start, end, pair: theirs } = chosen(heldTimes(turn.model), option)
    const others = [...turn.model.pairs.values()].filter(({ id }) => id !== theirs)
    return book(turn, chosen(others, pair).id, { start, end }, 'api')
  },
)

/** The minute in which a hold ends: no tick has freed it, and another pairing takes the time. */
const bookEnded = command(
  'book a time whose hold has just ended',
  fc.record({ option: aChoice, pair: aChoice }),
  (model) => standingTimes(model).length > 0,
  (turn, { option, pair }) => {
    const { model, house } = turn
    const { pair: theirs, until, ...span } = chosen(standingTimes(model), option)
    model.now = until
    house.clock.now = until
    const others = [...model.pairs.values()].filter(({ id }) => id !== theirs)
    return book(turn, chosen(others, pair).id, span, 'api')
  },
)

function standingTimes(model: Model) {
  return [...model.sessions.values()].flatMap((session) =>
    standing(session, model.now).map(({ start, end, until }) => ({ start, end, until, pair: session.pair })),
  )
}

function heldTimes(model: Model) {
  return [...model.sessions.values()].flatMap(({ offer: held, status, time, pair }) => [
    ...(status === 'offered' && held?.open ? held.options.map((each) => ({ ...each, pair })) : []),
    ...(status === 'fixed' && time && time.start > model.now ? [{ ...time, pair }] : []),
  ])
}

const move = command(
  'move',
  fc.record({ session: aChoice, time: aTime, door: aDoor, standIn: fc.boolean() }),
  (model) => sessionsThat(model, ({ status }) => status === 'fixed').length > 0,
  async (turn, { session: index, time, door, standIn }) => {
    const { model, house } = turn
    const session = chosen(
      sessionsThat(model, ({ status }) => status === 'fixed'),
      index,
    )
    const before = structuredClone(session)
    const mentor = standIn ? (session.mentor === 'tom' ? 'uma' : 'tom') : session.mentor
    const span = timeOf(model, time)
    const isSame = span.start === session.time?.start && mentor === session.mentor
    const said =
      isAhead(session, model.now) && (isSame || isFree(model, span, [mentor, session.executive], session.id))
    const withMentor = standIn ? { mentorId: house.people[mentor].id } : {}
    const moved =
      door === 'api'
        ? await house.ask('nadia', `/api/v1/sessions/${session.id}/time`, {
            json: { start: textOf(span.start), reason: REASON, ...withMentor },
          })
        : await house.ask('nadia', `/sessions/${session.id}/time`, {
            form: { ...typed(span), reason: REASON, ...withMentor },
          })
    if (!foretold(moved, said) || isSame) return
    if (standIn) substitute(model, session, mentor, span)
    else fix(model, session, span)
    if (door === 'page') pressed(turn, before, session, moved)
  },
)

const cancel = command(
  'cancel',
  fc.record({ session: aChoice, reopen: fc.boolean(), door: aDoor }),
  (model) => sessionsThat(model, isOpen).length > 0,
  async (turn, { session: index, reopen, door }) => {
    const { model, house } = turn
    const session = chosen(sessionsThat(model, isOpen), index)
    const before = structuredClone(session)
    const isOffered = session.status === 'offered'
    const said = isOffered || isAhead(session, model.now)
    const cancelled =
      door === 'api'
        ? await house.ask('nadia', `/api/v1/sessions/${session.id}/cancellation`, { json: { reopen } })
        : await house.ask('nadia', `/sessions/${session.id}/cancellation`, {
            form: reopen ? { reopen: 'yes' } : { sure: 'yes' },
          })
    if (!foretold(cancelled, said) || (isOffered && reopen)) return
    callOff(model, session, reopen)
    if (door === 'page') pressed(turn, before, session, cancelled)
  },
)

const answerFor = command(
  'answer for somebody',
  fc.record({
    session: aChoice,
    side: fc.constantFrom('executive', 'mentor'),
    partstat: fc.constantFrom('ACCEPTED', 'TENTATIVE', 'DECLINED'),
    door: aDoor,
  }),
  (model) => sessionsThat(model, ({ status }) => status === 'fixed').length > 0,
  async ({ model, house }, { session: index, side, partstat, door }) => {
    const session = chosen(
      sessionsThat(model, ({ status }) => status === 'fixed'),
      index,
    )
    const json = { personId: house.people[whoIs(session, side)].id, partstat }
    const byApi = door === 'api' || partstat === 'DECLINED'
    const said = byApi
      ? await house.ask('nadia', `/api/v1/sessions/${session.id}/answers`, { json })
      : await house.ask('nadia', `/sessions/${session.id}/answers`, { form: json })
    if (!foretold(said, isAhead(session, model.now))) return
    const invite = session.invites[side]
    const sequence = invite ? (model.entries.get(invite.entry)?.sequence ?? 0) : 0
    answer(model, session, side, {
      ...{ partstat, handed: 0 },
      said: { via: 'manager', by: 'nadia', sequence, stamp: null, at: model.now },
    })
  },
)

const settle = command(
  'settle a proposal',
  fc.record({ session: aChoice, accept: fc.boolean() }),
  (model) => sessionsThat(model, ({ proposals }) => proposals.length > 0).length > 0,
  async ({ model, house }, { session: index, accept }) => {
    const session = chosen(
      sessionsThat(model, ({ proposals }) => proposals.length > 0),
      index,
    )
    const [proposal] = session.proposals
    if (!proposal) return
    const to = `/api/v1/sessions/${session.id}/counters/${proposal.id}`
    if (!accept) {
      foretold(await house.ask('nadia', `${to}/refusal`, { json: {} }), true)
      session.proposals = session.proposals.filter((each) => each !== proposal)
      return
    }
    const isOver = session.time !== null && !isAhead(session, model.now)
    const said =
      isOpen(session) &&
      !isOver &&
      proposal.possible &&
      isFree(model, proposal, [session.mentor, session.executive], session.id)
    const accepted = await house.ask('nadia', `${to}/acceptance`, { json: { reason: REASON } })
    if (!foretold(accepted, said)) return
    if (session.status === 'fixed' && proposal.side === 'executive') session.bumps += 1
    fix(model, session, { start: proposal.start, end: proposal.end })
  },
)

const undo = command(
  'undo',
  fc.constant({}),
  ({ press }) => press !== null,
  async ({ model, house, seen }) => {
    const { press } = model
    if (!press) return
    const session = model.sessions.get(press.sessionId)
    const version = seen.sessions.find(({ id }) => id === press.sessionId)?.version
    // A pairing has one open round: what was called off does not come back beside the next.
    const next = session && press.before && isOpen(press.before) ? openOf(model, session.pair) : null
    const isAlone = next === null || next.id === press.sessionId
    const said = press.until > model.now && version === press.version && isAlone && hasRoom(model, press)
    const form = { pressed: press.pressed, back: `/sessions/${press.sessionId}` }
    const asked = await house.ask('nadia', '/presses/undo', { form })
    if (!foretold(asked, said && press.isTold ? 'either' : said) || !session) return
    putBack(model, session, press.before)
    model.press = null
    model.kept = model.kept.filter(({ sessionId }) => sessionId !== session.id)
    model.again.set(session.id, (model.again.get(session.id) ?? 0) + 1)
  },
)

/** What was called off does not come back in a pairing that has ended since, nor an offer in one that rests. */
function hasRoom({ sessions, pairs, now }: Model, { sessionId, before }: Press): boolean {
  const session = sessions.get(sessionId)
  const status = session && pairs.get(session.pair)?.status
  if (!session || !before || !isOpen(before) || isOpen(session)) return true
  if (before.time && before.time.start <= now) return true
  return status === 'active' || (status === 'paused' && before.status === 'fixed')
}

/** As it was, with the numbers of now; what the press made was never told to anybody. */
function putBack(model: Model, session: Session, before: Session | null): void {
  const had = new Set(before ? Object.values(before.invites).flatMap((each) => each?.entry ?? []) : [])
  for (const invite of Object.values(session.invites)) {
    const entry = invite && model.entries.get(invite.entry)
    if (!entry || had.has(entry.key)) continue
    entry.sequence += 1
    entry.live = false
  }
  for (const invite of Object.values(before?.invites ?? {})) {
    const entry = invite && model.entries.get(invite.entry)
    if (!entry) continue
    entry.live = true
    entry.struck = invite.partstat === 'DECLINED' && invite.said?.via === 'calendar'
    if (before?.time) entry.revisions.set(entry.sequence, { method: 'REQUEST', span: before.time })
  }
  const gone = { status: 'cancelled', time: null, offer: null, proposals: [] } as const
  Object.assign(session, before ?? { ...gone, invites: { executive: null, mentor: null } })
}

const again = command(
  'repeat the last request',
  fc.constant({}),
  () => true,
  async ({ house }) => {
    // What was refused may be possible by now.
    if (!house.last || house.last.status >= 400) return
    const { path, json, status } = house.last
    const repeated = await house.ask('nadia', path, { json })
    if (repeated.status !== status) throw new Error(`repeated: ${repeated.status}, not ${status}`)
  },
)

export const byManager = [
  offer,
  offer,
  booking,
  booking,
  bookHeld,
  bookEnded,
  move,
  move,
  cancel,
  answerFor,
  settle,
  settle,
  undo,
  undo,
  again,
]
