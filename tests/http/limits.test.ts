import { expect, test } from 'vitest'

import * as limits from '../../worker/domain/limits.ts'
import type { Answer } from '../support/client.ts'
import { aFixedSession, aWorld, settingOf } from '../support/world.ts'

const world = await aWorld()
const nadia = await world.as(world.nadia)
const { id: sessionId } = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
const { bernard, tom, northwind, pairing } = world

type Fields = Readonly<Record<string, string>>
type Said = { readonly form: Fields; readonly body: object }
type Limit = {
  readonly what: string
  readonly most: number
  readonly page: string
  /** The input that shows the error. */
  readonly input: string
  readonly method: 'PATCH' | 'PUT' | 'POST'
  readonly path: string
  /** A value of that size, for the form and for the API. */
  readonly say: (count: number) => Said
}

const long = (count: number) => 'x'.repeat(count)
const each = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => make(index))
const rows = (count: number, row: (index: number) => Fields): Fields => Object.assign({}, ...each(count, row))

const person = { name: 'Claude Bernard', email: bernard.email, zone: 'Europe/Paris', 'role-executive': 'yes' }
const programme = {
  ...{ name: 'Northwind leadership', shortName: 'Northwind' },
  ...{ cadence: '21', tolerance: '7', minutes: '30', notice: '24', horizon: '56', before: '0', after: '10' },
  ...{
    holdDays: '3',
    counters: 'ask',
    countersOfMentors: 'ask',
    undoSeconds: '60',
    morningAt: '08:00',
    autopilot: 'yes',
    wording: 'name',
    reportLeast: '5',
    retention: '90',
    forbiddenWords: '',
  },
}
const day = { from: '2027-06-01', to: '2027-06-02', reason: 'Board' }
const ofPerson = {
  page: `/people/${bernard.id}`,
  method: 'PATCH',
  path: `/api/v1/people/${bernard.id}`,
} as const
const ofRules = { ...ofPerson, page: `/people/${bernard.id}/rules` }
const ofProgramme = {
  page: `/programmes/${northwind.id}`,
  method: 'PATCH',
  path: `/api/v1/programmes/${northwind.id}`,
} as const
const ofPlace = {
  page: `/pairings/${pairing.id}`,
  method: 'PATCH',
  path: `/api/v1/pairings/${pairing.id}`,
} as const
const ofHours = {
  page: `/people/${tom.id}/availability`,
  method: 'PUT',
  path: `/api/v1/people/${tom.id}/availability`,
} as const
const dateOf = (index: number) => new Date(Date.UTC(2027, 5, 1 + index)).toISOString().slice(0, 10)

/** One after the other, since trips do not overlap. */
const tripAt = (index: number) => ({ zone: 'Asia/Singapore', from: dateOf(index), to: dateOf(index) })

