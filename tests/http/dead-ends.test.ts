import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { closeProgramme } from '../../worker/actions/programme/close.ts'
import type { LinkPurpose } from '../../worker/domain/letter/link.ts'
import type { Locale, Person } from '../../worker/domain/people/person.ts'
import { after, MINUTE } from '../../worker/domain/time/time.ts'
import { hashOf } from '../../worker/platform.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { listFormats } from '../../worker/storage/path/format.ts'
import { insertSignIn } from '../../worker/storage/sign-in/sign-in.ts'
import type { Answer, Client } from '../support/client.ts'
import { submitted } from '../support/forms.ts'
import { link } from '../support/links.ts'
import { wordsOf } from '../support/pages.tsx'
import {
  aFixedSession,
  aManager,
  anOffer,
  aPersonIn,
  asManager,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

const LOCALES = ['en', 'fr'] as const
const PAGES_OF_LINKS = ['answer', 'invite', 'confirm', 'log', 'meeting', 'own', 'pulse'] as const
const NOBODY = 'per_00000000000000000000000000'

type Way = { readonly label: string; readonly href: string }

/** All that leads on from a page: its links and buttons, the letterhead’s too. */
function waysOf({ body }: Answer): readonly Way[] {
  const links = String(body).matchAll(/<a [^>]*?href="([^"]*)"[^>]*>([^<]*)</g)
  return Array.from(links, ([, href = '', label = '']) => ({ href: href.replaceAll('&amp;', '&'), label }))
}

function hrefOf(answer: Answer, label: string): string | undefined {
  return waysOf(answer).find((way) => way.label === label)?.href
}

function headingOf({ body }: Answer): string {
  const [, title = ''] = /<title>([^<]*) · Sotto<\/title>/.exec(String(body)) ?? []
  const [, heading = ''] = /<h1>([^<]*)<\/h1>/.exec(String(body)) ?? []
  expect(title).toBe(heading)
  return heading
}

const isMailto = ({ href }: Way) => href.startsWith('mailto:')

async function inLanguage(world: World, person: Person, locale: Locale): Promise<Client> {
  await (await world.as(world.nadia)).patch(`/api/v1/people/${person.id}`, { locale })
  const client = await world.as(person)
  const headers = { 'Accept-Language': locale }
  return { ...client, get: (path) => client.ask(path, { headers }) }
}

const world = await aWorld()
const here = settingOf(world)
const fixed = await aFixedSession(here, world.pairing, '2027-03-17T09:00Z')
const { rita } = await fabrikamBeside(world)
const everybody = {
  manager: world.nadia,
  mentor: world.tom,
  assistant: world.odile,
  owner: await aManager(world.platform, 'Olga Owner', { isOwner: true }),
  sponsor: await aPersonIn(here, 'sponsor', { name: 'Sven Sponsor' }),
} as const

const FIRST = {
  manager: { href: '/today', en: 'Go to Today', fr: 'Aller à Aujourd’hui' },
  mentor: { href: '/mine', en: 'Go to My sessions', fr: 'Aller à Mes séances' },
  assistant: { href: '/desk', en: 'Go to My desk', fr: 'Aller à Mon espace' },
  owner: { href: '/', en: 'Go to the start page', fr: 'Aller à la page de départ' },
  sponsor: { href: '/', en: 'Go to the start page', fr: 'Aller à la page de départ' },
} as const

const ROLES = ['manager', 'mentor', 'assistant', 'owner', 'sponsor'] as const
const cases = ROLES.flatMap((role) => LOCALES.map((locale) => ({ role, locale })))
const notFound = { en: 'Page not found', fr: 'Page introuvable' }

test.each(cases)('a page that is not there leads the $role on, in $locale', async ({ role, locale }) => {
  // An owner without a programme is in nobody's list: the browser's language does not count, the row's does.
  const reader = await inLanguage(world, everybody[role], locale)
  const spoken = role === 'owner' ? 'en' : locale
  const others = role === 'mentor' ? '/today' : '/mine'
  for (const path of ['/nowhere', `/people/${NOBODY}`, '/desk/sessions/x', others]) {
    const page = await reader.get(path)
    expect([path, page.status, headingOf(page)]).toEqual([path, 404, notFound[spoken]])
    const { href } = FIRST[role]
    expect(hrefOf(page, FIRST[role][spoken])).toBe(href)
    expect((await reader.get(href)).status).toBeLessThan(400)
    expect(String(page.body).includes('<nav ')).toBe(['manager', 'mentor', 'assistant'].includes(role))
    expect(String(page.body).includes('id="q"')).toBe(role === 'manager')
  }
})

