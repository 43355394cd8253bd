import type { PersonId } from '../../../../worker/domain/ids.ts'
import type { Role } from '../../../../worker/domain/people/person.ts'
import type { Zone } from '../../../../worker/domain/time/time.ts'
import { Empty } from '../../../parts/empty.tsx'
import type { FormState } from '../../../parts/form.ts'
import { Frame, type PageFrame } from '../../../parts/frame.tsx'
import { zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { AddPerson } from './add-person.tsx'

export type PersonLine = {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly unit: string | null
  readonly zone: Zone
  /** Who answers for them. */
  readonly assistant: string | null
}

export type PeopleData = {
  readonly frame: PageFrame
  readonly programmeId: string
  /** Where the reader subscribes to the sessions. */
  readonly calendarsHref: string
  /** By name. */
  readonly people: readonly PersonLine[]
  /** Where the list goes on. */
  readonly more: string | null
  /** Zones to suggest. */
  readonly zones: readonly Zone[]
  /** Id of what the form makes. */
  readonly newId: PersonId
  readonly form: FormState
}

const ORDER = ['executive', 'mentor', 'assistant', 'manager', 'sponsor', 'owner'] as const

export function PeoplePage(data: PeopleData) {
  const { frame, people, form } = data
  const words = wordsFor(frame)
  return (
    <Frame frame={frame} title={words.people.title} errors={form.errors}>
      <header class="heading">
        <h1>{words.people.title}</h1>
        <a href={data.calendarsHref}>{words.calendars.subscribeTitle}</a>
      </header>
      <div class="columns">
        {people.length === 0 ? (
          <Empty title={words.people.emptyTitle} sentence={words.people.empty} />
        ) : (
          <div class="blocks">
            {ORDER.map((role) => (
              <Those role={role} data={data} />
            ))}
            {data.more ? (
              <p>
                <a href={data.more}>{words.people.more}</a>
              </p>
            ) : null}
          </div>
        )}
        <AddPerson data={data} />
      </div>
    </Frame>
  )
}

function Those({ role, data: { frame, people } }: { readonly role: Role; readonly data: PeopleData }) {
  const those = people.filter(({ roles }) => roles.includes(role))
  if (those.length === 0) return null
  return (
    <section>
      <h2>{wordsFor(frame).frame.roles[role]}</h2>
      <ul class="rows">
        {those.map((person) => (
          <PersonRow person={person} frame={frame} />
        ))}
      </ul>
    </section>
  )
}

function PersonRow({ person, frame }: { readonly person: PersonLine; readonly frame: PageFrame }) {
  const { id, name, email, unit, zone, assistant } = person
  return (
    <li class="row">
      <p class="row-what">
        <a class="name" href={paths.person(id)}>
          {name}
        </a>
        {unit ? <span class="soft"> {unit}</span> : null}
      </p>
      <p class="row-words soft">
        {email} · {zoneLabel(zone, frame.locale, frame.now)}
        {assistant ? ` · ${wordsFor(frame).people.assistedBy(assistant)}` : ''}
      </p>
    </li>
  )
}
