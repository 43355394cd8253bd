import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import type { Person } from '../../../../worker/domain/people/person.ts'
import { addDays } from '../../../../worker/domain/time/days.ts'
import { findPerson } from '../../../../worker/storage/people/person.ts'
import { findProgramme } from '../../../../worker/storage/programme/programme.ts'
import { findAvailability } from '../../../../worker/storage/slot/availability.ts'
import type { Client } from '../../../support/client.ts'
import { aWorld, fabrikamBeside } from '../../../support/world.ts'

test('a mentor’s limits are set in one form, and empty fields go back to the programme’s', async () => {
  const { platform, tom, nadia, as, northwind } = await aWorld()
  const limits = {
    'rule-before': '5',
    'rule-after': '20',
    'rule-day': '2',
    'rule-week': '5',
    'rule-notice': '48',
  }
  const before = await diaryVersionOf(tom)
  const saved = await submit(await as(nadia), `/people/${tom.id}/rules`, {
    ...limits,
    'rule-taught': 'Threads, Video',
  })

  expect(saved.status).toBe(303)
  expect((await findPerson(platform.db, tom.id, northwind.id))?.rules).toEqual({
    buffers: { before: 5, after: 20 },
    perDay: 2,
    perWeek: 5,
    notice: 48,
    topics: { wished: [], taught: ['Threads', 'Video'] },
  })
  expect(await diaryVersionOf(tom)).toBeGreaterThan(before)

  await submit(await as(nadia), `/people/${tom.id}/rules`, { ...limits, 'rule-day': '', 'rule-taught': '' })
  const { rules } = (await findPerson(platform.db, tom.id, northwind.id)) ?? {}
  expect(rules).toEqual({ buffers: { before: 5, after: 20 }, perWeek: 5, notice: 48 })
})

test('an executive’s preset, his “never” and his trips are set in one form', async () => {
  const { platform, bernard, nadia, as, northwind } = await aWorld()
  await submit(await as(nadia), `/people/${bernard.id}/rules`, {
    'rule-minutes': '20',
    'rule-short': 'yes',
    'rule-travel': '15',
    'rule-hidden': 'hidden',
    'never-0-day': '1',
    'never-0-from': '00:00',
    'never-0-to': '10:00',
    'trip-0-zone': 'Asia/Singapore',
    'trip-0-from': '2027-03-22',
    'trip-0-to': '2027-03-26',
  })

  expect((await findPerson(platform.db, bernard.id, northwind.id))?.rules).toEqual({
    minutes: 20,
    shortNotice: true,
    travelBuffer: 15,
    mentorHidden: true,
    never: [{ day: 1, from: 0, to: 600 }],
    trips: [{ zone: 'Asia/Singapore', from: '2027-03-22', to: '2027-03-26' }],
  })
})

test('each wrong rule has its sentence beside its field, and nothing typed is lost', async () => {
  const { platform, bernard, nadia, as, northwind } = await aWorld()
  const page = await submit(await as(nadia), `/people/${bernard.id}/rules`, {
    'rule-minutes': '3',
    'rule-travel': '15',
    'never-0-day': '1',
    'never-0-from': '10:00',
    'never-0-to': '09:00',
    'trip-0-zone': 'Mars/Olympus',
    'trip-0-from': '2027-03-22',
    'trip-0-to': '2027-03-20',
  })

  expect(page.status).toBe(422)
  for (const field of ['rule-minutes', 'never-0-from', 'trip-0-zone', 'trip-0-from'])
    expect(page.body).toContain(`id="${field}-error"`)
  for (const typed of ['value="3"', 'value="15"', 'value="Mars/Olympus"', 'value="2027-03-20"'])
    expect(page.body).toContain(typed)
  expect((await findPerson(platform.db, bernard.id, northwind.id))?.rules).toEqual({})
})

