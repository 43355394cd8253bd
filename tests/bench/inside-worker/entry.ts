import { instant } from '../../../worker/domain/time/time.ts'
import sotto from '../../../worker/index.ts'
import { platformOf, realNow } from '../../../worker/platform.ts'
import { countingDatabase } from '../../support/counting-database.ts'
import { pastSessionDetails, pastSessions } from '../../support/past-sessions-sql.ts'
import { answerToken } from './answer-token.ts'
import { bare } from './bare.ts'
import { costOfBooking } from './booking.ts'
import { calendarAnswer } from './calendar-answer.ts'
import { makeCast } from './cast.ts'
import { makeLoadCast } from './load-cast.ts'
import { ORIGIN } from './origin.ts'

/**
 * The deployed Worker with extra routes for benchmarks; with `X-Count` a response carries its database cost. Its mail is
 * taken as by a provider that never fails.
 */
export default {
  ...sotto,
  async fetch(request, bound, context) {
    const env = configured(bound)
    const { pathname } = new URL(request.url)
    if (pathname === '/bench/bare') return bare.fetch(request)
    if (pathname.startsWith('/bench/')) return prepare(request, env)
    if (!request.headers.has('X-Count')) return sotto.fetch(request, env, context)

    const total = { calls: 0, rowsRead: 0, rowsWritten: 0 }
    const answer = await sotto.fetch(request, { ...env, DB: countingDatabase(env.DB, total) }, context)
    const headers = new Headers(answer.headers)
    headers.set('X-Cost', JSON.stringify(total))
    return new Response(answer.body, { status: answer.status, headers })
  },
  email: (message, bound, context) => sotto.email(message, configured(bound), context),
  scheduled: (controller, bound, context) => sotto.scheduled(controller, configured(bound), context),
} satisfies ExportedHandler<Env>

/** wrangler.toml has placeholders there, with which the Worker does not start. */
function configured(bound: Env): Env {
  const MAIL = { send: async () => ({ messageId: crypto.randomUUID() }) }
  return { ...bound, MAIL, ORIGIN, REPLY_DOMAIN: new URL(ORIGIN).hostname }
}

async function prepare(request: Request, env: Env): Promise<Response> {
  const platform = platformOf(env, {
    now: realNow,
    send: () => Promise.reject(new Error('Nothing is mailed from a benchmark')),
  })
  const asked = new URL(request.url).searchParams
  const number = (name: string) => Number(asked.get(name))
  switch (new URL(request.url).pathname) {
    case '/bench/cast':
      return Response.json(await makeCast(platform, number('mentors')))
    case '/bench/load-cast':
      return Response.json(await makeLoadCast(platform))
    case '/bench/calendar-answer':
      return Response.json(await calendarAnswer(platform, `ses_${asked.get('session')?.slice(4)}`))
    case '/bench/past': {
      const cast = await request.json<Parameters<typeof pastSessions>[0]>()
      const stretch = {
        last: instant(number('last')),
        apart: number('apart'),
        from: number('from'),
        to: number('to'),
      }
      const matters = asked.has('whole') ? pastSessionDetails(cast, stretch) : []
      for (const statement of [...pastSessions(cast, stretch), ...matters])
        await env.DB.prepare(statement).run()
      return Response.json({})
    }
    case '/bench/booking':
      return Response.json(await costOfBooking(platform, env.DB, await request.json()))
    case '/bench/answer':
      return Response.json({ k: await answerToken(platform, asked.get('offer') ?? '') })
    default:
      return Response.json({}, { status: 404 })
  }
}
