import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { findSession } from '../../../../worker/storage/session/session.ts'
import { at } from '../../../support/times.ts'
import { aFixedSession, aWorld, settingOf } from '../../../support/world.ts'

test('a changed zone offset is noticed on Today, and one tap moves the session to the agreed hour', async () => {
  const world = await aWorld()
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-24T10:00Z')
  const nadia = await world.as(world.nadia)
  expect(String((await nadia.get('/today')).body)).not.toContain('no longer at the hour agreed')

  // As if ten o'clock had been agreed when Paris was expected to be UTC+2 on that day.
  await env.DB.prepare('UPDATE sessions SET wall = ? WHERE id = ?').bind('2027-03-24T10:00', id).run()
  const page = String((await nadia.get('/today')).body)
  expect(page).toContain('no longer at the hour agreed')
  expect((await nadia.get('/api/v1/today')).body).toMatchObject({
    items: [{ kind: 'offset-changed', action: 'move-to-wall', sessionId: id }],
  })

  const fields = [...page.matchAll(/name="(date|time)" value="([^"]+)"/g)].map(([, name, value]) => [
    name,
    value,
  ])
  const moved = await nadia.ask(`/sessions/${id}/time`, {
    method: 'POST',
    body: new URLSearchParams(fields.map(([name = '', value = '']) => [name, value])).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  expect(moved.status).toBe(303)
  const session = await findSession(world.platform.db, id)
  expect(session?.time?.start).toBe(at('2027-03-24T09:00Z'))
  expect(session?.invites.map(({ sequence }) => sequence)).toEqual([1, 1])
  expect(String((await nadia.get('/today')).body)).not.toContain('no longer at the hour agreed')
})
