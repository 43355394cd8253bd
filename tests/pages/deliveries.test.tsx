import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../../scripts/root.ts'
import { DeliveriesPage, type DeliveryLine } from '../../web/pages/manager/letter/deliveries.tsx'
import { RUNS } from '../../worker/domain/clock/runs.ts'
import { aFrame, wordsOf, written } from '../support/pages.tsx'
import { at } from '../support/times.ts'

const moment = at('2027-03-16T08:00Z')
const line: DeliveryLine = {
  id: 'let_1',
  kind: 'offer',
  method: null,
  personId: 'per_1',
  name: 'Odile Marchand',
  address: 'odile@northwind.example',
  sessionId: null,
  state: 'sent',
  attempts: 1,
  error: null,
  createdAt: moment,
  sentAt: moment,
  providerId: null,
  isStopped: false,
  stoppedUntil: null,
  againId: 'let_2',
}
const health = {
  ticks: [
    { cron: RUNS.minutely, at: moment, failed: ['deliver', 'bump'] },
    { cron: RUNS.nightly, at: moment, failed: [] },
    { cron: '0 0 1 1 *', at: moment, failed: ['of-long-ago'] },
  ],
  outbox: { waiting: 0, oldestAt: null, lastErrorCode: null },
  sending: { stoppedAt: null, error: null, errorAt: null },
  restoredAt: null,
  timers: { overdue: 0, failing: [{ kind: 'open-round', count: 2 }] },
  feedsFailing: 0,
  checked: null,
  sealed: null,
} as const

test('the owner reads each run and job by its name, with the code that the log has', () => {
  const said = wordsOf(aPage())
  expect(said).toContain('Every minute ·')
  expect(said).toContain('failed: sending emails (deliver), releasing declined dates (bump)')
  expect(said).toContain('At night ·')
  expect(said).toContain('opening the next round (open-round) keeps failing: 2')
  for (const cron of [RUNS.minutely, RUNS.nightly]) expect(said).not.toContain(cron)
  expect(said, 'what has no name').toMatch(/0 0 1 1 \* · .*failed: of-long-ago/)
})

test('the runs with a name are those that the platform is told of', () => {
  const [, crons = ''] = /^crons = (\[.*\])$/m.exec(readFileSync(join(root, 'wrangler.toml'), 'utf8')) ?? []
  expect(JSON.parse(crons)).toEqual(Object.values(RUNS))
})

test('what an email is and to whom it goes are two things', () => {
  expect(wordsOf(aPage())).toContain('Times to choose from · to Odile Marchand')
})

function aPage(): string {
  const frame = aFrame()
  return written(
    <DeliveriesPage
      frame={frame}
      stopped={null}
      paused={null}
      resumers={null}
      state={null}
      health={health}
      lines={[line]}
      older={null}
    />,
  )
}
