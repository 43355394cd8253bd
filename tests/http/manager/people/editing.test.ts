import { expect, test } from 'vitest'

import { addPerson } from '../../../../worker/actions/people/add.ts'
import type { ProgrammeId } from '../../../../worker/domain/ids.ts'
import type { Person } from '../../../../worker/domain/people/person.ts'
import { findPerson } from '../../../../worker/storage/people/person.ts'
import { findAvailability } from '../../../../worker/storage/slot/availability.ts'
import type { Client } from '../../../support/client.ts'
import { submitted } from '../../../support/forms.ts'
import { attributeOf, tagsOf, wordsOf } from '../../../support/pages.tsx'
import { aProgramme, asManager, aWorld, have, humanNamed, type World } from '../../../support/world.ts'

const SECTIONS = [
  'basics',
  'addresses',
  'assistants',
  'hours',
  'trips',
  'presets',
  'rules',
  'writing',
] as const

const NEW_TRIP = { part: 'trip', 'trip-999-zone': 'Singapour', 'trip-999-from': '2027-04-03' }

test('the page is read: its only form notes a trip', async () => {
  const { nadia, page } = await bernards()
  const html = await htmlOf(nadia, page)
  expect(actionsOf(html)).toEqual([`${page}/rules`])
  const hrefs = tagsOf(html, 'a').map((tag) => attributeOf(tag, 'href'))
  for (const section of SECTIONS) expect(hrefs).toContain(`${page}?edit=${section}#${section}`)
  expect(html).not.toContain('name="email"')
})

test.each(SECTIONS)('“%s” opens alone, and can be left as it is', async (section) => {
  const { nadia, page } = await bernards()
  const html = await htmlOf(nadia, `${page}?edit=${section}`)
  const actions = new Set(actionsOf(sectionIn(html, section)))
  expect(actions.size).toBeGreaterThan(0)
  expect(actionsOf(html).filter((action) => !actions.has(action))).toEqual([])
  expect(tagsOf(sectionIn(html, section), 'a').map((tag) => attributeOf(tag, 'href'))).toContain(
    `${page}#${section}`,
  )
  expect(html).not.toContain('name="trip-999-zone"')
})

test('what is no part of this person’s page opens nothing', async () => {
  const { nadia, world } = await bernards()
  // His invitation is sent by one press, and is no form to open.
  const always = [`/people/${world.tom.id}/invitation`]
  for (const edit of ['mails', 'trips', 'everything', ''])
    expect(actionsOf(await htmlOf(nadia, `/people/${world.tom.id}?edit=${edit}`))).toEqual(always)
})

test('a page of one programme changes what that one says, whichever another window has gone on to', async () => {
  const { nadia, world, page } = await bernards()
  const { platform, northwind, bernard } = world
  const beside = await aProgramme(platform, world.nadia, 'Beside')
  const wish = { ...humanNamed(platform, 'C. B. of Beside'), email: bernard.email, programmeId: beside.id }
  have(await addPerson(platform, { ...wish, roles: ['executive'], assistantIds: [] }, asManager(world.nadia)))
  const blockers = async (programmeId: ProgrammeId) =>
    (await findPerson(platform.db, bernard.id, programmeId))?.blockers
  const earlier = await blockers(northwind.id)

  // The client keeps no cookie: without the address it is always the first programme.
  const there = await htmlOf(nadia, `${page}?programme=${beside.id}`)
  const edit = tagsOf(there, 'a')
    .map((tag) => attributeOf(tag, 'href') ?? '')
    .find((href) => href.includes('edit=presets'))
  const form = await htmlOf(nadia, edit ?? '')
  expect(wordsOf(form)).toContain('C. B. of Beside')
  const action = actionsOf(sectionIn(form, 'presets'))[0] ?? ''
  const saved = await submitted(nadia, action, { part: 'presets', 'blocker-handled': 'yes' })
  expect([await blockers(northwind.id), await blockers(beside.id)]).toEqual([earlier, ['handled']])

  const after = await htmlOf(nadia, saved.headers.get('Location') ?? '')
  expect(wordsOf(after)).toContain('C. B. of Beside')
  const back = actionsOf(sectionIn(after, 'presets'))
  expect(back).toEqual([`${page}/presets?programme=${beside.id}`])
})

test('an executive without hours reads the ones that hold, in his zone, and that they are the default', async () => {
  const { nadia, world, page } = await bernards()
  const read = wordsOf(sectionIn(await htmlOf(nadia, page), 'hours'))
  expect(read).toMatch(/Every week Mon–Fri 08:00–18:00 · default Time zone Paris time \(UTC\+1\)/)
  const form = wordsOf(sectionIn(await htmlOf(nadia, `${page}?edit=hours`), 'hours'))
  expect(form).toContain('the default applies: Mon–Fri 08:00–18:00, Paris time (UTC+1).')
  const tom = sectionIn(await htmlOf(nadia, `/people/${world.tom.id}?edit=hours`), 'hours')
  expect(wordsOf(tom)).not.toContain('the default applies')
})

