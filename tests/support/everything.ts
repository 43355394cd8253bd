import { env } from 'cloudflare:workers'

import { subscribe } from '../../worker/actions/feed/subscribe.ts'
import { recordCounter } from '../../worker/actions/session/counter.ts'
import type { Pairing } from '../../worker/domain/pairing/pairing.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import { findFeed } from '../../worker/storage/feed/feed.ts'
import { insertReceived } from '../../worker/storage/mail/received.ts'
import { type Client, signedIn } from './client.ts'
import { submitted } from './forms.ts'
import { link } from './links.ts'
import { textAt } from './response-shapes.ts'
import { at } from './times.ts'
import { aFixedSession, anOffer, aPairing, aPersonIn, have, type Setting } from './world.ts'

/** The ids and tokens of one thing of each kind, by what a request calls them. */
export type Things = Readonly<Record<ThingName, string>>

const IDS = [
  ...['programmeId', 'mentorId', 'executiveId', 'otherExecutiveId', 'assistantId', 'managerId'],
  ...['pairingId', 'freePairingId', 'sessionId', 'offeredSessionId', 'offerId', 'optionId'],
  ...['pastSessionId', 'loggedSessionId', 'counterId', 'planId', 'importId', 'letterId'],
  ...['receivedId', 'signInId', 'formatId', 'otherFormatId', 'thirdFormatId', 'trackId', 'keptFormId'],
  ...['reportLinkId', 'keyId', 'webhookId', 'messageId'],
] as const
export const TOKENS = [
  ...['answerToken', 'assistantToken', 'inviteToken', 'confirmToken', 'logToken'],
  ...['meetingToken', 'ownToken', 'feedToken', 'figuresToken'],
] as const
export const THINGS = [...IDS, ...TOKENS] as const
type ThingName = (typeof THINGS)[number]

/** Things that stand nowhere, in the shape of these. */
export function missingLike(things: Things): Things {
  const entries = Object.entries(things).map(([name, value]) => [
    name,
    TOKENS.some((token) => token === name)
      ? 'A'.repeat(value.length)
      : `${value.slice(0, 4)}${name
          .toLowerCase()
          .replaceAll(/[ilou]/g, 'x')
          .padEnd(26, '0')}`,
  ])
  return Object.fromEntries(entries)
}

/** Who is in a set of things: their ids are in it. */
export type Cast = {
  readonly mentor: Person
  readonly executive: Person
  readonly assistant: Person
  /** Executives of the same programme without a pairing, each for one thing. */
  readonly spare: readonly [Person, Person, Person, Person]
  /** Of the mentor and the executive, where there is one already. */
  readonly pairing?: Pairing
}

/** People without a pairing yet; the assistant answers for the executive and the first of the others. */
export async function aCast(here: Setting, names: readonly string[], mentor: Person): Promise<Cast> {
  const [helper = '', first = '', ...others] = names
  const assistant = await aPersonIn(here, 'assistant', { name: helper })
  const assistantIds = [assistant.id]
  const executive = await aPersonIn(here, 'executive', { name: first, assistantIds })
  const [one, two, three, four] = await all(others, (name, index) =>
    aPersonIn(here, 'executive', { name, assistantIds: index === 0 ? assistantIds : [] }),
  )
  if (!one || !two || !three || !four) throw new Error('too few')
  return { mentor, executive, assistant, spare: [one, two, three, four] }
}

