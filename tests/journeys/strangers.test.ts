import { expect, test } from 'vitest'

import { addresses } from '../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../worker/domain/ids.ts'
import { DEFAULT_POLICY, JUST_OPENED } from '../../worker/domain/programme/programme.ts'
import { inviteOf } from '../../worker/domain/session/session.ts'
import { instant } from '../../worker/domain/time/time.ts'
import { findItems } from '../../worker/domain/today/items.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { hasWaitingAnswer } from '../../worker/storage/mail/received.ts'
import { dropOldStrangers } from '../../worker/storage/mail/strangers.ts'
import { insertMembership } from '../../worker/storage/people/membership.ts'
import { findPerson } from '../../worker/storage/people/person.ts'
import { findMorning } from '../../worker/storage/today/morning.ts'
import { signedIn } from '../support/client.ts'
import { insertPerson, insertProgramme } from '../support/insert-rows.ts'
import { CLAUDE, NADIA, northwind, ODILE, TOM } from '../support/northwind.ts'
import { costOf } from '../support/query-cost.ts'
import { describedBody } from '../support/response-shapes.ts'
import { signedInBrowser } from '../support/signed-in-browser.ts'
import { aPerson } from '../support/situations.ts'

type World = Awaited<ReturnType<typeof northwind>>

test('two hundred and ten junk mails do not hide the one real answer', async () => {
  const world = await northwind()
  await junk(world, 105)
  await arrives(world, 'odile@northwind.example', 'Thursday 18 March at 16:00 would do.')
  await junk(world, 105, 105)

  const items = await onToday(world)
  expect(items.map(({ kind, count }) => [kind, count])).toEqual([
    ['answer-waiting', undefined],
    ['strangers', 210],
  ])
  const nadia = await signedInBrowser(world.platform, NADIA)
  const today = await (await nadia.get('/today')).text()
  expect(today).toContain('210 emails')
  expect(today.indexOf('An answer needs a person to look at it')).toBeLessThan(today.indexOf('210 emails'))

  const api = await signedIn(world.platform, await who(world))
  const answer = Object(describedBody('GET /api/v1/today', await api.get('/api/v1/today')))
  expect(answer.items.at(-1)).toMatchObject({ kind: 'strangers', count: 210, key: 'strangers:prg_northwind' })
  expect(answer.more).toEqual([])
})

test('the page folds strangers by sender, the last to write first, and each mail can still be read', async () => {
  const world = await northwind()
  await junk(world, 6)
  world.setNow('2027-03-15T08:01Z')
  await arrives(world, 'x@other.example', 'I am Claude, from my own address.')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get('/today/strangers')).text()

  expect(page).toContain('7 emails from addresses that nobody in this programme has')
  const [path = ''] = /\/received\/rcv_\w+/.exec(page) ?? []
  expect(
    [...page.matchAll(/(\d+) from ([^<]+)</g)].map(([, count, from]) => `${count} ${from}`).toSorted(),
  ).toEqual(['1 x@other.example', ...[0, 1, 2].map((number) => `2 junk${number}@junk.example`)])
  // Whoever wrote last comes first.
  expect(await (await nadia.get(path)).text()).toContain('I am Claude, from my own address.')
})

test.each([
  ['an address of a member', 'tom@northwind.example'],
  ['a colleague in the mail domain of a member', 'nobody.yet@northwind.example'],
  ['an address written in capitals', 'Odile@Northwind.Example'],
])('%s is known', async (_, from) => {
  const world = await northwind()
  await arrives(world, from, 'Hello')
  expect((await onToday(world)).map(({ kind }) => kind)).toEqual(['answer-waiting'])
})

test('a mail that names an event of ours is known, whoever sends it', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  const { uid = '' } = inviteOf(session, CLAUDE) ?? {}
  await world.arrives(CLAUDE, declined(uid, 'somebody@elsewhere.example'))
  await world.arrives(CLAUDE, declined('no-event-of-ours', 'other@elsewhere.example'))
  expect((await onToday(world)).map(({ kind, count }) => [kind, count])).toEqual([
    ['answer-waiting', undefined],
    ['strangers', 1],
  ])
})

