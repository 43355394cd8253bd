import type { PersonId } from '../../../worker/domain/ids.ts'
import type { SeenFields } from '../../../worker/domain/people/fields.ts'
import type { FormState } from '../../parts/form.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { type Published, PublishedCalendar } from '../../parts/published-calendar.tsx'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

/** The calendar that an executive lets be read, as whoever answers for him sees it. */
export type DeskCalendarData = {
  readonly frame: PageFrame
  readonly executiveId: PersonId
  readonly executiveName: string
  /** The host alone of one that she gave herself. */
  readonly published: Published
  readonly isHers: boolean
  readonly form: FormState
}

export const DESK_CALENDAR_FIELDS: SeenFields<DeskCalendarData> = {
  frame: 'neutral',
  executiveId: 'neutral',
  executiveName: 'neutral',
  published: 'time',
  isHers: 'time',
  form: 'neutral',
}

export function DeskCalendarPage(data: DeskCalendarData) {
  const { frame, executiveId, executiveName, published, isHers, form } = data
  const { desk, calendars } = wordsFor(frame)
  const title = desk.calendarOf(executiveName)
  return (
    <Frame frame={frame} title={title} shape="sheet" errors={form.errors}>
      <header class="opening">
        <p>
          <a href={paths.desk}>{desk.back}</a>
        </p>
        <h1>{title}</h1>
      </header>
      <PublishedCalendar
        action={paths.deskCalendar(executiveId)}
        about={calendars.forExecutive(executiveName)}
        given={isHers ? null : calendars.byOther}
        published={published}
        frame={frame}
        form={form}
      />
    </Frame>
  )
}
