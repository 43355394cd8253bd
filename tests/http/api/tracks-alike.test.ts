import { expect, test } from 'vitest'

import { changePairing } from '../../../worker/actions/pairing/change.ts'
import { logOutcome } from '../../../worker/actions/session/log-outcome.ts'
import type { LinkPurpose } from '../../../worker/domain/letter/link.ts'
import type { StandardFormat } from '../../../worker/domain/path/house.ts'
import type { Person } from '../../../worker/domain/people/person.ts'
import type { Session } from '../../../worker/domain/session/session.ts'
import { listFormats } from '../../../worker/storage/path/format.ts'
import { listTracks } from '../../../worker/storage/path/track.ts'
import { link } from '../../support/links.ts'
import { HAPPENED } from '../../support/logged-session.ts'
import {
  aFixedSession,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  have,
  settingOf,
  type World,
} from '../../support/world.ts'

test('“of 6” is the same for both who meet, also where the session begins with a later step', async () => {
  const { world, pairing, ada } = await onTrack()
  for (const start of ['2027-03-16T09:00Z', '2027-03-17T09:00Z']) await held(world, pairing, start)
  const session = await aFixedSession(settingOf(world), pairing, '2027-03-22T09:00Z')
  const nadia = await world.as(world.nadia)
  const formatId = await idOf(world, 'react-and-thank')
  expect((await nadia.post(`/api/v1/sessions/${session.id}/format`, { formatId })).status).toBe(200)
  expect(await placeOn(world, 'meeting', session, world.tom)).toBe('3 of 6')
  expect(await placeOn(world, 'own', session, ada)).toBe('3 of 6')
})

test('the first meeting has no number, for either of the two', async () => {
  const { world, pairing, ada } = await onTrack()
  const session = await aFixedSession(settingOf(world), pairing, '2027-03-22T09:00Z')
  expect(await placeOn(world, 'meeting', session, world.tom)).toBeNull()
  expect(await placeOn(world, 'own', session, ada)).toBeNull()
})

test('a track whose steps were all put away is no track of “0 of 0”, and closes nothing at once', async () => {
  const { world, pairing, steps } = await onTrack()
  const nadia = await world.as(world.nadia)
  for (const { formatId } of steps) await nadia.patch(`/api/v1/formats/${formatId}`, { archived: true })
  const { body } = await nadia.get(`/api/v1/pairings/${pairing.id}/path`)
  const { track, next } = body as { track: unknown; next: readonly { readonly name: string }[] }
  expect(track).not.toMatchObject({ of: 0 })
  expect(next[1]?.name).not.toBe('Closing talk')
})

test('materials for a format that is not in the track are refused, not lost', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const names = ['first-post', 'your-reasoning', 'three-readers', 'read-with-me'] as const
  const ids = await Promise.all(names.map((name) => idOf(world, name)))
  const made = await nadia.post(`/api/v1/programmes/${world.northwind.id}/tracks`, {
    ...{ name: 'For the board', formatIds: ids.slice(0, 3) },
    materials: [{ formatId: ids[3], text: 'Bring the thread of May.' }],
  })
  expect(made.status).toBe(422)
})

/** Tom's workshop for Ada follows the first track of the house. */
async function onTrack() {
  const world = await aWorld()
  const ada = await aPersonIn(settingOf(world), 'executive', { name: 'Ada Lund' })
  const made = await aPairing(settingOf(world), world.tom, ada, 'active', 'workshop')
  const [track] = await listTracks(world.platform.db, world.northwind.id)
  const change = { trackId: track?.id ?? null }
  const pairing = have(await changePairing(world.platform, made.id, change, asManager(world.nadia)))
  return { world, ada, pairing, steps: track?.steps ?? [] }
}

async function held(world: World, pairing: World['pairing'], start: string) {
  const session = await aFixedSession(settingOf(world), pairing, start)
  world.now(start.replace(':00Z', ':40Z'))
  have(await logOutcome(world.platform, session.id, HAPPENED, { id: world.tom.id, door: 'link' }))
}

async function placeOn(world: World, purpose: LinkPurpose, session: Session, reader: Person) {
  const { status, body } = await (
    await world.as(null)
  ).get(await link(world.platform, purpose, session, reader))
  expect(status).toBe(200)
  return /\d of \d/.exec(String(body))?.[0] ?? null
}

async function idOf(world: World, name: StandardFormat) {
  const formats = await listFormats(world.platform.db, world.northwind.id)
  return formats.find(({ standard }) => standard === name)?.id
}
