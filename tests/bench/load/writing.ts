import * as z from 'zod/mini'

import { acknowledge, acknowledgeTime } from './ledger.ts'
import { answerPage, freeTime } from './reading.ts'
import { type Answer, pick, type Visitor } from './visitor.ts'

const Offered = z.object({
  id: z.string(),
  sessionId: z.string(),
  options: z.array(z.object({ id: z.string() })),
})
const Session = z.object({ id: z.string(), status: z.string() })
const Mail = z.nullable(z.object({ from: z.string(), to: z.string(), raw: z.string() }))

export async function offer(visitor: Visitor): Promise<void> {
  const { cast, chance } = visitor
  const pairingId = pick(chance, cast.pairings)?.id ?? ''
  const wish = { id: newId('off'), pairingId }
  const { status, text } = await maybeTwice(visitor, 'offering', '/api/v1/offers', wish)
  if (status >= 300) return
  const { id, sessionId, options } = Offered.parse(JSON.parse(text))
  visitor.board.set(pairingId, {
    sessionId,
    status: 'offered',
    offer: { id, options: options.map((each) => each.id) },
  })
  acknowledge(visitor.acknowledged, sessionId, 'offered')
}

/** As an assistant does it: the page of the mail, then one of its times. */
export async function pickTime(visitor: Visitor): Promise<void> {
  const { board, chance, send } = visitor
  const open = Array.from(board).filter(([, { offer: asked }]) => asked !== null)
  const [pairingId, round] = pick(chance, open) ?? []
  if (!pairingId || !round?.offer) return offer(visitor)
  const k = await answerPage(visitor, round.offer.id)
  const choice = pick(chance, round.offer.options) ?? ''
  const { status } = await send('picking by link', '/answer', { form: { k, choice } })
  if (status === 200) board.set(pairingId, { ...round, status: 'fixed', offer: null })
}

export async function book(visitor: Visitor): Promise<void> {
  const { board, cast, chance } = visitor
  const pairing = pick(chance, cast.pairings)
  const start = pairing && (await freeTime(visitor, pairing.id))
  if (!start) return
  // Often several want the same time of one mentor at the same moment.
  const rivals = cast.pairings.filter(({ mentor, id }) => mentor === pairing.mentor && id !== pairing.id)
  const wanting = chance.of(0.4) ? [pairing, ...rivals] : [pairing]
  await Promise.all(
    wanting.map(async ({ id: pairingId }) => {
      const wish = { id: newId('ses'), pairingId, start }
      const { status, text } = await maybeTwice(visitor, 'booking', '/api/v1/sessions', wish)
      if (status >= 300) return
      const { id: sessionId } = Session.parse(JSON.parse(text))
      board.set(pairingId, { sessionId, status: 'fixed', offer: null })
      acknowledge(visitor.acknowledged, sessionId, 'booked')
      acknowledgeTime(visitor.acknowledged, sessionId, start)
    }),
  )
}

export async function move(visitor: Visitor): Promise<void> {
  const found = fixedRound(visitor)
  if (!found) return book(visitor)
  const [pairingId, { sessionId }] = found
  const start = await freeTime(visitor, pairingId)
  if (!start) return
  const path = `/api/v1/sessions/${sessionId}/time`
  const { status } = await visitor.send('moving', path, { cookie: visitor.cast.manager, json: { start } })
  if (status >= 300) return
  acknowledge(visitor.acknowledged, sessionId, 'moved')
  acknowledgeTime(visitor.acknowledged, sessionId, start)
}

export async function cancel(visitor: Visitor): Promise<void> {
  const found = fixedRound(visitor)
  if (!found) return book(visitor)
  const [pairingId, { sessionId }] = found
  const path = `/api/v1/sessions/${sessionId}/cancellation`
  const { status } = await visitor.send('cancelling', path, { cookie: visitor.cast.manager, json: {} })
  if (status >= 300) return
  visitor.board.delete(pairingId)
  acknowledge(visitor.acknowledged, sessionId, 'cancelled')
}

export async function log({ cast, chance, send, acknowledged }: Visitor): Promise<void> {
  const session = pick(chance, cast.logged)
  if (!session) return
  const json = { result: chance.of(0.5) ? 'happened' : 'cut-short' }
  const cookie = cast.mentors[session.mentor] ?? ''
  const { status } = await send('logging', `/api/v1/sessions/${session.id}/outcome`, { cookie, json })
  if (status < 300) acknowledge(acknowledged, session.id, 'logged')
}

/** The executive's calendar accepts what it shows. */
export async function answerByMail(visitor: Visitor): Promise<void> {
  const found = fixedRound(visitor)
  if (!found) return book(visitor)
  const { text } = await visitor.deployed.ask(`/bench/calendar-answer?session=${found[1].sessionId}`)
  const mail = Mail.parse(JSON.parse(text))
  if (!mail) return
  const { from, to, raw } = mail
  const path = `/cdn-cgi/local/email?${new URLSearchParams({ from, to }).toString()}`
  const { status } = await visitor.send('answering by mail', path, { raw })
  if (status === 200) visitor.acknowledged.mails += 1
}

function fixedRound({ board, chance }: Visitor) {
  return pick(
    chance,
    Array.from(board).filter(([, { status }]) => status === 'fixed'),
  )
}

/**
 * One in five is sent twice at once with the same id, as after a lost answer: once it was acknowledged, every repeat says
 * the same. Whoever lost the race was perhaps refused before that, so he asks once more.
 */
async function maybeTwice(visitor: Visitor, kind: string, path: string, json: unknown): Promise<Answer> {
  const { send, cast, chance, acknowledged } = visitor
  const once = () => send(kind, path, { cookie: cast.manager, json })
  if (!chance.of(0.2)) return once()
  const [first, second] = await Promise.all([once(), once()])
  const good = [first, second].find(({ status }) => status < 300)
  if (!good) return first
  const other = first.status < 300 && second.status < 300 ? second : await once()
  if (idIn(good) !== idIn(other)) acknowledged.contradictions.push(`${kind}: ${good.text} and ${other.text}`)
  return good
}

function idIn({ status, text }: Answer): string | null {
  return status < 300 ? Session.parse({ status: '', ...JSON.parse(text) }).id : null
}

/** As clients make them: 128 random bits and more. */
function newId(prefix: 'ses' | 'off'): string {
  return `${prefix}_${crypto.randomUUID().replaceAll('-', '')}`
}