const bounds: readonly Limit[] = [
  {
    ...{ what: 'trips', most: limits.MAX_TRIPS, ...ofRules, input: `trip-${limits.MAX_TRIPS}-zone` },
    say: (count) => ({
      form: rows(count, (row) => {
        const { zone, from, to } = tripAt(row)
        return { [`trip-${row}-zone`]: zone, [`trip-${row}-from`]: from, [`trip-${row}-to`]: to }
      }),
      body: { rules: { trips: each(count, tripAt) } },
    }),
  },
  {
    ...{ what: '“never” windows', most: limits.MAX_NEVER_WINDOWS, ...ofRules },
    input: `never-${limits.MAX_NEVER_WINDOWS}-day`,
    say: (count) => ({
      form: rows(count, (row) => ({
        ...{ [`never-${row}-day`]: '1', [`never-${row}-from`]: '00:00', [`never-${row}-to`]: '01:00' },
      })),
      body: { rules: { never: each(count, () => ({ day: 1, from: '00:00', to: '01:00' })) } },
    }),
  },
  {
    ...{ what: 'topics', most: limits.MAX_TOPICS, ...ofRules, input: 'rule-wished' },
    say: (count) => ({
      form: { 'rule-wished': each(count, String).join(', ') },
      body: { rules: { topics: { wished: each(count, String), taught: [] } } },
    }),
  },
  {
    ...{ what: 'hours of notice', most: limits.NOTICE_HOURS.most, ...ofRules, input: 'rule-notice' },
    say: (count) => ({ form: { 'rule-notice': String(count) }, body: { rules: { notice: count } } }),
  },
  {
    ...{ what: 'blackouts', most: limits.MAX_BLACKOUTS, ...ofProgramme },
    input: `blackout-${limits.MAX_BLACKOUTS}-from`,
    say: (count) => ({
      form: {
        ...programme,
        ...rows(count, (row) => ({
          ...{ [`blackout-${row}-from`]: day.from, [`blackout-${row}-to`]: day.to },
          [`blackout-${row}-reason`]: day.reason,
        })),
      },
      body: { policy: { blackouts: each(count, () => day) } },
    }),
  },
  {
    ...{
      what: 'characters of a blackout’s reason',
      most: limits.MAX_BLACKOUT_REASON_CHARACTERS,
      ...ofProgramme,
    },
    input: 'blackout-0-reason',
    say: (count) => ({
      form: {
        ...programme,
        ...{ 'blackout-0-from': day.from, 'blackout-0-to': day.to, 'blackout-0-reason': long(count) },
      },
      body: { policy: { blackouts: [{ ...day, reason: long(count) }] } },
    }),
  },
  {
    ...{ what: 'days of retention', most: limits.RETENTION_DAYS.most, ...ofProgramme, input: 'retention' },
    say: (count) => ({
      form: { ...programme, retention: String(count) },
      body: { policy: { retention: count } },
    }),
  },
  {
    ...{ what: 'characters of a unit', most: limits.MAX_UNIT_CHARACTERS, ...ofPerson, input: 'unit' },
    say: (count) => ({ form: { ...person, unit: long(count) }, body: { unit: long(count) } }),
  },
  {
    ...{ what: 'aliases', most: limits.MAX_ALIASES, ...ofPerson, input: 'aliases' },
    say: (count) => {
      const aliases = each(count, (index) => `b${index}@people.example`)
      return { form: { ...person, aliases: aliases.join(', ') }, body: { aliases } }
    },
  },
  {
    ...{ what: 'characters of a room', most: limits.MAX_ROOM_CHARACTERS, ...ofPlace, input: 'place' },
    say: (count) => ({
      form: { placeKind: 'room', place: long(count) },
      body: { place: { kind: 'room', room: long(count) } },
    }),
  },
  {
    ...{ what: 'weekly windows', most: limits.MAX_WEEKLY_WINDOWS, ...ofHours, input: 'week-1-0-from' },
    say: (count) => ({
      form: rows(count, (index) => {
        const field = `week-${1 + (index % 7)}-${Math.floor(index / 7)}`
        return { [`${field}-from`]: '09:00', [`${field}-to`]: '10:00' }
      }),
      body: {
        zone: 'Europe/Paris',
        weekly: each(count, (index) => ({ day: 1 + (index % 7), from: '09:00', to: '10:00' })),
      },
    }),
  },
  {
    ...{ what: 'days that differ', most: limits.MAX_DATE_EXCEPTIONS, ...ofHours },
    input: `except-${limits.MAX_DATE_EXCEPTIONS}-date`,
    say: (count) => ({
      form: rows(count, (row) => ({ [`except-${row}-date`]: dateOf(row) })),
      body: {
        ...{ zone: 'Europe/Paris', weekly: [] },
        exceptions: each(count, (row) => ({ date: dateOf(row) })),
      },
    }),
  },
  {
    ...{ what: 'characters of a reason', most: limits.MAX_REASON_CHARACTERS, input: 'reason' },
    ...{ page: `/sessions/${sessionId}/time`, method: 'POST', path: `/api/v1/sessions/${sessionId}/time` },
    say: (count) => ({
      form: { date: '2027-03-18', time: '20:00', minutes: '30', reason: long(count) },
      body: { start: '2027-03-18T19:00:00Z', reason: long(count) },
    }),
  },
]

test.each(bounds)('the form and the API both take $most $what, and refuse one more', async (limit) => {
  const { page, input, method, path, most, say } = limit
  const taken = say(most)
  expect(await submit(page, taken.form)).toMatchObject({ status: 303 })
  expect(await send(method, path, taken.body)).toMatchObject({ status: 200 })

  const over = say(most + 1)
  const shown = await submit(page, over.form)
  expect(shown.status).toBe(422)
  expect(String(shown.body)).toContain(`href="#${input}"`)
  expect(await send(method, path, over.body)).toMatchObject({ status: 422 })
})

test.each(['call me', '12 3', '+33 1 23 45 67 89 or the other one', '(.....)'])(
  'the forms and the API agree that %j is no number to call',
  async (number) => {
    const { form, body } = { form: { placeKind: 'phone', place: number }, body: { kind: 'phone', number } }
    expect((await submit(ofPlace.page, form)).status).toBe(422)
    expect((await nadia.patch(ofPlace.path, { place: body })).status).toBe(422)
    expect((await submit(`/people/${bernard.id}/presets`, { 'preset-phone': number })).status).toBe(422)
    expect((await nadia.patch(ofPerson.path, { rules: { phone: number } })).status).toBe(422)
  },
)

function submit(path: string, fields: Fields): Promise<Answer> {
  return nadia.ask(path, { method: 'POST', body: new URLSearchParams(fields) })
}

function send(method: string, path: string, body: object): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json' }
  return nadia.ask(path, { method, body: JSON.stringify(body), headers })
}
