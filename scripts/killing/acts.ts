import * as z from 'zod/mini'

import { idFrom, type Prefix } from '../../worker/domain/ids.ts'
import { fromIso, iso, type Instant } from '../../worker/domain/time/time.ts'
import { writeReply } from '../../worker/http/dev/reply.ts'
import { letterOf } from '../simulating/letters.ts'
import type { Chance } from '../simulating/random.ts'
import type { Client } from './client.ts'
import type { Asked } from './ledger.ts'

const Pairings = z.object({ pairings: z.array(z.object({ id: z.string(), status: z.string() })) })
const Slots = z.object({ slots: z.array(z.object({ start: z.string() })) })
const Sessions = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      pairingId: z.string(),
      status: z.string(),
      end: z.nullable(z.string()),
      offerId: z.optional(z.nullable(z.string())),
      options: z.optional(z.array(z.object({ id: z.string() }))),
    }),
  ),
})
const Mails = z.array(
  z.object({
    id: z.string(),
    at: z.string(),
    from: z.string(),
    to: z.string(),
    subject: z.string(),
    raw: z.string(),
  }),
)
export type CapturedMail = z.infer<typeof Mails>[number]

export type Around = {
  readonly client: Client
  readonly chance: Chance
  readonly programmeId: string
  readonly now: Instant
}

/** Something that a person does at the server as it is now; null: there is nothing to do it to. */
export async function nextAct(around: Around): Promise<Asked | null> {
  const { chance } = around
  const roll = chance.between(0, 1)
  if (roll < 0.1) return addSomebody(around)
  if (roll < 0.2) return answerByMail(around)
  const { client, programmeId } = around
  const found = await client.get(`/api/v1/sessions?programme=${programmeId}`, Sessions)
  const sessions = found?.sessions ?? []
  const isOver = (end: string | null) => end !== null && (fromIso(end) ?? Infinity) <= around.now
  const fixed = sessions.filter(({ status, end }) => status === 'fixed' && !isOver(end))
  if (roll < 0.4) return bookOrOffer(around, 'offer')
  if (roll < 0.6) return bookOrOffer(around, 'book')
  if (roll < 0.75)
    return answer(
      around,
      oneOf(
        chance,
        sessions.filter(({ status }) => status === 'offered'),
      ),
    )
  if (roll < 0.85) return move(around, oneOf(chance, fixed))
  if (roll < 0.92) return cancel(oneOf(chance, fixed))
  return log(
    around,
    oneOf(
      chance,
      sessions.filter(({ status, end }) => status === 'fixed' && isOver(end)),
    ),
  )
}

function addSomebody({ chance, programmeId }: Around): Asked {
  const id = newId(chance, 'per')
  const body = {
    ...{ id, programmeId, roles: ['mentor'], name: 'Mara Lind', zone: 'Europe/Paris' },
    email: `${id.slice(4).toLowerCase()}@people.example`,
  }
  return post('person', '/api/v1/people', body, `SELECT 1 FROM people WHERE id = '${id}'`)
}

async function bookOrOffer(around: Around, kind: 'book' | 'offer'): Promise<Asked | null> {
  const { client, chance, programmeId } = around
  const found = await client.get(`/api/v1/pairings?programme=${programmeId}`, Pairings)
  const pairing = oneOf(
    chance,
    (found?.pairings ?? []).filter(({ status }) => status === 'active'),
  )
  if (!pairing) return null
  if (kind === 'offer') {
    const id = newId(chance, 'off')
    const body = { id, pairingId: pairing.id }
    return post('offer', '/api/v1/offers', body, `SELECT 1 FROM offers WHERE id = '${id}'`)
  }
  const start = await freeStart(around, pairing.id)
  if (!start) return null
  const id = newId(chance, 'ses')
  const shown = `SELECT 1 FROM idempotency_keys JOIN events ON subject = made
    WHERE id = '${id}' AND code = 'booked' AND json_extract(detail, '$.start') = ${fromIso(start) ?? 0}`
  return post('book', '/api/v1/sessions', { id, pairingId: pairing.id, start }, shown)
}

