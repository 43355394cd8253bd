import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { subscribe } from '../../worker/actions/feed/subscribe.ts'
import { sealAnew } from '../../worker/actions/seal/seal-anew.ts'
import { keepForm, openKeptForm } from '../../worker/actions/sign-in/keep-form.ts'
import { receive } from '../../worker/delivery/in/receive.ts'
import { inviteOf } from '../../worker/domain/session/session.ts'
import { decodedMail } from '../../worker/http/dev/readable.ts'
import { writeReply } from '../../worker/http/dev/reply.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { hashOf } from '../../worker/platform.ts'
import { signingOf } from '../../worker/signing.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import { cookieOf } from '../support/client.ts'
import { dump } from '../support/dump.ts'
import { aFixedSession, anOffer, aPairing, aPersonIn, aWorld, settingOf } from '../support/world.ts'
import { writes } from '../support/writes.ts'

const DOORS = [
  ...['answer', 'invite', 'confirm', 'log', 'meeting', 'own', 'own/record', 'pulse', 'figures', 'sign-in'],
  ...['calendar.ics', 'invite/calendar'],
]

/** A programme with an offer, a date that was answered, a feed, a link to the figures, a kept form and words that wait. */
async function aLife() {
  const world = await aWorld()
  const { platform, nadia, tom, bernard, pairing } = world
  const session = await aFixedSession(settingOf(world), pairing, '2027-03-17T09:00Z')
  const clara = await aPersonIn(settingOf(world), 'executive', { name: 'Clara Stein' })
  await anOffer(settingOf(world), await aPairing(settingOf(world), tom, clara))
  await subscribe(platform, tom.id)
  const manager = await world.as(nadia)
  const made = await manager.post(`/api/v1/programmes/${world.northwind.id}/report/links`, {
    ...{ label: 'The board', locale: 'en', endsOn: '2027-05-01' },
  })
  const nobody = await world.as(null)
  await nobody.ask('/sign-in', { method: 'POST', body: new URLSearchParams({ email: tom.email }) })
  await tick(platform)
  const form = { action: '/people', fields: { name: ['Plant a narwhal'] } }
  const formId = await keepForm(platform, form, nadia.id)
  const cookie = await cookieOf(platform, nadia)
  const mails = await Promise.all(world.mails.map(({ raw }) => decodedMail(raw)))
  const texts = [...mails.map(({ text, html, calendar }) => [text, html, calendar].join('\n'))]
  const tokens = [...texts, JSON.stringify(made.body)].flatMap((text) =>
    Array.from(text.matchAll(/[?&]k=([\w-]{43})/g), ([, token = '']) => token),
  )
  // He answers, quoting what he answers to; his own words name both too.
  const [mailed = ''] = mails.flatMap(({ text }) => text.match(/https?:\S+[?&]k=[\w-]{43}/) ?? [])
  const quoted = `On Monday Nadia <${bernard.replyAddress}> wrote:\n> 9 o’clock? <${mailed}>`
  await writes(world, bernard, `No: ${mailed}, ${encodeURIComponent(mailed)}.\n\n${quoted}`, bernard)
  const [feed] = (await dump())['feeds'] ?? []
  const feedToken = await platform.tokenOf(`lnk_${String(feed?.['link_id']).slice('lnk_'.length)}`)
  return { ...world, session, formId, form, cookie, nobody, tokens: [...tokens, feedToken] }
}