test.each(LOCALES)('a page that is not there leads a stranger to sign in, in %s', async (locale) => {
  const nobody = await world.as(null)
  const page = await nobody.ask('/nowhere', { headers: { 'Accept-Language': locale } })
  expect([page.status, headingOf(page)]).toEqual([404, notFound[locale]])
  expect(hrefOf(page, { en: 'Sign in', fr: 'Connexion' }[locale])).toBe('/sign-in')
})

test('what is another’s and what is not there look the same to the last octet', async () => {
  const nadia = await world.as(world.nadia)
  const [mine, none] = [await nadia.get(`/people/${rita.id}`), await nadia.get(`/people/${NOBODY}`)]
  expect([mine.status, mine.body, [...mine.headers]]).toEqual([none.status, none.body, [...none.headers]])
})

test('an owner without a role hears what there is for him, and a sponsor is led to his figures', async () => {
  const owner = await (await world.as(everybody.owner)).get('/')
  expect([owner.status, headingOf(owner)]).toEqual([200, 'There is no page for you here'])
  expect(wordsOf(String(owner.body))).toContain('You run this installation')
  const sponsor = await (await inLanguage(world, everybody.sponsor, 'fr')).get('/')
  const first = sponsor.headers.get('location') ?? ''
  expect([sponsor.status, first]).toEqual([303, `/programmes/${world.northwind.id}/report`])
  const report = await (await inLanguage(world, everybody.sponsor, 'fr')).get(first)
  expect([report.status, headingOf(report)]).toEqual([200, 'Northwind leadership en chiffres'])
  expect(String(report.body)).toContain('action="/sign-out"')
})

test.each(PAGES_OF_LINKS.flatMap((page) => LOCALES.map((locale) => ({ page, locale }))))(
  'a damaged link to /$page says so, and nothing of what there is, in $locale',
  async ({ page, locale }) => {
    const whole = await link(world.platform, page === 'log' ? 'invite' : 'log', fixed, world.tom)
    const k = whole.split('=')[1] ?? ''
    const nobody = await world.as(null)
    const tokens = ['', `?k=${k.slice(0, -3)}`, '?k=nothing', ...(page === 'pulse' ? [] : [`?k=${k}`])]
    const asked = tokens.map((query) =>
      nobody.ask(`/${page}${query}`, { headers: { 'Accept-Language': locale } }),
    )
    const [first, ...others] = await Promise.all(asked)
    if (!first) throw new Error('nothing asked')
    expect([first.status, headingOf(first)]).toEqual([
      404,
      { en: 'This link does not open', fr: 'Ce lien ne s’ouvre pas' }[locale],
    ])
    const rest = { en: 'can be ended at once', fr: 'peuvent avoir pris fin' }[locale]
    expect(wordsOf(String(first.body))).toContain(rest)
    expect(wordsOf(String(first.body))).toContain(
      { en: 'reply to the email', fr: 'répondez au courriel' }[locale],
    )
    for (const other of others) expect([other.status, other.body]).toEqual([404, first.body])
    const signIn = waysOf(first).some(({ href }) => href === '/sign-in')
    expect(signIn).toBe(page === 'log' || page === 'meeting')
  },
)

test('a damaged link of somebody who is signed in keeps his navigation', async () => {
  const page = await (await inLanguage(world, world.tom, 'en')).get('/log?k=nothing')
  expect(headingOf(page)).toBe('This link does not open')
  expect(hrefOf(page, 'Go to My sessions')).toBe('/mine')
  expect(String(page.body)).toContain('<nav ')
})

const WRONG_WAY = ['/statuses', '/sign-out', '/deliveries/retry', '/presses/undo'] as const
test.each(WRONG_WAY.flatMap((path) => LOCALES.map((locale) => ({ path, locale }))))(
  'a reload of $path is a sentence for people, in $locale',
  async ({ path, locale }) => {
    const nadia = await inLanguage(world, world.nadia, locale)
    const page = await nadia.get(path)
    const sentence = {
      en: 'This address works only from its form.',
      fr: 'Cette adresse ne fonctionne qu’à partir de son formulaire.',
    }
    expect(page.status).toBe(405)
    expect(page.headers.get('Allow')).toBe('POST, OPTIONS')
    expect(headingOf(page)).not.toMatch(/\d/)
    expect(wordsOf(String(page.body))).toContain(sentence[locale])
    expect(hrefOf(page, FIRST.manager[locale])).toBe('/today')
  },
)

