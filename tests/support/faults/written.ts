import { env } from 'cloudflare:workers'

import { after, HOUR } from '../../../worker/domain/time/time.ts'
import { hashOf } from '../../../worker/platform.ts'
import { keyOfNadia, posting } from '../agent.ts'
import { asRestored } from '../as-restored.ts'
import type { Sample } from '../every-request.ts'
import type { Things } from '../everything.ts'
import { breaksByHand } from '../fsck.ts'
import type { World } from '../world.ts'
import { filledIn } from './filled-in.ts'

/** A request that writes, and what it needs. */
export type Writing = Sample & {
  /** Whose cookie is sent; without it, that of the first who may ask. */
  readonly as?: 'manager' | 'mentor' | 'assistant' | null
  /** What has to be so before; it may complete the request with what it made. */
  readonly arrange?: (world: World) => Promise<Partial<Sample> | undefined>
  /** Loses only calls that write: the API does the same with more than twenty, and is tried at each. */
  readonly onlyWrites?: true
  /** Why a repetition leaves one more of what was asked for. */
  readonly asksAnew?: string
}

/** What sets a value: sent again, it sets the same value again. */
export const SETTINGS: ReadonlySet<string> = new Set([
  'POST /people/:id',
  'POST /people/:id/availability',
  'POST /people/:id/assistants',
  'POST /people/:id/rules',
  'POST /people/:id/presets',
  'POST /people/:id/mails',
  'POST /people/:id/closed-weeks',
  'POST /people/:id/busy-feed',
  'POST /desk/executives/:id/calendar',
  'POST /programmes/:id',
  'POST /formats/:id',
  'POST /formats/:id/place',
  'POST /formats/:id/archive',
  'POST /tracks/:id',
  'POST /tracks/:id/archive',
  'POST /mine/record',
  'POST /meeting',
  'PATCH /api/v1/programmes/:id',
  'PATCH /api/v1/formats/:id',
  'PATCH /api/v1/tracks/:id',
  'PATCH /api/v1/people/:id',
  'PUT /api/v1/people/:id/availability',
])

/** What is written in several batches, each whole: the next press, or the clock, does the rest. */
export const IN_STEPS: ReadonlySet<string> = new Set([
  'POST /people/:id/erasure',
  'POST /programmes/:id/closure',
  'POST /plans/:id/confirmation',
  'POST /invite',
  'POST /people/:id/busy-feed',
  'POST /desk/executives/:id/calendar',
  'POST /own',
  'POST /api/v1/people/:id/erasure',
  'POST /api/v1/programmes/:id/closure',
  'POST /api/v1/plans/:id/confirmation',
])

/** What there is beside the things. */
export type More = Things & {
  readonly freeMentorId: string
  readonly freeExecutiveId: string
}

/** The id that a form or program sends along for what it makes, by route. */
export function ownIds({
  newId,
}: World['platform']): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return {
    'POST /sessions/:id/outcome': { id: newId('out') },
    'POST /sessions/:id/correction': { id: newId('out') },
    'POST /pairings': { id: newId('pai') },
    'POST /suggestions/acceptance': { id: newId('req') },
    'POST /pairings/:id/hand-over': { id: newId('pai') },
    'POST /pairings/:id/offers': { id: newId('off') },
    'POST /pairings/:id/sessions': { id: newId('ses') },
    'POST /people': { id: newId('per') },
    'POST /people/:id/invitation': { press: newId('sgn') },
    'POST /deliveries/:id/retry': { id: newId('let') },
    'POST /programmes': { id: newId('prg') },
    'POST /programmes/:id/closure': { id: newId('req') },
    'POST /keys': { id: newId('key') },
    'POST /api/v1/keys': { id: newId('key') },
    'POST /webhooks': { id: newId('whk') },
    'POST /api/v1/webhooks': { id: newId('whk') },
    'POST /programmes/:id/report/links': { id: newId('rpl') },
    'POST /programmes/:id/formats': { id: newId('fmt') },
    'POST /programmes/:id/tracks': { id: newId('trk') },
    'POST /tracks/:id/copy': { id: newId('trk') },
    'POST /log': { id: newId('out') },
    'POST /api/v1/programmes': { id: newId('prg') },
    'POST /api/v1/programmes/:id/closure': { id: newId('req') },
    'POST /api/v1/programmes/:id/formats': { id: newId('fmt') },
    'POST /api/v1/programmes/:id/tracks': { id: newId('trk') },
    'POST /api/v1/programmes/:id/plans': { id: newId('pln') },
    'POST /api/v1/programmes/:id/report/links': { id: newId('rpl') },
    'POST /api/v1/people': { id: newId('per') },
    'POST /api/v1/pairings': { id: newId('pai') },
    'POST /api/v1/offers': { id: newId('off') },
    'POST /api/v1/sessions': { id: newId('ses') },
    'POST /api/v1/sessions/:id/outcome': { id: newId('out') },
    'POST /api/v1/sessions/:id/correction': { id: newId('out') },
    'POST /api/v1/deliveries/:id/retry': { id: newId('let') },
  }
}

