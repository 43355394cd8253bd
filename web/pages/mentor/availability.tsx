import type { PersonId } from '../../../worker/domain/ids.ts'
import type { Availability } from '../../../worker/domain/people/person.ts'
import { DisplacedDates, type DisplacedLine } from '../../parts/displaced.tsx'
import type { FormState } from '../../parts/form.ts'
import { Frame } from '../../parts/frame.tsx'
import { HoursForm } from '../../parts/hours-form.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

export type AvailabilityData = {
  readonly frame: PageFrame
  readonly personId: PersonId
  readonly hours: Availability
  /** Fixed dates outside these hours since they were changed. */
  readonly displaced: readonly DisplacedLine[]
  readonly form: FormState
}

export function AvailabilityPage({ frame, personId, hours, displaced, form }: AvailabilityData) {
  const words = wordsFor(frame).hours
  return (
    <Frame frame={frame} title={words.title} script="forms" errors={form.errors}>
      <header class="heading">
        <h1>{words.title}</h1>
        <p class="soft">{words.about}</p>
        <p>
          <a href={paths.personCalendars(personId)}>{wordsFor(frame).calendars.link}</a>
        </p>
      </header>
      <DisplacedDates frame={frame} about={wordsFor(frame).lives.ownDisplacedAbout} lines={displaced} />
      <HoursForm
        frame={frame}
        action={paths.personHours(personId)}
        weekAction={paths.personClosedWeeks(personId)}
        hours={hours}
        form={form}
      />
    </Frame>
  )
}
