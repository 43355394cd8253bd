import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'

import { main as deploy } from '../../scripts/deploy.ts'
import { inDeployment } from '../../scripts/deployed-config.ts'
import { thisMachine } from '../../scripts/deploying/outside.ts'
import { deployed } from '../support/deploying.ts'

test('what the other commands do with --remote is done to the deployment, and to the one that is named', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sotto-deploy-'))
  const asked = ['d1', 'execute', 'DB', '--remote']
  const done = (wanted = '') => inDeployment('wrangler', asked, directory, wanted)
  const configOf = (name: string) => join(directory, name, 'wrangler.json')
  const made = async (name: string) => {
    await mkdir(join(directory, name))
    await writeFile(configOf(name), '{}')
  }
  expect(done()).toEqual(asked)
  await made('northwind')
  expect(done()).toEqual([...asked, '--config', configOf('northwind')])
  await made('fabrikam')
  expect(done).toThrow('Say which one by DEPLOYMENT: fabrikam, northwind.')
  expect(done('fabrikam')).toEqual([...asked, '--config', configOf('fabrikam')])
  expect(() => done('elsewhere')).toThrow('There is no deployment elsewhere here.')
})

const OF_THE_ACCOUNT = [
  ['secret', 'put', 'SECRET'],
  ['secret', 'delete', 'OWNER_CLAIM'],
  ['secret', 'list'],
  ['queues', 'list'],
  ['tail'],
  ['deployments', 'list'],
  ['rollback', 'a-version'],
  ['deploy'],
  ['d1', 'time-travel', 'info', 'DB'],
  ['d1', 'export', 'DB', '--remote'],
]
const OF_THIS_MACHINE = [
  ['d1', 'execute', 'DB', '--local'],
  ['deploy', '--dry-run'],
  ['check', 'startup'],
  ['types', '--check'],
]

test('each command of wrangler that reaches the account goes to the named deployment, and none to the Worker of wrangler.toml', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sotto-deploy-'))
  for (const name of ['fabrikam', 'northwind']) {
    await mkdir(join(directory, name))
    await writeFile(join(directory, name, 'wrangler.json'), '{}')
  }
  const config = join(directory, 'northwind', 'wrangler.json')
  vi.stubEnv('DEPLOYMENT', 'northwind')
  try {
    for (const words of OF_THE_ACCOUNT)
      expect(inDeployment('wrangler', words, directory)).toEqual([...words, '--config', config])
    for (const words of OF_THIS_MACHINE) expect(inDeployment('wrangler', words, directory)).toEqual(words)
    const said = ['secret', 'put', 'SECRET', '--config', 'elsewhere.json']
    expect(inDeployment('wrangler', said, directory)).toEqual(said)
  } finally {
    vi.unstubAllEnvs()
  }
  expect(() => inDeployment('wrangler', ['secret', 'put', 'SECRET'], directory, '')).toThrow('Say which one')
})

test('a secret to claim that was deleted is not sent again', async () => {
  const { account, outside } = await deployed()
  const { OWNER_CLAIM: claim, ...rest } = account.secrets.get('sotto') ?? {}
  expect(claim).toMatch(/^[\w-]{43}$/)
  account.secrets.set('sotto', rest)
  await deploy([], outside)
  expect(account.secrets.get('sotto')).toEqual(rest)
  // What the Worker cannot run without is.
  account.secrets.set('sotto', { SECRET: rest['SECRET'] ?? '' })
  await deploy([], outside)
  expect(account.secrets.get('sotto')).toEqual(rest)
})

test('--help prints what can be said, and does nothing', async () => {
  const said: string[] = []
  const asked = () => Promise.reject(new Error('nothing is asked'))
  await deploy(['--help'], { ...thisMachine(), say: (line) => said.push(line), ran: asked, fetch: asked })
  expect(said.join('\n')).toContain('npm run deploy -- --rollback [--name NAME]')
  expect(said.join('\n')).toContain('[--access-team …]')
})

test('an upgrade names the moment before it, then migrates and deploys at once', async () => {
  const { account, outside, said } = await deployed()
  said.length = 0
  account.asked.length = 0
  await deploy([], outside)
  const typed = account.asked
    .filter((each) => each.startsWith('wrangler'))
    .map((each) => each.slice(0, 22).trim())
  expect(typed).toEqual(['wrangler d1 time-trave', 'wrangler d1 migrations', 'wrangler deploy --conf'])
  expect(said.join('\n')).toContain('has the bookmark 00000001-0002')
})

test('a dry run builds without asking anybody, and refuses a Worker that is too heavy or starts too slowly', async () => {
  const said: string[] = []
  const building = (script: Uint8Array, startMs = 200) =>
    deploy(['--dry-run'], {
      ...thisMachine(),
      env: {},
      say: (line) => said.push(line),
      fetch: () => Promise.reject(new Error('no network')),
      ran: async (_, words) => {
        if (words[0] === 'check') {
          await writeFile(words[words.indexOf('--outfile') + 1] ?? '', profileOf(startMs))
          return ''
        }
        expect(words.slice(0, 2)).toEqual(['deploy', '--dry-run'])
        await writeFile(join(words[words.indexOf('--outdir') + 1] ?? '', 'index.js'), script)
        return ''
      },
    })
  await building(randomBytes(1000 * 1024))
  expect(said).toEqual([
    expect.stringMatching(/^The Worker weighs \d+ KiB \(gzip\).+takes 200 ms .+Nothing was deployed\.$/),
  ])
  await expect(building(randomBytes(1100 * 1024))).rejects.toThrow('and may weigh 1024')
  await expect(building(randomBytes(1000), 1001)).rejects.toThrow('takes 1001 ms')
})

/** As V8 writes it: a second of waiting, and work. */
function profileOf(ms: number): string {
  const nodes = ['(root)', '(idle)', 'makeApp'].map((functionName, at) => ({
    id: at + 1,
    callFrame: { functionName },
  }))
  return JSON.stringify({ nodes, samples: [2, 3, 3], timeDeltas: [1_000_000, (ms - 1) * 1000, 1000] })
}
