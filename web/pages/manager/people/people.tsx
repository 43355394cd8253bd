import { PEOPLE_SORTS, PEOPLE_STATES } from '../../../../worker/domain/people/list.ts'
import type { Role } from '../../../../worker/domain/people/person.ts'
import { blockerChoices } from '../../../parts/blocker-choices.ts'
import { Choose, Chosen } from '../../../parts/chosen.tsx'
import { Empty } from '../../../parts/empty.tsx'
import { Frame } from '../../../parts/frame.tsx'
import { ListFilter } from '../../../parts/list-filter.tsx'
import { MailLink } from '../../../parts/mailto.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PageLinks } from '../../../parts/pages.tsx'
import { within } from '../../../parts/within.ts'
import { zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { ADD, paths } from '../../paths.ts'
import { AddPerson } from './add-person.tsx'
import type { PeopleData, PersonLine } from './people-data.ts'

const ORDER = ['executive', 'mentor', 'assistant', 'manager', 'sponsor'] as const

export function PeoplePage(data: PeopleData) {
  const { frame, people, form, isEmpty } = data
  const words = wordsFor(frame)
  return (
    <Frame frame={frame} title={words.people.title} errors={form.errors}>
      <header class="heading">
        <h1>{words.people.title}</h1>
        <p>
          <a href={`#${ADD}`}>{words.people.addTitle}</a> · <a href={paths.imports}>{words.imports.title}</a>{' '}
          · <a href={data.calendarsHref}>{words.calendars.subscribeTitle}</a>
        </p>
        {isEmpty ? null : <PeopleFilterForm data={data} />}
      </header>
      <div class="columns">
        {people.length === 0 && !isEmpty ? (
          <Empty title={words.people.noneTitle} sentence={words.people.noneShown} />
        ) : (
          <div class="blocks choosing">
            {isEmpty ? <Nobody data={data} /> : null}
            {ORDER.filter((role) => data.filter.role === null || data.filter.role === role).map((role) => (
              <Those role={role} data={data} />
            ))}
            <PageLinks frame={frame} pages={data.pages} />
            {isEmpty ? null : (
              <Chosen frame={frame} programmeId={data.programmeId} back={data.here} hasBlockers />
            )}
          </div>
        )}
        <AddPerson data={data} />
      </div>
    </Frame>
  )
}

function Nobody({ data: { frame } }: { readonly data: PeopleData }) {
  const words = wordsFor(frame)
  return (
    <Empty title={words.people.emptyTitle} sentence={words.people.empty}>
      <a class="button quiet" href={paths.newPerson('mentor')}>
        {words.firstSteps.addMentor}
      </a>
      <a class="button quiet" href={paths.newPerson('executive')}>
        {words.firstSteps.addExecutive}
      </a>
      <a class="button quiet" href={paths.imports}>
        {words.imports.title}
      </a>
    </Empty>
  )
}

function PeopleFilterForm({ data: { frame, filter, sort, mentors, roles } }: { readonly data: PeopleData }) {
  const { people: words, frame: all, several, states } = wordsFor(frame)
  const among = <Each extends string>(values: readonly Each[], label: (value: Each) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  return (
    <ListFilter
      frame={frame}
      path={paths.people}
      fields={[
        {
          name: 'role',
          label: words.role,
          value: filter.role ?? '',
          choices: among(
            ORDER.filter((each) => roles.includes(each) || each === filter.role),
            (each) => all.roles[each],
          ),
        },
        {
          name: 'mentor',
          label: words.ofMentor,
          value: filter.mentor ?? '',
          choices: mentors.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          name: 'blocker',
          label: several.blocker,
          value: filter.blocker ?? '',
          choices: blockerChoices(frame),
        },
        {
          name: 'state',
          label: words.state,
          value: filter.state ?? '',
          choices: among(PEOPLE_STATES, (each) => states.person[each]),
        },
      ]}
      sort={{
        name: 'sort',
        label: all.list.sort,
        value: sort,
        choices: among(PEOPLE_SORTS, (each) => words.sorts[each]),
      }}
    />
  )
}

function Those({
  role,
  data: { frame, people, chosen },
}: {
  readonly role: Role
  readonly data: PeopleData
}) {
  const those = people.filter(({ roles }) => roles.includes(role))
  if (those.length === 0) return null
  return (
    <section>
      <h2>{wordsFor(frame).frame.roles[role]}</h2>
      <ul class="rows">
        {those.map((person) => (
          <PersonRow
            person={person}
            frame={frame}
            choosing={role === 'executive' ? { isChosen: chosen.includes(person.id) } : null}
          />
        ))}
      </ul>
    </section>
  )
}

type RowProps = {
  readonly person: PersonLine
  readonly frame: PageFrame
  /** The line can be chosen, with others to be done together; null: it cannot. */
  readonly choosing: { readonly isChosen: boolean } | null
}

function PersonRow({ person, frame, choosing }: RowProps) {
  const { id, name, email, unit, zone, assistant } = person
  return (
    <li class="row">
      <p class="row-what">
        {choosing ? (
          <Choose frame={frame} name="executive" id={id} who={name} isChosen={choosing.isChosen} />
        ) : null}
        <a class="name" href={within(frame, paths.person(id))}>
          {name}
        </a>
        {unit ? <span class="soft"> {unit}</span> : null}
      </p>
      <p class="row-words soft">
        <MailLink address={email} /> · {zoneLabel(zone, frame.locale, frame.now)}
        {assistant ? ` · ${wordsFor(frame).people.assistedBy(assistant)}` : ''}
      </p>
    </li>
  )
}
