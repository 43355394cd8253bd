import { expect, test } from 'vitest'

import { findPairing } from '../../../worker/storage/pairing/pairing.ts'
import { findPerson } from '../../../worker/storage/people/person.ts'
import { findOpenSession } from '../../../worker/storage/session/session.ts'
import type { Answer, Client } from '../../support/client.ts'
import { submitted } from '../../support/forms.ts'
import { manyExecutives } from '../../support/many-people.ts'
import {
  aMentor,
  anOffer,
  aPairing,
  aPersonIn,
  aWorld,
  fabrikamBeside,
  settingOf,
  type World,
} from '../../support/world.ts'

test('several pairings are paused by one press, which says what that means, and is put back', async () => {
  const { world, nadia, yann, zoe } = await three()
  await anOffer(settingOf(world), yann)
  const answer = await sent(nadia, '/statuses', [
    ...[
      ['pairing', yann.id],
      ['pairing', zoe.id],
    ],
    ...[
      ['status', 'paused'],
      ['back', '/board?mentor=per_x&sort=mentor'],
    ],
  ])
  expect(await statuses(world, [world.pairing, yann, zoe])).toEqual(['active', 'paused', 'paused'])
  expect((await findOpenSession(world.platform.db, yann.id))?.offer?.status ?? 'none').not.toBe('open')

  const to = answer.headers.get('Location') ?? ''
  expect(to).toMatch(/^\/board\?mentor=per_x&sort=mentor&done=paused-several&earlier=/)
  const page = await paged(nadia, to)
  expect(page).toContain('Paused: times on offer')

  const back = await sent(nadia, '/statuses', putBack(page))
  expect(back.headers.get('Location')).toContain('done=put-back')
  expect(await statuses(world, [world.pairing, yann, zoe])).toEqual(['active', 'active', 'active'])
})

test('nothing is put back once one of them is another meanwhile', async () => {
  const { world, nadia, yann, zoe } = await three()
  const chosen = [
    ['pairing', yann.id],
    ['pairing', zoe.id],
  ]
  const answer = await sent(nadia, '/statuses', [...chosen, ['status', 'paused']])
  const page = await paged(nadia, answer.headers.get('Location') ?? '')
  await submitted(nadia, `/pairings/${zoe.id}`, { status: 'active' })
  const back = await sent(nadia, '/statuses', putBack(page))
  expect(back.status).toBe(409)
  expect(await statuses(world, [yann, zoe])).toEqual(['paused', 'active'])
})

test('on the list of people executives are chosen; what is proposed or ended is left as it is', async () => {
  const { world, nadia, yann, zoe } = await three()
  const mia = await aMentor(settingOf(world), 'Mia Berg')
  const proposed = await aPairing(
    settingOf(world),
    mia,
    await aPersonIn(settingOf(world), 'executive', { name: 'Ada' }),
    'proposed',
  )
  const chosen = [yann, zoe, proposed].map(({ executiveId }) => ['executive', executiveId])
  await sent(nadia, '/statuses', [...chosen, ['status', 'paused'], ['back', '/people']])
  expect(await statuses(world, [yann, zoe, proposed])).toEqual(['paused', 'paused', 'proposed'])
  const again = await sent(nadia, '/statuses', [...chosen, ['status', 'active'], ['back', '/people']])
  expect(again.headers.get('Location')).toMatch(/^\/people\?done=resumed-several/)
  expect(await statuses(world, [yann, zoe, proposed])).toEqual(['active', 'active', 'proposed'])
})

