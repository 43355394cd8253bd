import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { NEEDS_FRESH_LINK } from '../../worker/http/way-back/fresh-link.ts'
import { ownPath } from '../../worker/http/way-back/own-path.ts'
import { refilled } from '../../worker/http/way-back/refill.ts'
import { aBrowser, type Browser, type Shown } from '../support/cookie-jar.ts'
import { webhookOf } from '../support/everything.ts'
import { aFile, brought } from '../support/imports.ts'
import { aWorld } from '../support/world.ts'

const world = await aWorld()
const { webhookId } = await webhookOf(await world.as(world.nadia), world.northwind.id)

const ELSEWHERE = [
  '//evil.example',
  '//evil.example/people',
  '/\\evil.example',
  '\\/evil.example',
  '/.//evil.example',
  '/people/..//evil.example',
  '/%2F%2Fevil.example',
  '/%5Cevil.example',
  'https://evil.example/people',
  'https:evil.example',
  'https:/people',
  'javascript:alert(1)',
  'people',
  '@evil.example',
  '.evil.example',
  ' /people',
  '/\t/evil.example',
  '/people\n//evil.example',
  '/people\r\nLocation: https://evil.example',
  '/;@evil.example',
  '///evil.example/people',
  '/\\/evil.example/people',
  '/people/../..//evil.example',
  '/%2e%2e//evil.example',
  '/%09/evil.example',
  '/\u0000/evil.example',
  '/\u2028/evil.example',
  '/people\u0000',
  '\u00a0/people',
  'https://sotto.example@evil.example/people',
  '//sotto.example@evil.example/people',
  'HTTPS://sotto.example/people',
  'data:text/html,people',
  '/answer?k=1',
  '/sign-in?k=1',
  '/sign-in/again?back=/people',
  '/sign-out',
  '/api/v1/people',
  '/calendar/feed?start=1',
  '/dev',
  '/nowhere',
  '',
  `/people?${'x'.repeat(2000)}`,
]

test.each(ELSEWHERE)('no link leads to %s', async (back) => {
  expect(ownPath(back)).toBeNull()
  const page = await aBrowser(world).get(`/sign-in?${new URLSearchParams({ back })}`)
  expect(page.body).not.toContain('name="back"')
})

test('nor where it is sent with the form, or stands in the row', async () => {
  for (const back of ELSEWHERE.slice(0, 4)) {
    world.now(`2027-03-1${5 + ELSEWHERE.indexOf(back)}T08:00Z`)
    const nadia = aBrowser(world)
    expect(await nadia.signIn(world.nadia, { back })).toMatchObject({ location: '/' })
  }
  world.now('2027-03-20T08:00Z')
  await env.DB.prepare(
    "CREATE TRIGGER astray AFTER INSERT ON sign_ins BEGIN UPDATE sign_ins SET way_back = '//evil.example' WHERE id = new.id; END",
  ).run()
  expect(await aBrowser(world).signIn(world.nadia)).toMatchObject({ location: '/' })
  await env.DB.prepare('DROP TRIGGER astray').run()
})

test('the part of a page comes along, and nothing else behind a hash', () => {
  expect(ownPath('/people/per_1?x=1#hours')).toBe('/people/per_1?x=1#hours')
  expect(ownPath('/people/per_1#per_2-times')).toBe('/people/per_1#per_2-times')
  for (const part of ['#', '#:~:text=x', '#a"b', `#${'x'.repeat(90)}`])
    expect(ownPath(`/people/per_1${part}`)).toBe('/people/per_1')
})

test('a sign-in leads back to the part that was asked for', async () => {
  world.now('2027-03-26T08:00Z')
  const nadia = aBrowser(world)
  const back = `/people/${world.tom.id}#hours`
  expect(await nadia.signIn(world.nadia, { back })).toMatchObject({ location: back })
})

test.each(['/today', '/people/per_1?x=%2F%2Fy&kept=kpt_1', '/calendar?week=2027-03-15'])(
  '%s is ours',
  (path) => {
    expect(ownPath(path)).toBe(path)
  },
)

const FORM = (hidden: string, fields: string) =>
  `<main id="content"><details><form method="post" action="/a">${hidden}${fields}</form></details></main>`
const shownAs = ({ anchor, left }: { anchor: string | null; left: readonly string[] }) =>
  `[${anchor ?? 'gone'}: ${left.join(', ')}]`