test('at a public mail provider only the address of a member is known', async () => {
  const world = await northwind({ people: { [CLAUDE]: { email: 'claude.bernard@gmail.com' } } })
  await arrives(world, 'claude.bernard@gmail.com', 'It is me')
  await arrives(world, 'prize.for.you@gmail.com', 'You have won')
  expect((await onToday(world)).map(({ kind, count }) => [kind, count])).toEqual([
    ['answer-waiting', undefined],
    ['strangers', 1],
  ])
})

test('whoever joins later is known from then on, with all that is kept', async () => {
  const world = await northwind()
  await arrives(world, 'eve@newcomer.example', 'I answer for Mr Bernard now')
  await arrives(world, 'desk@newcomer.example', 'So do I')
  await junk(world, 1)
  expect((await onToday(world)).map(({ kind, count }) => [kind, count])).toEqual([['strangers', 3]])

  const { db, now } = world.platform
  const eve = aPerson('per_eve', {
    name: 'Eve Roy',
    email: 'eve@newcomer.example',
    replyAddress: 'eve@reply.example',
  })
  const joining = { programmeId: 'prg_northwind', personId: eve.id, role: 'assistant' } as const
  await inOneBatch(db, [
    ...(await insertPerson(world.platform, eve, now())),
    ...insertMembership(db, joining, now()),
  ])
  expect((await onToday(world)).map(({ kind, count }) => [kind, count])).toEqual([
    ['answer-waiting', undefined],
    ['answer-waiting', undefined],
    ['strangers', 1],
  ])
})

test('two hundred are kept for thirty days, of each sender the newest first, and all that came stays in the count', async () => {
  const world = await northwind()
  await arrives(world, 'odile@northwind.example', 'I am kept')
  await arrives(world, 'old.friend@elsewhere.example', 'It is me, from home')
  await junk(world, 203)
  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get('/today/strangers')).text()
  expect(page).toContain('old.friend@elsewhere.example')
  expect(page).toContain('204 emails from addresses')
  expect(page).toContain('4 more are no longer kept.')
  expect([...page.matchAll(/\/received\/rcv_/g)]).toHaveLength(200)

  world.setNow('2027-04-15T08:00Z')
  await dropOldStrangers(world.platform.db, world.platform.now())
  expect((await onToday(world)).map(({ kind, count }) => [kind, count])).toEqual([
    ['answer-waiting', undefined],
    ['strangers', 204],
  ])
  const again = await signedInBrowser(world.platform, NADIA)
  const later = await (await again.get('/today/strangers')).text()
  expect(later).toContain('204 more are no longer kept.')
  expect(later).not.toContain('/received/rcv_')
})

test('what strangers send costs Today no more rows, however much it was', async () => {
  const world = await northwind()
  await junk(world, 200)
  const few = await costOf(world.platform, (platform) => findMorning(platform, 'prg_northwind'))
  await junk(world, 150, 200)
  const many = await costOf(world.platform, (platform) => findMorning(platform, 'prg_northwind'))
  expect((await onToday(world))[0]).toMatchObject({ kind: 'strangers', count: 350 })
  expect(many.calls).toBe(1)
  expect(Math.abs(many.rowsRead - few.rowsRead)).toBeLessThanOrEqual(15)
})

