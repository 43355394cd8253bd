import { expect, test } from 'vitest'

import { offerTimes } from '../../worker/actions/offer/make.ts'
import { inviteOf, type Session } from '../../worker/domain/session/session.ts'
import { findItems } from '../../worker/domain/today/items.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { findPerson } from '../../worker/storage/people/person.ts'
import { findOpenSession } from '../../worker/storage/session/session.ts'
import { findMorning } from '../../worker/storage/today/morning.ts'
import { signedIn } from '../support/client.ts'
import { link } from '../support/links.ts'
import { AS_NADIA, CLAUDE, NADIA, northwind, ODILE } from '../support/northwind.ts'
import { press } from '../support/press.ts'
import { costOf } from '../support/query-cost.ts'
import { describedBody } from '../support/response-shapes.ts'
import { signedInBrowser } from '../support/signed-in-browser.ts'
import { at } from '../support/times.ts'

type World = Awaited<ReturnType<typeof northwind>>

const NIGHTLY = '23 2 * * *'

test('a time in words is on Today with what the judge says, and one press fixes it', async () => {
  const world = await northwind()
  const { pairingId } = await offered(world)
  await arrives(world, 'Jeudi 18 mars vers 16h me conviendrait.')
  expect(await suggestionOf(world)).toMatchObject({
    kind: 'time',
    source: 'words',
    refusal: null,
    time: { start: at('2027-03-18T15:00Z') },
  })
  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get('/today')).text()
  expect(page).toContain('Suggests Thu 18 March 2027, 16:00–16:30 · both are free')
  expect(await findOpenSession(world.platform.db, pairingId)).toMatchObject({ status: 'offered' })

  expect((await press(nadia, page, 'Fix Thu 18 March, 16:00')).status).toBe(303)
  expect(await findOpenSession(world.platform.db, pairingId)).toMatchObject({
    status: 'fixed',
    time: { start: at('2027-03-18T15:00Z') },
  })
  expect(await suggestionOf(world)).toBeUndefined()
})

test('a fixed session moves to the time that is suggested', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  await arrives(world, 'Rather Wednesday 24 March at 11:00, please.')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get(await mailPath(world))).text()
  expect(page).toContain('Read from its text. Compare before you press.')
  expect((await press(nadia, page, 'Fix Wed 24 March, 11:00')).status).toBe(303)
  expect((await world.session(session.id)).time?.start).toBe(at('2027-03-24T10:00Z'))
})

test('a time that cannot be says why, without a press; with a reason the form has it ready', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  await arrives(world, 'Wednesday 24 March at 22:00 would do.')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const today = await (await nadia.get('/today')).text()
  expect(today).toContain('22:00–22:30 · That is outside Tom Leroy’s open hours.')
  expect(today).not.toContain('>Fix Wed')
  expect(today).toContain('>Fix it anyway')

  const page = await (await nadia.get(await mailPath(world))).text()
  expect(page).toContain('value="2027-03-24"')
  expect(page).toContain('value="22:00"')
  const form = { answer: 'time', date: '2027-03-24', time: '22:00', reason: 'They agreed on the phone' }
  expect((await nadia.post(await mailPath(world), form)).status).toBe(303)
  expect((await world.session(session.id)).time?.start).toBe(at('2027-03-24T21:00Z'))
})

test('a press on a time that was fixed meanwhile settles the mail and moves nothing', async () => {
  const world = await northwind()
  const { pairingId } = await offered(world)
  await arrives(world, 'Thursday 18 March at 16:00 would do.')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get('/today')).text()
  await world.fixed('2027-03-18T15:00Z')
  const pressed = await press(nadia, page, 'Fix Thu 18 March, 16:00')
  expect(pressed.status).toBe(303)
  expect(await findOpenSession(world.platform.db, pairingId)).toMatchObject({
    time: { start: at('2027-03-18T15:00Z') },
  })
})

test('yes to the second of the times is that option, and it is held', async () => {
  const world = await northwind()
  const session = await offered(world)
  const second = session.offer?.options[1]
  await arrives(world, 'The second one, please.')
  expect(await suggestionOf(world)).toMatchObject({ kind: 'option', optionId: second?.id, refusal: null })
  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get('/today')).text()
  expect((await press(nadia, page, 'Take ')).status).toBe(303)
  expect(await findOpenSession(world.platform.db, session.pairingId)).toMatchObject({
    status: 'fixed',
    time: { start: second?.start },
    offer: { answer: { byId: CLAUDE, via: 'prose' } },
  })
})

