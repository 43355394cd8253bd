import './quiet.ts'
import { openDeployedWorker } from '../tests/bench/deployed-worker.ts'
import { findFaults } from '../tests/bench/load/find-faults.ts'
import { reportOf, textOfReport } from '../tests/bench/load/report.ts'
import { runLoad, settle } from '../tests/bench/load/run-load.ts'
import { buildWeb } from './build.ts'

const load = {
  clients: wordAfter('--clients', 64),
  requests: wordAfter('--requests', 6000),
  seconds: wordAfter('--seconds', 120),
  seed: wordAfter('--seed', Date.now() % 1_000_000),
  aloneRounds: 3,
}

await buildWeb()
const deployed = await openDeployedWorker()
try {
  const loaded = await runLoad(deployed, load)
  await settle(deployed)
  const faults = await findFaults(deployed, loaded)
  const isSound = Object.values(faults).every((found) => found.length === 0)
  const { seconds, ticks } = loaded
  if (process.argv.includes('--json'))
    console.log(JSON.stringify({ load, seconds, ticks, kinds: reportOf(loaded), faults }, null, 2))
  else console.log(textOfReport(load, loaded, faults))
  process.exitCode = isSound ? 0 : 1
} finally {
  await deployed.close()
}

function wordAfter(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name)
  if (at < 0) return otherwise
  const number = Number(process.argv[at + 1])
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name} needs a whole number.`)
  return number
}