const post = (route: string, path: string, form: Readonly<Record<string, string>> = {}) => ({
  ...{ route: `POST ${route}`, path, form },
})
const json = (route: string, path: string, body: unknown = {}) => ({ route, path, json: body })

const LINK = 'a link to sign in is another one each time that it is asked for'
const TEST_EVENT = 'each press tells the program once more'
const DRAFT = 'a draft is made anew each time, and nobody hears of it before it is confirmed'

/** Requests in the place of those that write nothing as the world is, by route; and more ways of some. */
export function writingInstead(t: More): Readonly<Record<string, readonly Writing[]>> {
  const session = `/sessions/${t.sessionId}`
  const webhook = `/webhooks/${t.webhookId}`
  const messageFailed = async () => {
    await env.DB.prepare("UPDATE webhook_messages SET state = 'failed', tries = 9").run()
    return undefined
  }
  const here = `programme=${t.programmeId}`
  const person = `/people/${t.executiveId}`
  const programme = `/programmes/${t.programmeId}`
  const api = '/api/v1'
  const pair = { mentorId: t.freeMentorId, executiveId: t.freeExecutiveId }
  const move = post('/sessions/:id/time', `${session}/time`, {
    ...{ date: '2027-03-18', time: '10:00', mentorId: t.mentorId },
  })
  const correction = { result: 'cut-short', reason: 'He had to leave.' }
  const record = (path: string, form: Readonly<Record<string, string>>) => post(path, path, form)
  return {
    'POST /sign-in': [
      { ...post('/sign-in', '/sign-in', { email: 'n.haddad@people.example' }), asksAnew: LINK },
    ],
    'POST /sign-in/confirmation': [
      {
        ...post('/sign-in/confirmation', '/sign-in/confirmation'),
        arrange: async ({ platform, nadia }) => {
          const id = platform.newId('sgn')
          const k = await platform.tokenOf(id)
          await env.DB.prepare(
            `INSERT INTO sign_ins (id, token_hash, person_id, address, asked_at, link_until, until_at)
             SELECT ?, ?, id, email, ?, ?, ? FROM people WHERE id = ?`,
          )
            .bind(
              id,
              await hashOf(k),
              platform.now(),
              after(platform.now(), HOUR),
              after(platform.now(), HOUR),
              nadia.id,
            )
            .run()
          return { form: { k } }
        },
      },
    ],
    'POST /sign-out': [{ ...post('/sign-out', '/sign-out'), as: 'manager' }],
    'POST /sign-in/again': [
      { ...post('/sign-in/again', `/sign-in/again`, { back: session }), asksAnew: LINK },
    ],
    'POST /presses/undo': [
      {
        ...post('/presses/undo', '/presses/undo'),
        arrange: async (world) => ({ form: { pressed: await pressed(world, move), ...programmeOf(t) } }),
      },
    ],
    'POST /presses/now': [
      {
        ...post('/presses/now', '/presses/now'),
        arrange: async (world) => ({ form: { pressed: await pressed(world, move), ...programmeOf(t) } }),
      },
    ],
    'POST /today/strangers': [
      post('/today/strangers', '/today/strangers', { programmeId: t.programmeId, upTo: String(2 ** 42) }),
    ],
    'POST /today/deeds': [
      post('/today/deeds', '/today/deeds', { line: `counter:${t.counterId}`, programme: t.programmeId }),
      {
        ...post('/today/deeds', '/today/deeds'),
        arrange: async (world) => {
          const owed = {
            kind: 'correction',
            field: 'address',
            words: 'e.zola@new.example',
            programme: t.programmeId,
          }
          await form(world, '/own/record', { k: t.ownToken, act: 'ask', ...owed })
          const line = await lineOf(world, 'asks-correction')
          return {
            form: {
              line,
              answer: 'take-over',
              readAt: String(world.platform.now()),
              programme: t.programmeId,
            },
          }
        },
      },
    ],
    'POST /sessions/:id/correction': [
      {
        ...post('/sessions/:id/correction', `/sessions/${t.loggedSessionId}/correction`, correction),
        arrange: later('2027-03-15T10:20Z'),
      },
    ],
    [`POST ${api}/sessions/:id/correction`]: [
      {
        ...json(
          `POST ${api}/sessions/:id/correction`,
          `${api}/sessions/${t.loggedSessionId}/correction`,
          correction,
        ),
        arrange: later('2027-03-15T10:20Z'),
      },
    ],
    'POST /sessions/:id/answers/undo': [
      {
        ...post('/sessions/:id/answers/undo', `${session}/answers/undo`, { personId: t.executiveId }),
        arrange: async (world) => {
          await env.DB.prepare(
            `UPDATE invites SET partstat = 'ACCEPTED', answer = json_object('byId', ?, 'via', 'calendar', 'sequence',
               sequence, 'dtstamp', NULL, 'replyTime', NULL, 'mailDate', NULL, 'at', ?)
             WHERE session_id = ? AND person_id = ?`,
          )
            .bind(t.assistantId, world.platform.now(), t.sessionId, t.executiveId)
            .run()
          return undefined
        },
      },
    ],
    'POST /pairings': [
      post('/pairings', '/pairings', { programmeId: t.programmeId, ...pair, kind: 'workshop' }),
    ],
    'POST /people/:id/erasure': [{ ...post('/people/:id/erasure', `${person}/erasure`), onlyWrites: true }],
    'POST /suggestions/acceptance': [
      post('/suggestions/acceptance', '/suggestions/acceptance', {
        ...{ programme: t.programmeId, pair: `${t.freeExecutiveId}~${t.freeMentorId}` },
      }),
    ],
    'POST /pairings/:id/hand-over': [
      post('/pairings/:id/hand-over', `/pairings/${t.pairingId}/hand-over`, { mentorId: t.freeMentorId }),
    ],
    'POST /pairings/:id/pulse': [
      {
        ...post('/pairings/:id/pulse', `/pairings/${t.pairingId}/pulse`, { worth: 'yes', onward: 'same' }),
        ...{ as: 'mentor', arrange: halfWay },
      },
    ],
    'POST /pulse': [
      { ...post('/pulse', '/pulse', { k: t.ownToken, worth: 'yes', onward: 'same' }), arrange: halfWay },
    ],
    'POST /people/:id': [
      post('/people/:id', `${person}?${here}`, {
        ...{ name: 'Emil Zola', email: 'e.zola@new.example', zone: 'Europe/Paris', locale: 'en' },
        ...{ 'role-executive': 'yes', oldAddress: 'yes', addressBefore: 'e.zola@people.example' },
      }),
    ],
    'POST /programmes/:id': [
      {
        ...post('/programmes/:id', programme),
        arrange: async (world) => {
          const { body } = await (await world.as(world.nadia)).get(programme)
          return { form: { ...filledIn(String(body), programme), cadence: '14' } }
        },
      },
    ],
    'POST /people/:id/mails': [
      post('/people/:id/mails', `/people/${t.managerId}/mails`, { notify: 'urgent' }),
    ],
    'POST /people/:id/busy-feed': [
      post('/people/:id/busy-feed', `/people/${t.mentorId}/busy-feed`, {
        url: 'https://calendars.example/tom.ics',
      }),
      {
        ...post('/people/:id/busy-feed', `/people/${t.mentorId}/busy-feed`, { stop: 'yes' }),
        arrange: async (world) => {
          await form(world, `/people/${t.mentorId}/busy-feed`, { url: 'https://calendars.example/tom.ics' })
          return undefined
        },
      },
    ],
    'POST /feed': [{ ...post('/feed', '/feed'), asksAnew: 'each press makes a new address' }],
    'POST /feed/revocation': [{ ...post('/feed/revocation', '/feed/revocation'), as: 'mentor' }],
    'POST /imports': [
      {
        ...post('/imports', '/imports', { programme: t.programmeId, text: 'name,email\nA,a@people.example' }),
        asksAnew: DRAFT,
      },
    ],
    [`POST ${api}/imports`]: [
      {
        ...{
          route: `POST ${api}/imports`,
          path: `${api}/imports?${here}&kind=people`,
          csv: 'email\na@b.example',
        },
        asksAnew: DRAFT,
      },
    ],
    'POST /imports/:id/confirmation': [
      {
        ...post('/imports/:id/confirmation', ''),
        arrange: async (world) => {
          const text = 'name,email,roles,zone\nAnn Bo,ann@people.example,executive,Europe/Paris'
          const brought = await form(world, '/imports', { programme: t.programmeId, text })
          return { path: `${pathIn(brought.headers.get('Location'))}/confirmation` }
        },
      },
    ],
    'POST /deliveries/retry': [
      {
        ...post('/deliveries/retry', '/deliveries/retry', { programmeId: t.programmeId }),
        arrange: letterFailed(t),
      },
    ],
    [`POST ${api}/deliveries/retry`]: [
      {
        ...json(`POST ${api}/deliveries/retry`, `${api}/deliveries/retry`, { programmeId: t.programmeId }),
        arrange: letterFailed(t),
      },
    ],
    'POST /deliveries/resumption': [
      {
        ...post('/deliveries/resumption', '/deliveries/resumption', { waiting: 'drop' }),
        arrange: afterRestore,
      },
    ],
    [`POST ${api}/deliveries/resumption`]: [
      {
        ...json(`POST ${api}/deliveries/resumption`, `${api}/deliveries/resumption`, { waiting: 'drop' }),
        arrange: afterRestore,
      },
    ],
    'POST /deliveries/:id/retry': [{ ...post('/deliveries/:id/retry', ''), arrange: letterSent(t, '') }],
    [`POST ${api}/deliveries/:id/retry`]: [
      { ...json(`POST ${api}/deliveries/:id/retry`, ''), arrange: letterSent(t, api) },
    ],
    'POST /deliveries/:id/address': [
      {
        ...post('/deliveries/:id/address', `/deliveries/${t.letterId}/address`),
        arrange: async ({ platform }) => {
          await env.DB.prepare(
            `INSERT INTO suppressions (address, person_id, since, kind, detail)
             SELECT people.email, people.id, ?, 'permanent', '5.1.1' FROM people JOIN outbox ON outbox.person_id = people.id
             WHERE outbox.id = ?`,
          )
            .bind(platform.now(), t.letterId)
            .run()
          return undefined
        },
      },
    ],
    'POST /webhooks/:id': [
      { ...post('/webhooks/:id', webhook, { act: 'test' }), asksAnew: TEST_EVENT },
      { ...post('/webhooks/:id', webhook, { act: 'rotate' }), asksAnew: 'each press makes another secret' },
      post('/webhooks/:id', webhook, { act: 'off' }),
      post('/webhooks/:id', webhook, { act: 'end' }),
      { ...post('/webhooks/:id', webhook, { act: 'again', message: t.messageId }), arrange: messageFailed },
    ],
    [`POST ${api}/webhooks/:id/attempts`]: [
      {
        ...json(`POST ${api}/webhooks/:id/attempts`, `${api}${webhook}/attempts`),
        asksAnew: TEST_EVENT,
      },
    ],
    [`POST ${api}/webhooks/:id/attempts/:messageId/retry`]: [
      {
        ...json(
          `POST ${api}/webhooks/:id/attempts/:messageId/retry`,
          `${api}${webhook}/attempts/${t.messageId}/retry`,
        ),
        arrange: messageFailed,
      },
    ],
    'POST /mcp': [
      {
        ...json('POST /mcp', '/mcp', {
          ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
          params: { name: 'draft_offer', arguments: { pairingId: t.freePairingId } },
        }),
        as: null,
        asksAnew: DRAFT,
        arrange: async (world) => {
          const key = await keyOfNadia(world, 'write', [t.programmeId])
          // The first request of a day notes the day, by itself.
          await (
            await posting(world, key)
          )({ jsonrpc: '2.0', id: 0, method: 'ping' })
          return { headers: { Authorization: `Bearer ${key}` } }
        },
      },
    ],
    'POST /deliveries/test': [
      {
        ...post('/deliveries/test', '/deliveries/test', { programmeId: t.programmeId }),
        asksAnew: 'each press sends a test',
      },
    ],
    'POST /deliveries/test-invite': [
      {
        ...post('/deliveries/test-invite', '/deliveries/test-invite', { act: 'send' }),
        asksAnew: 'each press sends the entry again',
      },
    ],
    'POST /programmes/:id/closure': [
      {
        ...post('/programmes/:id/closure', `${programme}/closure`, { fixed: 'cancel' }),
        onlyWrites: true,
      },
    ],
    [`POST ${api}/programmes/:id/closure`]: [
      json(`POST ${api}/programmes/:id/closure`, `${api}${programme}/closure`, { cancelFixed: true }),
    ],
    'POST /programmes/:id/plans': [
      { ...post('/programmes/:id/plans', `${programme}/plans`), asksAnew: DRAFT },
      {
        ...post('/programmes/:id/plans', `${programme}/plans`, { several: 'yes', pairing: t.freePairingId }),
        asksAnew: DRAFT,
      },
    ],
    [`POST ${api}/pairings`]: [
      json(`POST ${api}/pairings`, `${api}/pairings`, { ...pair, kind: 'workshop' }),
    ],
    [`PATCH ${api}/pairings/:id`]: [
      json(`PATCH ${api}/pairings/:id`, `${api}/pairings/${t.pairingId}`, { status: 'paused' }),
      json(`PATCH ${api}/pairings/:id`, `${api}/pairings/${t.pairingId}`, {
        place: { kind: 'room', room: 'Blue' },
      }),
    ],
    [`PATCH ${api}/people/:id`]: [
      json(`PATCH ${api}/people/:id`, `${api}${person}`, { name: 'Emil B. Zola', unit: 'Sales' }),
      json(`PATCH ${api}/people/:id`, `${api}${person}`, {
        email: 'e.zola@new.example',
        keepsOldAddress: false,
      }),
      json(`PATCH ${api}/people/:id`, `${api}${person}`, { assistantIds: [] }),
    ],
    'POST /meeting': [
      {
        ...post('/meeting', '/meeting', { k: t.meetingToken, say: 'late' }),
        arrange: later('2027-03-17T08:55Z'),
      },
      {
        ...post('/meeting', '/meeting', { k: t.meetingToken, say: 'waiting' }),
        arrange: later('2027-03-17T09:02Z'),
      },
      post('/meeting', '/meeting', { k: t.meetingToken, say: 'cannot' }),
      post('/meeting', '/meeting', { k: t.meetingToken, formatId: t.formatId }),
    ],
    'POST /invite': [
      post('/invite', '/invite', { k: t.inviteToken, answer: 'accept' }),
      post('/invite', '/invite', { k: t.inviteToken, answer: 'decline' }),
      {
        ...post('/invite', '/invite', { k: t.inviteToken, answer: 'own-page' }),
        asksAnew: 'each press mails the page, twice a day at most',
      },
    ],
    'POST /answer': [
      post('/answer', '/answer', { k: t.assistantToken, choice: t.optionId }),
      post('/answer', '/answer', { k: t.answerToken, choice: 'none' }),
      post('/answer', '/answer', { k: t.answerToken, choice: 'later', after: '2027-04-02' }),
      post('/answer', '/answer', { k: t.answerToken, choice: `at-${Date.parse('2027-03-18T14:00Z')}` }),
    ],
    'POST /own': [
      post('/own', '/own', { k: t.ownToken, wish: 'pause', session: t.sessionId }),
      post('/own', '/own', { k: t.ownToken, question: 'What do you read?', session: t.sessionId }),
      post('/own', '/own', { k: t.ownToken, aim: 'scale', inWriting: 'yes', session: t.sessionId }),
    ],
    'POST /own/record': [
      record('/own/record', {
        k: t.ownToken,
        act: 'ask',
        kind: 'correction',
        programme: t.programmeId,
        words: 'A',
      }),
    ],
    'POST /mine/record': [
      {
        ...record('/mine/record', { act: 'ask', kind: 'correction', programme: t.programmeId, words: 'A' }),
        as: 'mentor',
      },
      {
        ...record('/mine/record', {
          ...{
            act: 'details',
            programme: t.programmeId,
            name: 'Thomas Leroy',
            shortName: '',
            zone: 'Europe/Rome',
          },
          locale: 'fr',
        }),
        as: 'mentor',
      },
    ],
  }
}

