import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

import { main } from '../../scripts/client.ts'
import { root } from '../../scripts/root.ts'
import { run } from '../../scripts/run.ts'
import { type Person, startServer } from '../support/server.ts'

const server = await startServer({ env: { TEST_NOW: '2027-03-15T08:00:00Z' } })
const directory = await mkdtemp(join(tmpdir(), 'sotto-client-'))
afterAll(async () => {
  await server.stop()
  await rm(directory, { recursive: true })
})

test('a client that is made from the description compiles, refuses what the API does not take, and drives the loop with a key', async () => {
  await main([server.origin, join(directory, 'client.ts')])
  await copyFile(join(root, 'tests/fixtures/api-loop.txt'), join(directory, 'loop.ts'))
  await writeFile(
    join(directory, 'tsconfig.json'),
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { types: ['node'], typeRoots: [join(root, 'node_modules/@types')] },
      include: ['loop.ts'],
    }),
  )
  await run('tsc', ['-p', directory])

  const nadia = (await server.people()).find(({ name }) => name === 'Nadia Haddad')
  if (!nadia) throw new Error('no manager')
  const [programmeId = ''] = nadia.programmes
  const key = await aKey(nadia, programmeId)
  const said = await run('node', [
    join(directory, 'loop.ts'),
    ...[server.origin, key, programmeId, '2027-04-30T08:00:00Z'],
  ])
  expect(JSON.parse(said)).toEqual({
    ...{ slots: 3, fixed: ['fixed', true], logged: 'happened', least: expect.any(Number) },
    refused: 'not-by-key',
  })

  const loop = await readFile(join(directory, 'loop.ts'), 'utf8')
  await writeFile(join(directory, 'loop.ts'), loop.replace("kind: 'workshop'", "kind: 'dinner'"))
  await expect(run('tsc', ['-p', directory])).rejects.toThrow()
})

async function aKey({ signIn = '' }: Person, programmeId: string): Promise<string> {
  const signed = await fetch(signIn, {
    ...{ method: 'POST', redirect: 'manual' },
    headers: { Origin: server.origin, 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  const Cookie = signed.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const made = await fetch(`${server.origin}/api/v1/keys`, {
    method: 'POST',
    headers: { Origin: server.origin, Cookie, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...{ name: 'The loop', access: 'write', programmeIds: [programmeId], expiresOn: '2027-12-31' },
    }),
  })
  const { key }: { readonly key: string } = JSON.parse(await made.text())
  return key
}
