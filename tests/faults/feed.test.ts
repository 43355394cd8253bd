import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { readBusyFeed } from '../../worker/actions/feed/read.ts'
import { type Fetch } from '../../worker/platform.ts'
import { expectConverging } from '../support/faults/converging.ts'
import { changesSince, restore, snapshot } from '../support/faults/snapshot.ts'
import { worldWithEverything } from '../support/faults/world.ts'
import { submitted } from '../support/forms.ts'

const { world, things } = await worldWithEverything()
const nadia = await world.as(world.nadia)
const url = 'https://calendars.example/tom.ics'
await submitted(nadia, `/people/${things.mentorId}/busy-feed`, { url })

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTAMP:20270315T080000Z
DTSTART:20270318T080000Z
DTEND:20270318T160000Z
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n')
const octets = new TextEncoder().encode(CALENDAR)

/** How the fetching of a calendar ends, step by step. */
const FETCHES: Readonly<Record<string, Fetch>> = {
  'no connection': () => Promise.reject(new Error('connection refused')),
  'a redirect to nowhere': () =>
    Promise.resolve(Response.redirect('https://calendars.example/elsewhere', 302)),
  'a redirect, then no connection': (address) =>
    address === url
      ? Promise.resolve(Response.redirect('https://calendars.example/elsewhere', 302))
      : Promise.reject(new Error('connection refused')),
  'an error of its server': () => Promise.resolve(new Response('no', { status: 503 })),
  'no first octet': () => Promise.resolve(new Response(broken(0))),
  'a break in the middle': () => Promise.resolve(new Response(broken(octets.length / 2))),
  'an end in the middle': () => Promise.resolve(new Response(octets.slice(0, octets.length / 2))),
  'a break after the last octet': () => Promise.resolve(new Response(broken(octets.length))),
}

test('a calendar that was read says what is busy', async () => {
  await readBusyFeed({ ...world.platform, fetch: () => Promise.resolve(new Response(octets)) }, world.tom.id)
  expect(await stateNow()).toBe('known')
  expect(await daysWithTimes()).toContain('2027-03-17')
  expect(await daysWithTimes()).not.toContain('2027-03-18')
})

test.each(Object.entries(FETCHES))(
  'after %s the mentor is unknown, never free; the next reading mends it',
  async (_, fetch) => {
    const base = await snapshot()
    await readBusyFeed({ ...world.platform, fetch }, world.tom.id)
    expect(await stateNow()).toBe('unknown')
    expect(await daysWithTimes()).toEqual([])

    await readBusyFeed(
      { ...world.platform, fetch: () => Promise.resolve(new Response(octets)) },
      world.tom.id,
    )
    expect(await daysWithTimes()).not.toContain('2027-03-18')
    expect(await daysWithTimes()).toContain('2027-03-17')
    await restore(base, await changesSince(base))
  },
)

test('a reading whose database call is lost is wholly stored or not at all', async () => {
  const base = await snapshot()
  await expectConverging(world.platform, base, {
    act: (platform) =>
      readBusyFeed({ ...platform, fetch: () => Promise.reject(new Error('gone')) }, world.tom.id),
    expectLost: (outcome) => expect(outcome).toEqual({ threw: true }),
    again: 'set',
  })
})

function broken(at: number): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(stream) {
      if (at >= 1) stream.enqueue(octets.slice(0, at))
    },
    pull: () => Promise.reject(new Error('connection lost')),
  })
}

function stateNow() {
  return env.DB.prepare('SELECT state FROM busy_feeds WHERE person_id = ?')
    .bind(things.mentorId)
    .first('state')
}

async function daysWithTimes(): Promise<readonly string[]> {
  const range = 'from=2027-03-17T00:00:00Z&to=2027-03-19T23:00:00Z&limit=100'
  const { body } = await nadia.get(`/api/v1/pairings/${things.freePairingId}/slots?${range}`)
  const starts = JSON.stringify(body).matchAll(/"start":"(\d{4}-\d\d-\d\d)/g)
  return [...new Set(Array.from(starts, ([, day = '']) => day))]
}
