import { AT_REST } from '../worker/domain/seal/at-rest.ts'
import { placed } from './made-part.ts'

/** How each column that is no code stands in the database, as Markdown. */
function atRestTable(): string {
  const rows = Object.entries(AT_REST).flatMap(([table, { sealed = {}, hashed = {}, clear = {} }]) => [
    ...Object.entries(sealed).map(([column, { beside, why }]) =>
      row(table, column, beside.length > 0 ? `sealed, beside it ${beside.join(', ')}` : 'sealed', why),
    ),
    ...Object.entries(hashed).map(([column, why]) => row(table, column, 'hashed', why)),
    ...Object.entries(clear).map(([column, { holds, why }]) =>
      row(table, column, holds.length > 0 ? `clear: ${holds.join(', ')}` : 'clear', why),
    ),
  ])
  return ['| column | stands there | why |', '|---|---|---|', ...rows].join('\n')
}

function row(table: string, column: string, kept: string, why: string): string {
  return `| \`${table}.${column}\` | ${kept} | ${why} |`
}

/** The page with the table in its place. */
export function withAtRestTable(page: string): string {
  return placed(page, 'at rest', atRestTable())
}
