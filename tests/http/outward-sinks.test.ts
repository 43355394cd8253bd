import { expect, test } from 'vitest'

import { formats } from '../../schema/index.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import { type Finding, lintOutward, type Outward } from '../../worker/domain/letter/discretion.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import type { Client } from '../support/client.ts'
import { everyRequest, type Sample } from '../support/every-request.ts'
import { aCast, type Cast, everythingOf, type Things } from '../support/everything.ts'
import { unpacked } from '../support/unpacked.ts'
import { aMentor, aWorld, asManager, have, settingOf, type World } from '../support/world.ts'

/** What a programme is called inside; nobody outside may read it. */
const NAME = 'Mentoring at Orchid'
const rules = { forbiddenWords: ['orchid'], hiddenNames: [] }

/** Looks of an executive, an assistant or a mentor: by a link, at the desk, or signed in. */
const ROUTES_OF_LINKS = [
  ...['/answer', '/invite', '/confirm', '/meeting', '/log', '/pulse', '/own', '/own/record'],
  ...['/invite/calendar', '/calendar.ics', '/own/record/file'],
]
const ROUTES_OF_DESK = ['/desk', '/desk/sessions/:id', '/desk/executives/:id/calendar']
const ROUTES_OF_MENTORS = ['/mine', '/mine/record', '/mine/record/file', '/availability', '/guide']
/** Pages on which somebody reads, by himself, what his hours were for: no body of theirs is outward. */
const SAID_TO_ONESELF = ['/own/record', '/own/record/file', '/log', ...ROUTES_OF_MENTORS]

for (const locale of ['en', 'fr'] as const)
  for (const title of [null, 'Monthly look', 'Learning lunch'])
    test(`in ${locale}, with ${title ?? 'no'} title of a format, no sink of theirs says what it is for`, async () => {
      const { world, things, cast } = await lived(locale, title)
      const [tom, odile, nobody] = await Promise.all([
        world.as(cast.mentor),
        world.as(cast.assistant),
        world.as(null),
      ])
      const found = [
        ...(await looks(nobody, things, ROUTES_OF_LINKS)),
        ...(await looks(odile, things, ROUTES_OF_DESK)),
        ...(await looks(tom, things, ROUTES_OF_MENTORS)),
        ...(await looks(await world.as(world.nadia), things, ['/programmes/:id/export'])),
      ].flatMap(({ sample, outward }) => named(sample.route, lintOutward(outward, rules)))
      expect(found).toEqual([])

      await tick(world.platform)
      expect(world.mails.length).toBeGreaterThan(5)
      const inMails = world.mails.flatMap(({ raw }) => named('mail', lintOutward(outwardIn(raw), rules)))
      expect(inMails).toEqual([])
      const titles = world.mails.flatMap(({ raw }) => /^SUMMARY:(.*)$/m.exec(unpacked(raw))?.[1] ?? [])
      expect(titles.includes('Monthly look')).toBe(title === 'Monthly look')
    })

test('the lint of the sinks finds what is planted in each of them', () => {
  const page = '<title>Mentoring</title><body>Orchid</body>'
  expect(
    lintOutward(ofPage('/own', '/own?k=1', page, new Headers()), rules).map(({ where }) => where),
  ).toEqual(['subject', 'body'])
  const attached = new Headers({ 'Content-Disposition': 'attachment; filename="coaching.csv"' })
  expect(lintOutward(ofPage('/own/record/file', '/', '{}', attached), rules)).toMatchObject([
    { where: 'fileName', word: 'coaching' },
  ])
  const calendar = 'BEGIN:VCALENDAR\r\nNAME:Orchid\r\nSUMMARY:Coaching\r\nURL:https://meet.example/tutor\r\n'
  expect(
    lintOutward(ofCalendar(calendar), rules)
      .map(({ where }) => where)
      .toSorted(),
  ).toEqual([...['calendarName', 'summary', 'url']])
})

type Look = { readonly sample: Sample; readonly outward: Outward }