test('a reload leads back to the page of the form, where its reader may open it', async () => {
  const nadia = await inLanguage(world, world.nadia, 'en')
  const { id } = fixed
  expect(hrefOf(await nadia.get(`/sessions/${id}/place`), 'Back to the form')).toBe(`/sessions/${id}`)
  const tom = await inLanguage(world, world.tom, 'en')
  const page = await tom.get(`/sessions/${id}/outcome`)
  expect([page.status, hrefOf(page, 'Back to the form')]).toEqual([405, undefined])
  expect(hrefOf(page, 'Go to My sessions')).toBe('/mine')
})

test.each(LOCALES)('what cannot be read is said in %s', async (locale) => {
  const nobody = await world.as(null)
  const wrong = await nobody.ask('/sign-in', {
    method: 'POST',
    body: 'email=tom@people.example',
    headers: { 'Content-Type': 'text/plain', 'Accept-Language': locale },
  })
  const crossed = await (
    await world.as(null)
  ).ask('/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ email: 'tom@people.example' }),
    headers: { 'Sec-Fetch-Site': 'cross-site', 'Accept-Language': locale },
  })
  const large = await nobody.ask('/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ email: 'x'.repeat(3_000_000) }),
    headers: { 'Accept-Language': locale },
  })
  const said = [wrong, crossed, large].map((page) => [page.status, wordsOf(String(page.body)).slice(0, 90)])
  const expected = {
    en: ['This kind of content is not read here.', 'This did not come from', 'This is larger than'],
    fr: ['Ce type de contenu n’est pas lu ici.', 'Cet envoi ne provient pas', 'Cet envoi dépasse la taille'],
  }[locale]
  expect(said.map(([status]) => status)).toEqual([415, 403, 413])
  for (const [at, [, words]] of said.entries()) expect(words).toContain(expected[at])
  for (const page of [wrong, crossed, large])
    expect(waysOf(page).map(({ href }) => href)).toContain('/sign-in')
})

test('too many requests lead back to the form', async () => {
  const far = await aWorld()
  const nobody = await far.as(null)
  const asked = { email: 'tom@people.example', back: '/mine' }
  for (let press = 0; press < 60; press += 1)
    await nobody.ask('/sign-in', { method: 'POST', body: new URLSearchParams(asked) })
  const last = await submitted(nobody, '/sign-in', asked)
  expect([last.status, headingOf(last)]).toEqual([429, 'Please wait a little'])
  expect(hrefOf(last, 'Back')).toBe('/sign-in?back=%2Fmine')
})

/** As a browser posts a form from a page. */
function sentFrom(
  client: Client,
  path: string,
  from: string | null,
  fields: Readonly<Record<string, string>>,
) {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const referer = from === null ? {} : { Referer: `${env.ORIGIN}${from}` }
  return client.ask(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { ...headers, ...referer },
  })
}

test.each(LOCALES)('what a rule refuses comes back with the form, in %s', async (locale) => {
  const far = await aWorld()
  const session = await aFixedSession(settingOf(far), far.pairing, '2027-03-17T09:00Z')
  const tom = await inLanguage(far, far.tom, locale)
  const fields = { result: 'happened', commitment: 'Read one thread' }
  const refused = await sentFrom(tom, `/sessions/${session.id}/outcome`, '/mine?done=told', fields)
  expect([refused.status, headingOf(refused)]).toEqual([
    409,
    { en: 'This was not done', fr: 'L’action n’a pas abouti' }[locale],
  ])
  const back = hrefOf(refused, { en: 'Back to the form', fr: 'Revenir au formulaire' }[locale]) ?? ''
  expect(back).toMatch(/^\/mine\?kept=kpt_\w+$/)
  expect(String((await tom.get(back)).body)).toContain('Read one thread')
  const astray = await sentFrom(tom, `/sessions/${session.id}/outcome`, null, fields)
  expect(waysOf(astray).map(({ href }) => href)).not.toContain(`/sessions/${session.id}`)
  expect(hrefOf(astray, FIRST.mentor[locale])).toBe('/mine')
})