test('each rule says why it holds', async () => {
  const { nadia, page } = await bernards()
  await submitted(nadia, `${page}/presets`, { 'blocker-booked': 'yes', 'preset-quarter': 'yes' })
  const words = wordsOf(await htmlOf(nadia, page))
  expect(words).toContain('Working days ahead 5 · because of “Booked”')
  expect(words).toContain('Session length 25 minutes (a format may have its own) · because of “Booked”')
  expect(words).toContain('15 minutes may be enough Yes · own rule')
  expect(words).toMatch(/The next times go out automatically (?:Yes|No) · from the programme/)
  expect(words).toContain('At most per week no limit · default')
})

test('the same hours of every weekday are given once', async () => {
  const { nadia, world } = await bernards()
  const { tom, platform } = world
  const sent = { zone: 'Londres', weekdays: 'same', 'every-0-from': '09:00', 'every-0-to': '17:00' }
  expect((await submitted(nadia, `/people/${tom.id}/availability`, sent)).status).toBe(303)
  expect(await findAvailability(platform.db, tom.id)).toMatchObject({
    zone: 'Europe/London',
    weekly: [1, 2, 3, 4, 5].map((day) => ({ day, from: 540, to: 1020 })),
  })
  expect(wordsOf(await htmlOf(nadia, `/people/${tom.id}`))).toContain('Every week Mon–Fri 09:00–17:00')
  const form = await htmlOf(await world.as(tom), '/availability')
  expect(form).toMatch(/value="same" checked/)
  expect(form).toMatch(/name="zone"[^>]*value="London"/)

  const wrong = await submitted(await world.as(tom), `/people/${tom.id}/availability`, {
    ...sent,
    zone: 'Londress',
    'every-0-to': '08:00',
  })
  expect(wrong.status).toBe(422)
  for (const field of ['zone', 'every-0-from']) expect(wrong.body).toContain(`id="${field}-error"`)
  expect(String(wrong.body).match(/id="every-0-from-error"/g)).toHaveLength(1)
  expect(wrong.body).toContain('value="Londress"')
})

test('each wrong row of the hours is named, and said at that row, also below an empty one', async () => {
  const { world } = await bernards()
  const tom = await world.as(world.tom)
  const wrong = await submitted(tom, `/people/${world.tom.id}/availability`, {
    weekdays: 'each',
    'week-2-0-from': '12:00',
    'week-2-0-to': '09:00',
    'except-0-date': '',
    'except-1-date': '2027-03-29',
    'except-1-from': '12:00',
    'except-1-to': '11:00',
    'except-2-date': 'soon',
  })
  const html = String(wrong.body)
  const links = [...html.matchAll(/<a href="#([\w-]+)">([^<]+)</g)].map(([, field, words]) => [field, words])
  expect(wrong.status).toBe(422)
  expect(links).toEqual(
    expect.arrayContaining([
      ['week-2-0-from', expect.stringMatching(/^Tuesday: Enter a start/)],
      ['except-1-from', expect.stringMatching(/^Monday 29 March 2027: Enter a start/)],
      ['except-2-date', expect.stringMatching(/^Day 3, Date: Enter a date/)],
    ]),
  )
  for (const field of ['week-2-0-from', 'except-1-from', 'except-2-date'])
    expect(html).toContain(`id="${field}-error"`)
})

