import { eq, sql } from 'drizzle-orm'

import { pairings } from '../../schema/index.ts'
import { subscribe } from '../../worker/actions/feed/subscribe.ts'
import { answerOffer } from '../../worker/actions/offer/answer.ts'
import { sayWhyNotSuited } from '../../worker/actions/offer/say-why.ts'
import { changePairing } from '../../worker/actions/pairing/change.ts'
import { answerPulse } from '../../worker/actions/pairing/pulse.ts'
import { writeNote } from '../../worker/actions/pairing/write-note.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import { changeProgramme } from '../../worker/actions/programme/change.ts'
import { answerFor } from '../../worker/actions/session/answer-for.ts'
import { askQuestion } from '../../worker/actions/session/ask-question.ts'
import { changePlace } from '../../worker/actions/session/change-place.ts'
import { correctLog } from '../../worker/actions/session/correct-log.ts'
import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import type { Viewer } from '../../worker/domain/people/permission.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import type { Why } from '../../worker/domain/session/why.ts'
import { decodedMail } from '../../worker/http/dev/readable.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { findFeed } from '../../worker/storage/feed/feed.ts'
import { putPrivateNote } from '../../worker/storage/session/private-note.ts'
import { findOpenSession } from '../../worker/storage/session/session.ts'
import { link } from './links.ts'
import { HAPPENED } from './logged-session.ts'
import { textAt } from './response-shapes.ts'
import { at } from './times.ts'
import { aFixedSession, aMentor, aPersonIn, aWorld, have, settingOf, type World } from './world.ts'

/** Everything one viewer gets through one door. */
export type Door = { readonly viewer: Viewer; readonly name: string; readonly text: string }

/**
 * Tom and Mr Bernard with a canary of everything: a room, a format, an aim, a track, a commitment, a stage, a flag, a note,
 * answers of both, a bump, both pulse answers, why times did not suit and a session was cut short, and a stand-in the day
 * before.
 */
export async function everyDoor({ nameless }: { readonly nameless: boolean }): Promise<readonly Door[]> {
  const world = await aWorld()
  const doors: Door[] = []
  const add = (viewer: Viewer, name: string, text: string) =>
    void doors.push({ viewer, name, text: text.replace(/<style>[^]*?<\/style>/g, '') })
  await prepared(world, nameless)
  const first = await held(world, add)
  await offered(world, add)
  const session = await fixed(world)
  await atTheDesk(world, session, add)
  await theDayBefore(world, session, add)
  await inCalendars(world, session, add)
  await standIn(world, session, add)
  await sponsored(world, session, add)
  await corrected(world, first, add)
  await closed(world, add)
  return doors
}

type Add = (viewer: Viewer, name: string, text: string) => void

async function prepared(world: World, nameless: boolean) {
  const { platform, pairing, northwind, bernard, nadia, as } = world
  const by = { id: nadia.id, door: 'manager' } as const
  have(
    await changePairing(
      platform,
      pairing.id,
      { place: { kind: 'room', room: 'Kingfisher Room' }, aim: 'filters' },
      by,
    ),
  )
  have(await changeProgramme(platform, northwind.id, { endsOn: '2027-04-20' }, by))
  const format = { name: 'Marigold', prompts: ['What of the petunia?'] }
  const made = await (await as(nadia)).post(`/api/v1/programmes/${northwind.id}/formats`, format)
  const id = `fmt_${textAt(made.body, 'id').replace(/^fmt_/, '')}` as const
  await onTrack(world, id)
  have(await writeNote(platform, pairing.id, 'Mind the pelican.', by))
  const rules = { nudges: true, mentorHidden: nameless, formats: [id] }
  have(await changePerson(platform, bernard.id, { rules, blockers: ['bottleneck'] }, by))
}

/** Their pairing is a workshop that follows a track of its own, with materials. */
async function onTrack({ platform, northwind, pairing, nadia, as }: World, formatId: string) {
  const workshop = { kind: 'workshop', version: sql`version + 1` } as const
  await platform.db.update(pairings).set(workshop).where(eq(pairings.id, pairing.id))
  const manager = await as(nadia)
  const { body } = await manager.get(`/api/v1/programmes/${northwind.id}/formats`)
  const formatIds = [formatId, textAt(body, 'formats', 1, 'id'), textAt(body, 'formats', 2, 'id')]
  const materials = [{ formatId, text: 'Bring the chrysalis.', executiveText: 'Leave the chrysalis.' }]
  const track = { name: 'Chrysalis', formatIds, materials }
  const made = await manager.post(`/api/v1/programmes/${northwind.id}/tracks`, track)
  const { status } = await manager.patch(`/api/v1/pairings/${pairing.id}`, {
    trackId: textAt(made.body, 'id'),
  })
  if (status !== 200) throw new Error(`no track: ${status}`)
}

