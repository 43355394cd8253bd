import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { askToSignIn } from '../../worker/actions/sign-in/ask.ts'
import type { NewId } from '../../worker/domain/ids.ts'
import { decodedMail } from '../../worker/http/dev/readable.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { routes } from '../../worker/http/routes.ts'
import { addressesIn } from '../support/addresses.ts'
import type { Answer } from '../support/client.ts'
import { submitted } from '../support/forms.ts'
import { bring, confirm } from '../support/imports.ts'
import { textAt } from '../support/response-shapes.ts'
import {
  aFixedSession,
  aMentor,
  aPairing,
  aPersonIn,
  aWorld,
  fabrikamBeside,
  type World,
} from '../support/world.ts'

const ALIAS = 'claude@alias.example'
const RIGHT = 'claude.right@people.example'
const looking = routes.filter(({ method, actors }) => method === 'GET' && actors.includes('manager'))

type Beside = Awaited<ReturnType<typeof fabrikamBeside>>
type Answers = Readonly<Record<string, string>>

/** What Northwind's manager reads, sends and is refused, in the world where Fabrikam has her people, and where it has others. */
const shared = await answersIn({ isShared: true })
const apart = await answersIn({ isShared: false })

test.each(Object.keys(shared).map((what) => ({ what })))(
  '$what: the same, whether Fabrikam has the same people or others',
  ({ what }) => {
    expect(shared[what]).toBe(apart[what])
  },
)

test('she reads her own people, and not what Fabrikam says of them', () => {
  const all = Object.values(shared).join('\n')
  expect(all).toContain('Claude Bernard')
  expect(all).not.toMatch(/Fabrikam|Otherwise|Rita|Novak|Ugo|Conti|Zebra/)
})

async function answersIn({ isShared }: { readonly isShared: boolean }): Promise<Answers> {
  const world = await aWorld({ newId: inOrder() })
  const { platform, bernard, tom, odile } = world
  const nadia = await world.as(world.nadia)
  // An owner sees how the installation does: not whose it is, but how much there is.
  await env.DB.prepare('DELETE FROM owners').run()
  await nadia.patch(`/api/v1/people/${bernard.id}`, { aliases: [ALIAS] })
  const beside = await fabrikamBeside(world)
  await inFabrikam(world, beside, isShared)

  const said: Record<string, Answer> = {}
  const addresses = await addressesIn(world)
  for (const { path } of looking) said[`GET ${path}`] = await nadia.get(addresses[path] ?? path)
  for (const kind of ['people', 'pairings', 'hours', 'sessions'])
    said[`export of ${kind}`] = await nadia.get(
      `/api/v1/programmes/${world.northwind.id}/export?kind=${kind}`,
    )
  for (const person of [bernard, tom, odile])
    said[`person ${person.name}`] = await nadia.get(`/people/${person.id}`)
  Object.assign(said, await acts(world))
  for (const { email } of [tom, odile])
    await askToSignIn(platform, {
      ...{ email, locale: 'en', zone: 'UTC', network: '192.0.2.1', wayBack: null, browser: null },
    })
  await tick(platform)
  for (const path of ['/today', '/deliveries', '/activity', '/api/v1/deliveries', '/api/v1/today'])
    said[`${path} afterwards`] = await nadia.get(path)
  const mails = await Promise.all(
    world.mails
      .filter(({ raw }) => !raw.includes('via Fabrikam'))
      .filter(({ to }) =>
        [RIGHT, ...[bernard, tom, odile, world.nadia].map(({ email }) => email)].includes(to),
      )
      .map(async ({ to, subject, raw }) => `${to} ${subject} ${(await decodedMail(raw)).text}`),
  )
  const names = new Map<string, string>()
  const entries = Object.entries(said).map(([what, { status, headers, body }]) => [
    what,
    [status, headers.get('Location') ?? '', typeof body === 'string' ? body : JSON.stringify(body)].join(
      '\n',
    ),
  ])
  return Object.fromEntries(
    [...entries, ['mails', mails.toSorted().join('\n')]].map(([what = '', text = '']) => [
      what,
      withoutIds(text, names),
    ]),
  )
}

/** Ids at random would order lists at random. */
function inOrder(): NewId {
  let made = 0
  return (prefix) => {
    made += 1
    return `${prefix}_${String(made).padStart(26, '0')}`
  }
}

