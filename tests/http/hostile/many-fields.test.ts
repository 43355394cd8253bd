import { expect, test, vi } from 'vitest'

import { MAX_FORM_FIELDS } from '../../../worker/domain/limits.ts'
import { aWorld } from '../../support/world.ts'

vi.spyOn(console, 'log').mockImplementation(() => {})

const world = await aWorld()
const nadia = await world.as(world.nadia)
const FORM = 'application/x-www-form-urlencoded'

const fields = (count: number) => 'line=&'.repeat(count).slice(0, -1)
const parts = (count: number) => {
  const one = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'
  return `${one.repeat(count)}--b--\r\n`
}
const send = (path: string, body: string, type = FORM) =>
  nadia.ask(path, { method: 'POST', body, headers: { 'Content-Type': type } })

test.each(['/sign-in', '/today/deeds', '/imports', '/nowhere'])(
  '%s reads no form with more fields than any page has, and says so',
  async (path) => {
    const said = await send(path, fields(MAX_FORM_FIELDS + 1))
    expect(said.status).toBe(413)
    expect(said.body).toContain('more fields than are read here')
  },
)

test('a form with as many fields as are read is read', async () => {
  const said = await send('/today/deeds', `${fields(MAX_FORM_FIELDS - 1)}&programme=${world.northwind.id}`)
  expect(said.status).toBeLessThan(413)
})

test('a form of parts is counted, too', async () => {
  expect((await send('/sign-in', parts(MAX_FORM_FIELDS + 1), 'multipart/form-data; boundary=b')).status).toBe(
    413,
  )
})
