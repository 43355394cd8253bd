import type { Availability } from '../../../../worker/domain/people/person.ts'
import { heldHours } from '../../../../worker/domain/slot/hours.ts'
import { toWall } from '../../../../worker/domain/time/zones.ts'
import { HoursForm } from '../../../parts/hours-form.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { within } from '../../../parts/within.ts'
import { exceptionLines } from '../../../words/exceptions.ts'
import { zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { weekLines } from '../../../words/week.ts'
import { HOURS, paths } from '../../paths.ts'
import { Hold, Holds } from './holds.tsx'
import type { PersonData } from './person-data.ts'
import { PersonSection } from './person-section.tsx'

type Props = { readonly data: PersonData; readonly hours: Availability }

export function Hours({ data, hours }: Props) {
  const { frame, form, id } = data
  const words = wordsFor(frame).hours
  const held = heldHours(hours, sideOf(data))
  const office = heldHours({ ...hours, weekly: [] }, sideOf(data)).weekly
  return (
    <PersonSection
      data={data}
      id={HOURS}
      title={words.heading}
      read={<Shown frame={frame} hours={held} isDefault={hours.weekly.length === 0} />}
      form={
        <HoursForm
          frame={frame}
          action={within(frame, paths.personHours(id))}
          weekAction={within(frame, paths.personClosedWeeks(id))}
          hours={hours}
          whenEmpty={
            office.length > 0
              ? words.officeHours(
                  weekLines(office, frame.locale).join('; '),
                  zoneLabel(hours.zone, frame.locale, frame.now),
                )
              : null
          }
          form={form}
        />
      }
    />
  )
}

/** Who is both has a mentor's hours only if he gives some; an executive's hold without. */
function sideOf({ stored }: PersonData): 'executive' | 'mentor' {
  return stored.roles.includes('executive') ? 'executive' : 'mentor'
}

type ShownProps = { readonly frame: PageFrame; readonly hours: Availability; readonly isDefault: boolean }

function Shown({ frame, hours, isDefault }: ShownProps) {
  const { hours: words, person } = wordsFor(frame)
  const lines = weekLines(hours.weekly, frame.locale)
  const today = toWall(hours.zone, frame.now).day
  const ahead = hours.exceptions.filter(({ date }) => date >= today)
  return (
    <Holds>
      <Hold of={words.week} why={isDefault && lines.length > 0 ? person.why.default : null}>
        {lines.length < 2 ? (
          (lines[0] ?? words.none)
        ) : (
          <ul class="lines">
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        )}
      </Hold>
      <Hold of={words.zone}>{zoneLabel(hours.zone, frame.locale, frame.now)}</Hold>
      {ahead.length > 0 ? (
        <Hold of={words.exceptions}>
          <ul class="lines">
            {exceptionLines(ahead, frame).map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Hold>
      ) : null}
    </Holds>
  )
}