async function looks(client: Client, things: Things, routes: readonly string[]): Promise<readonly Look[]> {
  const samples = everyRequest(things).filter(({ route }) => routes.some((each) => route === `GET ${each}`))
  expect(new Set(samples.map(({ route }) => route)).size).toBe(routes.length)
  const files = samples.flatMap((sample) =>
    sample.route.endsWith('/record/file')
      ? ['json', 'html', 'head'].map((as) => ({ ...sample, path: withQuery(sample.path, `as=${as}`) }))
      : [sample],
  )
  return Promise.all(
    files.map(async (sample) => {
      const { status, body, headers } = await client.get(sample.path)
      expect(status, sample.path).toBe(200)
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      const route = sample.route.slice('GET '.length)
      return { sample, outward: ofPage(route, sample.path, text, headers) }
    }),
  )
}

/** What of a response is read over a shoulder, in a list of tabs or files, or by a calendar. */
function ofPage(route: string, path: string, text: string, headers: Headers): Outward {
  const fileName = /filename="([^"]*)"/.exec(headers.get('Content-Disposition') ?? '')?.[1] ?? ''
  if (text.startsWith('BEGIN:VCALENDAR')) return { ...ofCalendar(text), url: path, fileName }
  const title = /<title>(.*?)<\/title>/s.exec(text)?.[1] ?? ''
  const body = SAID_TO_ONESELF.includes(route) || route.endsWith('/export') ? '' : visibleIn(text)
  // An address of a link stands in mails and calendars; one behind a sign-in stands nowhere.
  return { subject: title, url: path.includes('k=') ? path : '', fileName, body }
}

/** What stands on a page, in its head and foot too. */
function visibleIn(html: string): string {
  const body = html.slice(html.indexOf('<body')).replaceAll(/<(script|style)\b.*?<\/\1>/gs, '')
  return body
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll('&amp;', '&')
}

function ofCalendar(text: string): Outward {
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  const of = (...names: readonly string[]) =>
    lines
      .filter((line) => names.some((name) => line.startsWith(`${name}:`) || line.startsWith(`${name};`)))
      .join('\n')
  return {
    calendarName: of('NAME', 'X-WR-CALNAME', 'PRODID', 'X-WR-CALDESC'),
    summary: of('SUMMARY'),
    description: of('DESCRIPTION', 'COMMENT', 'CATEGORIES'),
    location: of('LOCATION'),
    url: of('URL', 'CONFERENCE', 'UID', 'ATTACH'),
    attendee: of('ATTENDEE', 'ORGANIZER'),
  }
}

/** All of a mail but what its own tests read: the body of one to a mentor or manager may say a little more. */
function outwardIn(raw: string): Outward {
  const [head = ''] = raw.split('\r\n\r\n')
  const headers = head.replaceAll('\r\n ', ' ')
  const text = unpacked(raw)
  const calendar = /BEGIN:VCALENDAR.*?END:VCALENDAR/s.exec(text)?.[0]
  return {
    ...(calendar && ofCalendar(calendar.replaceAll(/\r?\n/g, '\r\n'))),
    subject: headers,
    fileName: Array.from(raw.matchAll(/(?:file)?name="?([^"\r\n;]*)/gi), ([, name]) => name).join(' '),
  }
}

function named(sink: string, findings: readonly Finding[]): readonly string[] {
  return findings.map(({ where, word }) => `${sink}: “${word}” in ${where}`)
}

function withQuery(path: string, query: string): string {
  return path.includes('?') ? `${path}&${query}` : `${path}?${query}`
}

/** Everything that can be looked at, in a programme whose own name says it all. */
async function lived(locale: Person['locale'], title: string | null) {
  const world: World = await aWorld()
  const { platform, nadia, northwind } = world
  const manager = await world.as(nadia)
  const renamed = { name: NAME, shortName: 'Harbour', policy: { forbiddenWords: ['orchid'] } }
  expect(await manager.patch(`/api/v1/programmes/${northwind.id}`, renamed)).toMatchObject({ status: 200 })
  if (title) await platform.db.update(formats).set({ outwardTitle: title })
  const here = settingOf(world)
  const mentor = await aMentor(here, 'Mia Rossi')
  const names = ['Odette Lang', 'Ana Silva', 'Ben Ode', 'Cal Roux', 'Dan Weber', 'Eli Novak']
  const cast: Cast = await aCast(here, names, mentor)
  const everybody = [mentor, cast.executive, cast.assistant, ...cast.spare]
  for (const { id } of everybody)
    have(await changePerson(platform, id, { locale }, asManager(nadia), { programmeId: northwind.id }))
  return { world, cast, things: await everythingOf(here, cast, '2027-03-15T08:00Z') }
}
