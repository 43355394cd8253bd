import { iso } from '../../domain/time/time.ts'
import type { App } from '../context.ts'
import { reportFor } from '../report/report.tsx'
import { missing } from '../responses.tsx'
import { pathId } from './load.ts'
import { figureJson } from './shapes/report.ts'

export function reportApi(app: App): void {
  app.get('/api/v1/programmes/:id/report', async (c) => {
    const report = await reportFor(c, pathId(c, 'prg'))
    if (!report) return missing(c)
    const { releasedAt, least, figures } = report
    return c.json({ releasedAt: releasedAt && iso(releasedAt), least, figures: figures.map(figureJson) })
  })
}