test('the mails of one sender are settled at once, and those of all, with their words', async () => {
  const world = await northwind()
  await junk(world, 6)
  await arrives(world, 'odile@northwind.example', 'I stay')
  const nadia = await signedInBrowser(world.platform, NADIA)
  const seen = fieldsOf(await (await nadia.get('/today/strangers')).text())
  const one = await nadia.post('/today/strangers', { ...seen, sender: 'junk1@junk.example' })
  expect(await one.text()).toContain('Dismissed.')
  expect((await onToday(world)).map(({ kind, count }) => [kind, count])).toEqual([
    ['answer-waiting', undefined],
    ['strangers', 4],
  ])

  // What comes after the page was opened is not settled by it.
  world.setNow('2027-03-15T08:01Z')
  await arrives(world, 'late@junk.example', 'Later')
  for (const press of [1, 2]) {
    expect({ press, status: (await nadia.post('/today/strangers', seen)).status }).toEqual({
      press,
      status: 200,
    })
    expect((await onToday(world)).map(({ kind, count }) => [kind, count])).toEqual([
      ['answer-waiting', undefined],
      ['strangers', 1],
    ])
  }
  const { results } = await world.platform.db.run(
    `SELECT sender, reading FROM received WHERE state = 'settled'`,
  )
  expect(results).toHaveLength(6)
  expect(JSON.stringify(results)).not.toContain('junk')
})

test('all are settled by the API too, with those that are not kept; a mail that was settled before stays so', async () => {
  const world = await northwind()
  await junk(world, 203)
  const api = await signedIn(world.platform, await who(world))
  const settle = { key: 'strangers:prg_northwind', until: null }
  expect((await api.post('/api/v1/today/snoozes', settle)).status).toBe(201)
  expect(await onToday(world)).toEqual([])
  expect((await api.post('/api/v1/today/snoozes', settle)).status).toBe(404)

  await arrives(world, 'odile@northwind.example', 'Settled twice')
  const [line] = await onToday(world)
  const once = { key: `answer-waiting:${line?.receivedId}`, until: null }
  for (const press of [1, 2])
    expect({ press, status: (await api.post('/api/v1/today/snoozes', once)).status }).toEqual({
      press,
      status: 201,
    })
  expect(await onToday(world)).toEqual([])
})

test('strangers’ line is put off to a day like any other', async () => {
  const world = await northwind()
  await junk(world, 2)
  const api = await signedIn(world.platform, await who(world))
  const later = { key: 'strangers:prg_northwind', until: '2027-03-18' }
  expect((await api.post('/api/v1/today/snoozes', later)).status).toBe(201)
  expect(await onToday(world)).toEqual([])
  world.setNow('2027-03-18T08:00Z')
  expect(await onToday(world)).toHaveLength(1)
})

test('of many known mails Today shows some, says how many more, and a page has them all', async () => {
  const world = await northwind()
  for (let index = 0; index < 203; index += 1) {
    world.setNow(new Date(instant(Date.parse('2027-03-15T08:00Z') + index * 60_000)).toISOString())
    await arrives(world, 'odile@northwind.example', `Mail ${index}`)
  }
  const nadia = await signedInBrowser(world.platform, NADIA)
  const today = await (await nadia.get('/today')).text()
  expect(today).toContain('203 things need you.')
  expect(today).toContain('178 more of this kind:')
  expect(linksIn(today)).toHaveLength(25)

  const seen = new Set<string>()
  let path: string | undefined = '/today?kind=answer-waiting'
  while (path) {
    const page: string = await (await nadia.get(path)).text()
    for (const link of linksIn(page)) seen.add(link)
    path = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen.size).toBe(203)

  const api = await signedIn(world.platform, await who(world))
  const part = Object(describedBody('GET /api/v1/today', await api.get('/api/v1/today')))
  expect([part.items.length, part.more]).toEqual([200, [{ kind: 'answer-waiting', count: 3 }]])
  const all = Object((await api.get('/api/v1/today?kind=answer-waiting')).body)
  expect([all.items.length, all.more]).toEqual([203, []])

  // One that Today does not show can be settled all the same.
  const { key } = all.items.at(-1)
  expect((await api.post('/api/v1/today/snoozes', { key, until: null })).status).toBe(201)
  const rest = Object((await api.get('/api/v1/today?kind=answer-waiting')).body)
  expect(rest.items).toHaveLength(202)
})

