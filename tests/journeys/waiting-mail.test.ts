import { expect, test } from 'vitest'

import { offerTimes } from '../../worker/actions/offer/make.ts'
import { closeProgramme } from '../../worker/actions/programme/close.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import { undoAnswer } from '../../worker/actions/session/undo-answer.ts'
import type { PersonId } from '../../worker/domain/ids.ts'
import { inviteOf, type Session } from '../../worker/domain/session/session.ts'
import { findItems } from '../../worker/domain/today/items.ts'
import { findProgramme } from '../../worker/storage/programme/programme.ts'
import { listHistory } from '../../worker/storage/session/history.ts'
import { findOpenSession } from '../../worker/storage/session/session.ts'
import { findMorning } from '../../worker/storage/today/morning.ts'
import { CLAUDE, NADIA, northwind, ODILE, TOM } from '../support/northwind.ts'
import { signedInBrowser } from '../support/signed-in-browser.ts'
import { at } from '../support/times.ts'

type World = Awaited<ReturnType<typeof northwind>>

test('a mail in prose waits with its text, and the manager answers for its writer with one press', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  expect(await world.arrives(CLAUDE, prose('Yes, that suits me <well>.'))).toEqual({
    state: 'waiting',
    why: 'prose',
  })
  const nadia = await signedInBrowser(world.platform, NADIA)
  const path = await waitingPath(world)
  const page = await (await nadia.get(path)).text()
  expect(page).toContain('Yes, that suits me &lt;well&gt;.')
  expect(page).toContain('It is in plain words')

  expect((await nadia.post(path, { answer: 'ACCEPTED' })).status).toBe(303)
  const invite = inviteOf(await world.session(session.id), CLAUDE)
  expect(invite).toMatchObject({ partstat: 'ACCEPTED', answer: { byId: CLAUDE, via: 'prose' } })
  expect((await listHistory(world.platform.db, session.id))[0]).toMatchObject({
    code: 'answered',
    door: 'prose',
    actorId: CLAUDE,
  })
  expect(await onToday(world)).toEqual([])
  expect(await (await nadia.get(path)).text()).toContain('This email has been dealt with.')
})

test('after reading the text the manager picks a held time, or fixes another', async () => {
  const world = await northwind()
  const offered = await offerTimes(
    world.platform,
    { id: `off_${'0'.repeat(26)}`, pairingId: `pai_${'0'.repeat(22)}`, minutes: null, options: 3 },
    BY,
  )
  if (!offered.ok) throw new Error(offered.refusal.reason)
  await world.arrives(ODILE, prose('The second one, please.'))
  const option = offered.value.offer?.options[1]
  const nadia = await signedInBrowser(world.platform, NADIA)
  expect((await nadia.post(await waitingPath(world), { answer: option?.id ?? '' })).status).toBe(303)
  expect(await findOpenSession(world.platform.db, offered.value.pairingId)).toMatchObject({
    status: 'fixed',
    time: { start: option?.start },
    offer: { answer: { byId: ODILE, via: 'prose' } },
  })

  await world.arrives(ODILE, prose('Sorry: rather Wednesday at eleven.'))
  const path = await waitingPath(world)
  expect((await nadia.post(path, { answer: 'time', date: '2027-03-24', time: 'eleven' })).status).toBe(422)
  expect((await nadia.post(path, { answer: 'time', date: '2027-03-24', time: '11:00' })).status).toBe(303)
  expect(await findOpenSession(world.platform.db, offered.value.pairingId)).toMatchObject({
    time: { start: at('2027-03-24T10:00Z') },
  })
})

test('an impossible time is refused with the names of the two people', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await world.arrives(CLAUDE, prose('Rather at ten in the evening.'))
  const nadia = await signedInBrowser(world.platform, NADIA)
  const late = { answer: 'time', date: '2027-03-24', time: '22:00' }
  const refused = await nadia.post(await waitingPath(world), late)
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('That is outside Tom Leroy’s open hours.')
})

