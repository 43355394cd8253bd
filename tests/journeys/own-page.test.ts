import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { formatWordsEn } from '../../web/words/formats/en.ts'
import { ownStepsEn } from '../../web/words/path/en.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import { changePlace } from '../../worker/actions/session/change-place.ts'
import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import { receive } from '../../worker/delivery/in/receive.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { listCommitments } from '../../worker/storage/session/outcome.ts'
import { findOpenSession } from '../../worker/storage/session/session.ts'
import { pressed } from '../support/forms.ts'
import { link } from '../support/links.ts'
import { aLoggedSession, HAPPENED } from '../support/logged-session.ts'
import { kindsOnToday } from '../support/today.ts'
import { aFixedSession, asManager, aWorld, have, settingOf, type World } from '../support/world.ts'

test('half-way to the next session an executive who agreed to it gets one nudge, in the mentor’s name', async () => {
  const { world } = await agreed({ nudges: true })
  world.now('2027-03-26T12:00Z')
  await tick(world.platform)
  expect(wordsTo(world)).toEqual([])

  world.now('2027-03-27T12:00Z')
  await tick(world.platform)
  await tick(world.platform)
  expect(wordsTo(world).map(({ subject }) => subject)).toEqual(['A word from Tom Leroy'])
  const { text } = await readMail(wordsTo(world)[0]?.raw ?? '')
  expect(text).toContain('“Answer one question”')
})

test('an executive who did not agree, or has already answered about his commitment, gets no nudge', async () => {
  const { world } = await agreed({})
  world.now('2027-03-27T12:00Z')
  await tick(world.platform)
  expect(wordsTo(world)).toEqual([])

  const second = await agreed({ nudges: true })
  const own = await link(second.world.platform, 'own', second.session, second.world.bernard)
  await pressed(second.world, own, { done: 'partly', commitment: await inHand(second.world) })
  second.world.now('2027-03-27T12:00Z')
  await tick(second.world.platform)
  expect(wordsTo(second.world)).toEqual([])
})

test('his side of the sheet says what the hour is about and why, where, and what he may do before', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-22T10:00Z')
  have(await changePlace(world.platform, session.id, { kind: 'room', room: 'Blue' }, asManager(world.nadia)))
  const { body } = await (await world.as(null)).get(await link(world.platform, 'own', session, world.bernard))
  const { name, prepare, executiveText } = formatWordsEn['first-meeting']
  for (const each of [`It begins with “${name}”.`, prepare, executiveText.slice(0, 40), 'Blue'])
    expect(String(body)).toContain(each)
  expect(String(body)).toContain(ownStepsEn.reasons['first-meeting']())
})

test('on his own page he says whether it is done, and asks for a pause; a GET stores nothing', async () => {
  const { world, session } = await agreed({})
  const own = await link(world.platform, 'own', session, world.bernard)
  const client = await world.as(null)
  const { body } = await client.get(own)
  expect(body).toContain('Answer one question')
  expect(body).toContain('By Tuesday 6 April 2027')
  expect(await kindsOnToday(world)).not.toContain('asks-to-pause')

  expect((await pressed(world, own, { done: 'yes', commitment: await inHand(world) })).status).toBe(200)
  expect((await pressed(world, own, { wish: 'pause' })).status).toBe(200)
  const before = world.mails.length
  await tick(world.platform)
  expect(world.mails.length).toBe(before)
  expect((await listCommitments(world.platform.db, world.pairing.id))[0]).toMatchObject({
    done: null,
    saidDone: 'yes',
  })
  expect(await kindsOnToday(world)).toContain('asks-to-pause')
})

test('his own page says when an answer of his waits for a person, and no longer once it is settled', async () => {
  const { world, session } = await agreed({})
  const own = await link(world.platform, 'own', session, world.bernard)
  const client = await world.as(null)
  const sentence = 'We have your answer; a person will look at it.'
  expect((await client.get(own)).body).not.toContain(sentence)

  const { replyAddress: to, email } = world.bernard
  const mail = `From: <${email}>\r\nMessage-ID: <a@b.example>\r\n\r\nThursday would be better.\r\n`
  await receive(world.platform, { to, raw: new TextEncoder().encode(mail), receiver: null })
  expect((await client.get(own)).body).toContain(sentence)
  expect((await pressed(world, own, { wish: 'pause' })).body).toContain(sentence)

  await env.DB.prepare("UPDATE received SET state = 'settled'").run()
  expect((await client.get(own)).body).not.toContain(sentence)
})

