import type { BoardShow, BoardSort } from '../../../../worker/domain/path/board.ts'
import type { Stage } from '../../../../worker/domain/path/stage.ts'

export const boardEn = {
  title: 'Board',
  filter: 'Who is shown',
  about: 'Where each was last seen to act, with the next date. It moves by what mentors saw, never back.',
  stages: {
    curious: 'Curious',
    reading: 'Reading',
    answering: 'Answering',
    posting: 'Posting',
    'asking-others-in': 'Asking others in',
  } satisfies Record<Stage, string>,
  stage: 'Stage',
  sorts: {
    stage: 'By stage',
    executive: 'By executive',
    mentor: 'By mentor',
    next: 'By next date, none first',
    bumps: 'By dates given up',
  } satisfies Record<BoardSort, string>,
  filters: { all: 'Everybody', 'no-date': 'Without a date', bumped: 'Given up of late' } satisfies Record<
    BoardShow,
    string
  >,
  bumps: (count: number) => (count === 1 ? 'one date given up' : `${count} dates given up in a row`),
  noDate: 'No next date',
  emptyTitle: 'Nobody here',
  empty: 'Nobody is in this part of the board at present.',
  nobodyPaired: 'Here stand those who are paired, by how far they are. Bring two together first.',
}
