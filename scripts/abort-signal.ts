const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

const controller = new AbortController()
for (const signal of SIGNALS) process.on(signal, end)
// Whoever started it with a channel, as the tests do, and is gone, wants it no more.
process.on('disconnect', end)
process.on('exit', () => {
  if (controller.signal.aborted) process.exitCode = 0
})

/** Aborted once somebody asks the process to end; that is no failure, whatever is still under way. */
export const abortSignal: AbortSignal = controller.signal

/**
 * Miniflare leaves at once on a signal, before its children are gone: from here on only we end the process.
 * Ours stays registered throughout, since a signal that comes while nobody listens is lost.
 */
export function handleSignalsAlone(): void {
  for (const signal of SIGNALS)
    for (const listener of process.listeners(signal))
      if (listener !== end) process.removeListener(signal, listener)
}

function end(): void {
  controller.abort()
}
