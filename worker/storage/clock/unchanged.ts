import { type SQL, sql } from 'drizzle-orm'

import type { SessionId } from '../../domain/ids.ts'
import type { Situation } from '../../domain/situation.ts'

/** Whether a session is as it was read: who changes it meanwhile arms it himself. */
export function isSessionAt(id: SessionId, version: number): SQL {
  return sql`(SELECT version FROM sessions WHERE id = ${id}) = ${version}`
}

/** The same for a pairing and its open round. */
export function isPairingAt({ pairing, session }: Situation): SQL {
  const isOpen = sql`(SELECT max(version) FROM sessions WHERE pairing_id = ${pairing.id}
    AND status IN ('offered', 'fixed') AND passed = 0) IS ${session?.version ?? null}`
  return sql`(SELECT version FROM pairings WHERE id = ${pairing.id}) = ${pairing.version} AND ${isOpen}`
}
