import { expect, test } from 'vitest'

import { changeProgramme } from '../../worker/actions/programme/change.ts'
import { correctLog } from '../../worker/actions/session/correct-log.ts'
import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import { EXPORT_KINDS } from '../../worker/domain/import/file.ts'
import type { Policy } from '../../worker/domain/programme/programme.ts'
import { DEFAULT_POLICY } from '../../worker/domain/programme/programme.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { listFormats } from '../../worker/storage/path/format.ts'
import { findStage } from '../../worker/storage/path/stage.ts'
import { findOwnList } from '../../worker/storage/programme/close.ts'
import { purgeSome } from '../../worker/storage/programme/purge.ts'
import { findOutcome } from '../../worker/storage/session/outcome.ts'
import { submitted } from '../support/forms.ts'
import { breaksByHand } from '../support/fsck.ts'
import { link } from '../support/links.ts'
import { aLoggedSession, HAPPENED } from '../support/logged-session.ts'
import { aFixedSession, asManager, aWorld, have, settingOf, type World } from '../support/world.ts'

/** What a page says of somebody who was seen asking others in, in any place. */
const SEEN = /ask(ing|ed)[- ]others[- ]in|seen so far|"evidence":"/i

test('with stages off no page and no answer says what was seen before, to anybody', async () => {
  const { world, session } = await seenAskingOthersIn()
  const places = await placesOf(world, session.id)
  for (const [name, read] of places) expect(await read(), name).toMatch(SEEN)

  await switched(world, { stages: false })
  for (const [name, read] of places) expect(await read(), name).not.toMatch(SEEN)
})

test('with stages off nobody asks a mentor what he saw, and a log that says it is refused', async () => {
  const { world } = await seenAskingOthersIn()
  const next = await aFixedSession(settingOf(world), world.pairing, '2027-04-06T08:00Z')
  world.now('2027-04-06T09:00Z')
  await tick(world.platform)
  await deliverDue(world.platform)
  const log = await link(world.platform, 'log', next, world.tom)
  const [his, mailed] = [await world.as(world.tom), await world.as(null)]
  const asking = async () => [(await his.get('/mine')).body, (await mailed.get(log)).body].map(String)
  for (const page of await asking()) expect(page).toMatch(/name="evidence"/)

  await switched(world, { stages: false })
  for (const page of await asking()) {
    expect(page).toMatch(/name="benefit"/)
    expect(page).not.toMatch(/name="evidence"/)
  }
  const outcome = `/api/v1/sessions/${next.id}/outcome`
  const said = await his.post(outcome, { result: 'happened', evidence: 'reading' })
  expect(said).toMatchObject({ status: 409, body: { error: { code: 'stages-off' } } })
  expect(await findOutcome(world.platform.db, next.id)).toBeNull()
  expect((await his.post(outcome, { result: 'happened' })).status).toBe(200)
})

test('the board is one list that says that the path is off and how to switch it on', async () => {
  const { world } = await seenAskingOthersIn()
  await switched(world, { stages: false })
  const nadia = await world.as(world.nadia)
  const { body } = await nadia.get(`/board?programme=${world.northwind.id}&stage=reading&sort=stage`)
  expect(body).toContain('The path is switched off in this programme')
  expect(body).toContain(`href="/programmes/${world.northwind.id}"`)
  expect(body).toContain('Claude Bernard')
  expect(body).not.toMatch(/name="stage"|value="stage"/)
})

test('without stages the next formats come in the order of the list, and a log opens the next round', async () => {
  const { world } = await seenAskingOthersIn()
  await switched(world, { stages: false })
  const nadia = await world.as(world.nadia)
  const { body } = await nadia.get(`/api/v1/pairings/${world.pairing.id}/path`)
  const { stage, next } = body as { stage: null; next: { formatId: string; reasons: string[] }[] }
  const formats = await listFormats(world.platform.db, world.northwind.id)
  const between = formats.filter(
    ({ standard }) =>
      standard !== 'first-meeting' && standard !== 'quiet-voice' && standard !== 'closing-talk',
  )
  expect(stage).toBeNull()
  expect(next.map(({ formatId }) => formatId)).toEqual(between.map(({ id }) => id))
  expect(next.flatMap(({ reasons }) => reasons)).not.toContain('leads-to')
})

