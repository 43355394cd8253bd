import { env } from 'cloudflare:workers'
import { and, eq, inArray } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'

import { sessions } from '../../../schema/index.ts'
import type { Person } from '../../../worker/domain/people/person.ts'
import type { Session } from '../../../worker/domain/session/session.ts'
import { after, DAY, HOUR, instant, iso, MINUTE } from '../../../worker/domain/time/time.ts'
import { readEvent } from '../../../worker/http/dev/event.ts'
import { decodedMail } from '../../../worker/http/dev/readable.ts'
import { type CalendarAnswer, writeProse, writeReply } from '../../../worker/http/dev/reply.ts'
import { findFeed } from '../../../worker/storage/feed/feed.ts'
import { stranger } from '../client.ts'
import { aFault, failingDatabase } from '../failing-database.ts'
import { formOf } from '../offer-form.ts'
import { textAt } from '../response-shapes.ts'
import { canary } from './canary.ts'
import { concern, type Pair } from './cast.ts'
import type { Life, Shown } from './life.ts'

/** One thing that somebody does. True if it could be done: the rest is refused, which is read as well. */
export type Step = (life: Life) => Promise<boolean>

const POST = { json: {} }
const inThe = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? ''
const isDone = ({ status }: Shown) => status < 400

type State = 'free' | 'offered' | 'fixed'

/** A pair with its session in that state; where there is none, it is brought about as a manager does it. */
async function aPairWith(life: Life, state: State) {
  const pairs = shuffled(life.pairs, life.random)
  for (const pair of pairs) {
    const session = await life.openSession(pair)
    if ((session?.status ?? 'free') === state) return { pair, session }
  }
  for (const pair of pairs) {
    const session = await life.openSession(pair)
    const { manager } = pair.house
    if (session) await life.ask(manager, `/api/v1/sessions/${session.id}/cancellation`, POST)
    await life.pass(2 * MINUTE)
    const json = { pairingId: pair.pairing.id, start: ahead(life), reason: canary(pair.owner, 'reason') }
    if (state === 'offered')
      await life.ask(manager, '/api/v1/offers', { json: { pairingId: json.pairingId } })
    if (state === 'fixed') await life.ask(manager, '/api/v1/sessions', { json })
    await life.pass(2 * MINUTE)
    const now = await life.openSession(pair)
    if ((now?.status ?? 'free') === state) return { pair, session: now }
  }
  return null
}

type Fixed = { readonly pair: Pair; readonly session: Session; readonly manager: Person }
const onStatus =
  (status: State, act: (life: Life, on: Fixed) => Promise<boolean>): Step =>
  async (life) => {
    const found = await aPairWith(life, status)
    if (!found?.session) return false
    const { pair, session } = found
    return act(life, { pair, session, manager: pair.house.manager })
  }
const onFixed = (act: (life: Life, on: Fixed) => Promise<boolean>) => onStatus('fixed', act)
const onAny =
  (act: (life: Life, pair: Pair, manager: Person) => Promise<boolean>): Step =>
  (life) => {
    const pair = life.among(life.pairs)
    return act(life, pair, pair.house.manager)
  }
const idOf = (json: string) => textAt(JSON.parse(json), 'id')

/** A working day some days ahead, at some hour in Paris. */
function ahead(life: Life, most = 20): string {
  const day = new Date(life.platform.now() + Math.ceil(2 + life.random() * most) * DAY)
  const weekday = day.getUTCDay()
  const shift = weekday === 0 ? 1 : weekday === 6 ? 2 : 0
  day.setUTCDate(day.getUTCDate() + shift)
  day.setUTCHours(8 + Math.floor(life.random() * 7), 0, 0, 0)
  return day.toISOString().replace('.000', '')
}

export function shuffled<Value>(values: readonly Value[], random: () => number): readonly Value[] {
  return values
    .map((value) => ({ value, order: random() }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ value }) => value)
}

