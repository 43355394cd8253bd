import { ACCESS_PURPOSES } from '../../schema/purposes/access.ts'
import { HOUSE_PURPOSES } from '../../schema/purposes/house.ts'
import { LOG_PURPOSES } from '../../schema/purposes/logs.ts'
import { MAIL_PURPOSES } from '../../schema/purposes/mail.ts'
import { PAIRING_PURPOSES } from '../../schema/purposes/pairings.ts'
import { PEOPLE_PURPOSES } from '../../schema/purposes/people.ts'
import { SESSION_PURPOSES } from '../../schema/purposes/sessions.ts'
import type { Column, Reference, Table } from './tables.ts'

/** The drawers, as `schema/purposes/` has them. */
const DRAWERS = {
  'People and programmes': PEOPLE_PURPOSES,
  'Pairings and what they practise': PAIRING_PURPOSES,
  'Offers and sessions': SESSION_PURPOSES,
  'What came of it': LOG_PURPOSES,
  'Mail out and in': MAIL_PURPOSES,
  'Links, sign-ins and who looked': ACCESS_PURPOSES,
  'The house itself': HOUSE_PURPOSES,
}

/** What hangs on what, then each drawer with all its columns: Mermaid, which code hosts draw by themselves. */
export function pictures(tables: readonly Table[]): string {
  const drawers = Object.entries(DRAWERS).map(([title, purposes]) => {
    const inside = tables.filter(({ name }) => name in purposes)
    return `## ${title}\n\n${diagram(inside, ({ columns }) => columns)}`
  })
  return [`## What others hang on\n\n${diagram(trunk(tables), () => [])}`, ...drawers].join('\n\n')
}

/** The tables that another one refers to. */
function trunk(tables: readonly Table[]): readonly Table[] {
  const named = new Set(
    tables.flatMap(({ name, references }) => references.map(({ to }) => (to === name ? '' : to))),
  )
  return tables.flatMap((table) =>
    named.has(table.name)
      ? [{ ...table, references: table.references.filter(({ to }) => named.has(to)) }]
      : [],
  )
}

function diagram(tables: readonly Table[], shown: (table: Table) => readonly Column[]): string {
  const lines = tables.flatMap((table) => [
    box(table, shown(table)),
    ...table.references.map((to) => line(table, to)),
  ])
  return ['```mermaid', 'erDiagram', ...lines, '```'].join('\n')
}

function box({ name, references }: Table, columns: readonly Column[]): string {
  if (columns.length === 0) return `  ${name}`
  const kept = new Set(references.map(({ column }) => column))
  const rows = columns.map(({ name: column, type, isKey }) => {
    const marks = [...(isKey ? ['PK'] : []), ...(kept.has(column) ? ['FK'] : [])]
    return `    ${[type, column, marks.join(', ')].join(' ').trimEnd()}`
  })
  return [`  ${name} {`, ...rows, '  }'].join('\n')
}

/** Many of this to one of that; where the column may be empty, to none or one. */
function line({ name, columns }: Table, { column, to }: Reference): string {
  const isNullable = columns.find((each) => each.name === column)?.isNullable ?? false
  return `  ${name} }o--${isNullable ? 'o|' : '||'} ${to} : ${column}`
}
