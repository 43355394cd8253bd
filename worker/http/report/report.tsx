import type { LinksOfReport } from '../../../web/pages/report/report-data.ts'
import { ReportPage } from '../../../web/pages/report/report.tsx'
import type { ProgrammeId } from '../../domain/ids.ts'
import { manages } from '../../domain/people/permission.ts'
import { mayReadReport } from '../../domain/report/reader.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { findRelease } from '../../storage/report/release.ts'
import { actorOf, pathId } from '../api/load.ts'
import type { App, AppContext } from '../context.ts'
import { frameOf } from '../frame.ts'
import { missing } from '../responses.tsx'
import { reportByLink } from './by-link.tsx'
import { linksOf, reportLinkPages } from './links.ts'
import { shownOf } from './shown.ts'

/** The sponsor's page: what was released of a programme, for its sponsors and managers alike. */
export function reportPages(app: App): void {
  app.get('/programmes/:id/report', async (c) => reportPage(c, null))
  reportLinkPages(app, reportPage)
  reportByLink(app)
}

/** `refused`: the form for a link that was sent, with what was wrong in it. */
async function reportPage(c: AppContext, refused: LinksOfReport['form'] | null): Promise<Response> {
  const report = await reportFor(c, pathId(c, 'prg'))
  if (!report) return missing(c)
  const { programme, ...shown } = report
  const links = manages(actorOf(c), programme.id) ? await linksOf(c, programme, refused) : null
  const data = { ...shown, frame: frameOf(c, null), programme: programme.name, links }
  return c.html(<ReportPage {...data} />, refused ? 422 : 200)
}

/** What a reader gets: the last release, never what has been counted since. Null: it is not his to read. */
export async function reportFor(c: AppContext, id: ProgrammeId) {
  const { db } = c.get('platform')
  if (!mayReadReport(actorOf(c), id)) return null
  const [programme, release] = await Promise.all([findProgramme(db, id), findRelease(db, id)])
  return programme && { programme, ...shownOf(programme, release) }
}
