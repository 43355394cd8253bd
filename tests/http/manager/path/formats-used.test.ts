import { expect, test } from 'vitest'

import { changePerson } from '../../../../worker/actions/people/change.ts'
import { before, HOUR, iso } from '../../../../worker/domain/time/time.ts'
import { tick } from '../../../../worker/http/dev/tick.ts'
import { listFormats } from '../../../../worker/storage/path/format.ts'
import {
  findOpenSession,
  findSession,
  listSessionsOfPairing,
} from '../../../../worker/storage/session/session.ts'
import type { Client } from '../../../support/client.ts'
import { submitted } from '../../../support/forms.ts'
import { link } from '../../../support/links.ts'
import { aLoggedSession } from '../../../support/logged-session.ts'
import { unpacked } from '../../../support/unpacked.ts'
import {
  aFixedSession,
  anOffer,
  asManager,
  aWorld,
  have,
  settingOf,
  type World,
} from '../../../support/world.ts'

test('manager, mentor and executive read a session’s format; his assistant does not', async () => {
  const world = await booked()
  const offered = await anOffer(settingOf(world), world.pairing)
  const nobody = await world.as(null)
  const nadia = await world.as(world.nadia)
  expect(textOf(await nadia.get(`/sessions/${offered.id}`))).toContain('First meeting')
  const asked = await nobody.get(await link(world.platform, 'answer', offered, world.odile))
  expect(textOf(asked)).toContain('25 minutes')
  expect(textOf(asked)).not.toContain('First meeting')

  const fixed = await pickedBy(world, nobody)
  for (const [purpose, reader] of [
    ['meeting', world.tom],
    ['own', world.bernard],
  ] as const)
    expect(textOf(await nobody.get(await link(world.platform, purpose, fixed, reader)))).toContain(
      'First meeting',
    )
  const tom = await world.as(world.tom)
  expect(textOf(await tom.get('/mine'))).toContain('First meeting')
  for (const reader of [world.bernard, world.odile])
    expect(textOf(await nobody.get(await link(world.platform, 'invite', fixed, reader)))).not.toContain(
      'First meeting',
    )
})

test('only the mentor’s brief says a session’s format and its materials', async () => {
  const world = await booked()
  const nadia = await world.as(world.nadia)
  const [first] = await listFormats(world.platform.db, world.northwind.id)
  const secret = {
    name: 'Marigold',
    prompts: ['What of the petunia?'],
    avoid: 'Tulips.',
    link: 'https://files.northwind.example/marigold',
  }
  await nadia.patch(`/api/v1/formats/${first?.id}`, secret)
  await anOffer(settingOf(world), world.pairing)
  await tick(world.platform)
  const fixed = await pickedBy(world, await world.as(null))
  await tick(world.platform)
  world.now(iso(before(fixed.time?.start ?? world.platform.now(), HOUR)))
  await tick(world.platform)
  expect(await findSession(world.platform.db, fixed.id)).toMatchObject({ formatId: first?.id })

  const mails = world.mails.map(({ to, raw, subject }) => ({ to, subject, body: unpacked(raw) }))
  const betrays = ({ body }: { body: string }) => /marigold|petunia|tulips/i.test(body)
  expect(mails.filter(betrays).map(({ to }) => to)).toEqual([world.tom.email])
  for (const { subject } of mails) expect(subject).not.toMatch(/marigold/i)
  expect(mails.length).toBeGreaterThan(3)
})

test('the format chosen on a session’s page is what its mentor reads; calendars get it with the next mail', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const made = await nadia.post(`/api/v1/programmes/${world.northwind.id}/formats`, {
    name: 'Two letters',
    outwardTitle: 'Monthly look',
  })
  const { id: formatId } = made.body as { id: string }
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-24T09:00Z')
  await tick(world.platform)
  const before = world.mails.length

  const chosen = await submitted(nadia, `/sessions/${session.id}/format`, { formatId })
  expect(chosen.status).toBe(303)
  await tick(world.platform)
  expect(world.mails).toHaveLength(before)
  expect((await nadia.get(`/api/v1/sessions/${session.id}`)).body).toMatchObject({ formatId })

  await nadia.post(`/api/v1/sessions/${session.id}/time`, { start: '2027-03-25T09:00:00Z' })
  await tick(world.platform)
  const later = world.mails.slice(before)
  expect(later.map(({ subject }) => subject)).toEqual(['Monthly look', 'Monthly look'])
  for (const { raw } of later) {
    expect(unpacked(raw)).toContain('SUMMARY:Monthly look')
    expect(unpacked(raw)).not.toContain('Two letters')
  }
  expect((await submitted(nadia, `/sessions/${session.id}/format`, { formatId: 'fmt_none' })).status).toBe(
    409,
  )
})

test('the offer’s page proposes the format’s length, and a length that was typed stays', async () => {
  const world = await booked()
  const nadia = await world.as(world.nadia)
  const [, second] = await listFormats(world.platform.db, world.northwind.id)
  await nadia.patch(`/api/v1/formats/${second?.id}`, { minutes: 50 })
  have(
    await changePerson(world.platform, world.bernard.id, { blockers: ['on-the-go'] }, asManager(world.nadia)),
  )
  const page = `/pairings/${world.pairing.id}/offer`
  expect(minutesIn(await nadia.get(page))).toBe('30')
  expect(minutesIn(await nadia.get(`${page}?minutes=30&proposed=30&formatId=${second?.id}`))).toBe('50')
  expect(minutesIn(await nadia.get(`${page}?minutes=20&proposed=30&formatId=${second?.id}`))).toBe('20')
  expect(textOf(await nadia.get(page))).toContain('A quarter of an hour is enough')

  const sent = await submitted(nadia, `/pairings/${world.pairing.id}/offers`, {
    ...{ minutes: '50', options: '3', proposed: '50' },
    formatId: second?.id ?? '',
  })
  expect(sent.status).toBe(303)
  const [open] = await listSessionsOfPairing(world.platform.db, world.pairing.id)
  expect(open).toMatchObject({ formatId: second?.id, minutes: 50 })
})

