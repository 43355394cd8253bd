import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { outbox, people } from '../../schema/index.ts'
import { NOT_OWED } from '../../worker/actions/clock/answer.ts'
import { subscribe } from '../../worker/actions/feed/subscribe.ts'
import { stopAddress } from '../../worker/actions/letter/stop-address.ts'
import { changePairing } from '../../worker/actions/pairing/change.ts'
import { writeNote } from '../../worker/actions/pairing/write-note.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import {
  eraseEverywhere,
  erasePerson,
  finishErasure,
  reapplyTombstones,
} from '../../worker/actions/people/erase.ts'
import { askQuestion } from '../../worker/actions/session/ask-question.ts'
import { keepForm } from '../../worker/actions/sign-in/keep-form.ts'
import type { LetterId, PersonId } from '../../worker/domain/ids.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { putBusyFeed } from '../../worker/storage/feed/busy-feed.ts'
import { sealLetter } from '../../worker/storage/letter/sealed.ts'
import { insertReceived } from '../../worker/storage/mail/received.ts'
import { insertMembership } from '../../worker/storage/people/membership.ts'
import { listTombstones } from '../../worker/storage/people/tombstone.ts'
import { dump, hits } from '../support/dump.ts'
import { aFile, brought } from '../support/imports.ts'
import { link } from '../support/links.ts'
import { aLoggedSession } from '../support/logged-session.ts'
import { storedLetters } from '../support/stored-letters.ts'
import {
  aFixedSession,
  aMentor,
  aManager,
  anOffer,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
  type World,
} from '../support/world.ts'
import { writes } from '../support/writes.ts'

/** Of tables whose words are sealed, those that the executive’s life here fills. */
const SEALED = ['questions', 'pairing_notes']

const MINUTELY = '* * * * *'
const NIGHT = '23 2 * * *'

/** Of Mr Bernard: names, addresses, numbers, and what was said of him and by him. */
const CANARIES = [
  ...['Claude Bernard', 'Bernard', 'c.bernard', 'claude@elsewhere.example'],
  ...['+33 1 23 45 67 89', 'Kestrel unit', 'Beware of the kestrel', 'Plant a narwhal'],
  ...['Only from Oslo', 'Spare him half an hour', 'Because of the walrus', 'Rather never'],
]

test('nothing of an executive is left: no name, address or word in any table', async () => {
  const world = await lived()
  expect(await missing(CANARIES)).toEqual([])
  // What is sealed cannot be found by its words, but its row can.
  for (const table of SEALED) expect((await dump())[table], table).toHaveLength(1)

  const erased = await erasePerson(world.platform, world.bernard.id, asManager(world.nadia))
  expect(erased).toMatchObject({ ok: true, value: { isErased: false, waitsFor: 2 } })
  const before = world.mails.length
  await runCron(world.platform, MINUTELY)
  expect(cancelled(world, before)).toEqual([world.bernard.email, world.tom.email].toSorted())
  world.now('2027-03-16T20:32Z')
  await runCron(world.platform, MINUTELY)

  expect(await hits(CANARIES)).toEqual([])
  for (const table of SEALED) expect((await dump())[table] ?? [], table).toEqual([])
  expect((await dump())['tombstones']).toMatchObject([
    { person_id: world.bernard.id, programme_id: '', by_id: world.nadia.id },
  ])
})

test('events, counts and what others wrote about themselves stay; a second time changes nothing', async () => {
  const world = await lived()
  const before = await counted()
  await erased(world, world.bernard.id)
  const after = await counted()
  expect(after.figures).toEqual(before.figures)
  expect(after.events).toBeGreaterThanOrEqual(before.events)
  expect(await missing(['Tom Leroy', 'Odile Martin', 'Mia Rossi', 'Uma Rao', 'Ada Grey'])).toEqual([])

  const all = await dump()
  expect(await eraseEverywhere(world.platform, world.bernard.id)).toMatchObject({ ok: true })
  expect({ ...(await dump()), timers: null }).toEqual({ ...all, timers: null })
})

test('a mentor is erased: his dates are called off, and his executives keep what is theirs', async () => {
  const world = await lived()
  const before = world.mails.length
  await erased(world, world.tom.id)
  expect(cancelled(world, before)).toEqual([world.bernard.email, world.tom.email].toSorted())
  expect(await hits(['Tom Leroy', 'Leroy', 't.leroy'])).toEqual([])
  expect(await hits(['Plant a narwhal'])).toEqual(['commitments.words: Plant a narwhal'])
})