/**
 * They met, for a while; before it Mr Bernard asked something of Tom. Tom's log is on his page for an hour, in which he says
 * differently why it was cut short.
 */
async function held(world: World, add: Add) {
  const { platform, tom } = world
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  have(await askQuestion(platform, world.pairing.id, 'Why is the axolotl silent?'))
  world.now('2027-03-16T10:00Z')
  const seen = { evidence: 'asking-others-in', needsManager: true } as const
  const cut = { ...HAPPENED, result: 'cut-short', commitment: 'Plant a narwhal', ...seen } as const
  const by = { id: tom.id, door: 'link' } as const
  have(await logOutcome(platform, session.id, { ...cut, whyNotHeld: 'travel' }, by))
  await keepsNote(world, session, tom, 'More of the quokka')
  add('mentor', 'log page with a reason', await opened(world, 'log', session, tom))
  have(await logOutcome(platform, session.id, { ...cut, whyNotHeld: 'of-no-use' }, by))
  await tick(platform)
  add('mentor', 'log page', await opened(world, 'log', session, tom))
  add('manager', 'logged session page', await asked(world, world.nadia, `/sessions/${session.id}`))
  return session
}

/** Odile says why three times do not suit, twice; then she gets others and picks one; Mr Bernard gives it up, and new ones are offered. */
async function offered(world: World, add: Add) {
  const { platform, odile, bernard } = world
  await noneSuited(world, 'full-week', 'a reason', add)
  await noneSuited(world, 'of-no-use', 'another reason', add)
  const round = await offeredNow(world)
  add('assistant', 'answer page of the assistant', await opened(world, 'answer', round, odile))
  const [option] = round.offer?.options ?? []
  if (!round.offer || !option) throw new Error('no times')
  const by = { id: odile.id, door: 'link' } as const
  const wish = { kind: 'option', offerId: round.offer.id, optionId: option.id, move: false } as const
  const picked = have(await answerOffer(platform, round.id, wish, by))
  add('executive', 'answer page of the executive', await opened(world, 'answer', picked, bernard))
  await tick(platform)

  have(await answerFor(platform, round.id, { personId: bernard.id, partstat: 'DECLINED' }, by))
  world.now('2027-03-16T12:00Z')
  await tick(platform)
}

/** While a date stands that is the second of its round. */
async function atTheDesk(world: World, { id }: Session, add: Add) {
  const { odile } = world
  add('assistant', 'desk', await asked(world, odile, '/desk'))
  add('assistant', 'date at the desk', await asked(world, odile, `/desk/sessions/${id}`))
  const calendar = `/desk/executives/${world.bernard.id}/calendar`
  add('assistant', 'calendar at the desk', await asked(world, odile, calendar))
}

async function noneSuited(world: World, code: Why, name: string, add: Add) {
  const { platform, odile, bernard, nadia, as } = world
  const round = await offeredNow(world)
  const offerId = round.offer?.id ?? 'off_'
  const by = { id: odile.id, door: 'link' } as const
  const answered = have(await answerOffer(platform, round.id, { kind: 'none', offerId }, by))
  have(await sayWhyNotSuited(platform, offerId, { code, byId: odile.id }))
  add(
    'assistant',
    `answer page of the assistant with ${name}`,
    await opened(world, 'answer', answered, odile),
  )
  add(
    'executive',
    `answer page of the executive with ${name}`,
    await opened(world, 'answer', answered, bernard),
  )
  add('manager', `offer api with ${name}`, await asked(world, nadia, `/api/v1/offers/${offerId}`))
  const offered = await (await as(nadia)).post('/api/v1/offers', { pairingId: world.pairing.id })
  if (offered.status !== 201) throw new Error(`not offered: ${offered.status}`)
}

async function offeredNow({ platform, pairing, nadia, as }: World): Promise<Session> {
  const open = await findOpenSession(platform.db, pairing.id)
  if (open?.offer?.status !== 'open')
    await (await as(nadia)).post('/api/v1/offers', { pairingId: pairing.id })
  await tick(platform)
  const round = await findOpenSession(platform.db, pairing.id)
  if (!round) throw new Error('no round')
  return round
}

