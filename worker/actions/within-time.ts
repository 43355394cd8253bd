/** What asks somebody outside and may take so long; whatever it waits for then, `late` is thrown. */
export async function withinTime<Value>(
  ms: number,
  late: () => Error,
  ask: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const signal = AbortSignal.timeout(ms)
  const over = new Promise<never>((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(late()), { once: true }),
  )
  over.catch(() => {})
  return Promise.race([ask(signal), over])
}