test('what a press leaves as it was is counted, and a press that changes nothing says why', async () => {
  const { world, nadia, yann, zoe } = await three()
  const press = (status: string) =>
    sent(nadia, '/statuses', [
      ...[yann, zoe].map(({ id }) => ['pairing', id]),
      ['status', status],
      ['back', '/board?sort=mentor'],
    ])
  const resumed = await press('active')
  expect(resumed.status).toBe(409)
  expect(String(resumed.body)).toContain('only paused pairings can be resumed')
  expect(String(resumed.body)).not.toContain('select somebody first')

  await submitted(nadia, `/pairings/${yann.id}`, { status: 'paused' })
  const paused = await press('paused')
  expect(await statuses(world, [yann, zoe])).toEqual(['paused', 'paused'])
  const page = await paged(nadia, paused.headers.get('Location') ?? '')
  expect(page).toContain('One of those selected stays as it was')
  expect(page).toContain('name="back" value="/board?sort=mentor"')
  expect(String((await press('paused')).body)).toContain('only active pairings can be paused')

  const alone = await aPersonIn(settingOf(world), 'executive', { name: 'Ada Lund' })
  const both = await sent(nadia, '/statuses', [
    ['executive', alone.id],
    ['executive', zoe.executiveId],
    ['status', 'active'],
    ['back', '/people'],
  ])
  expect(both.headers.get('Location')).toContain('left=1')
  const blocked = () =>
    sent(nadia, '/blockers', [
      ['executive', alone.id],
      ['blocker', 'booked'],
      ['act', 'add'],
      ['back', '/people'],
    ])
  await blocked()
  expect(String((await blocked()).body)).toContain('it already is so for everybody selected')
})

test('a press that is refused shows the list as it was narrowed, with what was ticked', async () => {
  const { world, nadia, yann, zoe } = await three()
  const mia = await aMentor(settingOf(world), 'Mia Berg')
  await aPairing(settingOf(world), mia, await aPersonIn(settingOf(world), 'executive', { name: 'Ada Lund' }))
  const board = await sent(nadia, '/statuses', [
    ['pairing', zoe.id],
    ['status', 'active'],
    ['back', `/board?mentor=${world.tom.id}&sort=executive`],
  ])
  expect(board.status).toBe(409)
  expect(namesIn(String(board.body))).toEqual(['Claude Bernard', 'Yann Petit', 'Zoe Fabre'])
  expect(tickedIn(String(board.body))).toEqual([zoe.id])
  expect(String(board.body)).toContain(`name="back" value="/board?mentor=${world.tom.id}&amp;sort=executive"`)
  const people = await sent(nadia, '/statuses', [
    ['executive', yann.executiveId],
    ['status', 'active'],
    ['back', '/people?role=executive'],
  ])
  expect(namesIn(String(people.body))).not.toContain('Tom Leroy')
  expect(tickedIn(String(people.body))).toEqual([yann.executiveId])
})

test('a plan for nobody is none', async () => {
  const { world, nadia } = await three()
  const plans = `/programmes/${world.northwind.id}/plans`
  const nobody = await sent(nadia, plans, [
    ['several', 'yes'],
    ['back', '/people?role=mentor'],
  ])
  expect(nobody.status).toBe(409)
  expect(String(nobody.body)).toContain('select somebody first')
  const alone = await aPersonIn(settingOf(world), 'executive', { name: 'Ada Lund' })
  const unpaired = await sent(nadia, plans, [
    ['several', 'yes'],
    ['executive', alone.id],
    ['back', '/people'],
  ])
  expect(String(unpaired.body)).toContain('nobody selected is in a pairing')
})

test('what is not hers is not there, and without anybody nothing is changed', async () => {
  const { world, nadia, yann } = await three()
  const beside = await fabrikamBeside(world)
  const rita = await world.as(beside.rita)
  const theirs = await sent(rita, '/statuses', [
    ['pairing', yann.id],
    ['status', 'paused'],
  ])
  expect(theirs.status).toBe(409)
  expect(String(theirs.body)).toContain('Nothing was changed: select somebody first.')
  expect(
    (
      await sent(rita, '/statuses', [
        ['programme', world.northwind.id],
        ['pairing', yann.id],
      ])
    ).status,
  ).toBe(404)
  expect((await sent(rita, '/blockers', [['programme', world.northwind.id]])).status).toBe(404)
  expect((await sent(nadia, '/blockers', [['back', '/people']])).status).toBe(409)
  expect(await statuses(world, [yann])).toEqual(['active'])
})

