import fc from 'fast-check'

import { answer, conflictOf, fix, whoIs } from '../plain/rules.ts'
import {
  answererOf,
  HOUR,
  isAhead,
  type Model,
  type Partstat,
  type Session,
  type Side,
  standing,
} from '../plain/state.ts'
import { look } from '../seen.ts'
import { pressed } from './by-manager.ts'
import { aChoice, aTime, chosen, command, foretold, sessionsThat, timeOf, type Turn } from './command.ts'

const hasOptions = ({ offer }: Session) => offer !== null && offer.options.length > 0
const offered = (model: Model) =>
  sessionsThat(model, (session) => session.status === 'offered' && hasOptions(session))
const answered = (model: Model) =>
  sessionsThat(model, (session) => session.status === 'fixed' && hasOptions(session))
const fixed = (model: Model) => sessionsThat(model, ({ status }) => status === 'fixed')
const aSide = fc.constantFrom<Side[]>('executive', 'mentor')

/** One of the times that were offered, also one that can no longer be had, through each door that takes an answer. */
const pick = command(
  'pick',
  fc.record({
    ...{ session: aChoice, option: aChoice },
    door: fc.constantFrom('link', 'link', 'api', 'page', 'desk'),
  }),
  (model) => offered(model).length > 0,
  async (turn, { session: index, option: nth, door }) => {
    const { model } = turn
    const session = chosen(offered(model), index)
    const option = chosen(session.offer?.options ?? [], nth)
    const before = structuredClone(session)
    const isStanding = standing(session, model.now).some(({ id }) => id === option.id)
    const picked = await answerBy(turn, session, option.id, door)
    if (!picked) return
    const isSure = door === 'api' || door === 'page' || !model.replaced.has(session.executive)
    if (!foretold(picked, isStanding ? isSure || 'either' : false)) return
    fix(model, session, { start: option.start, end: option.end })
    if (door === 'page') pressed(turn, before, session, picked)
  },
)

/** Null: nobody can answer by that door. */
async function answerBy({ model, house, readers }: Turn, session: Session, option: string, door: string) {
  const who = answererOf(model, session.executive)
  const offerId = session.offer?.id ?? ''
  switch (door) {
    case 'api':
      return house.ask('nadia', `/api/v1/offers/${offerId}/answer`, { json: { optionId: option } })
    case 'page':
      return house.ask('nadia', `/sessions/${session.id}/answers`, { form: { optionId: option } })
    case 'desk':
      if (who === session.executive || session.offer?.asked !== who) return null
      return house.ask(who, `/desk/offers/${offerId}/answer`, { form: { option } })
    default: {
      const link = readers.link('/answer', model.addresses.get(who) ?? '', { option })
      return link && house.ask(null, '/answer', { form: { k: link.k, choice: option } })
    }
  }
}

const pickAgain = command(
  'pick another time of an answered offer',
  fc.record({ session: aChoice, option: aChoice, door: fc.constantFrom('link', 'api', 'desk') }),
  (model) => answered(model).length > 0,
  async (turn, { session: index, option: nth, door }) => {
    const session = chosen(answered(turn.model), index)
    const option = chosen(session.offer?.options ?? [], nth)
    const said = await answerBy(turn, session, option.id, door)
    // The same time again is a success. Nothing changes in either case.
    if (said) foretold(said, option.start === session.time?.start ? 'either' : false)
  },
)

/** The page that the mail about this offer leads to, as whoever answers opens it. */
function answerPage({ model, readers }: Turn, session: Session) {
  const [option] = session.offer?.options ?? []
  const to = model.addresses.get(answererOf(model, session.executive)) ?? ''
  return option ? readers.link('/answer', to, { option: option.id }) : null
}

const none = command(
  'none suits',
  fc.record({ session: aChoice }),
  (model) => offered(model).length > 0,
  async (turn, { session: index }) => {
    const session = chosen(offered(turn.model), index)
    const link = answerPage(turn, session)
    if (!link) return
    const said = await turn.house.ask(null, '/answer', { form: { k: link.k, choice: 'none' } })
    if (foretold(said, 'either') && session.offer) session.offer = { ...session.offer, open: false }
  },
)