test('an offer that is made after the mail is not what the mail was about', async () => {
  const world = await northwind()
  await offered(world)
  await arrives(world, 'The second one, please.')
  expect(await suggestionOf(world)).toMatchObject({ kind: 'option' })
  const again = { id: `off_${'1'.repeat(26)}`, pairingId: `pai_${'0'.repeat(22)}`, minutes: null } as const
  expect(await offerTimes(world.platform, { ...again, options: 3 }, AS_NADIA)).toMatchObject({ ok: true })
  expect(await suggestionOf(world)).toBeUndefined()
})

test('a moment that no page was shown with is malformed, and nothing is stored', async () => {
  const world = await northwind()
  const session = await offered(world)
  await arrives(world, 'Thursday 18 March at 16:00 would do.')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const path = await mailPath(world)
  for (const far of ['9999999999999999', '1000000000', String(at('2029-03-18T15:00Z'))]) {
    expect((await nadia.post(path, { answer: 'later', notBefore: far })).status).toBe(422)
    expect((await nadia.post(path, { answer: 'at', start: far })).status).toBe(422)
    const odile = await findPerson(world.platform.db, ODILE)
    const nobody = await signedInBrowser(world.platform, null)
    const page = odile && (await link(world.platform, 'answer', session, odile))
    const [door = '', key = ''] = (page ?? '').split('?k=')
    expect((await nobody.post(door, { k: key, choice: 'own', start: far })).status).toBe(422)
  }
  expect((await world.session(session.id)).version).toBe(session.version)
})

test('none of the times, in one press', async () => {
  const world = await northwind()
  const { pairingId } = await offered(world)
  await arrives(world, 'Malheureusement aucun ne me convient.')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get('/today')).text()
  expect(page).toContain('Says that none of the times suits')
  expect((await press(nadia, page, 'Note that none suits')).status).toBe(303)
  expect(await findOpenSession(world.platform.db, pairingId)).toMatchObject({ offer: { status: 'none' } })
})

test('“not before” puts the round off to that day, in one press', async () => {
  const world = await northwind()
  const { pairingId } = await offered(world)
  await arrives(world, 'Not before 1 April, please.')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get('/today')).text()
  expect(page).toContain('Asks to wait until Thursday 1 April 2027')
  expect((await press(nadia, page, 'Wait until ')).status).toBe(303)
  expect(await findOpenSession(world.platform.db, pairingId)).toMatchObject({
    offer: { status: 'later' },
    notBefore: at('2027-03-31T22:00Z'),
  })
})

test('the time in a calendar’s proposal that waits is a suggestion too', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  expect(await world.arrives(CLAUDE, counterOf(session))).toMatchObject({
    state: 'waiting',
    why: 'unverified',
  })
  expect(await suggestionOf(world)).toMatchObject({
    kind: 'time',
    source: 'calendar',
    refusal: null,
    time: { start: at('2027-03-24T10:00Z') },
  })
  const nadia = await signedInBrowser(world.platform, NADIA)
  expect(await (await nadia.get(await mailPath(world))).text()).toContain(
    'Proposed by the calendar in the email.',
  )
})

test('the wall clock is the writer’s: his own, or that of the assistant who writes for him', async () => {
  const world = await northwind({ people: { [ODILE]: { zone: 'America/New_York' } } })
  await world.fixed('2027-03-22T10:00Z')
  await arrives(world, 'Wednesday 24 March at 10:00 would do.', 'odile@northwind.example')
  expect(await suggestionOf(world)).toMatchObject({ time: { start: at('2027-03-24T14:00Z') } })
})

test('on a trip it is the clock of the trip', async () => {
  const trip = { zone: 'Asia/Singapore', from: '2027-03-23', to: '2027-03-25' } as const
  const world = await northwind({ people: { [CLAUDE]: { rules: { trips: [trip] } } } })
  await world.fixed('2027-03-22T10:00Z')
  await arrives(world, 'Wednesday 24 March at 18:00 would do.')
  expect(await suggestionOf(world)).toMatchObject({ time: { start: at('2027-03-24T10:00Z') } })
})

