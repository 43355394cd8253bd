import type { Pair, Proposal } from '../../../../worker/domain/pairing/proposal.ts'
import type { SuggestionCell } from '../../../../worker/domain/pairing/suggestion-cell.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Hidden } from '../../../parts/fields.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PageLinks, type Pages } from '../../../parts/pages.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { cellWords, type NameOf } from './suggestion-words.ts'

export type AcceptanceData = {
  readonly frame: PageFrame
  /** Of this page. */
  readonly cells: readonly SuggestionCell[]
  readonly pages: Pages | null
  readonly count: number
  /** Nobody ticked anything before. */
  readonly isNoneTicked: boolean
  /** How many of those that were ticked cannot be made any more. */
  readonly leftOut: number
  readonly shared: Proposal['shared']
  readonly overfull: Proposal['overfull']
  /** What the button sends, but for the pairs that were ticked. */
  readonly hidden: Readonly<Record<string, string>>
  /** Those that were ticked; empty: the whole best set. */
  readonly ticked: readonly Pair[]
  readonly nameOf: NameOf
}

/** Who will be paired with whom, and then one button. */
export function AcceptancePage(data: AcceptanceData) {
  const { frame, cells, pages, count, isNoneTicked, leftOut, shared, overfull, nameOf } = data
  const words = wordsFor(frame).suggestions
  return (
    <Frame frame={frame} title={words.acceptTitle(count)}>
      <header class="heading">
        <p class="eyebrow">
          <a href={paths.suggestions}>{words.title}</a>
        </p>
        <h1>{words.acceptTitle(count)}</h1>
        <p class="soft">{words.acceptAbout}</p>
        {leftOut > 0 ? <p class="field-error">{words.leftOut(leftOut)}</p> : null}
        {shared.map(({ executiveId, mentors }) => (
          <p class="field-error">{words.shared(nameOf(executiveId), mentors)}</p>
        ))}
        {overfull.map(({ mentorId, pairings, most }) => (
          <p class="field-error">{words.overfull(nameOf(mentorId), pairings, most)}</p>
        ))}
      </header>
      {count === 0 ? (
        <Empty
          title={isNoneTicked ? words.noneTicked : words.nothingToAccept}
          sentence={isNoneTicked ? words.noneTickedHint : words.nothingToAcceptHint}
        />
      ) : (
        <Accept data={data} />
      )}
      <ul class="rows">
        {cells.map((cell) => (
          <PairRow cell={cell} data={data} />
        ))}
      </ul>
      <PageLinks frame={frame} pages={pages} />
    </Frame>
  )
}

function Accept({ data: { frame, count, hidden, ticked } }: { readonly data: AcceptanceData }) {
  const words = wordsFor(frame).suggestions
  return (
    <form method="post" action={paths.suggestionsAccepted} class="reach">
      <Hidden values={hidden} />
      {ticked.map(({ executiveId, mentorId }) => (
        <input type="hidden" name="pair" value={`${executiveId}~${mentorId}`} />
      ))}
      <button class="primary" type="submit">
        {words.accept(count)}
      </button>
    </form>
  )
}

function PairRow({ cell, data }: { readonly cell: SuggestionCell; readonly data: AcceptanceData }) {
  const { frame, nameOf } = data
  const words = wordsFor(frame)
  return (
    <li class={cell.blocked ? 'row off' : 'row'}>
      <p class="row-what">
        <span class="name">{nameOf(cell.executiveId)}</span>{' '}
        <span class="soft">{words.today.withMentor(nameOf(cell.mentorId))}</span>
      </p>
      <p class="row-how">{words.frame.kind[cell.kind]}</p>
      <p class="row-words">{cellWords(cell, frame, nameOf)}</p>
    </li>
  )
}
