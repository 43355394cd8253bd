import {
  BOARD_SHOWS,
  BOARD_SORTS,
  BOARD_STATUSES,
  type BoardLine,
} from '../../../../worker/domain/path/board.ts'
import { STAGES } from '../../../../worker/domain/path/stage.ts'
import { PairingBadge } from '../../../parts/badges.tsx'
import { blockerChoices } from '../../../parts/blocker-choices.ts'
import { Choose, Chosen } from '../../../parts/chosen.tsx'
import { Empty } from '../../../parts/empty.tsx'
import { Frame } from '../../../parts/frame.tsx'
import { ListFilter } from '../../../parts/list-filter.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PageLinks } from '../../../parts/pages.tsx'
import { formatRange, zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { quoted } from '../../../words/punctuation.ts'
import { ADD, paths } from '../../paths.ts'
import type { BoardData } from './board-data.ts'

/** Grouped by stage, or one list by what was chosen; never a ranking. */
export function BoardPage(data: BoardData) {
  const { frame, groups, sort, keepsStages, pages, programmeId, here, chosen } = data
  const words = wordsFor(frame).board
  return (
    <Frame frame={frame} title={words.title}>
      <header class="heading">
        <h1>{words.title}</h1>
        <p class="soft">
          {keepsStages ? words.about : words.aboutOff}{' '}
          {wordsFor(frame).frame.zoneOf(zoneLabel(frame.zone, frame.locale, frame.now))}
        </p>
        {keepsStages ? null : (
          <p class="soft">
            {words.off} <a href={paths.programme(programmeId)}>{words.switchOn}</a>
          </p>
        )}
        <BoardFilterForm data={data} />
      </header>
      {groups.length === 0 ? <Nobody data={data} /> : null}
      <div class="blocks choosing">
        {groups.map(({ stage, lines }) => (
          <section class="groups">
            <h2>{stage === null ? words.sorts[sort] : words.stages[stage]}</h2>
            {stage === null ? null : <p class="soft">{words.seen[stage]}</p>}
            <ul class="rows dense">
              {lines.map((line) => (
                <Row
                  line={line}
                  frame={frame}
                  isStaged={stage !== null}
                  isChosen={chosen.includes(line.pairingId)}
                />
              ))}
            </ul>
          </section>
        ))}
        <PageLinks frame={frame} pages={pages} />
        {groups.length > 0 ? (
          <Chosen frame={frame} programmeId={programmeId} back={here} hasBlockers={false} />
        ) : null}
      </div>
    </Frame>
  )
}

function Nobody({ data: { frame, filter } }: { readonly data: BoardData }) {
  const words = wordsFor(frame).board
  const { show, ...narrowed } = filter
  const isAll = show === 'all' && Object.values(narrowed).every((each) => each === null)
  return (
    <Empty title={words.emptyTitle} sentence={isAll ? words.nobodyPaired : words.empty}>
      <a class="button quiet" href={isAll ? `${paths.pairings}#${ADD}` : paths.board}>
        {isAll ? wordsFor(frame).pairings.addTitle : words.filters.all}
      </a>
    </Empty>
  )
}

function BoardFilterForm({
  data: { frame, filter, sort, mentors, keepsStages },
}: {
  readonly data: BoardData
}) {
  const words = wordsFor(frame)
  const { board, frame: all } = words
  const among = <Each extends string>(values: readonly Each[], label: (value: Each) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  const sorts = BOARD_SORTS.filter((each) => keepsStages || each !== 'stage')
  const shows = BOARD_SHOWS.filter((each) => each !== 'all')
  return (
    <ListFilter
      frame={frame}
      path={paths.board}
      fields={[
        {
          name: 'show',
          label: board.filter,
          value: filter.show === 'all' ? '' : filter.show,
          choices: among(shows, (each) => board.filters[each]),
        },
        {
          name: 'mentor',
          label: all.role.mentor,
          value: filter.mentor ?? '',
          choices: mentors.map(({ id, name }) => ({ value: id, label: name })),
        },
        ...(keepsStages
          ? [
              {
                name: 'stage',
                label: board.stage,
                value: filter.stage ?? '',
                choices: among(STAGES, (each) => board.stages[each]),
              },
            ]
          : []),
        {
          name: 'blocker',
          label: words.several.blocker,
          value: filter.blocker ?? '',
          choices: blockerChoices(frame),
        },
        {
          name: 'status',
          label: all.list.status,
          value: filter.status ?? '',
          choices: among(BOARD_STATUSES, (each) => words.states.pairing[each]),
        },
      ]}
      sort={{
        name: 'sort',
        label: all.list.sort,
        value: sort,
        choices: among(sorts, (each) => board.sorts[each]),
      }}
      hint={board.bumpsHint}
    />
  )
}

type RowProps = {
  readonly line: BoardLine
  readonly frame: PageFrame
  readonly isStaged: boolean
  readonly isChosen: boolean
}

function Row({ line, frame, isStaged, isChosen }: RowProps) {
  const words = wordsFor(frame)
  const { pairingId, executive, mentor, status, next, isAsked, bumps, commitment, stage } = line
  return (
    <li class={status === 'paused' ? 'row off' : 'row'}>
      <p class="row-what">
        <Choose
          frame={frame}
          name="pairing"
          id={pairingId}
          who={words.session.title(executive, mentor)}
          isChosen={isChosen}
        />
        <a class="name" href={paths.pairing(pairingId)}>
          {executive}
        </a>{' '}
        <span class="soft">{words.today.withMentor(mentor)}</span>
      </p>
      <p class="row-how">
        {status === 'active' ? null : <PairingBadge status={status} frame={frame} />}
        {bumps > 0 ? <span>{words.board.bumps(bumps)}</span> : null}
      </p>
      <p class="row-words">
        {next ? formatRange(next, frame) : isAsked ? words.states.session.offered : words.board.noDate}
        {isStaged || stage === null ? null : <span class="row-time soft">{words.board.stages[stage]}</span>}
        {commitment ? <span class="row-time soft">{quoted(commitment, frame.locale)}</span> : null}
      </p>
    </li>
  )
}
