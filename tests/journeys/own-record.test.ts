import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { sealAccessLog } from '../../worker/actions/people/seal-access-log.ts'
import { compareProofs, type Proof, verifyProof } from '../../worker/domain/record/proof.ts'
import { hashOf } from '../../worker/platform.ts'
import { findProof } from '../../worker/storage/record/proof.ts'
import type { Answer, Client } from '../support/client.ts'
import { submitted } from '../support/forms.ts'
import { link } from '../support/links.ts'
import { aLoggedSession } from '../support/logged-session.ts'
import {
  aFixedSession,
  aPairing,
  aPersonIn,
  aWorld,
  fabrikamBeside,
  settingOf,
  type World,
} from '../support/world.ts'

test('an executive reads what is held about him, who looked, and the head of the log', async () => {
  const world = await aWorld()
  const { nadia, bernard, platform } = world
  await aLoggedSession(world, '2027-03-15T10:00Z', 'Answer one question')
  await (await world.as(nadia)).get(`/people/${bernard.id}`)
  await sealAccessLog(platform)
  const { page } = await opened(world)

  const said = String(page.body)
  expect(page.status).toBe(200)
  expect(page.headers.get('Cache-Control')).toContain('no-store')
  expect(said).toContain('Answer one question')
  expect(said).toMatch(/<strong>Nadia[^<]*<\/strong> · your page among the people/)
  const head = await env.DB.prepare('SELECT head FROM seals ORDER BY up_to_id DESC').first<string>('head')
  expect(said).toContain(`<code>${head}</code>`)
})

test('a link of yesterday opens no record and no file, and sends a new one to his own address', async () => {
  const world = await aWorld()
  const { page, path, client } = await opened(world)
  expect(page.status).toBe(200)
  world.now('2027-03-16T08:00Z')
  for (const each of [path, path.replace('/record', '/record/file')]) {
    const late = await client.get(each)
    expect(late.status).toBe(403)
    expect(String(late.body)).not.toContain('Who looked')
  }
  expect((await posted(client, path, { act: 'obstacles', programme: world.northwind.id })).status).toBe(403)
  const k = path.split('?k=')[1] ?? ''
  expect(String((await submitted(client, '/own', { k, send: 'own' })).body)).toContain('on its way')
})

test('he changes what is thought to get in his way, and the manager sees that it was he', async () => {
  const world = await aWorld()
  const { path, client } = await opened(world)
  const changed = await posted(client, path, {
    ...{ act: 'obstacles', programme: world.northwind.id },
    'obstacle-handled': 'yes',
  })
  expect(String(changed.body)).toContain('Saved.')
  expect(String(changed.body)).toMatch(/Last chosen by [^<]*Bernard/)
  expect(
    await env.DB.prepare('SELECT blockers FROM members WHERE person_id = ?')
      .bind(world.bernard.id)
      .first('blockers'),
  ).toBe('["handled"]')
  const activity = await (await world.as(world.nadia)).get(`/activity?in=${world.northwind.id}`)
  expect(String(activity.body)).toContain('Bernard')
  const person = await (await world.as(world.nadia)).get(`/people/${world.bernard.id}`)
  expect(String(person.body)).toContain('Chosen in person')
})

test('he corrects his name and zone, keeps his mentor unnamed, and is told what cannot be', async () => {
  const world = await aWorld()
  const { path, client } = await opened(world)
  const programme = world.northwind.id
  const details = { act: 'details', programme, shortName: '', locale: 'fr' }
  expect((await posted(client, path, { ...details, name: '', zone: 'Paris' })).status).toBe(422)
  expect((await posted(client, path, { ...details, name: 'C. Bernard', zone: 'Singapore' })).status).toBe(200)
  await posted(client, path, { act: 'switches', programme, mentorHidden: 'yes' })
  const row = await env.DB.prepare(
    'SELECT members.name, zone, locale, rules FROM members JOIN people ON people.id = person_id WHERE person_id = ?',
  )
    .bind(world.bernard.id)
    .first()
  expect(row).toMatchObject({ name: 'C. Bernard', zone: 'Asia/Singapore', locale: 'fr' })
  expect(JSON.parse(String(row?.['rules']))).toMatchObject({ mentorHidden: true })
  const other = await fabrikamBeside(world)
  expect(
    (await posted(client, path, { ...details, programme: other.fabrikam.id, name: 'X', zone: 'Paris' }))
      .status,
  ).toBe(404)
})