/** A time of his own is taken where both are free, refused where one is not, and else put before a human. */
const own = command(
  'a time of his own',
  fc.record({ session: aChoice, time: aTime }),
  (model) => offered(model).length > 0,
  async (turn, { session: index, time }) => {
    const { model, house } = turn
    const session = chosen(offered(model), index)
    const link = answerPage(turn, session)
    if (!link) return
    const span = timeOf(model, time)
    const people = [session.mentor, session.executive]
    const conflict = conflictOf(model, span, { people, ignoring: session.id })
    const wall = new Date(span.start + (span.start >= SUMMER ? 2 : 1) * HOUR).toISOString()
    const form = { k: link.k, choice: 'own', date: wall.slice(0, 10), time: wall.slice(11, 16) }
    const said = await house.ask(null, '/answer', { form })
    if (!foretold(said, conflict === 'taken' ? false : 'either')) return
    const { sessions } = await look()
    if (sessions.find(({ id }) => id === session.id)?.status === 'fixed') fix(model, session, span)
    else model.mayPropose.add(session.id)
  },
)

/** When Paris changes its clocks. */
const SUMMER = Date.UTC(2027, 2, 28, 1)

/** Of the latest revision the answer has to count; an older mail’s link may have ended. */
async function onEventPage(
  { model, house, readers }: Turn,
  session: Session,
  side: Side,
  form: Readonly<Record<string, string>>,
) {
  const invite = session.invites[side]
  const to = model.addresses.get(whoIs(session, side)) ?? ''
  const link = readers.link('/invite', to, { sessionId: session.id })
  if (!link || !invite) return false
  const isLatest = link.sequence === model.entries.get(invite.entry)?.sequence
  const said = await house.ask(null, '/invite', { form: { k: link.k, ...form } })
  return foretold(said, isAhead(session, model.now) ? isLatest || 'either' : false)
}

const accept = command(
  'accept on the page of the event',
  fc.record({ session: aChoice, side: aSide }),
  (model) => fixed(model).length > 0,
  async (turn, { session: index, side }) => {
    const session = chosen(fixed(turn.model), index)
    if (!(await onEventPage(turn, session, side, { answer: 'accept' }))) return
    byLink(turn.model, session, side, 'ACCEPTED')
    // His own proposal is taken back by it.
    turn.model.mayPropose.add(session.id)
  },
)

/** Everybody who reads the event has its link: a decline there changes nothing until it is confirmed from the mail. */
const decline = command(
  'decline on the page of the event',
  fc.record({ session: aChoice, side: aSide }),
  (model) => fixed(model).length > 0,
  async (turn, { session: index, side }) => {
    await onEventPage(turn, chosen(fixed(turn.model), index), side, { answer: 'decline' })
  },
)

const confirm = command(
  'confirm a decline from the mail',
  fc.record({ session: aChoice, side: aSide, keep: fc.boolean() }),
  (model) => fixed(model).length > 0,
  async ({ model, house, readers }, { session: index, side, keep }) => {
    const session = chosen(fixed(model), index)
    const to = model.addresses.get(whoIs(session, side)) ?? ''
    const link = readers.link('/confirm', to, { sessionId: session.id })
    const invite = session.invites[side]
    if (!link || !invite) return
    const form = { k: link.k, ...(keep && { keep: 'yes' }) }
    if (!foretold(await house.ask(null, '/confirm', { form }), 'either') || !isAhead(session, model.now))
      return
    if ((invite.partstat === 'DECLINED') === keep)
      byLink(model, session, side, keep ? 'ACCEPTED' : 'DECLINED')
  },
)

const cannot = command(
  'the mentor cannot',
  fc.record({ session: aChoice }),
  (model) => fixed(model).length > 0,
  async ({ model, house, readers }, { session: index }) => {
    const session = chosen(fixed(model), index)
    const to = model.addresses.get(session.mentor) ?? ''
    const link = readers.link('/meeting', to, { sessionId: session.id })
    if (!link) return
    const said = await house.ask(null, '/meeting', { form: { k: link.k, say: 'cannot' } })
    if (foretold(said, 'either') && isAhead(session, model.now)) byLink(model, session, 'mentor', 'DECLINED')
  },
)

function byLink(model: Model, session: Session, side: Side, partstat: Partstat): void {
  const invite = session.invites[side]
  const sequence = invite ? (model.entries.get(invite.entry)?.sequence ?? 0) : 0
  answer(model, session, side, {
    ...{ partstat, handed: 0 },
    said: { via: 'link', by: whoIs(session, side), sequence, stamp: null, at: model.now },
  })
}

export const byLinks = [pick, pick, pick, pickAgain, none, own, accept, decline, confirm, confirm, cannot]
