import { expect, test } from 'vitest'

import { pagesEn } from '../../../web/words/pages/en.ts'
import { pagesFr } from '../../../web/words/pages/fr.ts'
import { changePairing } from '../../../worker/actions/pairing/change.ts'
import { changePerson } from '../../../worker/actions/people/change.ts'
import type { Client } from '../../support/client.ts'
import { submitted } from '../../support/forms.ts'
import { wordsOf } from '../../support/pages.tsx'
import { aFixedSession, aPersonIn, asManager, aWorld, have, settingOf } from '../../support/world.ts'

const LOCALES = [
  ['en', pagesEn],
  ['fr', pagesFr],
] as const

test.each(LOCALES)('a term is explained on the page that has it first, in %s', async (locale, words) => {
  const world = await aWorld()
  const { northwind, bernard, pairing, platform } = world
  have(await changePerson(platform, world.nadia.id, { locale }, asManager(world.nadia)))
  const nadia = await world.as(world.nadia)
  const says = async (path: string, sentence: string) =>
    expect(await bodyOf(nadia, path), path).toContain(written(sentence))

  await says('/board', words.board.seen.curious)
  await says('/board?sort=bumps', words.board.bumpsHint)
  for (const list of ['/board', '/people'])
    await says(list, `${words.presets.blockers.handled} · ${words.settling.obstacle.handled}`)
  await says('/pairings', words.pairings.kindHint)
  for (const hint of [words.rules.noticeHint, words.policy.horizonHint, words.policy.toleranceHint])
    await says(`/programmes/${northwind.id}`, hint)
  await says(`/people/${bernard.id}?edit=rules`, words.rules.shortNoticeHint)
  await says(`/people/${bernard.id}?edit=basics`, words.people.unitHint)

  expect(await bodyOf(nadia, `/pairings/${pairing.id}`)).not.toContain(words.pairings.proposedHint)
  have(await changePairing(platform, pairing.id, { status: 'proposed' }, asManager(world.nadia)))
  await says(`/pairings/${pairing.id}`, words.pairings.proposedHint)
  const colon = locale === 'fr' ? '</a>\u202f: ' : '</a>: '
  await says('/activity', `${colon}${words.activity.pairingIs(words.states.pairing.proposed)}`)
})

test('a stage has its explanation only where the board is by stage', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  expect(await bodyOf(nadia, '/board?sort=mentor')).not.toContain(pagesEn.board.seen.curious)
})

test('a session that is over and not logged says so beside its state, until it is logged', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  const pages = [`/sessions/${session.id}`, `/pairings/${world.pairing.id}`, '/search?q=bernard']
  const saying = async () => {
    const nadia = await world.as(world.nadia)
    const bodies = await Promise.all(pages.map((path) => bodyOf(nadia, path)))
    return bodies.map((body) => wordsOf(body).includes(`Fixed ${pagesEn.session.notLogged}`))
  }

  expect(await saying()).toEqual([false, false, false])
  world.now('2027-03-17T10:00Z')
  expect(await saying()).toEqual([true, true, true])
  const nadia = await world.as(world.nadia)
  expect(await bodyOf(nadia, '/calendar?week=2027-03-15')).toContain(pagesEn.session.notLogged)
  const log = await submitted(nadia, `/sessions/${session.id}/outcome`, { result: 'happened' })
  expect(log.status).toBe(303)
  expect(await saying()).toEqual([false, false, false])
})

test('a role that nobody has is not among what a list can show', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const isOffered = async () => (await bodyOf(nadia, '/people')).includes('<option value="sponsor"')

  expect(await isOffered()).toBe(false)
  expect(await bodyOf(nadia, '/people?role=sponsor')).toContain('<option value="sponsor" selected')
  await aPersonIn(settingOf(world), 'sponsor', { name: 'Sven Sponsor' })
  expect(await isOffered()).toBe(true)
})

test('the search has a short label, and a hint that is read with the field', async () => {
  const world = await aWorld()
  const page = await bodyOf(await world.as(world.nadia), '/search')
  expect(page).toContain(`<label for="q">${pagesEn.search.label}</label>`)
  expect(page).toMatch(/<input[^>]*id="q"[^>]*aria-describedby="q-hint"/)
  expect(page).toMatch(/id="q-hint"[^>]*>Several words find/)
})

async function bodyOf(client: Client, path: string): Promise<string> {
  const { status, body } = await client.get(path)
  expect(status, path).toBe(200)
  return String(body)
}

/** As it stands in a page. */
function written(sentence: string): string {
  return sentence.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}
