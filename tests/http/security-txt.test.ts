import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'

import { makeApp } from '../../worker/app.ts'
import { aWorld } from '../support/world.ts'

vi.spyOn(console, 'log').mockImplementation(() => {})

const world = await aWorld()

async function asked(securityContact: string) {
  const settings = { ...world.platform.settings, securityContact }
  const app = makeApp(() => ({ ...world.platform, settings }))
  return app.request('/.well-known/security.txt', {}, env)
}

test('who wants to report a hole finds where, until a day that is never past', async () => {
  const response = await asked('mailto:security@company.example')
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/plain;charset=UTF-8'])
  expect(await response.text()).toBe(
    [
      'Contact: mailto:security@company.example',
      'Expires: 2027-06-13T00:00:00Z',
      'Preferred-Languages: en, fr',
      `Canonical: ${env.ORIGIN}/.well-known/security.txt`,
      '',
    ].join('\n'),
  )
})

test.each(['', 'nobody', 'mailto:a@b.example\nContact: mailto:eve@x.example'])(
  'without a contact there is no such page: %j',
  async (contact) => {
    expect((await asked(contact)).status).toBe(404)
  },
)
