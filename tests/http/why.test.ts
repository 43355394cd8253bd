import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { tick } from '../../worker/http/dev/tick.ts'
import { findOpenSession } from '../../worker/storage/session/session.ts'
import { link } from '../support/links.ts'
import { HAPPENED } from '../support/logged-session.ts'
import { describedBody } from '../support/response-shapes.ts'
import { aFixedSession, anOffer, aWorld, settingOf, type World } from '../support/world.ts'

const TAPS = /name="why" value="(full-week|travel|not-now|of-no-use|rather-not-say)"/g

test('after “none of these” one row of taps follows, and the answer does not wait for it', async () => {
  const { world, page, press } = await asked()
  expect((await page()).match(TAPS)).toBeNull()

  const answered = await press({ choice: 'none' })
  expect(answered.match(TAPS)).toHaveLength(5)
  expect(answered).toContain('New times will follow')
  expect(await offerRow()).toEqual({ status: 'none', why_not_suited: null, why_said_by: null })

  expect(await press({ why: 'travel' })).toContain('Noted. Thank you.')
  expect(await offerRow()).toEqual({
    status: 'none',
    why_not_suited: 'travel',
    why_said_by: world.odile.id,
  })
  expect(await page()).toContain('You said: Travel.')
})

test('it is said of later times too, also when newer ones were sent meanwhile, and by whoever said it first', async () => {
  const { world, page, press, session } = await asked()
  expect((await press({ choice: 'later', after: '2027-04-20' })).match(TAPS)).toHaveLength(5)
  const pressClaude = pressing(world, await link(world.platform, 'answer', session, world.bernard))
  await (await world.as(world.nadia)).post('/api/v1/offers', { pairingId: world.pairing.id })

  expect(await press({ why: 'full-week' })).toContain('Noted. Thank you.')
  await pressClaude({ why: 'of-no-use' })
  await press({ why: 'he was cross' })
  expect(await offerRow(session.offer?.id)).toMatchObject({
    why_not_suited: 'full-week',
    why_said_by: world.odile.id,
  })
  expect(await page()).not.toMatch(TAPS)
})

test('“of no use” is not read again by whoever said it, nor by the executive', async () => {
  const { world, press, session, page } = await asked()
  await press({ choice: 'none' })
  const noted = await press({ why: 'of-no-use' })
  expect(noted).toContain('Noted. Thank you.')
  const executives = await opened(world, await link(world.platform, 'answer', session, world.bernard))
  for (const each of [noted, await page(), executives]) expect(each).not.toContain('said: Of no use')
  expect(executives).not.toMatch(TAPS)
  expect(await managersPage(world, `/sessions/${session.id}`)).toContain('<strong>Of no use</strong>')
  expect(await managersPage(world, `/pairings/${world.pairing.id}`)).toContain('<strong>Of no use</strong>')
})

test('a time that was given up on its page is asked about, while it is still fixed', async () => {
  const { session, press, page } = await asked()
  await press({ choice: session.offer?.options[0]?.id ?? '' })
  expect(await page()).not.toMatch(TAPS)
  expect((await press({ choice: 'anew' })).match(TAPS)).toHaveLength(5)
  await press({ why: 'not-now' })
  expect(await page()).toContain('You said: Not now.')
})

test('a decline confirmed by mail is asked about on its page; the mentor’s is not', async () => {
  const { world, session, press } = await asked()
  await press({ choice: session.offer?.options[0]?.id ?? '' })
  const confirm = await link(world.platform, 'confirm', session, world.bernard)
  expect(await opened(world, confirm)).not.toMatch(TAPS)
  const pressIt = pressing(world, confirm)
  expect((await pressIt({})).match(TAPS)).toHaveLength(5)
  const offer = session.offer?.id ?? ''
  expect(await pressIt({ why: 'travel', offer: `off_${'0'.repeat(22)}` })).not.toContain('Noted')
  expect(await pressIt({ why: 'travel', offer })).toContain('Noted. Thank you.')
  expect(await offerRow(session.offer?.id)).toMatchObject({
    why_not_suited: 'travel',
    why_said_by: world.bernard.id,
  })
  expect(await opened(world, confirm)).toContain('You said: Travel.')

  // Ten minutes on newer times are out: the word of the first ones can still be put differently.
  world.now('2027-03-15T08:20Z')
  await tick(world.platform)
  await pressIt({ why: 'not-now', offer })
  expect(await offerRow(session.offer?.id)).toMatchObject({ why_not_suited: 'not-now' })

  const mentors = await link(world.platform, 'confirm', session, world.tom)
  expect(await pressing(world, mentors)({ why: 'travel', offer })).not.toMatch(TAPS)
  expect(await offerRow(session.offer?.id)).toMatchObject({ why_not_suited: 'not-now' })
})

