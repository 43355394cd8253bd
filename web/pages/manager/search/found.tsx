import type { Child } from 'hono/jsx'

import { NotLogged, PairingBadge, StatusBadge } from '../../../parts/badges.tsx'
import { MailLink } from '../../../parts/mailto.tsx'
import { When } from '../../../parts/when.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { SearchData } from './search-data.ts'

type Props = { readonly data: SearchData }

export function PeopleFound({ data: { frame, people, more } }: Props) {
  const words = wordsFor(frame)
  return (
    <Found title={words.people.title} more={more.people ? words.search.more : null} of={people}>
      {people.map(({ id, programmeId, programme, name, unit, email, roles }) => (
        <li class="row">
          <p class="row-what">
            <a
              class="name"
              href={programme ? `${paths.person(id)}?programme=${programmeId}` : paths.person(id)}
            >
              {name}
            </a>
            {unit ? <span class="soft"> {unit}</span> : null}
          </p>
          <p class="row-words soft">
            {roles.map((role) => words.frame.role[role]).join(', ')}
            {email ? ' · ' : null}
            {email ? <MailLink address={email} /> : null}
            {programme ? ` · ${programme}` : null}
          </p>
        </li>
      ))}
    </Found>
  )
}

export function PairingsFound({ data: { frame, pairings, more } }: Props) {
  const words = wordsFor(frame)
  return (
    <Found title={words.pairings.title} more={more.pairings ? words.search.more : null} of={pairings}>
      {pairings.map(({ id, programme, executive, mentor, kind, status }) => (
        <li class="row">
          <p class="row-what">
            <a class="name" href={paths.pairing(id)}>
              {executive}
            </a>{' '}
            <span class="soft">{words.today.withMentor(mentor)}</span>
          </p>
          <p class="row-how">
            <PairingBadge status={status} frame={frame} />
          </p>
          <p class="row-words soft">
            {words.frame.kind[kind]}
            {programme ? ` · ${programme}` : null}
          </p>
        </li>
      ))}
    </Found>
  )
}

export function SessionsFound({ data: { frame, sessions, more } }: Props) {
  const words = wordsFor(frame)
  return (
    <Found
      title={words.search.sessions}
      more={more.sessions ? words.search.moreSessions : null}
      of={sessions}
    >
      {sessions.map(({ id, programme, executive, mentor, status, time, zone }) => (
        <li class="row">
          <p class="row-what">
            <a href={paths.session(id)}>
              {time ? <When time={time} frame={frame} other={zone} /> : words.session.noTime}
            </a>
          </p>
          <p class="row-how">
            <StatusBadge status={status} frame={frame} />{' '}
            <NotLogged status={status} time={time} frame={frame} />
          </p>
          <p class="row-words soft">
            {words.session.title(executive, mentor)}
            {programme ? ` · ${programme}` : null}
          </p>
        </li>
      ))}
    </Found>
  )
}

type FoundProps = {
  readonly title: string
  /** What is said where there are more than are named. */
  readonly more: string | null
  readonly of: readonly unknown[]
  readonly children: Child
}

function Found({ title, more, of, children }: FoundProps) {
  if (of.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul class="rows">{children}</ul>
      {more ? <p class="soft">{more}</p> : null}
    </section>
  )
}
