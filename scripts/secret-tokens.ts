import { hashOf, signingOf } from '../worker/signing.ts'
import type { Asked } from './asked-database.ts'

const ROWS_AT_ONCE = 500

/** A table of links whose tokens are made of `SECRET` and an id. */
type TokenTable = {
  readonly table: 'links' | 'feeds' | 'report_links'
  readonly id: string
  /** What nobody has ended, in SQL. */
  readonly stands: string
  readonly ends: string | null
}

export const TOKEN_TABLES: readonly TokenTable[] = [
  { table: 'links', id: 'id', stands: 'revoked_at IS NULL', ends: 'expires_at' },
  { table: 'feeds', id: 'link_id', stands: 'true', ends: null },
  { table: 'report_links', id: 'id', stands: 'ended_at IS NULL', ends: 'ends_at' },
]

/** A link that opens, with the value of `SECRET` that made its token: its place in the list, -1 for none of them. */
export type TokenRow = {
  readonly table: TokenTable
  readonly id: string
  readonly tokenHash: string
  readonly madeBy: number
  /** The hash of the token that the first value makes. */
  readonly newest: string
}

/** All links that open now, slice by slice; null: whenever they end. */
export async function* tokenRows(
  { read }: Pick<Asked, 'read'>,
  secret: string,
  now: number | null,
): AsyncGenerator<readonly TokenRow[]> {
  const { tokensOf } = signingOf(secret)
  for (const table of TOKEN_TABLES) {
    const opens =
      table.ends === null || now === null ? table.stands : `${table.stands} AND ${table.ends} > ${now}`
    for (let after = ''; ;) {
      const rows = await read(
        `SELECT ${table.id} AS id, token_hash FROM ${table.table} WHERE ${opens} AND ${table.id} > '${after}'
          ORDER BY ${table.id} LIMIT ${ROWS_AT_ONCE}`,
      )
      const known = rows.flatMap(({ id, token_hash: tokenHash }) =>
        isLinkId(id) && typeof tokenHash === 'string' ? [{ id, tokenHash }] : [],
      )
      yield await Promise.all(
        known.map(async ({ id, tokenHash }) => {
          const hashes = await Promise.all((await tokensOf(id)).map(hashOf))
          return { table, id, tokenHash, madeBy: hashes.indexOf(tokenHash), newest: hashes[0] ?? '' }
        }),
      )
      after = known.at(-1)?.id ?? after
      if (rows.length < ROWS_AT_ONCE) break
    }
  }
}

function isLinkId(id: unknown): id is `lnk_${string}` {
  return typeof id === 'string' && /^(?:lnk|rpl)_[a-z0-9]+$/i.test(id)
}

/**
 * The token that was mailed stops to open; where we show the link, or write it in a mail that waits or is sent again,
 * there stands the token of the newest value.
 */
export function renewToken({ table, id, tokenHash, newest }: TokenRow): string {
  return `UPDATE ${table.table} SET token_hash = '${newest}' WHERE ${table.id} = '${id}' AND token_hash = '${tokenHash}'`
}
