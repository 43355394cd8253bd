import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../../../scripts/root.ts'
import { PROGRAMME_TYPES } from '../../../worker/domain/webhook/told.ts'
import { signMessage } from '../../../worker/signing.ts'

const page = readFileSync(join(root, 'docs/webhooks.md'), 'utf8')
const [, code = ''] = /```js\n(.+?)```/s.exec(page) ?? []
const SECRET = Buffer.from('thirty-two octets of a secret :-)').toString('base64')

test('the sample of the documentation takes what we sign, and nothing else', async () => {
  const { verified } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  const seconds = Math.floor(Date.now() / 1000)
  const signed = async (at: number, body: string) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(at),
    'webhook-signature': `v1,${'A'.repeat(43)}= ${await signMessage(SECRET, { id: 'msg_1', seconds: at, body })}`,
  })
  const body = '{"type":"webhook.test"}'
  expect(verified(`whsec_${SECRET}`, await signed(seconds, body), body)).toEqual({ type: 'webhook.test' })
  const headers = await signed(seconds, body)
  expect(() => verified(`whsec_${SECRET}`, headers, `${body} `)).toThrow('not signed')
  expect(() => verified(`whsec_${btoa('another')}`, headers, body)).toThrow('not signed')
  const old = await signed(seconds - 301, body)
  expect(() => verified(`whsec_${SECRET}`, old, body)).toThrow('too old')
  expect(code.trim().split('\n').length).toBeLessThanOrEqual(18)
})

test('the signature is an HMAC of id, time and body, as the standard has it', async () => {
  const mac = createHmac('sha256', Buffer.from(SECRET, 'base64')).update('msg_1.1.{}').digest('base64')
  expect(await signMessage(SECRET, { id: 'msg_1', seconds: 1, body: '{}' })).toBe(`v1,${mac}`)
})

test('the documentation names every type', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'))
  for (const type of PROGRAMME_TYPES) expect(rows.some((row) => row.includes(`\`${type}\``))).toBe(true)
})
