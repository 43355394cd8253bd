import { env } from 'cloudflare:workers'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { members } from '../../../schema/index.ts'
import { changePairing } from '../../../worker/actions/pairing/change.ts'
import { askQuestion } from '../../../worker/actions/session/ask-question.ts'
import { logOutcome } from '../../../worker/actions/session/log-outcome.ts'
import { setAvailability } from '../../../worker/actions/slot/set-availability.ts'
import { MAX_IMPORT_LINES } from '../../../worker/domain/limits.ts'
import { sentBody } from '../../support/api-requests.ts'
import { bring, confirm, exported } from '../../support/imports.ts'
import { HAPPENED } from '../../support/logged-session.ts'
import { hours } from '../../support/times.ts'
import {
  aFixedSession,
  aMentor,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
} from '../../support/world.ts'

const HEADER = 'name,email,roles,zone,locale,unit,reports_to,assistants,blockers,minutes,aliases,short_name'

test('a file is read, says line by line what it would do, and is done by its confirmation', async () => {
  const world = await aWorld()
  const { bernard, odile } = world
  const read = await bring(
    world,
    'people',
    `name,email,roles,zone\nClaude Bernard,${bernard.email.toUpperCase()},executive,Europe/Paris\nZoe Fabre,Zoe@People.example,mentor|executive,europe/paris\nOdile Martin-Roux,${odile.email},,`,
  )
  expect(read.status).toBe(201)
  expect(read.body).toMatchObject({
    kind: 'people',
    errors: 0,
    counts: { made: 1, changed: 1, unchanged: 1 },
    rows: [
      { line: 2, verdict: 'unchanged', values: { email: bernard.email } },
      {
        line: 3,
        verdict: 'made',
        values: { email: 'zoe@people.example', roles: 'executive|mentor', zone: 'Europe/Paris' },
      },
      { line: 4, verdict: 'changed', changes: [{ field: 'name', after: 'Odile Martin-Roux' }] },
    ],
  })
  const id = Object(read.body).id
  const nadia = await world.as(world.nadia)
  expect(await nadia.get(`/api/v1/imports/${id}`)).toMatchObject({ status: 200, body: read.body })
  const confirmed = await nadia.post(`/api/v1/imports/${id}/confirmation`)
  expect(confirmed).toMatchObject({ status: 200, body: { made: 1, changed: 1, unchanged: 1 } })
  expect(await nadia.post(`/api/v1/imports/${id}/confirmation`)).toMatchObject({
    status: 200,
    body: confirmed.body,
  })
  expect(await nadia.get(`/api/v1/imports/${id}`)).toMatchObject({
    body: { rows: [], confirmedAt: '2027-03-15T08:00:00Z', counts: confirmed.body },
  })
})

test('every wrong cell is named, with a code and a sentence, and nothing of the file is done', async () => {
  const world = await aWorld()
  const { bernard, odile, tom } = world
  const lines = [
    ',,,,,,,,,,,x',
    'A,nobody,boss,Mars/Olympus,de,,who@people.example,,sleepy,4,,',
    `B,b@people.example,executive,Europe/Paris,,,,,,,${tom.email},`,
    'B again,B@PEOPLE.example,executive,Europe/Paris,,,,,,,,',
    `Claude,${bernard.email},mentor,,,,${bernard.email},,,,,`,
    `Odile,${odile.email},assistant,Europe/Paris,,,,nobody@people.example,,,,`,
    `Tom,${tom.email},executive,,,,,,,,,`,
    `Zoe,z@people.example,mentor,Europe/Paris,,,,,,,,Coaching Z.`,
  ]
  const { status, body } = await bring(world, 'people', [HEADER, ...lines].join('\n'))
  expect(status).toBe(201)
  const errors = Object(body).rows.map((row: object) =>
    Object(row).errors.map(({ field, code }: Readonly<Record<string, string>>) => `${field} ${code}`),
  )
  expect(errors).toEqual([
    ['email needed', 'name needed', 'roles needed', 'zone needed'],
    [
      ...['email no-address', 'roles unknown-role', 'zone unknown-zone', 'locale unknown-locale'],
      ...['blockers unknown-blocker', 'minutes bad-minutes', 'reports_to nobody-here'],
    ],
    ['aliases address-taken'],
    ['email duplicate'],
    ['reports_to no-such-person'],
    ['assistants nobody-here'],
    ['roles role-in-use'],
    ['short_name outward-words'],
  ])
  for (const row of Object(body).rows)
    for (const { message } of row.errors) expect(message).toMatch(/^.{5,200}[.]$/)
  const nadia = await world.as(world.nadia)
  expect(await nadia.post(`/api/v1/imports/${Object(body).id}/confirmation`)).toMatchObject({
    status: 409,
    body: { error: { code: 'lines-with-errors', message: expect.stringContaining('8 lines') } },
  })
  expect(await addressesLike('b@people.example')).toBe(0)
})