const byManagers: Readonly<Record<string, Step>> = {
  'offer times': async (life) => {
    const free = await aPairWith(life, 'free')
    if (!free) return false
    const { manager } = free.pair.house
    return isDone(await life.ask(manager, '/api/v1/offers', { json: { pairingId: free.pair.pairing.id } }))
  },
  'offer times in her own words': async (life) => {
    const free = await aPairWith(life, 'free')
    if (!free) return false
    const { pairing, house, owner } = free.pair
    const page = await life.ask(house.manager, `/pairings/${pairing.id}/offer`)
    const { fields } = formOf(stranger(life.platform), pairing.id, { ...page, headers: new Headers() })
    const form = { ...fields, words: `Which suits? ${canary(owner, 'words')}` }
    return isDone(await life.ask(house.manager, `/pairings/${pairing.id}/offers`, { form }))
  },
  'book a date': async (life) => {
    const free = await aPairWith(life, 'free')
    if (!free) return false
    const { pairing, owner, house } = free.pair
    const json = { pairingId: pairing.id, start: ahead(life), reason: canary(owner, 'reason') }
    return isDone(await life.ask(house.manager, '/api/v1/sessions', { json }))
  },
  move: onFixed(async (life, { pair, session, manager }) =>
    isDone(
      await life.ask(manager, `/api/v1/sessions/${session.id}/time`, {
        json: { start: ahead(life), reason: canary(pair.owner, 'reason') },
      }),
    ),
  ),
  'a stand-in': onFixed(async (life, { pair, session, manager }) => {
    if (pair.house !== life.cast.houses[0] || pair.mentor.id === life.cast.standIn.id) return false
    const start = ahead(life)
    const json = { start, mentorId: life.cast.standIn.id, reason: canary(pair.owner, 'reason') }
    return isDone(await life.ask(manager, `/api/v1/sessions/${session.id}/time`, { json }))
  }),
  'another room': onFixed(async (life, { pair, session, manager }) =>
    isDone(
      await life.ask(manager, `/sessions/${session.id}/place`, {
        form: { placeKind: 'room', place: `${canary(pair.owner, 'room')} ${life.among(['A', 'B'])}` },
      }),
    ),
  ),
  'cancel and ask again': onFixed(async (life, { session, manager }) =>
    isDone(
      await life.ask(manager, `/api/v1/sessions/${session.id}/cancellation`, { json: { reopen: true } }),
    ),
  ),
  'an answer for somebody': onFixed(async (life, { pair, session, manager }) => {
    const json = { personId: pair.executive.person.id, partstat: life.among(['ACCEPTED', 'TENTATIVE']) }
    return isDone(await life.ask(manager, `/api/v1/sessions/${session.id}/answers`, { json }))
  }),
  'settle what was proposed': onFixed(async (life, { pair, session, manager }) => {
    const [proposal] = session.proposals
    if (!proposal) return false
    const to = `/api/v1/sessions/${session.id}/counters/${proposal.id}`
    const reason = canary(pair.owner, 'reason')
    const accepted = await life.ask(manager, `${to}/acceptance`, { json: { reason } })
    return isDone(accepted) || isDone(await life.ask(manager, `${to}/refusal`, POST))
  }),
  'a note': onAny(async (life, { pairing, owner }, manager) =>
    isDone(
      await life.ask(manager, `/pairings/${pairing.id}/note`, {
        form: { managersNote: canary(owner, 'note') },
      }),
    ),
  ),
  'a plan': async (life) => {
    const house = life.among(life.cast.houses)
    const made = await life.ask(house.manager, `/api/v1/programmes/${house.programme.id}/plans`, POST)
    if (!isDone(made)) return false
    await life.ask(house.manager, `/plans/${idOf(made.body)}`)
    const to = `/api/v1/plans/${idOf(made.body)}/confirmation`
    return isDone(await life.ask(house.manager, to, POST))
  },
  'import and export': async (life) => {
    const { house, executive } = life.among(life.pairs)
    const { manager, programme } = house
    const { owner } = executive
    const csv = `name,email,roles,zone\nClaude ${canary(owner, 'name')},${canary(owner, 'address').toLowerCase()}@people.example,mentor,Nowhere`
    await life.ask(manager, `/api/v1/imports?programme=${programme.id}&kind=people`, { csv })
    for (const kind of ['people', 'pairings', 'hours', 'sessions'])
      await life.ask(manager, `/programmes/${programme.id}/export?kind=${kind}`)
    const brought = await life.ask(manager, '/imports', {
      form: { programme: programme.id, text: csv.replace('Nowhere', 'Europe/Paris') },
    })
    return isDone(brought) && isDone(await life.ask(manager, brought.location ?? '/'))
  },
  settings: async (life) => {
    const { manager, programme } = life.among(life.cast.houses)
    const wording = life.among(['name', 'neutral'])
    await life.ask(manager, `/api/v1/programmes/${programme.id}`, {
      ...{ method: 'PATCH', json: { policy: { wording, cadence: life.among([14, 21]) } } },
    })
    const pair = life.pairs.find(({ house }) => house.programme.id === programme.id)
    const id = pair?.executive.person.id
    const json = { unit: canary(pair?.executive.owner ?? '', 'unit'), rules: { nudges: true } }
    const path = `/api/v1/people/${id}?programme=${programme.id}`
    return isDone(await life.ask(manager, path, { method: 'PATCH', json }))
  },
  'a departure, and not after all': async (life) => {
    const { manager } = life.cast.houses[0]
    const path = `/people/${life.among([life.cast.standIn, life.person('claire'), life.person('paul')]).id}`
    const on = iso(after(life.platform.now(), 30 * DAY)).slice(0, 10)
    await life.ask(manager, `${path}/departure?on=${on}`)
    const said = await life.ask(manager, `${path}/departure`, { form: { on } })
    await life.collect()
    return isDone(await life.ask(manager, `${path}/departure`, { form: { on: '' } })) && isDone(said)
  },
  'take a press back': onFixed(async (life, { pair, session, manager }) => {
    const path = `/sessions/${session.id}`
    const form = { placeKind: 'room', place: canary(pair.owner, 'room') }
    const { location } = await life.ask(manager, `${path}/place`, { form })
    const pressed = inThe(location ?? '', /pressed=([^#&]+)/)
    if (location) await life.ask(manager, location)
    return isDone(await life.ask(manager, '/presses/undo', { form: { pressed, back: path } }))
  }),
  'search while typing': async (life) => {
    const word = life.among(['zq7bernard', 'zq7yves', 'claude zq7ugo', 'zq7north'])
    const readers = shuffled([...life.cast.people.values()], life.random).slice(0, 3)
    let found = false
    for (const reader of [life.cast.houses[1].manager, ...readers])
      for (let end = 2; end <= word.length; end += 3) {
        const q = encodeURIComponent(word.slice(0, end))
        found = isDone(await life.ask(reader, `/api/v1/search?q=${q}`)) || found
        await life.ask(reader, `/search?q=${q}`)
      }
    return found
  },
  'what Today proposes': async (life) => {
    const { manager, programme } = life.among(life.cast.houses)
    const { body } = await life.ask(manager, `/api/v1/today?programme=${programme.id}`)
    const keys = Array.from(body.matchAll(/"key":"([^"]+)"/g), ([, key = '']) => key)
    const [key] = shuffled(keys, life.random)
    if (key === undefined) return false
    const until = iso(after(life.platform.now(), 2 * DAY)).slice(0, 10)
    await life.ask(manager, '/today/deeds', { form: { line: key } })
    return isDone(await life.ask(manager, '/api/v1/today/snoozes', { json: { key, until } }))
  },
  'correct a log': async (life) => {
    if (!life.pairs.some(({ pairing }) => life.met.has(pairing.id))) return false
    const pair = life.among(life.pairs.filter(({ pairing }) => life.met.has(pairing.id)))
    const { manager } = pair.house
    const [met] = await life.platform.db
      .select({ id: sessions.id })
      .from(sessions)
      .where(
        and(eq(sessions.pairingId, pair.pairing.id), inArray(sessions.status, ['happened', 'cut-short'])),
      )
      .limit(1)
    if (!met) return false
    const json = { result: 'cut-short', reason: canary(pair.owner, 'correction'), whyNotHeld: 'travel' }
    const words = { commitment: canary(pair.owner, 'commitment') }
    const path = `/api/v1/sessions/${met.id}/correction`
    const corrected = await life.ask(manager, path, { json: { ...json, ...words } })
    for (const noun of ['', '/history', '/outcome'])
      await life.ask(manager, `/api/v1/sessions/${met.id}${noun}`)
    await life.ask(manager, `/sessions/${met.id}`)
    return isDone(corrected)
  },
}

const byLinks: Readonly<Record<string, Step>> = {
  'pick a time': onStatus('offered', async (life, { pair, session }) => {
    const held = life.link('/answer', pair.assistant ?? pair.executive.person)
    const [option] = session.offer?.options ?? []
    if (!held || !option) return false
    await life.follow(held)
    return isDone(await life.follow(held, { choice: option.id }))
  }),
  'no time suits, and why': onStatus('offered', async (life, { pair }) => {
    const held = life.link('/answer', pair.assistant ?? pair.executive.person)
    if (!held) return false
    const { status } = await life.follow(held, { choice: 'none' })
    await life.follow(held, { why: life.among(['full-week', 'of-no-use']) })
    return status < 400
  }),
  'open what an event leads to': async (life) => {
    const held = life.link('/invite')
    if (!held) return false
    await life.follow(held, undefined, '/pulse')
    await life.follow(held, undefined, '/invite/calendar')
    return isDone(await life.follow(held))
  },
  'answer by the event’s link': onFixed(async (life, { pair }) => {
    const held = life.link('/invite', life.among([pair.mentor, pair.executive.person]))
    return held !== null && isDone(await life.follow(held, { answer: life.among(['accept', 'decline']) }))
  }),
  'own page': onAny(async (life, { executive, owner }) => {
    const held = await ownPageOf(life, executive.person)
    if (!held) return false
    const com = inThe((await life.follow(held)).body, /name="commitment" value="(com_\w+)"/)
    await life.follow(held, { question: canary(owner, 'question') })
    await life.follow(held, { wish: life.among(['pause', 'mentor']), aim: 'filters' })
    if (com) await life.follow(held, { commitment: com, done: 'partly' })
    await life.follow(held, { worth: 'no', onward: 'change' }, '/pulse')
    return isDone(await life.follow(held, { inWriting: 'yes' }))
  }),
  'meet and log': onFixed(async (life, { pair, session }) => {
    const mentor = life.person([...life.cast.people].find(([, { id }]) => id === session.mentorId)?.[0] ?? '')
    const { start, end } = session.time ?? { start: 0, end: 0 }
    for (const moment of [start - 26 * HOUR, start - 10 * MINUTE])
      if (moment > life.platform.now()) await life.pass(moment - life.platform.now())
    const meeting = life.link('/meeting', mentor)
    if (meeting) await life.follow(meeting, { say: 'late' })
    if (end > life.platform.now()) await life.pass(end + 20 * MINUTE - life.platform.now())
    const held = life.link('/log', mentor)
    if (!held) return false
    await life.follow(held)
    await life.follow(held, { worth: 'yes', onward: 'change' }, '/pulse')
    life.met.add(pair.pairing.id)
    const said = {
      result: 'cut-short',
      evidence: 'asking-others-in',
      needsManager: 'yes',
      whyNotHeld: 'travel',
    }
    return isDone(await life.follow(held, { ...said, commitment: canary(pair.owner, 'commitment') }))
  }),
  'send me my page': async (life) => {
    const held = life.links.findLast(
      ({ purpose, reader }) => purpose === '/invite' && isExecutive(life, reader),
    )
    return held !== null && held !== undefined && isDone(await life.follow(held, { send: 'invite' }, '/own'))
  },
  'the desk': async (life) => {
    const odile = life.person('odile')
    const { body } = await life.ask(odile, '/desk')
    const session = inThe(body, /\/desk\/sessions\/(ses_\w+)/)
    if (session) await life.ask(odile, `/desk/sessions/${session}`)
    const form = { said: 'in New York 3–9 May' }
    const to = `/desk/executives/${life.person('claire').id}/times`
    const said = await life.ask(odile, to, { form })
    if (session) await life.ask(odile, `/desk/sessions/${session}/answers`, { form: { answer: 'accept' } })
    return isDone(said)
  },
}

function isExecutive(life: Life, { id }: Person): boolean {
  return life.pairs.some(({ executive }) => executive.person.id === id)
}

/** The newest link to it, or one that is asked for. */
async function ownPageOf(life: Life, person: Person) {
  const held = life.link('/own', person)
  if (held) return held
  const invite = life.link('/invite', person)
  if (!invite) return null
  await life.follow(invite, { send: 'invite' }, '/own')
  await life.tick()
  return life.link('/own', person)
}

const byMail: Readonly<Record<string, Step>> = {
  'a calendar answers': onFixed(async (life, { pair, session }) =>
    replied(
      life,
      life.among([pair.mentor, pair.executive.person]),
      session,
      life.among(['ACCEPTED', 'TENTATIVE']),
    ),
  ),
  'a calendar declines': onFixed(async (life, { pair, session }) =>
    replied(life, life.among([pair.mentor, pair.executive.person]), session, 'DECLINED'),
  ),
  'a calendar proposes another time': onFixed(async (life, { pair, session }) => {
    const start = instant(Date.parse(ahead(life)))
    const propose = { start, end: after(start, 30 * MINUTE) }
    return replied(life, pair.executive.person, session, { propose })
  }),
  'plain words by mail': onAny(async (life, { executive, mentor, assistant }) => {
    const from = life.among([executive, { person: mentor, owner: '' }, { person: assistant, owner: '' }])
    const person = from.person ?? executive.person
    const owner = [...life.cast.people].find(([, { id }]) => id === person.id)?.[0] ?? executive.owner
    const words = `Could we meet next Thursday at 3 pm? ${canary(owner, 'said')}`
    const wrote = { words, at: life.platform.now(), messageId: `<${crypto.randomUUID()}@mail.example>` }
    await life.arrives(
      person,
      writeProse({ name: 'Claude', address: person.email }, person.replyAddress, wrote),
    )
    return true
  }),
}

async function replied(life: Life, reader: Person, session: Session, said: CalendarAnswer): Promise<boolean> {
  const invite = session.invites.find((each) => each.live && each.personId === reader.id)
  const invited = life.events.findLast((each) => each.reader.id === reader.id)
  const event = invited && readEvent((await decodedMail(invited.mail.raw)).calendar ?? '')
  if (!invite || !event || !session.time) return false
  const answered = {
    ...{ uid: invite.uid, sequence: invite.sequence, organizer: event.organizer.address },
    ...{ attendee: { name: reader.name, address: reader.email }, time: session.time },
  }
  const raw = writeReply(answered, said, {
    at: life.platform.now(),
    messageId: `<${crypto.randomUUID()}@calendar.example>`,
  })
  await life.arrives(reader, raw)
  return true
}

const ofAccounts: Readonly<Record<string, Step>> = {
  'sign in, and out': async (life) => {
    const person = life.among([...life.cast.people.values()])
    // Whoever typed an address reads it on the page.
    const typed = { readerId: person.id, way: 'page' } as const
    const open = { readerId: null, way: 'nobody' } as const
    for (const email of [person.email, 'nobody@people.example'])
      await life.ask(null, '/sign-in', { form: { email, back: '/people' }, reading: typed })
    await life.tick()
    return isDone(await life.ask(null, '/sign-in?back=%2Fpeople', { reading: open }))
  },
  'a form after the sign-in has ended': onAny(async (life, pair, manager) => {
    const old = await life.cookie(manager)
    await life.pass(13 * HOUR)
    const form = { managersNote: canary(pair.owner, 'note') }
    const path = `/pairings/${pair.pairing.id}/note`
    const sent = await life.ask(null, path, { form, headers: { Cookie: old } })
    const back = new URL(sent.location ?? '/', env.ORIGIN).searchParams.get('back') ?? '/'
    const other = life.cast.houses.find((each) => each !== pair.house)?.manager ?? null
    await life.ask(other, back)
    await life.ask(life.person('odile'), back)
    return isDone(await life.ask(manager, back)) && back.includes('kept=')
  }),
  'a calendar program': async (life) => {
    const reader = life.among([...life.pairs.map(({ mentor }) => mentor), life.cast.houses[0].manager])
    await life.ask(reader, '/feed', { form: {} })
    const feed = await findFeed(life.platform.db, reader.id)
    if (!feed) return false
    const k = await life.platform.tokenOf(feed.linkId)
    const reading = { readerId: reader.id, way: 'calendar' } as const
    return isDone(await life.ask(null, `/calendar.ics?k=${k}`, { reading }))
  },
  'his own calendar': async (life) => {
    const tom = life.person('tom')
    const form = { url: 'https://calendars.example/tom.ics' }
    const set = await life.ask(tom, `/people/${tom.id}/busy-feed`, { form })
    await life.tick()
    return isDone(set)
  },
  'an hour': (life) => life.pass(HOUR).then(() => true),
  'a day': (life) => life.pass(DAY).then(() => true),
  'some days': (life) => life.pass(3 * DAY + 5 * HOUR).then(() => true),
}

const astray: Readonly<Record<string, Step>> = {
  'what is not hers': onAny(async (life, pair, manager) => {
    const session = await life.openSession(pair)
    const paths = [
      `/people/${pair.executive.person.id}`,
      `/pairings/${pair.pairing.id}`,
      `/programmes/${pair.house.programme.id}`,
      ...(session ? [`/sessions/${session.id}`, `/desk/sessions/${session.id}`] : []),
    ]
    const others = [...life.cast.people.values()].filter(({ id }) => id !== manager.id)
    for (const path of paths)
      for (const by of shuffled(others, life.random).slice(0, 2)) {
        await life.ask(by, path)
        await life.ask(by, `/api/v1${path}`)
        await life.ask(by, path, { form: { place: 'x', reason: 'x' } })
      }
    return true
  }),
  'what is nothing': onAny(async (life, { pairing }, manager) => {
    const path = `/api/v1/pairings/${pairing.id}`
    await life.ask(manager, `${path}x`)
    await life.ask(manager, path, { method: 'PATCH', json: { status: 7, place: [] } })
    await life.ask(manager, path, { method: 'DELETE' })
    await life.ask(manager, path, { method: 'PATCH', csv: '{' })
    await life.ask(manager, path, { method: 'PATCH', json: {}, headers: { 'If-Match': '"999"' } })
    await life.ask(manager, path, { method: 'PATCH', json: {}, headers: { Origin: 'https://evil.example' } })
    await life.ask(manager, '/nowhere')
    await life.ask(manager, '/api/v1/sessions?cursor=bm9uZQ')
    await life.ask(manager, path, { method: 'PATCH', json: { x: 'x'.repeat(1_200_000) } })
    return true
  }),
  'a link that ended': async (life) => {
    const [held] = shuffled(life.links, life.random)
    if (!held) return false
    await life.follow(held)
    await life.ask(null, `${held.purpose}?k=nothing`)
    return true
  },
  'a database that fails': onAny(async (life, { pairing, owner }, manager) => {
    await life.cookie(manager)
    const error = () => new Error(`D1_ERROR: ${canary(owner, 'note')}`)
    for (const fault of [aFault(life.among([1, 3, 4])), aFault(life.among([2, 4]), { error })]) {
      const platform = { ...life.platform, db: drizzle(failingDatabase(env.DB, fault)) }
      const form = { managersNote: canary(owner, 'note') }
      await life.ask(manager, `/pairings/${pairing.id}/note`, { form, platform })
      await life.ask(manager, `/pairings/${pairing.id}`, { platform })
      await life.ask(manager, '/health', { platform })
    }
    return true
  }),
}

/** All of them. A walk takes each in turn, in an order of its own. */
export const STEPS: Readonly<Record<string, Step>> = {
  ...byManagers,
  ...byLinks,
  ...byMail,
  ...ofAccounts,
  ...astray,
}

/** A format of its own for each house, and a track for the pair that is a workshop. */
export async function furnish(life: Life): Promise<void> {
  for (const { owner, programme, manager } of life.cast.houses) {
    const path = `/api/v1/programmes/${programme.id}`
    const json = { name: canary(owner, 'format'), prompts: [canary(owner, 'prompt')] }
    const formatId = idOf((await life.ask(manager, `${path}/formats`, { json })).body)
    const pairs = life.pairs.filter(({ house }) => house.programme.id === programme.id)
    const { body } = await life.ask(manager, `${path}/formats`)
    const others = Array.from(body.matchAll(/"id":"(fmt_\w+)"/g), ([, id = '']) => id)
    const formatIds = [formatId, ...others.filter((id) => id !== formatId).slice(0, 2)]
    for (const { pairing, owner: whose } of pairs.filter((each) => each.pairing.kind === 'workshop')) {
      const text = canary(whose, 'material')
      const track = { formatIds, materials: [{ formatId, text, executiveText: text }] }
      const made = await life.ask(manager, `${path}/tracks`, {
        json: { ...track, name: canary(whose, 'track') },
      })
      const trackId = idOf(made.body)
      await life.ask(manager, `/api/v1/pairings/${pairing.id}`, { method: 'PATCH', json: { trackId } })
    }
    for (const { executive } of pairs)
      await life.ask(manager, `/api/v1/people/${executive.person.id}?programme=${programme.id}`, {
        ...{ method: 'PATCH', json: { rules: { formats: [formatId] } } },
      })
  }
}

/** Half-way the first pairing goes to another mentor. What follows belongs to the new one alone. */
export async function handOver(life: Life): Promise<void> {
  const pair = life.pairs.find(({ owner }) => owner === 'bernardpair')
  if (!pair) throw new Error('nothing to hand over')
  const { heir, owners } = life.cast
  const { manager, programme } = pair.house
  const form = { mentorId: heir.id }
  const { location } = await life.ask(manager, `/pairings/${pair.pairing.id}/hand-over`, { form })
  const { body } = await life.ask(manager, `/api/v1/pairings?programme=${programme.id}`)
  const pairings: unknown = Object(JSON.parse(body)).pairings
  const made = (Array.isArray(pairings) ? pairings : []).find((each) => Object(each).mentorId === heir.id)
  const id = String(Object(made).id)
  if (!id.startsWith('pai_')) throw new Error(`not handed over: ${location}`)
  const own = { mentorIds: [heir.id], pairingIds: [id] }
  const executiveIds = [pair.executive.person.id]
  concern(owners, ['bernardpair', 'bernard', 'odile'], own)
  concern(owners, ['vera', 'bernardheirpair'], { ...own, programmeId: programme.id, executiveIds })
  const pairing = { ...pair.pairing, ...Object(made) }
  life.pairs.splice(life.pairs.indexOf(pair), 1, { ...pair, pairing, mentor: heir, owner: 'bernardheirpair' })
}
