import { expect, test } from 'vitest'

import { openDeployedWorker } from '../bench/deployed-worker.ts'
import { findFaults } from '../bench/load/find-faults.ts'
import { runLoad, settle } from '../bench/load/run-load.ts'

const SEED = Number(process.env['LOAD_SEED'] || Date.now() % 1_000_000)
const SHORT = { clients: 64, requests: 160, seconds: 60, seed: SEED, aloneRounds: 1 }

test('sixty-four clients at once break nothing, lose nothing and meet nobody twice', async () => {
  const deployed = await openDeployedWorker()
  try {
    const loaded = await runLoad(deployed, SHORT)
    await settle(deployed)
    const faults = await findFaults(deployed, loaded)
    const found = Object.entries(faults).filter(([, each]) => each.length > 0)

    expect(Object.fromEntries(found), `LOAD_SEED=${SEED}`).toEqual({})
    expect(loaded.together.filter(({ status }) => status === 409).length).toBeGreaterThan(5)
    expect(loaded.acknowledged.events.size).toBeGreaterThan(20)
    expect(loaded.acknowledged.mails).toBeGreaterThan(0)
  } finally {
    await deployed.close()
  }
})
