import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { answerOffer } from '../../worker/actions/offer/answer.ts'
import { handOver } from '../../worker/actions/pairing/hand-over.ts'
import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { sealingOf } from '../../worker/sealing.ts'
import { forgetPeople } from '../../worker/storage/programme/forget-people.ts'
import { purgeSome } from '../../worker/storage/programme/purge.ts'
import { findOutcome } from '../../worker/storage/session/outcome.ts'
import { pressed } from '../support/forms.ts'
import { breaksByHand } from '../support/fsck.ts'
import { link } from '../support/links.ts'
import { HAPPENED } from '../support/logged-session.ts'
import { at } from '../support/times.ts'
import { aFixedSession, aMentor, anOffer, asManager, aWorld, have, settingOf } from '../support/world.ts'

const NOTE = 'Quokka: slower next time, & ask about <the board>.'
const LOST = 'lost=Qm9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0x7hQ='
const SHOWN = 'Quokka: slower next time, &amp; ask about &lt;the board&gt;.'

test('a mentor’s note is read by him alone, and the executive sees that there is one', async () => {
  const { world, session, log, meeting } = await afterMeeting()
  const { nadia, odile, bernard, tom, platform } = world
  const anyone = await world.as(null)
  const own = await link(platform, 'own', session, bernard)
  expect(textOf(await anyone.get(own))).not.toContain('private note')

  expect((await pressed(world, log, { note: `  ${NOTE}\n` })).body).toContain('The note is kept.')
  for (const page of [log, meeting]) expect(textOf(await anyone.get(page))).toContain(SHOWN)

  const page = textOf(await anyone.get(own))
  expect(page).toContain('Somebody you meet keeps a private note on one of your sessions.')
  const record = textOf(await anyone.get(own.replace('/own?', '/own/record?')))
  expect(record).toContain('Somebody you meet keeps a private note on one of your sessions.')
  const shown = [page, record]
  const [manager, mentor, executive] = [await world.as(nadia), await world.as(tom), await world.as(bernard)]
  for (const path of [
    ...[
      `/sessions/${session.id}`,
      `/pairings/${world.pairing.id}`,
      `/people/${bernard.id}`,
      `/people/${tom.id}`,
    ],
    ...['/today', '/board', '/calendar', `/api/v1/sessions/${session.id}`],
    ...[`/api/v1/sessions/${session.id}/history`, `/api/v1/sessions/${session.id}/outcome`],
  ])
    shown.push(textOf(await manager.get(path)))
  for (const path of ['/mine', '/api/v1/sessions', `/api/v1/sessions/${session.id}`])
    shown.push(textOf(await mentor.get(path)), textOf(await executive.get(path)))
  for (const [purpose, reader] of [
    ['invite', bernard],
    ['invite', tom],
    ['answer', odile],
  ] as const)
    shown.push(textOf(await anyone.get(await link(platform, purpose, session, reader))))
  await tick(platform)
  shown.push(...world.mails.map(({ raw }) => raw))
  expect(shown.join('\n')).not.toContain('Quokka')
  expect(shown.slice(2).join('\n')).not.toMatch(/private note/i)
})

test('neither the note nor the log takes away what was typed into the other', async () => {
  const { world, session, log } = await afterMeeting()
  const page = textOf(await (await world.as(null)).get(log))
  // As a browser sends them: the note's field and button belong to the form of the log.
  const form = /<form[^>]* id="([^"]+)"/.exec(page)?.[1]
  expect(page).toMatch(new RegExp(`<textarea[^>]*form="${form}"[^>]*name="note"`))
  expect(page).toMatch(new RegExp(`<button[^>]*name="keep"[^>]*form="${form}"`))

  const typed = { result: 'cut-short', commitment: 'Post once', note: NOTE }
  const kept = textOf(await pressed(world, log, { ...typed, keep: 'note' }))
  expect(kept).toContain('The note is kept.')
  expect(kept).toContain('Post once')
  expect(kept).toMatch(/value="cut-short"[^>]* checked|checked[^>]* value="cut-short"/)
  expect((await findOutcome(world.platform.db, session.id)) ?? null).toBeNull()

  const wrong = textOf(await pressed(world, log, { ...typed, commitment: 'x'.repeat(200), note: 'Wombat' }))
  expect(wrong).toContain('Wombat')
  await pressed(world, log, { ...typed, note: 'Wombat' })
  expect(await findOutcome(world.platform.db, session.id)).toMatchObject({ result: 'cut-short' })
  expect(textOf(await (await world.as(null)).get(log))).toContain('Wombat')
})