test('“not that week” closes its seven days and no other, for the manager and the mentor himself', async () => {
  const { platform, tom, nadia, as } = await aWorld()
  const [hers, his] = [await as(nadia), await as(tom)]
  expect((await submit(hers, `/people/${tom.id}/closed-weeks`, { closedWeek: '2027-03-24' })).status).toBe(
    303,
  )
  expect((await submit(his, `/people/${tom.id}/closed-weeks`, { closedWeek: '2027-04-11' })).status).toBe(303)

  const dates = (await findAvailability(platform.db, tom.id))?.exceptions.map(({ date }) => date)
  const weekOf = (monday: string) => Array.from({ length: 7 }, (_, index) => addDays(monday, index))
  expect(dates).toEqual([...weekOf('2027-03-22'), ...weekOf('2027-04-05')])
  const wrong = await submit(his, `/people/${tom.id}/closed-weeks`, { closedWeek: '2027-02-30' })
  expect(wrong).toMatchObject({ status: 422, body: expect.stringContaining('id="closedWeek-error"') })
})

test('a programme’s rules are set in one form; every member’s diary version is raised, so that stale decisions fail', async () => {
  const { platform, northwind, nadia, tom, as } = await aWorld()
  const before = await diaryVersionOf(tom)
  const saved = await submit(await as(nadia), `/programmes/${northwind.id}`, {
    ...FORM,
    cadence: '28',
    before: '10',
    'blackout-0-from': '2027-03-29',
    'blackout-0-to': '2027-04-02',
    'blackout-0-reason': 'quarter end',
    forbiddenWords: 'remedial, coaching',
    endsOn: '2027-09-30',
    retention: '60',
  })

  expect(saved.status).toBe(303)
  expect((await findProgramme(platform.db, northwind.id))?.policy).toMatchObject({
    cadence: 28,
    buffers: { before: 10, after: 10 },
    blackouts: [{ from: '2027-03-29', to: '2027-04-02', reason: 'quarter end' }],
    autopilot: false,
    forbiddenWords: ['remedial', 'coaching'],
    retention: 60,
  })
  expect((await findProgramme(platform.db, northwind.id))?.endsOn).toBe('2027-09-30')
  expect(await diaryVersionOf(tom)).toBeGreaterThan(before)

  await submit(await as(nadia), `/programmes/${northwind.id}`, { ...FORM, 'blackout-0-from': '' })
  expect((await findProgramme(platform.db, northwind.id))?.policy.blackouts).toEqual([])
})

test('a wrong rule of a programme is said beside its field, and the rest stays as typed', async () => {
  const { northwind, nadia, as } = await aWorld()
  const page = await submit(await as(nadia), `/programmes/${northwind.id}`, {
    ...FORM,
    name: '',
    horizon: '900',
    'blackout-0-from': '2027-04-02',
    'blackout-0-to': '2027-03-29',
    'blackout-0-reason': '',
  })

  expect(page.status).toBe(422)
  for (const field of ['name', 'horizon', 'blackout-0-from', 'blackout-0-reason'])
    expect(page.body).toContain(`id="${field}-error"`)
  expect(page.body).toContain('value="900"')
})

test('another manager’s rules are a 404', async () => {
  const world = await aWorld()
  const { fabrikam, ugo } = await fabrikamBeside(world)
  const nadia = await world.as(world.nadia)

  expect((await submit(nadia, `/programmes/${fabrikam.id}`, FORM)).status).toBe(404)
  expect((await submit(nadia, `/people/${ugo.id}/rules`, {})).status).toBe(404)
  expect((await submit(nadia, `/people/${ugo.id}/closed-weeks`, { closedWeek: '2027-03-24' })).status).toBe(
    404,
  )
})

const FORM = {
  'autopilot-shown': 'yes',
  name: 'Northwind leadership',
  shortName: 'Northwind',
  cadence: '21',
  tolerance: '7',
  minutes: '30',
  notice: '24',
  horizon: '56',
  before: '0',
  after: '10',
  holdDays: '3',
  counters: 'ask',
  countersOfMentors: 'ask',
  undoSeconds: '60',
  morningAt: '08:00',
  wording: 'name',
  forbiddenWords: '',
  endsOn: '',
  reportLeast: '5',
  retention: '90',
}

function submit(client: Client, path: string, fields: Readonly<Record<string, string>>) {
  return client.ask(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
}

async function diaryVersionOf({ id }: Person): Promise<number> {
  const select = env.DB.prepare('SELECT version FROM diaries WHERE person_id = ?')
  return (await select.bind(id).first<number>('version')) ?? 0
}
