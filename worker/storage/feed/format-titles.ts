import { and, isNotNull } from 'drizzle-orm'

import { formats } from '../../../schema/index.ts'
import type { FormatId, PairingId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import { formatOf } from '../../domain/path/next-format.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Database } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { findProgrammePaths, type ProgrammePaths } from '../path/path.ts'

export type Begun = Pick<Pairing, 'aim' | 'place'> & {
  readonly id: SessionId
  readonly programmeId: ProgrammeId
  readonly pairingId: PairingId
  readonly formatId: FormatId | null
  readonly executive: Pick<Person, 'rules' | 'blockers'>
}

/**
 * The outward title of what each session begins with, chosen or next in turn, as its invite has it. Most programmes give
 * their formats none: those cost one look, and only the others' paths are read.
 */
export async function findFormatTitles(
  db: Database,
  sessions: readonly Begun[],
): Promise<ReadonlyMap<SessionId, string>> {
  const ids = [...new Set(sessions.map(({ programmeId }) => programmeId))]
  if (ids.length === 0) return new Map()
  const titled = await db
    .selectDistinct({ id: formats.programmeId })
    .from(formats)
    .where(and(isAmong(formats.programmeId, ids), isNotNull(formats.outwardTitle)))
  const paths = new Map(
    await Promise.all(titled.map(async ({ id }) => [id, await findProgrammePaths(db, id)] as const)),
  )
  return new Map(
    sessions.flatMap((session) => {
      const title = titleOf(session, paths.get(session.programmeId))
      return title ? [[session.id, title] as const] : []
    }),
  )
}

/** Of an ended pairing there is no path any more: only what was chosen or kept for the session counts. */
function titleOf(session: Begun, of: ProgrammePaths | undefined): string | null {
  if (!of) return null
  const { formatId, executive, pairingId, aim, place } = session
  const path = of.paths.get(pairingId)
  const chosen = of.formats.find(({ id }) => id === formatId)
  if (!path || chosen) return chosen?.outwardTitle ?? null
  const pairing = { aim, place }
  return (
    formatOf({ formats: of.formats, executive, pairing, path, session: { formatId } })?.outwardTitle ?? null
  )
}
