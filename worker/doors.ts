import { hearFeedback } from './delivery/in/feedback.ts'
import { receive } from './delivery/in/receive.ts'
import { deliverDue } from './delivery/out/deliver.ts'
import { MAX_MAIL_OCTETS } from './domain/limits.ts'
import { type Instant, instant } from './domain/time/time.ts'
import type { App } from './http/context.ts'
import { runCron } from './jobs/jobs.ts'
import type { Platform } from './platform.ts'

type PlatformFor = (env: Env, scheduledAt?: Instant | null) => Platform | Promise<Platform>

/** The entry points: browser, mail, clock, mail provider. After a change or a mail, delivery is tried at once. */
export function doors(
  app: App,
  platformFor: PlatformFor,
): Required<Pick<ExportedHandler<Env>, 'fetch' | 'email' | 'scheduled' | 'queue'>> {
  return {
    async fetch(request, env, ctx) {
      const response = await app.fetch(request, env, ctx)
      if (request.method !== 'GET' && request.method !== 'HEAD') ctx.waitUntil(deliverSoon(env))
      return response
    },

    async email(message, env, ctx) {
      if (message.rawSize > MAX_MAIL_OCTETS) return console.log(JSON.stringify({ mail: 'too-large' }))
      const platform = await platformFor(env)
      const raw = new Uint8Array(await new Response(message.raw).arrayBuffer())
      const { state, why } = await receive(platform, { to: message.to, raw, receiver: env.MAIL_RECEIVER })
      console.log(JSON.stringify({ mail: state, why }))
      ctx.waitUntil(deliverSoon(env))
    },

    async scheduled({ cron, scheduledTime }, env) {
      const platform = await platformFor(env, instant(scheduledTime))
      console.log(JSON.stringify({ tick: cron, ...(await runCron(platform, cron)) }))
    },

    async queue({ messages }, env) {
      const platform = await platformFor(env)
      let stopped = 0
      for (const { body } of messages) if (await hearFeedback(platform, body)) stopped += 1
      console.log(JSON.stringify({ feedback: messages.length, stopped }))
    },
  }

  /** Only saves time: the next tick delivers what is left. */
  async function deliverSoon(env: Env): Promise<void> {
    try {
      await deliverDue(await platformFor(env))
    } catch (error) {
      console.error(JSON.stringify({ delivery: error instanceof Error ? error.name : 'unknown' }))
    }
  }
}