test('what has left to others and names him goes with him, though it is sealed; what else has left stays', async () => {
  const world = await lived()
  const { platform } = world
  const { db, now } = platform
  const frank = await aManager(platform, 'Frank Osei')
  const manages = { programmeId: world.northwind.id, personId: frank.id, role: 'manager' } as const
  have(await inOneBatch(db, insertMembership(db, manages, now())))
  const [sample] = await storedLetters(platform)
  const mia = (await db.select().from(people)).find(({ name }) => name === 'Mia Rossi')
  if (!sample || !mia) throw new Error('nothing was written')
  // Letters to somebody else, who is of another pair.
  const copy = async (id: LetterId, managerName: string) => {
    const reader = { ...sample.letter.reader, personId: mia.id, name: mia.name, email: mia.email }
    const sender = { ...sample.letter.sender, managerName, managerShortName: null }
    const letter = { kind: 'test', id, reader, sender, madeAt: now(), linkId: null } as const
    const stored = {
      dedupeKey: id,
      thread: null,
      personId: mia.id,
      sessionId: null,
      state: 'sent',
      sentAt: now(),
    } as const
    await db
      .insert(outbox)
      .values({ ...sample, ...stored, id, letter: await sealLetter(platform, id, letter) })
  }
  await copy('let_by_frank', 'Frank Osei')
  await copy('let_of_claude', 'Claude Bernard')
  await copy('let_of_nobody', 'Nadia')
  const left = async () => (await storedLetters(platform)).map(({ id }) => id)
  expect(await left()).toEqual(expect.arrayContaining(['let_by_frank', 'let_of_claude', 'let_of_nobody']))

  have(await eraseEverywhere(platform, frank.id))
  expect(await left()).not.toContain('let_by_frank')
  expect(await left()).toEqual(expect.arrayContaining(['let_of_claude', 'let_of_nobody']))
  await erased(world, world.bernard.id)
  const opened = JSON.stringify(await storedLetters(platform))
  expect(opened).not.toMatch(/Frank Osei|Claude Bernard|c\.bernard/)
  expect(opened).toContain('let_of_nobody')
})

test('whoever runs the installation, or manages a programme alone, is not erased', async () => {
  const world = await lived()
  expect(await eraseEverywhere(world.platform, world.nadia.id)).toMatchObject({
    refusal: { reason: 'owner-stays' },
  })
  const { fabrikam } = await fabrikamBeside(world)
  const [manager] = (await dump())['memberships']?.filter(
    (each) => each['programme_id'] === fabrikam.id && each['role'] === 'manager',
  ) ?? [{}]
  expect(
    await eraseEverywhere(world.platform, `per_${String(manager?.['person_id']).slice(4)}`),
  ).toMatchObject({
    refusal: { reason: 'last-manager' },
  })
  expect((await dump())['tombstones']).toEqual([])
})

test('a manager erases from her programmes alone, and is not told of others', async () => {
  const world = await lived()
  const { fabrikam } = await fabrikamBeside(world)
  const { db, now } = world.platform
  const member = { programmeId: fabrikam.id, personId: world.bernard.id, role: 'executive' } as const
  have(await inOneBatch(db, insertMembership(db, member, now())))
  await erased(world, world.bernard.id, () =>
    erasePerson(world.platform, world.bernard.id, asManager(world.nadia)),
  )
  expect(await hits(['Kestrel unit', 'Plant a narwhal', 'Mind the pelican', 'Only from Oslo'])).toEqual([])
  expect(await hits(['Claude Bernard'])).toEqual(
    expect.arrayContaining(['members.name: Claude Bernard', 'people.name: Claude Bernard']),
  )
  const rows = (await dump())['members']?.filter((each) => each['person_id'] === world.bernard.id)
  expect(rows?.map((each) => [each['programme_id'] === fabrikam.id, each['name']])).toEqual(
    expect.arrayContaining([
      [true, 'Claude Bernard'],
      [false, '–'],
    ]),
  )

  const stranger = await aManager(world.platform, 'Zoe Lang')
  expect(await erasePerson(world.platform, world.tom.id, asManager(stranger))).toMatchObject({
    refusal: { reason: 'not-found' },
  })
})

test('what another programme has begun to erase is not hers: not its moment, nor what it waits for', async () => {
  const { world, beside, rita } = await inBoth()
  const { id } = world.bernard
  have(await erasePerson(world.platform, id, asManager(world.nadia)))
  expect(String((await rita.get(`/people/${id}/erasure`)).body)).not.toMatch(/since|under way/i)
  const own = await rita.post(`/api/v1/people/${id}/erasure`)
  expect(own.body).toEqual({ id, erased: true, waitsFor: 0 })
  expect(beside.fabrikam.id).not.toBe(world.northwind.id)
})

