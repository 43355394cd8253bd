import { ReportPage } from '../../../web/pages/report/report.tsx'
import type { ProgrammeId } from '../../domain/ids.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { figuresOf } from '../../domain/report/figures.ts'
import { mayReadReport } from '../../domain/report/reader.ts'
import { reportRulesOf } from '../../domain/report/release.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { findRelease } from '../../storage/report/release.ts'
import { actorOf, pathId } from '../api/load.ts'
import type { App, AppContext } from '../context.ts'
import { frameOf } from '../frame.ts'
import { missing } from '../responses.tsx'

/** The sponsor's page: what was released of a programme, for its sponsors and managers alike. */
export function reportPages(app: App): void {
  app.get('/programmes/:id/report', async (c) => {
    const report = await reportFor(c, pathId(c, 'prg'))
    if (!report) return missing(c)
    const { programme, ...shown } = report
    return c.html(<ReportPage {...shown} frame={frameOf(c, null)} programme={programme.name} />)
  })
}

/** What a reader gets: the last release, never what has been counted since. Null: it is not his to read. */
export async function reportFor(c: AppContext, id: ProgrammeId) {
  const { db } = c.get('platform')
  if (!mayReadReport(actorOf(c), id)) return null
  const [programme, release] = await Promise.all([findProgramme(db, id), findRelease(db, id)])
  return programme && { programme, ...shownOf(programme, release) }
}

function shownOf({ policy }: Programme, release: Awaited<ReturnType<typeof findRelease>>) {
  const rules = reportRulesOf(policy)
  return { least: rules.least, releasedAt: release?.at ?? null, figures: figuresOf(release, rules) }
}
