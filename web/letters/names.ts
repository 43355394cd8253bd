import type { Sender } from '../../worker/domain/letter/letter.ts'

/** One line without control characters and without bidi controls, which would change the direction of what follows. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
}

/** A name within a sentence; a right-to-left name is isolated, so that it does not reorder the words around it. */
export function nameInText(name: string): string {
  const line = oneLine(name)
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(line) ? `\u2068${line}\u2069` : line
}

/** “Nadia H. via Northwind”: the manager's bare name over an address that is not hers would look like spoofing. */
export function fromNameOf({ managerName, programme }: Sender): string {
  const via = oneLine(programme)
  return via ? `${familiarName(oneLine(managerName))} via ${via}` : familiarName(oneLine(managerName))
}

function familiarName(name: string): string {
  const [first = name, ...others] = name.split(/\s+/)
  const initial = /\p{L}\p{M}*/u.exec(others.at(-1) ?? '')?.[0]
  return initial ? `${first} ${initial}.` : first
}