type SessionJson = z.infer<typeof Sessions>['sessions'][number]

async function answer({ client, chance }: Around, session: SessionJson | null): Promise<Asked | null> {
  if (!session) return null
  const Offered = z.object({
    offerId: z.nullable(z.string()),
    options: z.array(z.object({ id: z.string() })),
  })
  const { offerId = null, options = [] } = (await client.get(`/api/v1/sessions/${session.id}`, Offered)) ?? {}
  const option = oneOf(chance, options)
  if (!option || !offerId) return null
  const shown = `SELECT 1 FROM events WHERE subject = '${session.id}' AND code = 'fixed'
    AND json_extract(detail, '$.option') = '${option.id}'`
  return post('answer', `/api/v1/offers/${offerId}/answer`, { optionId: option.id }, shown)
}

async function move(around: Around, session: SessionJson | null): Promise<Asked | null> {
  const start = session && (await freeStart(around, session.pairingId))
  if (!session || !start) return null
  // Who moves it to the time at which somebody has just booked or put it is told that it is so.
  const shown = `SELECT 1 FROM events WHERE subject = '${session.id}' AND code IN ('booked', 'fixed', 'moved')
    AND json_extract(detail, '$.start') = ${fromIso(start) ?? 0}`
  return post('move', `/api/v1/sessions/${session.id}/time`, { start }, shown)
}

function cancel(session: SessionJson | null): Asked | null {
  const shown = `SELECT 1 FROM events WHERE subject = '${session?.id}' AND code = 'reopened'`
  return session && post('cancel', `/api/v1/sessions/${session.id}/cancellation`, { reopen: true }, shown)
}

function log({ chance }: Around, session: SessionJson | null): Asked | null {
  const id = newId(chance, 'out')
  // Of two who log the same, the second is told that it is so.
  const shown = `SELECT 1 FROM outcomes WHERE session_id = '${session?.id}' AND result = 'happened'`
  return session && post('log', `/api/v1/sessions/${session.id}/outcome`, { id, result: 'happened' }, shown)
}

/** A calendar accepts an invite that was sent. */
async function answerByMail({ client, chance, now }: Around): Promise<Asked | null> {
  const mails = (await client.get('/dev/mail.json', Mails)) ?? []
  const mail = oneOf(
    chance,
    mails.slice(-40).filter(({ raw }) => raw.includes('method=REQUEST')),
  )
  const event = mail && (await letterOf(mail)).event
  if (!mail || !event?.time) return null
  const { uid, sequence, organizer, attendee, time } = event
  const raw = writeReply({ uid, sequence, organizer: organizer.address, attendee, time }, 'ACCEPTED', {
    at: now,
    messageId: `<${newId(chance, 'rcv')}@calendar.example>`,
  })
  const shownBy = `SELECT 1 FROM received JOIN invites USING (session_id, person_id)
    WHERE uid = '${uid.replaceAll("'", '')}' AND class = 'reply'`
  const arriving = { from: mail.to, to: organizer.address, raw }
  return { kind: 'mail', method: 'MAIL', path: '', body: null, mail: arriving, shownBy }
}

async function freeStart({ client, chance, now }: Around, pairingId: string): Promise<string | null> {
  const query = new URLSearchParams({ from: iso(now), limit: '40' })
  const found = await client.get(`/api/v1/pairings/${pairingId}/slots?${query.toString()}`, Slots)
  return oneOf(chance, found?.slots ?? [])?.start ?? null
}

function post(kind: string, path: string, body: unknown, shownBy: string): Asked {
  return { kind, method: 'POST', path, body, shownBy }
}

function oneOf<Value>(chance: Chance, all: readonly Value[]): Value | null {
  return all[Math.floor(chance.between(0, all.length))] ?? null
}

function newId(chance: Chance, prefix: Prefix): string {
  return idFrom(
    prefix,
    Uint8Array.from({ length: 26 }, () => Math.floor(chance.between(0, 256))),
  )
}

export async function allMails(client: Client): Promise<readonly CapturedMail[]> {
  return (await client.get('/dev/mail.json', Mails)) ?? []
}
