import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { askQuestion } from '../../worker/actions/session/ask-question.ts'
import { briefMentor } from '../../worker/actions/session/brief.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { sealingOf } from '../../worker/sealing.ts'
import { purgeSome } from '../../worker/storage/programme/purge.ts'
import { pressed } from '../support/forms.ts'
import { breaksByHand } from '../support/fsck.ts'
import { link } from '../support/links.ts'
import { at } from '../support/times.ts'
import { aFixedSession, aMentor, aWorld, have, settingOf, type World } from '../support/world.ts'

const ASKED = 'Whom should I have asked first?'

test('a question that the executive leaves on his page is read by his mentor, and by nobody else', async () => {
  const { world, session, own } = await beforeMeeting()
  const { nadia, odile, tom, bernard, platform } = world
  expect((await pressed(world, own, { question: `  ${ASKED}\n` })).body).toContain(ASKED)

  const mentor = await world.as(tom)
  expect((await mentor.get('/mine')).body).toContain(`“${ASKED}”`)
  const anyone = await world.as(null)
  for (const purpose of ['meeting', 'log'] as const)
    expect((await anyone.get(await link(platform, purpose, session, tom))).body).toContain(ASKED)

  const manager = await world.as(nadia)
  const page = String((await manager.get(`/sessions/${session.id}`)).body)
  expect((await manager.get(`/api/v1/sessions/${session.id}`)).body).toMatchObject({ hasQuestion: true })
  expect(page).toContain('The executive has left one; only the mentor')
  for (const path of [`/sessions/${session.id}`, `/pairings/${world.pairing.id}`, '/today', '/board'])
    expect(String((await manager.get(path)).body)).not.toContain(ASKED)
  for (const [purpose, reader] of [
    ['invite', bernard],
    ['invite', tom],
    ['answer', odile],
  ] as const)
    expect((await anyone.get(await link(platform, purpose, session, reader))).body).not.toContain(ASKED)
})

test('the brief says that there is a question, and no mail says which', async () => {
  const { world, own } = await beforeMeeting()
  await pressed(world, own, { question: ASKED })
  world.now('2027-03-19T15:00Z')
  await tick(world.platform)
  const texts = await textsOf(world)
  expect(texts.filter((text) => text.includes('A question is waiting for you'))).toHaveLength(1)
  expect(texts.join('\n')).not.toContain(ASKED)
})

test('a question that was taken back before the brief has left is not announced', async () => {
  const { world, own } = await beforeMeeting()
  await pressed(world, own, { question: ASKED })
  await pressed(world, own, { question: '' })
  world.now('2027-03-19T15:00Z')
  await tick(world.platform)
  expect((await textsOf(world)).join('\n')).not.toContain('A question is waiting for you')
  expect(await stored()).toEqual([])
})

test('a brief that waits while its question is taken back does not announce it either', async () => {
  const { world, session, own } = await beforeMeeting()
  await pressed(world, own, { question: ASKED })
  world.now('2027-03-19T15:00Z')
  await briefMentor(world.platform, session.id)
  await pressed(world, own, { question: '' })
  await tick(world.platform)
  const texts = await textsOf(world)
  expect(texts.filter((text) => text.includes('You meet Claude Bernard'))).toHaveLength(1)
  expect(texts.join('\n')).not.toContain('A question is waiting for you')
})

test('a later question takes the place of an earlier one; a longer one than a line comes back with what was typed', async () => {
  const { world, own } = await beforeMeeting()
  await pressed(world, own, { question: ASKED })
  await pressed(world, own, { question: 'And whom last?' })
  const long = 'x'.repeat(281)
  const { status, body } = await pressed(world, own, { question: long })
  expect(status).toBe(422)
  expect(body).toContain(long)
  expect(body).toContain('one question is enough')
  expect(await stored()).toEqual(['And whom last?'])
})

test('a stand-in reads no question, and the page offers none for his session', async () => {
  const { world, session, own } = await beforeMeeting()
  await pressed(world, own, { question: ASKED })
  const mia = await aMentor(settingOf(world), 'Mia Berg')
  const wish = { start: at('2027-03-22T10:00Z'), minutes: null, mentorId: mia.id, reason: 'Tom is ill.' }
  const by = { id: world.nadia.id, door: 'manager' } as const
  const stood = have(await moveSession(world.platform, session.id, wish, by))
  const anyone = await world.as(null)
  expect((await anyone.get(await link(world.platform, 'meeting', stood, mia))).body).not.toContain(ASKED)
  expect((await (await world.as(mia)).get('/mine')).body).not.toContain(ASKED)
  expect((await (await world.as(mia)).get(`/api/v1/sessions/${session.id}`)).body).toMatchObject({
    hasQuestion: false,
  })
  expect((await anyone.get(own)).body).not.toContain('name="question"')
  expect(await askQuestion(world.platform, world.pairing.id, 'Another?')).toMatchObject({
    refusal: { reason: 'no-meeting-ahead' },
  })

  world.now('2027-03-19T15:00Z')
  await tick(world.platform)
  expect((await textsOf(world)).join('\n')).not.toContain('A question is waiting for you')
})

test('nothing can be asked once the meeting has begun', async () => {
  const { world } = await beforeMeeting()
  world.now('2027-03-22T09:00Z')
  expect(await askQuestion(world.platform, world.pairing.id, ASKED)).toMatchObject({
    refusal: { reason: 'no-meeting-ahead' },
  })
})

test('thirty days after the session the night deletes it, and not before', async () => {
  const { world, own } = await beforeMeeting()
  await pressed(world, own, { question: ASKED })
  world.now('2027-04-21T09:00Z')
  await tick(world.platform)
  expect(await stored()).toEqual([ASKED])
  world.now('2027-04-21T09:30Z')
  await tick(world.platform)
  expect(await stored()).toEqual([])
})

test('a purge deletes the questions of its programme', async () => {
  // The purge of a programme that is still open, which no action begins.
  breaksByHand('address-astray')
  const { world, own } = await beforeMeeting()
  await pressed(world, own, { question: ASKED })
  await purgeSome(world.platform.db, world.northwind.id, 100)
  expect(await stored()).toEqual([])
})

/** Tom and Mr Bernard meet on Monday the 22nd at ten in Paris. */
async function beforeMeeting() {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-22T09:00Z')
  await tick(world.platform)
  const own = await link(world.platform, 'own', session, world.bernard)
  return { world, session, own }
}

async function stored(): Promise<readonly string[]> {
  const rows = 'SELECT session_id AS row, words FROM questions'
  const { results } = await env.DB.prepare(rows).all<{ readonly row: string; readonly words: string }>()
  const { open } = sealingOf(env.SEALING_KEYS)
  const opened = results.map(({ row, words }) => open({ table: 'questions', row, column: 'words' }, words))
  return (await Promise.all(opened)).map((each) => (each.ok ? each.value : each.refusal.reason))
}

function textsOf({ mails }: World): Promise<readonly string[]> {
  return Promise.all(
    mails.map(async ({ raw, subject }) => `${subject}\n${(await readMail(raw)).text}\n${raw}`),
  )
}
