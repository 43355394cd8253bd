import { paths } from '../../../web/pages/paths.ts'
import { ReportPage } from '../../../web/pages/report/report.tsx'
import { isReportLinkOpen } from '../../domain/report/link.ts'
import { HOUR } from '../../domain/time/time.ts'
import { openingsOf, readReportLink } from '../../storage/report/link.ts'
import { findRelease } from '../../storage/report/release.ts'
import { countOnce } from '../../storage/sign-in/sign-in.ts'
import type { App, AppContext } from '../context.ts'
import { sheetOf } from '../frame.ts'
import { missing, refused } from '../responses.tsx'
import { shownOf } from './shown.ts'

/** The figures for whoever holds a link: no navigation, no name, and no way to any other page. */
export function reportByLink(app: App): void {
  app.get(paths.figures, async (c) => {
    const { db, now } = c.get('platform')
    const token = c.req.query('k')
    const opened = token ? await readReportLink(db, token) : null
    if (!token || !opened) return missing(c)
    const { link, programme, isMakerHere, contact } = opened
    if (!isReportLinkOpen(link, { programme, isMakerHere, now: now() })) return ended(c, opened)

    const [release] = await Promise.all([
      findRelease(db, programme.id),
      // A HEAD is nobody who reads.
      c.req.method === 'GET' ? count(c, token) : null,
    ])
    const reader = { locale: link.locale, zone: contact?.zone ?? 'UTC' }
    const data = { ...shownOf(programme, release), programme: programme.name, links: null }
    return c.html(<ReportPage {...data} frame={{ ...sheetOf(c, reader), notice: null }} />)
  })
}

/** Whatever ended it, it looks the same; whom to write to is said in the reader's language. */
function ended(c: AppContext, { link, contact }: NonNullable<Awaited<ReturnType<typeof readReportLink>>>) {
  if (!contact) return missing(c)
  c.set('linkReader', { id: link.madeBy, locale: link.locale, zone: contact.zone })
  c.set('link', { kind: 'dead', manager: contact, signsIn: false, ownPage: null })
  return refused(c, { reason: 'figures-ended', name: contact.name, email: contact.email })
}

async function count(c: AppContext, token: string): Promise<void> {
  const { db, now } = c.get('platform')
  await countOnce(db, { key: await openingsOf(token), window: Math.floor(now() / HOUR) })
}