test.each([true, false])(
  'a mentor’s brief, a file and a sponsor’s report speak of acts only where stages are on: %s',
  async (stages) => {
    const world = await aWorld()
    await switched(world, { stages })
    await aLoggedSession(world, '2027-03-16T09:00Z', 'Answer one question where all can read it')
    await aFixedSession(settingOf(world), world.pairing, '2027-03-22T09:00Z')
    world.now('2027-03-19T15:00Z')
    await tick(world.platform)
    await deliverDue(world.platform)
    const mails = await Promise.all(world.mails.map(async ({ raw }) => (await readMail(raw)).text))
    const briefs = mails.filter((text) => text.includes('You meet Claude Bernard'))
    expect(briefs.length).toBeGreaterThan(0)
    expect(briefs.some((text) => text.includes('has not been seen yet'))).toBe(stages)

    const nadia = await world.as(world.nadia)
    const report = await nadia.get(`/api/v1/programmes/${world.northwind.id}/report`)
    expect(report.status).toBe(200)
    expect(/stage-reading/.test(JSON.stringify(report.body))).toBe(stages)
    const page = await nadia.get(`/programmes/${world.northwind.id}/report`)
    expect(String(page.body).includes('How many have come at least so far')).toBe(stages)
    for (const kind of EXPORT_KINDS) {
      const { status, body } = await nadia.get(`/api/v1/programmes/${world.northwind.id}/export?kind=${kind}`)
      expect(status).toBe(200)
      expect(String(body)).not.toMatch(/evidence|stage|reading|answering/i)
    }
  },
)

test('his own record still tells an executive what is held of what was seen, since it is held', async () => {
  const { world } = await seenAskingOthersIn()
  await switched(world, { stages: false })
  const next = await aFixedSession(settingOf(world), world.pairing, '2027-04-06T08:00Z')
  await deliverDue(world.platform)
  const own = await link(world.platform, 'own', next, world.bernard)
  const { body } = await (await world.as(null)).get(own.replace('/own', '/own/record'))
  expect(String(body)).toMatch(/asked others in|asking others in/i)
})

test('what was seen stays, also where the log is corrected meanwhile, and is there when stages are on again', async () => {
  const { world, session } = await seenAskingOthersIn()
  await switched(world, { stages: false })
  world.now('2027-03-20T09:00Z')
  const correction = { ...HAPPENED, result: 'cut-short', corrects: null, reason: 'It was short.' } as const
  const by = { id: world.nadia.id, door: 'manager' } as const
  expect(
    await correctLog(world.platform, session.id, { ...correction, evidence: 'reading' }, by),
  ).toMatchObject({ refusal: { reason: 'stages-off' } })
  have(await correctLog(world.platform, session.id, correction, by))

  await switched(world, { stages: true })
  const northwind = { ...world.northwind, policy: DEFAULT_POLICY }
  expect(await findStage(world.platform.db, northwind, world.bernard.id)).toBe('asking-others-in')
})

test('the list that an executive keeps at the end says no stage where there is none', async () => {
  const { world } = await seenAskingOthersIn()
  const listWith = (policy: Partial<Policy>) =>
    findOwnList(
      world.platform.db,
      { id: world.northwind.id, policy: { ...DEFAULT_POLICY, ...policy } },
      world.bernard.id,
    )
  expect((await listWith({})).stage).toBe('asking-others-in')
  expect((await listWith({ stages: false })).stage).toBe('curious')
})

test('what was seen goes in the night of the purge where stages are off, and only there', async () => {
  // The purge of a programme that is still open, which no action begins.
  breaksByHand('address-astray')
  const { world, session } = await seenAskingOthersIn()
  const { db } = world.platform
  const purged = async () => {
    await purgeSome(db, world.northwind.id, 100)
    expect(await purgeSome(db, world.northwind.id, 100)).toBe(0)
    return findOutcome(db, session.id)
  }
  await switched(world, { stages: false })
  await switched(world, { stages: true })
  expect(await purged()).toMatchObject({ evidence: 'asking-others-in' })

  await switched(world, { stages: false })
  expect(await purged()).toMatchObject({ evidence: null })
})