test('a short name that would give it away has its error at the field, with what he can do', async () => {
  const world = await aWorld()
  const { path, client } = await opened(world)
  const typed = {
    act: 'details',
    programme: world.northwind.id,
    name: 'C. Bernard',
    zone: 'Paris',
    locale: 'en',
  }
  const { status, body } = await posted(client, path, { ...typed, shortName: 'My coach' })
  expect(status).toBe(422)
  expect(String(body)).toContain('“coach” would give it away')
  expect(String(body)).toContain('ask a manager')
  expect(String(body)).toContain('value="My coach"')
})

test('with two files he finds alone that a line about him was taken out', async () => {
  const world = await aWorld()
  const { nadia, bernard, platform } = world
  const nadias = await world.as(nadia)
  await nadias.get(`/people/${bernard.id}`)
  await nadias.get(`/pairings/${world.pairing.id}`)
  await sealAccessLog(platform)
  const { path, client } = await opened(world)
  const older = proofIn(await client.get(`${path.replace('/record', '/record/file')}&as=json`))
  expect(await verifyProof(older, hashOf)).toEqual([])
  const kept = await client.get(`${path.replace('/record', '/record/file')}&as=head`)
  expect(String(kept.body)).toContain(older.parts.at(-1)?.head)

  await env.DB.prepare('DROP TRIGGER access_log_is_kept').run()
  await env.DB.prepare('DELETE FROM access_log WHERE id = 1').run()
  const newer = proofIn(await client.get(`${path.replace('/record', '/record/file')}&as=json`))
  expect((await compareProofs(older, newer, hashOf)).map(({ fault }) => fault)).toEqual([
    'head-does-not-fit',
    'line-gone',
  ])
})

test('he asks to be erased; the manager finds it on Today, and it is gone when he takes it back', async () => {
  const world = await aWorld()
  const { path, client } = await opened(world)
  const programme = world.northwind.id
  const asked = await posted(client, path, { act: 'ask', kind: 'erasure', programme })
  expect(String(asked.body)).toContain('You asked to be erased')
  const nadias = await world.as(world.nadia)
  expect(String((await nadias.get('/today')).body)).toContain('Asks to be erased')
  await posted(client, path, { act: 'withdraw', kind: 'erasure', programme })
  expect(String((await nadias.get('/today')).body)).not.toContain('Asks to be erased')
})

test('a link that he ends opens nothing any more, and nobody ends another’s', async () => {
  const world = await aWorld()
  const { path, client, session } = await opened(world)
  const toms = await link(world.platform, 'invite', session, world.tom)
  const id = (person: string) =>
    env.DB.prepare('SELECT id FROM links WHERE person_id = ? ORDER BY rowid DESC')
      .bind(person)
      .first<string>('id')
  await posted(client, path, { act: 'end', id: (await id(world.tom.id)) ?? '' })
  expect((await client.get(toms)).status).toBe(200)
  await posted(client, path, { act: 'end', id: (await id(world.bernard.id)) ?? '' })
  expect((await client.get(path)).status).toBe(410)
})

test('a mentor’s record has nothing of his executives but their names and dates', async () => {
  const world = await aWorld()
  await aLoggedSession(world, '2027-03-15T10:00Z', 'Quixotic narwhal')
  const toms = await world.as(world.tom)
  for (const path of ['/mine/record', '/mine/record/file?as=json', '/mine/record/file?as=html']) {
    const page = await toms.get(path)
    expect(page.status).toBe(200)
    const said = typeof page.body === 'string' ? page.body : JSON.stringify(page.body)
    expect(said).toContain('Bernard')
    expect(said).not.toMatch(/narwhal|answering/i)
  }
})

