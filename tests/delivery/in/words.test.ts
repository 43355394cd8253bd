import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { inviteOf, type Session } from '../../../worker/domain/session/session.ts'
import { CLAUDES, plain, reply } from '../../support/claudes-mails.ts'
import { addressOf, CLAUDE, northwind, TOM, invited } from '../../support/northwind.ts'
import { NADIA } from '../../support/northwind.ts'
import { mailSaying, type SaidByMail } from '../../support/said-by-mail.ts'
import { signedInBrowser } from '../../support/signed-in-browser.ts'
import { at } from '../../support/times.ts'

type World = Awaited<ReturnType<typeof northwind>>

const STRANGER = 'somebody@elsewhere.example'
const WORDS = 'I cannot make this any more.'

test.each(['REQUEST', 'CANCEL', 'PUBLISH', 'ADD', 'DECLINECOUNTER', 'NONSENSE'])(
  'words beside a %s wait for a human with their text, whoever sent them',
  async (method) => {
    const { world, session } = await invited()
    for (const from of [CLAUDES, STRANGER]) {
      const settled = await arrives(world, { from, words: WORDS, method, event: foreign() })
      expect(settled.state, from).toBe('waiting')
      expect(await lastKept()).toMatchObject({
        session_id: session.id,
        reading: expect.stringContaining(WORDS),
      })
    }
    expect((await world.session(session.id)).version).toBe(session.version)
  },
)

test('our own invite sent back with words waits; forwarded by a stranger without a word of his own it does not', async () => {
  const { world, session } = await invited()
  const event = ourOwn(session)
  const forwarded =
    '---------- Forwarded message ---------\r\nFrom: Nadia\r\nSubject: 30 min\r\n\r\nYour 30 minutes.'
  for (const [from, words, state, why] of [
    [CLAUDES, WORDS, 'waiting', 'words'],
    [STRANGER, WORDS, 'waiting', 'words'],
    [STRANGER, `${WORDS}\r\n\r\n${forwarded}`, 'waiting', 'words'],
    [CLAUDES, '', 'waiting', 'request'],
    [STRANGER, forwarded, 'ignored', 'not-for-us'],
    [STRANGER, 'Sent from my iPhone', 'ignored', 'not-for-us'],
    [addressOf(CLAUDE), 'Your 30 minutes are fixed.', 'ignored', 'our-own-mail'],
  ] as const)
    expect(await arrives(world, { from, words, method: 'REQUEST', event }), words).toEqual({ state, why })
})

test('an event of somebody we know is shown without words too, also by a calendar service; a machine’s answer is not', async () => {
  const people = { [TOM]: { email: 'tom@mentors.example' }, [NADIA]: { email: 'nadia@office.example' } }
  const world = await northwind({ people })
  for (const method of ['REQUEST', 'CANCEL', 'PUBLISH']) {
    const mail = { words: '', method, event: foreign() }
    const why = method === 'CANCEL' ? 'cancel' : 'request'
    expect(await arrives(world, { ...mail, from: CLAUDES })).toEqual({ state: 'waiting', why })
    expect(await arrives(world, { ...mail, from: 'desk@northwind.example' })).toEqual({
      state: 'waiting',
      why,
    })
    expect(await arrives(world, { ...mail, from: STRANGER })).toEqual({ state: 'ignored', why: 'not-for-us' })
    for (const from of ['nadia@office.example', 'tom@mentors.example'])
      expect(await arrives(world, { ...mail, from }), from).toEqual({ state: 'waiting', why })
    const generated = { ...mail, words: WORDS, headers: ['Auto-Submitted: auto-generated'] }
    expect(await arrives(world, { ...generated, from: CLAUDES })).toEqual({ state: 'waiting', why })
    expect(await arrives(world, { ...generated, from: STRANGER })).toEqual({
      state: 'ignored',
      why: 'not-for-us',
    })
    const replied = { ...mail, words: WORDS, headers: ['Auto-Submitted: auto-replied'] }
    expect(await arrives(world, { ...replied, from: CLAUDES })).toEqual({
      state: 'ignored',
      why: 'auto-reply',
    })
  }
})

