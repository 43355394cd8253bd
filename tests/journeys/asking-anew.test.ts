import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { findWrong } from '../../worker/actions/clock/re-arm.ts'
import { offerTimes } from '../../worker/actions/offer/make.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import { slotAt } from '../../worker/domain/slot/slot.ts'
import { iso } from '../../worker/domain/time/time.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import { pressed } from '../support/forms.ts'
import { at } from '../support/times.ts'
import {
  anOffer,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

test('a new assistant is asked for the times on offer, the same times, and the old one’s link is dead', async () => {
  const { world, session, omar } = await onOffer()
  const old = await answerLink(world, world.odile)
  world.now('2027-03-16T08:00Z')
  await replaceBy(world, [omar])
  await tick(world.platform)

  expect(world.mails.map(({ to }) => to)).toEqual([world.odile.email, omar.email])
  const now = await offerNow(world, session)
  expect(now).toMatchObject({ id: session.offer?.id, status: 'open', askedId: omar.id })
  expect(now?.options.map(({ id, start }) => ({ id, start }))).toEqual(
    session.offer?.options.map(({ id, start }) => ({ id, start })),
  )
  const nobody = await world.as(null)
  expect((await nobody.get(old)).status).toBe(410)
  expect((await nobody.get(await answerLink(world, omar))).body).toContain('Confirm')

  await pressed(world, await answerLink(world, omar), { choice: now?.options[1]?.id ?? '' })
  expect(await findSession(world.platform.db, session.id)).toMatchObject({
    status: 'fixed',
    time: { start: now?.options[1]?.start },
  })
})

test('the times stay held at least as long as the new one needs, never less than before', async () => {
  const { world, session, omar } = await onOffer()
  expect(session.offer && iso(session.offer.heldUntil)).toBe('2027-03-18T23:00:00Z')
  world.now('2027-03-18T22:00Z')
  await replaceBy(world, [omar])
  const offer = await offerNow(world, session)
  expect(offer && iso(offer.heldUntil)).toBe('2027-03-23T23:00:00Z')
  const until = offer?.options.map((each) => each.until) ?? []
  expect(until.every((each, index) => each > (session.offer?.options[index]?.until ?? 0))).toBe(true)
  const claims = await env.DB.prepare('SELECT DISTINCT held_until AS until FROM claims ORDER BY 1').all<{
    until: number
  }>()
  expect(claims.results).toEqual(
    [...new Set(until)].toSorted((one, other) => one - other).map((each) => ({ until: each })),
  )
})

test('when an assistant is removed the executive is asked, and a first assistant is asked in his stead', async () => {
  const { world, session } = await onOffer()
  await replaceBy(world, [])
  await tick(world.platform)
  expect(world.mails.at(-1)?.to).toBe(world.bernard.email)
  expect(await offerNow(world, session)).toMatchObject({ askedId: world.bernard.id })

  world.now('2027-03-15T09:00Z')
  await replaceBy(world, [world.odile])
  await tick(world.platform)
  expect(world.mails.at(-1)?.to).toBe(world.odile.email)
  expect(world.mails).toHaveLength(3)
  // He is the one it is about: his own link still answers.
  expect((await (await world.as(null)).get(await answerLink(world, world.bernard))).status).toBe(200)
})

test('an executive who answers in person from now on is asked, and nobody a second time', async () => {
  const { world, session } = await onOffer()
  const { platform, bernard, nadia } = world
  have(await changePerson(platform, bernard.id, { rules: { answers: 'executive' } }, asManager(nadia)))
  await tick(platform)
  await tick(platform)
  expect(world.mails.map(({ to }) => to)).toEqual([world.odile.email, bernard.email])
  expect(await offerNow(world, session)).toMatchObject({ askedId: bernard.id })
})

test('days that come by the clock ask anew too, in the morning', async () => {
  const { world, session, omar } = await onOffer()
  const from = Date.parse('2027-03-16T23:00Z')
  await env.DB.prepare('UPDATE assistants SET until_at = ? WHERE assistant_id = ?')
    .bind(from, world.odile.id)
    .run()
  await env.DB.prepare('INSERT INTO assistants VALUES (?, ?, ?, ?, NULL)')
    .bind(world.northwind.id, world.bernard.id, omar.id, from)
    .run()
  have(await changePerson(world.platform, world.bernard.id, { unit: 'Sales' }, asManager(world.nadia)))
  await tick(world.platform)
  expect(await findWrong(world.platform, world.pairing.id)).toEqual([])
  expect(await offerNow(world, session)).toMatchObject({ askedId: world.odile.id })

  world.now('2027-03-16T23:01Z')
  await tick(world.platform)
  expect(await offerNow(world, session)).toMatchObject({ askedId: omar.id })
  expect(world.mails.at(-1)?.to).toBe(world.odile.email)
  world.now('2027-03-17T06:01Z')
  await tick(world.platform)
  expect(world.mails.at(-1)?.to).toBe(omar.email)
  expect(await findWrong(world.platform, world.pairing.id)).toEqual([])
})

test('Today counts from when the new one was asked, and names her', async () => {
  const { world, omar } = await onOffer()
  world.now('2027-03-17T08:00Z')
  expect(await unanswered(world)).toEqual([world.odile.id])
  await replaceBy(world, [omar])
  expect(await unanswered(world)).toEqual([])
  world.now('2027-03-19T08:01Z')
  expect(await unanswered(world)).toEqual([omar.id])
  const { body } = await (await world.as(world.nadia)).get('/today')
  expect(String(body)).toContain(`>Remind ${omar.name}<`)
  expect(String(body)).not.toContain(`>Remind ${world.odile.name}<`)
})

test('a new assistant of several executives gets one mail for all of them', async () => {
  const { world, omar } = await onOffer()
  const faure = await aPersonIn(settingOf(world), 'executive', {
    name: 'Helene Faure',
    assistantIds: [world.odile.id],
  })
  await anOffer(settingOf(world), await aPairing(settingOf(world), world.tom, faure))
  await tick(world.platform)
  world.now('2027-03-15T12:00Z')
  const { platform, nadia } = world
  for (const { id } of [world.bernard, faure])
    have(await changePerson(platform, id, { assistantIds: [omar.id] }, asManager(nadia)))
  await tick(platform)
  expect(world.mails.filter(({ to }) => to === omar.email).map(({ subject }) => subject)).toEqual([
    'Times for Claude Bernard, Helene Faure: which ones suit?',
  ])
})

test('on the page somebody else must be chosen, and nothing removes the present one but a press of her own', async () => {
  const { world, session, omar } = await onOffer()
  const nadia = await world.as(world.nadia)
  const path = `/people/${world.bernard.id}`
  const page = String((await nadia.get(`${path}?edit=assistants`)).body)
  expect(page).not.toContain(`<option value="${world.odile.id}"`)
  expect(page).toContain(`<option value="${omar.id}">Omar Diallo</option>`)
  expect(page).toContain('Remove Odile Martin')
  expect(page).toContain('Claude Bernard is asked about the times on offer.')

  const post = (fields: Readonly<Record<string, string>>) =>
    nadia.ask(`${path}/assistants`, { method: 'POST', body: new URLSearchParams(fields) })
  for (const [assistantId, status] of [
    ['', 422],
    [world.odile.id, 303],
  ] as const) {
    expect((await post({ assistantId })).status).toBe(status)
    expect(await offerNow(world, session)).toMatchObject({ askedId: world.odile.id })
  }
  await post({ assistantId: omar.id })
  expect(await offerNow(world, session)).toMatchObject({ askedId: omar.id })
  await post({ remove: omar.id })
  expect(await offerNow(world, session)).toMatchObject({ askedId: world.bernard.id })
  expect((await nadia.get(`/api/v1${path}`)).body).toMatchObject({ assistantIds: [] })
})

async function onOffer() {
  const world = await aWorld()
  const omar = await aPersonIn(settingOf(world), 'assistant', { name: 'Omar Diallo' })
  const { platform, pairing, nadia } = world
  const times = ['2027-03-24', '2027-03-25', '2027-03-26'].map((day) => slotAt(at(`${day}T09:00Z`), 30))
  const wish = { id: platform.newId('off'), pairingId: pairing.id, minutes: null, options: null, times }
  const session = have(await offerTimes(platform, wish, { id: nadia.id, door: 'manager' }))
  await tick(platform)
  return { world, omar, session }
}

async function replaceBy(world: World, assistants: readonly Person[]): Promise<void> {
  const assistantIds = assistants.map(({ id }) => id)
  const nadia = await world.as(world.nadia)
  expect(await nadia.patch(`/api/v1/people/${world.bernard.id}`, { assistantIds })).toMatchObject({
    status: 200,
    body: { assistantIds },
  })
}

async function offerNow({ platform }: World, { id }: Session) {
  return (await findSession(platform.db, id))?.offer
}

async function answerLink({ mails }: World, { email }: Person): Promise<string> {
  const { text } = await readMail(mails.findLast(({ to }) => to === email)?.raw ?? '')
  const found = text?.match(/https:\/\/\S+\/answer\?\S+/)?.[0]
  if (!found) throw new Error(`no link to ${email}`)
  const { pathname, searchParams } = new URL(found)
  return `${pathname}?k=${searchParams.get('k')}`
}

async function unanswered(world: World): Promise<readonly string[]> {
  const { body } = await (await world.as(world.nadia)).get('/api/v1/today')
  const { items } = body as {
    readonly items: readonly { readonly kind: string; readonly personId: string }[]
  }
  return items.filter(({ kind }) => kind === 'offer-unanswered').map(({ personId }) => personId)
}