test('“nothing to do” removes the line and changes nothing', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  await world.arrives(CLAUDE, prose('Thank you!'))
  const nadia = await signedInBrowser(world.platform, NADIA)
  await nadia.post(await waitingPath(world), { answer: 'nothing' })
  expect(await onToday(world)).toEqual([])
  expect((await world.session(session.id)).version).toBe(session.version)
})

test('pressed twice at once, an answer is recorded once, and both presses lead back to Today', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  await world.arrives(CLAUDE, prose('Yes, that suits me.'))
  const nadia = await signedInBrowser(world.platform, NADIA)
  const path = await waitingPath(world)
  const presses = await Promise.all([1, 2, 3].map(() => nadia.post(path, { answer: 'ACCEPTED' })))

  expect(presses.map(({ status }) => status)).toEqual([303, 303, 303])
  const answers = (await listHistory(world.platform.db, session.id)).filter(({ code }) => code === 'answered')
  expect(answers).toHaveLength(1)
  expect(await onToday(world)).toEqual([])
})

test.each([
  ['ACCEPTED', 'DECLINED'],
  ['ACCEPTED', 'nothing'],
  ['nothing', 'TENTATIVE'],
])('of %s and %s at once one is recorded, and the other press is told so', async (...answers) => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  await world.arrives(CLAUDE, prose('Well…'))
  const nadia = await signedInBrowser(world.platform, NADIA)
  const path = await waitingPath(world)
  const presses = await Promise.all(answers.map((answer) => nadia.post(path, { answer })))

  const first = presses.findIndex(({ status }) => status === 303)
  expect(presses.map(({ status }) => status).toSorted()).toEqual([303, 409])
  expect(await presses[1 - first]?.text()).toContain(
    'Somebody has just dealt with this email in another way.',
  )
  const recorded = answers[first] === 'nothing' ? 'NEEDS-ACTION' : answers[first]
  expect(inviteOf(await world.session(session.id), CLAUDE)?.partstat).toBe(recorded)
  expect(await onToday(world)).toEqual([])
})

test('a wish to send somebody else is shown as such', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  const delegated = replyOf(
    session,
    CLAUDE,
    'DELEGATED;DELEGATED-TO="mailto:eve@northwind.example"',
    'claude@northwind.example',
  )
  expect(await world.arrives(CLAUDE, delegated)).toEqual({ state: 'waiting', why: 'delegated' })
  const nadia = await signedInBrowser(world.platform, NADIA)
  expect(await (await nadia.get(await waitingPath(world))).text()).toContain(
    'Wants to send eve@northwind.example instead.',
  )
})

test('a received mail is a 404 for a mentor and for the manager of another programme', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await world.arrives(CLAUDE, prose('Yes.'))
  const path = await waitingPath(world)
  for (const id of [TOM, null])
    expect((await (await signedInBrowser(world.platform, id)).get(path)).ok).toBe(false)
})

test('the next mail says that somebody else answered, and one press undoes it', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  await world.arrives(CLAUDE, replyOf(session, CLAUDE, 'TENTATIVE', 'claude@northwind.example', 1))
  await world.arrives(CLAUDE, replyOf(session, CLAUDE, 'ACCEPTED', 'odile@northwind.example', 2))
  expect(inviteOf(await world.session(session.id), CLAUDE)).toMatchObject({
    partstat: 'ACCEPTED',
    answer: { byId: ODILE },
  })
  const nadia = await signedInBrowser(world.platform, NADIA)
  expect(await (await nadia.get(`/sessions/${session.id}`)).text()).toContain('Undo this answer')

  expect((await nadia.post(`/sessions/${session.id}/answers/undo`, { personId: CLAUDE })).status).toBe(303)
  expect(inviteOf(await world.session(session.id), CLAUDE)?.partstat).toBe('TENTATIVE')

  await world.deliver()
  world.setNow('2027-03-15T08:05Z')
  await world.arrives(CLAUDE, replyOf(session, CLAUDE, 'ACCEPTED', 'stranger@elsewhere.example', 3))
  await moveSession(
    world.platform,
    session.id,
    { start: at('2027-03-23T10:00Z'), minutes: null, reason: null },
    BY,
  )
  await world.deliver()
  const mails = world.sent.filter(({ to }) => to === 'claude@northwind.example').map(({ raw }) => textOf(raw))
  expect(mails[0]).not.toContain('Your last answer')
  expect(mails[1]).toContain('Your last answer came from an address we do not know')
})

