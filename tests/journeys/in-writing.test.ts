import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { changePerson } from '../../worker/actions/people/change.ts'
import { changeProgramme } from '../../worker/actions/programme/change.ts'
import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { sendNow, undoPress } from '../../worker/actions/undo/undo.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import type { ByPerson } from '../../worker/domain/decision.ts'
import type { PersonRules } from '../../worker/domain/people/person.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { findPerson } from '../../worker/storage/people/person.ts'
import { pressed } from '../support/forms.ts'
import { link } from '../support/links.ts'
import { HAPPENED } from '../support/logged-session.ts'
import { aFixedSession, asManager, aWorld, have, settingOf, type World } from '../support/world.ts'

const AGREED = 'Answer one question'

test('who wants it in writing gets one mail when the log cannot be replaced any more, in the mentor’s name', async () => {
  const { world, log } = await met({ inWriting: true })
  await log({ commitment: AGREED })
  world.now('2027-03-16T10:59Z')
  await tick(world.platform)
  expect(notesTo(world)).toEqual([])

  world.now('2027-03-16T11:00Z')
  await tick(world.platform)
  await tick(world.platform)
  const [note, ...others] = notesTo(world)
  expect(others).toEqual([])
  expect(note?.subject).toBe('A note from Tom Leroy')
  const { text } = await readMail(note?.raw ?? '')
  expect(text).toContain('Tom Leroy has noted what you mean to do:\n“Answer one question”\nBy ')
  expect(text).toContain('/own?k=')
  expect(world.mails.filter(({ to, raw }) => to === world.odile.email && raw.includes(AGREED))).toEqual([])
})

test('who did not ask for it gets none, nor does anybody where nothing was agreed', async () => {
  const silent = await met({})
  await silent.log({ commitment: AGREED })
  const nothing = await met({ inWriting: true })
  await nothing.log({ commitment: null })
  for (const { world } of [silent, nothing]) {
    world.now('2027-03-17T11:00Z')
    await tick(world.platform)
    expect(notesTo(world)).toEqual([])
  }
})

test('a log that was replaced without it is never mailed; one that was replaced by another is mailed as it stands', async () => {
  const without = await met({ inWriting: true })
  await without.log({ commitment: AGREED })
  without.world.now('2027-03-16T10:30Z')
  await without.log({ commitment: null })
  without.world.now('2027-03-17T11:00Z')
  await tick(without.world.platform)
  expect(notesTo(without.world)).toEqual([])

  const other = await met({ inWriting: true })
  await other.log({ commitment: AGREED })
  other.world.now('2027-03-16T10:30Z')
  await other.log({ commitment: 'Read one thread' })
  other.world.now('2027-03-16T11:00Z')
  await tick(other.world.platform)
  expect(notesTo(other.world)).toEqual([])
  other.world.now('2027-03-16T11:30Z')
  await tick(other.world.platform)
  const notes = notesTo(other.world)
  expect(notes).toHaveLength(1)
  expect((await readMail(notes[0]?.raw ?? '')).text).toContain('“Read one thread”')
})

test('a manager’s log that is undone is never mailed, and “send now” does not send it before its hour', async () => {
  const undone = await met({ inWriting: true })
  const logged = await undone.log({ commitment: AGREED }, pressing(undone.world))
  have(await undoPress(undone.world.platform, logged.id, logged.version, pressing(undone.world)))
  undone.world.now('2027-03-17T11:00Z')
  await tick(undone.world.platform)
  expect(notesTo(undone.world)).toEqual([])

  const sent = await met({ inWriting: true })
  const session = await sent.log({ commitment: AGREED }, pressing(sent.world))
  expect(have(await sendNow(sent.world.platform, session.id, session.version))).not.toBeNull()
  sent.world.now('2027-03-16T10:59Z')
  await tick(sent.world.platform)
  expect(notesTo(sent.world)).toEqual([])
  sent.world.now('2027-03-16T11:00Z')
  await tick(sent.world.platform)
  expect(notesTo(sent.world)).toHaveLength(1)
})

