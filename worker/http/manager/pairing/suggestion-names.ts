import type { PersonId, ProgrammeId } from '../../../domain/ids.ts'
import type { Cast } from '../../../domain/pairing/measure.ts'
import type { SuggestionCell } from '../../../domain/pairing/suggestion-cell.ts'
import type { Platform } from '../../../platform.ts'
import { listPeople } from '../../../storage/people/person.ts'

/** The names of the cast, and of superiors who keep two apart. */
export async function namesAround(
  { db }: Platform,
  programmeId: ProgrammeId,
  { mentors, executives }: Cast,
  cells: readonly SuggestionCell[],
): Promise<(id: PersonId) => string> {
  const names = new Map([...mentors, ...executives].map(({ person }) => [person.id, person.name]))
  for (const { id, name } of await listPeople(db, cells.flatMap(superiorIn), programmeId)) names.set(id, name)
  return (id) => names.get(id) ?? ''
}

function superiorIn({ blocked }: SuggestionCell): readonly PersonId[] {
  return blocked?.code === 'reporting-line' ? [blocked.superiorId] : []
}
