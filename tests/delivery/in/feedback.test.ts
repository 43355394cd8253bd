import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import worker from '../../../worker/development.ts'
import { listSuppressed } from '../../../worker/storage/letter/suppression.ts'
import { northwind } from '../../support/northwind.ts'

test('the mail provider’s events come in by the queue’s door, and what is no event stops nothing', async () => {
  const world = await northwind()
  const { platform } = world
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  const about = `sent-${world.sent.findIndex(({ to }) => to.startsWith('claude')) + 1}`
  const bodies = [
    event('claude@northwind.example', about),
    event('stranger@elsewhere.example', about),
    event('tom@northwind.example', 'of-another-application'),
    'rubbish',
    null,
  ]
  const messages = bodies.map((body, index) => ({
    id: String(index),
    timestamp: new Date(),
    attempts: 1,
    body,
  }))
  const batch = createMessageBatch('sotto-mail-events', messages)
  const context = createExecutionContext()
  await worker.queue(batch, env, context)

  expect((await getQueueResult(batch, context)).outcome).toBe('ok')
  const all = ['claude@northwind.example', 'stranger@elsewhere.example', 'tom@northwind.example']
  expect([...(await listSuppressed(platform.db, all, platform.now())).keys()]).toEqual([
    'claude@northwind.example',
  ])
})

function event(recipient: string, messageId: string) {
  return {
    type: 'cf.email.sending.message.bounced',
    payload: {
      ...{ recipient, messageId, bounce: { type: 'hard' } },
      delivery: { smtpEnhancedStatusCode: '5.1.1' },
    },
  }
}
