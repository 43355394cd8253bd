import { MAILS, paths } from '../../web/pages/paths.ts'
import type { Nav, NavItem, Notice, PageFrame } from '../../web/parts/page-frame.ts'
import { isAnywhere } from '../domain/people/permission.ts'
import type { Locale } from '../domain/people/person.ts'
import type { Zone } from '../domain/time/time.ts'
import { assets } from './assets.ts'
import { type AppContext, identityOf } from './context.ts'

type FrameOptions = { readonly programme?: Nav['programme']; readonly notice?: Notice | null }

/** The frame for a signed-in person: locale, zone and navigation. */
export function frameOf(
  c: AppContext,
  current: NavItem | null,
  { programme = null, notice = null }: FrameOptions = {},
): PageFrame {
  const { person, actor, answersFor } = identityOf(c)
  const isManager = isAnywhere(actor, 'manager')
  const items: readonly NavItem[] = [
    ...(isManager ? (['today', 'board', 'calendar', 'pairings', 'people', 'deliveries'] as const) : []),
    ...(isAnywhere(actor, 'mentor') ? (['mine', 'hours'] as const) : []),
    ...(answersFor.length > 0 ? (['desk'] as const) : []),
  ]
  const own = isManager ? `${paths.person(person.id)}#${MAILS}` : null
  return {
    ...sheetOf(c, person, notice),
    nav: { name: person.name, own, isSearched: isManager, items, current, programme },
  }
}

/** The frame of a page opened from a mail: the reader's locale and zone, without navigation. */
export function sheetOf(
  c: AppContext,
  { locale, zone }: { readonly locale: Locale; readonly zone: Zone },
  notice: Notice | null = null,
): PageFrame {
  return {
    locale,
    zone,
    now: c.get('platform').now(),
    assets,
    nav: null,
    notice: notice ?? c.get('notice') ?? null,
    closed: null,
  }
}

/** For an unknown reader: the first supported language in Accept-Language. */
export function strangerOf(c: AppContext): { readonly locale: Locale; readonly zone: Zone } {
  const wanted = (c.req.header('Accept-Language') ?? '').toLowerCase().split(',')
  const spoken = wanted.map((each) => each.trim().slice(0, 2)).find((each) => each === 'en' || each === 'fr')
  return { locale: spoken === 'fr' ? 'fr' : 'en', zone: 'UTC' }
}
