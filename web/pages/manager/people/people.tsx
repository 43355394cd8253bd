import { shownAddress } from '../../../../worker/domain/people/address.ts'
import type { Role } from '../../../../worker/domain/people/person.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PageLinks } from '../../../parts/pages.tsx'
import { zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { AddPerson } from './add-person.tsx'
import type { PeopleData, PersonLine } from './people-data.ts'

const ORDER = ['executive', 'mentor', 'assistant', 'manager', 'sponsor'] as const

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
        <div class="blocks">
          {isOnlyManagers(people) ? (
            <Empty title={words.people.emptyTitle} sentence={words.people.empty}>
              <a class="button quiet" href={paths.newPerson('mentor')}>
                {words.firstSteps.addMentor}
              </a>
              <a class="button quiet" href={paths.newPerson('executive')}>
                {words.firstSteps.addExecutive}
              </a>
            </Empty>
          ) : null}
          {ORDER.map((role) => (
            <Those role={role} data={data} />
          ))}
          <PageLinks frame={frame} pages={data.pages} />
        </div>
        <AddPerson data={data} />
      </div>
    </Frame>
  )
}

function isOnlyManagers(people: readonly PersonLine[]): boolean {
  return people.every(({ roles }) => roles.every((role) => role === 'manager'))
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
        {shownAddress(email)} · {zoneLabel(zone, frame.locale, frame.now)}
        {assistant ? ` · ${wordsFor(frame).people.assistedBy(assistant)}` : ''}
      </p>
    </li>
  )
}
