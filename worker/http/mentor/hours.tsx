import { findAvailability } from '../../storage/availability.ts'
import { AvailabilityPage } from '../../../web/pages/mentor/availability.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM } from '../../../web/parts/form.ts'
import { type App, identityOf } from '../context.ts'
import { frameOf } from '../frame.ts'

/** A mentor's own weekly hours and the days that differ. */
export function hoursPages(app: App): void {
  app.get(paths.hours, async (c) => {
    const { person } = identityOf(c)
    const stored = await findAvailability(c.get('platform').db, person.id)
    const hours = stored ?? { zone: person.zone, weekly: [], exceptions: [] }
    return c.html(<AvailabilityPage frame={frameOf(c, 'hours')} personId={person.id} hours={hours} form={EMPTY_FORM} />)
  })
}
