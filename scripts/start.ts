import { abortSignal, handleSignalsAlone } from './abort-signal.ts'
import { buildWeb, watchWeb } from './build.ts'
import { tick } from './crons.ts'
import { writeHolder } from './holder.ts'
import { migrate } from './migrate.ts'
import { freePort } from './port.ts'
import { originOf, serve } from './serve.ts'
import { lockState } from './state-lock.ts'
import { developmentSecrets, stateDirectory } from './state.ts'
import { welcome } from './welcome.ts'

const directory = stateDirectory()
/** `npm run dev` rebuilds and restarts after each edit. */
const watch = process.argv.includes('--watch')

start().catch(fail)

async function start(): Promise<void> {
  await lockState(directory, `PORT=8788 npm ${watch ? 'run dev' : 'start'}`)
  const port = await freePort()
  writeHolder(directory, originOf(port))
  await Promise.all([watch ? watchWeb() : buildWeb(), migrate(directory)])
  const served = await serve({ port, directory, watch })

  handleSignalsAlone()
  console.log(await welcome(served.origin, (await developmentSecrets(directory)).OWNER_CLAIM))
  if (process.env['TICK'] !== 'off') void tick(served.origin, served.crons, abortSignal)

  await asked(abortSignal)
  await served.stop()
  process.exit()
}

function asked(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) =>
    signal.aborted ? resolve(null) : signal.addEventListener('abort', resolve),
  )
}

function fail(error: unknown): void {
  if (!abortSignal.aborted) console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
