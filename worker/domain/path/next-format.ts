import type { FormatId } from '../ids.ts'
import type { Pairing } from '../pairing/pairing.ts'
import type { Person } from '../people/person.ts'
import { rulesOf } from '../people/presets.ts'
import type { Format } from './format.ts'
import { CLOSING_TALK } from './house.ts'
import { type NextStep, nextSteps, type Path } from './next-steps.ts'
import type { PathReading } from './path.ts'

export type FormatSetting = {
  readonly formats: readonly Format[]
  readonly executive: Pick<Person, 'rules' | 'blockers'>
  readonly pairing: Pick<Pairing, 'aim' | 'place'>
  readonly path: PathReading
  readonly session: { readonly formatId: FormatId | null } | null
}

/** The format chosen or kept for a session, else the best of what can come next; null if there is none. */
export function formatOf(setting: FormatSetting): Format | null {
  return stepOf(setting)?.format ?? null
}

/** The same with its reasons. A format that was chosen by a human and would not come by itself has none. */
export function stepOf(setting: FormatSetting): NextStep | null {
  const { session, formats } = setting
  const steps = nextSteps(pathOf(setting))
  const chosen = session?.formatId ? formats.find(({ id }) => id === session.formatId) : null
  if (!chosen) return steps[0] ?? null
  return (
    steps.find(({ format }) => format.id === chosen.id) ?? { format: chosen, isSmaller: false, reasons: [] }
  )
}

export function pathOf({ formats, executive, pairing, path }: Omit<FormatSetting, 'session'>): Path {
  return {
    ...path,
    formats,
    aim: pairing.aim,
    blockers: executive.blockers,
    written: executive.rules.formats ?? [],
    byPhone: rulesOf(executive).byPhone === true || pairing.place?.kind === 'phone',
  }
}

/** Whether this session is the closing talk. */
export function isClosingTalk({ session, formats }: Pick<FormatSetting, 'session' | 'formats'>): boolean {
  return formats.some(({ id, standard }) => id === session?.formatId && standard === CLOSING_TALK)
}