test('the page behind an invite, which delegates read, mails the link to his own address and shows none of it', async () => {
  const { world, session } = await agreed({})
  const invite = await link(world.platform, 'invite', session, world.bernard)
  const client = await world.as(null)
  expect((await client.get(invite)).body).not.toContain('Answer one question')
  expect((await pressed(world, invite, { answer: 'own-page' })).status).toBe(200)
  await tick(world.platform)
  expect(world.mails.at(-1)).toMatchObject({ to: world.bernard.email, subject: 'Your page' })
})

test('a tap on an outdated page is about the commitment shown there; a newer one stays open', async () => {
  const { world, session } = await agreed({})
  const before = await inHand(world)
  world.now('2027-04-06T09:00Z')
  const own = await link(world.platform, 'own', session, world.bernard)
  const by = { id: world.tom.id, door: 'link' } as const
  have(await logOutcome(world.platform, session.id, { ...HAPPENED, commitment: 'Post a first thought' }, by))

  await pressed(world, own, { done: 'yes', commitment: before })
  expect(await listCommitments(world.platform.db, world.pairing.id)).toMatchObject([
    { words: 'Post a first thought', saidDone: null },
    { words: 'Answer one question', saidDone: 'yes' },
  ])
  const page = (await (await world.as(null)).get(own)).body
  expect(page).toContain('Post a first thought')
  expect(page).not.toContain('Answer one question')
})

test('the stage is read by the executive, his mentor and the manager; invites and offers never show it', async () => {
  const { world, session } = await agreed({})
  const client = await world.as(null)
  const before = await link(world.platform, 'own', session, world.bernard)
  expect((await client.get(before)).body).not.toContain('Seen so far')

  world.now('2027-04-06T09:00Z')
  const log = {
    ...HAPPENED,
    commitment: 'Post a thought',
    lastDone: 'partly',
    evidence: 'answering',
  } as const
  have(await logOutcome(world.platform, session.id, log, { id: world.tom.id, door: 'link' }))
  const own = await link(world.platform, 'own', session, world.bernard)
  const meeting = await link(world.platform, 'meeting', session, world.tom)
  const nadia = await world.as(world.nadia)
  expect((await client.get(own)).body).toContain('Seen so far: Answered in the open')
  expect((await client.get(meeting)).body).toContain('Seen so far: Answering')
  const pairing = (await nadia.get(`/pairings/${world.pairing.id}`)).body
  expect(pairing).toContain('Seen so far: Answering')
  expect(pairing).toContain('“Post a thought” (not known)')

  const round = await findOpenSession(world.platform.db, world.pairing.id)
  if (!round?.offer) throw new Error('no new times')
  for (const page of [
    await link(world.platform, 'invite', session, world.bernard),
    await link(world.platform, 'answer', round, world.odile),
  ])
    expect((await client.get(page)).body).not.toMatch(/Seen so far|Answering|in the open/)
})

/** They met on the 16th, made one commitment, and meet again on 6 April. */
async function agreed(rules: { readonly nudges?: boolean }) {
  const world = await aWorld()
  have(await changePerson(world.platform, world.bernard.id, { rules }, asManager(world.nadia)))
  await aLoggedSession(world, '2027-03-16T09:00Z', 'Answer one question')
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-04-06T08:00Z')
  await tick(world.platform)
  return { world, session }
}

/** The commitment shown on his page. */
async function inHand({ platform, pairing }: World): Promise<string> {
  const [commitment] = await listCommitments(platform.db, pairing.id)
  return commitment?.id ?? ''
}

function wordsTo({ mails, bernard }: World) {
  return mails.filter(({ to, subject }) => to === bernard.email && subject.startsWith('A word'))
}
