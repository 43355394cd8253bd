import {
  DESK_CALENDAR_FIELDS,
  type DeskCalendarData,
  DeskCalendarPage,
} from '../../../web/pages/assistant/calendar.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { publishForExecutive } from '../../actions/feed/publish-for.ts'
import { isId } from '../../domain/ids.ts'
import { seen } from '../../domain/people/fields.ts'
import { lookOf } from '../../domain/people/permission.ts'
import type { Person } from '../../domain/people/person.ts'
import { findPerson } from '../../storage/people/person.ts'
import { recordAccess } from '../access-log.ts'
import { type App, type AppContext, identityOf } from '../context.ts'
import { badAddress, isStopped, publishedFrom, publishedOf } from '../feed/published.ts'
import { fieldsOf } from '../forms/fields.ts'
import { frameOf } from '../frame.ts'
import { afterSaving } from '../manager/after-press.ts'
import { missing } from '../responses.tsx'
import { assistantOf } from './desk.tsx'

/** The calendar that an executive lets be read: given, looked at and ended by whoever answers for him, as by himself. */
export function deskCalendar(app: App): void {
  app.get('/desk/executives/:id/calendar', async (c) => {
    const executive = await servedIn(c)
    if (!executive) return missing(c)
    await recordAccess(c, [executive.id], '/desk/executives/:id/calendar', 'assistant')
    return page(c, executive, EMPTY_FORM)
  })

  app.post('/desk/executives/:id/calendar', async (c) => {
    const executive = await servedIn(c)
    if (!executive) return missing(c)
    const fields = await fieldsOf(c)
    const platform = c.get('platform')
    const published = await publishedFrom(platform, executive.id, fields, (address) =>
      publishForExecutive(platform, executive.id, address, assistantOf(c)),
    )
    if (published.ok) {
      const saved = isStopped(fields) ? 'calendar-gone' : 'calendar'
      return c.redirect(afterSaving(paths.deskCalendar(executive.id), saved), 303)
    }
    if (published.refusal === 'not-found') return missing(c)
    const message = wordsFor(identityOf(c).person).calendars.bad[published.refusal]
    return page(c, executive, badAddress(fields, message), 422)
  })
}

/** An executive for whom the reader answers now, as one of his programmes names him; null for everybody else. */
async function servedIn(c: AppContext): Promise<Person | null> {
  const id = c.req.param('id') ?? ''
  const duty = identityOf(c).answersFor.find(({ executiveId }) => executiveId === id)
  if (!isId('per', id) || !duty) return null
  return findPerson(c.get('platform').db, id, duty.programmeId)
}

/** Of one that somebody else gave she sees how it stands, and not where it is read from. */
async function page(c: AppContext, executive: Person, form: FormState, status: 200 | 422 = 200) {
  const { person: reader } = identityOf(c)
  const published = await publishedOf(c.get('platform'), executive.id)
  const isHers = published.assistantId === reader.id
  const data = seen<DeskCalendarData>(lookOf('assistant', reader.id, executive), DESK_CALENDAR_FIELDS, {
    frame: frameOf(c, 'desk'),
    executiveId: executive.id,
    executiveName: executive.name,
    published: isHers ? published : { ...published, host: null },
    isHers,
    form,
  })
  return c.html(<DeskCalendarPage {...data} />, status)
}
