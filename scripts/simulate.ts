import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { buildWeb } from './build.ts'
import { migrate } from './migrate.ts'
import { serve } from './serve.ts'
import { live, type Year } from './simulating/year.ts'

const seed = numberAfter('--seed', 1)
const weeks = numberAfter('--weeks', 26)

const directory = await mkdtemp(join(tmpdir(), 'sotto-year-'))
try {
  // A Tuesday, so that both changes of the clocks lie inside the half-year.
  process.env['TEST_NOW'] = '2026-12-01T08:00:00Z'
  process.env['SEED'] = 'demo'
  await Promise.all([buildWeb(), migrate(directory)])
  const served = await serve({ port: await anyPort(), directory, watch: false })
  const year = await live(served.origin, { seed, weeks })
  print(year)
  await served.stop()
  process.exitCode = year.summary.brokenInvariants === 0 ? 0 : 1
} finally {
  await rm(directory, { recursive: true, force: true })
}
process.exit()

function print({ summary, touches, cancels, broken, forgotten }: Year): void {
  if (process.argv.includes('--json')) return console.log(JSON.stringify(summary))
  console.log(`A programme of ${weeks} weeks, seed ${seed}.\n`)
  for (const [name, value] of Object.entries(summary)) console.log(`${name.padEnd(26)}${value}`)
  console.log(`${'cancellations by mail'.padEnd(26)}${cancels}`)
  console.log('\nWhat the manager pressed or wrote:')
  for (const [kind, count] of touches) console.log(`  ${kind.padEnd(24)}${count}`)
  for (const each of [...broken, ...forgotten.map((who) => `forgotten: ${who}`)].slice(0, 40))
    console.log(`! ${each}`)
}

function numberAfter(flag: string, otherwise: number): number {
  const at = process.argv.indexOf(flag)
  const wanted = at < 0 ? otherwise : Number(process.argv[at + 1])
  if (!Number.isInteger(wanted) || wanted < 1) throw new Error(`${flag} takes a whole number.`)
  return wanted
}

/** One that is free at this moment. */
function anyPort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const probe = createServer().once('error', reject)
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address()
    probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
  })
  return promise
}