test('who is added anew after he was erased from one of two programmes stays, and can be erased again', async () => {
  const { world, beside, rita } = await inBoth()
  const { id, name, email } = world.bernard
  await rita.post(`/api/v1/people/${id}/erasure`)
  const there = { platform: world.platform, programme: beside.fabrikam, manager: beside.rita }
  expect((await aPersonIn(there, 'executive', { name, email })).id).toBe(id)
  world.now('2027-03-19T02:23Z')
  await runCron(world.platform, NIGHT)
  expect(await finishErasure(world.platform, id)).toEqual(NOT_OWED)
  const later = await world.as(beside.rita)
  expect((await later.get(`/api/v1/people/${id}`)).body).toMatchObject({ name, email })
  expect((await later.post(`/api/v1/people/${id}/erasure`)).body).toMatchObject({ erased: true })
  expect((await later.get(`/api/v1/people/${id}`)).status).toBe(404)
})

async function inBoth() {
  const world = await lived()
  const beside = await fabrikamBeside(world)
  const { name, email } = world.bernard
  const there = { platform: world.platform, programme: beside.fabrikam, manager: beside.rita }
  await aPersonIn(there, 'executive', { name, email })
  return { world, beside, rita: await world.as(beside.rita) }
}

test('where no mail goes out, he is erased after a day all the same', async () => {
  const world = await lived()
  have(await eraseEverywhere(world.platform, world.bernard.id))
  const stuck = { ...world.platform, send: () => Promise.reject(new Error('down')) }
  world.now('2027-03-17T20:00Z')
  await runCron(stuck, MINUTELY)
  expect(await hits(['c.bernard'])).not.toEqual([])
  world.now('2027-03-17T20:31Z')
  await runCron(stuck, MINUTELY)
  expect(await hits(CANARIES)).toEqual([])
})

test('after a restore the tombstones are applied again, by the command or by the night', async () => {
  const world = await lived()
  const backup = await dump()
  await erased(world, world.bernard.id)
  const tombstones = await listTombstones(world.platform.db)
  expect(JSON.stringify(tombstones)).not.toMatch(/Bernard/)

  await restore(backup)
  expect(await missing(CANARIES)).toEqual([])
  const before = world.mails.length
  expect(await reapplyTombstones(world.platform, tombstones)).toBe(1)
  expect(await hits(CANARIES)).toEqual([])
  expect(await reapplyTombstones(world.platform, tombstones)).toBe(0)
  await tick(world.platform)
  expect(world.mails.slice(before).filter(({ to }) => to.includes('c.bernard'))).toEqual([])

  await restore({ ...backup, tombstones: (await dump())['tombstones'] ?? [] })
  expect(await missing(CANARIES)).toEqual([])
  world.now('2027-03-18T02:23Z')
  await runCron(world.platform, NIGHT)
  await runCron(world.platform, MINUTELY)
  expect(await hits(CANARIES)).toEqual([])
})

/** Erased everywhere, and the cancellations have left. */
async function erased(
  world: World,
  id: PersonId,
  erase = () => eraseEverywhere(world.platform, id),
): Promise<void> {
  have(await erase())
  for (const at of ['2027-03-16T20:31Z', '2027-03-16T20:32Z', '2027-03-16T20:33Z']) {
    world.now(at)
    await runCron(world.platform, MINUTELY)
  }
}

async function missing(words: readonly string[]): Promise<readonly string[]> {
  const found = (await hits(words)).map((each) => each.slice(each.indexOf(': ') + 2))
  return words.filter((word) => !found.includes(word))
}

function cancelled({ mails }: World, since: number): readonly string[] {
  const readers = mails.slice(since).flatMap(({ raw, to }) => (raw.includes('method=CANCEL') ? [to] : []))
  return readers.toSorted()
}

/** What reports count. */
async function counted() {
  const all = await dump()
  const { results } = await env.DB.prepare(
    `SELECT (SELECT json_group_array(json_array(result, benefit, evidence, last_done, needs_manager)) FROM outcomes) AS outcomes,
      (SELECT json_group_array(json_array(done, said_done, replaced)) FROM commitments) AS commitments,
      (SELECT json_group_array(json_array(id, bumps, starts_at, ends_at)) FROM sessions WHERE status NOT IN ('offered', 'fixed', 'cancelled')) AS sessions,
      (SELECT json_group_array(json(totals.fixed)) FROM totals) AS totals`,
  ).all()
  return { figures: results, events: all['events']?.length ?? 0 }
}

