import { expect, test } from 'vitest'

import { makeReportLink } from '../../worker/actions/report/make-link.ts'
import { recordCounter } from '../../worker/actions/session/counter.ts'
import { makeApp } from '../../worker/app.ts'
import { isId } from '../../worker/domain/ids.ts'
import { insertReceived } from '../../worker/storage/mail/received.ts'
import { listFormats } from '../../worker/storage/path/format.ts'
import { listTracks } from '../../worker/storage/path/track.ts'
import type { Answer, Client } from '../support/client.ts'
import { keyOf, webhookOf } from '../support/everything.ts'
import { submitted } from '../support/forms.ts'
import { aFile, brought } from '../support/imports.ts'
import { link } from '../support/links.ts'
import { aLoggedSession } from '../support/logged-session.ts'
import { openOffer } from '../support/offer-form.ts'
import { at } from '../support/times.ts'
import {
  aFixedSession,
  aMentor,
  anOffer,
  aPersonIn,
  asManager,
  aWorld,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

type Fields = Readonly<Record<string, string>>
type Done = {
  readonly by: Client
  readonly answer: Answer
  /** What a page of a link says instead of a line above it. */
  readonly says?: string
}
type Act = (world: World) => Promise<Done>

const byNadia =
  (path: (world: World) => string | Promise<string>, fields: Fields | ((world: World) => Fields) = {}): Act =>
  async (world) => {
    const by = await world.as(world.nadia)
    const typed = typeof fields === 'function' ? fields(world) : fields
    return { by, answer: await submitted(by, await path(world), typed) }
  }

const byTom =
  (path: (world: World) => string | Promise<string>, fields: Fields = {}): Act =>
  async (world) => {
    const by = await world.as(world.tom)
    return { by, answer: await submitted(by, await path(world), fields) }
  }

const byOdile =
  (path: (world: World) => string | Promise<string>, fields: Fields | ((world: World) => Fields)): Act =>
  async (world) => {
    const by = await world.as(world.odile)
    const typed = typeof fields === 'function' ? fields(world) : fields
    return { by, answer: await submitted(by, await path(world), typed) }
  }

/** By whoever holds the link. */
const byLink =
  (address: (world: World) => Promise<string>, fields: Fields, says: string): Act =>
  async (world) => {
    const by = await world.as(null)
    const [path = '', k = ''] = (await address(world)).split('?k=')
    return { by, answer: await submitted(by, path, { k, ...fields }), says }
  }

const fixed = (world: World) => aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
const past = async (world: World) => {
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-15T10:00Z')
  world.now('2027-03-15T12:00Z')
  return session
}
const offered = (world: World) => anOffer(settingOf(world), world.pairing)
const onFixed = (noun: string) => async (world: World) => `/sessions/${(await fixed(world)).id}/${noun}`
const onDesk = (noun: string) => async (world: World) => `/desk/sessions/${(await fixed(world)).id}/${noun}`
const ofPairing = (noun: string) => (world: World) => `/pairings/${world.pairing.id}${noun}`
const ofBernard = (noun: string) => (world: World) => `/people/${world.bernard.id}${noun}`
const ofProgramme = (noun: string) => (world: World) => `/programmes/${world.northwind.id}${noun}`
const ofFormat = (noun: string) => async (world: World) => {
  const [, second] = await listFormats(world.platform.db, world.northwind.id)
  return `/formats/${second?.id}${noun}`
}

const ofTrack = (noun: string) => async (world: World) => {
  const [first] = await listTracks(world.platform.db, world.northwind.id)
  return `/tracks/${first?.id}${noun}`
}

const countered = (noun: string) => async (world: World) => {
  const session = await fixed(world)
  const by = { id: world.odile.id, door: 'link' } as const
  const time = { start: at('2027-03-18T13:00Z'), end: null }
  const now = have(await recordCounter(world.platform, session.id, { time, personId: world.bernard.id, by }))
  return `/sessions/${session.id}/counters/${now.proposals[0]?.id}/${noun}`
}

/** A press, and what its buttons send. */
const pressed =
  (path: string): Act =>
  async (world) => {
    const by = await world.as(world.nadia)
    const { id } = await fixed(world)
    const moved = await submitted(by, `/sessions/${id}/place`, { placeKind: 'room', place: 'Blue' })
    const [, what = ''] = /pressed=([^#]+)/.exec(moved.headers.get('Location') ?? '') ?? []
    return { by, answer: await submitted(by, path, { pressed: what, back: `/sessions/${id}` }) }
  }

const planned =
  (noun: string, fields: Fields): Act =>
  async (world) => {
    const by = await world.as(world.nadia)
    const made = await submitted(by, `/programmes/${world.northwind.id}/plans`, {})
    const [plan = ''] = made.headers.get('Location')?.split('?') ?? []
    return { by, answer: await submitted(by, `${plan}${noun.replace(':id', world.pairing.id)}`, fields) }
  }

async function aMail({ platform, bernard }: World, from = 'stranger@elsewhere.example'): Promise<string> {
  const id = platform.newId('rcv')
  const mail = { fingerprint: id, at: platform.now(), personId: bernard.id, sessionId: null, class: 'none' }
  await insertReceived(platform.db, { id, ...mail, reading: { from }, state: 'waiting', why: 'prose' })
  return id
}

async function aLetter(world: World, noun: string): Promise<string> {
  await offered(world)
  const { body } = await (await world.as(world.nadia)).get('/api/v1/deliveries')
  const id: unknown = Object(body).deliveries[0]?.id
  if (!isId('let', String(id))) throw new Error('no letter')
  return `/deliveries/${String(id)}/${noun}`
}

const basicsOf = ({ name, email, zone }: World['bernard']): Fields => ({ name, email, zone, locale: 'en' })
const NEWCOMER = 'name,email,roles,zone\nZoe Fabre,zoe@people.example,mentor,Europe/Paris'
const hours = { zone: 'Europe/Paris', 'week-1-0-from': '09:00', 'week-1-0-to': '11:00' }
const policy = {
  ...{ name: 'Northwind leadership', shortName: 'Northwind', cadence: '21', tolerance: '7', minutes: '30' },
  ...{ notice: '24', horizon: '56', before: '0', after: '10', holdDays: '3', counters: 'ask' },
  ...{
    countersOfMentors: 'ask',
    undoSeconds: '60',
    morningAt: '08:00',
    wording: 'name',
    reportLeast: '5',
    retention: '90',
  },
}

/** One act of each route that changes something on a page. */
const ACTS: Readonly<Record<string, Act>> = {
  'POST /today/snoozes': async (world) => {
    await past(world)
    world.now('2027-03-17T10:00Z')
    const by = await world.as(world.nadia)
    const { body } = await by.get('/api/v1/today')
    const key = String(Object(body).items[0]?.key)
    return { by, answer: await submitted(by, '/today/snoozes', { key, until: '2027-03-19' }) }
  },
  'POST /today/deeds': async (world) => {
    await past(world)
    world.now('2027-03-17T10:00Z')
    const by = await world.as(world.nadia)
    const { body } = await by.get('/api/v1/today')
    const line = String(Object(body).items[0]?.key)
    return { by, answer: await submitted(by, '/today/deeds', { line, result: 'happened' }) }
  },
  'POST /presses/undo': pressed('/presses/undo'),
  'POST /presses/now': pressed('/presses/now'),
  'POST /today/strangers': byNadia(
    async (world) => {
      await aMail(world)
      return '/today/strangers'
    },
    ({ northwind, platform }) => ({ programmeId: northwind.id, upTo: String(platform.now()) }),
  ),
  'POST /sessions/:id/time': byNadia(onFixed('time'), { date: '2027-03-18', time: '10:00' }),
  'POST /sessions/:id/place': byNadia(onFixed('place'), { placeKind: 'room', place: 'Blue' }),
  'POST /sessions/:id/format': async (world) => {
    const [, second] = await listFormats(world.platform.db, world.northwind.id)
    return byNadia(onFixed('format'), { formatId: second?.id ?? '' })(world)
  },
  'POST /sessions/:id/answers': byNadia(onFixed('answers'), ({ bernard }) => ({
    personId: bernard.id,
    partstat: 'ACCEPTED',
  })),
  'POST /sessions/:id/answers/undo': async (world) => {
    const { id } = await fixed(world)
    const by = await world.as(world.nadia)
    const personId = world.bernard.id
    await submitted(by, `/sessions/${id}/answers`, { personId, partstat: 'ACCEPTED' })
    return { by, answer: await submitted(by, `/sessions/${id}/answers/undo`, { personId }) }
  },
  'POST /sessions/:id/cancellation': byNadia(onFixed('cancellation')),
  'POST /guide': byTom(() => '/guide'),
  'POST /mine/record': async (world) => {
    const by = await world.as(world.tom)
    const asked = { act: 'ask', kind: 'erasure', programme: world.northwind.id }
    return { by, answer: await submitted(by, '/mine/record', asked) }
  },
  'POST /sessions/:id/correction': byNadia(
    async (world) => {
      const { id } = await aLoggedSession(world, '2027-03-15T09:00Z', 'Read one thread')
      world.now('2027-03-15T11:00Z')
      return `/sessions/${id}/correction`
    },
    { result: 'cut-short', reason: 'He had to leave.' },
  ),
  'POST /sessions/:id/outcome': byTom(async (world) => `/sessions/${(await past(world)).id}/outcome`, {
    result: 'happened',
  }),
  'POST /sessions/:id/counters/:counterId/acceptance': byNadia(countered('acceptance')),
  'POST /sessions/:id/counters/:counterId/refusal': byNadia(countered('refusal')),
  'POST /statuses': byNadia(
    () => '/statuses',
    ({ pairing }) => ({ pairing: pairing.id, status: 'paused' }),
  ),
  'POST /blockers': byNadia(
    () => '/blockers',
    ({ bernard }) => ({ executive: bernard.id, blocker: 'booked', act: 'add', back: '/people' }),
  ),
  'POST /pairings': async (world) => {
    const uma = await aMentor(settingOf(world), 'Uma Rao')
    const { northwind, bernard } = world
    const wish = { programmeId: northwind.id, mentorId: uma.id, executiveId: bernard.id, kind: 'mentoring' }
    return byNadia(() => '/pairings', wish)(world)
  },
  'POST /suggestions/acceptance': async (world) => {
    const { northwind, tom } = world
    const lea = await aPersonIn(settingOf(world), 'executive', { name: 'Lea Duval' })
    const wish = { programme: northwind.id, pair: `${lea.id}~${tom.id}` }
    return byNadia(() => '/suggestions/acceptance', wish)(world)
  },
  'POST /pairings/:id': byNadia(ofPairing(''), { status: 'paused' }),
  'POST /pairings/:id/hand-over': async (world) => {
    const { id: mentorId } = await aMentor(settingOf(world), 'Uma Rao')
    return byNadia(ofPairing('/hand-over'), { mentorId })(world)
  },
  'POST /pairings/:id/note': byNadia(ofPairing('/note'), { managersNote: 'He prefers mornings.' }),
  'POST /pairings/:id/ending': byNadia(ofPairing('/ending')),
  'POST /pairings/:id/pulse': async (world) => {
    for (const day of ['16', '17', '18', '19'])
      await aLoggedSession(world, `2027-03-${day}T09:00Z`, 'Answer one question')
    return byTom(ofPairing('/pulse'), { worth: 'yes', onward: 'same' })(world)
  },
  'POST /pairings/:id/offers': async (world) => {
    const by = await world.as(world.nadia)
    return { by, answer: await (await openOffer(by, world.pairing.id)).send() }
  },
  'POST /pairings/:id/sessions': byNadia(ofPairing('/sessions'), { date: '2027-03-17', time: '10:00' }),
  'POST /imports': byNadia(
    () => '/imports',
    ({ northwind }) => ({ programme: northwind.id, text: NEWCOMER }),
  ),
  'POST /imports/:id/confirmation': byNadia(async (world) => {
    const kept = await brought(world, aFile('people', NEWCOMER))
    return `/imports/${kept.id}/confirmation`
  }),
  'POST /people': byNadia(
    () => '/people',
    ({ northwind }) => ({
      programmeId: northwind.id,
      ...{ name: 'Zoe Fabre', email: 'zoe@people.example', zone: 'Europe/Paris', 'role-mentor': 'yes' },
    }),
  ),
  'POST /people/:id': byNadia(ofBernard(''), ({ bernard }) => ({
    ...basicsOf(bernard),
    ...{ 'role-executive': 'yes', unit: 'Legal' },
  })),
  'POST /people/:id/availability': byTom(({ tom }) => `/people/${tom.id}/availability`, hours),
  'POST /people/:id/assistants': byNadia(ofBernard('/assistants'), ({ odile }) => ({ remove: odile.id })),
  'POST /people/:id/departure': byNadia(ofBernard('/departure'), { on: '2027-06-01' }),
  'POST /people/:id/erasure': byNadia(ofBernard('/erasure')),
  'POST /people/:id/mails': byNadia(({ nadia }) => `/people/${nadia.id}/mails`, { notify: 'urgent' }),
  'POST /people/:id/invitation': byNadia(({ tom }) => `/people/${tom.id}/invitation`),
  'POST /people/:id/rules': byNadia(ofBernard('/rules'), { 'rule-day': '1' }),
  'POST /people/:id/presets': byNadia(ofBernard('/presets'), { 'blocker-booked': 'yes' }),
  'POST /people/:id/closed-weeks': byTom(({ tom }) => `/people/${tom.id}/closed-weeks`, {
    closedWeek: '2027-04-05',
  }),
  'POST /received/:id': byNadia(async (world) => `/received/${await aMail(world)}`, { answer: 'nothing' }),
  'POST /people/:id/busy-feed': byTom(({ tom }) => `/people/${tom.id}/busy-feed`, { stop: 'yes' }),
  'POST /feed': byTom(() => '/feed'),
  'POST /feed/revocation': byTom(() => '/feed/revocation'),
  'POST /deliveries/retry': byNadia(
    () => '/deliveries/retry',
    ({ northwind }) => ({ programmeId: northwind.id }),
  ),
  'POST /deliveries/test': byNadia(() => '/deliveries/test'),
  'POST /deliveries/test-invite': byNadia(() => '/deliveries/test-invite', { act: 'send' }),
  'POST /deliveries/resumption': byNadia(() => '/deliveries/resumption', { waiting: 'drop' }),
  'POST /deliveries/:id/retry': byNadia((world) => aLetter(world, 'retry')),
  'POST /deliveries/:id/address': byNadia((world) => aLetter(world, 'address')),
  'POST /programmes': byNadia(() => '/programmes', { name: 'Another', shortName: 'Another' }),
  'POST /programmes/:id': byNadia(ofProgramme(''), policy),
  'POST /programmes/:id/closure': byNadia(ofProgramme('/closure')),
  'POST /programmes/:id/formats': byNadia(ofProgramme('/formats'), { name: 'A walk' }),
  'POST /formats/:id': byNadia(ofFormat(''), { name: 'A walk' }),
  'POST /formats/:id/place': byNadia(ofFormat('/place'), { place: '0' }),
  'POST /formats/:id/archive': byNadia(ofFormat('/archive'), { archived: 'yes' }),
  'POST /programmes/:id/tracks': async (world) => {
    const [, one, two, three] = await listFormats(world.platform.db, world.northwind.id)
    const steps = { 'step-1': one?.id ?? '', 'step-2': two?.id ?? '', 'step-3': three?.id ?? '' }
    return byNadia(ofProgramme('/tracks'), { name: 'A walk', ...steps })(world)
  },
  'POST /programmes/:id/report/links': byNadia(ofProgramme('/report/links'), {
    ...{ label: 'Board', locale: 'en', endsOn: '2027-05-31' },
  }),
  'POST /programmes/:id/report/links/:linkId/revocation': byNadia(async ({ platform, northwind, nadia }) => {
    const wish = {
      id: platform.newId('rpl'),
      programmeId: northwind.id,
      label: 'Board',
      locale: 'en',
    } as const
    const made = await makeReportLink(
      platform,
      { ...wish, address: null, endsOn: '2027-05-31' },
      asManager(nadia),
    )
    return `/programmes/${northwind.id}/report/links/${have(made).id}/revocation`
  }),
  'POST /keys': async (world) => {
    const programme = { [`programme-${world.northwind.id}`]: 'yes' }
    const fields = { name: 'The intranet', access: 'read', expiresOn: '2027-06-30', ...programme }
    return byNadia(() => '/keys', fields)(world)
  },
  'POST /keys/:id/revocation': byNadia(async ({ as, nadia, northwind }) => {
    return `/keys/${await keyOf(await as(nadia), northwind.id)}/revocation`
  }),
  'POST /webhooks': async (world) => {
    const fields = { programme: world.northwind.id, url: 'https://hooks.example/a', 'type-offer.made': 'yes' }
    return byNadia(() => '/webhooks', fields)(world)
  },
  'POST /webhooks/:id': byNadia(
    async ({ as, nadia, northwind }) =>
      `/webhooks/${(await webhookOf(await as(nadia), northwind.id)).webhookId}`,
    { act: 'test' },
  ),
  'POST /tracks/:id': byNadia(ofTrack(''), { name: 'A walk' }),
  'POST /tracks/:id/copy': byNadia(ofTrack('/copy')),
  'POST /tracks/:id/archive': byNadia(ofTrack('/archive'), { archived: 'yes' }),
  'POST /programmes/:id/plans': byNadia(ofProgramme('/plans')),
  'POST /plans/:id/confirmation': planned('/confirmation', {}),
  'POST /plans/:id/rows/:pairingId': planned('/rows/:id', { change: 'drop' }),
  'POST /sign-ins': async (world) => {
    const by = await world.as(world.nadia)
    await world.as(world.nadia)
    const { body } = await by.get('/sign-ins')
    const id = /name="id" value="(sgn_\w+)"/.exec(String(body))?.[1] ?? ''
    return { by, answer: await submitted(by, '/sign-ins', { id }) }
  },

  'POST /desk/sessions/:id/time': byOdile(onDesk('time'), { choice: `at-${at('2027-03-18T10:00Z')}` }),
  'POST /desk/sessions/:id/answers': byOdile(onDesk('answers'), { answer: 'decline' }),
  'POST /desk/offers/:id/answer': async (world) => {
    const { offer } = await offered(world)
    const option = offer?.options[0]?.id ?? ''
    return byOdile(() => `/desk/offers/${offer?.id}/answer`, { option })(world)
  },
  'POST /desk/executives/:id/calendar': byOdile(({ bernard }) => `/desk/executives/${bernard.id}/calendar`, {
    stop: 'yes',
  }),
  'POST /desk/executives/:id/times': byOdile(({ bernard }) => `/desk/executives/${bernard.id}/times`, {
    said: 'in New York 3–9 April',
  }),

  'POST /answer': byLink(
    async (world) => link(world.platform, 'answer', await offered(world), world.odile),
    { choice: 'none' },
    'Thank you. New times will follow.',
  ),
  'POST /invite': byLink(
    async (world) => link(world.platform, 'invite', await fixed(world), world.bernard),
    { answer: 'accept' },
    'There is nothing more to do.',
  ),
  'POST /confirm': byLink(
    async (world) => link(world.platform, 'confirm', await fixed(world), world.bernard),
    {},
    'Keep this time after all',
  ),
  'POST /log': byLink(
    async (world) => link(world.platform, 'log', await past(world), world.tom),
    { result: 'happened' },
    'Saved. Thank you.',
  ),
  'POST /own': byLink(
    async (world) => link(world.platform, 'own', await fixed(world), world.bernard),
    { wish: 'pause' },
    'Noted. Thank you.',
  ),
  'POST /own/record': async (world) => {
    const own = await link(world.platform, 'own', await fixed(world), world.bernard)
    const sent = { act: 'obstacles', programme: world.northwind.id }
    const address = () => Promise.resolve(own.replace('/own', '/own/record'))
    return byLink(address, sent, 'Saved.')(world)
  },
  'POST /pulse': byLink(
    async (world) => {
      for (const day of ['16', '17', '18'])
        await aLoggedSession(world, `2027-03-${day}T09:00Z`, 'Answer one question')
      return (
        await link(
          world.platform,
          'own',
          await aLoggedSession(world, '2027-03-19T09:00Z', 'x'),
          world.bernard,
        )
      ).replace('/own', '/pulse')
    },
    { worth: 'yes', onward: 'same' },
    'Saved. Thank you.',
  ),
  'POST /meeting': byLink(
    async (world) => {
      const session = await fixed(world)
      world.now('2027-03-17T08:50Z')
      return link(world.platform, 'meeting', session, world.tom)
    },
    { say: 'late' },
    'They have been told that you are late.',
  ),
}

/** They lead to another page that says by itself where somebody stands. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'POST /mcp': 'an agent asks there, and is answered in JSON',
  'POST /claim': 'it opens Today with the first steps',
  'POST /sign-in': 'the page says that a link is on its way, whether somebody is known or not',
  'POST /sign-in/again': 'the same',
  'POST /sign-in/confirmation': 'it opens the page that was asked for',
  'POST /sign-out': 'the page for signing in says why somebody is signed out',
}

const onPages = makeApp(() => {
  throw new Error('nothing is asked of it')
})
  .routes.filter(({ method, path }) => method === 'POST' && !path.startsWith('/api/') && !path.includes('*'))
  .map(({ method, path }) => `${method} ${path}`)

test('every route that changes something on a page stands in one of the two tables', () => {
  const known = [...Object.keys(ACTS), ...Object.keys(OTHERWISE)]
  expect([...new Set(onPages)].toSorted()).toEqual(known.toSorted())
})

test.each(Object.entries(ACTS))('%s says what was done', async (_, act) => {
  const { by, answer, says } = await act(await aWorld())
  const location = answer.headers.get('Location')
  expect(answer.status, String(answer.body).slice(0, 400)).toBe(location === null ? 200 : 303)
  expect(location ?? '?done=').toMatch(/[?&](done|pressed)=/)
  const page = location === null ? answer : await by.get(location)
  expect(page.status).toBe(200)
  expect(String(page.body)).toMatch(says ?? /<(p|div) class="notice done[^>]*role="status">/)
})

test.each([
  ['hours', 'availability', hours],
  ['hours', 'closed-weeks', { closedWeek: '2027-04-05' }],
  ['rules', 'rules', { 'rule-day': '1' }],
] as const)('the page opens again at its part %s', async (part, noun, fields) => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const person = await aPersonIn(settingOf(world), 'mentor', { name: 'Uma Rao' })
  const saved = await submitted(nadia, `/people/${person.id}/${noun}`, fields)
  const location = saved.headers.get('Location') ?? ''
  expect(location.endsWith(`#${part}`)).toBe(true)
  expect((await nadia.get(location)).body).toContain(`id="${part}"`)
})