test.each([
  ['text', '<input name="a" value="old">', { a: ['n"e&w'] }, 'value="n&quot;e&amp;w"'],
  [
    'text twice',
    '<input name="a"><input name="a">',
    { a: ['1', '2'] },
    '<input name="a" value="1"><input name="a" value="2">',
  ],
  ['an area', '<textarea name="a">old</textarea>', { a: ['</textarea><b>'] }, '&lt;/textarea&gt;&lt;b&gt;'],
  ['a box that was ticked', '<input type="checkbox" name="a" value="yes">', { a: ['yes'] }, 'checked=""'],
  [
    'a choice',
    '<select name="a"><option value="1" selected>1</option><option value="2">2</option></select>',
    { a: ['2'] },
    '<option value="1">1</option><option value="2" selected="">',
  ],
] as const)('a form comes back with %s', async (_, fields, sent, there) => {
  const html = await refilled(FORM('', fields), { action: '/a', fields: sent }, shownAs)
  expect(html).toContain(there)
  expect(html).toContain('[kept-form: ]')
  expect(html).toContain('<details open="">')
})

test('a box that was unticked comes back unticked', async () => {
  const box = '<input type="checkbox" name="a" value="yes" checked>'
  const html = await refilled(FORM('', box), { action: '/a', fields: {} }, shownAs)
  expect(html).not.toContain('checked')
})

