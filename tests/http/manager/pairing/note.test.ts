import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { handOver } from '../../../../worker/actions/pairing/hand-over.ts'
import { MAX_PAIRING_NOTE_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { sealingOf } from '../../../../worker/sealing.ts'
import { findPairingNote } from '../../../../worker/storage/pairing/note.ts'
import { submitted } from '../../../support/forms.ts'
import {
  aMentor,
  asManager,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
  type World,
} from '../../../support/world.ts'

const path = ({ pairing }: World) => `/pairings/${pairing.id}`
const stored = async ({ platform, pairing }: World) =>
  (await findPairingNote(platform, pairing.id))?.words ?? null

test('a manager writes a note on a pairing, reads who wrote it, has it back, and deletes it', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const first = await submitted(nadia, `${path(world)}/note`, {
    managersNote: '  Ask Odile first.\r\nNever Mondays. ',
  })
  expect(first.headers.get('Location')).toMatch(/\?done=note&earlier=kpt_\w+#managers-note$/)
  expect(await stored(world)).toBe('Ask Odile first.\nNever Mondays.')
  const page = String((await nadia.get(path(world))).body)
  expect(page).toContain('Ask Odile first.\nNever Mondays.</textarea>')
  expect(page).toContain('Written by Nadia Haddad')

  const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? ''
  world.now('2027-03-15T09:00Z')
  const second = await submitted(nadia, `${path(world)}/note`, { managersNote: 'Never Mondays.', seen })
  const said = String((await nadia.get(second.headers.get('Location') ?? '')).body)
  const back = said.split('<form').find((each) => each.includes('Put back')) ?? ''
  const fields = Object.fromEntries(
    Array.from(back.matchAll(/name="([^"]+)" value="([^"]*)"/g), ([, name, value]) => [name, value]),
  )
  await submitted(nadia, `${path(world)}/note`, fields)
  expect(await stored(world)).toBe('Ask Odile first.\nNever Mondays.')

  const now = /name="seen" value="(\d+)"/.exec(String((await nadia.get(path(world))).body))?.[1] ?? ''
  await submitted(nadia, `${path(world)}/note`, { managersNote: ' ', seen: now })
  expect(await stored(world)).toBeNull()
})

test('one whose key is not there is not written over unawares', async () => {
  const world = await aWorld()
  const { pairing } = world
  const nadia = await world.as(world.nadia)
  await submitted(nadia, `${path(world)}/note`, { managersNote: 'Ask Odile first.' })
  const lost = await sealingOf('lost=Qm9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0x7hQ=').seal(
    { table: 'pairing_notes', row: pairing.id, column: 'words' },
    'Ask Odile first.',
  )
  await env.DB.prepare('UPDATE pairing_notes SET words = ?').bind(lost).run()
  const kept = async () => (await env.DB.prepare('SELECT words FROM pairing_notes').first())?.['words']

  const page = String((await nadia.get(path(world))).body)
  expect(page).toContain('It cannot be opened')
  // As a page would send it that was opened before the key was gone, or before there was a note.
  await submitted(nadia, `${path(world)}/note`, { managersNote: 'Never Mondays.', seen: '' })
  await submitted(nadia, `${path(world)}/note`, { managersNote: '', seen: '' })
  expect(await kept()).toBe(lost)
  const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? ''
  await submitted(nadia, `${path(world)}/note`, { managersNote: 'Never Mondays.', seen })
  expect(await stored(world)).toBe('Never Mondays.')
})

test('it may be as long as its field lets it be, however many lines it has', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const lines = 'x\n'.repeat(MAX_PAIRING_NOTE_CHARACTERS / 2 - 1)
  const longest = `${lines}xy`
  const sent = (managersNote: string) => submitted(nadia, `${path(world)}/note`, { managersNote })
  expect((await sent(longest.replaceAll('\n', '\r\n'))).status).toBe(303)
  expect(await stored(world)).toBe(longest)
  const tooLong = await sent(`${longest}z`)
  expect([tooLong.status, await stored(world)]).toEqual([422, longest])
})

test('of two who write at once the second loses nothing, and overwrites nothing unseen', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  await submitted(nadia, `${path(world)}/note`, { managersNote: 'Of the first.', seen: '' })
  const second = await submitted(nadia, `${path(world)}/note`, { managersNote: 'Of the second.', seen: '' })
  expect(second.status).toBe(412)
  expect(String(second.body)).toContain('Of the second.</textarea>')
  expect(String(second.body)).toContain('<q>Of the first.</q>')
  expect(await stored(world)).toBe('Of the first.')
})

test('it is for the managers of its programme alone', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  await submitted(nadia, `${path(world)}/note`, { managersNote: 'Mind the pelican.' })
  const { rita } = await fabrikamBeside(world)
  const stranger = await world.as(rita)
  expect((await stranger.get(path(world))).status).toBe(404)
  expect((await submitted(stranger, `${path(world)}/note`, { managersNote: 'x' })).status).toBe(404)
  const tom = await world.as(world.tom)
  expect((await submitted(tom, `${path(world)}/note`, { managersNote: 'x' })).status).toBe(404)
  for (const [client, address] of [
    [tom, '/mine'],
    [tom, `/api/v1${path(world)}`],
    [nadia, `/api/v1${path(world)}`],
    [nadia, '/pairings'],
    [nadia, '/activity'],
    [nadia, '/search?q=pelican'],
  ] as const)
    expect(JSON.stringify((await client.get(address)).body), address).not.toContain('Mind the pelican')
  expect(await stored(world)).toBe('Mind the pelican.')
})

test('no event says what it says, and the pairing that follows begins without', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  await submitted(nadia, `${path(world)}/note`, { managersNote: 'Mind the pelican.' })
  const { results } = await env.DB.prepare('SELECT * FROM events').all()
  expect(JSON.stringify(results)).not.toContain('pelican')
  const mia = await aMentor(settingOf(world), 'Mia Berg')
  const wish = { id: world.platform.newId('pai'), mentorId: mia.id }
  const next = have(await handOver(world.platform, world.pairing.id, wish, asManager(world.nadia)))
  expect(await findPairingNote(world.platform, next.id)).toBeNull()
})

test('too long a note is refused, with what was typed', async () => {
  const world = await aWorld()
  const long = 'a'.repeat(2001)
  const answer = await submitted(await world.as(world.nadia), `${path(world)}/note`, { managersNote: long })
  expect(answer.status).toBe(422)
  expect(String(answer.body)).toContain(`${long}</textarea>`)
  expect(await stored(world)).toBeNull()
})
