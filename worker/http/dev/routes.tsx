import PostalMime from 'postal-mime'

import { signInDirectly } from '../../actions/sign-in.ts'
import { mailboxOf } from '../../delivery/mailer/capture.ts'
import { receive } from '../../delivery/receive.ts'
import { fromIso, iso } from '../../domain/time.ts'
import { findPerson } from '../../storage/people.ts'
import { missing } from '../answers.tsx'
import type { App, Ask } from '../context.ts'
import { writeCookie } from '../cookie.ts'
import { fieldsOf } from '../fields.ts'
import { sheetOf, strangerOf } from '../frame.ts'
import { developmentNow, setClock } from './clock.ts'
import { findCaptured, listCaptured, listHeads } from './mailbox.ts'
import { MailPage, DevPage, DevSignInPage } from './pages.tsx'
import { listDevPeople } from './people.ts'
import { replyTo, type Said } from './reply.ts'
import { tick } from './tick.ts'

/** For development only: who is there, what was sent, and what time it is. Production imports none of this. */
export function developmentRoutes(app: App): void {
  app.use(async (c, next) => {
    const url = new URL(c.req.url)
    if (c.req.method !== 'GET' || url.hostname !== 'localhost') return next()
    return c.redirect(`${c.get('platform').settings.origin}${url.pathname}${url.search}`, 302)
  })

  app.get('/dev', async (c) => {
    const platform = c.get('platform')
    const people = await listDevPeople(platform)
    const mails = await listHeads(mailboxOf(c.env), 60)
    return c.html(<DevPage frame={sheetOf(c, strangerOf(c))} people={people} mails={mails} now={iso(platform.now())} />)
  })
  app.get('/dev/people.json', async (c) => c.json(await listDevPeople(c.get('platform'))))
  app.get('/dev/mail.json', async (c) => c.json(await listCaptured(mailboxOf(c.env), Number(c.req.query('after')) || 0)))

  app.get('/dev/mail/:id', async (c) => {
    const mail = await findCaptured(mailboxOf(c.env), Number(c.req.param('id')))
    if (!mail) return missing(c)
    const parsed = await PostalMime.parse(mail.raw)
    return c.html(<MailPage frame={sheetOf(c, strangerOf(c))} mail={mail} text={parsed.text ?? ''} calendar={await calendarIn(mail.raw)} />)
  })

  app.post('/dev/mail/:id/reply', async (c) => {
    const mail = await findCaptured(mailboxOf(c.env), Number(c.req.param('id')))
    const calendar = mail && (await calendarIn(mail.raw))
    const { partstat = '' } = await fieldsOf(c)
    const said = (['ACCEPTED', 'TENTATIVE', 'DECLINED'] satisfies Said[]).find((each) => each === partstat)
    if (!mail || !calendar || !said) return missing(c)

    const platform = c.get('platform')
    const raw = new TextEncoder().encode(replyTo(mail, calendar, said, iso(platform.now())))
    await receive(platform, { to: mail.from, raw, receiver: null })
    return c.redirect('/dev', 303)
  })

  app.get('/dev/sign-in', async (c) => {
    const person = await findPerson(c.get('platform').db, `per_${(c.req.query('person') ?? '').replace(/^per_/, '')}`)
    return person ? c.html(<DevSignInPage frame={sheetOf(c, person)} id={person.id} name={person.name} />) : missing(c)
  })
  app.post('/dev/sign-in', async (c) => {
    const { person: id = '' } = await fieldsOf(c)
    const person = await findPerson(c.get('platform').db, `per_${id.replace(/^per_/, '')}`)
    if (!person) return missing(c)
    await writeCookie(c, await signInDirectly(c.get('platform'), person.id))
    return c.redirect('/', 303)
  })

  app.post('/dev/clock', async (c) => {
    const { now, isForm } = await clockWish(c)
    if (now !== null && fromIso(now) === null) return c.json({ error: { code: 'malformed', message: 'now is an ISO instant, or null' } }, 400)
    await setClock(mailboxOf(c.env), now)
    const read = await developmentNow(mailboxOf(c.env), c.env.TEST_NOW ?? '', null)
    return isForm ? c.redirect('/dev', 303) : c.json({ now: iso(read()) })
  })
  app.post('/dev/tick', async (c) => {
    const counts = await tick(c.get('platform'))
    return isForm(c) ? c.redirect('/dev', 303) : c.json(counts)
  })
}

async function clockWish(c: Ask): Promise<{ readonly now: string | null; readonly isForm: boolean }> {
  if (!isForm(c)) {
    const body: unknown = await c.req.json().catch(() => ({}))
    const now = typeof body === 'object' && body !== null && 'now' in body ? body.now : undefined
    return { now: now === null ? null : String(now), isForm: false }
  }
  const { now = '', add = '' } = await fieldsOf(c)
  if (add) return { now: new Date(c.get('platform').now() + Number(add) * 60_000).toISOString(), isForm: true }
  return { now: now === '' ? null : `${now.slice(0, 16)}:00Z`, isForm: true }
}

function isForm(c: Ask): boolean {
  return c.req.header('Content-Type')?.startsWith('application/x-www-form-urlencoded') ?? false
}

async function calendarIn(raw: string): Promise<string | null> {
  const { attachments } = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' })
  const calendar = attachments.find(({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics')
  return typeof calendar?.content === 'string' ? calendar.content : null
}
