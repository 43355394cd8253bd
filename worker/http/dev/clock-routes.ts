import { mailboxOf } from '../../delivery/mailer/capture.ts'
import { after, fromIso, type Instant, iso, MINUTE } from '../../domain/time/time.ts'
import { realNow } from '../../platform.ts'
import type { App, AppContext } from '../context.ts'
import { fieldsOf } from '../forms/fields.ts'
import { developmentNow, isStopped, platformAt, setClock } from './clock.ts'
import { wallIn } from './mail-routes.tsx'
import { tick } from './tick.ts'

/** Sets the clock and runs the jobs: JSON for programs; forms for people, where setting the clock also runs the jobs. */
export function clockRoutes(app: App): void {
  app.post('/dev/clock', async (c) => {
    if (isForm(c)) return moveByForm(c)

    const wanted = nowIn(await c.req.json<unknown>().catch(() => null))
    if (wanted === undefined)
      return c.json({ error: { code: 'malformed', message: '`now` is an ISO instant or null.' } }, 400)
    await setClock(mailboxOf(c.env), wanted)
    return c.json({ now: iso(fromIso(wanted ?? '') ?? realNow()), stopped: wanted !== null })
  })

  /** With `now` in the body, it sets the clock first. */
  app.post('/dev/tick', async (c) => {
    const wanted = isForm(c) ? undefined : nowIn(await c.req.json<unknown>().catch(() => null))
    if (wanted !== undefined) await setClock(mailboxOf(c.env), wanted)
    const counts = await tick(await presentPlatform(c))
    return isForm(c) ? c.redirect('/dev', 303) : c.json(counts)
  })
}

async function moveByForm(c: AppContext) {
  const wanted = movedTo(await fieldsOf(c), c.get('platform').now())
  if (wanted !== undefined) {
    await setClock(mailboxOf(c.env), wanted === null ? null : iso(wanted))
    await tick(await presentPlatform(c))
  }
  return c.redirect('/dev', 303)
}

/** Null lets the clock run; undefined if the form has no time. */
function movedTo(
  fields: Readonly<Record<string, string | undefined>>,
  now: Instant,
): Instant | null | undefined {
  if (fields['run']) return null
  const minutes = Number(fields['minutes'] ?? 0)
  return minutes > 0 ? after(now, minutes * MINUTE) : (wallIn(fields['wall']) ?? undefined)
}

function nowIn(body: unknown): string | null | undefined {
  if (body === null || typeof body !== 'object' || !('now' in body)) return undefined
  if (body.now === null) return null
  return typeof body.now === 'string' && fromIso(body.now) !== null ? body.now : undefined
}

/** The platform with the new clock: the request's platform has the old one. */
async function presentPlatform(c: AppContext) {
  const fail = c.env.MAIL_FAIL ?? ''
  return platformAt(c.get('platform'), mailboxOf(c.env), { now: await presentNow(c), fail })
}

function presentNow({ env }: AppContext): Promise<() => Instant> {
  return developmentNow(mailboxOf(env), env.TEST_NOW ?? '', null)
}

export function isClockStopped({ env }: AppContext): Promise<boolean> {
  return isStopped(mailboxOf(env), env.TEST_NOW ?? '')
}

function isForm(c: AppContext): boolean {
  return /^(?:application\/x-www-form-urlencoded|multipart\/form-data)/i.test(
    c.req.header('Content-Type') ?? '',
  )
}
