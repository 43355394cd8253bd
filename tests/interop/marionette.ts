import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Scripts in the program's own context, as its own windows run them. */
export type Marionette = {
  /** Runs the body of an async function with `args` and returns its result through JSON. Throws what it throws. */
  readonly run: (body: string, ...args: readonly unknown[]) => Promise<unknown>
  /** Asks the program to end by itself. */
  readonly quit: () => Promise<void>
}

type Answer = readonly [kind: 1, id: number, error: { readonly message: string } | null, result: unknown]

const SCRIPT_MILLISECONDS = 30_000

/** Waits until the program listens; throws when aborted first. */
export async function marionetteOn(port: number, givenUp: AbortSignal): Promise<Marionette> {
  const socket = await dial(port, givenUp)
  const giveUp = () => void socket.destroy()
  givenUp.addEventListener('abort', giveUp)
  const ask = await talk(socket)
  await ask('WebDriver:NewSession', { capabilities: {} })
  await ask('WebDriver:SetTimeouts', { script: SCRIPT_MILLISECONDS })
  await ask('Marionette:SetContext', { value: 'chrome' })
  givenUp.removeEventListener('abort', giveUp)

  return {
    run: async (body, ...args) =>
      valueOf(await ask('WebDriver:ExecuteAsyncScript', { script: settled(body), args })),
    quit: async () => void (await ask('Marionette:Quit', { flags: ['eForceQuit'] })),
  }
}

/** Marionette passes an async script a callback as its last argument; this wraps it for promises. */
function settled(body: string): string {
  return `
    const [done, ...args] = [arguments[arguments.length - 1], ...Array.from(arguments).slice(0, -1)]
    const body = async (...args) => { ${body} }
    body(...args).then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }))`
}

function valueOf(result: unknown): unknown {
  const { value } = result as { readonly value: { readonly value?: unknown; readonly error?: string } }
  if (value.error !== undefined) throw new Error(value.error)
  return value.value
}

async function dial(port: number, givenUp: AbortSignal): Promise<Socket> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const found = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    if (found) return socket
    if (givenUp.aborted) throw new Error('it never began to listen')
    await sleep(250)
  }
}

/** A packet is its length in octets, a colon and JSON; the first one is a greeting. */
async function talk(socket: Socket) {
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  let pending = Buffer.alloc(0)
  let lastId = 0
  const greeting = Promise.withResolvers<void>()

  const take = (packet: string) => {
    const parsed: unknown = JSON.parse(packet)
    if (!Array.isArray(parsed)) return greeting.resolve()
    const [, id, error, result] = parsed as unknown as Answer
    const asker = waiting.get(id)
    waiting.delete(id)
    return error ? asker?.reject(new Error(error.message)) : asker?.resolve(result)
  }
  socket.on('data', (part) => {
    pending = Buffer.concat([pending, part])
    for (;;) {
      const colon = pending.indexOf(':')
      const end = colon + 1 + Number(pending.subarray(0, Math.max(colon, 0)).toString())
      if (colon < 0 || pending.length < end) return
      const packet = pending.subarray(colon + 1, end).toString()
      pending = pending.subarray(end)
      take(packet)
    }
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    const error = new Error('it ended')
    greeting.reject(error)
    for (const { reject } of waiting.values()) reject(error)
  })

  await greeting.promise
  return (command: string, parameters: object) =>
    new Promise<unknown>((resolve, reject) => {
      if (socket.destroyed) return reject(new Error('it ended'))
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      const packet = JSON.stringify([0, lastId, command, parameters])
      socket.write(`${Buffer.byteLength(packet)}:${packet}`)
    })
}