test('on the go: fifteen minutes of a time that is held, by the page and by the API; others are not asked', async () => {
  const world = await aWorld()
  const nobody = await world.as(null)
  const usual = await anOffer(settingOf(world), world.pairing)
  const address = await link(world.platform, 'answer', usual, world.odile)
  expect(textOf(await nobody.get(address))).not.toContain('15 minutes is enough')
  const choice = usual.offer?.options[0]?.id ?? ''
  const k = address.split('k=')[1] ?? ''
  expect((await submitted(nobody, '/answer', { k, choice, minutes: '15' })).status).toBe(409)

  have(
    await changePerson(world.platform, world.bernard.id, { blockers: ['on-the-go'] }, asManager(world.nadia)),
  )
  expect(textOf(await nobody.get(address))).toContain('15 minutes is enough')
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/offers/${usual.offer?.id}/answer`
  expect((await nadia.post(path, { none: true, minutes: 15 })).status).toBe(422)
  expect((await nadia.post(path, { optionId: choice, minutes: 20 })).status).toBe(422)
  expect((await submitted(nobody, '/answer', { k, choice, minutes: '15' })).status).toBe(200)
  const again = await nadia.post(path, { optionId: choice, minutes: 15 })
  expect(again).toMatchObject({ status: 200, body: { minutes: 15, status: 'fixed' } })
  const { start, end } = again.body as { start: string; end: string }
  expect(Date.parse(end) - Date.parse(start)).toBe(15 * 60_000)
})

test('an executive’s formats are set on his page, and the blockers name theirs', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const formats = await listFormats(world.platform.db, world.northwind.id)
  const [first = '', second = ''] = ['three-threads', 'read-with-me'].map(
    (name) => formats.find(({ standard }) => standard === name)?.id,
  )
  const page = `/people/${world.bernard.id}`
  expect(textOf(await nadia.get(`${page}?edit=presets`))).toContain(
    'formats that suit: “Read along for a week”, “Your ten minutes a week”, “React and thank before you write” …',
  )

  const typed = { 'blocker-booked': 'yes', 'preset-format-0': first, 'preset-format-2': second }
  expect((await submitted(nadia, `${page}/presets`, { ...typed, 'preset-quarter': 'yes' })).status).toBe(303)
  const { body } = await nadia.get(`/api/v1/people?programme=${world.northwind.id}`)
  const bernard = (body as { people: { id: string; rules: unknown }[] }).people.find(
    ({ id }) => id === world.bernard.id,
  )
  expect(bernard?.rules).toMatchObject({ formats: [first, second], quarter: true })
  await aLoggedSession(world, '2027-03-16T09:00Z', 'Read one thread')
  const open = await findOpenSession(world.platform.db, world.pairing.id)
  const later = await world.as(world.nadia)
  expect(textOf(await later.get(`/sessions/${open?.id}`))).toContain('By default: Three threads')
})

test('formats follow one another from session to session, and the pairing’s page shows each', async () => {
  const world = await booked()
  const held = await aLoggedSession(world, '2027-03-16T09:00Z', 'Read one thread')
  const nadia = await world.as(world.nadia)
  const open = await findOpenSession(world.platform.db, world.pairing.id)
  expect(textOf(await nadia.get(`/sessions/${held.id}`))).toContain('First meeting')
  expect(textOf(await nadia.get(`/sessions/${open?.id}`))).toContain('By default: Read with me')
  const page = textOf(await nadia.get(`/pairings/${world.pairing.id}`))
  expect(page.match(/First meeting/g)).toHaveLength(1)

  const [first] = await listFormats(world.platform.db, world.northwind.id)
  await nadia.patch(`/api/v1/formats/${first?.id}`, { archived: true })
  expect(textOf(await nadia.get(`/pairings/${world.pairing.id}`))).toContain('First meeting')
})

/** Mr Bernard is booked: after the first meeting comes “Read with me”. */
async function booked(): Promise<World> {
  const world = await aWorld()
  const change = { blockers: ['booked'] } as const
  have(await changePerson(world.platform, world.bernard.id, change, asManager(world.nadia)))
  return world
}

/** Odile picks the first held time. */
async function pickedBy(world: World, nobody: Client) {
  const [open] = await listSessionsOfPairing(world.platform.db, world.pairing.id)
  if (!open) throw new Error('nothing is offered')
  const k = (await link(world.platform, 'answer', open, world.odile)).split('k=')[1] ?? ''
  const choice = open.offer?.options[0]?.id ?? ''
  expect((await submitted(nobody, '/answer', { k, choice })).status).toBe(200)
  const fixed = await findSession(world.platform.db, open.id)
  if (!fixed) throw new Error('it is gone')
  return fixed
}

/** A mail with its parts decoded and its lines unfolded. */
function textOf({ body }: { readonly body: unknown }): string {
  return String(body)
}

function minutesIn({ body }: { readonly body: unknown }): string | undefined {
  const field = /<input[^>]*name="minutes"[^>]*type="number"[^>]*>/.exec(String(body))?.[0]
  return field && /value="(\d+)"/.exec(field)?.[1]
}
