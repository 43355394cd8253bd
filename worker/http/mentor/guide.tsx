import { GuidePage } from '../../../web/pages/mentor/guide.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { readGuide } from '../../actions/people/read-guide.ts'
import { hasHours } from '../../domain/people/guide.ts'
import { programmesOf } from '../../domain/people/permission.ts'
import { hasReadGuide } from '../../storage/people/guide.ts'
import { listManagersOfMentor } from '../../storage/people/manager.ts'
import { findAvailability } from '../../storage/slot/availability.ts'
import { type App, identityOf } from '../context.ts'
import { frameOf } from '../frame.ts'
import { afterSaving } from '../manager/after-press.ts'

/** What a new mentor should know. Once he has read it, his hours come next, if he has none. */
export function guidePages(app: App): void {
  app.get(paths.guide, async (c) => {
    const { actor, person } = identityOf(c)
    const { db } = c.get('platform')
    const [managers, isRead] = await Promise.all([
      listManagersOfMentor(db, person.id, programmesOf(actor)),
      hasReadGuide(db, person.id),
    ])
    return c.html(<GuidePage frame={frameOf(c, 'mine')} managers={managers} isRead={isRead} />)
  })

  app.post(paths.guide, async (c) => {
    const { person } = identityOf(c)
    const platform = c.get('platform')
    await readGuide(platform, person.id)
    const hours = await findAvailability(platform.db, person.id)
    return c.redirect(afterSaving(hasHours(hours) ? paths.mine : paths.hours, 'guide'), 303)
  })
}
