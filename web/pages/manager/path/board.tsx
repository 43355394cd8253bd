import {
  type BoardFilter,
  type BoardGroup,
  type BoardLine,
  FILTERS,
} from '../../../../worker/domain/path/board.ts'
import { PairingBadge } from '../../../parts/badges.tsx'
import { Empty } from '../../../parts/empty.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PageLinks, type Pages } from '../../../parts/pages.tsx'
import { formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { ADD, paths } from '../../paths.ts'

export type BoardData = {
  readonly frame: PageFrame
  readonly groups: readonly BoardGroup[]
  readonly filter: BoardFilter
  readonly pages: Pages | null
}

/** Grouped by stage; never a ranking. */
export function BoardPage({ frame, groups, filter, pages }: BoardData) {
  const words = wordsFor(frame).board
  return (
    <Frame frame={frame} title={words.title}>
      <header class="heading">
        <h1>{words.title}</h1>
        <p class="soft">{words.about}</p>
        <nav class="views" aria-label={words.filter}>
          {FILTERS.map((each) => (
            <a
              href={each === 'all' ? paths.board : `${paths.board}?show=${each}`}
              {...(each === filter && { 'aria-current': 'true' })}
            >
              {words.filters[each]}
            </a>
          ))}
        </nav>
      </header>
      {groups.length === 0 ? <Nobody frame={frame} filter={filter} /> : null}
      {groups.map(({ stage, lines }) => (
        <section class="groups">
          <h2>{words.stages[stage]}</h2>
          <ul class="rows dense">
            {lines.map((line) => (
              <Row line={line} frame={frame} />
            ))}
          </ul>
        </section>
      ))}
      <PageLinks frame={frame} pages={pages} />
    </Frame>
  )
}

function Nobody({ frame, filter }: Pick<BoardData, 'frame' | 'filter'>) {
  const words = wordsFor(frame).board
  const isAll = filter === 'all'
  return (
    <Empty title={words.emptyTitle} sentence={isAll ? words.nobodyPaired : words.empty}>
      <a class="button quiet" href={isAll ? `${paths.pairings}#${ADD}` : paths.board}>
        {isAll ? wordsFor(frame).pairings.addTitle : words.filters.all}
      </a>
    </Empty>
  )
}

function Row({ line, frame }: { readonly line: BoardLine; readonly frame: PageFrame }) {
  const words = wordsFor(frame)
  const { pairingId, executive, mentor, status, next, isAsked, bumps, commitment } = line
  return (
    <li class={status === 'paused' ? 'row off' : 'row'}>
      <p class="row-what">
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
        {next ? formatRange(next, frame) : isAsked ? words.board.asked : words.board.noDate}
        {commitment ? <span class="row-time soft">“{commitment}”</span> : null}
      </p>
    </li>
  )
}
