import type { ProgrammeId } from '../../domain/ids.ts'
import { manages } from '../../domain/people/permission.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { listProgrammesOf } from '../../storage/programme/programme.ts'
import type { NavItem } from '../../../web/parts/letterhead.tsx'
import type { Notice, PageFrame } from '../../../web/parts/frame.tsx'
import { type Ask, identityOf } from '../context.ts'
import { frameOf } from '../frame.ts'
import { getCookie, setCookie } from 'hono/cookie'

/** The programme she works in: the one asked for, the one of last time, or her first. */
export type Desk = { readonly programme: Programme; readonly programmes: readonly Programme[] }

const LAST = 'sotto-programme'

export async function deskOf(c: Ask): Promise<Desk | null> {
  const { actor } = identityOf(c)
  const all = await listProgrammesOf(c.get('platform').db, actor.personId)
  const programmes = all.filter(({ id }) => manages(actor, id))
  const asked = c.req.query('programme')
  if (asked) setCookie(c, LAST, asked, { path: '/', httpOnly: true, sameSite: 'Lax' })

  const wanted = asked ?? getCookie(c, LAST)
  const programme = programmes.find(({ id }) => id === wanted) ?? programmes[0]
  return programme ? { programme, programmes } : null
}

/** The desk with the programme of the path in front; null where it is not hers. */
export async function deskFor(c: Ask): Promise<Desk | null> {
  const all = await deskOf(c)
  const programme = all?.programmes.find(({ id }) => id === c.req.param('id'))
  return all && programme ? { ...all, programme } : null
}

export function deskFrame(
  c: Ask,
  current: NavItem | null,
  { programme, programmes }: Desk,
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
  { status, closedAt, purgeOn }: Desk['programme'],
): PageFrame['closed'] {
  const isOpen = status === 'open' || current === 'people' || current === 'deliveries' || current === 'today'
  return isOpen ? null : { at: closedAt, purgeOn }
}

/** The frame of a page about one object: its own programme, whichever she worked in last. */
export async function frameFor(
  c: Ask,
  current: NavItem | null,
  programmeId: ProgrammeId,
  notice: Notice | null = null,
) {
  const desk = await deskOf(c)
  const programme = desk?.programmes.find(({ id }) => id === programmeId)
  return desk && programme
    ? deskFrame(c, current, { ...desk, programme }, notice)
    : frameOf(c, current, { notice })
}