test('what an earlier refusal kept is not said to be what was typed now', async () => {
  const far = await aWorld()
  const session = await aFixedSession(settingOf(far), far.pairing, '2027-03-17T09:00Z')
  const tom = await far.as(far.tom)
  const path = `/sessions/${session.id}/outcome`
  const refused = await sentFrom(tom, path, '/mine', { result: 'happened', commitment: 'Read one thread' })
  const kept = hrefOf(refused, 'Back to the form') ?? ''
  expect(kept).toContain('?kept=')
  const large = await sentFrom(tom, path, kept, { result: 'happened', commitment: 'y'.repeat(3_000_000) })
  expect(large.status).toBe(413)
  expect(hrefOf(large, 'Back to the form')).toBe('/mine')
  expect(String(large.body)).not.toContain('is kept until tomorrow')
})

test('a form of a link that fails before the link is read leads back to its page, and to no other', async () => {
  const nobody = await (await aWorld()).as(null)
  const fails = (from: string) =>
    nobody.ask('/answer', {
      method: 'POST',
      body: new URLSearchParams({ k: 'x'.repeat(3_000_000) }),
      headers: { Referer: from },
    })
  const answer = await fails(`${env.ORIGIN}/answer?k=abc&option=opt_1`)
  expect([answer.status, hrefOf(answer, 'Back')]).toEqual([413, '/answer?k=abc'])
  for (const from of ['https://elsewhere.example/answer?k=abc', `${env.ORIGIN}/invite?k=abc`, 'nonsense'])
    expect(hrefOf(await fails(from), 'Back')).toBe(undefined)
})

test('a form of a closed programme leads back to its own page', async () => {
  const far = await aWorld()
  const { platform, northwind, nadia } = far
  const [format] = await listFormats(platform.db, northwind.id)
  const id = northwind.id
  const wish = { id: platform.newId('req'), programmeId: id, cancelFixed: true }
  have(await closeProgramme(platform, wish, asManager(nadia)))
  const client = await far.as(nadia)
  for (const [path, page] of [
    [`/programmes/${id}/plans`, `/programmes/${id}`],
    [`/formats/${format?.id}/archive`, `/formats/${format?.id}`],
  ] as const) {
    const refused = await sentFrom(client, path, null, {})
    expect([path, refused.status, headingOf(refused)]).toEqual([path, 409, 'This was not done'])
    expect(hrefOf(refused, 'Back to the form')).toMatch(new RegExp(`^${page}(\\?kept=kpt_\\w+)?$`))
  }
})

const DEAD = [
  { purpose: 'invite', reader: 'bernard', ownPage: true, signsIn: false },
  { purpose: 'answer', reader: 'bernard', ownPage: true, signsIn: false },
  { purpose: 'confirm', reader: 'bernard', ownPage: true, signsIn: false },
  { purpose: 'answer', reader: 'odile', ownPage: false, signsIn: true },
  { purpose: 'invite', reader: 'tom', ownPage: false, signsIn: true },
  { purpose: 'log', reader: 'tom', ownPage: false, signsIn: true },
  { purpose: 'meeting', reader: 'tom', ownPage: false, signsIn: true },
] as const
const WORDS = {
  en: { own: 'Send me the link to my own page', write: 'Email Nadia Haddad', signIn: 'Sign in' },
  fr: { own: 'M’envoyer le lien de ma propre page', write: 'Écrire à Nadia Haddad', signIn: 'Connexion' },
} as const

test.each(DEAD.flatMap((dead) => LOCALES.map((locale) => ({ ...dead, locale }))))(
  'an expired link to $purpose leads $reader on, in $locale',
  async ({ purpose, reader, ownPage, signsIn, locale }) => {
    const far = await aWorld()
    await inLanguage(far, far[reader], locale)
    const path = await deadLink(far, purpose, far[reader])
    const page = await (await far.as(null)).get(path)
    expect(page.status).toBe(410)
    const words = WORDS[locale]
    expect(hrefOf(page, words.write)).toBe('mailto:n.haddad@people.example')
    expect(hrefOf(page, words.signIn)).toBe(signsIn ? '/sign-in' : undefined)
    expect(String(page.body).includes(words.own)).toBe(ownPage)
  },
)

test('the link to his own page goes to his own address alone, twice a day at most', async () => {
  const far = await aWorld()
  const path = await deadLink(far, 'invite', far.bernard)
  const k = path.split('=')[1] ?? ''
  const nobody = await far.as(null)
  const said = []
  for (let press = 0; press < 4; press += 1) said.push(await submitted(nobody, '/own', { k, send: 'invite' }))
  const { email } = far.bernard
  expect(await ownPagesMailed()).toEqual([email, email])
  for (const page of said) expect([page.status, page.body]).toEqual([200, said[0]?.body])
  expect(headingOf(await nobody.get(path))).toBe('This link no longer works')
})

