import { expect, test } from 'vitest'

import { changePairing } from '../../../worker/actions/pairing/change.ts'
import { handOver } from '../../../worker/actions/pairing/hand-over.ts'
import { logOutcome, type OutcomeRequest } from '../../../worker/actions/session/log-outcome.ts'
import type { Pairing } from '../../../worker/domain/pairing/pairing.ts'
import type { StandardFormat } from '../../../worker/domain/path/house.ts'
import { listFormats } from '../../../worker/storage/path/format.ts'
import { listTracks } from '../../../worker/storage/path/track.ts'
import { HAPPENED } from '../../support/logged-session.ts'
import {
  aFixedSession,
  aMentor,
  asManager,
  aPairing,
  aPersonIn,
  aWorld,
  have,
  settingOf,
  type World,
} from '../../support/world.ts'

test('two tracks ship with a programme, in the reader’s language', async () => {
  const world = await aWorld()
  const { status, tracks } = await tracksOf(world)
  expect(status).toBe(200)
  expect(tracks).toMatchObject([
    { name: 'Six half hours to your first public answer', standard: 'first-public-answer', archived: false },
    { name: 'Listening without filters', standard: 'listening-without-filters', materials: [] },
  ])
  expect(tracks.map(({ formatIds }) => formatIds.length)).toEqual([6, 6])
  expect(tracks[0]?.formatIds[0]).toBe(await idOf(world, 'read-with-me'))
})

test('a track is made, changed and put away; what is written is read', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const ids = await idsOf(world, ['read-with-me', 'one-question', 'answer-once', 'first-post'])
  const path = `/api/v1/programmes/${world.northwind.id}/tracks`
  const own = {
    ...{ formatId: ids[1], text: 'Bring the thread of May.', link: 'https://wiki.example/may' },
    ...{ executiveText: 'Nothing to bring.', executiveLink: null },
  }
  const made = await nadia.post(path, { name: 'For the board', formatIds: ids, materials: [own] })
  expect(made).toMatchObject({
    status: 201,
    body: { name: 'For the board', formatIds: ids, materials: [own] },
  })

  const track = `/api/v1/tracks/${(made.body as { readonly id: string }).id}`
  const shorter = ids.slice(0, 3).toReversed()
  expect((await nadia.patch(track, { formatIds: shorter })).body).toMatchObject({
    ...{ name: 'For the board', formatIds: shorter, materials: [own] },
  })
  expect((await nadia.patch(track, { materials: null, archived: true })).body).toMatchObject({
    ...{ materials: [], archived: true },
  })
  expect((await nadia.get(track)).body).toMatchObject({ formatIds: shorter, archived: true })
  expect((await tracksOf(world)).tracks.map(({ name }) => name).at(-1)).toBe('For the board')
})

test('a track has three to eight formats of the list, each once, and links are https', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const all = (await listFormats(world.platform.db, world.northwind.id)).map(({ id }) => id)
  const path = `/api/v1/programmes/${world.northwind.id}/tracks`
  const asked = async (formatIds: readonly (string | undefined)[], rest = {}) =>
    nadia.post(path, { name: 'A', formatIds, ...rest })
  expect((await asked(all.slice(0, 2))).status).toBe(422)
  expect((await asked(all.slice(0, 9))).status).toBe(422)
  expect((await asked([all[1], all[1], all[2]])).status).toBe(422)
  expect((await asked([all[1], all[2], 'fmt_0123456789012345678901'])).body).toMatchObject({
    error: { code: 'no-such-format' },
  })
  const link = [{ formatId: all[1], link: 'http://wiki.example' }]
  expect((await asked(all.slice(1, 4), { materials: link })).body).toMatchObject({
    error: { code: 'link-not-https' },
  })
  expect((await asked(all.slice(0, 8))).status).toBe(201)
})