test('a mail from somebody whom another programme of its addressee knows waits there alone', async () => {
  const world = await withOther()
  await arrives(world, 'eve@newcomer.example', 'About our other programme')
  expect(await onToday(world)).toEqual([])
  expect((await onToday(world, 'prg_other')).map(({ kind }) => kind)).toEqual(['answer-waiting'])

  await junk(world, 2)
  expect((await onToday(world)).map(({ kind, count }) => [kind, count])).toEqual([['strangers', 2]])
  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get('/today/strangers')).text()
  expect(page).not.toContain('eve@newcomer.example')
  expect((await nadia.post('/today/strangers', fieldsOf(page))).status).toBe(200)
  expect(await onToday(world)).toEqual([])
  const { results } = await world.platform.db.run(`SELECT sender FROM received WHERE state = 'waiting'`)
  expect(results).toEqual([{ sender: 'eve@newcomer.example' }])
})

test('junk to others of one programme deletes nothing that another knows, nor does the time', async () => {
  const world = await withOther()
  await arrives(world, 'eve@newcomer.example', 'About our other programme')
  await junk(world, 203, 0, TOM)
  const kept = async () => (await onToday(world, 'prg_other')).map(({ kind }) => kind)
  expect(await kept()).toContain('answer-waiting')

  world.setNow('2027-04-15T08:00Z')
  await junk(world, 1, 203, TOM)
  await dropOldStrangers(world.platform.db, world.platform.now())
  expect(await kept()).toContain('answer-waiting')
})

test('a mail of two authors has its own line where one of them is known, and is never capped', async () => {
  const world = await northwind()
  for (const [index, from] of [
    '<claude@northwind.example>, <odile@northwind.example>',
    '<a@junk.example>, <tom@northwind.example>',
    '<a@junk.example>, <b@junk.example>',
  ].entries())
    await world.arrives(
      CLAUDE,
      `From: ${from}\nSubject: We\nMessage-ID: <two${index}@x.example>\n\nBoth of us`,
    )
  await junk(world, 203)
  expect((await onToday(world)).map(({ kind, count }) => [kind, count])).toEqual([
    ['answer-waiting', undefined],
    ['answer-waiting', undefined],
    ['strangers', 204],
  ])
})

test.each(['claude@xn--bcher-kva.example', 'claude@bücher.example', 'colleague@xn--bcher-kva.example'])(
  '%s is known where the address was stored in its own letters',
  async (from) => {
    const world = await northwind()
    const { db } = world.platform
    await db.insert(addresses).values({ address: 'claude@bücher.example', personId: CLAUDE })
    await arrives(world, from, 'Thursday 18 March at 16:00 would do.')
    await junk(world, 1)
    expect((await onToday(world)).map(({ kind }) => kind)).toEqual(['answer-waiting', 'strangers'])
  },
)

test('what he says from an address in its own letters waits as his answer', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  await world.platform.db.insert(addresses).values({ address: 'claude@bücher.example', personId: CLAUDE })
  await arrives(world, 'claude@xn--bcher-kva.example', 'Could we talk?')
  expect(await hasWaitingAnswer(world.platform.db, { id: session.pairingId, mentorId: TOM })).toBe(true)
})

test('mails without a single author are strangers’, folded as one and capped like theirs, unless they name an event of ours', async () => {
  const world = await northwind()
  const session = await world.fixed('2027-03-22T10:00Z')
  const { uid = '' } = inviteOf(session, CLAUDE) ?? {}
  const two = 'From: <a@junk.example>, <b@junk.example>'
  const without = (head: string, index: number) =>
    `${head}Subject: Won\nMessage-ID: <n${index}@junk.example>\n\nYou have won`
  for (let index = 0; index < 202; index += 1)
    await world.arrives(CLAUDE, without(index % 2 ? '' : `${two}\n`, index))
  await world.arrives(CLAUDE, declined(uid, 'x@junk.example').replace(/^From: .*/, two))
  expect((await onToday(world)).map(({ kind, count }) => [kind, count])).toEqual([
    ['answer-waiting', undefined],
    ['strangers', 202],
  ])
  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get('/today/strangers')).text()
  expect(page).toContain('200 from no single sender')
  expect(page).toContain('2 more are no longer kept.')
  expect((await nadia.post('/today/strangers', { ...fieldsOf(page), sender: 'unnamed' })).status).toBe(200)
  expect(await (await nadia.get('/today/strangers')).text()).not.toContain('no single sender')
})

