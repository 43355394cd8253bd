import { isSealed, type StoredLetter } from '../../domain/letter/facts.ts'
import { accept, type Result } from '../../domain/result.ts'
import { readSealed, sealedBy, type Unopened } from '../../domain/seal/sealed.ts'
import type { Sealing } from '../../sealing.ts'
import { placeOfLetter, sealLetter } from '../letter/sealed.ts'

/** A column whose words are sealed. Names are constants, never input. */
export type SealedColumn = {
  readonly table: string
  /** The key of the row in SQL, as the seal knows it. */
  readonly row: string
  readonly column: string
  /** The sealed text in SQL; NULL where a row has none, empty where it is in clear. */
  readonly text: string
  /** Seals one value anew. */
  readonly renew: (sealing: Sealing, row: string, stored: string) => Promise<Result<string, Unopened>>
}

const RECORD_REQUEST = "programme_id || ' ' || person_id || ' ' || kind"

export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    ...{ table: 'outbox', row: 'id', column: 'letter' },
    text: "iif(json_extract(letter, '$.id') IS NULL, NULL, coalesce(json_extract(letter, '$.sealed'), ''))",
    renew: renewLetter,
  },
  words('questions', 'session_id'),
  words('pairing_notes', 'pairing_id'),
  words('reasons', "subject || ' ' || version"),
  words('record_requests', RECORD_REQUEST),
  words('record_requests', RECORD_REQUEST, 'answer_words'),
  words('private_notes', "session_id || ' ' || person_id"),
  words('busy_feeds', 'person_id', 'url'),
]

/** A column of which the whole value is sealed, or an older version's in clear. */
function words(table: string, row: string, column = 'words'): SealedColumn {
  const place = (id: string) => ({ table, row: id, column })
  return {
    ...{ table, row, column, text: column },
    renew: async ({ seal, open }, id, stored) => {
      const opened = readSealed(stored) ? await open(place(id), stored) : accept(stored)
      return opened.ok ? accept(await seal(place(id), opened.value)) : opened
    },
  }
}

/** Whatever else the row says in clear stays as it is. */
async function renewLetter(sealing: Sealing, row: string, stored: string): Promise<Result<string, Unopened>> {
  const letter: StoredLetter = JSON.parse(stored)
  if (!isSealed(letter))
    return accept('id' in letter ? JSON.stringify(await sealLetter(sealing, row, letter)) : stored)
  const place = placeOfLetter(row)
  const opened = await sealing.open(place, letter.sealed)
  if (!opened.ok) return opened
  return accept(JSON.stringify({ ...letter, sealed: await sealing.seal(place, opened.value) }))
}

/** Up to `limit` rows after this one that another key than `sealsWith` has sealed, or none. */
export function selectOlder(
  { table, row, column, text }: SealedColumn,
  sealsWith: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): string {
  const start = sealedBy(sealsWith)
  return `SELECT ${row} AS "row", ${column} AS stored FROM ${table}
    WHERE ${row} > ${quoted(after)} AND substr(${text}, 1, ${start.length}) <> '${start}' ORDER BY ${row} LIMIT ${limit}`
}

/**
 * Writes a value that was sealed anew, unless the row was written meanwhile: then it has the newest key by itself. A text
 * without parameters, since a batch of drizzle takes no others that are raw; so it must be short, and a value is known again
 * by its end, where the tag of its seal stands.
 */
export function updateTo(
  { table, row, column }: SealedColumn,
  { key, stored, made }: { readonly key: string; readonly stored: string; readonly made: string },
): string {
  const end = Array.from(stored).slice(-END_CHARACTERS).join('')
  return `UPDATE ${table} SET ${column} = ${quoted(made)}
    WHERE ${row} = ${quoted(key)} AND substr(${column}, -${END_CHARACTERS}) = ${quoted(end)}`
}

/** A tag has 128 bits: 22 characters. */
const END_CHARACTERS = 80

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** How many rows there are of each key; the empty id is for those in clear. */
export function countByKey({ table, text }: SealedColumn): string {
  const key = `iif(sealed LIKE 'sealed._%._%', substr(sealed, 8, instr(substr(sealed, 8), '.') - 1), '')`
  return `SELECT ${key} AS key, count(*) AS count FROM (SELECT ${text} AS sealed FROM ${table})
    WHERE sealed IS NOT NULL GROUP BY 1 ORDER BY 1`
}