test('a press is for forty at the most', async () => {
  const world = await aWorld()
  const many = await manyExecutives(settingOf(world), world.tom, 41)
  const nadia = await world.as(world.nadia)
  const all = await sent(nadia, '/statuses', [...many.map(({ id }) => ['pairing', id]), ['status', 'paused']])
  expect(all.status).toBe(409)
  expect(String(all.body)).toContain('at most 40 at once')
  expect(await statuses(world, many.slice(0, 1))).toEqual(['active'])
})

test('a plan is made for those that are chosen alone, and nothing is sent before it is confirmed', async () => {
  const { world, nadia, yann, zoe } = await three()
  const answer = await sent(nadia, `/programmes/${world.northwind.id}/plans`, [
    ...[
      ['several', 'yes'],
      ['pairing', yann.id],
      ['executive', zoe.executiveId],
    ],
  ])
  const [plan = ''] = (answer.headers.get('Location') ?? '').split('?')
  const { body } = await nadia.get(`/api/v1${plan}`)
  const planned = Object(body).rows.map(({ pairingId }: { pairingId: string }) => pairingId)
  expect(planned.toSorted()).toEqual([yann.id, zoe.id].toSorted())
  expect(Object(body).leftOver).toEqual([])
  expect(await findOpenSession(world.platform.db, yann.id)).toBeNull()
})

test('a blocker is added to several and taken away again; their others stay', async () => {
  const { world, nadia, yann, zoe } = await three()
  await submitted(nadia, `/people/${zoe.executiveId}/presets`, { 'blocker-handled': 'yes' })
  const chosen = [yann, zoe].map(({ executiveId }) => ['executive', executiveId])
  const press = (act: string) =>
    sent(nadia, '/blockers', [...chosen, ['blocker', 'booked'], ['act', act], ['back', '/people']])
  const added = await press('add')
  expect(await blockers(world, [yann, zoe])).toEqual([['booked'], ['booked', 'handled']])

  const page = await paged(nadia, added.headers.get('Location') ?? '')
  expect(page).toContain('what gets in their way')
  await sent(nadia, '/blockers', putBack(page))
  expect(await blockers(world, [yann, zoe])).toEqual([[], ['handled']])

  await press('add')
  await press('remove')
  expect(await blockers(world, [yann, zoe])).toEqual([[], ['handled']])
})

test('the board is narrowed and sorted by its address, which its pages keep', async () => {
  const { world, nadia, yann } = await three()
  const mia = await aMentor(settingOf(world), 'Mia Berg')
  await aPairing(settingOf(world), mia, await aPersonIn(settingOf(world), 'executive', { name: 'Ada Lund' }))
  await submitted(nadia, `/pairings/${yann.id}`, { status: 'paused' })
  const shown = async (query: string) =>
    Array.from((await paged(nadia, `/board?${query}`)).matchAll(/class="name"[^>]*>([^<]+)</g), ([, name]) =>
      name?.trim(),
    )
  expect(await shown('')).toEqual(['Ada Lund', 'Claude Bernard', 'Yann Petit', 'Zoe Fabre'])
  expect(await shown(`mentor=${mia.id}`)).toEqual(['Ada Lund'])
  expect(await shown('status=paused')).toEqual(['Yann Petit'])
  expect(await shown('sort=mentor')).toEqual(['Ada Lund', 'Claude Bernard', 'Yann Petit', 'Zoe Fabre'])
  expect(await shown('stage=posting')).toEqual([])
  expect(await shown('sort=nothing&stage=nothing&mentor=nobody')).toHaveLength(4)

  const page = await paged(nadia, `/board?mentor=${mia.id}&sort=next`)
  expect(page).toContain(`<option value="${mia.id}" selected="">Mia Berg`)
  expect(page).toContain(`name="back" value="/board?mentor=${mia.id}&amp;sort=next"`)

  await manyExecutives(settingOf(world), mia, 101)
  expect(await paged(nadia, `/board?mentor=${mia.id}&sort=executive`)).toContain(
    `href="/board?mentor=${mia.id}&amp;sort=executive&amp;from=101"`,
  )
})

