import { getCookie, setCookie } from 'hono/cookie'

import type { NavItem, Notice, PageFrame } from '../../../web/parts/page-frame.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import { manages } from '../../domain/people/permission.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { type AppContext, identityOf } from '../context.ts'
import { frameOf } from '../frame.ts'

/** The programme she works in: the one asked for, the one of last time, or her first. */
export type ProgrammeScope = { readonly programme: Programme; readonly programmes: readonly Programme[] }

const LAST_PROGRAMME_COOKIE = 'sotto-programme'

export function programmeScope(c: AppContext): ProgrammeScope | null {
  const { actor, programmes: all } = identityOf(c)
  const programmes = all.filter(({ id }) => manages(actor, id))
  const asked = c.req.query('programme')
  if (asked) setCookie(c, LAST_PROGRAMME_COOKIE, asked, { path: '/', httpOnly: true, sameSite: 'Lax' })

  const wanted = asked ?? getCookie(c, LAST_PROGRAMME_COOKIE)
  const programme = programmes.find(({ id }) => id === wanted) ?? programmes[0]
  return programme ? { programme, programmes } : null
}

/** The desk with the programme of the path in front; null where it is not hers. */
export function programmeScopeOfPath(c: AppContext): ProgrammeScope | null {
  const all = programmeScope(c)
  const programme = all?.programmes.find(({ id }) => id === c.req.param('id'))
  return all && programme ? { ...all, programme } : null
}

export function frameInProgramme(
  c: AppContext,
  current: NavItem | null,
  { programme, programmes }: ProgrammeScope,
  notice: Notice | null = null,
): PageFrame {
  const around = {
    programme: { id: programme.id, name: programme.name, several: programmes.length > 1 },
    notice,
  }
  return { ...frameOf(c, current, around), closed: closedFor(current, programme) }
}

/** People, letters and what waits are seen to even then: an address may have to be put right. */
function closedFor(
  current: NavItem | null,
  { status, closedAt, purgeOn }: ProgrammeScope['programme'],
): PageFrame['closed'] {
  const isOpen = status === 'open' || current === 'people' || current === 'deliveries' || current === 'today'
  return isOpen ? null : { at: closedAt, purgeOn }
}

/** The frame of a page about one object: its own programme, whichever she worked in last. */
export function frameFor(
  c: AppContext,
  current: NavItem | null,
  programmeId: ProgrammeId,
  notice: Notice | null = null,
) {
  const desk = programmeScope(c)
  const programme = desk?.programmes.find(({ id }) => id === programmeId)
  return desk && programme
    ? frameInProgramme(c, current, { ...desk, programme }, notice)
    : frameOf(c, current, { notice })
}