test('an invite of hers that names our address is a time she asks for, which one press takes', async () => {
  const { world, session } = await invited()
  const event = [
    'UID:her-own-event',
    'DTSTAMP:20270315T080000Z',
    'DTSTART:20270324T100000Z',
    'DTEND:20270324T103000Z',
    `ORGANIZER:mailto:${CLAUDES}`,
    `ATTENDEE;PARTSTAT=NEEDS-ACTION:MAILTO:${addressOf(CLAUDE).toUpperCase()}`,
  ]
  const words = 'None of your three, but I have put in this hour.'
  expect(await arrives(world, { from: STRANGER, words, method: 'REQUEST', event })).toEqual({
    state: 'waiting',
    why: 'asks-for-time',
  })
  expect((await world.session(session.id)).version).toBe(session.version)
  const { id, reading } = await lastKept()
  expect(JSON.parse(reading)).toMatchObject({
    proposed: { start: at('2027-03-24T10:00Z'), end: at('2027-03-24T10:30Z') },
  })

  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get(`/received/${id}`)).text()
  expect(page).toContain(words)
  const start = String(at('2027-03-24T10:00Z'))
  expect(page).toContain(`name="start" value="${start}"`)
  const taken = await nadia.post(`/received/${id}`, { answer: 'at', start })
  expect(taken.status).toBe(303)
  expect((await world.session(session.id)).time?.start).toBe(at('2027-03-24T10:00Z'))
})

test('an invite by a calendar service that names our address asks for a time, and its comment is shown', async () => {
  const { world } = await invited()
  const headers = ['Auto-Submitted: auto-generated']
  const mail = { from: STRANGER, words: 'You are invited.', headers, method: 'REQUEST' }
  const naming = [...foreign(), 'DTEND:20270325T093000Z', `ORGANIZER:mailto:${addressOf(CLAUDE)}`]
  expect(await arrives(world, { ...mail, event: naming })).toEqual({ state: 'waiting', why: 'asks-for-time' })
  const commented = [...foreign(), 'COMMENT:Rather in my office?']
  expect(await arrives(world, { ...mail, event: commented })).toEqual({ state: 'waiting', why: 'words' })
})

test('a comment in an answer is kept though the calendar service marks the mail as generated', async () => {
  const { world, session } = await invited()
  const headers = ['Auto-Submitted: auto-generated']
  const words = 'Claude Bernard has answered.'
  expect(await arrives(world, { ...countering(session), words, headers })).toEqual({
    state: 'applied',
    why: 'applied',
  })
  expect((await world.session(session.id)).proposals).toMatchObject([{ words: 'I fly on Monday.' }])

  const event = [...answering(session, 'DECLINED', '20270315T080100Z'), 'COMMENT:I am ill.']
  world.setNow('2027-03-15T08:02Z')
  expect(await arrives(world, { from: CLAUDES, method: 'REPLY', words, headers, event })).toEqual({
    state: 'waiting',
    why: 'answered',
  })
  expect(JSON.parse((await lastKept()).reading)).toMatchObject({ comment: 'I am ill.' })
  const silent = answering(session, 'ACCEPTED', '20270315T080200Z')
  expect(await arrives(world, { from: CLAUDES, method: 'REPLY', words, headers, event: silent })).toEqual({
    state: 'applied',
    why: 'applied',
  })
})

test('an invite for a time that cannot be is shown with why, and without a button that would take it', async () => {
  const { world } = await invited()
  const event = [
    'UID:her-own-event',
    'DTSTART:20200324T100000Z',
    'DTEND:20200324T103000Z',
    `ORGANIZER:mailto:${addressOf(CLAUDE)}`,
  ]
  await arrives(world, { from: CLAUDES, method: 'REQUEST', event })
  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get(`/received/${(await lastKept()).id}`)).text()
  expect(page).toContain('This time has already passed.')
  expect(page).not.toContain('name="date" value="2020-03-24"')
})

test.each([
  ['a rule that passed it on', ['X-MS-Exchange-Inbox-Rules-Loop: claude@northwind.example'], undefined],
  ['a forwarded mail', ['Auto-Submitted: auto-forwarded'], undefined],
  ['a mark that says no', ['X-Autoreply: no'], undefined],
  ['an empty mark', ['X-Autorespond:'], undefined],
  ['a subject that begins so', [], 'Out of office: can we move it?'],
  ['a subject a program could write', [], 'Automatic reply: 30 min'],
])('%s does not hide a person’s words', async (_, headers, subject) => {
  const { world } = await invited()
  expect(
    (await arrives(world, { from: CLAUDES, words: WORDS, headers, ...(subject && { subject }) })).state,
  ).toBe('waiting')
  expect((await lastKept()).reading).toContain(WORDS)
})

