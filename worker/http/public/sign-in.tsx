import { paths } from '../../../web/pages/paths.ts'
import { RefusalPage } from '../../../web/pages/public/refusal.tsx'
import { SignInConfirmPage } from '../../../web/pages/public/sign-in-confirm.tsx'
import { SignInSentPage } from '../../../web/pages/public/sign-in-sent.tsx'
import { SignInPage } from '../../../web/pages/public/sign-in.tsx'
import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { canBeClaimed } from '../../actions/people/claim.ts'
import { askToSignIn, canSignIn, type WayBack } from '../../actions/sign-in/ask.ts'
import { findOfferedSignIn, type OfferedSignIn, signIn, signOut } from '../../actions/sign-in/sign-in.ts'
import { isAmong, parseAddress, shownAddress } from '../../domain/people/address.ts'
import { landsOnGuide } from '../../domain/people/guide.ts'
import { isAnywhere } from '../../domain/people/permission.ts'
import { addressesOf } from '../../domain/people/person.ts'
import { reportOf } from '../../domain/report/reader.ts'
import { networkOf } from '../../domain/sign-in/network.ts'
import { findLanding } from '../../storage/people/guide.ts'
import { hasAssertion } from '../access/by-access.ts'
import { type App, type AppContext, type Identity, identityOf } from '../context.ts'
import { dropCookie, lastSignIn, writeCookie } from '../cookie.ts'
import { fieldsOf } from '../forms/fields.ts'
import { sheetOf, strangerOf } from '../frame.ts'
import { firstPageOf } from '../has-role.ts'
import { forgetProgramme } from '../manager/programme-cookie.ts'
import { refused, refusedOn } from '../responses.tsx'
import { hasKept, ownPath } from '../way-back/own-path.ts'
import { endedOf, leadingBack } from '../way-back/way-back.ts'
import { zoneOf } from './zone-of.ts'

export function signInRoutes(app: App): void {
  app.get('/', async (c) => {
    const home = await homeOf(c)
    return home === null ? nothingHere(c) : c.redirect(home, 303)
  })

  app.get('/sign-in', async (c) => {
    const k = c.req.query('k')
    const back = ownPath(c.req.query('back'))
    // Somebody who has signed in meanwhile, in another tab.
    if (k === undefined && back !== null && c.get('identity')) return c.redirect(back, 303)
    if (k === undefined) return signInPage(c, { form: EMPTY_FORM, back })

    const offered = await findOfferedSignIn(c.get('platform'), k)
    if (offered.kind !== 'offered') return notOffered(c, offered)
    const { person } = offered
    const isTrusted = c.get('identity')?.signIn?.trusted ?? false
    const frame = sheetOf(c, person)
    return c.html(<SignInConfirmPage frame={frame} k={k} name={person.name} isTrusted={isTrusted} />)
  })

  app.post('/sign-in', async (c) => {
    const { email = '', back: asked } = await fieldsOf(c)
    const back = ownPath(asked)
    const typed = parseAddress(email)
    if (!typed.ok) {
      const error = { field: 'email', message: wordsFor(strangerOf(c)).entrance.badEmail }
      return signInPage(c, { form: { values: { email }, errors: [error] }, back })
    }
    const last = back === null ? null : await endedOf(c)
    return sendLink(c, typed.address, back === null ? null : { path: back, of: last?.personId ?? null })
  })

  app.post('/sign-in/confirmation', async (c) => {
    const { k = '', trusted } = await fieldsOf(c)
    const instead = c.get('identity')?.signIn?.id ?? null
    const wish = { token: k, trusted: trusted === 'yes', instead }
    const signed = await signIn(c.get('platform'), wish)
    if (signed.kind !== 'offered') return notOffered(c, signed)

    await writeCookie(c, signed)
    return c.redirect(ownPath(signed.wayBack) ?? '/', 303)
  })

  app.post('/sign-out', async (c) => {
    const identity = c.get('identity')
    if (identity?.signIn) await signOut(c.get('platform'), identity.person, identity.signIn.id)
    dropCookie(c)
    forgetProgramme(c)
    return c.redirect(hasAssertion(c) ? ACCESS_SIGN_OUT : paths.signIn, 303)
  })
}

