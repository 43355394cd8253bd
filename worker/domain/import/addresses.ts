import { normalAddress } from '../people/address.ts'
import type { Column, ImportFile } from './file.ts'
import { asItWas } from './formula.ts'

/** The columns that hold addresses, some of them lists. */
const WITH_ADDRESSES: ReadonlySet<Column> = new Set<Column>([
  ...(['email', 'reports_to', 'assistants', 'aliases', 'mentor', 'executive'] as const),
])

/** All addresses that files name, in their normal form, each once: to be looked up together. */
export function addressesIn(files: readonly ImportFile[]): readonly string[] {
  const found = new Set<string>()
  for (const { columns, lines } of files)
    for (const [index, column] of columns.entries()) {
      if (!WITH_ADDRESSES.has(column)) continue
      for (const { cells } of lines)
        for (const part of asItWas(cells[index] ?? '').split(/[|\n]/))
          if (part.includes('@')) found.add(normalAddress(part.trim()))
    }
  return [...found]
}