test('words beside an answer are shown, and the answer counts all the same', async () => {
  const { world, session } = await invited()
  const event = [...answering(session, 'ACCEPTED'), 'COMMENT:May I bring my deputy?']
  expect(await arrives(world, { from: CLAUDES, method: 'REPLY', event })).toEqual({
    state: 'waiting',
    why: 'answered',
  })
  expect(inviteOf(await world.session(session.id), CLAUDE)?.partstat).toBe('ACCEPTED')
  expect(JSON.parse((await lastKept()).reading)).toMatchObject({ comment: 'May I bring my deputy?' })

  const late = [...answering(session, 'DECLINED', '20270314T080000Z'), 'COMMENT:I am ill.']
  expect(await arrives(world, { from: CLAUDES, method: 'REPLY', event: late })).toEqual({
    state: 'waiting',
    why: 'superseded',
  })
  expect(inviteOf(await world.session(session.id), CLAUDE)?.partstat).toBe('ACCEPTED')
})

test('words beside a proposed time stand with it', async () => {
  const { world, session } = await invited()
  expect(await arrives(world, countering(session))).toEqual({ state: 'applied', why: 'applied' })
  expect((await world.session(session.id)).proposals).toMatchObject([{ words: 'I fly on Monday.' }])
  const nadia = await signedInBrowser(world.platform, NADIA)
  expect(await (await nadia.get(`/sessions/${session.id}`)).text()).toContain('I fly on Monday.')
})

test('words beside a proposed time that name a link or the reply address are kept without them', async () => {
  const { world, session } = await invited()
  const token = 'k'.repeat(43)
  const comment = `COMMENT:Not by https://sotto.example/invite?k=${token} nor by ${addressOf(CLAUDE)}.`
  const { event, ...mail } = countering(session)
  const saying = { ...mail, event: event.map((line) => (line.startsWith('COMMENT') ? comment : line)) }
  expect(await arrives(world, saying)).toEqual({ state: 'applied', why: 'applied' })
  expect((await world.session(session.id)).proposals).toMatchObject([
    { words: 'Not by https://sotto.example/invite?k=… nor by ….' },
  ])
})

test('words beside a proposed time that moved the date at once wait for a human', async () => {
  const world = await northwind({ policy: { counters: 'accept' } })
  const session = await world.fixed('2027-03-22T10:00Z')
  expect(await arrives(world, countering(session))).toEqual({ state: 'waiting', why: 'answered' })
  expect((await lastKept()).reading).toContain('I fly on Monday.')
  expect((await world.session(session.id)).time?.start).toBe(at('2027-03-23T10:00Z'))
})

test('a decline or a proposal that our receiver finds forged waits, also from an address we know; a yes does not', async () => {
  const forged = 'Authentication-Results: mx.example; dmarc=fail header.from=northwind.example\r\n'
  const { world, session } = await invited()
  const propose = { propose: { start: at('2027-03-23T10:00Z'), end: at('2027-03-23T10:30Z') } }
  for (const answer of ['DECLINED', propose] as const) {
    expect(await world.arrives(CLAUDE, forged + reply(session, answer))).toEqual({
      state: 'waiting',
      why: 'unverified',
    })
    const elsewhere = forged.replace('mx.example', 'mx.elsewhere.example')
    expect((await world.arrives(CLAUDE, elsewhere + reply(session, answer))).state).toBe('applied')
  }
  expect((await world.arrives(CLAUDE, forged + reply(session, 'ACCEPTED'))).state).toBe('applied')
})

test('at a public mail provider nobody speaks for somebody else, nor is known by the domain', async () => {
  const world = await northwind({ people: { [CLAUDE]: { email: 'claude.bernard@gmail.com' } } })
  const session = await world.fixed('2027-03-22T10:00Z')
  const passed = 'Authentication-Results: mx.example; dmarc=pass header.from=gmail.com\r\n'
  const attendee = 'claude.bernard@gmail.com'
  const no = reply(session, 'DECLINED', { from: 'eve@gmail.com', attendee })
  expect(await world.arrives(CLAUDE, passed + no)).toEqual({ state: 'waiting', why: 'unverified' })
  expect(await arrives(world, { from: 'eve@gmail.com', method: 'REQUEST', event: foreign() })).toEqual({
    state: 'ignored',
    why: 'not-for-us',
  })
})

