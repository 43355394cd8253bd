import {
  MAX_ALIASES,
  MAX_ASSISTANTS,
  MAX_BLOCKERS,
  MAX_CELL_CHARACTERS,
  MAX_PERSON_NAME_CHARACTERS,
  MAX_ROLES,
  MAX_SHORT_NAME_CHARACTERS,
  MAX_UNIT_CHARACTERS,
  MAX_ZONE_CHARACTERS,
  SESSION_MINUTES,
} from '../limits.ts'
import { type Blocker, BLOCKERS, type Locale, type Role } from '../people/person.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Zone } from '../time/time.ts'
import { canonicalZone } from '../time/zones.ts'
import { oneOf, readAddress, readList, readText, wholeIn } from './cells.ts'
import type { ImportContext } from './context.ts'
import { type CellFault, errorAt, type LineError } from './fault.ts'
import type { ImportFile, ImportLine } from './file.ts'
import { lineReaderOf, type Values } from './line-reader.ts'

export const ROLES = [
  'executive',
  'mentor',
  'assistant',
  'manager',
  'sponsor',
] as const satisfies readonly Role[]

/** What a line says of a person. Undefined: it says nothing of it, or it cannot be read. Null and empty lists take away. */
export type PersonLine = {
  readonly line: number
  readonly email: string | undefined
  readonly name: string | undefined
  readonly roles: readonly Role[] | undefined
  readonly zone: Zone | undefined
  readonly locale: Locale | undefined
  readonly unit: string | null | undefined
  readonly shortName: string | null | undefined
  /** An address, as are assistants. */
  readonly reportsTo: string | null | undefined
  readonly assistants: readonly string[] | undefined
  readonly blockers: readonly Blocker[] | undefined
  readonly minutes: number | null | undefined
  readonly aliases: readonly string[] | undefined
  readonly values: Values
  readonly errors: readonly LineError[]
}

export function readPersonLine(
  file: Pick<ImportFile, 'columns'>,
  line: ImportLine,
  zoneOfCity: ImportContext['zoneOfCity'],
): PersonLine {
  const reader = lineReaderOf(file, line)
  const email = reader.read('email', readOwnAddress, String)
  const read = {
    line: line.line,
    email: email || undefined,
    name: reader.read('name', (cell) => readText(cell, MAX_PERSON_NAME_CHARACTERS), String) || undefined,
    roles: someOf(reader.read('roles', (cell) => readList(cell, MAX_ROLES, readRole), inOrder)),
    zone: reader.read('zone', (cell) => readZone(cell, zoneOfCity), String) || undefined,
    locale: reader.read('locale', readLocale, (each) => each ?? '') ?? undefined,
    unit: orNull(reader.read('unit', (cell) => readText(cell, MAX_UNIT_CHARACTERS), String)),
    shortName: orNull(reader.read('short_name', (cell) => readText(cell, MAX_SHORT_NAME_CHARACTERS), String)),
    reportsTo: orNull(reader.read('reports_to', readOwnAddress, String)),
    assistants: reader.read('assistants', (cell) => readList(cell, MAX_ASSISTANTS, readAddress), joined),
    blockers: reader.read('blockers', (cell) => readList(cell, MAX_BLOCKERS, readBlocker), joined),
    minutes: reader.read('minutes', readMinutes, (each) => (each === null ? '' : String(each))),
    aliases: reader.read('aliases', (cell) => readList(cell, MAX_ALIASES, readAddress), sorted),
  }
  const isEmpty = email === ''
  const errors = isEmpty ? [...reader.errors, errorAt('email', { code: 'needed' })] : reader.errors
  return { ...read, values: reader.values(), errors }
}

/** One address; empty where the cell is. */
export function readOwnAddress(cell: string): Result<string, CellFault> {
  const text = readText(cell, MAX_CELL_CHARACTERS)
  return text.ok && text.value !== '' ? readAddress(text.value) : text
}

function readRole(text: string): Result<Role, CellFault> {
  const role = oneOf(text, ROLES)
  return role ? accept(role) : refuse({ code: 'unknown-role', text })
}

function readBlocker(text: string): Result<Blocker, CellFault> {
  const blocker = oneOf(text, BLOCKERS)
  return blocker ? accept(blocker) : refuse({ code: 'unknown-blocker', text })
}

/** As in a form: a zone by its own name, or by a city. */
function readZone(cell: string, zoneOfCity: ImportContext['zoneOfCity']): Result<Zone, CellFault> {
  const text = readText(cell, MAX_ZONE_CHARACTERS)
  if (!text.ok || text.value === '') return text
  const zone = zoneNamed(text.value) ?? zoneOfCity(text.value)
  return zone === null ? refuse({ code: 'unknown-zone', text: text.value }) : accept(zone)
}

/** Many people live in few zones, and to ask the runtime for one takes longer than all else in a line. */
const zones = new Map<string, Zone | null>()
const MOST_ZONES = 500

function zoneNamed(text: string): Zone | null {
  const known = zones.get(text)
  if (known !== undefined) return known
  const zone = canonicalZone(text)
  if (zones.size >= MOST_ZONES) zones.clear()
  zones.set(text, zone)
  return zone
}

function readLocale(cell: string): Result<Locale | null, CellFault> {
  const text = readText(cell, MAX_CELL_CHARACTERS)
  if (!text.ok) return text
  if (text.value === '') return accept(null)
  const locale = oneOf(text.value, ['en', 'fr'] as const)
  return locale ? accept(locale) : refuse({ code: 'unknown-locale', text: text.value })
}

function readMinutes(cell: string): Result<number | null, CellFault> {
  const text = readText(cell, MAX_CELL_CHARACTERS)
  if (!text.ok) return text
  if (text.value === '') return accept(null)
  const minutes = wholeIn(text.value, SESSION_MINUTES)
  return minutes === null ? refuse({ code: 'bad-minutes', ...SESSION_MINUTES }) : accept(minutes)
}

export function joined(items: readonly string[]): string {
  return items.join('|')
}

export function sorted(items: readonly string[]): string {
  return joined(items.toSorted())
}

/** Roles have no order of their own. */
export function inOrder(roles: readonly Role[]): string {
  return joined(ROLES.filter((each) => roles.includes(each)))
}

function orNull(text: string | undefined): string | null | undefined {
  return text === '' ? null : text
}

/** Nobody is left without a role: an empty cell says nothing. */
function someOf<Item>(items: readonly Item[] | undefined): readonly Item[] | undefined {
  return items && items.length > 0 ? items : undefined
}
