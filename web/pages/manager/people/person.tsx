import { CloseWeek } from '../../../parts/close-week.tsx'
import { DisplacedDates } from '../../../parts/displaced.tsx'
import { Hidden } from '../../../parts/fields.tsx'
import { Frame } from '../../../parts/frame.tsx'
import { HoursForm } from '../../../parts/hours-form.tsx'
import { MailLink } from '../../../parts/mailto.tsx'
import { PersonFields } from '../../../parts/person-fields.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { HOURS, paths } from '../../paths.ts'
import { Assistants } from './assistants.tsx'
import { Leaving } from './leaving.tsx'
import { Mails } from './mails.tsx'
import { OldAddress } from './old-address.tsx'
import type { PersonData } from './person-data.ts'
import { PersonPresetsForm } from './person-presets.tsx'
import { PersonRulesForm } from './person-rules.tsx'
import { RolesQuestion } from './roles-question.tsx'
import { ZoneQuestion } from './zone-question.tsx'

export function PersonPage(data: PersonData) {
  const { frame, stored, hours, form, id } = data
  const words = wordsFor(frame)
  return (
    <Frame frame={frame} title={stored.name} script="forms" errors={form.errors}>
      <header class="heading">
        <p class="eyebrow">{stored.roles.map((role) => words.frame.role[role]).join(', ')}</p>
        <h1>{stored.name}</h1>
        <p class="soft">
          <MailLink address={stored.email} />
        </p>
        {stored.roles.includes('mentor') ? (
          <a href={paths.personCalendars(id)}>{words.calendars.link}</a>
        ) : null}
      </header>
      <div class="columns">
        <div class="blocks">
          <DisplacedDates frame={frame} about={words.lives.displacedAbout} lines={data.displaced} />
          <Around data={data} />
          {data.assistants ? <Assistants data={data} assistants={data.assistants} /> : null}
          {hours ? (
            <section id={HOURS}>
              <h2>{words.hours.of(stored.name)}</h2>
              <HoursForm frame={frame} action={paths.personHours(id)} hours={hours} form={form} />
              <CloseWeek frame={frame} action={paths.personClosedWeeks(id)} form={form} />
            </section>
          ) : null}
          {stored.roles.includes('executive') ? (
            <section id="presets">
              <h2>{words.presets.title}</h2>
              <PersonPresetsForm
                frame={frame}
                action={paths.personPresets(id)}
                blockers={data.blockers}
                rules={data.rules}
                formats={data.formats}
                formatsHref={paths.programmeFormats(data.programmeId)}
                form={form}
              />
            </section>
          ) : null}
          {hours ? (
            <section id="rules">
              <h2>{words.rules.title}</h2>
              <PersonRulesForm
                frame={frame}
                action={paths.personRules(id)}
                rules={data.rules}
                roles={stored.roles}
                form={form}
              />
            </section>
          ) : null}
          {data.mails ? <Mails frame={frame} id={id} mails={data.mails} form={form} /> : null}
          <Leaving frame={frame} id={id} leavesOn={data.leavesOn} />
        </div>
        <Basics data={data} />
      </div>
    </Frame>
  )
}

function Basics({ data }: { readonly data: PersonData }) {
  const { frame, form, stored, zones, superiors, id, programmeId } = data
  const words = wordsFor(frame)
  return (
    <section class="card" id="basics">
      <h2>{words.people.basics}</h2>
      <form method="post" action={paths.person(id)} class="stack" data-enhance="#content">
        <Hidden values={{ programmeId }} />
        <PersonFields frame={frame} form={form} stored={stored} zones={zones} superiors={superiors} />
        <OldAddress frame={frame} form={form} address={stored.email} isStopped={data.isAddressStopped} />
        <RolesQuestion data={data} />
        <ZoneQuestion data={data} />
        <button class="quiet" type="submit">
          {words.frame.save}
        </button>
      </form>
    </section>
  )
}

function Around({ data: { frame, pairings, serves } }: { readonly data: PersonData }) {
  const words = wordsFor(frame).people
  return (
    <>
      {pairings.length > 0 ? (
        <section>
          <h2>{words.pairings}</h2>
          <ul class="rows">
            {pairings.map(({ id, title }) => (
              <li class="row">
                <a href={paths.pairing(id)}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {serves.length > 0 ? (
        <section>
          <h2>{words.serves}</h2>
          <ul class="rows">
            {serves.map(({ id, name }) => (
              <li class="row">
                <a href={paths.person(id)}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
