import { expect, test } from 'vitest'

import { findWrong } from '../../worker/actions/clock/re-arm.ts'
import { remind } from '../../worker/actions/offer/remind.ts'
import { changePairing } from '../../worker/actions/pairing/change.ts'
import { answerFor } from '../../worker/actions/session/answer-for.ts'
import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import { lintOutward } from '../../worker/domain/letter/discretion.ts'
import { standingOptions } from '../../worker/domain/session/session.ts'
import { iso } from '../../worker/domain/time/time.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { putWish, selectWishes } from '../../worker/storage/pairing/wish.ts'
import { listHistory } from '../../worker/storage/session/history.ts'
import { findOutcome } from '../../worker/storage/session/outcome.ts'
import { findOpenSession, findSession } from '../../worker/storage/session/session.ts'
import { minutesLater } from '../support/minutes-later.ts'
import { pressed } from '../support/press.ts'
import { runDue } from '../support/run-due.ts'
import { signedInBrowser } from '../support/signed-in-browser.ts'
import { at } from '../support/times.ts'
import {
  aFixedSession,
  anOffer,
  asManager,
  aPairing,
  aPersonIn,
  aProgramme,
  aWorld,
  have,
  settingOf,
} from '../support/world.ts'
import { writes } from '../support/writes.ts'

test('one press reminds the assistant of all her executives in one mail, once in two working days', async () => {
  const world = await aWorld()
  const { platform } = world
  const here = settingOf(world)
  const vera = await aPersonIn(here, 'executive', { name: 'Vera Lind', assistantIds: [world.odile.id] })
  const yara = await aPersonIn(here, 'executive', { name: 'Yara Okoye' })
  const offers = [
    await anOffer(here, world.pairing),
    await anOffer(here, await aPairing(here, world.tom, vera)),
    await anOffer(here, await aPairing(here, world.tom, yara)),
  ]
  await runCron(platform, '* * * * *')
  world.now('2027-03-17T16:00Z')
  const sent = world.mails.length
  const nadia = await signedInBrowser(platform, world.nadia.id)
  const today = await (await nadia.get('/today')).text()

  const after = await pressed(nadia, today, 'Remind Odile Martin (2)')
  expect(after).toContain(
    '2 at once. Reminded of the times that are held. Odile Martin will be told at 17:01',
  )
  expect(after).not.toContain('Remind Odile Martin')
  expect(after).toContain('Remind Yara Okoye')
  await minutesLater(world, 2)
  expect(world.mails).toHaveLength(sent + 1)
  const mail = world.mails.at(-1)
  expect(mail).toMatchObject({
    to: world.odile.email,
    subject: 'Still held for Claude Bernard, Vera Lind: which ones suit?',
  })
  const { text } = await readMail(mail?.raw ?? '')
  for (const each of offers.slice(0, 2))
    for (const { id } of standingOptions(each.offer, platform.now())) expect(text).toContain(id)
  expect(
    lintOutward({ subject: mail?.subject ?? '', body: text }, { forbiddenWords: [], hiddenNames: [] }),
  ).toEqual([])
  const history = await listHistory(platform.db, offers[0]?.id ?? 'ses_')
  expect(history.find(({ code }) => code === 'reminded')).toMatchObject({
    actorId: world.nadia.id,
    detail: { asked: world.odile.id },
  })
  await runDue(platform, 're-arm')
  expect(await findWrong(platform, world.pairing.id)).toEqual([])

  // A second press, from a page that is still open, and past the pages.
  expect(await pressed(nadia, today, 'Remind Odile Martin (2)')).toContain('it has been dealt with meanwhile')
  const again = await remind(platform, offers[0]?.id ?? 'ses_', asManager(world.nadia))
  expect(again).toMatchObject({ refusal: { reason: 'asked-lately' } })
})

