import { MAX_WAY_BACK_CHARACTERS } from '../../domain/limits.ts'
import type { AppContext } from '../context.ts'
import { hasRole } from '../has-role.ts'
import { routes } from '../routes.ts'

/** The query parameter that names a kept form. */
export const KEPT = 'kept'

/** What scripts read: nobody is led there. */
const NO_PAGES = ['/calendar/feed', '/sessions/:id/time', '/sign-in/again', '/programmes/:id/export']
const PAGES = routes
  .filter(
    ({ method, path, actors }) =>
      method === 'GET' &&
      !path.startsWith('/api/') &&
      !NO_PAGES.includes(path) &&
      !actors.includes('anyone') &&
      !actors.includes('link'),
  )
  .map(({ path, actors }) => ({
    pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
    actors,
  }))

/**
 * Path, query and part, if they are those of one of our pages that need a sign-in; else null. Whatever else came in by a
 * request leads nowhere, so no link of ours leads to another site.
 */
export function ownPath(text: string | null | undefined): string | null {
  if (!text || text.length > MAX_WAY_BACK_CHARACTERS) return null
  if (!/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(text) || !URL.canParse(text, OURS)) return null
  const { origin, pathname, search, hash } = new URL(text, OURS)
  if (origin !== OURS || !PAGES.some(({ pattern }) => pattern.test(pathname))) return null
  return `${pathname}${search}${/^#[\w-]{1,80}$/.test(hash) ? hash : ''}`
}

/** Only to resolve a path. */
const OURS = 'https://sotto.invalid'

/** The page on which a form stands: the one that sent it, else the nearest page above its address. */
export function pageOfForm(c: AppContext): string | null {
  const from = refererOf(c)
  if (from && isForReader(c, from)) return withoutKept(from)
  const parts = c.req.path.split('/')
  for (let most = parts.length; most > 1; most -= 1) {
    const page = ownPath(parts.slice(0, most).join('/'))
    if (page && isForReader(c, page)) return page
  }
  return null
}

/** Whether it is a page of the signed-in person's roles; who is not signed in may yet have them. */
function isForReader(c: AppContext, path: string): boolean {
  const identity = c.get('identity')
  const { pathname } = new URL(path, OURS)
  const isHis = ({ pattern, actors }: (typeof PAGES)[number]) =>
    pattern.test(pathname) && actors.some((asker) => !identity || hasRole(identity, asker))
  return PAGES.some(isHis)
}

function refererOf(c: AppContext): string | null {
  const referer = c.req.header('Referer') ?? ''
  if (!URL.canParse(referer)) return null
  const { origin, pathname, search } = new URL(referer)
  return origin === c.get('platform').settings.origin ? ownPath(`${pathname}${search}`) : null
}

/** The same page with a kept form in it. */
export function withKept(page: string, id: string): string {
  const url = new URL(page, OURS)
  url.searchParams.set(KEPT, id)
  return `${url.pathname}${url.search}${url.hash}`
}

/** What an earlier refusal kept is not what was typed now. */
function withoutKept(page: string): string {
  const url = new URL(page, OURS)
  if (!url.searchParams.has(KEPT)) return page
  url.searchParams.delete(KEPT)
  return `${url.pathname}${url.search}${url.hash}`
}

export function hasKept(page: string): boolean {
  return new URL(page, OURS).searchParams.has(KEPT)
}
