import { AvailabilityPage } from '../../../web/pages/mentor/availability.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { listOwnLinks } from '../../storage/people/own-links.ts'
import { findAvailability } from '../../storage/slot/availability.ts'
import { type App, type AppContext, identityOf } from '../context.ts'
import { frameOf } from '../frame.ts'
import { explain } from '../refusals.ts'
import { ownDisplaced } from './displaced.ts'

/** A mentor's weekly hours and exceptions. */
export function hoursPages(app: App): void {
  app.get(paths.hours, (c) => ownHoursPage(c, EMPTY_FORM))
}

/** Typed values take precedence over stored ones. */
export async function ownHoursPage(c: AppContext, form: FormState, refusal: Refusal | null = null) {
  const { person } = identityOf(c)
  const explained = refusal && explain(refusal, person)
  if (explained) c.set('refused', explained.code)
  const notice = explained ? ({ tone: 'refused', sentence: explained.sentence } as const) : null
  const frame = frameOf(c, 'hours', { notice })
  const [stored, lists, displaced] = await Promise.all([
    findAvailability(c.get('platform').db, person.id),
    listOwnLinks(c.get('platform').db, person.id),
    ownDisplaced(c, frame),
  ])
  const hours = stored ?? { zone: person.zone, weekly: [], exceptions: [] }
  const page = (
    <AvailabilityPage
      {...{ frame, hours, displaced, form }}
      personId={person.id}
      links={[...new Set(lists.flatMap((each) => each.links))]}
    />
  )
  return c.html(page, explained?.status ?? (form.errors.length > 0 ? 422 : 200))
}
