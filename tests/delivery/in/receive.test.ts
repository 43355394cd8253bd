import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { cancelSession } from '../../../worker/actions/session/cancel.ts'
import { moveSession } from '../../../worker/actions/session/move.ts'
import { receive } from '../../../worker/delivery/in/receive.ts'
import { inviteOf, type Session } from '../../../worker/domain/session/session.ts'
import { writeProse } from '../../../worker/http/dev/reply.ts'
import { CLAUDES, plain, reply } from '../../support/claudes-mails.ts'
import { addressOf, CLAUDE, NADIA, ODILE, TOM, invited } from '../../support/northwind.ts'
import { at, between } from '../../support/times.ts'

type World = Awaited<ReturnType<typeof invited>>['world']

const BY = { id: NADIA, door: 'manager' } as const

test('accepted by his calendar, the answer counts for him', async () => {
  const { world, session } = await invited()
  expect(await world.arrives(CLAUDE, reply(session, 'ACCEPTED'))).toEqual({
    state: 'applied',
    why: 'applied',
  })
  expect(await answered(world, session)).toMatchObject({
    partstat: 'ACCEPTED',
    answer: { byId: CLAUDE, via: 'calendar' },
  })
})

test('the same mail twice, or the same answer in two mails, is one answer', async () => {
  const { world, session } = await invited()
  const mail = reply(session, 'ACCEPTED', { messageId: '<one@calendar.example>' })
  await world.arrives(CLAUDE, mail)
  const { version } = await world.session(session.id)
  expect(await world.arrives(CLAUDE, mail)).toEqual({ state: 'applied', why: 'received-before' })
  expect(await world.arrives(CLAUDE, reply(session, 'ACCEPTED'))).toMatchObject({ state: 'applied' })
  expect((await world.session(session.id)).version).toBe(version)
  expect(await kept()).toHaveLength(2)
})

test('an answer to an older revision is history, and never counts for the new time', async () => {
  const { world, session } = await invited()
  const late = reply(session, 'DECLINED')
  await moveSession(
    world.platform,
    session.id,
    { start: at('2027-03-23T10:00Z'), minutes: null, reason: null },
    BY,
  )
  await world.deliver()
  expect(await world.arrives(CLAUDE, late)).toEqual({ state: 'history', why: 'stale-sequence' })
  expect(await answered(world, session)).toMatchObject({ partstat: 'NEEDS-ACTION', sequence: 1 })
})

test('of two answers the newer stamp counts, in whichever order they arrive; a stamp of the future is as of its arrival', async () => {
  const { world, session } = await invited()
  world.setNow('2027-03-15T09:00Z')
  await world.arrives(CLAUDE, reply(session, 'DECLINED', { stamped: at('2027-03-15T08:40Z') }))
  expect(
    await world.arrives(CLAUDE, reply(session, 'ACCEPTED', { stamped: at('2027-03-15T08:20Z') })),
  ).toEqual({
    state: 'history',
    why: 'superseded',
  })
  expect(await answered(world, session)).toMatchObject({ partstat: 'DECLINED' })

  await world.arrives(CLAUDE, reply(session, 'TENTATIVE', { stamped: at('2099-01-01T00:00Z') }))
  world.setNow('2027-03-15T09:05Z')
  await world.arrives(CLAUDE, reply(session, 'ACCEPTED', { stamped: at('2027-03-15T09:04Z') }))
  expect(await answered(world, session)).toMatchObject({ partstat: 'ACCEPTED' })
})

test('accepted and then declined at the very same moment, the one that came last counts', async () => {
  const { world, session } = await invited()
  await world.arrives(CLAUDE, reply(session, 'ACCEPTED'))
  await world.arrives(CLAUDE, reply(session, 'DECLINED'))
  expect(await answered(world, session)).toMatchObject({ partstat: 'DECLINED' })
})