test('in the database it is sealed, for this session and this mentor', async () => {
  const { world, session, log } = await afterMeeting()
  await pressed(world, log, { note: NOTE })
  const [row] = await rows()
  expect(row).toMatchObject({ session_id: session.id, person_id: world.tom.id })
  expect(row?.words).toMatch(/^sealed\.tests\.[\w-]+$/)
  const { open } = sealingOf(env.SEALING_KEYS)
  const place = { table: 'private_notes', row: `${session.id} ${world.tom.id}`, column: 'words' }
  expect(await open(place, row?.words ?? '')).toEqual({ ok: true, value: NOTE })

  // Given to another, it opens for nobody.
  await env.DB.prepare('UPDATE private_notes SET words = ?')
    .bind(await sealingOf(env.SEALING_KEYS).seal({ ...place, row: `${session.id} per_other` }, NOTE))
    .run()
  const page = await (await world.as(null)).get(log)
  expect(page.status).toBe(200)
  expect(textOf(page)).not.toContain('Quokka')
})

test('it can be changed and deleted, and is bounded', async () => {
  const { world, log } = await afterMeeting()
  await pressed(world, log, { note: NOTE })
  expect((await pressed(world, log, { note: 'x'.repeat(2001) })).status).toBe(409)
  expect((await pressed(world, log, { note: 'Wombat' })).body).toContain('Wombat')
  expect(await rows()).toHaveLength(1)
  expect((await pressed(world, log, { note: ' ' })).body).toContain('The note is deleted.')
  expect(await rows()).toEqual([])
})

test('off by default: nothing is offered, nothing is kept; what is there can still be deleted', async () => {
  const { world, log, allow } = await afterMeeting({ isAllowed: false })
  const anyone = await world.as(null)
  expect(textOf(await anyone.get(log))).not.toContain('name="note"')
  const refused = await pressed(world, log, { note: NOTE })
  expect([refused.status, await rows()]).toEqual([409, []])

  await allow(true)
  await pressed(world, log, { note: NOTE })
  await allow(false)
  const page = textOf(await anyone.get(log))
  expect(page).toContain(SHOWN)
  expect(page).not.toContain('<textarea')
  await pressed(world, log, { note: '' })
  expect(await rows()).toEqual([])
})

test('not before the session begins', async () => {
  const { world, meeting } = await afterMeeting()
  world.now('2027-03-22T08:59Z')
  expect((await pressed(world, meeting, { note: NOTE })).status).toBe(409)
  world.now('2027-03-22T09:00Z')
  expect((await pressed(world, meeting, { note: NOTE })).body).toContain('The note is kept.')
})

test('it goes thirty days after the session', async () => {
  const { world, log } = await afterMeeting()
  await pressed(world, log, { note: NOTE })
  world.now('2027-04-21T09:29Z')
  await tick(world.platform)
  expect(await rows()).toHaveLength(1)
  world.now('2027-04-21T09:30Z')
  await tick(world.platform)
  expect(await rows()).toEqual([])
})

test('a session that is moved on does not keep it any longer', async () => {
  const { world, session, log } = await afterMeeting()
  await pressed(world, log, { note: NOTE })
  const { platform, odile, tom } = world
  const by = { id: tom.id, door: 'link' } as const
  have(await logOutcome(platform, session.id, { ...HAPPENED, result: 'moved' }, by))
  const offered = await anOffer(settingOf(world), world.pairing)
  expect(offered.id).toBe(session.id)
  const { id: offerId, options } = offered.offer ?? { options: [] }
  const picked = {
    kind: 'option',
    move: false,
    offerId: offerId ?? 'off_',
    optionId: options[0]?.id ?? 'opt_',
  } as const
  const { time } = have(await answerOffer(platform, session.id, picked, { id: odile.id, door: 'link' }))
  expect(time?.start).toBeGreaterThan(at('2027-03-23T00:00Z'))
  world.now('2027-04-21T09:59Z')
  await tick(platform)
  expect(await rows()).toHaveLength(1)
  world.now('2027-04-21T10:00Z')
  await tick(platform)
  expect(await rows()).toEqual([])
})

