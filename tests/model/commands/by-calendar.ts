import fc from 'fast-check'

import { instant } from '../../../worker/domain/time/time.ts'
import { type CalendarAnswer, writeProse, writeReply } from '../../../worker/http/dev/reply.ts'
import { answer, conflictOf, whoIs } from '../plain/rules.ts'
import {
  isAhead,
  type Model,
  type Name,
  type Partstat,
  SECOND,
  type Session,
  type Side,
} from '../plain/state.ts'
import { aChoice, aTime, chosen, command, sessionsThat, timeOf, type Turn } from './command.ts'

const fixed = (model: Model) => sessionsThat(model, ({ status }) => status === 'fixed')
const aSide = fc.constantFrom<Side[]>('executive', 'executive', 'mentor')

type From = 'himself' | 'assistant' | 'stranger' | 'forwarded'
type Writing = {
  readonly session: Session
  readonly side: Side
  readonly said: CalendarAnswer
  readonly sequence: number
  readonly stamp: number
  readonly from: From
}

/** Writes as a calendar does that shows the event; null: it shows none. */
async function writes(turn: Turn, { session, side, said, sequence, stamp, from }: Writing): Promise<boolean> {
  const { model, house, readers } = turn
  const invite = session.invites[side]
  const shown = readers.shown((invite && model.entries.get(invite.entry)?.uid) ?? null)
  if (!shown?.time || shown.method !== 'REQUEST') return false
  const name = whoIs(session, side)
  const assistant = model.assistants.get(session.executive) ?? 'odile'
  const address = from === 'forwarded' ? 'somebody@elsewhere.example' : (model.addresses.get(name) ?? '')
  house.serial += 1
  const raw = writeReply(
    {
      ...{ uid: shown.uid, sequence, organizer: shown.organizer.address, time: shown.time },
      attendee: { name: 'A', address },
    },
    said,
    { at: instant(stamp), messageId: `<${house.serial}@calendar.example>` },
  )
  const sender =
    from === 'assistant'
      ? model.addresses.get(assistant)
      : from === 'stranger'
        ? 'somebody@elsewhere.example'
        : address
  await mails(turn, name, raw.replace(/^From: .*(?:\r\n .*)?/, `From: <${sender}>`))
  return true
}

async function mails({ house }: Turn, to: Name, raw: string): Promise<void> {
  house.lastMail = { to, raw }
  await house.arrives(to, raw)
}

const aPartstat = fc.constantFrom<Partstat[]>('ACCEPTED', 'DECLINED', 'DECLINED', 'TENTATIVE')

type Saying = {
  readonly partstat: Partstat
  readonly from: From
  /** To the revision before the one that the calendar shows. */
  readonly isOld: boolean
  /** Seconds that the mail was on its way. */
  readonly late: number
}

const reply = command(
  'a calendar answers',
  fc.record({
    ...{ session: aChoice, side: aSide, partstat: aPartstat },
    from: fc.constantFrom<From[]>('himself', 'himself', 'himself', 'assistant', 'stranger', 'forwarded'),
    isOld: fc.boolean(),
    late: fc.constantFrom(0, 0, 0, 30, 900),
    // Written before, and arriving after.
    overtaken: fc.option(aPartstat),
  }),
  (model) => fixed(model).length > 0,
  async (turn, { session: index, side, overtaken, ...saying }) => {
    const session = chosen(fixed(turn.model), index)
    await says(turn, session, side, saying)
    if (overtaken)
      await says(turn, session, side, { ...saying, partstat: overtaken, late: saying.late + 120 })
  },
)

async function says(
  turn: Turn,
  session: Session,
  side: Side,
  { partstat, from, isOld, late }: Saying,
): Promise<void> {
  const { model, readers } = turn
  const invite = session.invites[side]
  const uid = (invite && model.entries.get(invite.entry)?.uid) ?? null
  const shown = readers.shown(uid)
  if (!shown || partstat === 'NEEDS-ACTION') return
  const sequence = Math.max(0, shown.sequence - (isOld ? 1 : 0))
  const stamp = model.now - late * SECOND
  const handed = readers.handed(uid)
  if (!(await writes(turn, { session, side, said: partstat, sequence, stamp, from }))) return
  if (!isAhead(session, model.now) || !counts(model, session, { side, partstat, from })) return
  const said = {
    via: 'calendar',
    by: byOf(model, session, side, from),
    sequence,
    stamp,
    at: model.now,
  } as const
  answer(model, session, side, { partstat, handed, said })
}