test('sentences are in the language of whoever reads the file', async () => {
  const world = await aWorld()
  await env.DB.prepare("UPDATE people SET locale = 'fr', version = version + 1 WHERE id = ?")
    .bind(world.nadia.id)
    .run()
  const { body } = await bring(world, 'people', 'name,email\nA,a')
  expect(Object(body).rows[0].errors[0].message).toBe('«\u202fa\u202f» n’est pas une adresse complète.')
})

test('a reporting line is judged as the whole file leaves it', async () => {
  const world = await aWorld()
  const line = (name: string, above: string) =>
    `${name},${name}@people.example,executive,Europe/Paris,,,${above && `${above}@people.example`},,,,,`
  const circle = [HEADER, line('a', 'b'), line('b', 'c'), line('c', 'a')].join('\n')
  const read = await bring(world, 'people', circle)
  expect(Object(read.body).rows.map((row: object) => Object(row).errors[0]?.code)).toEqual([
    ...['reporting-circle', 'reporting-circle', 'reporting-circle'],
  ])
  const above = [HEADER, line('a', ''), line('b', 'a'), line('c', 'b')].join('\n')
  await confirm(world, await bring(world, 'people', above))
  // The first goes below the last, who goes to the top: in any order of lines this is no circle.
  const turned = [HEADER, line('a', 'c'), line('b', 'a'), line('c', '')].join('\n')
  expect(await confirm(world, await bring(world, 'people', turned))).toMatchObject({
    body: { made: 0, changed: 2, unchanged: 1 },
  })
})

test('a pairing is judged by its own rule: roles, the reporting line, one at a time', async () => {
  const world = await aWorld()
  const { tom, bernard, odile, nadia } = world
  const here = settingOf(world)
  const boss = await aPersonIn(here, 'mentor', { name: 'Ben Boss' })
  const zoe = await aPersonIn(here, 'executive', { name: 'Zoe Fabre', reportsTo: boss.id })
  const { yara } = await fabrikamBeside(world)
  const lines = [
    `${tom.email},${bernard.email},,`,
    `${tom.email},${bernard.email},workshop,`,
    `${tom.email},${zoe.email},,Room 4`,
    `${tom.email},${zoe.email},,`,
    `${boss.email},${zoe.email},mentoring,`,
    `${odile.email},${zoe.email},mentoring,`,
    `${tom.email},${yara.email},mentoring,`,
    `${tom.email},${nadia.email},lunch,http://room`,
  ]
  const { body } = await bring(world, 'pairings', `mentor,executive,kind,place\n${lines.join('\n')}`)
  expect(
    Object(body).rows.map((row: object) => {
      const { verdict, errors } = Object(row)
      return verdict ?? errors.map(({ field, code }: Readonly<Record<string, string>>) => `${field} ${code}`)
    }),
  ).toEqual([
    'unchanged',
    [' duplicate'],
    'made',
    [' duplicate'],
    ['executive reporting-line'],
    ['mentor not-a-mentor'],
    ['executive nobody-here'],
    ['kind unknown-kind', 'place bad-place'],
  ])
})

