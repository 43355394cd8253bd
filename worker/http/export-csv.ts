import type { ProgrammeId } from '../domain/ids.ts'
import { type Separator, writeTable } from '../domain/import/csv.ts'
import {
  type AddressOf,
  cellsOf,
  hoursCells,
  pairingCells,
  personCells,
  sessionCells,
} from '../domain/import/export.ts'
import { COLUMNS, type ExportKind } from '../domain/import/file.ts'
import type { Known } from '../domain/import/register.ts'
import type { LookRoute } from '../domain/record/look-route.ts'
import { listSessionLines } from '../storage/import/export.ts'
import { findRegister } from '../storage/import/register.ts'
import { recordAccess } from './access-log.ts'
import { type AppContext, managerOf } from './context.ts'

const SEPARATORS = { comma: ',', semicolon: ';' } as const satisfies Readonly<Record<string, Separator>>

type Wanted = {
  readonly kind: ExportKind
  readonly separator: keyof typeof SEPARATORS
  /** The route's pattern, for the log of access. */
  readonly route: LookRoute
}

/** What a programme has of that kind, as a file; of whom it tells is logged. The caller has checked whose programme it is. */
export async function exportCsv(
  c: AppContext,
  programmeId: ProgrammeId,
  { kind, separator, route }: Wanted,
): Promise<Response> {
  const { db, now } = c.get('platform')
  const register = await findRegister(db, { programmeId, manager: managerOf(c), addresses: [], now: now() })
  const known = [...(register?.people.values() ?? [])].toSorted(byName)
  const members = known.filter(({ roles }) => roles.length > 0)
  const addressOf: AddressOf = (id) => (id === null ? '' : (register?.people.get(id)?.person.email ?? ''))

  const rows = async (): Promise<readonly (readonly string[])[]> => {
    switch (kind) {
      case 'people':
        return members.map((each) => cellsOf(kind, personCells(each.person, each, addressOf)))
      case 'pairings':
        return (register?.pairings ?? []).map((each) => cellsOf(kind, pairingCells(each, addressOf)))
      case 'hours':
        return members.flatMap(({ person, hours }) =>
          hours ? hoursCells(person.email, hours).map((cells) => cellsOf(kind, cells)) : [],
        )
      case 'sessions':
        return (await listSessionLines(db, programmeId)).map((each) =>
          cellsOf(kind, sessionCells(each, addressOf)),
        )
    }
  }
  const text = writeTable(COLUMNS[kind], await rows(), SEPARATORS[separator])
  await recordAccess(
    c,
    members.map(({ person }) => person.id),
    route,
  )
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${kind}.csv"`)
  return c.body(text)
}

function byName({ person: one }: Known, { person: other }: Known): number {
  return one.name.localeCompare(other.name, 'en') || (one.id < other.id ? -1 : 1)
}
