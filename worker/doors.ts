import { hearFeedback } from './delivery/in/feedback.ts'
import { firstOctets } from './delivery/in/read-stream.ts'
import { receive } from './delivery/in/receive.ts'
import { deliverDue } from './delivery/out/deliver.ts'
import { MAX_MAIL_READ_OCTETS } from './domain/limits.ts'
import { type Instant, instant } from './domain/time/time.ts'
import type { App } from './http/context.ts'
import { runCron } from './jobs/jobs.ts'
import { type Door, type ErrorCode, logError } from './log-error.ts'
import type { Platform } from './platform.ts'

type PlatformFor = (env: Env, scheduledAt?: Instant | null) => Platform | Promise<Platform>

/** Before the queue hands over an event that failed. */
const RETRY_SECONDS = 60

/** The entry points: browser, mail, clock, mail provider. After a change or a mail, delivery is tried at once. */
export function doors(
  app: App,
  platformFor: PlatformFor,
): Required<Pick<ExportedHandler<Env>, 'fetch' | 'email' | 'scheduled' | 'queue'>> {
  return {
    async fetch(request, env, ctx) {
      const response = await logged('fetch', async () => app.fetch(request, env, ctx))
      if (request.method !== 'GET' && request.method !== 'HEAD') ctx.waitUntil(deliverSoon('fetch', env))
      return response
    },

    /** Thrown errors make the sender's server try again later: `docs/operating.md` says what is known of that. */
    async email(message, env, ctx) {
      await logged('email', async () => {
        const platform = await platformFor(env)
        const { octets: raw, isWhole } = await firstOctets(message.raw, MAX_MAIL_READ_OCTETS)
        const incoming = { to: message.to, raw, receiver: env.MAIL_RECEIVER, isWhole }
        const { state, why } = await receive(platform, incoming)
        console.log(JSON.stringify({ mail: state, why }))
      })
      ctx.waitUntil(deliverSoon('email', env))
    },

    async scheduled({ cron, scheduledTime }, env) {
      await logged('scheduled', async () => {
        const platform = await platformFor(env, instant(scheduledTime))
        console.log(JSON.stringify({ tick: cron, ...(await runCron(platform, cron)) }))
      })
    },

    async queue({ messages }, env) {
      const platform = await logged('queue', async () => platformFor(env))
      let stopped = 0
      for (const message of messages) if (await heard(platform, message)) stopped += 1
      console.log(JSON.stringify({ feedback: messages.length, stopped }))
    },
  }

  /** Only saves time: the next tick delivers what is left. */
  async function deliverSoon(door: Door, env: Env): Promise<void> {
    try {
      await deliverDue(await platformFor(env))
    } catch (error) {
      logError(door, error, { job: 'deliver' })
    }
  }
}

/** One message at a time: one that fails is handed over again, and the others are not. */
async function heard(platform: Platform, message: Message): Promise<boolean> {
  try {
    const hasStopped = await hearFeedback(platform, message.body)
    message.ack()
    return hasStopped
  } catch (error) {
    logError('queue', error)
    message.retry({ delaySeconds: RETRY_SECONDS })
    return false
  }
}

/** Throws on without message and cause, since the platform logs whatever reaches it. */
async function logged<Value>(door: Door, work: () => Promise<Value>): Promise<Value> {
  let code: ErrorCode
  try {
    return await work()
  } catch (error) {
    code = logError(door, error)
  }
  throw new Error(`${door} failed: ${code}`)
}
