import type { PersonId } from '../ids.ts'
import { cellsOf, personCells } from './export.ts'
import { COLUMNS } from './file.ts'
import { withoutFormula } from './formula.ts'
import type { Values } from './line-reader.ts'
import { readPersonLine } from './person-line.ts'
import type { Known, Register } from './register.ts'

/** A person as an import would read what an export writes of him: what is the same then has not changed. */
export function storedPerson(known: Known, register: Register): Values {
  const cells = cellsOf('people', personCells(known.person, known, addressIn(register)))
  const line = { line: 0, cells: cells.map(withoutFormula), fault: null }
  return readPersonLine({ columns: COLUMNS.people }, line, () => null).values
}

export function addressIn({ people }: Pick<Register, 'people'>): (id: PersonId | null) => string {
  return (id) => (id === null ? '' : (people.get(id)?.person.email ?? ''))
}
