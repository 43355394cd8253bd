import { BoardPage } from '../../../../web/pages/manager/path/board.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import type { Notice } from '../../../../web/parts/page-frame.ts'
import {
  BOARD_LINE_FIELDS,
  BOARD_SHOWS,
  BOARD_SORTS,
  BOARD_STATUSES,
  type BoardFilter,
  type BoardLine,
  type BoardSort,
  filterBoard,
  groupBoard,
  sortBoard,
} from '../../../domain/path/board.ts'
import { STAGES } from '../../../domain/path/stage.ts'
import { seen } from '../../../domain/people/fields.ts'
import { lookOf } from '../../../domain/people/permission.ts'
import { BLOCKERS } from '../../../domain/people/person.ts'
import { listStages } from '../../../storage/path/stage.ts'
import { listEverybody } from '../../../storage/people/membership.ts'
import { listLatestCommitments } from '../../../storage/session/outcome.ts'
import { listRoundsOf } from '../../../storage/session/round.ts'
import type { App, AppContext } from '../../context.ts'
import { missing } from '../../responses.tsx'
import { chosenIn, hereIn, personIn } from '../list-choice.ts'
import { pageByPosition } from '../list-page.ts'
import { frameInProgramme, programmeScope, type ProgrammeScope } from '../programme-scope.ts'

/** Each executive's stage on the path to yes, with the next session. */
export function boardPage(app: App): void {
  app.get(paths.board, (c) => boardAsChosen(c, { notice: null, status: 200 }))
}

type Said = {
  readonly notice: Notice | null
  readonly status: 200 | 409
  /** The lines that are ticked. */
  readonly chosen?: readonly string[]
}

/** The board as its address narrows and sorts it. */
export async function boardAsChosen(c: AppContext, { notice, status, chosen = [] }: Said) {
  const scope = programmeScope(c)
  if (!scope) return missing(c)
  const keepsStages = scope.programme.policy.stages
  const [filter, sort] = keepsStages
    ? [filterIn(c), sortIn(c) ?? 'stage']
    : withoutStages(filterIn(c), sortIn(c))
  const all = await linesOf(c, scope)
  const lines = sortBoard(filterBoard(all, filter), sort)
  const { shown, pages } = pageByPosition(c, paths.board, lines)
  return c.html(
    <BoardPage
      frame={frameInProgramme(c, 'board', scope, notice)}
      programmeId={scope.programme.id}
      groups={groupBoard(shown, sort)}
      filter={filter}
      sort={sort}
      keepsStages={keepsStages}
      mentors={mentorsOf(all)}
      pages={pages}
      here={hereIn(c, paths.board)}
      chosen={chosen}
    />,
    status,
  )
}

function sortIn(c: AppContext): BoardSort | null {
  return chosenIn(c, 'sort', BOARD_SORTS)
}

/** An address from before the stages were switched off shows everybody in one list. */
function withoutStages(filter: BoardFilter, sort: BoardSort | null): readonly [BoardFilter, BoardSort] {
  return [{ ...filter, stage: null }, sort === null || sort === 'stage' ? 'executive' : sort]
}

function filterIn(c: AppContext): BoardFilter {
  return {
    show: chosenIn(c, 'show', BOARD_SHOWS) ?? 'all',
    mentor: personIn(c, 'mentor'),
    stage: chosenIn(c, 'stage', STAGES),
    status: chosenIn(c, 'status', BOARD_STATUSES),
    blocker: chosenIn(c, 'blocker', BLOCKERS),
  }
}

function mentorsOf(lines: readonly BoardLine[]) {
  const names = new Map(
    lines.flatMap(({ mentorId, mentor }) => (mentorId ? [[mentorId, mentor] as const] : [])),
  )
  return Array.from(names, ([id, name]) => ({ id, name })).toSorted((one, other) =>
    one.name.localeCompare(other.name),
  )
}

async function linesOf(c: AppContext, { programme }: ProgrammeScope): Promise<readonly BoardLine[]> {
  const { db, now } = c.get('platform')
  const { id } = programme
  const [rounds, members, stages] = await Promise.all([
    listRoundsOf(db, id),
    listEverybody(db, id),
    listStages(db, programme),
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
      mentorId: pairing.mentorId,
      unit: byId.get(pairing.executiveId)?.unit ?? null,
      status: pairing.status,
      stage: stages && (stages.get(pairing.executiveId) ?? ('curious' as const)),
      blockers: byId.get(pairing.executiveId)?.blockers ?? [],
      next: open?.time && open.time.end > now() ? open.time : null,
      isAsked: open?.offer?.status === 'open',
      bumps: open?.bumps ?? 0,
      commitment: commitments.get(pairing.id)?.words ?? null,
    }),
  )
}
