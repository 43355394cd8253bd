import type { FormatId } from '../ids.ts'
import type { Person } from '../people/person.ts'
import { PRESETS } from '../people/presets.ts'
import type { Format } from './format.ts'

/** What somebody begins with, first first: what was written for him, else what his blockers set, blocker by blocker. */
export function formatsFirst(
  { rules, blockers }: Pick<Person, 'rules' | 'blockers'>,
  formats: readonly Format[],
): readonly Format[] {
  const living = formats.filter(({ isArchived }) => !isArchived)
  const written = (rules.formats ?? []).flatMap((id) => living.find((each) => each.id === id) ?? [])
  if (written.length > 0) return written

  const set = blockers.flatMap((blocker) => PRESETS[blocker].formats)
  return set.flatMap((standard) => living.find((each) => each.standard === standard) ?? [])
}

/** One after the other as sessions go by: the one behind the last, and after all of them the first again. */
export function nextFormat(first: readonly Format[], lastId: FormatId | null): Format | null {
  const last = first.findIndex(({ id }) => id === lastId)
  return first[(last + 1) % Math.max(1, first.length)] ?? null
}

/** What is chosen or kept for a session, else the next of what its executive begins with; null where there is none. */
export function formatOf({ formats, executive, session, lastFormatId }: FormatSetting): Format | null {
  const chosen = session?.formatId ? formats.find(({ id }) => id === session.formatId) : null
  return chosen ?? nextFormat(formatsFirst(executive, formats), lastFormatId)
}

export type FormatSetting = {
  readonly formats: readonly Format[]
  readonly executive: Pick<Person, 'rules' | 'blockers'>
  readonly session: { readonly formatId: FormatId | null } | null
  /** Of the last session that took place, as far as is known. */
  readonly lastFormatId: FormatId | null
}
