import { spawn } from 'node:child_process'
import { join } from 'node:path'
import * as z from 'zod/mini'

import { root } from './root.ts'

const Costs = z.object({ calls: z.number(), rowsRead: z.number(), rowsWritten: z.number(), own: z.number() })
const Measured = z.array(z.tuple([z.number(), z.array(z.tuple([z.string(), Costs]))]))
const FILE = 'tests/http/list-growth.test.ts'
const MARK = 'GROWTH '

const { code, said } = await runTest()
const line = said.split('\n').find((each) => each.startsWith(MARK))
if (!line) throw new Error(`Nothing was measured:\n${said.slice(-4000)}`)
const measured = Measured.parse(JSON.parse(line.slice(MARK.length)))
if (process.argv.includes('--json')) console.log(JSON.stringify(Object.fromEntries(measured), null, 2))
else console.log(tableOf(measured))
process.exitCode = code

/** The test that asserts it prints it too: one way to measure. */
async function runTest(): Promise<{ readonly code: number; readonly said: string }> {
  const words = ['run', '--config', 'tests/vitest.config.ts', '--project', 'worker', '--silent=false', FILE]
  const child = spawn(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), ...words], {
    cwd: root,
    env: { ...process.env, GROWTH: 'yes', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => void parts.push(part))
  const code = await new Promise<number>((resolve) => child.on('close', (ended) => resolve(ended ?? 1)))
  return { code, said: Buffer.concat(parts).toString('utf8') }
}

function tableOf(sizes: z.infer<typeof Measured>): string {
  const names = sizes[0]?.[1].map(([name]) => name) ?? []
  const bySize = sizes.map(([size, costs]) => ({ size, costs: new Map(costs) }))
  const heading = ['', ...bySize.flatMap(({ size }) => [`rows at ${size}`, 'written', 'calls', 'own ms'])]
  const lines = names.map((name) => [
    name,
    ...bySize.flatMap(({ costs }) => {
      const cost = costs.get(name)
      return cost
        ? [String(cost.rowsRead), String(cost.rowsWritten), String(cost.calls), cost.own.toFixed(1)]
        : ['', '', '', '']
    }),
  ])
  return [heading, ...lines].map(columns).join('\n')
}

function columns([first = '', ...others]: readonly string[]): string {
  return first.padEnd(46) + others.map((each) => each.padStart(11)).join('')
}