test('a reminder that is taken back is sent to nobody, and its line waits as before', async () => {
  const world = await aWorld()
  await anOffer(settingOf(world), world.pairing)
  await runCron(world.platform, '* * * * *')
  world.now('2027-03-17T16:00Z')
  const sent = world.mails.length
  const nadia = await signedInBrowser(world.platform, world.nadia.id)
  const page = await pressed(nadia, await (await nadia.get('/today')).text(), 'Remind Odile Martin')
  expect(await pressed(nadia, page, 'Undo')).toContain('>Remind Odile Martin<')
  await minutesLater(world, 3)
  expect(world.mails).toHaveLength(sent)
})

test('times are offered from the line as they stand there, and whatever is taken meanwhile is not', async () => {
  const world = await aWorldBegun()
  const { platform } = world
  world.now('2027-05-31T08:00Z')
  const nadia = await signedInBrowser(platform, world.nadia.id)
  const page = await (await nadia.get('/today')).text()
  const [, shown = ''] = />Offer ([^<]+)</.exec(page) ?? []
  expect(shown.split(', ')).toHaveLength(3)
  const after = await pressed(nadia, page, 'Offer ')
  expect(after).toContain('Times offered. Odile Martin will be told at')
  const offered = await findOpenSession(platform.db, world.pairing.id)
  expect(offered?.offer?.options).toHaveLength(3)

  const again = await pressed(nadia, after, 'Undo')
  const first = offered?.offer?.options[0]
  const here = settingOf(world)
  const other = await aPairing(here, world.tom, await aPersonIn(here, 'executive', { name: 'Vera Lind' }))
  await aFixedSession(here, other, iso(first?.start ?? at('2027-06-01T08:00Z')))
  const refused = await pressed(nadia, again, `Offer ${shown}`)
  expect(refused).toMatch(/class="notice refused[^>]*>Claude Bernard: /)
  expect(await findOpenSession(platform.db, world.pairing.id)).toBeNull()
})

test('a log from the line is taken back with the round that it opened', async () => {
  const world = await aWorld()
  const { platform } = world
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  await runCron(platform, '* * * * *')
  world.now('2027-03-18T10:00Z')
  await minutesLater(world, 2)
  const sent = world.mails.length
  const nadia = await signedInBrowser(platform, world.nadia.id)
  const page = await pressed(nadia, await (await nadia.get('/today')).text(), 'It took place')
  expect(page).toContain('Logged.')
  expect(await findOutcome(platform.db, session.id)).toMatchObject({ result: 'happened' })
  const next = await findOpenSession(platform.db, world.pairing.id)

  expect(await pressed(nadia, page, 'Undo')).toContain('>It took place')
  expect(await findOutcome(platform.db, session.id)).toBeNull()
  expect(await findSession(platform.db, session.id)).toMatchObject({ status: 'fixed' })
  expect(next?.id).not.toBe(session.id)
  expect(await findSession(platform.db, next?.id ?? 'ses_')).toMatchObject({ status: 'cancelled' })
  await minutesLater(world, 3)
  expect(world.mails).toHaveLength(sent)
  await runDue(platform, 're-arm')
  expect(await findWrong(platform, world.pairing.id)).toEqual([])

  // Nothing is left in the way of the mentor's own log.
  const log = { commitment: null, dueOn: null, lastDone: null, benefit: null, evidence: null } as const
  const wish = { result: 'cut-short', ...log, needsManager: false, whyNotHeld: null } as const
  have(await logOutcome(platform, session.id, wish, { id: world.tom.id, door: 'link' }))
  expect(await findOutcome(platform.db, session.id)).toMatchObject({ result: 'cut-short' })
})

test('a mail is settled from its line, can be had back, and is settled again', async () => {
  const world = await aWorld()
  await anOffer(settingOf(world), world.pairing)
  await writes(world, world.bernard, 'Let me think about it.', world.bernard)
  const nadia = await signedInBrowser(world.platform, world.nadia.id)
  const today = await (await nadia.get('/today')).text()
  expect(today).toContain('<q class="soft row-time">Let me think about it.</q>')
  expect(today).toContain('>Reply to Claude Bernard')
  const page = await pressed(nadia, today, 'Done')
  expect(page).toContain('Dealt with.')
  expect(page).not.toContain('Let me think about it.')
  const again = await pressed(nadia, page, 'Undo')
  expect(again).toContain('Let me think about it.')
  expect(await pressed(nadia, again, 'Done')).not.toContain('Let me think about it.')
})

test('what was read from a mail is taken, undone with the mail that said it, and taken again', async () => {
  const world = await aWorld()
  const { offer, id } = await anOffer(settingOf(world), world.pairing)
  await runCron(world.platform, '* * * * *')
  await writes(world, world.bernard, 'The second one, please.', world.bernard)
  const sent = world.mails.length
  const nadia = await signedInBrowser(world.platform, world.nadia.id)
  const page = await pressed(nadia, await (await nadia.get('/today')).text(), 'Take ')
  expect(page).toContain('Time fixed.')
  expect(await findSession(world.platform.db, id)).toMatchObject({
    time: { start: offer?.options[1]?.start },
  })
  const undone = await pressed(nadia, page, 'Undo')
  expect(undone).toContain('The second one, please.')
  await minutesLater(world, 2)
  expect(world.mails).toHaveLength(sent)
  expect(await findSession(world.platform.db, id)).toMatchObject({ status: 'offered', time: null })
  expect(await pressed(nadia, undone, 'Take ')).toContain('Time fixed.')
})

test('“ask later” notes the day that a mail means', async () => {
  const world = await aWorld()
  const session = await anOffer(settingOf(world), world.pairing)
  await writes(world, world.bernard, 'Perhaps some time in spring.', world.bernard)
  const nadia = await signedInBrowser(world.platform, world.nadia.id)
  const [, path = ''] = /href="(\/received\/[^"]+)"/.exec(await (await nadia.get('/today')).text()) ?? []
  expect((await nadia.post(path, { answer: 'later', day: 'spring', back: '/today' })).status).toBe(422)
  const noted = await nadia.post(path, { answer: 'later', day: '2027-04-20', back: '/today' })
  expect(noted.headers.get('Location')).toMatch(/^\/today\?pressed=/)
  expect(await findSession(world.platform.db, session.id)).toMatchObject({
    notBefore: at('2027-04-19T22:00Z'),
  })
})

