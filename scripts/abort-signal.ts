const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

const controller = new AbortController()
for (const signal of SIGNALS) process.on(signal, end)
// The tests start this process with an IPC channel; when that closes, the parent is gone and the process ends.
process.on('disconnect', end)
process.on('exit', () => {
  if (controller.signal.aborted) process.exitCode = 0
})

/** Aborts when the process is asked to end. That is no failure, even while work is still running. */
export const abortSignal: AbortSignal = controller.signal

/**
 * Miniflare exits at once on a signal, before its children are gone. From here on only our handler ends the process.
 * Ours stays registered all the time: a signal without a listener would kill the process.
 */
export function handleSignalsAlone(): void {
  for (const signal of SIGNALS)
    for (const listener of process.listeners(signal))
      if (listener !== end) process.removeListener(signal, listener)
}

function end(): void {
  controller.abort()
}
