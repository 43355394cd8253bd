import { spawnSync } from 'node:child_process'

import { INVITE } from '../tests/interop/mails.ts'
import { round } from '../tests/interop/round.ts'
import { NEEDED, PROGRAM, startThunderbird } from '../tests/interop/thunderbird.ts'
import { aSink } from '../tests/support/smtp-sink.ts'

const TIMEOUT_MILLISECONDS = 240_000

const missing = NEEDED.filter(({ program }) => spawnSync('which', [program]).status !== 0)
if (missing.length > 0) {
  console.log(
    `Thunderbird: not asked, ${missing.map(({ program }) => program).join(', ')} not installed here`,
  )
  console.log(`(Debian: apt-get install ${missing.map(({ from }) => from).join(' ')})`)
} else {
  const stopped = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort())
  const stop = AbortSignal.any([stopped.signal, AbortSignal.timeout(TIMEOUT_MILLISECONDS)])
  const isSeen = await allSeen(stop).catch((error: unknown) => console.log(`✗ starts\n  ${String(error)}`))
  process.exit(isSeen ? 0 : 1)
}

/** One failed step ends the run, since the next steps depend on it. */
async function allSeen(stop: AbortSignal): Promise<boolean> {
  console.log(spawnSync(PROGRAM, ['--version'], { encoding: 'utf8' }).stdout.trim())
  const sink = await aSink()
  const thunderbird = await startThunderbird(INVITE.reader, sink.port, stop)
  try {
    for (const { name, see } of round(thunderbird, sink)) {
      const problem = await see().then(() => null, String)
      console.log(`${problem === null ? '✓' : '✗'} ${name}${problem === null ? '' : `\n  ${problem}`}`)
      if (problem !== null) return false
    }
    return true
  } finally {
    await thunderbird.close()
    sink.close()
  }
}
