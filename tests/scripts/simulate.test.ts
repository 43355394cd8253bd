import { expect, test } from 'vitest'

import { auditAt, writtenByGets } from '../../scripts/simulating/audit.ts'
import { startInMemoryWorker } from '../../scripts/simulating/in-memory-worker.ts'
import { fromIso, instant } from '../../worker/domain/time/time.ts'

const HOUR = 3_600_000
const NOW = fromIso('2026-12-16T06:00:00Z') ?? instant(0)
/** Those of the check of the database are planted in tests/scripts/fsck.test.ts, but one that is planted here too. */
const FAULTS: Readonly<Record<string, string>> = {
  'claimed-for-nothing': `INSERT INTO claims (person_id, starts_at, ends_at, session_id, held_until)
    SELECT executive_id, ${HOUR}, ${2 * HOUR}, id, ${NOW + HOUR} FROM sessions LIMIT 1`,
  'a time is held past its hour': `INSERT INTO claims (person_id, starts_at, ends_at, session_id, held_until)
    SELECT mentor_id, ${HOUR}, ${2 * HOUR}, id, 1 FROM sessions LIMIT 1`,
  'a letter is late':
    "UPDATE outbox SET state = 'waiting', due_at = 0 WHERE id = (SELECT min(id) FROM outbox)",
  'a letter could not be sent': "UPDATE outbox SET state = 'failed' WHERE id = (SELECT max(id) FROM outbox)",
}

test('two simulated weeks through the real doors keep every promise; a planted fault is found', async () => {
  const worker = await startInMemoryWorker('2026-12-01T08:00:00Z')
  const { summary, broken, forgotten } = await worker.simulate({ seed: 1, weeks: 2 })

  expect(broken).toEqual([])
  expect(forgotten).toEqual([])
  expect(Object.keys(summary)).toEqual([
    ...['seed', 'touches', 'sessionsHeld', 'rounds', 'bumps'],
    ...['executiveMailsPerSession', 'executiveMailsPerMove', 'daysWithoutNextDate', 'brokenInvariants'],
  ])
  expect(summary.executiveMailsPerSession).toBeLessThanOrEqual(1)
  expect(summary.executiveMailsPerMove).toBeLessThanOrEqual(1)
  expect(summary.sessionsHeld).toBeGreaterThanOrEqual(3)
  expect(summary.touches).toBeLessThan(90)

  expect(await auditAt(worker, NOW)).toEqual([])
  for (const [name, fault] of Object.entries(FAULTS)) {
    expect(await auditAt(worker, NOW)).not.toContain(name)
    await worker.rows(fault)
    expect(await auditAt(worker, NOW)).toContain(name)
  }
  expect(await writtenByGets(worker, ['/answer?k=nobody'])).toEqual(['GET /answer answered 404'])
  await worker.stop()
}, 400_000)

test('the same seed lives the same week again', async () => {
  const [first, again] = await Promise.all([lived(7), lived(7)])
  expect(first.sessions.length).toBeGreaterThan(3)
  expect(again).toEqual(first)
}, 400_000)

/** What a week leaves in the tables, ids included: they decide who goes first among equals. */
async function lived(seed: number) {
  const worker = await startInMemoryWorker('2026-12-01T08:00:00Z')
  const { touches, mails } = await worker.simulate({ seed, weeks: 1 })
  const sessions = await worker.rows('SELECT id, pairing_id, status, starts_at FROM sessions ORDER BY id')
  const letters = await worker.rows('SELECT id, due_at, state FROM outbox ORDER BY id')
  await worker.stop()
  return { touches, mails, sessions, letters }
}
