import { isId, type ProgrammeId } from '../../domain/ids.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { AppContext } from '../context.ts'
import { dropHostCookie, readHostCookie, writeHostCookie } from '../host-cookie.ts'

/** In which programme she worked last. It opens nothing: an id in it that is not hers is as good as none. */
const PROGRAMME_COOKIE = '__Host-sotto-programme'

export function rememberProgramme(c: AppContext, id: ProgrammeId): void {
  if (readHostCookie(c, PROGRAMME_COOKIE) !== id) writeHostCookie(c, PROGRAMME_COOKIE, id, null)
}

/** The last one of these; a cookie that names none of them goes. */
export function lastProgramme(c: AppContext, programmes: readonly Programme[]): Programme | null {
  const id = readHostCookie(c, PROGRAMME_COOKIE)
  if (id === undefined) return null
  const found = isId('prg', id) ? programmes.find((each) => each.id === id) : undefined
  if (!found) forgetProgramme(c)
  return found ?? null
}

export function forgetProgramme(c: AppContext): void {
  if (readHostCookie(c, PROGRAMME_COOKIE) !== undefined) dropHostCookie(c, PROGRAMME_COOKIE)
}
