import { sql } from 'drizzle-orm'

import type { LinkId, ReportLinkId } from '../../domain/ids.ts'
import { hashOf, type Platform } from '../../platform.ts'

/**
 * The token of a link that was made before, perhaps with an older value of `SECRET`: the one whose hash is stored. With
 * one value nothing is asked. A link of which nothing is stored has the token that it would get now.
 */
export async function findToken(
  { db, tokensOf }: Pick<Platform, 'db' | 'tokensOf'>,
  id: LinkId | ReportLinkId,
): Promise<string> {
  const tokens = await tokensOf(id)
  const [newest = ''] = tokens
  if (tokens.length < 2) return newest
  const hashed = await Promise.all(tokens.map(async (token) => ({ token, hash: await hashOf(token) })))
  const hashes = sql`SELECT value FROM json_each(${JSON.stringify(hashed.map(({ hash }) => hash))})`
  const stored = await db.all<{ readonly hash: string }>(sql`
    SELECT token_hash AS hash FROM links WHERE token_hash IN (${hashes})
    UNION ALL SELECT token_hash FROM feeds WHERE token_hash IN (${hashes})
    UNION ALL SELECT token_hash FROM report_links WHERE token_hash IN (${hashes})
    UNION ALL SELECT token_hash FROM sign_ins WHERE token_hash IN (${hashes})`)
  return hashed.find(({ hash }) => stored.some((each) => each.hash === hash))?.token ?? newest
}