/** One thing of each kind, at the world's first moment; what is over begins then. */
export async function everythingOf(here: Setting, cast: Cast, pastAt: string): Promise<Things> {
  const { platform, programme, manager } = here
  const { mentor, executive, assistant, spare } = cast
  const [inOffer, met, logged, free] = spare
  const pairing = cast.pairing ?? (await aPairing(here, mentor, executive))
  const session = await aFixedSession(here, pairing, '2027-03-17T09:00Z')
  const offered = await anOffer(here, await aPairing(here, mentor, inOffer))
  const past = await aFixedSession(here, await aPairing(here, mentor, met), pastAt)
  const over = await aFixedSession(
    here,
    await aPairing(here, mentor, logged),
    new Date(at(pastAt) + 1_800_000).toISOString(),
  )
  const freePairing = await aPairing(here, mentor, free)

  const proposal = { time: { start: at('2027-03-18T13:00Z'), end: null }, personId: executive.id }
  const countered = have(
    await recordCounter(platform, session.id, { ...proposal, by: { id: assistant.id, door: 'link' } }),
  )
  const client = await signedIn(platform, manager)
  const own = (path: string) => `/api/v1/programmes/${programme.id}${path}`
  const formats = (await client.get(own('/formats'))).body
  const received = platform.newId('rcv')
  const mail = { fingerprint: received, at: platform.now(), personId: executive.id, sessionId: null }
  await insertReceived(platform.db, {
    ...{
      ...mail,
      id: received,
      class: 'none',
      reading: { from: 'stranger@elsewhere.example' },
      state: 'waiting',
      why: 'prose',
    },
  })
  const file = { method: 'POST', headers: { 'Content-Type': 'text/csv' } }
  const imported = await client.ask(`/api/v1/imports?programme=${programme.id}&kind=people`, {
    ...file,
    body: `email\n${executive.email}`,
  })
  const deliveries = (await client.get(`/api/v1/deliveries?programme=${programme.id}`)).body
  await submitted(client, `/people/${executive.id}?programme=${programme.id}`, {
    ...{ name: executive.name, email: executive.email, zone: 'Europe/Paris', locale: 'en' },
    ...{ 'role-executive': 'yes', unit: 'Legal' },
  })
  return {
    ...{ programmeId: programme.id, managerId: manager.id },
    ...{ mentorId: mentor.id, executiveId: executive.id, otherExecutiveId: free.id },
    ...{ assistantId: assistant.id, pairingId: pairing.id, freePairingId: freePairing.id },
    ...{ sessionId: session.id, offeredSessionId: offered.id, offerId: offered.offer?.id ?? '' },
    ...{ optionId: offered.offer?.options[0]?.id ?? '', pastSessionId: past.id, loggedSessionId: over.id },
    counterId: countered.proposals[0]?.id ?? '',
    planId: textAt((await client.post(own('/plans'))).body, 'id'),
    importId: textAt(imported.body, 'id'),
    letterId: textAt(deliveries, 'deliveries', 0, 'id'),
    receivedId: received,
    signInId: await latest('sign_ins', manager),
    keptFormId: await latest('kept_forms', manager),
    formatId: textAt(formats, 'formats', 1, 'id'),
    otherFormatId: textAt(formats, 'formats', 2, 'id'),
    thirdFormatId: textAt(formats, 'formats', 3, 'id'),
    trackId: textAt((await client.get(own('/tracks'))).body, 'tracks', 0, 'id'),
    answerToken: await tokenOf(here, 'answer', offered, inOffer),
    assistantToken: await tokenOf(here, 'answer', offered, assistant),
    inviteToken: await tokenOf(here, 'invite', session, executive),
    confirmToken: await tokenOf(here, 'confirm', session, executive),
    logToken: await tokenOf(here, 'log', past, mentor),
    meetingToken: await tokenOf(here, 'meeting', session, mentor),
    ownToken: await tokenOf(here, 'own', session, executive),
    feedToken: await feedOf(here, mentor),
    ...(await reportLinkOf(client, own('/report/links'))),
    keyId: await keyOf(client, programme.id),
    ...(await webhookOf(client, programme.id)),
  }
}

async function reportLinkOf(client: Awaited<ReturnType<typeof signedIn>>, path: string) {
  const { body } = await client.post(path, { label: 'Board', locale: 'en' })
  return { reportLinkId: textAt(body, 'id'), figuresToken: textAt(body, 'url').split('k=')[1] ?? '' }
}

/** A key of this client's maker, by its id. */
export async function keyOf(client: Client, programmeId: string): Promise<string> {
  const wish = { name: 'The intranet', access: 'read', programmeIds: [programmeId], expiresOn: '2027-09-01' }
  return textAt((await client.post('/api/v1/keys', wish)).body, 'id')
}

/** A webhook of this client's maker, and a message that it is told. */
export async function webhookOf(client: Client, programmeId: string) {
  const wish = { programmeId, url: 'https://hooks.example/sotto?t=1' }
  const webhookId = textAt((await client.post('/api/v1/webhooks', wish)).body, 'id')
  const { body } = await client.post(`/api/v1/webhooks/${webhookId}/attempts`)
  return { webhookId, messageId: textAt(body, 'id') }
}

/** The mentor logs the session that is over; to be asked when it is. */
export async function logIn({ platform }: Setting, { mentor }: Cast, { loggedSessionId }: Things) {
  const client = await signedIn(platform, mentor)
  const logged = await client.post(`/api/v1/sessions/${loggedSessionId}/outcome`, { result: 'happened' })
  if (logged.status !== 200) throw new Error(`not logged: ${logged.status} ${JSON.stringify(logged.body)}`)
}

async function latest(table: 'sign_ins' | 'kept_forms', { id }: Person) {
  const column = table === 'sign_ins' ? 'asked_at' : 'kept_at'
  const row = await env.DB.prepare(
    `SELECT id FROM ${table} WHERE person_id = ? ORDER BY ${column} DESC, rowid DESC LIMIT 1`,
  )
    .bind(id)
    .first<{ id: string }>()
  if (!row) throw new Error(`none in ${table}`)
  return row.id
}

async function tokenOf(
  { platform }: Setting,
  purpose: Parameters<typeof link>[1],
  session: Session,
  reader: Person,
): Promise<string> {
  return (await link(platform, purpose, session, reader)).split('k=')[1] ?? ''
}

async function feedOf({ platform }: Setting, { id }: Person): Promise<string> {
  await subscribe(platform, id)
  const feed = await findFeed(platform.db, id)
  return feed ? platform.tokenOf(feed.linkId) : ''
}

async function all<Given, Made>(
  given: readonly Given[],
  make: (each: Given, index: number) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = []
  for (const [index, each] of given.entries()) made.push(await make(each, index))
  return made
}
