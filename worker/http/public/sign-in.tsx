import { paths } from '../../../web/pages/paths.ts'
import { RefusalPage } from '../../../web/pages/public/refusal.tsx'
import { SignInConfirmPage } from '../../../web/pages/public/sign-in-confirm.tsx'
import { SignInSentPage } from '../../../web/pages/public/sign-in-sent.tsx'
import { SignInPage } from '../../../web/pages/public/sign-in.tsx'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { askToSignIn } from '../../actions/sign-in/ask.ts'
import { findOfferedSignIn, type OfferedSignIn, signIn, signOut } from '../../actions/sign-in/sign-in.ts'
import { parseAddress, shownAddress } from '../../domain/people/address.ts'
import { isAnywhere } from '../../domain/people/permission.ts'
import { canonicalZone } from '../../domain/time/zones.ts'
import type { App, AppContext } from '../context.ts'
import { dropCookie, writeCookie } from '../cookie.ts'
import { fieldsOf } from '../forms/fields.ts'
import { sheetOf, strangerOf } from '../frame.ts'
import { refused } from '../responses.tsx'

export function signInRoutes(app: App): void {
  app.get('/', (c) => c.redirect(homeOf(c), 303))

  app.get('/sign-in', async (c) => {
    const k = c.req.query('k')
    const frame = sheetOf(c, strangerOf(c))
    if (k === undefined) return c.html(<SignInPage frame={frame} form={{ values: {}, errors: [] }} />)

    const offered = await findOfferedSignIn(c.get('platform'), k)
    if (offered.kind !== 'offered') return notOffered(c, offered)
    const { person } = offered
    return c.html(<SignInConfirmPage frame={sheetOf(c, person)} k={k} name={person.name} />)
  })

  app.post('/sign-in', async (c) => {
    const { email = '' } = await fieldsOf(c)
    const frame = sheetOf(c, strangerOf(c))
    const typed = parseAddress(email)
    if (!typed.ok) {
      const error = { field: 'email', message: wordsFor(frame).entrance.badEmail }
      return c.html(<SignInPage frame={frame} form={{ values: { email }, errors: [error] }} />, 422)
    }
    const { locale } = strangerOf(c)
    const request = { email: typed.address, locale, zone: zoneOf(c), network: networkOf(c) }
    const sent = await askToSignIn(c.get('platform'), request)
    return sent.ok
      ? c.html(<SignInSentPage frame={frame} email={shownAddress(typed.address)} />)
      : refused(c, sent.refusal)
  })

  app.post('/sign-in/confirmation', async (c) => {
    const { k = '' } = await fieldsOf(c)
    const signed = await signIn(c.get('platform'), k)
    if (signed.kind !== 'offered') return notOffered(c, signed)

    await writeCookie(c, signed.id)
    return c.redirect('/', 303)
  })

  app.post('/sign-out', async (c) => {
    const identity = c.get('identity')
    if (identity) await signOut(c.get('platform'), identity.signInId)
    dropCookie(c)
    return c.redirect(paths.signIn, 303)
  })
}

function homeOf(c: AppContext): string {
  const identity = c.get('identity')
  if (!identity) return paths.signIn
  return isAnywhere(identity.actor, 'manager') ? paths.today : paths.mine
}

/** Somebody else reads that address by now, or the reader is no member any more; else a new link can be asked for. */
function notOffered(c: AppContext, signIn: Exclude<OfferedSignIn, { kind: 'offered' }>) {
  if (signIn.kind === 'spent') return linkExpired(c)
  c.set('linkReader', signIn.person)
  const { name, email } = signIn.manager
  return refused(c, { reason: 'link-ended', name, email })
}

function linkExpired(c: AppContext) {
  const frame = sheetOf(c, strangerOf(c))
  const words = wordsFor(frame).entrance
  const again = { kind: 'link', label: words.again, href: paths.signIn } as const
  return c.html(
    <RefusalPage
      frame={frame}
      title={words.spentTitle}
      sentence={words.spent}
      requestId={null}
      actions={[again]}
    />,
    410,
  )
}

/** The zone of the reader's network, from Cloudflare. */
function zoneOf(c: AppContext): string {
  const zone = c.req.raw.cf?.['timezone']
  return (typeof zone === 'string' && canonicalZone(zone)) || 'UTC'
}

/** The rate limit counts by network: a /64 of IPv6, or one IPv4 address. */
function networkOf(c: AppContext): string {
  const address = c.req.header('CF-Connecting-IP') ?? 'local'
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address
}