/** Cloudflare answers there: else the next request would be signed in again. */
const ACCESS_SIGN_OUT = '/cdn-cgi/access/logout'

async function signInPage(
  c: AppContext,
  { form, back }: { readonly form: FormState; readonly back: string | null },
) {
  const ended = await endedOf(c)
  const isFormKept = back !== null && hasKept(back)
  const canClaim = await canBeClaimed(c.get('platform'))
  const isUnknownToAccess = c.get('platform').settings.access !== null && !c.get('identity')
  const about = { back, isFormKept, canClaim, isUnknownToAccess, ended: ended?.why ?? null }
  const frame = sheetOf(c, strangerOf(c))
  return c.html(<SignInPage frame={frame} form={form} {...about} />, form.errors.length > 0 ? 422 : 200)
}

/** Mails a link, and says so: the same for every address. */
export async function sendLink(c: AppContext, email: string, wayBack: WayBack) {
  const { locale } = strangerOf(c)
  const network = networkOf(c.req.header('CF-Connecting-IP'))
  const browser = (await lastSignIn(c))?.id ?? null
  const request = { email, locale, zone: zoneOf(c), network, browser, wayBack }
  const sent = await askToSignIn(c.get('platform'), request)
  const againAt = leadingBack(paths.signIn, wayBack?.path ?? null)
  if (!sent.ok) return refusedOn(c, sent.refusal, againAt)
  const frame = sheetOf(c, c.get('identity')?.person ?? strangerOf(c))
  return c.html(<SignInSentPage frame={frame} email={shownAddress(email)} againAt={againAt} />)
}

async function homeOf(c: AppContext): Promise<string | null> {
  const identity = c.get('identity')
  if (!identity) return paths.signIn
  const { actor } = identity
  const first = firstPageOf(identity)
  const sponsored = first === null ? reportOf(actor) : null
  if (sponsored) return paths.report(sponsored)
  if (first !== 'mine') return first && paths[first]
  const roles = actor.memberships.map(({ role }) => role)
  const landing = await findLanding(c.get('platform').db, actor.personId)
  return landsOnGuide(roles, landing) ? paths.guide : paths.mine
}

/** An owner without a role, or an executive: what there is for them. */
function nothingHere(c: AppContext) {
  const identity = identityOf(c)
  const { frame: words, refusal } = wordsFor(identity.person)
  const out = { kind: 'post', label: words.signOut, action: paths.signOut, hidden: {} } as const
  return c.html(
    <RefusalPage
      frame={sheetOf(c, identity.person)}
      title={refusal.nothing.title}
      sentence={refusal.nothing[partOf(identity)]}
      requestId={null}
      actions={[out]}
    />,
  )
}

function partOf({ actor, isOwner }: Identity) {
  if (isOwner) return 'owner'
  return isAnywhere(actor, 'executive') ? 'executive' : 'nobody'
}

/** Somebody else reads that address by now, or the reader is no member any more; else a new link can be asked for. */
async function notOffered(c: AppContext, signIn: Exclude<OfferedSignIn, { kind: 'offered' }>) {
  if (signIn.kind === 'spent') return linkExpired(c, signIn)
  const { person, address } = signIn
  c.set('linkReader', person)
  const { name, email } = signIn.manager
  // By an address that is no longer hers nobody reads whether there is an account: the way is there for everybody.
  const isHers = address !== null && isAmong(address, addressesOf(person))
  const signsIn = !isHers || (await canSignIn(c.get('platform'), person.id, address))
  c.set('link', { kind: 'dead', manager: { name, email }, signsIn, ownPage: null })
  return refused(c, { reason: 'link-ended', name, email })
}

/** In the language of whoever it was made for. Whoever is signed in by it already is led in. */
function linkExpired(c: AppContext, { wayBack, person }: Extract<OfferedSignIn, { kind: 'spent' }>) {
  const back = ownPath(wayBack)
  if (person && c.get('identity')?.person.id === person.id) return c.redirect(back ?? '/', 303)
  const frame = sheetOf(c, person ?? strangerOf(c))
  const words = wordsFor(frame).entrance
  const again = { kind: 'link', label: words.again, href: leadingBack(paths.signIn, back) } as const
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