test('the API says what the mail suggests', async () => {
  const world = await northwind()
  await offered(world)
  await arrives(world, 'Thursday 18 March at 16:00 would do.')
  const nadia = await findPerson(world.platform.db, NADIA)
  const api = nadia && (await signedIn(world.platform, nadia))
  const answer = api && Object(describedBody('GET /api/v1/today', await api.get('/api/v1/today')))
  expect(answer.items[0]).toMatchObject({
    kind: 'answer-waiting',
    suggestion: {
      ...{ kind: 'time', source: 'words', refusal: null },
      ...{ start: '2027-03-18T15:00:00Z', end: '2027-03-18T15:30:00Z' },
    },
  })
})

test('with suggestions Today still reads in one call', async () => {
  const world = await northwind()
  await offered(world)
  for (const day of [18, 19]) await arrives(world, `${day} March at 16:00 would do.`)
  const cost = await costOf(world.platform, (platform) => findMorning(platform, 'prg_northwind'))
  expect(cost.calls).toBe(1)
})

test('thirty days after it is settled nothing is left of what it suggested', async () => {
  const world = await northwind()
  await offered(world)
  await arrives(world, 'Thursday 18 March at 16:00 would do.')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const path = await mailPath(world)
  expect((await nadia.post(path, { answer: 'nothing' })).status).toBe(303)
  world.setNow('2027-04-13T09:00Z')
  await runCron(world.platform, NIGHTLY)
  const again = await signedInBrowser(world.platform, NADIA)
  expect(await (await again.get(path)).text()).toContain('Its text is kept until Wednesday 14 April 2027')
  expect(await (await again.get(path)).text()).toContain('Thursday 18 March at 16:00 would do.')
  world.setNow('2027-04-15T09:00Z')
  await runCron(world.platform, NIGHTLY)
  expect(await (await again.get(path)).text()).not.toContain('would do.')
  const { results } = await world.platform.db.run(
    'SELECT reading, sender, sender_domain, suggests FROM received',
  )
  expect(results).toEqual([
    { reading: '{"class":"none","partstat":null}', sender: null, sender_domain: null, suggests: 0 },
  ])
  expect(inviteOf(await open(world), CLAUDE)).toBeNull()
})

async function open({ platform }: World): Promise<Session> {
  const session = await findOpenSession(platform.db, `pai_${'0'.repeat(22)}`)
  if (!session) throw new Error('no session')
  return session
}

async function offered({ platform }: World): Promise<Session> {
  const wish = {
    id: `off_${'0'.repeat(26)}`,
    pairingId: `pai_${'0'.repeat(22)}`,
    minutes: null,
    options: 3,
  } as const
  const made = await offerTimes(platform, wish, AS_NADIA)
  if (!made.ok) throw new Error(made.refusal.reason)
  return made.value
}

async function lineOf({ platform }: World) {
  const morning = await findMorning(platform, 'prg_northwind')
  return morning ? findItems(morning).find(({ kind }) => kind === 'answer-waiting') : undefined
}

async function suggestionOf(world: World) {
  return (await lineOf(world))?.suggestion
}

async function mailPath(world: World): Promise<string> {
  return `/received/${(await lineOf(world))?.receivedId}`
}

let mails = 0

function arrives(world: World, text: string, from = 'claude@northwind.example') {
  mails += 1
  return world.arrives(
    CLAUDE,
    `From: <${from}>
To: sotto-claude@reply.sotto.example
Subject: Re: 30 min
Message-ID: <${mails}@northwind.example>
Content-Type: text/plain; charset=utf-8

${text}

On Mon, 15 Mar 2027 at 09:00, Nadia <sotto-claude@reply.sotto.example> wrote:
> Friday 19 March at 10:00
`,
  )
}

function counterOf(session: Session): string {
  return `From: <somebody@elsewhere.example>
To: sotto-claude@reply.sotto.example
Subject: New time
Message-ID: <counter@elsewhere.example>
MIME-Version: 1.0
Content-Type: text/calendar; charset=utf-8; method=COUNTER

BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Test//EN
METHOD:COUNTER
BEGIN:VEVENT
UID:${inviteOf(session, CLAUDE)?.uid}
SEQUENCE:0
DTSTAMP:20270315T070000Z
DTSTART:20270324T100000Z
DTEND:20270324T103000Z
ATTENDEE;PARTSTAT=TENTATIVE:mailto:claude@northwind.example
END:VEVENT
END:VCALENDAR
`
}
