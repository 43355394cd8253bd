import { exceptionLines } from '../../words/exceptions.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { zoneAsTyped } from '../../words/places.ts'
import { weekLines } from '../../words/week.ts'
import { Fact } from './fact.tsx'
import type { RecordData } from './record-data.ts'

/** When he can be booked, as somebody said; and where that is changed. */
export function HoursFact({ frame, record: { hours, calendarRead, zone }, door }: Omit<RecordData, 'form'>) {
  const words = wordsFor(frame).record
  const lines = hours
    ? [...weekLines(hours.weekly, frame.locale), ...exceptionLines(hours.exceptions, frame)]
    : []
  return (
    <>
      <Fact term={words.hours}>
        {lines.length > 0 ? (
          <ul class="lines">
            {lines.map((each) => (
              <li>{each}</li>
            ))}
          </ul>
        ) : (
          words.noHours
        )}
        {hours && hours.zone !== zone ? ` ${words.hoursZone(zoneAsTyped(hours.zone, frame.locale))}` : null}
        {door ? (
          <>
            {lines.length > 0 ? ' ' : ' · '}
            <a href={door.hoursHref ?? '#ask'}>{door.hoursHref ? words.changeHours : words.askForHours}</a>
          </>
        ) : null}
      </Fact>
      {calendarRead ? (
        <Fact term={words.calendar}>
          {words.calendarRead} {calendarRead.byAssistant ? `${wordsFor(frame).calendars.byAssistant} ` : null}
          {door ? (
            <a href={door.calendarsHref ?? '#ask'}>
              {door.calendarsHref ? words.changeCalendars : words.askForHours}
            </a>
          ) : null}
        </Fact>
      ) : null}
    </>
  )
}