/** Mr Bernard is an executive there too, Tom an executive, Odile an assistant; or others who have as little time. */
async function inFabrikam(
  { platform, bernard, tom, odile, now }: World,
  { fabrikam, rita, ugo, yara }: Beside,
  isShared: boolean,
) {
  const there = { platform, programme: fabrikam, manager: rita }
  const emailOf = (email: string) => (isShared ? email : `other-${email}`)
  const assistant = await aPersonIn(there, 'assistant', {
    name: 'Otherwise Odile',
    email: emailOf(odile.email),
  })
  const executive = await aPersonIn(there, 'executive', {
    ...{ name: 'Otherwise Bernard', shortName: 'Zebra', email: emailOf(bernard.email), unit: 'Zebra' },
    ...{ assistantIds: [assistant.id], reportsTo: yara.id, blockers: ['booked'] },
  })
  const learner = await aPersonIn(there, 'executive', {
    name: 'Otherwise Tom',
    email: emailOf(tom.email),
    locale: 'fr',
  })
  const vic = await aMentor(there, 'Vic Zebra')
  await aFixedSession(there, await aPairing(there, ugo, executive), '2027-03-18T09:00Z')
  await aFixedSession(there, await aPairing(there, vic, learner), '2027-03-18T14:00Z')
  if (isShared) return
  await env.DB.prepare('DROP TRIGGER claims_of_a_fixed_session_keep_their_place').run()
  for (const [from, to] of [
    [executive, bernard],
    [learner, tom],
  ] as const)
    await env.DB.prepare('UPDATE claims SET person_id = ? WHERE person_id = ?').bind(to.id, from.id).run()
  now('2027-03-15T08:00Z')
}

/** What she does about them, and what is refused to her. */
async function acts({
  as,
  nadia: manager,
  northwind,
  bernard,
  tom,
  odile,
  pairing,
}: World): Promise<Record<string, Answer>> {
  const nadia = await as(manager)
  const person = `/api/v1/people/${bernard.id}`
  const known = { programmeId: northwind.id, name: 'Z', zone: 'UTC' }
  const yara = { email: 'y.okoye@people.example', aliases: ['yara@people.example'] }
  return {
    'a name': await nadia.patch(person, { name: 'Claude Bernard', unit: 'Tax' }),
    'a field of several programmes': await nadia.patch(person, { rules: { perWeek: 2 } }),
    'read again': await nadia.get(person),
    roles: await nadia.patch(`/api/v1/people/${tom.id}`, { roles: ['mentor', 'executive'] }),
    'an alias': await nadia.patch(`/api/v1/people/${tom.id}`, { aliases: [bernard.email] }),
    'a booking in a busy hour': await nadia.post('/api/v1/sessions', {
      pairingId: pairing.id,
      start: '2027-03-18T09:00:00Z',
    }),
    'a booking where the mentor is busy': await nadia.post('/api/v1/sessions', {
      pairingId: pairing.id,
      start: '2027-03-18T14:00:00Z',
    }),
    'free times': await nadia.get(`/api/v1/pairings/${pairing.id}/slots`),
    'an import': await nadia.ask(`/api/v1/imports?programme=${northwind.id}&kind=people`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body: `email,name,unit\n${bernard.email},Claude Bernard,Law\n${odile.email},Odile Martin,Office`,
    }),
    'a file of hours': await nadia.ask(`/api/v1/imports?programme=${northwind.id}&kind=hours`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body: `email,day,from,to\n${tom.email},1,10:00,12:00`,
    }),
    'somebody of Fabrikam is added': await nadia.post('/api/v1/people', {
      ...known,
      roles: ['sponsor'],
      ...yara,
    }),
    'one added with an alias of somebody there': await nadia.post('/api/v1/people', {
      ...{ ...known, roles: ['sponsor'], email: 'new@people.example', aliases: ['u.conti@people.example'] },
    }),
    'an alias of somebody there': await nadia.patch(`/api/v1/people/${odile.id}`, {
      aliases: ['r.novak@people.example'],
    }),
    'a corrected address': await nadia.patch(person, { email: RIGHT, aliases: [bernard.email] }),
    'the person with it': await nadia.get(person),
    'his page with it': await nadia.get(`/people/${bernard.id}`),
    'the file with it': await nadia.get(`/api/v1/programmes/${northwind.id}/export?kind=people`),
    'a corrected address that is somebody’s there': await nadia.patch(`/api/v1/people/${odile.id}`, {
      email: 'r.novak@people.example',
    }),
    'the person with that': await nadia.get(`/api/v1/people/${odile.id}`),
    'an address that is her own person’s': await nadia.patch(`/api/v1/people/${tom.id}`, { email: RIGHT }),
    'one added at the address that was given up': await nadia.post('/api/v1/people', {
      ...{ ...known, name: 'Zoe Fabre', roles: ['sponsor'], email: odile.email },
    }),
    'search by the new address': await nadia.get(`/search?q=${RIGHT}`),
    search: await nadia.get('/api/v1/search?q=otherwise'),
    'search by address': await nadia.get(`/search?q=${ALIAS}`),
    invitation: await submitted(nadia, `/people/${tom.id}/invitation`, {}),
    departure: await nadia.post(`${person}/departure`, { on: '2027-12-31' }),
    'the list': await nadia.get(`/people?programme=${northwind.id}`),
  }
}