test('a sign-in link to an address that is no longer hers opens a mail, or asks for another', async () => {
  const far = await aWorld()
  const { platform, tom, nadia } = far
  const [id, until] = [platform.newId('sgn'), after(platform.now(), 10 * MINUTE)]
  const k = await platform.tokenOf(id)
  const signIn = { id, tokenHash: await hashOf(k), personId: tom.id, askedAt: platform.now() }
  have(
    await inOneBatch(platform.db, [
      insertSignIn(platform.db, { ...signIn, linkUntil: until, untilAt: until }),
    ]),
  )
  await (await far.as(nadia)).patch(`/api/v1/people/${tom.id}`, { email: 'other@people.example' })
  const page = await (await far.as(null)).get(`/sign-in?k=${k}`)
  expect([page.status, headingOf(page)]).toEqual([410, 'This link no longer works'])
  expect(hrefOf(page, 'Email Nadia Haddad')).toBe('mailto:n.haddad@people.example')
  expect(hrefOf(page, 'Sign in')).toBe('/sign-in')
})

test('nothing is sent for a link that is not an executive’s, nor by a GET', async () => {
  const far = await aWorld()
  const nobody = await far.as(null)
  const session = await sessionFor(far, 'invite')
  const paths = [far.tom, far.bernard].map((reader) => link(far.platform, 'invite', session, reader))
  const [ofTom, ofBernard] = (await Promise.all(paths)).map((path) => path.split('=')[1] ?? '')
  far.now('2027-03-30T09:00Z')
  expect((await submitted(nobody, '/own', { k: ofTom ?? '', send: 'invite' })).status).toBe(410)
  expect((await submitted(nobody, '/own', { k: ofTom ?? '', send: 'log' })).status).toBe(404)
  expect((await submitted(nobody, '/own', { k: 'nothing', send: 'invite' })).status).toBe(404)
  await nobody.get(`/own?k=${ofBernard}&send=invite`)
  expect(await ownPagesMailed()).toEqual([])
})

test('a living link of a mentor sends nothing to the executive', async () => {
  const far = await aWorld()
  const session = await aFixedSession(settingOf(far), far.pairing, '2027-03-17T09:00Z')
  const k = (await link(far.platform, 'invite', session, far.tom)).split('=')[1] ?? ''
  const page = await submitted(await far.as(null), '/own', { k, send: 'invite' })
  expect([page.status, hrefOf(page, 'Back')]).toEqual([409, `/own?k=${k}`])
  expect(await ownPagesMailed()).toEqual([])
})

test('whoever reads an address that is no longer his hears only whom to write to', async () => {
  const far = await aWorld()
  const session = await sessionFor(far, 'invite')
  for (const reader of [far.bernard, far.tom]) {
    const path = await link(far.platform, 'invite', session, reader)
    const nadia = await far.as(far.nadia)
    await nadia.patch(`/api/v1/people/${reader.id}`, { email: `new.${reader.email}` })
    const page = await (await far.as(null)).get(path)
    expect(page.status).toBe(410)
    expect(waysOf(page).filter((way) => !isMailto(way) && way.href !== '#content')).toEqual([])
    expect(String(page.body)).not.toContain('<form')
    const k = path.split('=')[1] ?? ''
    expect((await submitted(await far.as(null), '/own', { k, send: 'invite' })).status).toBe(410)
  }
})

test('an executive who has left is offered no page of his own', async () => {
  const far = await aWorld()
  const path = await deadLink(far, 'invite', far.bernard)
  await env.DB.prepare('DELETE FROM memberships WHERE person_id = ?').bind(far.bernard.id).run()
  const page = await (await far.as(null)).get(path)
  expect([page.status, String(page.body).includes('name="send"')]).toEqual([410, false])
})

test('a mentor who is signed in goes on from his dead link to his sessions', async () => {
  const far = await aWorld()
  const path = await deadLink(far, 'log', far.tom)
  const page = await (await far.as(far.tom)).get(path)
  expect(hrefOf(page, 'Go to My sessions')).toBe('/mine')
  const manager = await (await far.as(far.nadia)).get(path)
  expect(String(manager.body)).not.toContain('<nav ')
})