test('only a workshop follows a track, and only one of its programme that is not put away', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const [first, second] = (await tracksOf(world)).tracks
  const mentoring = `/api/v1/pairings/${world.pairing.id}`
  expect(await nadia.patch(mentoring, { trackId: first?.id })).toMatchObject({
    ...{ status: 409, body: { error: { code: 'not-a-workshop' } } },
  })
  expect((await nadia.patch(mentoring, { trackId: null })).status).toBe(200)

  const workshop = `/api/v1/pairings/${(await aWorkshop(world)).id}`
  expect(await nadia.patch(workshop, { trackId: 'trk_0123456789012345678901' })).toMatchObject({
    ...{ status: 409, body: { error: { code: 'no-such-track' } } },
  })
  await nadia.patch(`/api/v1/tracks/${second?.id}`, { archived: true })
  expect((await nadia.patch(workshop, { trackId: second?.id })).status).toBe(409)
  expect((await nadia.patch(workshop, { trackId: first?.id })).body).toMatchObject({ trackId: first?.id })
  await nadia.patch(`/api/v1/tracks/${first?.id}`, { archived: true })
  expect((await nadia.patch(workshop, { trackId: first?.id })).status).toBe(200)
  expect((await nadia.patch(workshop, { trackId: null })).body).toMatchObject({ trackId: null })
})

test('a workshop walks its track from the first meeting to the closing talk', async () => {
  const world = await aWorld()
  const pairing = await onTrack(world)
  const begun = await pathOf(world, pairing)
  expect(begun.track).toMatchObject({ step: 1, of: 6 })
  expect(begun.next.map(({ reasons }) => reasons)).toEqual([
    ['first-meeting'],
    ...Array.from({ length: 6 }, () => ['track-step']),
  ])

  const walked = []
  for (let day = 16; day < 24; day += 1) {
    const { next, track } = await pathOf(world, pairing)
    walked.push(`${next[0]?.name}: ${track?.step} of ${track?.of}`)
    await held(world, pairing, `2027-03-${day}T09:00Z`)
  }
  expect(walked).toEqual([
    'First meeting: 1 of 6',
    'Read with me: 1 of 6',
    'Your ten minutes a week: 2 of 6',
    'React and thank before you write: 3 of 6',
    'Who answers for you, and how: 4 of 6',
    'One question, answered once in public: 5 of 6',
    'Answer once, then refer back: 6 of 6',
    'Closing talk: 6 of 6',
  ])
  expect(await pathOf(world, pairing)).toMatchObject({ next: [], track: { step: 6, of: 6 } })
})

test('a step whose act was seen is skipped, one cut short comes once more, smaller', async () => {
  const world = await aWorld()
  const pairing = await onTrack(world)
  await held(world, pairing, '2027-03-16T09:00Z')
  await held(world, pairing, '2027-03-17T09:00Z', { evidence: 'reading' })
  await held(world, pairing, '2027-03-18T09:00Z', { result: 'cut-short', evidence: 'answering' })
  const [again, then] = (await pathOf(world, pairing)).next
  expect(again).toMatchObject({
    ...{ name: 'Your ten minutes a week', smaller: true, reasons: ['track-step', 'smaller', 'cut-short'] },
  })
  expect(then?.name).toBe('Who answers for you, and how')
  await held(world, pairing, '2027-03-19T09:00Z', { result: 'cut-short' })
  const { track, next } = await pathOf(world, pairing)
  expect(next.map(({ name }) => name)).toEqual([
    'Who answers for you, and how',
    'Answer once, then refer back',
  ])
  expect(track).toMatchObject({ step: 4, of: 6 })
})

