import './quiet.ts'
import { openDeployedWorker } from '../tests/bench/deployed-worker.ts'
import { benchDoors } from '../tests/bench/doors.bench.ts'
import { benchFeeds } from '../tests/bench/feeds.bench.ts'
import { withGoals, verdictOf } from '../tests/bench/goals.ts'
import { benchMail } from '../tests/bench/mail.bench.ts'
import type { Row } from '../tests/bench/measuring.ts'
import { checkPlans } from '../tests/bench/plans-exact.ts'
import { benchPlans } from '../tests/bench/plans.bench.ts'
import { benchSlots } from '../tests/bench/slots.bench.ts'
import { tableOf } from '../tests/bench/table.ts'
import { benchWeights } from '../tests/bench/weights.bench.ts'
import { buildWeb } from './build.ts'

/** Throws where our results and the reference's differ. The times are measured afterwards. */
checkPlans()
const rows = withGoals([
  ...benchSlots(),
  ...benchPlans(),
  ...benchFeeds(),
  ...(await benchMail()),
  ...(await benchDeployed()),
])

if (process.argv.includes('--json'))
  console.log(JSON.stringify({ rows: rows.map((row) => ({ ...row, verdict: verdictOf(row) })) }, null, 2))
else console.log(tableOf(rows))

async function benchDeployed(): Promise<readonly Row[]> {
  await buildWeb()
  const deployed = await openDeployedWorker()
  try {
    const { rows: doors, programme } = await benchDoors(deployed)
    return [...doors, ...(await benchWeights(programme))]
  } finally {
    await deployed.close()
  }
}
