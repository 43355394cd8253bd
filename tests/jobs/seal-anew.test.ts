import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { writeNote } from '../../worker/actions/pairing/write-note.ts'
import { sealAnew } from '../../worker/actions/seal/seal-anew.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { sealingOf } from '../../worker/sealing.ts'
import { grownTo } from '../support/grown-programme.ts'
import { type Cost, costOf } from '../support/query-cost.ts'
import { storedLetters } from '../support/stored-letters.ts'
import { aFixedSession, asManager, aWorld, have, settingOf } from '../support/world.ts'

const NIGHT = '23 2 * * *'
const NEW = 'new=Qm9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0x7hQ='
const SAID = 'It’s the pelican’s turn'

test('the night seals with the newest key what an older one sealed, and what an older version left in clear', async () => {
  const world = await aWorld()
  const { platform, pairing, nadia } = world
  have(await writeNote(platform, pairing.id, SAID, asManager(nadia)))
  const session = await aFixedSession(settingOf(world), pairing, '2027-03-22T09:00Z')
  await env.DB.prepare(
    `INSERT INTO reasons SELECT subject, version, '${SAID}' FROM events WHERE subject = '${session.id}' LIMIT 1`,
  ).run()
  const before = await storedLetters(platform)
  expect(before.length).toBeGreaterThan(1)

  const both = { ...platform, ...sealingOf(`${NEW},${env.SEALING_KEYS}`) }
  // Beside the letters a note and a reason, and the secret addresses of four people and two invites.
  const counts = { 'seal-anew': before.length + 2 + 6 }
  expect(await runCron(both, NIGHT)).toMatchObject({ failed: [], counts })
  expect(await runCron(both, NIGHT)).toEqual({ counts: {}, failed: [] })

  // The old key is gone by now.
  const { open } = sealingOf(NEW)
  const words = async (table: string, row: string) => {
    const [stored] = (await env.DB.prepare(`SELECT words FROM ${table}`).all<{ words: string }>()).results
    return open({ table, row, column: 'words' }, stored?.words ?? '')
  }
  const { results } = await env.DB.prepare(`SELECT subject || ' ' || version AS row FROM reasons`).all<{
    row: string
  }>()
  expect(await words('pairing_notes', pairing.id)).toEqual({ ok: true, value: SAID })
  expect(await words('reasons', results[0]?.row ?? '')).toEqual({ ok: true, value: SAID })
  const textsOf = (letters: typeof before) => letters.map(({ letter }) => letter)
  expect(textsOf(await storedLetters({ ...platform, open }))).toEqual(textsOf(before))
})

test('sealing what an older version kept in clear reads in proportion to how much there is', async () => {
  const [few, many] = [await costOfSealing(40), await costOfSealing(160)]
  expect(few.rowsWritten).toBeGreaterThanOrEqual(40)
  expect(many.rowsRead / few.rowsRead).toBeLessThan(5)
}, 60_000)

async function costOfSealing(executives: number): Promise<Cost> {
  const { platform } = await grownTo(executives)
  const cost = await costOf(platform, sealAnew)
  expect(await sealAnew(platform)).toBe(0)
  return cost
}