test('a trip is noted beside those that are there, and said where it stands', async () => {
  const { nadia, page, stored } = await bernards()
  const saved = await submitted(nadia, `${page}/rules`, { ...NEW_TRIP, 'trip-999-to': '2027-04-09' })
  const location = saved.headers.get('Location') ?? ''
  expect([saved.status, location]).toEqual([303, expect.stringMatching(/\?done=trip&earlier=\w+#trips$/)])
  const next = { ...NEW_TRIP, 'trip-999-zone': 'New York', 'trip-999-from': '2027-05-03' }
  await submitted(nadia, `${page}/rules`, { ...next, 'trip-999-to': '2027-05-04' })
  expect((await stored()).rules).toEqual({
    perDay: 2,
    trips: [
      { zone: 'Asia/Singapore', from: '2027-04-03', to: '2027-04-09' },
      { zone: 'America/New_York', from: '2027-05-03', to: '2027-05-04' },
    ],
  })
  const html = await htmlOf(nadia, location)
  expect(wordsOf(sectionIn(html, 'trips'))).toMatch(/Trips saved. Put back 3–9 April 2027 Singapore time/)
  expect(html.match(/Trips saved\./g)).toHaveLength(1)
})

test('a trip that cannot be keeps what was typed, says why there, and the rest is read on', async () => {
  const { nadia, page, stored } = await bernards()
  await submitted(nadia, `${page}/rules`, { ...NEW_TRIP, 'trip-999-to': '2027-04-09' })
  const before = await stored()
  for (const [sent, field, sentence] of [
    [{ 'trip-999-zone': 'Singapor' }, 'zone', 'Sotto does not know the city “Singapor”.'],
    [{ 'trip-999-to': '2027-04-01' }, 'from', 'Enter two days, the earlier one first.'],
    [{ 'trip-999-from': '2027-04-01', 'trip-999-to': '2027-04-20' }, 'from', 'This trip overlaps another.'],
  ] as const) {
    const wrong = await submitted(nadia, `${page}/rules`, {
      ...NEW_TRIP,
      'trip-999-to': '2027-04-12',
      ...sent,
    })
    const trips = sectionIn(String(wrong.body), 'trips')
    expect([wrong.status, wordsOf(trips)]).toEqual([422, expect.stringContaining(sentence)])
    expect(trips).toContain(`href="#trip-999-${field}"`)
    expect(trips).toContain(`id="trip-999-${field}-error"`)
    for (const typed of Object.values(sent)) expect(trips).toContain(`value="${typed}"`)
    expect(String(wrong.body).match(/role="alert"/g)).toHaveLength(1)
    // The one that is noted can be taken back, and a new one be written.
    expect(actionsOf(String(wrong.body))).toEqual([`${page}/rules`, `${page}/rules`])
  }
  expect(await stored()).toEqual(before)
})

test('the hours that were typed are kept by the press that closes a week', async () => {
  const { nadia, world, page } = await bernards()
  const typed = { weekdays: 'same', 'every-0-from': '10:00', 'every-0-to': '16:00', zone: 'Paris' }
  const wrong = await submitted(nadia, `${page}/closed-weeks`, { ...typed, closedWeek: '2027-02-30' })
  expect(wrong.status).toBe(422)
  expect(String(wrong.body)).toContain('value="10:00"')
  const closed = { ...typed, closedWeek: '2027-04-07' }
  for (const noun of ['closed-weeks', 'availability']) {
    const answer = await submitted(nadia, `${page}/${noun}`, closed)
    expect(answer.headers.get('Location')).toContain('done=week')
    const hours = await findAvailability(world.platform.db, world.bernard.id)
    expect([hours?.weekly.length, hours?.exceptions.length]).toEqual([5, 7])
  }
})

type PartCase = readonly [noun: string, part: string, sent: Readonly<Record<string, string>>, changed: object]
const PARTS: readonly PartCase[] = [
  [
    '',
    'basics',
    { name: 'C. Bernard', zone: 'Lyon', locale: 'en', 'role-executive': 'yes' },
    { name: 'C. Bernard' },
  ],
  [
    '',
    'addresses',
    { email: 'right@people.example', aliases: '', oldAddress: 'no' },
    { email: 'right@people.example', aliases: [] },
  ],
  ['/presets', 'presets', { 'blocker-handled': 'yes' }, { blockers: ['handled'] }],
  ['/presets', 'writing', { 'preset-in-writing': 'yes' }, { rules: { perDay: 2, inWriting: true } }],
  ['/rules', 'rules', { 'rule-week': '4' }, { rules: { perWeek: 4 } }],
  ['/rules', 'trips', {}, {}],
]

test.each(PARTS)(
  '/people/:id%s, “%s”: what the form does not have stays as it is',
  async (noun, part, sent, changed) => {
    const { nadia, page, stored } = await bernards()
    const before = await stored()
    const saved = await submitted(nadia, `${page}${noun}`, { part, ...sent })
    expect([saved.status, saved.headers.get('Location')]).toEqual([303, expect.stringMatching(`#${part}$`)])
    expect(await stored()).toEqual({ ...before, ...changed })
  },
)

test('trips stay when rules are saved, and rules when trips are', async () => {
  const { nadia, page, stored } = await bernards()
  const trip = { 'trip-0-zone': 'Singapore', 'trip-0-from': '2027-04-03', 'trip-0-to': '2027-04-09' }
  await submitted(nadia, `${page}/rules`, { part: 'trips', ...trip })
  await submitted(nadia, `${page}/rules`, { part: 'rules', 'rule-week': '4' })
  const trips = [{ zone: 'Asia/Singapore', from: '2027-04-03', to: '2027-04-09' }]
  expect((await stored()).rules).toEqual({ perWeek: 4, trips })
  await submitted(nadia, `${page}/rules`, { part: 'trips' })
  expect((await stored()).rules).toEqual({ perWeek: 4 })
})

test('what is written to him stays when presets are saved, and the other way round', async () => {
  const { nadia, page, stored } = await bernards()
  await submitted(nadia, `${page}/presets`, { part: 'writing', 'preset-in-writing': 'yes' })
  await submitted(nadia, `${page}/presets`, { part: 'presets', 'blocker-booked': 'yes', 'preset-ahead': '3' })
  expect(await stored()).toMatchObject({ blockers: ['booked'], rules: { inWriting: true, ahead: 3 } })
  await submitted(nadia, `${page}/presets`, { part: 'writing', 'preset-nudges': 'yes' })
  expect(await stored()).toMatchObject({
    blockers: ['booked'],
    rules: { perDay: 2, nudges: true, ahead: 3 },
  })
  expect((await stored()).rules?.inWriting).toBeUndefined()
})

test('what is wrong is said in its section with what was typed, and nowhere else', async () => {
  const { nadia, page } = await bernards()
  const wrong = await submitted(nadia, page, {
    part: 'addresses',
    email: 'no address',
    aliases: 'x@y.example',
  })
  const html = String(wrong.body)
  const section = sectionIn(html, 'addresses')
  expect(wrong.status).toBe(422)
  for (const there of ['role="alert"', 'id="email-error"', 'value="no address"', 'value="x@y.example"'])
    expect(section).toContain(there)
  expect(html.match(/role="alert"/g)).toHaveLength(1)
  expect(actionsOf(html)).toEqual([page])
})

test('a refusal stands in its section too', async () => {
  const { nadia, world, page } = await bernards()
  const taken = await submitted(nadia, page, { part: 'addresses', email: world.tom.email, oldAddress: 'no' })
  expect(taken.status).toBe(409)
  expect(sectionIn(String(taken.body), 'addresses')).toMatch(/class="notice refused" role="alert"/)
  expect(sectionIn(String(taken.body), 'addresses')).toContain(`value="${world.tom.email}"`)
})

test('what was saved can be put back where it stands, and says so there', async () => {
  const { nadia, page, stored } = await bernards()
  const before = await stored()
  const saved = await submitted(nadia, `${page}/presets`, { part: 'writing', 'preset-in-writing': 'yes' })
  const section = sectionIn(await htmlOf(nadia, saved.headers.get('Location') ?? ''), 'writing')
  expect(wordsOf(section)).toContain('Saved: which other emails this person gets. Put back')
  const fields = Object.fromEntries(
    tagsOf(section.split('</form>')[0] ?? '', 'input').map((tag) => [
      attributeOf(tag, 'name') ?? '',
      attributeOf(tag, 'value') ?? '',
    ]),
  )
  const again = { part: 'writing', 'preset-in-writing': 'no' }
  await submitted(nadia, `${page}/presets`, again)
  const late = await submitted(nadia, `${page}/presets`, fields)
  expect(late.status).toBe(409)
  expect(wordsOf(sectionIn(String(late.body), 'writing'))).toContain('so nothing was put back')
  expect(String(late.body).match(/role="alert"/g)).toHaveLength(1)
  await submitted(nadia, `${page}/presets`, { ...again, 'preset-in-writing': 'yes' })

  const back = await submitted(nadia, `${page}/presets`, fields)
  const location = back.headers.get('Location') ?? ''
  expect(location).toMatch(/\?done=put-back&of=writing#writing$/)
  expect(await stored()).toEqual(before)
  expect(wordsOf(sectionIn(await htmlOf(nadia, location), 'writing'))).toContain('Put back as it was before.')
})

async function bernards() {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const page = `/people/${world.bernard.id}`
  await submitted(nadia, `${page}/rules`, { 'rule-day': '2' })
  return { world, nadia, page, stored: () => storedOf(world, world.bernard) }
}

async function storedOf({ platform, northwind }: World, { id }: Person) {
  const { name, email, aliases, zone, locale, unit, reportsTo, blockers, rules } =
    (await findPerson(platform.db, id, northwind.id)) ?? {}
  return { name, email, aliases, zone, locale, unit, reportsTo, blockers, rules }
}

async function htmlOf(client: Client, path: string): Promise<string> {
  const { status, body } = await client.get(path)
  expect([path, status]).toEqual([path, 200])
  return String(body)
}

/** Of all forms but those of every page: to search, and to sign out. */
function actionsOf(html: string): readonly (string | null)[] {
  return tagsOf(html, 'form')
    .map((tag) => attributeOf(tag, 'action'))
    .filter((action) => action !== '/sign-out' && action !== '/search')
}

/** The markup of a section; none has another inside, but for what is wrong. */
function sectionIn(html: string, id: string): string {
  const [, after = ''] = html.split(`<section id="${id}"`)
  return `<main><section id="${id}"${after.split('<section id=')[0] ?? ''}`
}