test('the hours of a person are all lines of that person', async () => {
  const world = await aWorld()
  const { tom, bernard } = world
  const lines = [
    `${tom.email},1,9:00,12h30`,
    `${tom.email},1,12:00,13:00`,
    `${tom.email},8,09:00,10:00`,
    `${tom.email},22/03/2027,,`,
    `${tom.email},2027-03-22,09:00,10:00`,
    `${tom.email},2,10:00,09:00`,
    `${tom.email},3,,09:00`,
    'who@people.example,3,08:00,09:00',
    `${bernard.email},5,20:00,00:00`,
  ]
  const { body } = await bring(world, 'hours', `email,day,from,to\n${lines.join('\n')}`)
  expect(
    Object(body).rows.map((row: object) => {
      const { verdict, errors } = Object(row)
      return verdict ?? errors.map(({ field, code }: Readonly<Record<string, string>>) => `${field} ${code}`)
    }),
  ).toEqual([
    [],
    ['from overlapping-hours'],
    ['day bad-day'],
    [],
    ['from overlapping-hours'],
    ['to bad-order'],
    ['from time-needed'],
    ['email nobody-here'],
    'made',
  ])
  const [first = '', , , closed = ''] = lines
  const good = await bring(world, 'hours', `email,day,from,to\n${first}\n${closed}\n${lines.at(-1)}`)
  expect(await confirm(world, good)).toMatchObject({ body: { made: 1, changed: 2, unchanged: 0 } })
  const nadia = await world.as(world.nadia)
  expect(await nadia.get(`/api/v1/people/${tom.id}/availability`)).toMatchObject({
    body: {
      ...{ zone: 'Europe/Paris', weekly: [{ day: 1, from: '09:00', to: '12:30' }] },
      exceptions: [{ date: '2027-03-22' }],
    },
  })
  expect(await nadia.get(`/api/v1/people/${bernard.id}/availability`)).toMatchObject({
    body: { weekly: [{ day: 5, from: '20:00', to: '24:00' }] },
  })
})

test.each([
  ['an unknown column', 'name,email,e-mail 2,note\nA,a@x.example,,', 400, 'unknown-field', 'note'],
  ['a column twice', 'email,email\na@x.example,', 422, 'invalid', 'twice'],
  ['no column that says who', 'name,zone\nA,UTC', 422, 'invalid', 'email'],
  ['nothing', '', 422, 'invalid', 'nothing in it'],
  ['a header alone', 'name,email\n\n;;\n', 422, 'invalid', 'nothing below it'],
  ['quotes that are never closed', 'name,email\n"A,a@x.example\nB,b@x.example', 422, 'invalid', 'line 2'],
  ['a bomb of columns', `email${',x'.repeat(400_000)}\na`, 422, 'invalid', 'columns'],
  [
    'a bomb of lines',
    `email\n${'a\n'.repeat(450_000)}`,
    422,
    'invalid',
    `${MAX_IMPORT_LINES.toLocaleString('en')} lines`,
  ],
  ['a bomb of quotes', `email\n${'"'.repeat(900_001)}`, 422, 'invalid', 'quote'],
])('a file with %s is refused by name', async (_, csv, status, code, said) => {
  const world = await aWorld()
  const started = performance.now()
  const answer = await bring(world, 'people', csv)
  expect({ status: answer.status, code: Object(answer.body).error?.code }).toEqual({ status, code })
  expect(JSON.stringify(answer.body)).toContain(said)
  expect(performance.now() - started).toBeLessThan(3000)
  expect(await env.DB.prepare('SELECT count(*) AS count FROM imports').first('count')).toBe(0)
})

