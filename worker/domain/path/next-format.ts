import type { FormatId } from '../ids.ts'
import type { Person } from '../people/person.ts'
import { PRESETS } from '../people/presets.ts'
import type { Format } from './format.ts'

/** The formats an executive begins with, in order: the ones written for the person, else those the blockers set. */
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

/** The formats take turns: the one after the last used, and after all of them the first again. */
export function nextFormat(first: readonly Format[], lastId: FormatId | null): Format | null {
  const last = first.findIndex(({ id }) => id === lastId)
  return first[(last + 1) % Math.max(1, first.length)] ?? null
}

/** The format chosen or kept for a session, else the next in turn; null if there is none. */
export function formatOf({ formats, executive, session, lastFormatId }: FormatSetting): Format | null {
  const chosen = session?.formatId ? formats.find(({ id }) => id === session.formatId) : null
  return chosen ?? nextFormat(formatsFirst(executive, formats), lastFormatId)
}

export type FormatSetting = {
  readonly formats: readonly Format[]
  readonly executive: Pick<Person, 'rules' | 'blockers'>
  readonly session: { readonly formatId: FormatId | null } | null
  /** The format of the last session that took place, if known. */
  readonly lastFormatId: FormatId | null
}
