import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'

import { faultsIn } from '../../scripts/verify-record.ts'
import { headOfLeaves, leafOf, type Look } from '../../worker/domain/record/proof.ts'

const hash = (text: string) => Promise.resolve(createHash('sha256').update(text).digest('base64url'))

test('two files of one log agree, and one with a changed line does not', async () => {
  const older = await fileOf('/people/:id')
  expect(await faultsIn([older])).toEqual([])
  expect(await faultsIn([older, older])).toEqual([])
  expect(await faultsIn([older, await fileOf('/pairings/:id')])).toEqual([
    '7: this seal is another one than in your older file',
    '7: this line says something else than in your older file',
  ])
  expect(await faultsIn([older.replace('/people/:id', '/desk')])).toEqual([
    '7: the lines under this seal are not those that were sealed',
  ])
})

test('another file is refused with a sentence', async () => {
  await expect(faultsIn(['{"record":{}}'])).rejects.toThrow('no file of an own record')
  await expect(faultsIn([])).rejects.toThrow('Usage')
})

async function fileOf(route: string): Promise<string> {
  const { at }: Pick<Look, 'at'> = JSON.parse('{"at":7}')
  const line: Look = { id: 7, at, actorId: 'per_nadia', role: 'manager', subjectId: 'per_claude', route }
  const head = await headOfLeaves('', [await leafOf(line, hash)], hash)
  const part = { above: 0, upToId: 7, at, before: '', head, lines: [line] }
  return JSON.stringify({ log: { subjectId: 'per_claude', purgedUpTo: 0, parts: [part], unsealed: [] } })
}