test('a decline or a proposal with two addresses in From waits', async () => {
  const { world, session } = await invited()
  const propose = { propose: { start: at('2027-03-23T10:00Z'), end: at('2027-03-23T10:30Z') } }
  for (const from of [`${CLAUDES}, eve@elsewhere.example`, `eve@elsewhere.example, ${CLAUDES}`])
    for (const answer of ['DECLINED', propose] as const)
      expect(await world.arrives(CLAUDE, reply(session, answer, { from }))).toEqual({
        state: 'waiting',
        why: 'unverified',
      })
  expect((await world.session(session.id)).version).toBe(session.version)
})

test('of a mail with a large logo the words are shown and the answer counts, wherever the logo stands', async () => {
  for (const logo of [150_000, 3_000_000]) {
    const { world, session } = await invited()
    expect(await arrives(world, { from: CLAUDES, words: WORDS, logo })).toEqual({
      state: 'waiting',
      why: 'prose',
    })
    expect((await lastKept()).reading).toContain(WORDS)

    const event = answering(session, 'ACCEPTED')
    expect(await arrives(world, { from: CLAUDES, method: 'REPLY', event, logo })).toEqual({
      state: 'applied',
      why: 'applied',
    })
    expect(inviteOf(await world.session(session.id), CLAUDE)?.partstat).toBe('ACCEPTED')
  }
})

test('of a mail that is all text its beginning is shown', async () => {
  const { world } = await invited()
  const words = `${WORDS}\r\n${'and so on\r\n'.repeat(20_000)}`
  expect(await arrives(world, { from: CLAUDES, words })).toEqual({ state: 'waiting', why: 'too-large' })
  expect((await lastKept()).reading).toContain(WORDS)
})

test('an out-of-office note leaves the day until which somebody is away', async () => {
  const { world } = await invited()
  const headers = ['Auto-Submitted: auto-replied']
  await arrives(world, { from: CLAUDES, words: 'I am away until 20 April 2027.', headers })
  const { state, reading } = await lastKept()
  expect({ state, ...JSON.parse(reading) }).toMatchObject({ state: 'ignored', awayUntil: '2027-04-20' })
  expect(reading).not.toContain('I am away')
})

test('a calendar without a mail around it is never an invite of ours that the mentor’s address takes', async () => {
  const { world, session } = await invited()
  expect((await world.arrives(TOM, plain(session, 'REQUEST'))).state).toBe('waiting')
  expect((await world.session(session.id)).version).toBe(session.version)
})

function arrives(world: World, said: Omit<SaidByMail, 'to' | 'at'>) {
  const raw = mailSaying({ to: addressOf(CLAUDE), at: '2027-03-15T08:00Z', ...said })
  return world.arrives(CLAUDE, raw.replaceAll('\r\n', '\n'))
}

/** The event of somebody else. */
function foreign(): readonly string[] {
  return ['UID:of-another-calendar', 'DTSTAMP:20270315T080000Z', 'DTSTART:20270325T090000Z', 'SUMMARY:x']
}

/** Our own invite, as it was sent. */
function ourOwn(session: Session): readonly string[] {
  return [
    `UID:${inviteOf(session, CLAUDE)?.uid}`,
    'DTSTAMP:20270315T080000Z',
    'DTSTART:20270322T100000Z',
    'DTEND:20270322T103000Z',
    `ORGANIZER:mailto:${addressOf(CLAUDE)}`,
    `ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:${CLAUDES}`,
  ]
}

function answering(session: Session, partstat: string, stamp = '20270315T080000Z'): readonly string[] {
  return [
    `UID:${inviteOf(session, CLAUDE)?.uid}`,
    'SEQUENCE:0',
    `DTSTAMP:${stamp}`,
    'DTSTART:20270322T100000Z',
    'DTEND:20270322T103000Z',
    `ATTENDEE;PARTSTAT=${partstat}:MAILTO:${CLAUDES}`,
  ]
}

function countering(session: Session) {
  const event = [
    ...answering(session, 'TENTATIVE').filter((line) => !/^DT(?:START|END)/.test(line)),
    ...['DTSTART:20270323T100000Z', 'DTEND:20270323T103000Z', 'COMMENT:I fly on Monday.'],
  ]
  return { from: CLAUDES, method: 'COUNTER', event }
}

async function lastKept(): Promise<{ id: string; state: string; session_id: string; reading: string }> {
  const { results } = await env.DB.prepare(
    'SELECT id, state, session_id, reading FROM received ORDER BY rowid DESC LIMIT 1',
  ).all<{ id: string; state: string; session_id: string; reading: string }>()
  const [row] = results
  if (!row) throw new Error('nothing was kept')
  return row
}
