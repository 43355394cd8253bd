import type { Sender } from '../../worker/domain/letter/letter.ts'
import { oneLine } from '../../worker/domain/people/name/clean.ts'
import { familiarName } from '../../worker/domain/people/name/short.ts'
import { spokenName } from '../../worker/domain/people/name/spoken.ts'

export { oneLine }

/** A name on one line, as it is said: “Müller, Zoë (EXT)” is Zoë Müller. */
export function nameOnLine(name: string): string {
  return oneLine(spokenName(name))
}

/** A name within a sentence; a right-to-left name is isolated, so that it does not reorder the words around it. */
export function nameInText(name: string): string {
  const line = nameOnLine(name)
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(line) ? `\u2068${line}\u2069` : line
}

/** “Nadia H. via Northwind”: the manager's bare name over an address that is not hers would look like spoofing. */
export function fromNameOf({ managerName, managerShortName, programme }: Sender): string {
  const name = managerShortName ? oneLine(managerShortName) : familiarName(managerName)
  const via = oneLine(programme)
  return via ? `${name} via ${via}` : name
}
