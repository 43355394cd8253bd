import type { NavItem, Notice, PageFrame } from '../../../web/parts/page-frame.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import { manages } from '../../domain/people/permission.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { type AppContext, identityOf } from '../context.ts'
import { frameOf } from '../frame.ts'
import { lastProgramme, rememberProgramme } from './programme-cookie.ts'

/** The programme a manager works in: the requested one, else the last one, else her first. */
export type ProgrammeScope = { readonly programme: Programme; readonly programmes: readonly Programme[] }

export function programmeScope(c: AppContext): ProgrammeScope | null {
  const { actor, programmes: all } = identityOf(c)
  const programmes = all.filter(({ id }) => manages(actor, id))
  // In a mail the address says `in`.
  const requested = c.req.query('programme') ?? c.req.query('in')
  const named = programmes.find(({ id }) => id === requested)
  if (named) rememberProgramme(c, named.id)
  const programme = named ?? lastProgramme(c, programmes) ?? programmes[0]
  return programme ? { programme, programmes } : null
}

/** The scope with the programme that a form names: another window may have gone on to another one. Null: it is not hers. */
export function programmeScopeOfForm(
  c: AppContext,
  { programme: named }: Readonly<Record<string, string | undefined>>,
): ProgrammeScope | null {
  const all = programmeScope(c)
  if (named === undefined) return all
  const programme = all?.programmes.find(({ id }) => id === named)
  if (!all || !programme) return null
  rememberProgramme(c, programme.id)
  return { ...all, programme }
}

/** The scope with the programme of the path; null if it is not hers. */
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

/** In a closed programme, People, Deliveries and Today still work: an address may need a correction. */
function closedFor(
  current: NavItem | null,
  { status, closedAt, purgeOn }: ProgrammeScope['programme'],
): PageFrame['closed'] {
  const isOpen = status === 'open' || current === 'people' || current === 'deliveries' || current === 'today'
  return isOpen ? null : { at: closedAt, purgeOn }
}

/** The frame of a page about one object: with the object's programme, not the last one. */
export function frameFor(
  c: AppContext,
  current: NavItem | null,
  programmeId: ProgrammeId,
  notice: Notice | null = null,
) {
  const scope = programmeScope(c)
  const programme = scope?.programmes.find(({ id }) => id === programmeId)
  return scope && programme
    ? frameInProgramme(c, current, { ...scope, programme }, notice)
    : frameOf(c, current, { notice })
}
