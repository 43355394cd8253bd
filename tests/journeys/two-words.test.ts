import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { handOver } from '../../worker/actions/pairing/hand-over.ts'
import { logOutcome, type OutcomeRequest } from '../../worker/actions/session/log-outcome.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import { totalsOf } from '../../worker/domain/programme/totals.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { findTotals, listCounted } from '../../worker/storage/programme/close.ts'
import { listCommitments } from '../../worker/storage/session/outcome.ts'
import { pressed } from '../support/forms.ts'
import { link } from '../support/links.ts'
import { aLoggedSession, HAPPENED } from '../support/logged-session.ts'
import { aFixedSession, aMentor, asManager, aWorld, have, settingOf, type World } from '../support/world.ts'

test('what he says and what was seen are kept apart, in either order', async () => {
  for (const order of ['said first', 'seen first'] as const) {
    const life = await agreed()
    if (order === 'said first') await life.says('yes')
    await life.sees('partly')
    if (order === 'seen first') await life.says('yes')
    expect(await life.inHand()).toMatchObject({ done: 'partly', saidDone: 'yes' })
  }
})

test('it counts in totals only where both say that it is done', async () => {
  const counted = async (said: Done, seen: Done) => {
    const life = await agreed()
    if (said) await life.says(said)
    if (seen) await life.sees(seen)
    return doneByBoth(life.world)
  }
  expect(await counted('yes', null)).toBe(0)
  expect(await counted(null, 'yes')).toBe(0)
  expect(await counted('yes', 'partly')).toBe(0)
  expect(await counted('partly', 'yes')).toBe(0)
  expect(await counted('yes', 'yes')).toBe(1)
})

test('a commitment that goes along to the next mentor keeps both words and is one all the same', async () => {
  const life = await agreed()
  await life.says('yes')
  await life.sees('yes')
  const { world } = life
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  const wish = { id: world.platform.newId('pai'), mentorId: uma.id }
  const made = have(await handOver(world.platform, world.pairing.id, wish, asManager(world.nadia)))
  expect(await listCommitments(world.platform.db, made.id)).toMatchObject([{ done: 'yes', saidDone: 'yes' }])
  expect(await doneByBoth(world)).toBe(1)
})

test('the totals of a closed programme have it', async () => {
  const { world, says, sees } = await agreed()
  await says('yes')
  await sees('yes')
  const path = `/api/v1/programmes/${world.northwind.id}/closure`
  await (await world.as(world.nadia)).post(path, { cancelFixed: true })
  await tick(world.platform)
  expect(await findTotals(world.platform.db, world.northwind.id)).toMatchObject({ doneByBoth: 1 })
})

test('the pages of all three show both words', async () => {
  const { world, session, says, sees } = await agreed()
  await says('yes')
  world.now('2027-04-06T09:00Z')
  const log = await link(world.platform, 'log', session, world.tom)
  const form = String((await (await world.as(null)).get(log)).body)
  expect(form).toContain('The executive says it is done. What you saw is kept beside it.')
  expect(form).not.toMatch(/name="lastDone"[^>]*checked/)

  await sees('partly')
  const own = await link(world.platform, 'own', session, world.bernard)
  const his = String((await (await world.as(null)).get(own)).body)
  expect(his).toContain('You say: done.')
  expect(his).toContain('Seen: done in part.')
  const pairing = (await (await world.as(world.nadia)).get(`/pairings/${world.pairing.id}`)).body
  expect(pairing).toContain('“Answer one question” (says it is done · seen: done in part)')
})

test('the brief says what he says, and that the mentor has said nothing of it', async () => {
  const { world, says } = await agreed()
  await says('partly')
  world.now('2027-04-05T14:00Z')
  await tick(world.platform)
  const brief = world.mails.filter(({ to }) => to === world.tom.email).at(-1)
  const { text } = await readMail(brief?.raw ?? '')
  expect(text).toContain(
    'Claude Bernard says that it is done in part.\nYou have not said whether you saw it.',
  )
})

test('a log that replaces another, and agrees on the same, keeps what he has said of it', async () => {
  const { world, first, says, inHand } = await agreed()
  await says('yes')
  const log: OutcomeRequest = { ...HAPPENED, commitment: 'Answer one question', result: 'cut-short' }
  have(await logOutcome(world.platform, first.id, log, { id: world.tom.id, door: 'link' }))
  expect(await inHand()).toMatchObject({ saidDone: 'yes' })
  await says('partly')
  world.now('2027-03-16T10:50Z')
  have(
    await logOutcome(
      world.platform,
      first.id,
      { ...log, commitment: 'Read one thread' },
      { id: world.tom.id, door: 'link' },
    ),
  )
  expect(await inHand()).toMatchObject({ words: 'Read one thread', saidDone: null })
})

test('a word that is none is kept out by the schema', async () => {
  await agreed()
  await expect(env.DB.prepare("UPDATE commitments SET said_done = 'perhaps'").run()).rejects.toThrow(/CHECK/)
})

type Done = 'yes' | 'partly' | 'no' | null

/** They met on 16 March, agreed on one thing, and meet again on 6 April. */
async function agreed() {
  const world = await aWorld()
  const first = await aLoggedSession(world, '2027-03-16T09:00Z', 'Answer one question')
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-04-06T08:00Z')
  const inHand = async () => (await listCommitments(world.platform.db, world.pairing.id)).at(-1)
  const says = async (done: NonNullable<Done>) =>
    pressed(world, await link(world.platform, 'own', session, world.bernard), {
      done,
      commitment: (await inHand())?.id ?? '',
    })
  const sees = async (lastDone: NonNullable<Done>) => {
    world.now('2027-04-06T09:00Z')
    return have(
      await logOutcome(
        world.platform,
        session.id,
        { ...HAPPENED, lastDone },
        { id: world.tom.id, door: 'link' },
      ),
    )
  }
  return { world, first, session, inHand, says, sees }
}

async function doneByBoth({ platform, northwind }: World): Promise<number | null> {
  const { sessions, benefits, agreed: all } = await listCounted(platform.db, northwind.id)
  return totalsOf(sessions, benefits, all).doneByBoth
}