test('who has stolen the database, and not the secrets, gets in nowhere', async () => {
  const life = await aLife()
  const { platform, nobody, session, nadia, tom, bernard, tokens } = life
  expect(new Set(tokens).size).toBeGreaterThan(5)

  // None of what opens something stands there.
  const rows = await dump()
  const stolen = JSON.stringify(rows)
  const replyAddresses = [nadia, tom, bernard].map(({ replyAddress }) => replyAddress.split('@')[0] ?? '')
  const secrets = [...tokens, ...replyAddresses, life.cookie.split('.').at(-1)?.split(';')[0] ?? '']
  expect(secrets.filter((each) => each.length < 20 || stolen.includes(each))).toEqual([])

  // Nothing that stands there is a token, as it is or hashed once more.
  const texts = [...new Set(stolen.match(/[\w.-]{20,}/g))]
  const hashes = new Set(texts)
  const asTokens = await Promise.all(texts.map((each) => hashOf(each)))
  expect(texts.filter((_, index) => hashes.has(asTokens[index] ?? ''))).toEqual([])
  const likely = Object.values(rows).flatMap((each) =>
    each.flatMap((row) => [row['token_hash'], row['link_id']].filter((value) => typeof value === 'string')),
  )
  for (const k of likely)
    for (const door of DOORS) expect((await nobody.get(`/${door}?k=${k}`)).status, door).toBeGreaterThan(399)

  // No sign-in can be made of a row, signed by what stands there or not at all.
  for (const { id, token_hash: hash } of rows['sign_ins'] ?? [])
    for (const mac of [
      String(hash),
      '',
      await signingOf('guessed').sign(`cookie:${String(id)}.${platform.now()}`),
    ]) {
      const headers = { Cookie: `__Host-sotto=${String(id)}.${platform.now()}.${mac}` }
      expect((await nobody.ask('/today', { headers, redirect: 'manual' })).status).toBe(303)
    }
  const guessing = { ...platform, ...signingOf('guessed') }
  expect(life.formId && (await openKeptForm(guessing, life.formId, nadia.id))).toBeNull()
  expect(life.formId && (await openKeptForm(platform, life.formId, nadia.id))).toEqual(life.form)

  // No answer reaches an event: every text of the people and the invites is tried as the address.
  const invite = inviteOf(session, bernard.id)
  if (!invite || !session.time) throw new Error('not invited')
  const attendee = { name: bernard.name, address: bernard.email }
  const raw = writeReply({ ...invite, time: session.time, attendee }, 'ACCEPTED', {
    ...{ at: platform.now(), messageId: '<stolen@calendar.example>' },
  })
  const values = ['people', 'invites', 'addresses']
    .flatMap((table) => rows[table] ?? [])
    .flatMap(Object.values)
  const addresses = [...new Set(values.filter((value) => typeof value === 'string'))]
  for (const to of addresses.flatMap((each) => [each, `${each.split('@')[0]}@reply.sotto.example`]))
    expect(await receive(platform, { to, raw: new TextEncoder().encode(raw), receiver: null })).toEqual({
      ...{ state: 'ignored', why: 'unknown-address' },
    })
  const answered = await findSession(platform.db, session.id)
  expect(answered?.invites.map(({ partstat }) => partstat)).toEqual(['NEEDS-ACTION', 'NEEDS-ACTION'])
  // The same mail to the address itself counts.
  const mail = { to: bernard.replyAddress, raw: new TextEncoder().encode(raw), receiver: null }
  expect(await receive(platform, mail)).toMatchObject({ state: 'applied' })

  // Who has asked to sign in, and from where, cannot be tried by hash.
  const guesses = [bernard.email, tom.email, 'unknown'].flatMap((each) => [
    each,
    ...['sign-in', 'sign-in-of', 'sign-in-from', 'sign-in-to', 'sign-in-by'].map((of) => `${of}:${each}`),
  ])
  const guessed = await Promise.all(guesses.map((each) => hashOf(each)))
  const counted = (rows['counters'] ?? []).map(({ key }) => String(key))
  expect(counted.length).toBeGreaterThan(0)
  expect(counted.filter((key) => guessed.includes(key))).toEqual([])
})

test('an address of an older version counts as before, and a night seals it: rows, invites and answers', async () => {
  const world = await aWorld()
  const { platform, bernard } = world
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  await env.DB.batch([
    env.DB.prepare(
      'UPDATE people SET reply_address = ?, reply_sealed = NULL, version = version + 1 WHERE id = ?',
    ).bind(bernard.replyAddress, bernard.id),
    env.DB.prepare('UPDATE invites SET organizer = ? WHERE person_id = ?').bind(
      bernard.replyAddress,
      bernard.id,
    ),
  ])
  expect(await writes(world, bernard, 'Later, please.', bernard)).toMatchObject({ state: 'waiting' })

  expect(await sealAnew(platform)).toBe(2)
  const stolen = JSON.stringify(await dump())
  expect(stolen).not.toContain(bernard.replyAddress.split('@')[0])
  expect(await sealAnew(platform)).toBe(0)
  expect(await writes(world, bernard, 'Or never.', bernard)).toMatchObject({ state: 'waiting' })

  // What moves it keeps the ORGANIZER that his calendar has.
  const nadia = await world.as(world.nadia)
  const time = `/api/v1/sessions/${session.id}/time`
  expect((await nadia.post(time, { start: '2027-03-18T09:00:00Z' })).status).toBe(200)
  await tick(platform)
  const his = world.mails.filter(({ to }) => to === bernard.email)
  const events = await Promise.all(his.map(async ({ raw }) => (await decodedMail(raw)).event))
  const organizers = events.flatMap((event) => (event ? [event.organizer.address] : []))
  expect(organizers).toEqual([bernard.replyAddress, bernard.replyAddress])
  expect(his.map(({ from }) => from)).toEqual(organizers)
})