function programmeOf({ programmeId }: Things) {
  return { programme: programmeId }
}

function later(moment: string): NonNullable<Writing['arrange']> {
  return ({ now }) => {
    now(moment)
    return Promise.resolve(undefined)
  }
}

/** So many sessions took place that both are asked whether it is worth their time. */
const halfWay: NonNullable<Writing['arrange']> = async ({ platform }) => {
  breaksByHand('not-claimed', 'log-astray', 'events-missing')
  await env.DB.prepare(
    `INSERT INTO sessions (id, pairing_id, programme_id, mentor_id, executive_id, status, starts_at, ends_at, wall,
       minutes, zone, version, created_at)
     SELECT value, pairing_id, programme_id, mentor_id, executive_id, 'happened', 1800000000000 + key * 86400000,
       1800000000000 + key * 86400000 + 1800000, '2027-01-15T09:00', 30, zone, 1, created_at
     FROM sessions, json_each(?) WHERE sessions.id = (SELECT session_id FROM proposals LIMIT 1)`,
  )
    .bind(JSON.stringify([1, 2, 3, 4].map(() => platform.newId('ses'))))
    .run()
  return undefined
}

const afterRestore: NonNullable<Writing['arrange']> = async ({ platform }) => {
  await asRestored(platform)
  return undefined
}