test('people are narrowed and sorted by the address, which the pages keep', async () => {
  const { world, nadia, yann } = await three()
  const mia = await aMentor(settingOf(world), 'Mia Berg')
  const shown = async (query: string) =>
    Array.from((await paged(nadia, `/people?${query}`)).matchAll(/class="name"[^>]*>([^<]+)</g), ([, name]) =>
      name?.trim(),
    )
  expect(await shown('role=mentor')).toEqual(['Mia Berg', 'Tom Leroy'])
  expect(await shown(`mentor=${world.tom.id}&role=executive`)).toEqual([
    'Claude Bernard',
    'Yann Petit',
    'Zoe Fabre',
  ])
  expect(await shown('state=unpaired')).toEqual(['Mia Berg'])
  expect(await shown('blocker=booked')).toEqual([])
  await submitted(nadia, `/people/${yann.executiveId}/presets`, { 'blocker-booked': 'yes' })
  expect(await shown('blocker=booked')).toEqual(['Yann Petit'])
  expect(await paged(nadia, '/people?blocker=handled')).toContain('Nobody matches this filter.')

  await manyExecutives(settingOf(world), mia, 101)
  const page = await paged(nadia, '/people?role=executive&sort=zone')
  const next = /href="(\/people\?[^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(next).toContain('role=executive&sort=zone&after=')
  expect(await paged(nadia, next)).toContain('101–104 of 104')
})

/** Yann and Zoe beside Mr Bernard, all with Tom. */
async function three() {
  const world = await aWorld()
  const here = settingOf(world)
  const pair = async (name: string) => aPairing(here, world.tom, await aPersonIn(here, 'executive', { name }))
  return {
    ...{ world, nadia: await world.as(world.nadia) },
    ...{ yann: await pair('Yann Petit'), zoe: await pair('Zoe Fabre') },
  }
}

function namesIn(page: string): readonly string[] {
  return Array.from(page.matchAll(/class="name"[^>]*>([^<]+)</g), ([, name = '']) => name.trim())
}

function tickedIn(page: string): readonly string[] {
  return Array.from(
    page.matchAll(/<input type="checkbox"[^>]* value="([^"]+)"[^>]* checked/g),
    ([, id = '']) => id,
  ).filter((id) => id !== 'yes')
}

function sent(client: Client, path: string, fields: readonly (readonly string[])[]): Promise<Answer> {
  const body = new URLSearchParams(fields.map(([name = '', value = '']): [string, string] => [name, value]))
  return client.ask(path, { method: 'POST', body })
}

async function paged(client: Client, path: string): Promise<string> {
  return String((await client.get(path)).body)
}

/** The fields of the button that puts back. */
function putBack(page: string): readonly (readonly string[])[] {
  const forms = page.split('<form').filter((each) => each.includes('Put back'))
  const fields = forms[0]?.matchAll(/name="([^"]+)" value="([^"]*)"/g) ?? []
  return Array.from(fields, ([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')])
}

async function statuses({ platform }: World, pairings: readonly World['pairing'][]) {
  return Promise.all(pairings.map(async ({ id }) => (await findPairing(platform.db, id))?.status))
}

async function blockers({ platform, northwind }: World, pairings: readonly World['pairing'][]) {
  return Promise.all(
    pairings.map(
      async ({ executiveId }) => (await findPerson(platform.db, executiveId, northwind.id))?.blockers,
    ),
  )
}
