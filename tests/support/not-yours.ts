import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'

import { handOver } from '../../worker/actions/pairing/hand-over.ts'
import { makeApp } from '../../worker/app.ts'
import type { Pairing } from '../../worker/domain/pairing/pairing.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import { routes } from '../../worker/http/routes.ts'
import type { Platform } from '../../worker/platform.ts'
import { cookieOf } from './client.ts'
import { everyRequest, type Sample } from './every-request.ts'
import {
  aCast,
  type Cast,
  everythingOf,
  logIn,
  missingLike,
  type Things,
  THINGS,
  TOKENS,
} from './everything.ts'
import { aRecording, recordingDatabase } from './recording-database.ts'
import {
  aManager,
  aMentor,
  aPairing,
  aPersonIn,
  aProgramme,
  asManager,
  aWorld,
  have,
  type Setting,
  settingOf,
} from './world.ts'

/** Whose things there are: of two pairs of Northwind, and of Fabrikam. */
const OWNERS = ['tom', 'mia', 'ugo'] as const
type Owner = (typeof OWNERS)[number]

/** Somebody who asks, and of which things a route may be his. */
export type Asker = {
  readonly name: string
  readonly role: 'manager' | 'mentor' | 'assistant' | 'member' | null
  readonly owns: readonly Owner[]
  /** Of which he is a member. */
  readonly programmeId: string | null
  /** Of a link that is sent along. */
  readonly token: string | null
  readonly ask: (sample: Sample) => Promise<Said>
}

/** An answer as text, with its ids replaced by their names, and what it tried to write. */
export type Said = { readonly status: number; readonly text: string; readonly tried: readonly string[] }

export type Everybody = Awaited<ReturnType<typeof everybodyAsking>>

/** All askers and all things, in one world that nothing changes: what would be written is refused. */
export async function everybodyAsking() {
  const world = await aWorld()
  world.now('2027-03-14T08:00Z')
  const { platform, northwind } = world
  const older = await cookieOf(platform, world.nadia, { trusted: true })
  world.now('2027-03-15T08:00Z')
  const here = settingOf(world)
  const rita = await aManager(platform, 'Rita Novak')
  const there: Setting = { platform, programme: await aProgramme(platform, rita, 'Fabrikam'), manager: rita }
  const casts = {
    tom: await aCast(
      here,
      ['Olga Nowak', 'Emil Zola', 'Ana Ruiz', 'Bo Lindt', 'Cy Young', 'Di Marco'],
      world.tom,
    ),
    mia: await aCast(
      here,
      ['Omar Diallo', 'Flo Roux', 'Gil Bret', 'Hal Orr', 'Ian Kerr', 'Jo Vogt'],
      await aMentor(here, 'Mia Berg'),
    ),
    ugo: await aCast(
      there,
      ['Oona Lynch', 'Kim Lee', 'Lou Bach', 'Mo Amin', 'Ned Poe', 'Pia Falk'],
      await aMentor(there, 'Ugo Conti'),
    ),
  }
  const max = await aMentor(here, 'Max Frey')
  const eve = await aMentor(here, 'Eve Lang')
  const nadia = await world.as(world.nadia)
  const pairing = await handedOver(here, max, casts.tom)
  const ended = await aPairing(here, eve, casts.mia.spare[0])
  await nadia.patch(`/api/v1/pairings/${ended.id}`, { status: 'ended' })

  const things = {
    tom: await everythingOf(here, { ...casts.tom, pairing }, '2027-03-15T08:00Z'),
    mia: await everythingOf(here, casts.mia, '2027-03-15T08:00Z'),
    ugo: await everythingOf(there, casts.ugo, '2027-03-15T08:00Z'),
  }
  world.now('2027-03-15T09:10Z')
  await logIn(here, casts.tom, things.tom)
  await logIn(here, casts.mia, things.mia)
  await logIn(there, casts.ugo, things.ugo)

  const asker = async (
    name: string,
    person: Person | null,
    role: Asker['role'],
    owns: readonly Owner[],
    token: string | null = null,
    cookie: string | null = null,
    key: string | null = null,
  ): Promise<Asker> => ({
    ...{ name, role, owns, token },
    programmeId: person && (await programmeOf(person)),
    ask: await asking(
      platform,
      { cookie: cookie ?? (person && (await cookieOf(platform, person))), key },
      Object.values(things),
    ),
  })
  const askers = await Promise.all([
    asker('nobody', null, null, []),
    // Later: there are no keys yet, so it opens nothing. A real one takes its place here.
    asker('a program with a key', null, null, [], null, null, 'Bearer later'),
    asker('the executive with a link', null, null, ['tom'], things.tom.ownToken),
    asker('an executive with another link', null, null, [], things.mia.ownToken),
    asker('the assistant with a link', null, null, ['tom'], things.tom.assistantToken),
    asker('the assistant at her desk', casts.tom.assistant, 'assistant', ['tom']),
    asker('an assistant at another desk', casts.mia.assistant, 'assistant', ['mia']),
    asker('the mentor', world.tom, 'mentor', ['tom']),
    asker('another mentor', casts.mia.mentor, 'mentor', ['mia']),
    asker('the mentor before him', max, 'mentor', []),
    asker('the mentor of an ended pairing', eve, 'mentor', []),
    asker('the manager', world.nadia, 'manager', ['tom', 'mia']),
    asker('the manager with an older link', world.nadia, 'manager', ['tom', 'mia'], null, older),
    asker('the manager of another programme', rita, 'manager', ['ugo']),
    asker(
      'an owner who manages nothing',
      await aManager(platform, 'Otto Klein', { isOwner: true }),
      'member',
      [],
    ),
    asker('a sponsor', await aPersonIn(here, 'sponsor', { name: 'Sven Olsson' }), 'member', []),
  ])
  return { askers, things, programme: northwind }
}

