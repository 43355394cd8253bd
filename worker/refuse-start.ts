import type { doors } from './doors.ts'
import { HEADERS } from './http/middleware/headers.ts'
import type { Door } from './log-error.ts'
import type { StartProblem } from './settings.ts'

type Doors = ReturnType<typeof doors>

const RETRY_SECONDS = 300

/**
 * Opens the doors only with settings that the Worker can run with. Otherwise each request is answered with what is
 * wrong, and nothing is read or written: a mail is left to its sender, who tries again, and so is an event of the queue.
 */
export function refuseToStart(open: Doors, whyNot: (env: Env) => readonly StartProblem[]): Doors {
  return {
    async fetch(request, env, ctx) {
      const problems = whyNot(env)
      if (problems.length === 0) return open.fetch(request, env, ctx)
      logRefusal('fetch', problems)
      return refusal(new URL(request.url).pathname, problems)
    },

    async email(message, env, ctx) {
      const problems = whyNot(env)
      if (problems.length === 0) return open.email(message, env, ctx)
      throw new Error(logRefusal('email', problems))
    },

    async scheduled(controller, env, ctx) {
      const problems = whyNot(env)
      if (problems.length === 0) return open.scheduled(controller, env, ctx)
      logRefusal('scheduled', problems)
    },

    async queue(batch, env, ctx) {
      const problems = whyNot(env)
      if (problems.length === 0) return open.queue(batch, env, ctx)
      logRefusal('queue', problems)
      batch.retryAll({ delaySeconds: RETRY_SECONDS })
    },
  }
}

function logRefusal(door: Door, problems: readonly StartProblem[]): string {
  console.error(JSON.stringify({ door, error: 'NotStarted', code: 'settings', settings: codesOf(problems) }))
  return `${door} refused: settings`
}

function codesOf(problems: readonly StartProblem[]): readonly string[] {
  return problems.map(({ code }) => code)
}

function refusal(path: string, problems: readonly StartProblem[]): Response {
  const message = ['Sotto does not start.', ...problems.map(({ sentence }) => sentence)].join('\n')
  const isApi = path.startsWith('/api/')
  const body = isApi ? JSON.stringify({ error: { code: 'not-started', message } }) : `${message}\n`
  const type = isApi ? 'application/json' : 'text/plain; charset=utf-8'
  const own = { 'Content-Type': type, 'Cache-Control': 'no-store', 'Retry-After': String(RETRY_SECONDS) }
  return new Response(body, { status: 503, headers: { ...HEADERS, ...own } })
}