test('on his own page the executive reads what was said of why, and never “of no use”', async () => {
  const { world, session, press } = await asked()
  await press({ choice: 'none' })
  const own = await link(world.platform, 'own', session, world.bernard)
  expect(await opened(world, own)).not.toContain('Why it did not come about')
  await press({ why: 'travel' })
  expect(await opened(world, own)).toMatch(/The times did not suit:[^]*<strong>Travel<\/strong>/)
  await press({ why: 'of-no-use' })
  expect(await opened(world, own)).not.toMatch(/Why it did not come about|<strong>Of no use/)
})

test('the mentor says why it fell short, with the manager’s form as well; his page shows his own', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  world.now('2027-03-17T09:40Z')
  const address = await link(world.platform, 'log', session, world.tom)
  const press = pressing(world, address)
  expect(await opened(world, address)).toContain('name="whyNotHeld"')
  expect(await press({ result: 'did-not-happen', whyNotHeld: 'travel' })).toContain('Travel')
  expect(await managersPage(world, `/sessions/${session.id}`)).toMatch(
    /<strong>Travel<\/strong>[^]*Tom Leroy/,
  )

  const managers = { result: 'cut-short', whyNotHeld: 'full-week' }
  const said = await form(await world.as(world.nadia), `/sessions/${session.id}/outcome`, managers)
  expect(said.status).toBe(303)
  expect(await opened(world, address)).not.toContain('A full week</span>')
  expect(await managersPage(world, `/pairings/${world.pairing.id}`)).toContain('A full week')
})

test('the API takes it with the outcome and with the answer, and with nothing that was taken', async () => {
  const { world, session } = await asked()
  const nadia = await world.as(world.nadia)
  const { id = '', options = [] } = session.offer ?? {}
  const answer = `/api/v1/offers/${id}/answer`
  const refused = await nadia.post(answer, { optionId: options[0]?.id, whyNotSuited: 'travel' })
  expect(refused).toMatchObject({
    status: 422,
    body: { error: { fields: { whyNotSuited: expect.anything() } } },
  })
  expect((await nadia.post(answer, { none: true, whyNotSuited: 'cross' })).status).toBe(422)
  expect((await nadia.post(answer, { none: true, whyNotSuited: 'travel' })).status).toBe(200)
  expect(describedBody('GET /api/v1/offers/:id', await nadia.get(`/api/v1/offers/${id}`))).toMatchObject({
    status: 'none',
    whyNotSuited: 'travel',
  })

  const met = await findOpenSession(world.platform.db, world.pairing.id)
  await nadia.post(`/api/v1/sessions/${met?.id}/cancellation`)
  const { id: fixed } = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  world.now('2027-03-17T09:40Z')
  const outcome = { ...HAPPENED, result: 'did-not-happen', whyNotHeld: 'not-now' }
  const again = await world.as(world.nadia)
  expect((await again.post(`/api/v1/sessions/${fixed}/outcome`, outcome)).status).toBe(200)
  const row = await env.DB.prepare('SELECT why_not_held AS why FROM outcomes').first()
  expect(row).toEqual({ why: 'not-now' })
})

test('no mail says any of it', async () => {
  const { world, press, session } = await asked()
  await tick(world.platform)
  await press({ choice: 'none' })
  await press({ why: 'of-no-use' })
  await (await world.as(world.nadia)).post('/api/v1/offers', { pairingId: session.pairingId })
  await tick(world.platform)
  expect(world.mails.length).toBeGreaterThan(1)
  for (const { raw } of world.mails) expect(raw).not.toMatch(/of.no.use/i)
})

async function asked() {
  const world = await aWorld()
  const session = await anOffer(settingOf(world), world.pairing)
  const address = await link(world.platform, 'answer', session, world.odile)
  return { world, session, page: () => opened(world, address), press: pressing(world, address) }
}

async function opened(world: World, address: string): Promise<string> {
  const { status, body } = await (await world.as(null)).get(address)
  expect(status).toBe(200)
  return String(body)
}

async function managersPage(world: World, path: string): Promise<string> {
  return String((await (await world.as(world.nadia)).get(path)).body)
}

function pressing(world: World, address: string) {
  const { pathname, searchParams } = new URL(address, env.ORIGIN)
  return async (fields: Readonly<Record<string, string>>) => {
    const k = searchParams.get('k') ?? ''
    const { status, body } = await form(await world.as(null), pathname, { k, ...fields })
    expect(status).toBe(200)
    return String(body)
  }
}

function form(
  { ask }: Awaited<ReturnType<World['as']>>,
  path: string,
  fields: Readonly<Record<string, string>>,
) {
  return ask(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
}

async function offerRow(id: string | null = null) {
  return env.DB.prepare(
    'SELECT status, why_not_suited, why_said_by FROM offers WHERE ?1 IS NULL OR id = ?1 ORDER BY made_at LIMIT 1',
  )
    .bind(id)
    .first()
}
