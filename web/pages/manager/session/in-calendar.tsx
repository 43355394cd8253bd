import { toWall } from '../../../../worker/domain/time/zones.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { type CalendarView, openAddress } from '../calendar/view.ts'
import type { SessionData } from './session-data.ts'

/** The calendar of that week, with this session open beside it; a cancelled one stands in no calendar. */
export function InCalendar({ data: { frame, id, time, status } }: { readonly data: SessionData }) {
  const programme = frame.nav?.programme?.id
  if (!time || !programme || status === 'cancelled') return null
  const week: CalendarView = {
    kind: 'week',
    from: toWall(frame.zone, time.start).day,
    programme,
    mentor: null,
    zone: null,
    page: 1,
    isGridWanted: false,
    session: id,
    slot: null,
  }
  return (
    <p>
      <a href={openAddress(week, id)}>{wordsFor(frame).session.inCalendar}</a>
    </p>
  )
}