test('both switches stand in the form of the rules; a page from before they existed leaves them as they are', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const page = `/programmes/${world.northwind.id}`
  expect(String((await nadia.get(page)).body)).toMatch(/name="stages"[^>]* checked/)
  const { cadence, tolerance, minutes, notice, horizon, holdDays, retention, undoSeconds } = DEFAULT_POLICY
  const numbers = { cadence, tolerance, minutes, notice, horizon, holdDays, retention, undoSeconds }
  const typed = Object.fromEntries(Object.entries(numbers).map(([name, each]) => [name, String(each)]))
  const form = { name: 'Northwind', shortName: 'Northwind', before: '0', after: '10', ...typed }
  const policyNow = async () => {
    const { body } = await nadia.get(`/api/v1/programmes/${world.northwind.id}`)
    return (body as { policy: Policy }).policy
  }

  const off = {
    ...form,
    'autopilot-shown': 'yes',
    'stages-shown': 'yes',
    'pulses-shown': 'yes',
    pulses: 'yes',
  }
  expect((await submitted(nadia, page, off)).status).toBe(303)
  expect(await policyNow()).toMatchObject({ autopilot: false, stages: false, pulses: true })
  expect((await submitted(nadia, page, form)).status).toBe(303)
  expect(await policyNow()).toMatchObject({ autopilot: false, stages: false, pulses: true })
  const wrong = await submitted(nadia, page, { ...off, name: '' })
  expect(wrong.status).toBe(422)
  expect(String(wrong.body)).toMatch(/name="pulses"[^>]* checked/)
  expect(String(wrong.body)).not.toMatch(/name="stages"[^>]* checked/)
})

/** They met on the 16th, and the mentor saw Mr Bernard ask others in; the log was corrected since, so that it has a history. */
async function seenAskingOthersIn() {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  await deliverDue(world.platform)
  world.now('2027-03-16T10:00Z')
  const saw = { ...HAPPENED, evidence: 'asking-others-in' } as const
  have(await logOutcome(world.platform, session.id, saw, { id: world.tom.id, door: 'link' }))
  world.now('2027-03-18T09:00Z')
  const correction = {
    ...saw,
    result: 'happened',
    commitment: 'Ask one',
    corrects: null,
    reason: 'Left out.',
  } as const
  have(await correctLog(world.platform, session.id, correction, { id: world.nadia.id, door: 'manager' }))
  return { world, session }
}

async function switched(world: World, policy: Partial<Policy>) {
  have(await changeProgramme(world.platform, world.northwind.id, { policy }, asManager(world.nadia)))
}

/** Where it is read what an executive was seen doing, each for one reader. */
async function placesOf(world: World, sessionId: string) {
  const next = await aFixedSession(settingOf(world), world.pairing, '2027-04-06T08:00Z')
  await deliverDue(world.platform)
  const [nadia, tom, nobody] = [await world.as(world.nadia), await world.as(world.tom), await world.as(null)]
  const own = await link(world.platform, 'own', next, world.bernard)
  const meeting = await link(world.platform, 'meeting', next, world.tom)
  const reading = (who: typeof nadia, path: string) => async () => {
    const { body } = await who.get(path)
    return typeof body === 'string' ? body.replace(/<style[^]*?<\/style>/g, '') : JSON.stringify(body)
  }
  const path = `/api/v1/pairings/${world.pairing.id}/path`
  return [
    ['pairing', reading(nadia, `/pairings/${world.pairing.id}`)],
    ['session', reading(nadia, `/sessions/${sessionId}`)],
    ['board', reading(nadia, `/board?programme=${world.northwind.id}`)],
    ['log by API', reading(nadia, `/api/v1/sessions/${sessionId}/outcome`)],
    ['path by API', reading(nadia, path)],
    ['path by API, of the mentor', reading(tom, path)],
    ['own page', reading(nobody, own)],
    ['page of the day', reading(nobody, meeting)],
  ] as const
}
