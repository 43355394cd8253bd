import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { aFixedSession, aMentor, aPairing, aPersonIn, aWorld, settingOf } from '../support/world.ts'

const world = await aWorld()
const here = settingOf(world)
const mia = await aMentor(here, 'Mia Berg')
const yann = await aPersonIn(here, 'executive', { name: 'Yann Petit' })
const first = await aFixedSession(here, world.pairing, '2027-03-17T09:00Z')
const second = await aFixedSession(here, await aPairing(here, mia, yann), '2027-03-17T12:00Z')

const on = (day: string) => JSON.stringify({ kind: 'link', url: 'https://rooms.example/1', made: true, day })
const put = (id: string, place: string) =>
  env.DB.prepare(`UPDATE sessions SET place = ? WHERE id = ?`).bind(place, id).run()

test('the database refuses a link of a list on one day for a second session, whoever writes it', async () => {
  await put(first.id, on('2027-03-17'))
  await expect(put(second.id, on('2027-03-17'))).rejects.toThrow('sessions_one_link_a_day')
  await put(second.id, on('2027-03-18'))
  await put(second.id, JSON.stringify({ kind: 'link', url: 'https://rooms.example/1' }))
})

test('a session that is called off or has no time leaves its link to others', async () => {
  await put(first.id, on('2027-03-17'))
  await env.DB.batch([
    env.DB.prepare("UPDATE sessions SET status = 'cancelled' WHERE id = ?").bind(first.id),
    env.DB.prepare('UPDATE sessions SET place = ? WHERE id = ?').bind(on('2027-03-17'), second.id),
  ])
  expect(await put(first.id, on('2027-03-17'))).toMatchObject({ success: true })
  await put(second.id, on('2027-03-16'))
})