test('undoing by the event’s own link never gives the time up', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  await world.arrives(CLAUDE, replyOf(session, CLAUDE, 'DECLINED', 'claude@northwind.example', 1))
  await world.arrives(CLAUDE, replyOf(session, CLAUDE, 'ACCEPTED', 'odile@northwind.example', 2))
  await undoAnswer(world.platform, session.id, CLAUDE, { id: CLAUDE, door: 'link' })
  expect(inviteOf(await world.session(session.id), CLAUDE)?.partstat).toBe('NEEDS-ACTION')
})

test('an executive’s reply to the closing letter waits for a human too, and one press settles it', async () => {
  const world = await northwind()
  const wish = { id: world.platform.newId('req'), programmeId: 'prg_northwind', cancelFixed: true } as const
  expect((await closeProgramme(world.platform, wish, BY)).ok).toBe(true)
  await world.deliver()
  expect((await findProgramme(world.platform.db, 'prg_northwind'))?.status).toBe('closed')

  await world.arrives(CLAUDE, prose('Please delete the second point.'))
  const nadia = await signedInBrowser(world.platform, NADIA)
  expect(await (await nadia.get('/today')).text()).toMatch(
    /Claude Bernard[^]*An answer needs a person to look at it/,
  )
  const path = await waitingPath(world)
  const page = await (await nadia.get(path)).text()
  expect(page).toContain('Please delete the second point.')
  expect(page).not.toContain('read-only')
  expect((await nadia.post(path, { answer: 'nothing' })).status).toBe(303)
  expect(await onToday(world)).toEqual([])
})

const BY = { id: NADIA, door: 'manager' } as const

async function onToday({ platform }: World) {
  const morning = await findMorning(platform, 'prg_northwind')
  return morning ? findItems(morning).filter(({ kind }) => kind === 'answer-waiting') : []
}

async function waitingPath(world: World): Promise<string> {
  const [item] = await onToday(world)
  return `/received/${item?.receivedId}`
}

function prose(text: string): string {
  return `From: Claude Bernard <claude@northwind.example>
To: sotto-claude@reply.sotto.example
Subject: Re: 30 min
Message-ID: <${text.length}-${text.slice(0, 3).trim()}@northwind.example>
Content-Type: text/plain; charset=utf-8

${text}
`
}

function replyOf(session: Session, person: PersonId, partstat: string, from: string, minute = 0): string {
  return `From: <${from}>
To: sotto-claude@reply.sotto.example
Subject: Re
Message-ID: <reply-${minute}-${from}>
MIME-Version: 1.0
Content-Type: text/calendar; charset=utf-8; method=REPLY

BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Test//EN
METHOD:REPLY
BEGIN:VEVENT
UID:${inviteOf(session, person)?.uid}
SEQUENCE:0
DTSTAMP:20270315T07${String(minute).padStart(2, '0')}00Z
DTSTART:20270322T100000Z
ATTENDEE;PARTSTAT=${partstat}:mailto:claude@northwind.example
END:VEVENT
END:VCALENDAR
`
}

function textOf(raw: string): string {
  const part = /Content-Type: text\/plain[^]*?\r\n\r\n([^]*?)\r\n--/.exec(raw)?.[1] ?? ''
  return new TextDecoder().decode(
    Uint8Array.from(atob(part.replaceAll(/\s/g, '')), (each) => each.charCodeAt(0)),
  )
}
