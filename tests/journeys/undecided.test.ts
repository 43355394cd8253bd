import { expect, test } from 'vitest'

import { offerTimes } from '../../worker/actions/offer/make.ts'
import { closeProgramme } from '../../worker/actions/programme/close.ts'
import { cancelSession } from '../../worker/actions/session/cancel.ts'
import { recordCounter } from '../../worker/actions/session/counter.ts'
import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { CLOCK } from '../../worker/domain/decision.ts'
import type { LinkPurpose } from '../../worker/domain/letter/link.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import { findPerson } from '../../worker/storage/people/person.ts'
import { prose } from '../support/claudes-mails.ts'
import { link } from '../support/links.ts'
import { AS_NADIA, CLAUDE, NADIA, northwind, ODILE, TOM, invited } from '../support/northwind.ts'
import { signedInBrowser } from '../support/signed-in-browser.ts'
import { at, between } from '../support/times.ts'

type World = Awaited<ReturnType<typeof northwind>>

const WAITS = 'We have your answer; a person will look at it.'
const GOOD = between('2027-03-24T10:00Z', '2027-03-24T10:30Z')

test('after an answer by mail that waits, the executive’s own page says that a person looks at it', async () => {
  const { world, session } = await told()
  expect(await pageOf(world, 'own', session)).not.toContain(WAITS)
  await world.arrives(CLAUDE, prose('Could we talk?'))
  expect(await pageOf(world, 'own', session)).toContain(WAITS)

  await settleAll(world)
  expect(await pageOf(world, 'own', session)).not.toContain(WAITS)
})

test('a proposed time is shown to its author as it is: looked at, passed, or impossible; the date stands', async () => {
  const { world, session } = await told()
  await proposed(world, session, GOOD)
  expect(await pageOf(world, 'invite', session)).toContain('It is being looked at.')
  expect(await pageOf(world, 'own', session)).toContain(WAITS)

  world.setNow('2027-03-21T08:00Z')
  await proposed(world, session, between('2027-03-21T09:00Z', '2027-03-21T09:30Z'))
  world.setNow('2027-03-21T10:00Z')
  for (const purpose of ['invite', 'own'] as const) {
    const page = await pageOf(world, purpose, session)
    expect(page).toContain('This time passed before it was settled')
    expect(page).not.toContain('It is being looked at.')
  }
  expect(await pageOf(world, 'invite', session)).toContain('Accept')
})

test('a proposed time that cannot be says so on his pages and on the manager’s, which can only put it away', async () => {
  const { world, session } = await told()
  await proposed(world, session, between('2027-03-24T08:00Z', '2027-03-24T17:00Z'), 'The whole day, please.')
  for (const purpose of ['invite', 'own'] as const)
    expect(await pageOf(world, purpose, session)).toContain('This time is not possible.')

  const nadia = await signedInBrowser(world.platform, NADIA)
  for (const path of ['/today', `/sessions/${session.id}`]) {
    const page = await (await nadia.get(path)).text()
    expect(page, path).toContain('not 540 minutes')
    expect(page, path).toContain('The whole day, please.')
  }
  const page = await (await nadia.get(`/sessions/${session.id}`)).text()
  expect(page).toContain('Dismiss it')
  expect(page).not.toContain('/acceptance')
  const [, refusal = ''] = /action="([^"]+\/refusal)"/.exec(page) ?? []
  expect((await nadia.post(refusal, {})).status).toBe(303)
  expect((await nadia.post(refusal, {})).status).toBe(303)
  expect(await (await nadia.get('/today')).text()).not.toContain('The whole day, please.')
})

test('a proposed time outside the hours is accepted on the page with a reason', async () => {
  const { world, session } = await told()
  await proposed(world, session, between('2027-03-24T18:30Z', '2027-03-24T19:00Z'))
  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get(`/sessions/${session.id}`)).text()
  expect(page).toContain('That is outside Tom Leroy’s open hours.')
  const [, acceptance = ''] = /action="([^"]+\/acceptance)"/.exec(page) ?? []
  expect((await nadia.post(acceptance, { reason: '' })).status).toBe(409)
  expect((await nadia.post(acceptance, { reason: 'He asked for it.' })).status).toBe(303)
  expect((await nadia.post(acceptance, { reason: 'He asked for it.' })).status).toBe(303)
  expect((await world.session(session.id)).time?.start).toBe(at('2027-03-24T18:30Z'))
})