/** The next date: Odile answers TENTATIVE from his calendar, Tom accepts; a nudge half-way, later another room. */
async function fixed(world: World): Promise<Session> {
  const { platform, pairing, bernard, tom, odile, nadia } = world
  const session = await aFixedSession(settingOf(world), pairing, '2027-04-06T08:00Z')
  await tick(platform)
  world.now('2027-03-27T12:00Z')
  await tick(platform)
  const perhaps = { personId: bernard.id, partstat: 'TENTATIVE' } as const
  have(await answerFor(platform, session.id, perhaps, { id: odile.id, door: 'calendar' }))
  have(
    await answerFor(
      platform,
      session.id,
      { personId: tom.id, partstat: 'ACCEPTED' },
      { id: tom.id, door: 'link' },
    ),
  )
  const place = { kind: 'room', room: 'Kingfisher Hall' } as const
  have(await askQuestion(platform, pairing.id, 'Why is the axolotl silent?'))
  have(await changePlace(platform, session.id, place, { id: nadia.id, door: 'manager' }))
  await tick(platform)
  return session
}

async function theDayBefore(world: World, session: Session, add: Add) {
  const { platform, pairing, nadia, tom, bernard } = world
  world.now('2027-04-05T14:30Z')
  await tick(platform)
  have(await answerPulse(platform, pairing.id, bernard.id, { worth: 'no', onward: 'pause' }))
  have(await answerPulse(platform, pairing.id, tom.id, { worth: 'yes', onward: 'change' }))

  add('manager', 'fixed session page', await asked(world, nadia, `/sessions/${session.id}`))
  add('manager', 'pairing page', await asked(world, nadia, `/pairings/${pairing.id}`))
  add('manager', 'person page', await asked(world, nadia, `/people/${bernard.id}`))
  add('manager', 'board', await asked(world, nadia, '/board'))
  add('manager', 'today', await asked(world, nadia, '/today'))
  add('manager', 'api of the manager', await asked(world, nadia, `/api/v1/sessions/${session.id}`))
  add('manager', 'history api', await asked(world, nadia, `/api/v1/sessions/${session.id}/history`))
  add('mentor', 'mine', await asked(world, tom, '/mine'))
  add('mentor', 'api of the mentor', await asked(world, tom, `/api/v1/sessions/${session.id}`))
  add('manager', 'path api of the manager', await asked(world, nadia, `/api/v1/pairings/${pairing.id}/path`))
  add('mentor', 'path api of the mentor', await asked(world, tom, `/api/v1/pairings/${pairing.id}/path`))
  add('mentor', 'list of the mentor', await asked(world, tom, '/api/v1/sessions'))
  add('mentor', 'meeting page', await opened(world, 'meeting', session, tom))
  add('mentor', 'pulse page of the mentor', await opened(world, 'meeting', session, tom, '/pulse'))
  add('mentor', 'letters to the mentor', await lettersTo(world, tom))
  add('executive', 'own page', await opened(world, 'own', session, bernard))
  add('executive', 'own record', await opened(world, 'own', session, bernard, '/own/record'))
}

async function inCalendars(world: World, session: Session, add: Add) {
  const { bernard, tom, nadia } = world
  add('calendar', 'event of the executive', await eventsTo(world, bernard))
  add('calendar', 'event of the mentor', await eventsTo(world, tom))
  add('calendar', 'invite page of the executive', await opened(world, 'invite', session, bernard))
  add('calendar', 'invite page of the mentor', await opened(world, 'invite', session, tom))
  add('calendar', 'pulse page behind an invite', await opened(world, 'invite', session, bernard, '/pulse'))
  add('calendar', 'feed of the mentor', await feedOf(world, tom))
  add('calendar', 'feed of the manager', await feedOf(world, nadia))
}

async function standIn(world: World, session: Session, add: Add) {
  const { platform, nadia } = world
  const mia = await aMentor(settingOf(world), 'Mia Berg')
  const wish = { start: at('2027-04-06T09:00Z'), minutes: null, mentorId: mia.id, reason: 'Tom is ill.' }
  const stood = have(await moveSession(platform, session.id, wish, { id: nadia.id, door: 'manager' }))
  await tick(platform)
  await keepsNote(world, stood, mia, 'Less of the wombat')
  add('stand-in', 'meeting page of a stand-in', await opened(world, 'meeting', stood, mia))
  add('stand-in', 'letters to a stand-in', await lettersTo(world, mia))
  add('stand-in', 'list of a stand-in', await asked(world, mia, '/api/v1/sessions'))
  add('stand-in', 'api of a stand-in', await asked(world, mia, `/api/v1/sessions/${session.id}`))
}

async function keepsNote({ platform }: World, session: Session, { id }: Person, words: string) {
  await platform.db.batch(await putPrivateNote(platform, { sessionId: session.id, personId: id }, words))
}