/** Every row as it was: what is there now goes first. */
async function restore(backup: Awaited<ReturnType<typeof dump>>): Promise<void> {
  const { results } = await env.DB.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all<{
    readonly name: string
    readonly sql: string
  }>()
  const tables = Object.keys(backup)
  await env.DB.batch([
    env.DB.prepare('PRAGMA defer_foreign_keys = ON'),
    ...results.map(({ name }) => env.DB.prepare(`DROP TRIGGER ${name}`)),
    ...tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
    ...tables.flatMap((table) =>
      (backup[table] ?? []).map((row) => {
        const columns = Object.keys(row)
        return env.DB.prepare(
          `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        ).bind(...Object.values(row))
      }),
    ),
    ...results.map(({ sql }) => env.DB.prepare(sql)),
  ])
}

/** They met; the next date is fixed. Everything that can say something of him does. It is Tuesday evening. */
async function lived(): Promise<World> {
  const world = await aWorld()
  const { platform, nadia, bernard, pairing } = world
  const { db } = platform
  const by = asManager(nadia)
  const number = '+33 1 23 45 67 89'
  await aPairing(
    settingOf(world),
    await aMentor(settingOf(world), 'Mia Rossi'),
    await aPersonIn(settingOf(world), 'executive', { name: 'Uma Rao' }),
  )
  have(await changePairing(platform, pairing.id, { place: { kind: 'phone', number }, aim: 'filters' }, by))
  have(
    await changePerson(
      platform,
      bernard.id,
      {
        ...{ rules: { phone: number, nudges: true }, aliases: ['claude@elsewhere.example'] },
        ...{ unit: 'Kestrel unit', blockers: ['bottleneck'] },
      },
      by,
    ),
  )
  have(await writeNote(platform, pairing.id, 'Mind the pelican', by))
  const met = await aLoggedSession(world, '2027-03-16T19:00Z', 'Plant a narwhal')
  await runCron(platform, MINUTELY)
  await anOffer(settingOf(world), pairing)
  const ahead = await aFixedSession(settingOf(world), pairing, '2027-03-22T09:00Z')
  await runCron(platform, MINUTELY)
  have(await askQuestion(platform, pairing.id, 'Why is the axolotl silent?'))
  await link(platform, 'own', ahead, bernard)
  await subscribe(platform, bernard.id)
  await world.as(bernard)
  await keepForm(platform, { action: '/own', fields: { note: ['Plant a narwhal'] } }, bernard.id)
  const lines = `name,email\nClaude Bernard,${bernard.email}\nAda Grey,ada@x.example`
  await brought(world, aFile('people', lines))
  await stopAddress(platform, { address: 'claude@elsewhere.example', kind: 'permanent', detail: '5.1.1' })
  await written(world, met.id)
  const now = platform.now()
  const feed = {
    assistantId: null,
    problem: null,
    busy: '',
    triedAt: now,
    readAt: now,
    etag: null,
    lastModified: null,
  }
  const url = 'https://calendar.example/c.bernard.ics'
  const published = { ...feed, personId: bernard.id, url, state: 'known', since: now } as const
  have(await inOneBatch(db, await putBusyFeed(platform, published)))
  await runCron(platform, MINUTELY)
  return world
}

/** Rows that other journeys lead to, as they stand then. */
async function written({ platform, bernard, odile, pairing }: World, metId: string): Promise<void> {
  const { db } = platform
  const now = platform.now()
  await env.DB.batch([
    env.DB.prepare(
      `UPDATE members SET notes = 'Beware of the kestrel', version = version + 1 WHERE person_id = '${bernard.id}'`,
    ),
    env.DB.prepare(
      `INSERT INTO wishes (pairing_id, kind, person_id, at) VALUES ('${pairing.id}', 'pause', '${bernard.id}', ${now})`,
    ),
    env.DB.prepare(
      `INSERT INTO pulses (pairing_id, person_id, phase, asked_at) VALUES ('${pairing.id}', '${bernard.id}', 'midway', ${now})`,
    ),
    env.DB.prepare(
      `INSERT INTO reasons SELECT subject, max(version), 'Because of the walrus' FROM events WHERE subject = '${metId}'`,
    ),
    env.DB.prepare(
      `INSERT INTO proposals (id, session_id, person_id, starts_at, ends_at, via, at, state, words)
       VALUES ('ctr_1', '${metId}', '${bernard.id}', ${now}, ${now}, 'link', ${now}, 'refused', 'Only from Oslo')`,
    ),
    env.DB.prepare(
      `INSERT INTO offers (id, session_id, status, asked_id, held_until, made_at, unanswered_at, words)
       VALUES ('off_1', '${metId}', 'expired', '${odile.id}', ${now}, ${now}, ${now}, 'Spare him half an hour')`,
    ),
  ])
  for (const personId of [bernard.id, odile.id]) {
    const id = platform.newId('rcv')
    const reading = { class: 'none', text: 'Rather never. Claude Bernard', from: bernard.email }
    const mail = { id, fingerprint: id, at: now, personId, sessionId: null, reading }
    await insertReceived(db, { ...mail, class: 'none', state: 'waiting', why: 'prose' })
  }
}

test('mail that still comes to the address of somebody who is erased is not kept', async () => {
  const world = await lived()
  await erased(world, world.bernard.id)
  const mail = await writes(world, world.bernard, 'Plant a narwhal', world.bernard)
  expect(mail).toEqual({ state: 'ignored', why: 'unknown-address' })
  expect(await hits(CANARIES)).toEqual([])
})