/** An offer's letter, which is true as long as the offer is open, could not be delivered. */
function letterFailed({ offeredSessionId }: Things): NonNullable<Writing['arrange']> {
  return async () => {
    const letter = await env.DB.prepare(
      "UPDATE outbox SET state = 'failed', error = 'refused', attempts = 5 WHERE session_id = ? RETURNING id",
    )
      .bind(offeredSessionId)
      .first<string>('id')
    if (!letter) throw new Error('no letter of the offer')
    return undefined
  }
}

/** A letter that has left and still says what is true. */
function letterSent({ offeredSessionId }: Things, before: string): NonNullable<Writing['arrange']> {
  return async () => {
    const letter = await env.DB.prepare("SELECT id FROM outbox WHERE session_id = ? AND state = 'sent'")
      .bind(offeredSessionId)
      .first<string>('id')
    return { path: `${before}/deliveries/${letter}/retry` }
  }
}

/** Sends a form as the manager. */
async function form({ as, nadia }: World, path: string, fields: Readonly<Record<string, string>>) {
  const client = await as(nadia)
  return client.ask(path, { method: 'POST', body: new URLSearchParams(fields) })
}

/** Moves the session; returns the name of this press. */
async function pressed(world: World, { path, form: fields }: Pick<Sample, 'path' | 'form'>): Promise<string> {
  const moved = await form(world, path, fields ?? {})
  return new URL(moved.headers.get('Location') ?? '', env.ORIGIN).searchParams.get('pressed') ?? ''
}

async function lineOf({ as, nadia }: World, kind: string): Promise<string> {
  const { body } = await (await as(nadia)).get('/api/v1/today')
  const key = new RegExp(`"key":"(${kind}:[^"]+)"`).exec(JSON.stringify(body))?.[1]
  if (!key) throw new Error(`no line ${kind}`)
  return key
}

function pathIn(location: string | null): string {
  return new URL(location ?? '', env.ORIGIN).pathname
}
