import { BoardPage } from '../../../../web/pages/manager/path/board.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import {
  BOARD_LINE_FIELDS,
  type BoardLine,
  FILTERS,
  groupBoard,
  sortBoard,
} from '../../../domain/path/board.ts'
import { seen } from '../../../domain/people/fields.ts'
import { lookOf } from '../../../domain/people/permission.ts'
import { listStages } from '../../../storage/path/stage.ts'
import { listEverybody } from '../../../storage/people/membership.ts'
import { listLatestCommitments } from '../../../storage/session/outcome.ts'
import { listRoundsOf } from '../../../storage/session/round.ts'
import type { App, AppContext } from '../../context.ts'
import { missing } from '../../responses.tsx'
import { pageByPosition } from '../list-page.ts'
import { frameInProgramme, programmeScope, type ProgrammeScope } from '../programme-scope.ts'

/** Each executive's stage on the path to yes, with the next session. */
export function boardPage(app: App): void {
  app.get(paths.board, async (c) => {
    const scope = programmeScope(c)
    if (!scope) return missing(c)
    const filter = FILTERS.find((each) => each === c.req.query('show')) ?? 'all'
    const { shown, pages } = pageByPosition(c, paths.board, sortBoard(await linesOf(c, scope), filter))
    const frame = frameInProgramme(c, 'board', scope)
    return c.html(<BoardPage frame={frame} groups={groupBoard(shown)} filter={filter} pages={pages} />)
  })
}

async function linesOf(c: AppContext, { programme: { id } }: ProgrammeScope) {
  const { db, now } = c.get('platform')
  const [rounds, members, stages] = await Promise.all([
    listRoundsOf(db, id),
    listEverybody(db, id),
    listStages(db, id),
  ])
  const current = rounds.filter(({ pairing }) => pairing.status !== 'ended')
  const commitments = await listLatestCommitments(
    db,
    current.map(({ pairing }) => pairing.id),
  )
  const byId = new Map(members.map((each) => [each.id, each]))
  const look = lookOf('manager', null, null)
  return current.map(({ pairing, open }) =>
    seen<BoardLine>(look, BOARD_LINE_FIELDS, {
      pairingId: pairing.id,
      executive: byId.get(pairing.executiveId)?.name ?? '',
      mentor: byId.get(pairing.mentorId)?.name ?? '',
      unit: byId.get(pairing.executiveId)?.unit ?? null,
      status: pairing.status,
      stage: stages.get(pairing.executiveId) ?? ('curious' as const),
      next: open?.time && open.time.end > now() ? open.time : null,
      isAsked: open?.offer?.status === 'open',
      bumps: open?.bumps ?? 0,
      commitment: commitments.get(pairing.id)?.words ?? null,
    }),
  )
}