test('who may answer: the person, an alias, the assistant; a yes from anywhere; a no from elsewhere waits', async () => {
  const people = { [CLAUDE]: { aliases: ['cfo@northwind.example'] } }
  const tries = [
    { from: CLAUDES, partstat: 'DECLINED', state: 'applied', by: CLAUDE },
    { from: 'cfo@northwind.example', partstat: 'DECLINED', state: 'applied', by: CLAUDE },
    { from: 'CFO@Northwind.Example', partstat: 'DECLINED', state: 'applied', by: CLAUDE },
    { from: 'odile@northwind.example', partstat: 'DECLINED', state: 'applied', by: ODILE },
    { from: 'phone@elsewhere.example', partstat: 'ACCEPTED', state: 'applied', by: null },
    { from: 'phone@elsewhere.example', partstat: 'TENTATIVE', state: 'applied', by: null },
    { from: 'phone@elsewhere.example', partstat: 'DECLINED', state: 'waiting', by: null },
    { from: 'desk@northwind.example', partstat: 'DECLINED', state: 'waiting', by: null },
  ] as const
  for (const { from, partstat, state, by } of tries) {
    const { world, session } = await invited({ people })
    const settled = await world.arrives(CLAUDE, reply(session, partstat, { from }))
    expect(settled.state, `${partstat} from ${from}`).toBe(state)
    const { answer } = await answered(world, session)
    expect(answer && { by: answer.byId }, from).toEqual(state === 'applied' ? { by } : null)
  }
})

test('a no from his own mail domain counts where our receiver vouches for it, and not where the mail says so itself', async () => {
  const vouched = (authority: string) =>
    `Authentication-Results: ${authority}; dmarc=pass header.from=northwind.example\r\n`
  for (const [authority, state] of [
    ['mx.example', 'applied'],
    ['mx.forged.example', 'waiting'],
  ] as const) {
    const { world, session } = await invited()
    const mail = vouched(authority) + reply(session, 'DECLINED', { from: 'desk@northwind.example' })
    expect(await world.arrives(CLAUDE, mail)).toMatchObject({ state })
  }
})

test('a forwarded invite, another person’s event, an address we never gave out: nothing changes', async () => {
  const { world, session } = await invited()
  const forwarded = reply(session, 'DECLINED', {
    from: 'friend@elsewhere.example',
    attendee: 'friend@elsewhere.example',
  })
  expect(await world.arrives(CLAUDE, forwarded)).toEqual({ state: 'waiting', why: 'forwarded' })
  expect(await world.arrives(TOM, reply(session, 'DECLINED'))).toMatchObject({
    state: 'waiting',
    why: 'unknown-event',
  })
  const nowhere = {
    to: 'sotto-nobody@reply.sotto.example',
    raw: bytes(reply(session, 'DECLINED')),
    receiver: null,
  }
  expect(await receive(world.platform, nowhere)).toEqual({ state: 'ignored', why: 'unknown-address' })

  expect(await answered(world, session)).toMatchObject({ partstat: 'NEEDS-ACTION' })
  expect(await kept()).toHaveLength(2)
})

test('the secret address is read in whichever case it is written', async () => {
  const { world, session } = await invited()
  const mail = { to: addressOf(CLAUDE).toUpperCase(), raw: bytes(reply(session, 'ACCEPTED')), receiver: null }
  expect(await receive(world.platform, mail)).toMatchObject({ state: 'applied' })
})

test('requests and cancels from outside change nothing; plain words wait for a human, with the text', async () => {
  const { world, session } = await invited()
  for (const method of ['REQUEST', 'CANCEL', 'PUBLISH', 'ADD', 'DECLINECOUNTER']) {
    const mail = plain(session, method)
    expect((await world.arrives(CLAUDE, mail)).state, method).not.toBe('applied')
  }
  const words = {
    words: 'Could we do the week after?',
    at: at('2027-03-15T08:00Z'),
    messageId: '<words@mail.example>',
  }
  const prose = writeProse({ name: 'Odile', address: 'odile@northwind.example' }, addressOf(CLAUDE), words)
  expect(await world.arrives(CLAUDE, prose)).toEqual({ state: 'waiting', why: 'prose' })
  expect(JSON.stringify((await kept()).at(-1))).toContain('Could we do the week after?')
  expect(await answered(world, session)).toMatchObject({ partstat: 'NEEDS-ACTION' })
})

