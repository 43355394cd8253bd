import { paths } from '../../web/pages/paths.ts'
import type { WayOn } from '../../web/pages/public/refusal.tsx'
import { mailto } from '../../web/parts/mailto.tsx'
import { wordsFor } from '../../web/words/pages/words.ts'
import type { Locale } from '../domain/people/person.ts'
import type { AppContext, Identity } from './context.ts'
import { hasCookie } from './cookie.ts'
import { firstPageOf } from './has-role.ts'
import { hereOf } from './manager/after-press.ts'
import { hasKept, pageOfForm } from './way-back/own-path.ts'
import { pageWithForm } from './way-back/way-back.ts'

/** Where to go after a refusal, and what became of the form. */
export type WaysOn = { readonly actions: readonly WayOn[]; readonly note: string | null }

type Refused = {
  readonly locale: Locale
  readonly status: number
  /** The page to go back to, where the route knows it. */
  readonly back: string | null
}

/** Links whose page is opened from a mail, without a sign-in. */
const LINK_PAGES: readonly string[] = [
  ...[paths.answer, paths.invite, paths.confirm, paths.log, paths.meeting, paths.own, paths.pulse],
  ...[paths.figures],
]
/** Those that go to mentors, who have an account. */
const OF_MENTORS: readonly string[] = [paths.log, paths.meeting]

/** A damaged token and one that never was look the same. */
export function isBrokenLink(c: AppContext): boolean {
  return LINK_PAGES.includes(c.req.path) && c.get('linkReader') === undefined
}

/** Who reads: the one who is signed in, unless the link that was opened is another's. */
export function signedInReader(c: AppContext): Identity | null {
  const identity = c.get('identity')
  const reader = c.get('linkReader')
  return identity && (!reader || reader.id === identity.person.id) ? identity : null
}

/** Back to the form first, then what else this reader can open. */
export async function waysOn(c: AppContext, refused: Refused): Promise<WaysOn> {
  const back = await backFrom(c, refused)
  const { entrance } = wordsFor(refused)
  return {
    actions: [...(back ? [back.way] : []), ...elsewhere(c, refused)],
    note: back?.isKept ? entrance.formKept : null,
  }
}

type Back = { readonly way: WayOn; readonly isKept: boolean }

async function backFrom(c: AppContext, refused: Refused): Promise<Back | null> {
  const words = wordsFor(refused).refusal
  const link = c.get('link')
  if (refused.back !== null) return { way: to(words.back, refused.back), isKept: false }
  if (link?.kind === 'open') return { way: to(words.back, pageOfLink(c, link.k)), isKept: false }
  if (!link && isBrokenLink(c)) return refused.status === 404 ? null : behindForm(c, words.back)
  if (link) return null
  const page = await formPage(c, refused.status)
  return page === null ? null : { way: to(words.toForm, page), isKept: hasKept(page) }
}

/** The page of the link whose form failed before the link was read, during an outage. */
function behindForm(c: AppContext, label: string): Back | null {
  const referer = c.req.header('Referer') ?? ''
  if (!URL.canParse(referer)) return null
  const { origin, pathname, searchParams } = new URL(referer)
  const k = searchParams.get('k')
  const isOurs = origin === c.get('platform').settings.origin && pathname === c.req.path
  return isOurs && k ? { way: to(label, pageOfLink(c, k)), isKept: false } : null
}

/** The page of the form that was sent, and in it what was typed; a wrong method has no form to keep. */
async function formPage(c: AppContext, status: number): Promise<string | null> {
  if (status === 404 || (c.req.method === 'GET' && status !== 405)) return null
  const identity = c.get('identity')
  const keeps = identity !== null && KEEPS.includes(status)
  const page = keeps ? await pageWithForm(c, identity.person.id) : pageOfForm(c)
  return page === null ? null : hereOf(new URL(page, c.req.url))
}

/** A rule said no to what was read: it can be put right and sent again. */
const KEEPS: readonly number[] = [409, 410, 412, 422, 429]

function pageOfLink(c: AppContext, k: string): string {
  return `${c.req.path}?${new URLSearchParams({ k })}`
}

function elsewhere(c: AppContext, { locale }: Refused): readonly WayOn[] {
  const { refusal: words, entrance } = wordsFor({ locale })
  const link = c.get('link')
  const identity = signedInReader(c)
  const first = identity && firstPageOf(identity)
  const home = first ? [to(words.first[first], paths[first])] : []
  const signIn = [to(entrance.title, paths.signIn)]
  if (link?.kind === 'dead')
    return [...ofDeadLink(link, { locale }), ...(link.signsIn && !first ? signIn : home)]
  if (link) return home
  if (identity) return first ? home : [to(words.start, '/')]
  if (isBrokenLink(c)) return OF_MENTORS.includes(c.req.path) ? signIn : []
  return hasCookie(c) ? [to(words.start, '/')] : signIn
}

type DeadLink = Extract<AppContext['var']['link'], { readonly kind: 'dead' }>

/** Whom to write to, and the reader's own page, where one lives. */
function ofDeadLink(
  { manager, ownPage }: DeadLink,
  { locale }: { readonly locale: Locale },
): readonly WayOn[] {
  const { refusal: words } = wordsFor({ locale })
  const write = to(words.email(manager.name), mailto(manager.email))
  if (!ownPage) return [write]
  const hidden = { k: ownPage.k, send: ownPage.purpose }
  return [write, { kind: 'post', label: words.ownPage, action: paths.own, hidden }]
}

function to(label: string, href: string): WayOn {
  return { kind: 'link', label, href }
}