test('a pairing keeps the track it started with; before, it follows what becomes of it', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const [first] = (await tracksOf(world)).tracks
  const ids = await idsOf(world, ['first-post', 'your-reasoning', 'three-readers'])
  const edit = async (formatIds: readonly (string | undefined)[]) =>
    nadia.patch(`/api/v1/tracks/${first?.id}`, { formatIds })
  const namesIn = async (pairing: Pairing) =>
    (await pathOf(world, pairing)).next.slice(1).map(({ formatId }) => formatId)

  const proposed = await aWorkshop(world, 'proposed')
  await nadia.patch(`/api/v1/pairings/${proposed.id}`, { trackId: first?.id })
  const started = await onTrack(world)
  await edit(ids)
  expect(await namesIn(proposed)).toEqual(ids)
  expect(await namesIn(started)).toEqual(first?.formatIds)

  await aFixedSession(settingOf(world), proposed, '2027-03-18T12:00Z')
  await edit(ids.toReversed())
  expect(await namesIn(proposed)).toEqual(ids)
})

test('another mentor takes the track over, and goes on where it stands', async () => {
  const world = await aWorld()
  const pairing = await onTrack(world)
  await held(world, pairing, '2027-03-16T09:00Z')
  await held(world, pairing, '2027-03-17T09:00Z')
  const mia = await aMentor(settingOf(world), 'Mia Berg')
  const wish = { id: world.platform.newId('pai'), mentorId: mia.id }
  const next = have(await handOver(world.platform, pairing.id, wish, asManager(world.nadia)))
  expect(next).toMatchObject({ trackId: pairing.trackId, track: pairing.track })
  expect((await pathOf(world, next)).track).toMatchObject({ step: 2, of: 6 })
})

test('a workshop without a track follows what comes next', async () => {
  const world = await aWorld()
  const pairing = await aWorkshop(world)
  const { track, next } = await pathOf(world, pairing)
  expect(track).toBeNull()
  expect(next.map(({ reasons }) => reasons).flat()).not.toContain('track-step')
})

type PathTold = {
  readonly track: { readonly id: string; readonly step: number; readonly of: number } | null
  readonly next: readonly {
    readonly formatId: string
    readonly name: string
    readonly smaller: boolean
    readonly reasons: readonly string[]
  }[]
}

async function pathOf(world: World, { id }: Pairing): Promise<PathTold> {
  const nadia = await world.as(world.nadia)
  return (await nadia.get(`/api/v1/pairings/${id}/path`)).body as PathTold
}

type TrackTold = { readonly id: string; readonly name: string; readonly formatIds: readonly string[] }

async function tracksOf(world: World) {
  const nadia = await world.as(world.nadia)
  const { status, body } = await nadia.get(`/api/v1/programmes/${world.northwind.id}/tracks`)
  return { status, tracks: (body as { readonly tracks: readonly TrackTold[] }).tracks }
}

async function aWorkshop(world: World, status: Pairing['status'] = 'active'): Promise<Pairing> {
  const setting = settingOf(world)
  const executive = await aPersonIn(setting, 'executive', { name: `Ada ${world.platform.newId('per')}` })
  return aPairing(setting, world.tom, executive, status, 'workshop')
}

async function onTrack(world: World): Promise<Pairing> {
  const pairing = await aWorkshop(world)
  const [first] = await listTracks(world.platform.db, world.northwind.id)
  const trackId = first?.id ?? null
  return have(await changePairing(world.platform, pairing.id, { trackId }, asManager(world.nadia)))
}

async function held(world: World, pairing: Pairing, start: string, log: Partial<OutcomeRequest> = {}) {
  const session = await aFixedSession(settingOf(world), pairing, start)
  world.now(start.replace(':00Z', ':40Z'))
  have(
    await logOutcome(world.platform, session.id, { ...HAPPENED, ...log }, { id: world.tom.id, door: 'link' }),
  )
}

async function idOf(world: World, name: StandardFormat) {
  return (await idsOf(world, [name]))[0]
}

async function idsOf(world: World, names: readonly StandardFormat[]) {
  const formats = await listFormats(world.platform.db, world.northwind.id)
  return names.map((name) => formats.find(({ standard }) => standard === name)?.id)
}
