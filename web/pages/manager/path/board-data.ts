import type { PersonId, ProgrammeId } from '../../../../worker/domain/ids.ts'
import type { BoardFilter, BoardGroup, BoardSort } from '../../../../worker/domain/path/board.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import type { Pages } from '../../../parts/pages.tsx'

export type BoardData = {
  readonly frame: PageFrame
  readonly programmeId: ProgrammeId
  readonly groups: readonly BoardGroup[]
  readonly filter: BoardFilter
  readonly sort: BoardSort
  /** Off: the board is one list, without the path. */
  readonly keepsStages: boolean
  /** Who has a pairing on the board. */
  readonly mentors: readonly { readonly id: PersonId; readonly name: string }[]
  readonly pages: Pages | null
  /** The board as it is shown. */
  readonly here: string
  /** The lines that are ticked. */
  readonly chosen: readonly string[]
}