test('an executive’s record names nobody whom he does not meet', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const other = await aPersonIn(here, 'executive', { name: 'Zebulon Quartz' })
  await aFixedSession(here, await aPairing(here, world.tom, other), '2027-03-18T09:00Z')
  await (await world.as(world.nadia)).get(`/people/${other.id}`)
  await sealAccessLog(world.platform)
  const { path, client } = await opened(world)
  for (const each of [path, `${path.replace('/record', '/record/file')}&as=json`]) {
    const page = await client.get(each)
    const said = typeof page.body === 'string' ? page.body : JSON.stringify(page.body)
    expect(said).not.toMatch(/Quartz/)
    expect(said).not.toContain(other.id)
  }
  expect(
    await verifyProof(await findProof(world.platform.db, world.bernard.id, world.platform.now()), hashOf),
  ).toEqual([])
})

test('the page says by itself that a line was changed after it was sealed', async () => {
  const world = await aWorld()
  await (await world.as(world.nadia)).get(`/people/${world.bernard.id}`)
  await sealAccessLog(world.platform)
  const { page, path, client } = await opened(world)
  expect(String(page.body)).toContain('Just now it was computed again from the lines')
  await env.DB.batch([
    env.DB.prepare('DROP TRIGGER access_log_stays_as_written'),
    env.DB.prepare(`UPDATE access_log SET actor_id = 'per_x' WHERE subject_id = ?`).bind(world.bernard.id),
  ])
  for (const each of [path, `${path.replace('/record', '/record/file')}&as=html`]) {
    const said = String((await client.get(each)).body)
    expect(said).toContain('This log was changed.')
    expect(said).not.toContain('Just now it was computed')
  }
})

test('his file has every look, and the page the latest', async () => {
  const world = await aWorld()
  const { bernard, nadia } = world
  await env.DB.prepare(
    `INSERT INTO access_log (at, actor_id, role, subject_id, route)
     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
     SELECT ?, ?, 'manager', ?, '/people/:id' FROM n`,
  )
    .bind(world.platform.now(), nadia.id, bernard.id)
    .run()
  const { page, path, client } = await opened(world)
  const lines = (text: unknown) => String(text).match(/· line \d+/g)?.length
  expect(lines(page.body)).toBe(50)
  const file = path.replace('/record', '/record/file')
  expect(lines((await client.get(`${file}&as=html`)).body)).toBe(120)
  const { body } = await client.get(`${file}&as=json`)
  expect(Object(body).record.whoLooked).toHaveLength(120)
})

test('in two programmes every form has ids of its own, and an error leads to the one that was sent', async () => {
  const world = await aWorld()
  const { fabrikam } = await fabrikamBeside(world)
  await aPersonIn({ ...settingOf(world), programme: fabrikam }, 'executive', {
    name: world.bernard.name,
    email: world.bernard.email,
  })
  const { page, path, client } = await opened(world)
  const asked = { act: 'ask', kind: 'correction', field: 'other', words: '', programme: world.northwind.id }
  const wrong = String((await posted(client, path, asked)).body)
  for (const said of [String(page.body), wrong]) {
    const ids = [...said.matchAll(/ id="([^"]+)"/g)].map(([, each]) => each)
    expect(ids.filter((each, index) => ids.indexOf(each) !== index)).toEqual([])
    for (const [, target] of said.matchAll(/ for="([^"]+)"/g)) expect(ids).toContain(target)
    expect(said.match(/<h3>/g)?.length ?? 0).toBeGreaterThan(1)
  }
  expect(wrong).toContain(`href="#${world.northwind.id}-words"`)
  expect(wrong.match(/<details[^>]* open/g)).toHaveLength(1)
})

/** His record, opened by a link that was just made. */
async function opened(world: World) {
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-22T09:00Z')
  const own = await link(world.platform, 'own', session, world.bernard)
  const path = own.replace('/own', '/own/record')
  const client = await world.as(null)
  return { session, path, client, page: await client.get(path) }
}

function posted(client: Client, path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
  const [page = '', k = ''] = path.split('?k=')
  return submitted(client, page, { k, ...fields })
}

function proofIn({ body }: Answer): Proof {
  return JSON.parse(JSON.stringify(Object(body).log))
}