test('a log that is too early names the sender, and leads to his sessions', async () => {
  const far = await aWorld()
  const session = await aFixedSession(settingOf(far), far.pairing, '2027-03-17T09:00Z')
  const path = await link(far.platform, 'log', session, far.tom)
  const page = await (await far.as(null)).get(path)
  expect(headingOf(page)).toBe('Not over yet')
  expect(hrefOf(page, 'Go to My sessions')).toBe('/mine')
  expect(waysOf(page).filter(isMailto)).toHaveLength(1)
})

test('a log of a session that is off, and one that is closed, name the sender', async () => {
  const far = await aWorld()
  const session = await aFixedSession(settingOf(far), far.pairing, '2027-03-17T09:00Z')
  const path = await link(far.platform, 'log', session, far.tom)
  far.now('2027-03-17T10:00Z')
  const nobody = await far.as(null)
  await submitted(nobody, '/log', { k: path.split('=')[1] ?? '', result: 'happened' })
  far.now('2027-03-17T12:00Z')
  const closed = await nobody.get(path)
  expect([headingOf(closed), waysOf(closed).filter(isMailto).length]).toEqual(['This is saved', 1])
  const other = await aFixedSession(settingOf(far), far.pairing, '2027-03-19T09:00Z')
  const gone = await link(far.platform, 'log', other, far.tom)
  await (await far.as(far.nadia)).post(`/api/v1/sessions/${other.id}/cancellation`, {})
  const page = await nobody.get(gone)
  expect([headingOf(page), waysOf(page).filter(isMailto).length]).toEqual(['Nothing to save here', 1])
})

test('a meeting of which something was said leads to his sessions', async () => {
  const far = await aWorld()
  const session = await aFixedSession(settingOf(far), far.pairing, '2027-03-17T09:00Z')
  const path = await link(far.platform, 'meeting', session, far.tom)
  const k = path.split('=')[1] ?? ''
  const page = await submitted(await far.as(null), '/meeting', { k, say: 'cannot' })
  expect(hrefOf(page, 'Go to My sessions')).toBe('/mine')
  expect(waysOf(page).filter(isMailto)).toHaveLength(1)
})

test('a meeting that is over leads to its log, to his sessions where that has no link', async () => {
  const far = await aWorld()
  const nobody = await far.as(null)
  const again = await aFixedSession(settingOf(far), far.pairing, '2027-03-18T09:00Z')
  const later = await link(far.platform, 'meeting', again, far.tom)
  far.now('2027-03-18T10:00Z')
  const over = await nobody.get(later)
  expect(hrefOf(over, 'Go to My sessions')).toBe('/mine')
  expect(waysOf(over).filter(isMailto)).toHaveLength(1)
  const log = await link(far.platform, 'log', again, far.tom)
  expect(hrefOf(await nobody.get(later), 'Say how it went')).toBe(log)
  expect(headingOf(await nobody.get(log))).toBe('How did it go?')
})

test('opening a dead end writes nothing', async () => {
  const far = await aWorld()
  const path = await deadLink(far, 'invite', far.bernard)
  const nadia = await far.as(far.nadia)
  const before = await rows()
  for (const address of [path, '/nowhere', '/statuses', '/log?k=nothing']) await nadia.get(address)
  expect(await rows()).toEqual(before)
})

/** The addresses to which links to an executive’s own page go. */
async function ownPagesMailed(): Promise<readonly unknown[]> {
  const letters = "SELECT letter FROM outbox WHERE json_extract(letter, '$.kind') = 'own'"
  const { results } = await env.DB.prepare(letters).all<{ readonly letter: string }>()
  return results.map(({ letter }) => Object(JSON.parse(letter)).reader.email)
}

async function rows(): Promise<readonly unknown[]> {
  const tables = ['events', 'outbox', 'links', 'kept_forms', 'sign_ins', 'counters']
  const counts = tables.map((table) => env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first('n'))
  return Promise.all(counts)
}

function sessionFor(far: World, purpose: LinkPurpose) {
  return purpose === 'answer'
    ? anOffer(settingOf(far), far.pairing)
    : aFixedSession(settingOf(far), far.pairing, '2027-03-17T09:00Z')
}

/** A link as it was mailed, opened when it is too late. */
async function deadLink(far: World, purpose: LinkPurpose, reader: Person): Promise<string> {
  far.now('2027-03-15T08:00Z')
  const session = await sessionFor(far, purpose)
  const path = await link(far.platform, purpose, session, reader)
  far.now('2027-03-30T09:00Z')
  return path
}
