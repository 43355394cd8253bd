import type { FormatId, ProgrammeId } from '../../domain/ids.ts'
import { MAX_FORMATS } from '../../domain/limits.ts'
import { type Format, type FormatText, whyNotFormat } from '../../domain/path/format.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findFormat, insertFormat, listFormats } from '../../storage/path/format.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { make } from '../make.ts'

export type FormatWish = FormatText & { readonly id: FormatId; readonly programmeId: ProgrammeId }

/** Another format at the end of a programme's list. */
export async function makeFormat(platform: Platform, wish: FormatWish): Promise<Result<Format, Refusal>> {
  const { db } = platform
  return make(platform, wish, {
    again: () => findFormat(db, wish.id),
    decide: async () => {
      const [programme, list] = await Promise.all([
        findProgramme(db, wish.programmeId),
        listFormats(db, wish.programmeId),
      ])
      if (!programme) return refuse({ reason: 'not-found' })
      const closed = whyClosed(programme)
      if (closed) return refuse(closed)
      const refusal = whyNotFormat(wish, programme.policy)
      if (refusal) return refuse(refusal)
      if (list.length >= MAX_FORMATS) return refuse({ reason: 'list-full', most: MAX_FORMATS })

      const position = Math.max(-1, ...list.map((each) => each.position)) + 1
      const made: Format = { ...wish, position, standard: null, isArchived: false }
      return accept({ made, statements: [insertFormat(db, made, platform.now())] })
    },
  })
}
