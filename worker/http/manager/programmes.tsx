import { listPairings } from '../../storage/pairings.ts'
import { ProgrammesPage } from '../../../web/pages/manager/programmes.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { missing } from '../answers.tsx'
import type { App } from '../context.ts'
import { deskFrame, deskOf } from './programme.ts'

export function programmePages(app: App): void {
  app.get(paths.programmes, async (c) => {
    const desk = await deskOf(c)
    if (!desk) return missing(c)
    const { db } = c.get('platform')
    const programmes = await Promise.all(
      desk.programmes.map(async ({ id, name }) => ({
        id,
        name,
        pairings: (await listPairings(db, id)).length,
        href: `${paths.today}?programme=${id}`,
      })),
    )
    return c.html(<ProgrammesPage frame={deskFrame(c, null, desk)} programmes={programmes} />)
  })
}