test('after a hand-over the next mentor reads nothing of it, and the executive still sees that there is one', async () => {
  const { world, session, log } = await afterMeeting()
  const { platform, pairing, nadia, bernard, tom } = world
  await pressed(world, log, { note: NOTE })
  have(await logOutcome(platform, session.id, HAPPENED, { id: tom.id, door: 'link' }))
  const mia = await aMentor(settingOf(world), 'Mia Rossi')
  const next = have(
    await handOver(platform, pairing.id, { id: platform.newId('pai'), mentorId: mia.id }, asManager(nadia)),
  )
  const ahead = await aFixedSession(settingOf(world), next, '2027-03-29T09:00Z')
  const anyone = await world.as(null)
  for (const each of [session, ahead])
    for (const purpose of ['log', 'meeting'] as const)
      expect(textOf(await anyone.get(await link(platform, purpose, each, mia)))).not.toContain('Quokka')
  const own = textOf(await anyone.get(await link(platform, 'own', ahead, bernard)))
  expect(own).toContain('Somebody you meet keeps a private note on one of your sessions.')
})

test('where its key is not there the page says so, and what is saved beside it leaves it as it is', async () => {
  const { world, session, log, meeting } = await afterMeeting()
  await pressed(world, log, { note: NOTE })
  const place = { table: 'private_notes', row: `${session.id} ${world.tom.id}`, column: 'words' }
  const lost = await sealingOf(LOST).seal(place, NOTE)
  await env.DB.prepare('UPDATE private_notes SET words = ?').bind(lost).run()

  const anyone = await world.as(null)
  for (const page of [log, meeting]) {
    const text = textOf(await anyone.get(page))
    expect(text).toContain('There is a note, but it cannot be opened')
    expect(text).not.toMatch(/<textarea[^>]*name="note"/)
  }
  await pressed(world, log, { result: 'cut-short', commitment: 'Post once' })
  expect(await findOutcome(world.platform.db, session.id)).toMatchObject({ result: 'cut-short' })
  expect(await rows()).toMatchObject([{ words: lost }])
  await pressed(world, log, { note: '' })
  expect(await rows()).toEqual([])
})

test('a purge of the programme deletes it, and so does forgetting either of the two', async () => {
  // The purge of a programme that is still open, which no action begins.
  breaksByHand('address-astray')
  const { world, log } = await afterMeeting()
  await pressed(world, log, { note: NOTE })
  await purgeSome(world.platform.db, world.northwind.id, 100)
  expect(await rows()).toEqual([])

  const other = await afterMeeting()
  await pressed(other.world, other.log, { note: NOTE })
  for (const statement of forgetPeople(other.world.northwind.id, 100))
    await other.world.platform.db.run(statement)
  expect(await rows()).toEqual([])
})

/** Tom and Mr Bernard met on Monday the 22nd at ten in Paris. */
async function afterMeeting({ isAllowed = true } = {}) {
  const world = await aWorld()
  const allow = async (privateNotes: boolean) => {
    await env.DB.prepare(
      "UPDATE programmes SET policy = json_set(policy, '$.privateNotes', json(?)), version = version + 1",
    )
      .bind(String(privateNotes))
      .run()
  }
  if (isAllowed) await allow(true)
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-22T09:00Z')
  world.now('2027-03-22T10:00Z')
  await tick(world.platform)
  const log = await link(world.platform, 'log', session, world.tom)
  const meeting = await link(world.platform, 'meeting', session, world.tom)
  return { world, session, log, meeting, allow }
}

type Row = { readonly session_id: string; readonly person_id: string; readonly words: string }

async function rows(): Promise<readonly Row[]> {
  const { results } = await env.DB.prepare(
    'SELECT session_id, person_id, words FROM private_notes',
  ).all<Row>()
  return results
}

function textOf({ body }: { readonly body: unknown }): string {
  return typeof body === 'string' ? body : JSON.stringify(body)
}