test('“send again” writes it anew once its words are gone, as long as it stands', async () => {
  const { world, log } = await met({ inWriting: true })
  await log({ commitment: AGREED })
  world.now('2027-03-16T11:00Z')
  await tick(world.platform)
  world.now('2027-03-26T11:00Z')
  await tick(world.platform)
  const { results } = await env.DB.prepare(
    `SELECT id, letter FROM outbox WHERE json_extract(letter, '$.kind') = 'agreed'`,
  ).all<{ readonly id: string; readonly letter: string }>()
  expect(results.map(({ letter }) => letter).join('')).not.toContain(AGREED)

  const nadia = await world.as(world.nadia)
  expect((await nadia.post(`/api/v1/deliveries/${results[0]?.id}/retry`)).status).toBe(200)
  await tick(world.platform)
  expect(notesTo(world)).toHaveLength(2)
  expect((await readMail(notesTo(world)[1]?.raw ?? '')).text).toContain(`“${AGREED}”`)
})

test('it does not leave at night: an evening’s log is mailed at seven by the executive’s clock', async () => {
  const { world, log } = await met({ inWriting: true })
  world.now('2027-03-16T19:30Z')
  await log({ commitment: AGREED })
  world.now('2027-03-16T20:30Z')
  await tick(world.platform)
  expect(notesTo(world)).toEqual([])
  world.now('2027-03-17T06:00Z')
  await tick(world.platform)
  expect(notesTo(world)).toHaveLength(1)
})

test('where the mentor is nameless the mail names nobody, and words that give the hour away stay on the page', async () => {
  const { world, log } = await met({ inWriting: true, mentorHidden: true })
  have(
    await changeProgramme(
      world.platform,
      world.northwind.id,
      { policy: { forbiddenWords: ['fluency'] } },
      asManager(world.nadia),
    ),
  )
  await log({ commitment: 'Practise fluency' })
  world.now('2027-03-16T11:00Z')
  await tick(world.platform)
  const [note] = notesTo(world)
  expect(note?.subject).toBe('A note for you')
  const { text } = await readMail(note?.raw ?? '')
  expect(text).toContain('What you mean to do is on your page.')
  expect(`${note?.subject} ${text}`).not.toMatch(/Leroy|fluency/)
})

test('he switches it himself on his own page; switched off before it leaves, nothing is mailed', async () => {
  const { world, session, log } = await met({})
  const own = await link(world.platform, 'own', session, world.bernard)
  expect((await pressed(world, own, { inWriting: 'yes' })).body).toContain(
    'What is agreed comes to you in writing',
  )
  expect((await findPerson(world.platform.db, world.bernard.id, world.northwind.id))?.rules.inWriting).toBe(
    true,
  )
  await log({ commitment: AGREED })
  expect((await pressed(world, own, { inWriting: 'no' })).body).toContain(
    'what was agreed is not emailed to you',
  )
  world.now('2027-03-17T11:00Z')
  await tick(world.platform)
  expect(notesTo(world)).toEqual([])
})

test('the API reads and writes it as a field of an executive, off until it is set', async () => {
  const { world } = await met({})
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/people/${world.bernard.id}`
  expect((await nadia.get(path)).body).toMatchObject({ inWriting: false })
  expect(await nadia.patch(path, { inWriting: true })).toMatchObject({
    status: 200,
    body: { inWriting: true },
  })
  expect(await nadia.patch(path, { inWriting: null })).toMatchObject({
    status: 200,
    body: { inWriting: false },
  })
  expect((await nadia.get(`/api/v1/people/${world.tom.id}`)).body).not.toHaveProperty('inWriting')
})

/** Tom and Mr Bernard met on the 16th from ten to half past, in Paris; it is eleven. */
async function met(rules: PersonRules) {
  const world = await aWorld()
  have(await changePerson(world.platform, world.bernard.id, { rules }, asManager(world.nadia)))
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  await tick(world.platform)
  world.now('2027-03-16T10:00Z')
  const byTom = { id: world.tom.id, door: 'link' } as const
  const log = async (said: { readonly commitment: string | null }, by: ByPerson = byTom) =>
    have(await logOutcome(world.platform, session.id, { ...HAPPENED, ...said }, by))
  return { world, session, log }
}

/** A press of the manager's on a page. */
function pressing({ nadia }: World): ByPerson {
  return { id: nadia.id, door: 'manager', pressedBy: nadia.id }
}

function notesTo({ mails, bernard }: World) {
  return mails.filter(({ to, subject }) => to === bernard.email && subject.startsWith('A note'))
}
