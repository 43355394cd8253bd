import { env } from 'cloudflare:workers'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { offers, outcomes, pairings, proposals } from '../../schema/index.ts'
import { stopAddress } from '../../worker/actions/letter/stop-address.ts'
import { changePairing } from '../../worker/actions/pairing/change.ts'
import { answerPulse } from '../../worker/actions/pairing/pulse.ts'
import { writeNote } from '../../worker/actions/pairing/write-note.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import { readGuide } from '../../worker/actions/people/read-guide.ts'
import { closeProgramme } from '../../worker/actions/programme/close.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { putBusyFeed } from '../../worker/storage/feed/busy-feed.ts'
import { insertReceived } from '../../worker/storage/mail/received.ts'
import { findPairing } from '../../worker/storage/pairing/pairing.ts'
import { listTracks } from '../../worker/storage/path/track.ts'
import { insertMembership } from '../../worker/storage/people/membership.ts'
import { findTotals } from '../../worker/storage/programme/close.ts'
import { aFile, brought, confirmed } from '../support/imports.ts'
import { aLoggedSession } from '../support/logged-session.ts'
import {
  aPersonIn,
  asManager,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

const NIGHT = '23 2 * * *'
/** What the purge must remove: names, addresses, numbers, words. */
const GONE = [
  ...['Leroy', 't.leroy', 'Bernard', 'c.bernard', 'claude@elsewhere', 'Martin', 'o.martin'],
  ...['+33 1 23 45', 'Answer one question', 'agreed', 'Rather never'],
  ...['Only from Oslo', 'Spare him half an hour'],
  ...['of-no-use', 'full-week'],
]
/** A reason, a manager’s words with an offer and “of no use” go after thirty days already. */
const SOONER = ['agreed', 'Spare him half an hour', 'of-no-use']

test('before its day nothing is purged', async () => {
  const world = await closed()
  world.now('2027-06-13T02:23Z')
  await runCron(world.platform, NIGHT)
  expect(await found()).toEqual(GONE.filter((each) => !SOONER.includes(each)))
  // Sealed: its row can be found, and no word of it.
  const { pairing_notes: notes, busy_feeds: calendars } = await contents()
  expect([notes, calendars]).toEqual([
    expect.objectContaining({ length: 1 }),
    expect.objectContaining({ length: 1 }),
  ])
})

test('in the night of its day every name, address and word is purged from every table; a second run changes nothing', async () => {
  const world = await closed()
  world.now('2027-06-14T02:23Z')
  expect(await runCron(world.platform, NIGHT)).toMatchObject({ counts: { purge: 1 }, failed: [] })
  expect(await found()).toEqual([])
  expect((await contents())['guide_reads']).toEqual([])
  expect((await contents())['imports']).toEqual([])
  expect((await contents())['pairing_notes']).toEqual([])
  expect((await contents())['busy_feeds']).toEqual([])

  const after = await contents()
  expect((await runCron(world.platform, NIGHT)).counts).not.toHaveProperty('purge')
  await tick(world.platform)
  expect(await contents()).toEqual(after)
})

test('a mail that came after the closing goes with whoever wrote it', async () => {
  const world = await closed()
  const { platform, bernard } = world
  world.now('2027-06-10T09:00Z')
  const id = platform.newId('rcv')
  const reading = { class: 'none', text: 'Rather never', from: bernard.email }
  const mail = { id, fingerprint: id, at: platform.now(), personId: bernard.id, sessionId: null, reading }
  await insertReceived(platform.db, { ...mail, class: 'none', state: 'waiting', why: 'prose' })
  world.now('2027-06-14T02:23Z')
  await runCron(platform, NIGHT)
  expect(await found()).toEqual([])
})

test('which track a workshop followed goes with the purge', async () => {
  const world = await closed()
  const followed = async () => {
    const pairing = await findPairing(world.platform.db, world.pairing.id)
    return [pairing?.trackId ?? null, pairing?.track ?? null]
  }
  expect(await followed()).not.toContain(null)
  world.now('2027-06-14T02:23Z')
  await runCron(world.platform, NIGHT)
  expect(await followed()).toEqual([null, null])
})

test('totals, event codes and the manager stay', async () => {
  const world = await closed()
  const events = await count('events')
  const totals = (await contents())['totals']
  world.now('2027-06-14T02:23Z')
  await runCron(world.platform, NIGHT)
  expect(await findTotals(world.platform.db, world.northwind.id)).toMatchObject({ held: 1, minutes: 30 })
  expect(await count('events')).toBe(events)
  expect((await contents())['totals']).toEqual(totals)

  const nadia = await world.as(world.nadia)
  const pages = [`/pairings/${world.pairing.id}`, '/deliveries', `/programmes/${world.northwind.id}/closure`]
  for (const page of pages) expect((await nadia.get(page)).status, page).toBe(200)
  expect((await nadia.get(pages[0] ?? '')).body).toContain('deleted on Monday 14 June 2027')
})

test('a member of another open programme keeps name and address; the words of this one are purged', async () => {
  const world = await aWorld()
  const { fabrikam } = await fabrikamBeside(world)
  await lived(world)
  const { db, now } = world.platform
  const member = { programmeId: fabrikam.id, personId: world.bernard.id, role: 'executive' } as const
  have(await inOneBatch(db, insertMembership(db, member, now())))
  world.now('2027-06-14T02:23Z')
  await runCron(world.platform, NIGHT)
  expect(await found()).toEqual(['Bernard', 'c.bernard', 'claude@elsewhere'])
})

test('a purged letter cannot be sent again', async () => {
  const world = await closed()
  world.now('2027-06-14T02:23Z')
  await runCron(world.platform, NIGHT)
  const row = await env.DB.prepare('SELECT id FROM outbox WHERE session_id IS NOT NULL').first<{
    id: string
  }>()
  const nadia = await world.as(world.nadia)
  expect(await nadia.post(`/api/v1/deliveries/${row?.id}/retry`)).toMatchObject({
    status: 409,
    body: { error: { code: 'letter-overtaken' } },
  })
})

async function closed(): Promise<World> {
  const world = await aWorld()
  have(
    await confirmed(world, await brought(world, aFile('people', `email,unit\n${world.odile.email},Staff`))),
  )
  await lived(world)
  return world
}

/** They met outside the hours with a reason; a pulse answer, a mail, a number and an alias exist. Closed on 16 March. */
async function lived(world: World) {
  const { platform, nadia, bernard, odile, tom, pairing } = world
  const by = { id: nadia.id, door: 'manager' } as const
  const place = { kind: 'phone', number: '+33 1 23 45 67 89' } as const
  const [track] = await listTracks(platform.db, pairing.programmeId)
  const workshop = { kind: 'workshop', version: sql`version + 1` } as const
  await platform.db.update(pairings).set(workshop).where(eq(pairings.id, pairing.id))
  have(await changePairing(platform, pairing.id, { place, trackId: track?.id ?? null }, by))
  have(await writeNote(platform, pairing.id, 'Mind the pelican', by))
  const rules = { phone: '+33 1 23 45 67 80' }
  have(
    await changePerson(
      platform,
      bernard.id,
      { rules, aliases: ['claude@elsewhere.example'] },
      asManager(nadia),
    ),
  )
  const now = platform.now()
  const read = {
    assistantId: null,
    problem: null,
    busy: '',
    triedAt: now,
    readAt: now,
    etag: null,
    lastModified: null,
  }
  const feed = {
    personId: tom.id,
    url: 'https://calendar.example/t.leroy.ics',
    state: 'known',
    ...read,
  } as const
  have(await inOneBatch(platform.db, await putBusyFeed(platform, { ...feed, since: now })))
  await aPersonIn(settingOf(world), 'mentor', { name: 'Mia Rossi' })
  const met = await aLoggedSession(world, '2027-03-16T19:00Z', 'Answer one question')
  await readGuide(platform, tom.id)
  await runCron(platform, '* * * * *')
  const asked = { personId: bernard.id, via: 'calendar', at: now, state: 'waiting' } as const
  await platform.db.insert(proposals).values({
    ...{ id: platform.newId('ctr'), sessionId: met.id, startsAt: now, endsAt: now },
    ...{ ...asked, refusal: { reason: 'bad-length', minutes: 0 }, words: 'Only from Oslo' },
  })
  await platform.db.insert(offers).values({
    ...{ id: platform.newId('off'), sessionId: met.id, askedId: odile.id, status: 'expired' },
    ...{ heldUntil: now, madeAt: now, unansweredAt: now, words: 'Spare him half an hour' },
    ...{ whyNotSuited: 'of-no-use', whySaidBy: odile.id },
  })
  await platform.db.update(outcomes).set({ whyNotHeld: 'full-week' })
  const id = platform.newId('rcv')
  const reading = { class: 'none', text: 'Rather never', from: odile.email }
  const mail = { id, fingerprint: id, at: platform.now(), personId: bernard.id, sessionId: null, reading }
  await insertReceived(platform.db, { ...mail, class: 'none', state: 'waiting', why: 'prose' })
  const address = { address: odile.email, kind: 'permanent', detail: '5.1.1' } as const
  await stopAddress(platform, address)

  const wish = { id: platform.newId('req'), programmeId: world.northwind.id, cancelFixed: true }
  have(await closeProgramme(platform, wish, by))
  have(await answerPulse(platform, pairing.id, bernard.id, { worth: 'no', onward: 'pause' }))
  await runCron(platform, '* * * * *')
}

async function found(): Promise<readonly string[]> {
  const all = JSON.stringify(await contents())
  return GONE.filter((each) => all.includes(each))
}

/** All rows of all tables, except the access log, which holds only ids. */
async function contents(): Promise<Readonly<Record<string, unknown>>> {
  const { results } = await env.DB.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all<{
    name: string
  }>()
  // What was released to sponsors names its figures by the same codes, and nobody.
  const names = results.map(({ name }) => name).filter((name) => !/^_cf|^releases$/.test(name))
  const rows = await env.DB.batch(names.map((name) => env.DB.prepare(`SELECT * FROM ${name}`)))
  return Object.fromEntries(names.map((name, index) => [name, rows[index]?.results]))
}

async function count(table: 'events'): Promise<number> {
  const row = await env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>()
  return row?.n ?? -1
}
