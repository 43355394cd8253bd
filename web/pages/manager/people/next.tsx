import { wordsFor } from '../../../words/pages/words.ts'
import { ADD, HOURS, paths } from '../../paths.ts'
import type { PersonData } from './person-data.ts'

/** After somebody was added: what is done next, with one press. */
export function Next({ data: { frame, id, stored } }: { readonly data: PersonData }) {
  const words = wordsFor(frame).people
  const { name, roles } = stored
  return (
    <nav class="onward" aria-label={words.next}>
      <ul>
        {roles.includes('mentor') ? (
          <li>
            <a href={paths.personEditing(id, HOURS)}>{words.nextHours(name)}</a>
          </li>
        ) : null}
        {roles.includes('executive') ? (
          <li>
            <a href={`${paths.pairings}?executiveId=${id}#${ADD}`}>{words.nextPairing(name)}</a>
          </li>
        ) : null}
        <li>
          <a href={`${paths.people}#${ADD}`}>{words.nextPerson}</a>
        </li>
        <li>
          <a href={paths.today}>{words.toToday}</a>
        </li>
      </ul>
    </nav>
  )
}
