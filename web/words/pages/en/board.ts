import type { BoardShow, BoardSort } from '../../../../worker/domain/path/board.ts'
import type { Stage } from '../../../../worker/domain/path/stage.ts'

export const boardEn = {
  title: 'Board',
  filter: 'Who is shown',
  about:
    'Each executive’s stage and next date. The stage moves on by what mentors have seen, and back only where a log is corrected.',
  aboutOff: 'Each executive’s next date.',
  off: 'The path is switched off in this programme: nobody records what an executive was seen doing.',
  switchOn: 'Switch it on in the rules',
  stages: {
    curious: 'Curious',
    reading: 'Reading',
    answering: 'Answering',
    posting: 'Posting',
    'asking-others-in': 'Asking others in',
  } satisfies Record<Stage, string>,
  /** What has been seen of somebody at this stage. */
  seen: {
    curious: 'Nothing seen yet.',
    reading: 'Follows what others write.',
    answering: 'Has answered where others can read it.',
    posting: 'Has posted something.',
    'asking-others-in': 'Has brought somebody in.',
  } satisfies Record<Stage, string>,
  stage: 'Stage',
  sorts: {
    stage: 'By stage',
    executive: 'By executive',
    mentor: 'By mentor',
    next: 'By next date (none first)',
    bumps: 'By dates given up',
  } satisfies Record<BoardSort, string>,
  filters: { all: 'Everybody', 'no-date': 'Without a date', bumped: 'Recently given up' } satisfies Record<
    BoardShow,
    string
  >,
  bumps: (count: number) => (count === 1 ? 'one date given up' : `${count} dates given up in a row`),
  bumpsHint: 'A date counts as given up when the executive’s side declined or moved it after it was fixed.',
  noDate: 'No next date',
  emptyTitle: 'Nobody here',
  empty: 'Nobody is in this part of the board.',
  nobodyPaired: 'This shows everybody who is paired. Make a pairing first.',
}
