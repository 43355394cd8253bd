import './quiet.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { fromIso, instant } from '../worker/domain/time/time.ts'
import { killRepeatedly } from './killing/kill.ts'
import { isSound, tableOf } from './killing/table.ts'
import { somePort } from './some-port.ts'

/** `npm run check:kill -- --rounds 20 --seed 1`: kills the served application in the middle of writes, and prints what was lost. */
async function main(): Promise<void> {
  const rounds = numberAfter('--rounds', 20)
  const seed = numberAfter('--seed', Math.floor(Math.random() * 1_000_000))
  console.log(`${rounds} kills with --seed ${seed}; each takes some seconds.`)
  const directory = await mkdtemp(join(tmpdir(), 'sotto-kill-'))
  const now = fromIso('2027-03-15T08:00:00Z') ?? instant(0)
  const tally = await killRepeatedly({ rounds, seed, port: await somePort(), directory, now })
  console.log(tableOf(tally))
  process.exitCode = isSound(tally) ? 0 : 1
  if (isSound(tally)) await rm(directory, { recursive: true, force: true })
  else console.log(`The state is kept in ${directory}.`)
}

function numberAfter(flag: string, otherwise: number): number {
  const at = process.argv.indexOf(flag)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
})
