import development from '../../worker/development.ts'
import type { Arriving, Doors } from './doors.ts'
import { chanceOf } from './random.ts'
import type { YearResult, YearOptions } from './result.ts'
import { simulateYear } from './year.ts'

/** The development Worker with one more route, `/year`, which runs the simulation in the same process. */
export default {
  fetch(request: Request<unknown, IncomingRequestCfProperties>, env: Env, context: ExecutionContext) {
    if (new URL(request.url).pathname !== '/year') return development.fetch(request, env, context)

    const { readable, writable } = new IdentityTransformStream()
    context.waitUntil(simulateInto(request, doorsOf(env, context), writable.getWriter()))
    return new Response(readable)
  },
}

/** Empty lines keep the connection alive; the last line is the year, or the error. */
async function simulateInto(
  request: Request,
  doors: Doors,
  writer: WritableStreamDefaultWriter<Uint8Array>,
): Promise<void> {
  const say = (line: string) => writer.write(new TextEncoder().encode(`${line}\n`))
  const keepAlive = setInterval(() => void say(''), 10_000)
  const result: YearResult = await request
    .json<YearOptions>()
    .then((wanted) => {
      drawRepeatably(wanted.seed)
      return simulateYear(doors, wanted)
    })
    .then(
      (year) => ({ year }),
      (error: unknown) => ({
        failed: error instanceof Error ? `${error.message}\n${error.stack}` : 'unknown',
      }),
    )
  clearInterval(keepAlive)
  await say(JSON.stringify(result))
  await writer.close()
}

/** Ids decide who goes first among equals. From here on this isolate draws the same ones for the same seed. */
function drawRepeatably(seed: number): void {
  const chance = chanceOf(seed, 'ids')
  const getRandomValues: Crypto['getRandomValues'] = (bytes) => {
    const drawn = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = 0; at < drawn.length; at += 1) drawn[at] = Math.floor(chance.between(0, 256))
    return bytes
  }
  Object.defineProperty(crypto, 'getRandomValues', { value: getRandomValues })
}

function doorsOf(env: Env, outer: ExecutionContext): Doors {
  return {
    origin: env.ORIGIN,
    ask: (path, init = {}) => {
      const url = new URL(path, env.ORIGIN)
      const request = new Request<unknown, IncomingRequestCfProperties>(url, { redirect: 'manual', ...init })
      return withAllDone(outer, (context) => development.fetch(request, env, context))
    },
    receive: (mail) => withAllDone(outer, (context) => development.email(messageOf(mail), env, context)),
    rows: async (question) => (await env.DB.prepare(question).all()).results,
  }
}

/** Calls a handler as the platform does, and waits for its `waitUntil` work. */
async function withAllDone<T>(
  outer: ExecutionContext,
  work: (context: ExecutionContext) => T | Promise<T>,
): Promise<T> {
  const running: Promise<unknown>[] = []
  const context = {
    ...outer,
    waitUntil: (promise: Promise<unknown>) => void running.push(promise),
    passThroughOnException: () => {},
  }
  const answer = await work(context)
  await Promise.all(running)
  return answer
}

function messageOf({ from, to, raw }: Arriving): ForwardableEmailMessage {
  const body = new TextEncoder().encode(raw)
  const refused = () => Promise.reject(new Error('a simulated mail goes nowhere else'))
  return {
    from,
    to,
    raw: new Blob([body]).stream(),
    rawSize: body.byteLength,
    headers: new Headers(),
    setReject: (reason) => {
      throw new Error(`a mail to ${to} was refused: ${reason}`)
    },
    forward: refused,
    reply: refused,
  }
}
