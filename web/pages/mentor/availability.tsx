import type { PersonId } from '../../../worker/domain/ids.ts'
import type { Availability } from '../../../worker/domain/people/person.ts'
import { DisplacedDates, type DisplacedLine } from '../../parts/displaced.tsx'
import { Hidden, TextArea } from '../../parts/fields.tsx'
import type { FormState } from '../../parts/form.ts'
import { Frame } from '../../parts/frame.tsx'
import { HoursForm } from '../../parts/hours-form.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { PART } from '../manager/people/person-sections.ts'
import { paths } from '../paths.ts'

export type AvailabilityData = {
  readonly frame: PageFrame
  readonly personId: PersonId
  readonly hours: Availability
  /** Fixed dates outside these hours since they were changed. */
  readonly displaced: readonly DisplacedLine[]
  /** For online meetings, each for one session a day. */
  readonly links: readonly string[]
  readonly form: FormState
}

export function AvailabilityPage({ frame, personId, hours, displaced, links, form }: AvailabilityData) {
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
      <LinksForm frame={frame} action={paths.personHours(personId)} links={links} form={form} />
    </Frame>
  )
}

type LinksProps = Pick<AvailabilityData, 'frame' | 'links' | 'form'> & { readonly action: string }

function LinksForm({ frame, action, links, form }: LinksProps) {
  const words = wordsFor(frame).rules
  return (
    <form method="post" action={action} class="stack" data-enhance="#content">
      <Hidden values={{ [PART]: 'links' }} />
      <TextArea
        form={form}
        name="rule-links"
        label={words.meetingLinks}
        hint={words.meetingLinksHint}
        value={links.join('\n')}
      />
      <p>
        <button type="submit">{words.saveLinks}</button>
      </p>
    </form>
  )
}
