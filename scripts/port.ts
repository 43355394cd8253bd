import { createServer } from 'node:net'

/** The port of `PORT`; throws with a sentence when it is invalid or taken. */
export async function freePort(): Promise<number> {
  const port = Number(process.env['PORT'] || 8787)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT=${process.env['PORT']} is no port.`)

  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const probe = createServer()
  const taken = new Error(
    `Port ${port} is taken. Is Sotto running already? PORT=8788 npm start chooses another.`,
  )
  probe.once('error', () => reject(taken))
  probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)))
  return promise
}