async function programmeOf({ id }: Person): Promise<string | null> {
  return env.DB.prepare('SELECT programme_id FROM memberships WHERE person_id = ?')
    .bind(id)
    .first('programme_id')
}

/** A pairing of the executive with somebody who hands it over to the mentor of now. */
async function handedOver(here: Setting, before: Person, { mentor, executive }: Cast): Promise<Pairing> {
  const earlier = await aPairing(here, before, executive)
  const wish = { id: here.platform.newId('pai'), mentorId: mentor.id }
  return have(await handOver(here.platform, earlier.id, wish, asManager(here.manager)))
}

/** Sends a sample with this cookie, and puts the names of things in the place of their ids. */
async function asking(
  platform: Platform,
  { cookie, key }: { readonly cookie: string | null; readonly key: string | null },
  all: readonly Things[],
) {
  const recording = aRecording({ mayWrite: false })
  let made = 0
  const app = makeApp(() => ({
    ...platform,
    db: drizzle(recordingDatabase(env.DB, recording)),
    // The same ids for each request: a form carries one for what it would make.
    newId: (prefix) => {
      made += 1
      return `${prefix}_${String(made).padStart(26, '0')}`
    },
  }))
  const ids = [...all, ...all.map(missingLike)].flatMap((things) =>
    Object.entries(things).flatMap(([name, id]) => [[id, name] as const, [id.toUpperCase(), name] as const]),
  )
  const names = new Map(ids)
  const anyId = new RegExp(
    [...names.keys()].map((id) => id.replaceAll(/[-_]/g, String.raw`[-_]`)).join('|'),
    'g',
  )

  return async ({ route, path, form, json, csv, headers }: Sample): Promise<Said> => {
    recording.refused.length = 0
    made = 0
    const [method = ''] = route.split(' ')
    const type = csv === undefined ? (json === undefined ? null : 'application/json') : 'text/csv'
    const context = createExecutionContext()
    const sent = csv ?? (json === undefined ? form && new URLSearchParams(form) : JSON.stringify(json))
    const answer = await app.request(
      path,
      {
        method,
        headers: {
          Origin: env.ORIGIN,
          ...(cookie && { Cookie: cookie }),
          ...(key && { Authorization: key }),
          ...(type && { 'Content-Type': type }),
          ...headers,
        },
        ...(method !== 'GET' && method !== 'HEAD' && { body: sent ?? null }),
      },
      env,
      context,
    )
    const head = Array.from(answer.headers, ([name, value]) => `${name}: ${value}`).toSorted()
    const text = [`${answer.status}`, ...head, await answer.text()].join('\n')
    await waitOnExecutionContext(context)
    return {
      status: answer.status,
      text: withoutRequest(text).replaceAll(anyId, (id) => names.get(id) ?? id),
      tried: recording.refused.map((each) => each.join(';')),
    }
  }
}

/** The id of the request is another one each time; a cursor hides the id that it names. */
function withoutRequest(text: string): string {
  return text
    .replaceAll(/%(?:25)*5F/gi, '_')
    .replaceAll(/req_\w{26}/g, 'REQUEST')
    .replaceAll(/[\w-]{40,}/g, (each) => cursorIn(each))
}

