import { within } from '../../../parts/within.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { ADD, HOURS, paths } from '../../paths.ts'
import type { PersonData } from './person-data.ts'

/** After somebody was added: what is done next, with one press. */
export function Next({ data: { frame, id, stored } }: { readonly data: PersonData }) {
  const words = wordsFor(frame).people
  const { name, roles } = stored
  return (
    <nav class="actions" aria-label={words.next}>
      {roles.includes('mentor') ? (
        <a class="button quiet" href={within(frame, paths.personEditing(id, HOURS))}>
          {words.nextHours(name)}
        </a>
      ) : null}
      {roles.includes('executive') ? (
        <a class="button quiet" href={`${paths.pairings}?executiveId=${id}#${ADD}`}>
          {words.nextPairing(name)}
        </a>
      ) : null}
      <a class="button quiet" href={`${paths.people}#${ADD}`}>
        {words.nextPerson}
      </a>
      <a class="button quiet" href={paths.today}>
        {words.toToday}
      </a>
    </nav>
  )
}
