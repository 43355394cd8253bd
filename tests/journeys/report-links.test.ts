import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'

import { erasePerson } from '../../worker/actions/people/erase.ts'
import { releaseReports } from '../../worker/actions/report/release.ts'
import { decodedMail } from '../../worker/http/dev/readable.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { insertMembership } from '../../worker/storage/people/membership.ts'
import type { Client } from '../support/client.ts'
import { hits } from '../support/dump.ts'
import { submitted } from '../support/forms.ts'
import { textAt } from '../support/response-shapes.ts'
import {
  aPersonIn,
  asManager,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

let world: World
let nadia: Client
let nobody: Client
let links: string

beforeEach(async () => {
  world = await aWorld()
  nadia = await world.as(world.nadia)
  nobody = await world.as(null)
  links = `/api/v1/programmes/${world.northwind.id}/report/links`
  world.now('2027-04-15T08:00Z')
  await releaseReports(world.platform)
  nadia = await world.as(world.nadia)
})

test('a link opens the same page as a sponsor’s, in its own language, and leads nowhere else', async () => {
  const { path } = await aLink({ locale: 'fr' })
  const { status, body, headers } = await nobody.get(path)
  expect(status).toBe(200)
  expect(headers.get('Cache-Control')).toBe('no-store')
  const text = String(body)
  expect(text).toContain('Northwind leadership en chiffres')
  expect(text).not.toMatch(/Haddad|Board|Leroy|Bernard|Déconnexion/)
  const hrefs = Array.from(text.matchAll(/(?:href|action)="([^"]*)"/g), ([, href]) => href)
  expect(hrefs.filter((href) => !href?.startsWith('/assets/'))).toEqual(['#content'])

  const sven = await world.as(
    await aPersonIn(settingOf(world), 'sponsor', { name: 'Sven Olsson', locale: 'fr' }),
  )
  const signedIn = String((await sven.get(`/programmes/${world.northwind.id}/report`)).body)
  expect(figuresIn(text)).toEqual(figuresIn(signedIn))
  expect(figuresIn(text)).toMatch(/Séances tenues/)
})

test('opening it writes a count and nothing else; its maker sees how often, and not by whom', async () => {
  const { path, id } = await aLink()
  const before = await contents()
  await nobody.get(path)
  await nobody.ask(path, { method: 'HEAD' })
  world.now('2027-04-17T10:20Z')
  await nobody.get(path)
  expect(await contents()).toEqual(before)
  nadia = await world.as(world.nadia)
  expect((await nadia.get(links)).body).toMatchObject({
    links: [{ id, opened: 2, lastOpenedAt: '2027-04-17T10:00:00Z' }],
  })
  world.now('2027-04-20T02:23Z')
  await runCron(world.platform, '23 2 * * *')
  nadia = await world.as(world.nadia)
  expect((await nadia.get(links)).body).toMatchObject({ links: [{ opened: 2 }] })
})

test.each([
  ['it is ended', async ({ id }: Made) => void (await nadia.delete(`${links}/${id}`))],
  ['its last day is over', async () => world.now('2027-07-15T08:00Z')],
  [
    'its maker leaves',
    async () => {
      await secondManager()
      await env.DB.prepare("DELETE FROM memberships WHERE person_id = ? AND role = 'manager'")
        .bind(world.nadia.id)
        .run()
    },
  ],
  [
    'its maker has left and come back',
    async () => {
      await secondManager()
      await env.DB.prepare("DELETE FROM memberships WHERE person_id = ? AND role = 'manager'")
        .bind(world.nadia.id)
        .run()
      world.now('2027-04-16T08:00Z')
      const again = { programmeId: world.northwind.id, personId: world.nadia.id, role: 'manager' } as const
      have(
        await inOneBatch(world.platform.db, insertMembership(world.platform.db, again, world.platform.now())),
      )
    },
  ],
  [
    'the names of the programme are to be deleted',
    async () =>
      void (await env.DB.prepare(
        "UPDATE programmes SET status = 'closed', closed_at = 1, purge_on = '2027-04-15', version = version + 1",
      ).run()),
  ],
] as const)('it is dead once %s, and looks like one that never was', async (_why, happens) => {
  const made = await aLink()
  const never = `/figures?k=${'A'.repeat(43)}`
  expect((await nobody.get(made.path)).status).toBe(200)
  await happens(made)
  const [dead, unknown] = [await nobody.get(made.path), await nobody.get(never)]
  expect(dead.status).toBe(404)
  expect(unknown.status).toBe(404)
  expect(headersOf(dead)).toEqual(headersOf(unknown))
  expect(String(dead.body)).toMatch(/write to (Nadia Haddad|Uma Rao)/)
  expect(String(dead.body)).not.toContain('Northwind')
  expect(String(unknown.body)).not.toMatch(/Haddad|people\.example/)
  const times = await env.DB.prepare("SELECT sum(count) AS n FROM counters WHERE key LIKE 'opened:%'").first()
  expect(times).toEqual({ n: 1 })
})

test('without an address its maker copies it once; nobody else is shown it, and it is not stored', async () => {
  const form = { label: 'The board', locale: 'en', endsOn: '2027-06-30' }
  const page = `/programmes/${world.northwind.id}/report`
  const sent = await submitted(nadia, `${page}/links`, form)
  expect(sent.status).toBe(303)
  const to = sent.headers.get('Location') ?? ''
  const shown = String((await nadia.get(to)).body)
  const [, token = ''] = /\/figures\?k=([\w-]{43})/.exec(shown) ?? []
  expect(shown).toContain('The link is ready.')
  expect(await nobody.get(`/figures?k=${token}`)).toMatchObject({ status: 200 })

  const uma = await world.as(await secondManager())
  for (const [who, path] of [
    [nadia, page],
    [uma, to],
  ] as const)
    expect(String((await who.get(path)).body)).not.toContain('/figures?k=')
  world.now('2027-04-15T08:16Z')
  expect(String((await nadia.get(to)).body)).not.toContain('/figures?k=')
  const rows = await env.DB.prepare('SELECT * FROM report_links').all()
  expect(JSON.stringify(rows.results)).not.toContain(token)
})

test('with an address it is mailed there once, in the maker’s name, and shown to nobody', async () => {
  const wish = {
    id: `rpl_${'a'.repeat(26)}`,
    label: 'Ida Berg',
    locale: 'en',
    address: 'I.Berg@board.example',
  }
  const [first, again] = [await nadia.post(links, wish), await nadia.post(links, wish)]
  expect(first).toMatchObject({ status: 201, body: { address: 'i.berg@board.example', url: null } })
  expect(again.body).toEqual(first.body)
  expect(await nadia.post(links, { ...wish, label: 'Ida' })).toMatchObject({ status: 409 })
  await tick(world.platform)
  const mails = world.mails.filter(({ to }) => to === 'i.berg@board.example')
  expect(mails.map(({ subject }) => subject)).toEqual(['Northwind: the figures'])
  const { text } = await decodedMail(mails[0]?.raw ?? '')
  const [path = ''] = /\/figures\?k=[\w-]{43}/.exec(text) ?? []
  expect((await nobody.get(path)).status).toBe(200)
})

test('repeated by another manager, the request for a link does not show her the first one’s', async () => {
  const wish = { id: `rpl_${'b'.repeat(26)}`, label: 'The board', locale: 'en', endsOn: '2027-06-30' }
  const first = await nadia.post(links, wish)
  expect(await nadia.post(links, wish)).toMatchObject({ status: 201, body: first.body })
  const uma = await world.as(await secondManager())
  expect(await uma.post(links, wish)).toMatchObject({
    status: 201,
    body: { madeById: world.nadia.id, url: null },
  })
})

test('a link that is ended before its letter leaves takes the letter with it', async () => {
  const { body } = await nadia.post(links, { label: 'Ida', locale: 'en', address: 'ida@board.example' })
  await env.DB.prepare(
    "UPDATE outbox SET state = 'waiting', lease = NULL, due_at = due_at + 999999 WHERE dedupe_key LIKE 'figures:%'",
  ).run()
  await nadia.delete(`${links}/${textAt(body, 'id')}`)
  const left = await env.DB.prepare("SELECT state FROM outbox WHERE dedupe_key LIKE 'figures:%'").all()
  expect(left.results).toEqual([{ state: 'retired' }])
})

test('the letter of a link that has ended is not sent again', async () => {
  const resent = async (isEnded: boolean) => {
    const { body } = await nadia.post(links, { label: 'Ida', locale: 'en', address: 'ida@board.example' })
    await tick(world.platform)
    const sent = await env.DB.prepare(
      "SELECT id FROM outbox WHERE dedupe_key = 'figures:' || ? AND state = 'sent'",
    )
      .bind(textAt(body, 'id'))
      .first<string>('id')
    if (isEnded) await nadia.delete(`${links}/${textAt(body, 'id')}`)
    return (await nadia.post(`/api/v1/deliveries/${sent}/retry`)).status
  }
  expect([await resent(false), await resent(true)]).toEqual([200, 409])
})

test('another programme’s manager learns nothing of it, also where the two share who made it', async () => {
  const { fabrikam, rita } = await fabrikamBeside(world)
  const { db } = world.platform
  const member = { programmeId: fabrikam.id, personId: world.nadia.id, role: 'manager' } as const
  have(await inOneBatch(db, insertMembership(db, member, world.platform.now())))
  nadia = await world.as(world.nadia)
  const { body } = await nadia.post(links, { label: 'Ida Berg', locale: 'en', address: 'ida@board.example' })
  const ritas = await world.as(rita)
  expect(JSON.stringify((await ritas.get('/api/v1/deliveries')).body)).not.toContain('board.example')
  expect(
    JSON.stringify((await nadia.get(`/api/v1/deliveries?programme=${world.northwind.id}`)).body),
  ).toContain('board.example')
  expect((await ritas.get(links)).status).toBe(404)
  expect((await ritas.delete(`${links}/${textAt(body, 'id')}`)).status).toBe(404)
  const elsewhere = `/api/v1/programmes/${fabrikam.id}/report/links/${textAt(body, 'id')}`
  expect((await ritas.delete(elsewhere)).status).toBe(404)
})

test('whoever is erased is named by no link, and a link to his address opens nothing more', async () => {
  const sven = await aPersonIn(settingOf(world), 'sponsor', { name: 'Sven Olsson' })
  await nadia.post(links, { label: 'The board', locale: 'en', address: sven.email })
  await tick(world.platform)
  const { text } = await decodedMail(world.mails.find(({ to }) => to === sven.email)?.raw ?? '')
  const [mailed = ''] = /\/figures\?k=[\w-]{43}/.exec(text) ?? []
  const [named, other] = [await aLink({ label: 'For Sven Olsson' }), await aLink()]
  expect((await nobody.get(mailed)).status).toBe(200)

  have(await erasePerson(world.platform, sven.id, asManager(world.nadia)))
  await runCron(world.platform, '* * * * *')
  expect(await hits(['Sven Olsson', sven.email])).toEqual([])
  expect((await nobody.get(mailed)).status).toBe(404)
  expect((await nobody.get(named.path)).status).toBe(404)
  expect((await nobody.get(other.path)).status).toBe(200)
  const opened = await env.DB.prepare("SELECT count(*) AS n FROM counters WHERE key LIKE 'opened:%'").first()
  expect(opened).toEqual({ n: 1 })
})

test('a last day that is over or too far away is refused, and a label that would give it away in a mail', async () => {
  const asked = async (parts: object) => {
    const { status, body } = await nadia.post(links, { label: 'Board', locale: 'en', ...parts })
    return [status, textAt(body, 'error', 'code')]
  }
  expect(await asked({ endsOn: '2027-04-14' })).toEqual([422, 'day-passed'])
  expect(await asked({ endsOn: '2029-01-01' })).toEqual([422, 'link-too-long'])
  const telling = { label: 'Head of Learning', address: 'ida@board.example' }
  expect(await asked(telling)).toEqual([409, 'outward-words'])
  const link = { locale: 'en', ...telling, reason: 'It is what she is called.' }
  expect(await nadia.post(links, link)).toMatchObject({ status: 201, body: { label: 'Head of Learning' } })
})

test('label and address go ninety days after it ended, and with the purge', async () => {
  const { id } = await aLink()
  await nadia.delete(`${links}/${id}`)
  world.now('2027-07-16T02:23Z')
  await runCron(world.platform, '23 2 * * *')
  expect((await kept()).length).toBe(0)
})

type Made = { readonly id: string; readonly path: string }

async function aLink(parts: object = {}): Promise<Made> {
  const { status, body } = await nadia.post(links, { label: 'Board', locale: 'en', ...parts })
  if (status !== 201) throw new Error(`no link: ${status} ${JSON.stringify(body)}`)
  const url = new URL(textAt(body, 'url'))
  return { id: textAt(body, 'id'), path: url.pathname + url.search }
}

async function secondManager() {
  return aPersonIn(settingOf(world), 'manager', { name: 'Uma Rao' })
}

/** What stands in the lists of figures. */
function figuresIn(page: string): string {
  return Array.from(page.matchAll(/<dl.*?<\/dl>/gs), ([list]) => list).join('')
}

function headersOf({ headers }: { readonly headers: Headers }) {
  return Array.from(headers).filter(([name]) => !/^(date|content-length|x-request-id)$/i.test(name))
}

async function kept() {
  return (await env.DB.prepare('SELECT * FROM report_links').all()).results
}

/** All tables but the counters. */
async function contents() {
  const { results } = await env.DB.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all<{
    name: string
  }>()
  const names = results.map(({ name }) => name).filter((name) => !/^_cf|^counters$/.test(name))
  const rows = await env.DB.batch(names.map((name) => env.DB.prepare(`SELECT * FROM ${name}`)))
  return Object.fromEntries(names.map((name, index) => [name, rows[index]?.results]))
}

test('ten an hour are one manager’s: what she made takes none from another of the programme', async () => {
  const other = await aWorld()
  const path = `/api/v1/programmes/${other.northwind.id}/report/links`
  const make = async (by: typeof other.nadia) => {
    const made = await (await other.as(by)).post(path, { label: 'Board', locale: 'en' })
    return made.status
  }
  for (let count = 1; count <= 10; count += 1) expect(await make(other.nadia), `${count}`).toBe(201)
  expect(await make(other.nadia)).toBe(429)
  const rita = await aPersonIn(settingOf(other), 'manager', { name: 'Rita Novak' })
  expect(await make(rita)).toBe(201)
})