test('an own time on the page of an offer: looked at, and once it has passed the page no longer says so', async () => {
  const world = await northwind()
  const wish = {
    id: world.platform.newId('off'),
    pairingId: `pai_${'0'.repeat(22)}`,
    minutes: null,
    options: null,
  } as const
  const offered = await offerTimes(world.platform, wish, { id: NADIA, door: 'manager' })
  if (!offered.ok) throw new Error(offered.refusal.reason)
  const session = offered.value
  const page = async () => pageOf(world, 'answer', session, ODILE)
  const by = { id: ODILE, door: 'link' } as const
  const late = between('2027-03-15T18:30Z', '2027-03-15T19:00Z')
  await recordCounter(world.platform, session.id, { time: late, personId: CLAUDE, by })
  expect(await page()).toContain('Your proposed time is being looked at')

  world.setNow('2027-03-15T20:00Z')
  expect(await page()).not.toContain('Your proposed time is being looked at')
  expect(await page()).toContain('This time passed before it was settled')
  expect(await page()).toContain('Confirm')
})

test.each<[string, (world: World, session: Session) => Promise<unknown>]>([
  ['the log of how it went', logged],
  ['a cancellation that nobody pressed', cancelledByClock],
  ['the end of the programme', closed],
])(
  'words beside a proposed time on which nobody has decided outlive %s, until somebody puts them away',
  async (_, ends) => {
    const { world, session } = await told()
    await proposed(
      world,
      session,
      between('2027-03-24T08:00Z', '2027-03-24T17:00Z'),
      'The whole day, please.',
    )
    expect(await ends(world, session)).toMatchObject({ ok: true })
    const nadia = await signedInBrowser(world.platform, NADIA)
    const page = await (await nadia.get('/today')).text()
    expect(page).toContain('The whole day, please.')
    expect(await (await nadia.get(`/sessions/${session.id}`)).text()).not.toContain('/acceptance')

    const [, key = ''] = /value="(counter:[^"]+)"/.exec(page) ?? []
    expect((await nadia.post('/today/snoozes', { key, done: 'yes' })).status).toBe(303)
    expect(await (await nadia.get('/today')).text()).not.toContain('The whole day, please.')
    const { results } = await world.platform.db.run('SELECT state, words FROM proposals')
    expect(results).toEqual([{ state: 'refused', words: null }])
    for (const purpose of ['invite', 'own'] as const)
      expect(await pageOf(world, purpose, session), purpose).not.toContain(WAITS)
    world.setNow('2027-06-22T11:00Z')
    const later = await signedInBrowser(world.platform, NADIA)
    expect(await (await later.get('/today')).text()).not.toContain('The whole day, please.')
  },
)

test('on the page of a session that is over they can be put away too', async () => {
  const { world, session } = await told()
  await proposed(world, session, GOOD, 'Rather on Wednesday.')
  expect(await logged(world, session)).toMatchObject({ ok: true })
  const nadia = await signedInBrowser(world.platform, NADIA)
  const page = await (await nadia.get(`/sessions/${session.id}`)).text()
  const [, refusal = ''] = /action="([^"]+\/refusal)"/.exec(page) ?? []
  expect((await nadia.post(refusal, {})).status).toBe(303)
  expect(await (await nadia.get('/today')).text()).not.toContain('Rather on Wednesday.')
})

function logged(world: World, session: Session) {
  world.setNow('2027-03-22T11:00Z')
  const wish = {
    result: 'happened',
    commitment: null,
    dueOn: null,
    lastDone: null,
    benefit: null,
    evidence: null,
    needsManager: false,
    whyNotHeld: null,
  } as const
  return logOutcome(world.platform, session.id, wish, { id: TOM, door: 'link' })
}

function cancelledByClock(world: World, session: Session) {
  return cancelSession(world.platform, session.id, { reopen: false }, CLOCK)
}

function closed(world: World) {
  const wish = { id: world.platform.newId('req'), programmeId: 'prg_northwind', cancelFixed: true } as const
  return closeProgramme(world.platform, wish, AS_NADIA)
}

async function told() {
  const both = await invited()
  await both.world.deliver()
  return both
}

async function proposed(world: World, session: Session, time: typeof GOOD, words: string | null = null) {
  const by = { id: CLAUDE, door: 'calendar' } as const
  const recorded = await recordCounter(world.platform, session.id, { time, personId: CLAUDE, by, words })
  if (!recorded.ok) throw new Error(recorded.refusal.reason)
}

async function pageOf(
  world: World,
  purpose: LinkPurpose,
  session: Session,
  personId = CLAUDE,
): Promise<string> {
  const nobody = await signedInBrowser(world.platform, null)
  const reader = await findPerson(world.platform.db, personId)
  if (!reader) throw new Error('nobody')
  const path = await link(world.platform, purpose, session, reader)
  return (await nobody.get(path)).text()
}

async function settleAll(world: World) {
  const nadia = await signedInBrowser(world.platform, NADIA)
  const today = await (await nadia.get('/today')).text()
  for (const [, path = ''] of today.matchAll(/href="(\/received\/rcv_[^"]+)"/g))
    await nadia.post(path, { answer: 'nothing' })
}
