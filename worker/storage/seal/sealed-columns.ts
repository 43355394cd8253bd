import { isSealed, type StoredLetter } from '../../domain/letter/facts.ts'
import { accept, type Result } from '../../domain/result.ts'
import { tryOpenReplyAddress } from '../../domain/seal/reply-address.ts'
import { readSealed, sealedBy, type Unopened } from '../../domain/seal/sealed.ts'
import type { Sealing } from '../../sealing.ts'
import { placeOfLetter, sealLetter } from '../letter/sealed.ts'
import { storedReplyAddress } from '../people/reply-address.ts'

/** A column whose words are sealed. Names are constants, never input. */
export type SealedColumn = {
  readonly table: string
  /** What names the row, by which an index finds it; ids and codes, without blanks. */
  readonly keys: readonly string[]
  readonly column: string
  /** The sealed text in SQL; NULL where a row has none, empty where it is in clear. */
  readonly text: string
  /** What is handed to `renew`, in SQL; mostly the column. */
  readonly stored: string
  readonly open: (open: Sealing['open'], row: string, sealed: string) => Promise<Result<string, Unopened>>
  /** What else such a write sets, in SQL. */
  readonly also?: string
  /** Seals one value anew: what to write then, by column. */
  readonly renew: (sealing: Sealing, row: string, stored: string) => Promise<Result<Renewed, Unopened>>
}

export type Renewed = Readonly<Record<string, string>>

/** As rules read it: an older version kept the address in clear where its hash stands now. */
const REPLY = 'coalesce(reply_sealed, reply_address)'
const RECORD_REQUEST = ['programme_id', 'person_id', 'kind']

export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    ...{ table: 'outbox', keys: ['id'], column: 'letter', stored: 'letter' },
    text: "iif(json_extract(letter, '$.id') IS NULL, NULL, coalesce(json_extract(letter, '$.sealed'), ''))",
    open: (open, row, sealed) => open(placeOfLetter(row), sealed),
    renew: renewLetter,
  },
  words('questions', ['session_id']),
  words('pairing_notes', ['pairing_id']),
  words('reasons', ['subject', 'version']),
  words('record_requests', RECORD_REQUEST),
  words('record_requests', RECORD_REQUEST, 'answer_words'),
  words('private_notes', ['session_id', 'person_id']),
  words('busy_feeds', ['person_id'], 'url'),
  words('webhooks', ['id'], 'url'),
  words('webhooks', ['id'], 'secret'),
  words('webhooks', ['id'], 'old_secret'),
  {
    ...{ table: 'people', keys: ['id'], column: 'reply_sealed' },
    ...{ text: REPLY, stored: REPLY, renew: renewReplyAddress, open: tryOpenReplyAddress },
    // A trigger takes no other write of a person.
    also: 'version = version + 1',
  },
  {
    ...{ table: 'invites', keys: ['person_id', 'id'], column: 'organizer' },
    ...{ text: 'organizer', stored: 'organizer', renew: renewOrganizer },
    open: (open, row, sealed) => tryOpenReplyAddress(open, row.split(' ')[0] ?? '', sealed),
  },
]

/** A column of which the whole value is sealed, or an older version's in clear. */
function words(table: string, keys: readonly string[], column = 'words'): SealedColumn {
  const place = (id: string) => ({ table, row: id, column })
  return {
    ...{ table, keys, column, text: column, stored: column },
    open: (open, id, sealed) => open(place(id), sealed),
    renew: async ({ seal, open }, id, stored) => {
      const opened = readSealed(stored) ? await open(place(id), stored) : accept(stored)
      return opened.ok ? accept({ [column]: await seal(place(id), opened.value) }) : opened
    },
  }
}

async function renewReplyAddress(
  { seal, open }: Sealing,
  id: string,
  stored: string,
): Promise<Result<Renewed, Unopened>> {
  const opened = await tryOpenReplyAddress(open, id, stored)
  if (!opened.ok) return opened
  const { replyAddress, replySealed } = await storedReplyAddress({ seal }, id, opened.value)
  return accept({ reply_address: replyAddress, reply_sealed: replySealed })
}

/** The same address, in the invites of the person. */
async function renewOrganizer(
  { seal, open }: Sealing,
  row: string,
  stored: string,
): Promise<Result<Renewed, Unopened>> {
  const [personId = ''] = row.split(' ')
  const opened = await tryOpenReplyAddress(open, personId, stored)
  if (!opened.ok) return opened
  return accept({ organizer: (await storedReplyAddress({ seal }, personId, opened.value)).replySealed })
}

/** Whatever else the row says in clear stays as it is. */
async function renewLetter(
  sealing: Sealing,
  row: string,
  stored: string,
): Promise<Result<Renewed, Unopened>> {
  const letter: StoredLetter = JSON.parse(stored)
  if (!isSealed(letter))
    return accept({
      letter: 'id' in letter ? JSON.stringify(await sealLetter(sealing, row, letter)) : stored,
    })
  const place = placeOfLetter(row)
  const opened = await sealing.open(place, letter.sealed)
  if (!opened.ok) return opened
  return accept({
    letter: JSON.stringify({ ...letter, sealed: await sealing.seal(place, opened.value) }),
  })
}

/** The key of a row in SQL, as the seal knows it. */
export function rowIn({ keys }: SealedColumn): string {
  return keys.join(" || ' ' || ")
}

/** The rows after this one in SQL, in their order; all for an empty key. By columns, so that an index leads there. */
export function isAfter({ keys }: SealedColumn, after: string): string {
  const values = after.split(' ')
  const least = keys.map((_, index) => quoted(values[index] ?? ''))
  return `(${keys.join(', ')}) > (${least.join(', ')})`
}

/** Up to `limit` rows after this one that another key than `sealsWith` has sealed, or none. */
export function selectOlder(
  column: SealedColumn,
  sealsWith: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): string {
  const { table, keys, text, stored } = column
  const start = sealedBy(sealsWith)
  return `SELECT ${rowIn(column)} AS "row", ${stored} AS stored FROM ${table}
    WHERE ${isAfter(column, after)} AND substr(${text}, 1, ${start.length}) <> '${start}'
    ORDER BY ${keys.join(', ')} LIMIT ${limit}`
}

/**
 * Writes a value that was sealed anew, unless the row was written meanwhile: then it has the newest key by itself. A text
 * without parameters, since a batch of drizzle takes no others that are raw; so it must be short, and a value is known again
 * by its end, where the tag of its seal stands.
 */
export function updateTo(
  { table, keys, stored: column, also }: SealedColumn,
  { key, stored, made }: { readonly key: string; readonly stored: string; readonly made: Renewed },
): string {
  const values = key.split(' ')
  const row = keys.map((each, index) => `${each} = ${quoted(values[index] ?? '')}`)
  const end = Array.from(stored).slice(-END_CHARACTERS).join('')
  const written = Object.entries(made).map(([name, value]) => `${name} = ${quoted(value)}`)
  if (also !== undefined) written.push(also)
  return `UPDATE ${table} SET ${written.join(', ')}
    WHERE ${row.join(' AND ')} AND substr(${column}, -${END_CHARACTERS}) = ${quoted(end)}`
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
