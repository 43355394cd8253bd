import type { Sender } from '../../worker/domain/letter/letter.ts'

/** One line without control characters, and without marks that turn the direction of all that follows. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
}

/** A name within a sentence: one that runs from right to left is kept from turning the words around it. */
export function nameInText(name: string): string {
  const line = oneLine(name)
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(line) ? `\u2068${line}\u2069` : line
}

/** “Nadia H. via Northwind”: her bare name over an address that is not hers would look like a theft of it. */
export function fromNameOf({ managerName, programme }: Sender): string {
  const house = oneLine(programme)
  return house ? `${familiarName(oneLine(managerName))} via ${house}` : familiarName(oneLine(managerName))
}

function familiarName(name: string): string {
  const [first = name, ...others] = name.split(/\s+/)
  const initial = /\p{L}\p{M}*/u.exec(others.at(-1) ?? '')?.[0]
  return initial ? `${first} ${initial}.` : first
}
