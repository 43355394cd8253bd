import { mailboxOf } from '../../delivery/mailer/capture.ts'
import { normalAddress } from '../../domain/people/address.ts'
import type { App } from '../context.ts'
import { countCaptured, listHeadings } from './captured.ts'
import { clockRoutes, isClockStopped } from './clock-routes.ts'
import { devFrame } from './dev-frame.ts'
import { firstManagerRoutes } from './first-manager.tsx'
import { HomePage } from './home.tsx'
import { devMailRoutes } from './mail-routes.tsx'
import { canSignIn, listEverybody, signInPath } from './people.ts'
import { devSignInRoutes } from './sign-in.tsx'
import { specimenRoutes } from './specimens.tsx'

const MAX_MAILS_SHOWN = 40

/** For development only: a production build does not contain these routes. */
export function developmentRoutes(app: App): void {
  // Cookies and the origin in links belong to 127.0.0.1.
  app.get('*', async (c, next) => {
    const { hostname, pathname, search } = new URL(c.req.url)
    if (hostname !== 'localhost') return next()
    return c.redirect(`${c.get('platform').settings.origin}${pathname}${search}`, 302)
  })

  app.get('/dev', async (c) => {
    const mailbox = mailboxOf(c.env)
    const { db } = c.get('platform')
    const to = normalAddress(c.req.query('to') ?? '') || null
    const [people, counts, mails, isStopped] = await Promise.all([
      listEverybody(db),
      countCaptured(mailbox),
      listHeadings(mailbox, to, MAX_MAILS_SHOWN),
      isClockStopped(c),
    ])
    return c.html(<HomePage frame={devFrame(c)} {...{ people, counts, mails, isStopped, to }} />)
  })

  app.get('/dev/people.json', async (c) => {
    const { db, settings } = c.get('platform')
    const people = await listEverybody(db)
    return c.json(
      people.map((person) => {
        const { id, roles, name, email, programmes } = person
        const signIn = canSignIn(person) ? { signIn: `${settings.origin}${signInPath(id)}` } : {}
        return { id, roles, name, email, programmes: programmes.map((each) => each.id), ...signIn }
      }),
    )
  })

  firstManagerRoutes(app)
  devMailRoutes(app)
  clockRoutes(app)
  devSignInRoutes(app)
  specimenRoutes(app)
}
