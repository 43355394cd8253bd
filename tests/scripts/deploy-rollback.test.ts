import { join } from 'node:path'
import { expect, test } from 'vitest'

import { main as deploy } from '../../scripts/deploy.ts'
import { type Kept, readKept, writeKept } from '../../scripts/deploying/kept.ts'
import { oneWayMigrations } from '../../scripts/deploying/rollback.ts'
import { migrationNames } from '../../scripts/migrate.ts'
import { deployed } from '../support/deploying.ts'

const ROLLS = 'POST /accounts/acc/workers/scripts/sotto/deployments'

test('a rollback runs the version that was uploaded before, also where a secret was put in between; the next goes further back', async () => {
  const { account, outside, folder, said } = await deployed()
  await expect(deploy(['--rollback'], outside)).rejects.toThrow('No earlier version of sotto')
  await deploy([], outside)
  await deploy([], outside)
  account.made.length = 0

  await deploy(['--rollback'], outside)
  expect(account.made).toEqual([ROLLS])
  expect(account.versions.get('sotto')?.at(-1)?.id).toBe('version-2-of-sotto')
  expect(said.at(-1)).toContain('runs version-2-of-sotto, the version before')
  await deploy(['--rollback'], outside)
  expect(account.versions.get('sotto')?.at(-1)?.id).toBe('version-1-of-sotto')
  await expect(deploy(['--rollback'], outside)).rejects.toThrow('No earlier version')

  // What comes after a rollback goes back to what ran, not to what was wrong.
  await deploy([], outside)
  await deploy(['--rollback'], outside)
  expect(account.versions.get('sotto')?.at(-1)?.id).toBe('version-1-of-sotto')
  const newest = (await migrationNames()).at(-1)
  expect(await keptIn(folder)).toMatchObject({
    migrated: newest,
    releases: [{ version: 'version-1-of-sotto', newest }],
  })
})

test('a version of other secrets is never put back', async () => {
  const { account, outside, folder } = await deployed()
  await deploy([], outside)
  const config = join(folder, 'wrangler.json')
  await outside.ran('wrangler', ['secret', 'put', 'SECRET', '--config', config], 'the-value-of-today')
  const before = await keptIn(folder)
  await expect(deploy(['--rollback'], outside)).rejects.toThrow(
    /SECRET.*Check out the code that ran then, and deploy it: npm run deploy -- --name sotto/s,
  )
  expect(account.asked.join('\n')).not.toContain('force')
  expect(account.versions.get('sotto')?.at(-1)?.secrets).toMatchObject({ SECRET: 'the-value-of-today' })
  expect(await keptIn(folder)).toEqual(before)
})

test('what is not known, or may not be asked, is said before anything is done', async () => {
  const { account, outside, folder } = await deployed()
  await deploy([], outside)
  account.asked.length = 0
  await expect(deploy(['--rollback'], { ...outside, env: {} })).rejects.toThrow('CLOUDFLARE_API_TOKEN')
  const kept = await keptIn(folder)
  const [first, ...rest] = kept.releases ?? []
  if (!first) throw new Error('nothing was released')
  await writeKept(folder, { ...kept, releases: [{ ...first, version: null }, ...rest] })
  await expect(deploy(['--rollback'], outside)).rejects.toThrow('wrangler did not say which version')
  expect(account.asked).toEqual([])
})

test('a version that does not work behind a migration that was applied since is not put back', async () => {
  const { account, outside, folder } = await deployed()
  await deploy([], outside)
  const oneWay = await oneWayMigrations()
  expect(oneWay.length).toBeGreaterThan(5)
  const kept = await keptIn(folder)
  const aRelease = (version: string, newest: string) => ({ version, newest })
  const [early, late] = [oneWay[0] ?? '', '20991231000000_last.sql']
  account.asked.length = 0
  await writeKept(folder, {
    ...kept,
    migrated: early,
    releases: [aRelease('a', '20261128000000_before.sql'), aRelease('b', early)],
  })
  await expect(deploy(['--rollback'], outside)).rejects.toThrow(`does not work behind ${early}`)
  // An upgrade that stopped behind its migrations: the version that runs knows none of them.
  const two = [aRelease('a', '20261128000000_before.sql'), aRelease('b', '20261128000000_before.sql')]
  await writeKept(folder, { ...kept, migrated: early, releases: two })
  await expect(deploy(['--rollback'], outside)).rejects.toThrow(`does not work behind ${early}`)
  expect(account.asked).toEqual([])
  await writeKept(folder, {
    ...kept,
    migrated: late,
    releases: [aRelease('version-1-of-sotto', late), aRelease('b', late)],
  })
  await deploy(['--rollback'], outside)
})

async function keptIn(folder: string): Promise<Kept> {
  const kept = await readKept(folder)
  if (!kept) throw new Error('nothing is kept')
  return kept
}