test('what is too large, no CSV, or of another programme is refused before it is read', async () => {
  const world = await aWorld()
  const { fabrikam } = await fabrikamBeside(world)
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/imports?programme=${world.northwind.id}&kind=people`
  const large = await nadia.ask(path, { method: 'POST', ...sentBody({ csv: 'x'.repeat(1_000_001) }) })
  expect(large.status).toBe(413)
  expect(await nadia.post(path, {})).toMatchObject({ status: 415 })
  const elsewhere = path.replace(world.northwind.id, fabrikam.id)
  expect(await nadia.ask(elsewhere, { method: 'POST', ...sentBody({ csv: 'email\na' }) })).toMatchObject({
    status: 404,
  })
  const strange = path.replace('kind=people', 'kind=sessions')
  expect(await nadia.ask(strange, { method: 'POST', ...sentBody({ csv: 'email\na' }) })).toMatchObject({
    status: 422,
  })
})

const NASTY = 'name,email,roles,zone\nÉloïse Çelik,e@people.example,mentor,Europe/Paris'

test.each([
  ['UTF-8', encoded(NASTY)],
  ['UTF-8 with a byte order mark', encoded(`\ufeff${NASTY}`)],
  ['Windows-1252', Uint8Array.from(NASTY, (each) => each.charCodeAt(0))],
  ['what Excel calls Unicode', utf16(`\ufeff${NASTY.replaceAll(',', '\t')}`)],
  ['semicolons', encoded(NASTY.replaceAll(',', ';'))],
  ['a line that names the separator', encoded(`sep=;\r\n${NASTY.replaceAll(',', ';')}`)],
  ['the line ends of Windows, and empty lines', encoded(`${NASTY.replace('\n', '\r\n\r\n')}\r\n;;;\r\n`)],
  [
    'quotes, a line break in them, and a header in capitals',
    encoded('"Name "," E-mail"\n'.replace(' E-mail', ' EMAIL') + '"Éloïse\nÇelik","E@people.example"'),
  ],
])('a file is read in %s', async (_, octets) => {
  const world = await aWorld()
  await aPersonIn(settingOf(world), 'mentor', { name: 'E', email: 'e@people.example' })
  const { status, body } = await bring(world, 'people', octets)
  expect(status, JSON.stringify(body)).toBe(201)
  expect(Object(body).rows[0].values).toMatchObject({ name: 'Éloïse Çelik', email: 'e@people.example' })
  expect(Object(body).errors).toBe(0)
})

test('what stands in no text is refused at its field; letters that look alike are somebody else', async () => {
  const world = await aWorld()
  const { bernard } = world
  const at = bernard.email.indexOf('@')
  const lookalike = `${bernard.email.slice(0, at)}@${bernard.email.slice(at + 1).replace('e', 'е')}`
  const lines = [
    `N\u0000ul,nul@people.example,mentor,Europe/Paris`,
    `"Tom\r\nBcc: all@people.example",crlf@people.example,mentor,Europe/Paris`,
    `Claude Bernard,${lookalike},executive,Europe/Paris`,
    `Zoe,zоe@people.example,executive,Europe/Paris`,
    `Ann,ann@people.example,mentor,Europe/Paris,more`,
    `Short,short@people.example,mentor`,
    `Low\u001b[31m,low@people.example,mentor,Europe/Paris`,
  ]
  const { body } = await bring(world, 'people', `name,email,roles,zone\n${lines.join('\n')}`)
  const rows: readonly unknown[] = Object(body).rows
  expect(
    rows.map(
      (row) =>
        Object(row)
          .errors.map((each: object) => Object(each).code)
          .join(' ') || Object(row).verdict,
    ),
  ).toEqual(['unreadable', 'made', 'made', 'other-letters', 'too-many-cells', 'needed', 'unreadable'])
  expect(Object(rows[1]).values.name).toBe('Tom Bcc: all@people.example')
  expect(Object(rows[2]).values.email).toMatch(/@.*xn--/)
})

test('a person known to another manager joins quietly, and only what is hers is written', async () => {
  const world = await aWorld()
  const { rita, fabrikam, ugo } = await fabrikamBeside(world)
  const csv = `${HEADER}\nUgo from here,${ugo.email},mentor,Asia/Kathmandu,fr,Sales,,,,,other@people.example,`
  const unknown = `${HEADER}\nUgo from here,nobody-knows@people.example,mentor,Asia/Kathmandu,fr,Sales,,,,,o2@people.example,`
  const [read, other] = [await bring(world, 'people', csv), await bring(world, 'people', unknown)]
  const shown = (body: unknown) =>
    JSON.stringify({ ...Object(body), id: '', name: '' })
      .replaceAll(ugo.email, 'nobody-knows@people.example')
      .replaceAll('other@', 'o2@')
  expect(shown(read.body)).toBe(shown(other.body))
  expect(await confirm(world, read)).toMatchObject({ body: { made: 1 } })

  const ritas = await world.as(rita)
  expect(await ritas.get(`/api/v1/people/${ugo.id}?programme=${fabrikam.id}`)).toMatchObject({
    body: { name: 'Ugo Conti', zone: 'Europe/Paris', locale: 'en', unit: null, aliases: [] },
  })
  const nadia = await world.as(world.nadia)
  expect(await nadia.get(`/api/v1/people/${ugo.id}?programme=${world.northwind.id}`)).toMatchObject({
    body: { name: 'Ugo from here', zone: 'Europe/Paris', unit: 'Sales' },
  })
  // Now he is hers too: hours and zone are answered as sent, and stay.
  const hourly = await bring(world, 'hours', `email,day,from,to\n${ugo.email},1,09:00,10:00`)
  expect(await confirm(world, hourly)).toMatchObject({ status: 200, body: { unchanged: 0 } })
  expect(await ritas.get(`/api/v1/people/${ugo.id}/availability`)).toMatchObject({
    body: { weekly: expect.objectContaining({ length: 5 }) },
  })
})

test('whoever asks for somebody of another manager hears what he hears of nobody', async () => {
  const world = await aWorld()
  const { yara } = await fabrikamBeside(world)
  const line = (above: string) => `A,a@people.example,executive,Europe/Paris,,,${above},${above},,,,`
  const errorsOf = async (above: string) =>
    JSON.stringify(Object((await bring(world, 'people', `${HEADER}\n${line(above)}`)).body).rows[0].errors)
  expect((await errorsOf(yara.email)).replaceAll(yara.email, 'x@x.example')).toBe(
    await errorsOf('x@x.example'),
  )
})

test('all that is taken out can be brought in again without a change, whatever it is called', async () => {
  const world = await aWorld()
  const { platform, tom, bernard, pairing, nadia } = world
  const here = settingOf(world)
  const names = [
    '=HYPERLINK("https://evil.example";"x")',
    '+33 1 23 45 67 89',
    '-1; DROP TABLE people',
    '@SUM(A1)',
    '\'t Hooft, "Zoë" | Ltd',
    "'=already",
    'a;=1+1,-2',
    'O’Neil 🦊 田中',
    '1;2',
  ]
  for (const [index, name] of names.entries()) {
    const person = await aPersonIn(here, index % 2 ? 'mentor' : 'executive', {
      ...{ name, email: `=p${index}@people.example`, unit: `=${name}`, shortName: `@${index}` },
      ...{
        aliases: [`+b${index}@people.example`, `-a${index}@people.example`],
        blockers: ['handled', 'booked'],
      },
      ...{ reportsTo: nadia.id, assistantIds: [world.odile.id], rules: { minutes: 25 }, locale: 'fr' },
    })
    if (index % 2)
      await aPairing(here, await aMentor(here, `Mentor ${index}`), bernard, 'proposed', 'workshop').then(
        ({ id }) =>
          changePairing(
            platform,
            id,
            { place: { kind: 'room', room: ['+1 555 0100', 'room: 4', '=A1'][index % 3] ?? '' } },
            asManager(nadia),
          ),
      )
    else await aPairing(here, tom, person, 'paused')
  }
  have(
    await changePairing(
      platform,
      pairing.id,
      { place: { kind: 'phone', number: '+33 1 23 45 67 89' } },
      asManager(nadia),
    ),
  )
  const odd = hours({
    zone: 'Asia/Kathmandu',
    exceptions: [
      { date: '2027-03-22', from: null, to: null },
      { date: '2027-03-23', from: 540, to: 600 },
    ],
  })
  have(
    await setAvailability(
      platform,
      tom.id,
      { ...odd, weekly: [...odd.weekly, { day: 1, from: 600, to: 720 }] },
      asManager(nadia),
    ),
  )

  for (const kind of ['people', 'pairings', 'hours'] as const)
    for (const separator of ['comma', 'semicolon']) {
      const text = await exported(world, kind, separator)
      const lines = text.trimEnd().split('\r\n').length - 1
      expect(text.replaceAll('"', '')).not.toMatch(/(^|[,;\n\t])[=+\-@]/)
      const read = await bring(world, kind, text)
      expect(read.body, JSON.stringify(read.body).slice(0, 600)).toMatchObject({
        ...{ errors: 0, counts: { made: 0, changed: 0, unchanged: lines } },
      })
      const before = await env.DB.prepare('SELECT count(*) AS count FROM events').first('count')
      expect(await confirm(world, read)).toMatchObject({ body: { made: 0, changed: 0, unchanged: lines } })
      expect(await env.DB.prepare('SELECT count(*) AS count FROM events').first('count')).toBe(before)
    }
})

test('an export says when and where, and nothing of what for', async () => {
  const world = await aWorld()
  await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  const sessions = await exported(world, 'sessions', 'comma')
  expect(sessions.split('\r\n')[0]).toBe(
    '\ufeffid,mentor,executive,status,date,from,to,zone,start,end,place'.slice(1),
  )
  expect(sessions).toContain('fixed,2027-03-17,10:00,10:30,Europe/Paris,2027-03-17T09:00:00Z')
  const log = await env.DB.prepare('SELECT subject_id, route FROM access_log').all()
  const read = [world.bernard, world.tom, world.odile].map(({ id }) => id)
  expect(new Set(log.results.map((line) => line['subject_id']))).toEqual(new Set(read))
  expect(new Set(log.results.map((line) => line['route']))).toEqual(
    new Set(['/api/v1/programmes/:id/export']),
  )
})

test('no file has a stage, an aim, a commitment, a question, a note or a reason', async () => {
  const world = await aWorld()
  const { platform, tom, bernard, nadia, pairing } = world
  have(await changePairing(platform, pairing.id, { aim: 'filters' }, asManager(nadia)))
  const met = await aFixedSession(settingOf(world), pairing, '2027-03-16T09:00Z')
  have(await askQuestion(platform, pairing.id, 'Why is the axolotl silent?'))
  world.now('2027-03-16T10:00Z')
  const said = { commitment: 'Plant a narwhal', evidence: 'asking-others-in', whyNotHeld: 'travel' } as const
  const log = { ...HAPPENED, ...said, result: 'cut-short', needsManager: true } as const
  have(await logOutcome(platform, met.id, log, { id: tom.id, door: 'link' }))
  const words = { notes: 'A private marigold', version: sql`version + 1` }
  await platform.db.update(members).set(words).where(eq(members.personId, bernard.id))

  for (const kind of ['people', 'pairings', 'hours', 'sessions']) {
    const text = await exported(world, kind, 'comma')
    expect(text).toContain(tom.email)
    expect(text).not.toMatch(/axolotl|narwhal|asking|travel|filters|marigold|aim|stage|needs/i)
    expect(text).not.toContain(bernard.replyAddress)
  }
})

test('a date that meets elsewhere by an import is told as by a press', async () => {
  const world = await aWorld()
  const { tom, bernard } = world
  await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  const before = await env.DB.prepare('SELECT count(*) AS count FROM outbox').first<number>('count')
  const read = await bring(
    world,
    'pairings',
    `mentor,executive,place\n${tom.email},${bernard.email},Blue room`,
  )
  expect(await confirm(world, read)).toMatchObject({ body: { made: 0, changed: 1, unchanged: 0 } })
  expect(await env.DB.prepare('SELECT count(*) AS count FROM outbox').first('count')).toBe((before ?? 0) + 2)
})

function addressesLike(address: string) {
  return env.DB.prepare('SELECT count(*) AS count FROM addresses WHERE address = ?')
    .bind(address)
    .first('count')
}

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new TextEncoder().encode(text))
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    Array.from(text).flatMap((each) => [each.charCodeAt(0) & 255, each.charCodeAt(0) >> 8]),
  )
}