/** The ids and secrets of two worlds are others: each is called by when it was first read. */
function withoutIds(text: string, names: Map<string, string>): string {
  return text.replaceAll(
    /\b[a-z]{3}_[0-9a-z]{26}\b|[0-9a-z]{26}(?=@reply)|(?<![\w-])[\w-]{43}(?![\w-])|"[\w-]{27}"|\bl[0-9a-f]{8}\b/g,
    (id) => {
      const name = names.get(id) ?? `${/^[a-z]{3}_/.test(id) ? id.slice(0, 3) : 'secret'}-${names.size}`
      names.set(id, name)
      return name
    },
  )
}

test('what Fabrikam does with a shared person changes nothing that Northwind reads, not even its ETag', async () => {
  const world = await aWorld()
  const beside = await fabrikamBeside(world)
  const rita = await world.as(beside.rita)
  const nadia = await world.as(world.nadia)
  const { email, name, zone, id } = world.bernard
  const wish = { programmeId: beside.fabrikam.id, roles: ['executive'], email, name, zone }
  const read = async () => {
    const [json, page] = [await nadia.get(`/api/v1/people/${id}`), await nadia.get(`/people/${id}`)]
    return {
      json,
      etag: json.headers.get('ETag'),
      page: page.body,
      activity: (await nadia.get('/activity')).body,
    }
  }
  const before = await read()
  expect(textAt((await rita.post('/api/v1/people', wish)).body, 'id')).toBe(id)
  await rita.patch(`/api/v1/people/${id}`, {
    name: 'Zebra',
    unit: 'Zebra',
    blockers: ['booked'],
    zone: 'Asia/Tokyo',
  })
  const now = await read()
  expect([now.etag, now.json.body, now.activity]).toEqual([before.etag, before.json.body, before.activity])
  expect(String(now.page).replaceAll(/\w{3}_\w{26}/g, '')).toBe(
    String(before.page).replaceAll(/\w{3}_\w{26}/g, ''),
  )
  const changed = await nadia.ask(`/api/v1/people/${id}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', 'If-Match': before.etag ?? '' },
    body: JSON.stringify({ unit: 'Law' }),
  })
  expect(changed.status).toBe(200)
})

test.each([
  ['on the API', (world: World, alias: string) => patched(world, alias)],
  ['of somebody new', (world: World, alias: string) => addedWith(world, alias)],
  ['in a file', (world: World, alias: string) => broughtWith(world, `${world.tom.email},${alias},,,`)],
  [
    'of somebody new in a file',
    (world: World, alias: string) => broughtWith(world, `zoe@people.example,${alias},Zoe Fabre,sponsor,UTC`),
  ],
])('an alias that is somebody’s elsewhere is answered like one of nobody, %s', async (_, send) => {
  const said = []
  for (const isHers of [true, false]) {
    const world = await aWorld({ newId: inOrder() })
    const { ugo } = await fabrikamBeside(world)
    const alias = isHers ? ugo.email : 'nobody@people.example'
    const { status, body } = await send(world, alias)
    said.push({ status, body: withoutIds(JSON.stringify(body).replaceAll(alias, 'ALIAS'), new Map()) })
    const ugos = await env.DB.prepare('SELECT person_id FROM addresses WHERE address = ?')
      .bind(ugo.email)
      .first('person_id')
    expect(ugos).toBe(ugo.id)
  }
  expect(said[0]?.status).toBeLessThan(300)
  expect(said[0]).toEqual(said[1])
})

async function patched({ as, nadia, tom }: World, alias: string): Promise<Answer> {
  return (await as(nadia)).patch(`/api/v1/people/${tom.id}`, { aliases: [alias] })
}

async function addedWith({ as, nadia, northwind }: World, alias: string): Promise<Answer> {
  const newcomer = { name: 'Zoe Fabre', email: 'zoe@people.example', zone: 'UTC', roles: ['sponsor'] }
  return (await as(nadia)).post('/api/v1/people', {
    programmeId: northwind.id,
    ...newcomer,
    aliases: [alias],
  })
}

async function broughtWith(world: World, line: string): Promise<Answer> {
  const brought = await bring(world, 'people', `email,aliases,name,roles,zone\n${line}`)
  const confirmed = await confirm(world, brought)
  return { ...confirmed, body: { brought: brought.body, confirmed: confirmed.body } }
}