function cursorIn(text: string): string {
  try {
    const decoded = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return decoded.startsWith('["') ? decoded : text
  } catch {
    return text
  }
}

/** How a path could be written otherwise. */
const SPELLINGS: Readonly<Record<string, (path: string) => string>> = {
  'a slash at the end': (path) => `${path}/`,
  'a doubled slash': (path) => path.replace(/^\//, '//').replace(/(\w)\/(\w)/, '$1//$2'),
  'escaped letters': (path) =>
    path.replace(/^\/(\w)/, (_, letter: string) => `/%${letter.charCodeAt(0).toString(16)}`),
  'an escaped slash': (path) => path.replace(/(\w)\/(\w)/, '$1%2F$2'),
  'capital letters': (path) => path.toUpperCase(),
  'an id in capitals': (path) => path.replaceAll(/[a-z]{3}_\w{26}/g, (id) => id.toUpperCase()),
  'an escaped id': (path) => path.replaceAll('_', '%5F'),
  'an id escaped twice': (path) => path.replaceAll('_', '%255F'),
  'a parameter of the path': (path) => `${path};x=1`,
  'a nul': (path) => `${path}%00`,
  'a way up': (path) => path.replace(/^\//, '/x/../'),
  'an escaped way up': (path) => `/x%2F..${path}`,
  'a way up with escaped dots': (path) => path.replace(/^\//, '/x/%2e%2e/'),
}

function spelt({ path, ...sample }: Sample, spelling: (path: string) => string): Sample {
  const [bare = '', query] = path.split('?')
  return { ...sample, path: `${spelling(bare)}${query === undefined ? '' : `?${query}`}` }
}

/** The same request by whoever holds a link, and thinks that it opens more. */
function withToken(sample: Sample, token: string | null): Sample {
  if (token === null || isByLink(sample)) return sample
  const path = `${sample.path}${sample.path.includes('?') ? '&' : '?'}k=${token}`
  return { ...sample, path, ...(sample.form && { form: { ...sample.form, k: token } }) }
}

const actorsOf = new Map(routes.map(({ method, path, actors }) => [`${method} ${path}`, actors]))

export function isByLink({ route }: Sample): boolean {
  return actorsOf.get(route)?.includes('link') ?? false
}

/** Whether the guard lets them in. */
function mayAsk({ role }: Asker, { route }: Sample): boolean {
  const actors = actorsOf.get(route) ?? []
  return actors.some((each) => each === 'anyone' || each === role || (each === 'member' && role !== null))
}

/** What is about the asker alone, whatever ids are sent along. */
const ABOUT_ONESELF = [
  'POST /claim',
  'POST /sign-in',
  'POST /sign-in/confirmation',
  'POST /sign-out',
  'POST /sign-in/again',
  'POST /sign-ins',
  'POST /feed',
  'POST /feed/revocation',
  'POST /deliveries/test',
  'POST /deliveries/test-invite',
  'POST /deliveries/resumption',
  'POST /programmes',
  'POST /guide',
  'POST /mine/record',
  'POST /api/v1/programmes',
  // Of the whole installation: an owner lets mail go again.
  'POST /api/v1/deliveries/resumption',
]

/** Refused to the owner too, as long as nothing is asked of him: tests/http/says-what-was-done.test.ts presses it. */
const NOT_YET = ['POST /pairings/:id/pulse']

/**
 * What a request carries without effect on whose it is: a field that its page does not read, a programme that is not
 * hers (her own counts), and what can only be taken away.
 */
const WITHOUT_EFFECT: Readonly<Record<string, readonly (keyof Things)[]>> = {
  'POST /people/:id': ['programmeId'],
  'POST /received/:id': ['executiveId'],
}

/** What was asked, and all that is wrong with the answers. */
export type Cells = { readonly count: number; readonly wrong: readonly string[] }

/** Every asker with the things of others; where they are his own, as the control that the request is a right one. */
export async function asOthersAsk({ askers, things }: Everybody, index: number): Promise<Cells> {
  const nowhere = missingLike(things.tom)
  const cells = await Promise.all(
    askers.map(async (asker) => {
      const found: (readonly string[])[] = []
      for (const owner of OWNERS) {
        const { programmeId } = things[owner]
        const sample = sampleFor(asker, things[owner], index)
        // The guard refuses before anything is looked for: one owner's things are as good as another's.
        if (owner !== 'tom' && !mayAsk(asker, sample)) continue
        const isHere = asker.programmeId === programmeId
        const missing = sampleFor(asker, isHere ? { ...nowhere, programmeId } : nowhere, index)
        const [said, none] = [await asker.ask(sample), await asker.ask(missing)]
        const isOwn = mayAsk(asker, sample) && asker.owns.includes(owner)
        const where = `${asker.name}, things of ${owner}`
        found.push(
          isOwn
            ? whyNoControl(where, { sample, missing }, said, none)
            : whyNotAlike(where, sample, said, none),
        )
      }
      return found
    }),
  )
  return { count: cells.flat().length, wrong: cells.flat(2) }
}

/** An owner with one thing of somebody else in his own request: in the path, the query, the body, the form or a cursor. */
export async function asOwnersMix({ askers, things }: Everybody, index: number): Promise<Cells> {
  const cells = await Promise.all(
    askers.map(async (asker) => {
      const [owner] = asker.owns
      if (!owner || asker.role === null) return []
      const own = things[owner]
      const other =
        things[owner === 'ugo' || asker.role !== 'manager' ? (owner === 'mia' ? 'tom' : 'mia') : 'ugo']
      const nowhere = missingLike(own)
      const plain = sampleFor(asker, own, index)
      if (!mayAsk(asker, plain)) return []
      const mixed = THINGS.flatMap((name) => {
        const sample = sampleFor(asker, { ...own, [name]: other[name] }, index)
        const isIn = JSON.stringify(sample) !== JSON.stringify(plain)
        return isIn
          ? [{ name, sample, none: sampleFor(asker, { ...own, [name]: nowhere[name] }, index) }]
          : []
      })
      const found: (readonly string[])[] = []
      for (const { name, sample, none } of mixed) {
        const [said, missing] = [await asker.ask(sample), await asker.ask(none)]
        const isWithout =
          WITHOUT_EFFECT[sample.route]?.includes(name) || sample.form?.['remove'] === other[name]
        const where = `${asker.name}, ${name} of somebody else`
        const quiet = (each: Said) => (isWithout ? { ...each, tried: [] } : each)
        found.push(whyNotAlike(where, sample, quiet(said), quiet(missing)))
      }
      return found
    }),
  )
  return { count: cells.flat().length, wrong: cells.flat(2) }
}

/** Paths written otherwise, and methods that a path does not have: for strangers, whether the guard lets them in or not. */
export async function askedOddly({ askers, things }: Everybody, index: number): Promise<Cells> {
  const nowhere = missingLike(things.tom)
  const cells = await Promise.all(
    strangersFor(askers, things.tom, index).map(async (asker) => {
      const isHere = asker.programmeId === things.tom.programmeId
      const programmeId = isHere ? things.tom.programmeId : nowhere.programmeId
      const sample = sampleFor(asker, things.tom, index)
      const missing = sampleFor(asker, { ...nowhere, programmeId }, index)
      const unknown = await asker.ask({
        ...missing,
        path: `${sample.path.startsWith('/api/') ? '/api/v1' : ''}/nowhere`,
      })
      const found: (readonly string[])[] = []
      for (const [how, change] of [...ODD_PATHS, ...CONDITIONS, ...oddMethods(sample)]) {
        const said = await asker.ask(change(sample))
        // Most paths in another spelling are no path at all: that answer says nothing, and need not be asked for twice.
        const none = said.text === unknown.text ? unknown : await asker.ask(change(missing))
        found.push(whyNotAlike(`${asker.name}, ${how}`, sample, said, none))
      }
      return found
    }),
  )
  return { count: cells.flat().length, wrong: cells.flat(2) }
}

type Change = (sample: Sample) => Sample

const ODD_PATHS = Object.entries(SPELLINGS).map(([how, spelling]): readonly [string, Change] => [
  how,
  (each) => spelt(each, spelling),
])

/** An entity tag that no thing has, and that each has. */
const CONDITIONS = ['If-Match', 'If-None-Match'].flatMap((name) =>
  ['"x"', '*'].map((tag): readonly [string, Change] => [
    `${name}: ${tag}`,
    (each) => ({ ...each, headers: { [name]: tag } }),
  ]),
)

/** Without a body: it would not be read. */
function oddMethods({ route, form, json, csv }: Sample): readonly (readonly [string, Change])[] {
  const [, path = ''] = route.split(' ')
  if (form !== undefined || json !== undefined || csv !== undefined) return []
  return ['PUT', 'PATCH', 'DELETE', 'POST', 'HEAD', 'OPTIONS']
    .filter((method) => !actorsOf.has(`${method} ${path}`))
    .map((method) => [method, (each) => ({ ...each, route: `${method} ${path}` })])
}

/** Nobody, one whom the guard refuses, and one whom it lets in, to whom these things are not there. */
function strangersFor(askers: readonly Asker[], things: Things, index: number): readonly Asker[] {
  const strangers = askers.filter(({ owns, token }) => !owns.includes('tom') && token === null)
  const isIn = (asker: Asker) => mayAsk(asker, sampleFor(asker, things, index))
  const first = (which: (asker: Asker) => boolean) =>
    strangers.filter((each) => each.role !== null && which(each)).slice(0, 1)
  return [
    ...strangers.filter(({ name }) => name === 'nobody'),
    ...first((each) => !isIn(each)),
    ...first(isIn),
  ]
}

/** A link opens its page to whoever holds it, and a sign-in adds nothing to it; at another page it is no link. */
export async function linksOfOthers({ askers, things }: Everybody, index: number): Promise<Cells> {
  const nobody = askers.find(({ name }) => name === 'nobody')
  const sample = everyRequest(things.tom)[index]
  const nowhere = everyRequest(missingLike(things.tom))[index]
  if (!nobody || !sample || !nowhere) throw new Error('nobody asks')
  const opened = await nobody.ask(sample)
  const none = await nobody.ask(nowhere)
  const found: (readonly string[])[] = [opened.text === none.text ? ['the link opens nothing'] : []]
  for (const asker of askers.filter(({ role }) => role !== null))
    found.push(whyOther(`${asker.name}, with the link`, await asker.ask(sample), opened))
  const text = JSON.stringify(sample)
  const own = TOKENS.find((each) => text.includes(things.tom[each]))
  if (own === undefined) throw new Error('no token')
  for (const name of TOKENS.filter((each) => !opensToo(sample, own, each))) {
    const other: Sample = JSON.parse(text.replaceAll(things.tom[own], things.tom[name]))
    found.push(whyOther(`${name} in the place of ${own}`, await nobody.ask(other), none))
  }
  return { count: found.length, wrong: found.flat() }
}

type Token = (typeof TOKENS)[number]

/** Several links lead to the page of an offer, and to that of the pulse. */
function opensToo({ route }: Sample, own: Token, other: Token): boolean {
  const both = [own, other]
  if (route.endsWith('/pulse')) return ['inviteToken', 'logToken', 'meetingToken', 'ownToken'].includes(other)
  return own === other || both.every((each) => each === 'answerToken' || each === 'assistantToken')
}

function whyOther(where: string, said: Said, expected: Said): readonly string[] {
  const withoutCookie = ({ text }: Said) =>
    text.replaceAll(/set-cookie: .*\n/g, '').replaceAll(/\w+Token/g, 'TOKEN')
  const [one, other] = [withoutCookie(said), withoutCookie(expected)]
  // A write that was refused here is an error, whose page has the frame of whoever is signed in.
  const isRefused = said.tried.length > 0 && said.status === expected.status
  return (one === other || isRefused) && said.tried.join() === expected.tried.join()
    ? []
    : [`${where}: ${firstDifference(one, other)}`]
}

function sampleFor(asker: Asker, things: Things, index: number): Sample {
  const sample = everyRequest(things)[index]
  if (!sample) throw new Error('no sample')
  return withToken(sample, asker.token)
}

/** What is not yours is like what is not there, and nothing is written. */
function whyNotAlike(where: string, { route }: Sample, said: Said, none: Said): readonly string[] {
  if (said.text !== none.text || said.tried.join() !== none.tried.join())
    return [`${where}: ${firstDifference(said.text, none.text)}`]
  const [write] = said.tried
  return write === undefined || ABOUT_ONESELF.includes(route) ? [] : [`${where}: writes ${write}`]
}

/** A request that is answered to its owner as if his things were not there shows nothing. */
function whyNoControl(
  where: string,
  { sample, missing }: { readonly sample: Sample; readonly missing: Sample },
  said: Said,
  none: Said,
): readonly string[] {
  // A list of one's own is the same, whatever it was asked for.
  const namesNothing = JSON.stringify(sample) === JSON.stringify(missing) || /^GET [^:]*$/.test(sample.route)
  const isAnybodys = ABOUT_ONESELF.includes(sample.route) || actorsOf.get(sample.route)?.includes('anyone')
  const isRight = said.tried.length > 0 || said.text !== none.text
  return isRight || namesNothing || isAnybodys || NOT_YET.includes(sample.route)
    ? []
    : [`${where}: answered with ${said.status} as for what is not there`]
}

function firstDifference(one: string, other: string): string {
  const at = Array.from(one).findIndex((each, index) => each !== other[index])
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 90)
  return `${around(one)} ≠ ${around(other)}`
}