/** A yes counts whoever sends it with the right secret; a no only from himself or who answers for him. */
function counts(
  model: Model,
  session: Session,
  { side, partstat, from }: { readonly side: Side; readonly partstat: Partstat; readonly from: From },
): boolean {
  if (from === 'forwarded') return false
  if (from === 'himself' || partstat !== 'DECLINED') return true
  return byOf(model, session, side, from) !== null
}

function byOf({ assistants }: Model, session: Session, side: Side, from: From): Name | null {
  if (from === 'himself') return whoIs(session, side)
  return from === 'assistant' && side === 'executive' ? (assistants.get(session.executive) ?? null) : null
}

/** Another time, proposed in a calendar: an answer like others, and a wish that waits for a human. */
const counter = command(
  'a calendar proposes another time',
  fc.record({ session: aChoice, side: aSide, time: aTime, late: fc.constantFrom(0, 0, 900) }),
  (model) => fixed(model).length > 0,
  async (turn, { session: index, side, time, late }) => {
    const { model, readers } = turn
    const session = chosen(fixed(model), index)
    const invite = session.invites[side]
    const uid = (invite && model.entries.get(invite.entry)?.uid) ?? null
    const shown = readers.shown(uid)
    if (!shown) return
    const span = timeOf(model, time)
    const propose = { start: instant(span.start), end: instant(span.end) }
    const { sequence } = shown
    const stamp = model.now - late * SECOND
    const handed = readers.handed(uid)
    const said = { propose }
    if (!(await writes(turn, { session, side, said, sequence, stamp, from: 'himself' }))) return
    if (!isAhead(session, model.now)) return
    const by = whoIs(session, side)
    const saying = { via: 'calendar', by, sequence, stamp, at: model.now } as const
    if (!answer(model, session, side, { partstat: 'TENTATIVE', said: saying, handed })) return
    // Of a “new” time that is the present one only the answer counts.
    if (span.start === session.time?.start) return
    const people = [session.mentor, session.executive]
    const possible = conflictOf(model, span, { people, ignoring: session.id }) === null
    const isReplaced = (each: Session['proposals'][number]) =>
      each.side === side && (possible || !each.possible)
    session.proposals = [
      ...session.proposals.filter((each) => !isReplaced(each)),
      { id: '', ...span, side, possible },
    ]
    model.mayPropose.add(session.id)
  },
)

/** Words change nothing, and are never dropped. */
const prose = command(
  'plain words by mail',
  fc.record({ who: fc.constantFrom<Name[]>('tom', 'bernard', 'faure', 'odile') }),
  ({ gone }) => !gone.has('faure'),
  async (turn, { who }) => {
    const { model, house, seen } = turn
    house.serial += 1
    const wrote = {
      words: 'I will call you.',
      at: instant(model.now),
      messageId: `<${house.serial}@mail.example>`,
    }
    const address = model.addresses.get(who) ?? ''
    const raw = writeProse({ name: 'A', address }, house.people[who].replyAddress, wrote)
    house.lastMail = { to: who, raw }
    const { state } = await house.arrives(who, raw)
    if (state !== 'waiting') throw new Error(`words of ${who} are ${state}`)
    void seen
  },
)

const duplicate = command(
  'the last mail comes again',
  fc.constant({}),
  () => true,
  async ({ model, house }) => {
    if (!house.lastMail) return
    const { to, raw } = house.lastMail
    const settled = await house.arrives(to, raw)
    // Of somebody who was erased not even the address is known.
    const expected = model.gone.has(to) ? ['received-before', 'unknown-address'] : ['received-before']
    if ('why' in settled && !expected.includes(settled.why)) throw new Error(`a second copy: ${settled.why}`)
  },
)

export const byCalendars = [reply, reply, reply, reply, counter, counter, prose, duplicate]
