import { DisplacedDates } from '../../../parts/displaced.tsx'
import { Frame } from '../../../parts/frame.tsx'
import { MailLink } from '../../../parts/mailto.tsx'
import { within } from '../../../parts/within.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { Assistants } from './assistants.tsx'
import { Invitation } from './invitation.tsx'
import { Leaving } from './leaving.tsx'
import { Mails } from './mails.tsx'
import { Next } from './next.tsx'
import { Addresses } from './person-addresses.tsx'
import { Basics } from './person-basics.tsx'
import type { PersonData } from './person-data.ts'
import { Hours } from './person-hours.tsx'
import { Presets } from './person-presets.tsx'
import { Rules } from './person-rules.tsx'
import type { SaidAt } from './person-sections.ts'
import { Trips } from './person-trips.tsx'
import { Writing } from './person-writing.tsx'

type Props = { readonly data: PersonData }

/** A page to read: what holds for a person, and why. One part at a time is edited, in its place. */
export function PersonPage(data: PersonData) {
  const { frame, stored, form, id, saidAt } = data
  const words = wordsFor(frame)
  const isSaidBelow = saidAt !== null && partsOf(data).includes(saidAt)
  return (
    <Frame
      frame={isSaidBelow ? { ...frame, notice: null } : frame}
      title={stored.name}
      script="inPlace"
      errors={form.errors}
      errorsAt="form"
    >
      <header class="heading">
        <p class="eyebrow">{stored.roles.map((role) => words.frame.role[role]).join(', ')}</p>
        <h1>{stored.name}</h1>
        <p class="soft">
          <MailLink address={stored.email} />
        </p>
        {stored.roles.includes('mentor') ? (
          <a href={paths.personCalendars(id)}>{words.calendars.link}</a>
        ) : null}
        {data.calendar ? <p class="soft">{words.person.calendar[data.calendar]}</p> : null}
      </header>
      {data.isNew ? <Next data={data} /> : null}
      <div class="person">
        <div class="blocks">
          <Basics data={data} />
          <Addresses data={data} />
          {data.assistants ? <Assistants data={data} assistants={data.assistants} /> : null}
          <Around data={data} />
        </div>
        <div class="blocks">
          <WhenAndHow data={data} />
          {data.invitation ? <Invitation data={data} invitation={data.invitation} /> : null}
          {data.mails ? <Mails data={data} mails={data.mails} /> : null}
          <Leaving data={data} />
        </div>
      </div>
    </Frame>
  )
}

function WhenAndHow({ data }: Props) {
  const { frame, stored, hours, displaced } = data
  const isExecutive = stored.roles.includes('executive')
  return (
    <>
      <DisplacedDates frame={frame} about={wordsFor(frame).lives.displacedAbout} lines={displaced} />
      {isExecutive ? <Trips data={data} /> : null}
      {hours ? <Hours data={data} hours={hours} /> : null}
      {isExecutive ? <Presets data={data} /> : null}
      {hours ? <Rules data={data} /> : null}
      {isExecutive ? <Writing data={data} /> : null}
    </>
  )
}

/** The parts that this person's page has. */
function partsOf({ assistants, stored, hours, mails, invitation }: PersonData): readonly SaidAt[] {
  return [
    ...(['basics', 'addresses', 'departure'] as const),
    ...(assistants ? (['assistants'] as const) : []),
    ...(stored.roles.includes('executive') ? (['trips', 'presets', 'writing'] as const) : []),
    ...(hours ? (['hours', 'rules'] as const) : []),
    ...(mails ? (['mails'] as const) : []),
    ...(invitation ? (['invitation'] as const) : []),
  ]
}

function Around({ data: { frame, pairings, serves } }: Props) {
  const { people: words, states } = wordsFor(frame)
  return (
    <>
      {pairings.length > 0 ? (
        <section class="part">
          <h2>{words.pairings}</h2>
          <ul class="lines">
            {pairings.map(({ id, title, status }) => (
              <li>
                <a href={paths.pairing(id)}>{title}</a>
                {status === 'active' ? null : <span class="why"> · {states.pairing[status]}</span>}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {serves.length > 0 ? (
        <section class="part">
          <h2>{words.serves}</h2>
          <ul class="lines">
            {serves.map(({ id, name }) => (
              <li>
                <a href={within(frame, paths.person(id))}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
