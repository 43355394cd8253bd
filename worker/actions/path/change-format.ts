import type { FormatId } from '../../domain/ids.ts'
import { MAX_FORMATS } from '../../domain/limits.ts'
import { type Format, type FormatText, withFormatAt, whyNotFormat } from '../../domain/path/format.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform, Statement } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findFormat, listFormats, patchFormat } from '../../storage/path/format.ts'
import { findProgramme } from '../../storage/programme/programme.ts'

/** What is absent stays. `standard` words take a format of the house back to the house's own. */
export type FormatChange = Partial<FormatText> & {
  readonly isArchived?: boolean
  /** Its place in the list, counted from 0; the others make room. */
  readonly place?: number
}

/** Changes a format, puts it away, or takes it back; what was sent keeps the words it was sent with. */
export async function changeFormat(
  platform: Platform,
  id: FormatId,
  change: FormatChange,
): Promise<Result<Format, Refusal>> {
  const { db } = platform
  const before = await findFormat(db, id)
  const programme = before && (await findProgramme(db, before.programmeId))
  if (!before || !programme) return refuse({ reason: 'not-found' })
  const closed = whyClosed(programme)
  if (closed) return refuse(closed)
  const { isArchived = before.isArchived, place, ...text } = change
  if (text.words && 'standard' in text.words && text.words.standard !== before.standard)
    return refuse({ reason: 'no-such-format' })
  const refusal = whyNotFormat({ ...before, ...text }, programme.policy)
  if (refusal) return refuse(refusal)

  const list = await listFormats(db, before.programmeId)
  const comesBack = before.isArchived && !isArchived
  if (comesBack && list.length >= MAX_FORMATS) return refuse({ reason: 'list-full', most: MAX_FORMATS })

  const archivedAt =
    isArchived === before.isArchived ? {} : { archivedAt: isArchived ? platform.now() : null }
  const patch = { ...text, ...archivedAt }
  const written = await inOneBatch(db, [
    ...(Object.keys(patch).length > 0 ? [patchFormat(db, id, patch)] : []),
    ...(place === undefined || isArchived ? [] : inOrder(platform, withFormatAt(list, before, place))),
  ])
  if (!written.ok) return written
  const after = await findFormat(db, id)
  return after ? accept(after) : refuse({ reason: 'not-found' })
}

/** Those whose place has changed, each by itself. */
function inOrder({ db }: Platform, list: readonly Format[]): readonly Statement[] {
  return list.flatMap(({ id, position: old }, position) =>
    old === position ? [] : [patchFormat(db, id, { position })],
  )
}