async function sponsored(world: World, session: Session, add: Add) {
  const sponsor = await aPersonIn(settingOf(world), 'sponsor', { name: 'Sven Olsson' })
  const report = `/programmes/${world.northwind.id}/report`
  const paths = [
    '/',
    report,
    '/today',
    '/mine',
    '/board',
    `/sessions/${session.id}`,
    `/pairings/${world.pairing.id}`,
  ]
  const api = [
    '/api/v1/sessions',
    `/api/v1/sessions/${session.id}`,
    '/api/v1/pairings',
    '/api/v1/today',
    `/api/v1${report}`,
  ]
  const texts = []
  for (const path of [...paths, ...api]) texts.push(await asked(world, sponsor, path))
  add('sponsor', 'pages and api of a sponsor', texts.join('\n'))
}

/** Nadia corrects the log of the first session, with a reason that nobody else reads, in no letter either. */
async function corrected(world: World, session: Session, add: Add) {
  const { platform, nadia, tom, bernard, northwind } = world
  const by = { id: nadia.id, door: 'manager', reach: [northwind.id] } as const
  const log = { ...HAPPENED, result: 'cut-short', commitment: 'Plant a narwhal', needsManager: true } as const
  const said = { evidence: 'asking-others-in', whyNotHeld: 'travel' } as const
  const wish = { ...log, ...said, corrects: null, reason: 'The pangolin was there.' }
  have(await correctLog(platform, session.id, wish, by))
  add('manager', 'corrected session page', await asked(world, nadia, `/sessions/${session.id}`))
  add('manager', 'outcome api', await asked(world, nadia, `/api/v1/sessions/${session.id}/outcome`))
  add('manager', 'activity', await asked(world, nadia, '/activity'))
  add('mentor', 'corrected log page', await opened(world, 'log', session, tom))
  add('executive', 'own page after a correction', await opened(world, 'own', session, bernard))
}

/** Closes the programme; then everything sent to the executive's own inbox and to his assistant. */
async function closed(world: World, add: Add) {
  const { platform, nadia, northwind, bernard, odile, as } = world
  const path = `/api/v1/programmes/${northwind.id}/closure`
  const { status } = await (await as(nadia)).post(path, { cancelFixed: true })
  if (status !== 200) throw new Error(`not closed: ${status}`)
  await tick(platform)
  add('inbox', 'letters to the inbox', await lettersTo(world, bernard))
  add('assistant', 'letters to the assistant', await lettersTo(world, odile))
}

async function asked({ as }: World, person: Person, path: string): Promise<string> {
  const { body } = await (await as(person)).get(path)
  return typeof body === 'string' ? body : JSON.stringify(body)
}

/** What a link opens without a sign-in; `path` when another page takes the same link. */
async function opened(
  { platform, as }: World,
  purpose: Parameters<typeof link>[1],
  session: Session,
  reader: Person,
  path: string | null = null,
): Promise<string> {
  const address = await link(platform, purpose, session, reader)
  const { status, body } = await (await as(null)).get(path ? address.replace(/^\/\w+/, path) : address)
  if (status !== 200 || typeof body !== 'string') throw new Error(`${address} answered ${status}`)
  return body
}

async function lettersTo(world: World, person: Person): Promise<string> {
  const mails = await mailsTo(world, person)
  return mails.flatMap(({ calendar, said }) => (calendar === null ? said : [])).join('\n')
}

/** Subject, body and calendar part, since all of them may become the event. */
async function eventsTo(world: World, person: Person): Promise<string> {
  const mails = await mailsTo(world, person)
  return mails
    .flatMap(({ calendar, said }) => (calendar === null ? [] : [said, unfolded(calendar)]))
    .join('\n')
}

async function mailsTo({ mails }: World, { email }: Person) {
  return Promise.all(
    mails
      .filter(({ to }) => to === email)
      .map(async ({ raw, subject }) => {
        const { text, calendar } = await decodedMail(raw)
        return { calendar, said: `${subject}\n${text}` }
      }),
  )
}

async function feedOf({ platform, as }: World, { id }: Person): Promise<string> {
  await subscribe(platform, id)
  const feed = await findFeed(platform.db, id)
  const { body } = await (
    await as(null)
  ).get(`/calendar.ics?k=${feed ? await platform.tokenOf(feed.linkId) : ''}`)
  return unfolded(String(body))
}

/** RFC 5545 §3.1: a long line continues after a line break and a space. */
function unfolded(calendar: string): string {
  return calendar.replaceAll(/\r?\n[ \t]/g, '')
}