test('what has no field is given back in words, and no form about something else is filled', async () => {
  const field = '<input name="a">'
  const about = '<input type="hidden" name="key" value="one"><input type="hidden" name="id" value="new">'
  const sent = { action: '/a', fields: { key: ['one'], id: ['old'], a: ['typed'], b: ['more'] } }
  expect(await refilled(FORM(about, field), sent, shownAs)).toContain('[kept-form: more]')
  const other = about.replace('one', 'two')
  const gone = await refilled(FORM(other, field), sent, shownAs)
  expect(gone).toContain('[gone: one, old, typed, more]')
  expect(gone).not.toContain('value="typed"')
  expect(await refilled(FORM(other, field) + FORM(about, field), sent, shownAs)).toMatch(
    /value="two".*\[?.*value="one".*value="typed"/s,
  )
})

/** A request of each row that asks for a young link, and one beside it that does not. */
const { bernard, northwind } = world
const ACTS: Readonly<Record<string, (browser: Browser) => Promise<Shown>>> = {
  'POST /people/:id': (nadia) =>
    nadia.post(`/people/${bernard.id}`, personForm('c.bernard@other.example'), `/people/${bernard.id}`),
  'PATCH /api/v1/people/:id': (nadia) =>
    nadia.json('PATCH', `/api/v1/people/${bernard.id}`, { email: 'c.bernard@other.example' }),
  'POST /programmes/:id/closure': (nadia) =>
    nadia.post(`/programmes/${northwind.id}/closure`, {}, `/programmes/${northwind.id}/closure`),
  'POST /api/v1/programmes/:id/closure': (nadia) =>
    nadia.json('POST', `/api/v1/programmes/${northwind.id}/closure`, {}),
  'GET /programmes/:id/export': (nadia) => nadia.get(`/programmes/${northwind.id}/export?kind=people`),
  'GET /api/v1/programmes/:id/export': (nadia) =>
    nadia.get(`/api/v1/programmes/${northwind.id}/export?kind=people`),
  'POST /imports/:id/confirmation': async (nadia) => {
    const { id } = await brought(world, anotherAddress())
    return nadia.post(`/imports/${id}/confirmation`, {}, `/imports/${id}`)
  },
  'POST /api/v1/imports/:id/confirmation': async (nadia) => {
    const { id } = await brought(world, anotherAddress())
    return nadia.json('POST', `/api/v1/imports/${id}/confirmation`, {})
  },
  'POST /programmes/:id/report/links': (nadia) =>
    nadia.post(
      `/programmes/${northwind.id}/report/links`,
      { label: 'Board', locale: 'en', endsOn: '2027-06-30' },
      `/programmes/${northwind.id}/report`,
    ),
  'POST /api/v1/programmes/:id/report/links': (nadia) =>
    nadia.json('POST', `/api/v1/programmes/${northwind.id}/report/links`, { label: 'Board', locale: 'en' }),
  'POST /keys': (nadia) =>
    nadia.post(
      '/keys',
      { name: 'Intranet', access: 'read', expiresOn: '2027-06-30', [`programme-${northwind.id}`]: 'yes' },
      '/keys',
    ),
  'POST /api/v1/keys': (nadia) =>
    nadia.json('POST', '/api/v1/keys', {
      ...{ name: 'Intranet', access: 'read', expiresOn: '2027-06-30', programmeIds: [northwind.id] },
    }),
  'POST /webhooks': (nadia) =>
    nadia.post(
      '/webhooks',
      { url: 'https://hooks.example/a', programme: northwind.id, 'type-session.fixed': 'yes' },
      '/webhooks',
    ),
  'POST /api/v1/webhooks': (nadia) =>
    nadia.json('POST', '/api/v1/webhooks', { url: 'https://hooks.example/a', programmeId: northwind.id }),
  'POST /webhooks/:id': (nadia) =>
    nadia.post(`/webhooks/${webhookId}`, { act: 'rotate' }, `/webhooks/${webhookId}`),
  'PATCH /api/v1/webhooks/:id': (nadia) =>
    nadia.json('PATCH', `/api/v1/webhooks/${webhookId}`, { rotate: true }),
  'POST /today/deeds': (nadia) =>
    nadia.post('/today/deeds', { line: `asks-correction:${bernard.id}`, answer: 'take-over' }, '/today'),
  'GET /people/:id/erasure': (nadia) => nadia.get(`/people/${bernard.id}/erasure`),
  'POST /people/:id/erasure': (nadia) =>
    nadia.post(`/people/${bernard.id}/erasure`, {}, `/people/${bernard.id}/erasure`),
  'POST /api/v1/people/:id/erasure': (nadia) =>
    nadia.json('POST', `/api/v1/people/${bernard.id}/erasure`, {}),
  'GET /mine/record/file': (nadia) => nadia.get('/mine/record/file?as=json'),
  'POST /feed': (nadia) => nadia.post('/feed', {}, `/people/${world.nadia.id}/calendars`),
}

test('every act that asks for a young link is tried here', () => {
  expect(Object.keys(ACTS).toSorted()).toEqual(Object.keys(NEEDS_FRESH_LINK).toSorted())
})

/** What closes the programme comes last. */
const acts = Object.keys(ACTS).toSorted(
  (one, other) => Number(one.endsWith('closure')) - Number(other.endsWith('closure')),
)

test.each(acts)('%s asks for a link younger than twelve hours, and does nothing without', async (route) => {
  // A day for each, since only so many links are sent in one.
  const day = `2027-05-${10 + acts.indexOf(route)}`
  world.now(`${day}T08:00Z`)
  const nadia = aBrowser(world)
  await nadia.signIn(world.nadia, { trusted: true })
  world.now(`${day}T20:00Z`)
  const before = await state()
  const act = ACTS[route] ?? (() => Promise.reject(new Error(route)))
  const { status, body, location } = await act(nadia)
  const said = location?.startsWith('/sign-in/again?back=') ? (await nadia.get(location)).body : body
  const [expected, sentence] = route.includes('/api/')
    ? [403, '"code":"link-too-old"']
    : [303, 'more than twelve hours ago']
  expect(status).toBe(expected)
  expect(said).toContain(sentence)
  expect(await state()).toEqual(before)
})

test('one press sends her a link, and what she was doing comes back and is done', async () => {
  world.now('2027-06-02T08:00Z')
  const nadia = aBrowser(world)
  await nadia.signIn(world.nadia, { trusted: true })
  world.now('2027-06-03T08:00Z')
  const page = `/people/${bernard.id}`
  const { location } = await nadia.post(page, personForm('c.b@right.example'), page)
  const back = new URL(location ?? '', env.ORIGIN).searchParams.get('back') ?? ''
  const sent = await nadia.post('/sign-in/again', { back })
  expect(sent).toMatchObject({ status: 200 })
  const opened = await nadia.signIn(world.nadia, { trusted: true, back })
  expect(opened.location).toBe(back)
  expect((await nadia.get(back)).body).toContain('value="c.b@right.example"')
  expect(await nadia.post(page, personForm('c.b@right.example'), page)).toMatchObject({
    location: expect.stringContaining(`${page}?done=basics`),
  })
  expect(await emailOf(bernard.id)).toBe('c.b@right.example')
})

test('other changes of a person ask for nothing', async () => {
  world.now('2027-06-05T08:00Z')
  const nadia = aBrowser(world)
  await nadia.signIn(world.nadia, { trusted: true })
  world.now('2027-06-08T08:00Z')
  const email = (await emailOf(bernard.id)) ?? ''
  const page = `/people/${bernard.id}`
  expect(await nadia.post(page, { ...personForm(email), unit: 'Legal' }, page)).toMatchObject({
    location: expect.stringContaining(`${page}?done=basics`),
  })
  const patched = await nadia.json('PATCH', `/api/v1/people/${bernard.id}`, { email, unit: 'Sales' })
  expect(patched.status).toBe(200)
})

/** A file that gives Mr Bernard one more address. */
function anotherAddress() {
  return aFile('people', `email,aliases\n${bernard.email},c.bernard@other.example`)
}

function personForm(email: string) {
  return { name: 'Claude Bernard', email, zone: 'Europe/Paris', locale: 'en', 'role-executive': 'yes' }
}

function emailOf(id: string): Promise<string | null> {
  return env.DB.prepare('SELECT email FROM people WHERE id = ?').bind(id).first<string>('email')
}

async function state() {
  const tables = ['people', 'programmes', 'feeds', 'events']
  return env.DB.batch(tables.map((table) => env.DB.prepare(`SELECT * FROM ${table}`))).then((all) =>
    all.map(({ results }) => results),
  )
}