test('another manager’s programme does not see them, and settles none', async () => {
  const world = await northwind()
  await junk(world, 2)
  const odile = await signedInBrowser(world.platform, ODILE)
  expect((await odile.get('/today/strangers')).ok).toBe(false)
  const nadia = await signedInBrowser(world.platform, NADIA)
  const seen = { ...fieldsOf(await (await nadia.get('/today/strangers')).text()), programmeId: 'prg_other' }
  expect((await nadia.post('/today/strangers', seen)).status).toBe(404)
  expect(await onToday(world)).toHaveLength(1)
})

async function who({ platform }: World) {
  const nadia = await findPerson(platform.db, NADIA)
  if (!nadia) throw new Error('no Nadia')
  return nadia
}

async function onToday({ platform }: World, programmeId: ProgrammeId = 'prg_northwind') {
  const morning = await findMorning(platform, programmeId)
  const kinds = ['answer-waiting', 'strangers']
  return morning ? findItems(morning).filter(({ kind }) => kinds.includes(kind)) : []
}

/** Claude is in another programme too, where Eve is known. */
async function withOther(): Promise<World> {
  const world = await northwind()
  const { db, now } = world.platform
  const other = {
    ...JUST_OPENED,
    id: 'prg_other',
    name: 'Other',
    shortName: 'Other',
    policy: DEFAULT_POLICY,
  } as const
  const email = 'eve@newcomer.example'
  const eve = aPerson('per_eve', { name: 'Eve Roy', email, replyAddress: 'eve@reply.example' })
  const member = (personId: `per_${string}`, role: 'mentor' | 'executive') =>
    insertMembership(db, { programmeId: other.id, personId, role }, now())
  const made = await inOneBatch(db, [
    ...insertProgramme(db, { ...other, version: 1 }, now()),
    ...(await insertPerson(world.platform, eve, now())),
    ...member(eve.id, 'mentor'),
    ...member(CLAUDE, 'executive'),
  ])
  expect(made.ok).toBe(true)
  return world
}

/** From three senders in turn. */
async function junk(world: World, count: number, from = 0, to: PersonId = CLAUDE): Promise<void> {
  for (let index = from; index < from + count; index += 1)
    await arrives(world, `junk${index % 3}@junk.example`, `You have won number ${index}`, to)
}

let mails = 0

function arrives(world: World, from: string, text: string, to: PersonId = CLAUDE) {
  mails += 1
  return world.arrives(
    to,
    `From: Somebody <${from}>
To: sotto-claude@reply.sotto.example
Subject: Mail number ${mails}
Message-ID: <${mails}@mails.example>
Content-Type: text/plain; charset=utf-8

${text}
`,
  )
}

function declined(uid: string, from: string): string {
  return `From: <${from}>
To: sotto-claude@reply.sotto.example
Subject: No
Message-ID: <${uid}${from}>
MIME-Version: 1.0
Content-Type: text/calendar; charset=utf-8; method=REPLY

BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Test//EN
METHOD:REPLY
BEGIN:VEVENT
UID:${uid}
SEQUENCE:0
DTSTAMP:20270315T070000Z
DTSTART:20270322T100000Z
ATTENDEE;PARTSTAT=DECLINED:mailto:claude@northwind.example
END:VEVENT
END:VCALENDAR
`
}

function linksIn(page: string): readonly string[] {
  return [...page.matchAll(/class="button quiet" href="(\/received\/rcv_\w+)"/g)].map(([, link = '']) => link)
}

/** The hidden fields of “settle all”. */
function fieldsOf(page: string): Readonly<Record<string, string>> {
  const [form = ''] = /<form[^>]*action="\/today\/strangers"[^]*?<\/form>/.exec(page) ?? []
  return Object.fromEntries(
    [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
}