test('a “new” time that is the present one proposes nothing: what he answers with it counts', async () => {
  const { world, session } = await invited()
  const again = plain(session, 'COUNTER').replace('SEQUENCE:7', 'SEQUENCE:0\nDTSTART:20270322T100000Z')

  expect(await world.arrives(CLAUDE, again)).toEqual({ state: 'applied', why: 'applied' })
  expect(await answered(world, session)).toMatchObject({ partstat: 'DECLINED' })
  expect((await world.session(session.id)).proposals).toEqual([])
})

test('an answer to one of a series, which we never send, waits for a human', async () => {
  const { world, session } = await invited()
  for (const mail of [
    reply(session, 'ACCEPTED'),
    reply(session, 'DECLINED'),
    reply(session, { propose: between('2027-03-23T10:00Z', '2027-03-23T10:30Z') }),
  ]) {
    expect(await world.arrives(CLAUDE, ofASeries(mail))).toEqual({ state: 'waiting', why: 'one-of-a-series' })
  }
  expect(await answered(world, session)).toMatchObject({ partstat: 'NEEDS-ACTION', answer: null })
  expect((await world.session(session.id)).proposals).toEqual([])
})

test('out of office is no answer', async () => {
  const { world, session } = await invited()
  const words = { words: 'I am away.', at: at('2027-03-15T08:00Z'), messageId: '<away@mail.example>' }
  const away = writeProse({ name: 'Claude', address: CLAUDES }, addressOf(CLAUDE), words)
  expect(await world.arrives(CLAUDE, `Auto-Submitted: auto-replied\r\n${away}`)).toMatchObject({
    state: 'ignored',
  })
  expect(await answered(world, session)).toMatchObject({ partstat: 'NEEDS-ACTION' })
})

test('a calendar that asks for the event as it stands gets it, at its sequence, and nobody else does', async () => {
  const { world, session } = await invited()
  await world.deliver()
  const before = world.sent.length
  await world.arrives(CLAUDE, plain(session, 'REFRESH'))
  await world.deliver()
  expect(world.sent.slice(before).map(({ to }) => to)).toEqual([CLAUDES])
  expect((await world.session(session.id)).invites.map(({ sequence }) => sequence)).toEqual([0, 0])
})

test('after the end, and after a cancellation, an answer is history', async () => {
  const { world, session } = await invited()
  world.setNow('2027-03-22T10:30Z')
  expect(await world.arrives(CLAUDE, reply(session, 'DECLINED'))).toEqual({
    state: 'history',
    why: 'already-over',
  })

  const other = await invited()
  await cancelSession(other.world.platform, other.session.id, { reopen: false }, BY)
  expect(await other.world.arrives(CLAUDE, reply(other.session, 'ACCEPTED'))).toMatchObject({
    state: 'history',
  })
})

test('malformed mail waits for a human or is ignored, and never throws', async () => {
  const { world } = await invited()
  const rubbish = [
    '',
    '\u0000',
    'BEGIN:VCALENDAR',
    `Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n'.repeat(3000)}`,
  ]
  for (const text of rubbish)
    expect(['waiting', 'ignored']).toContain((await world.arrives(CLAUDE, text)).state)
})

/** The same mail as an answer to one event of a series; its calendar part is base64. */
function ofASeries(mail: string): string {
  const [encoded = ''] = /(?<=text\/calendar[\s\S]*?\r?\n\r?\n)[\w+/=\s]+/.exec(mail) ?? []
  const calendar = Buffer.from(encoded, 'base64').toString()
  const changed = calendar.replace('SEQUENCE:', 'RECURRENCE-ID:20270322T100000Z\r\nSEQUENCE:')
  if (changed === calendar) throw new Error('no calendar in this mail')
  return mail.replace(encoded, `${btoa(changed)}\r\n`)
}

async function answered(world: World, { id }: Session) {
  const invite = inviteOf(await world.session(id), CLAUDE)
  if (!invite) throw new Error('not invited')
  return invite
}

async function kept(): Promise<readonly unknown[]> {
  return (await env.DB.prepare('SELECT class, state, why, reading FROM received ORDER BY rowid').all())
    .results
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