test('a wish that was settled comes back as it was made', async () => {
  const world = await aWorld()
  const { platform, pairing, bernard } = world
  const made = platform.now()
  have(
    await inOneBatch(platform.db, [
      putWish(platform.db, { pairingId: pairing.id, kind: 'pause', personId: bernard.id, at: made }),
    ]),
  )
  world.now('2027-03-16T08:00Z')
  const nadia = await signedInBrowser(platform, world.nadia.id)
  const page = await pressed(nadia, await (await nadia.get('/today')).text(), 'Done')
  expect(await selectWishes(platform.db, pairing.id)).toEqual([])
  expect(await pressed(nadia, page, 'Undo')).toContain('Would rather pause')
  expect(await selectWishes(platform.db, pairing.id)).toEqual([{ kind: 'pause' }])
  const { results } = await platform.db.run('SELECT at FROM wishes')
  expect(results).toEqual([{ at: made }])
})

test('several lines are put off at once and had back together, or done; what cannot be says so', async () => {
  const world = await aWorld()
  const { platform } = world
  const here = settingOf(world)
  await aFixedSession(here, world.pairing, '2027-03-16T09:00Z')
  const yara = await aPersonIn(here, 'executive', { name: 'Yara Okoye' })
  await anOffer(here, await aPairing(here, world.tom, yara))
  await runCron(platform, '* * * * *')
  world.now('2027-03-17T16:00Z')
  const nadia = await signedInBrowser(platform, world.nadia.id)
  const today = await (await nadia.get('/today')).text()
  const keys = [...today.matchAll(/name="line" value="([^"]+)" form="chosen"/g)].map(([, key = '']) => key)
  expect(keys.map((key) => key.split(':')[0])).toEqual(['offer-unanswered', 'not-logged'])

  const away = await nadia.post('/today/deeds', chosen(keys, { until: '2027-03-19' }))
  const afterwards = await (await nadia.get(away.headers.get('Location') ?? '')).text()
  expect(afterwards).toContain('Nobody needs you')
  expect(afterwards).toContain('2 things are put off')
  const back = await pressed(nadia, afterwards, 'Undo')
  for (const key of keys) expect(back).toContain(`name="line" value="${key}"`)

  const done = await nadia.post('/today/deeds', chosen([...keys, 'declined:ses_none'], {}))
  const said = await done.text()
  expect(done.status).toBe(409)
  expect(said).toContain('Reminded of the times that are held. Yara Okoye will be told')
  expect(said).toContain('Claude Bernard: It needs more than one press.')
  expect(said).toContain('That line is gone')
  expect(said).not.toContain('>Remind Yara Okoye<')
  expect(said).toContain('>Undo')
})

test('a mentor who cannot come: one press calls it off and offers others, and can be undone', async () => {
  const world = await aWorld()
  const { platform } = world
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-22T10:00Z')
  await minutesLater(world, 2)
  have(
    await answerFor(
      platform,
      session.id,
      { personId: world.tom.id, partstat: 'DECLINED' },
      { id: world.tom.id, door: 'link' },
    ),
  )
  const sent = world.mails.length
  const nadia = await signedInBrowser(platform, world.nadia.id)
  const page = await pressed(
    nadia,
    await (await nadia.get('/today')).text(),
    'Cancel it and offer other times',
  )
  expect(await findSession(platform.db, session.id)).toMatchObject({
    status: 'offered',
    bumps: 0,
    offer: { status: 'open' },
  })
  await pressed(nadia, page, 'Undo')
  expect(await findSession(platform.db, session.id)).toMatchObject({ status: 'fixed', time: session.time })
  await minutesLater(world, 2)
  expect(world.mails).toHaveLength(sent)
})

test('a line belongs to its programme, whichever another window shows', async () => {
  const world = await aWorldBegun()
  const { platform, nadia } = world
  const other = await aProgramme(platform, nadia, 'Fabrikam')
  world.now('2027-05-31T08:00Z')
  const browser = await signedInBrowser(platform, nadia.id)
  const today = await (await browser.get(`/today?programme=${world.northwind.id}`)).text()
  const key = /name="key" value="([^"]+)"/.exec(today)?.[1] ?? ''
  expect(today).toContain(`name="programme" value="${world.northwind.id}"`)
  const wish = { key, until: '2027-06-02', programme: world.northwind.id }
  expect((await browser.post('/today/snoozes', { ...wish, programme: other.id })).status).toBe(404)
  const put = await browser.post('/today/snoozes', wish)
  expect(put.status).toBe(303)
  expect(put.headers.get('Set-Cookie')).toContain(world.northwind.id)
  expect((await browser.post('/today/snoozes', { ...wish, programme: 'prg_none' })).status).toBe(404)
})

/** Somebody has met, so that no steps to the first session stand above the lines; nothing of it is left to do. */
async function aWorldBegun() {
  const world = await aWorld()
  const here = settingOf(world)
  const other = await aPairing(here, world.tom, await aPersonIn(here, 'executive', { name: 'Ada Quist' }))
  await aFixedSession(here, other, '2027-03-17T14:00Z')
  have(await changePairing(world.platform, other.id, { status: 'ended' }, asManager(world.nadia)))
  return world
}

function chosen(keys: readonly string[], rest: Readonly<Record<string, string>>): URLSearchParams {
  const fields = new URLSearchParams(rest)
  for (const key of keys) fields.append('line', key)
  return fields
}
