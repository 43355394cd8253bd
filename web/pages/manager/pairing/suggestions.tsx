import type { SuggestionRow } from '../../../../worker/domain/pairing/suggest.ts'
import type { SuggestionCell } from '../../../../worker/domain/pairing/suggestion-cell.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Hidden } from '../../../parts/fields.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PageLinks, type Pages } from '../../../parts/pages.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { cellWords, type NameOf } from './suggestion-words.ts'

export type SuggestionsData = {
  readonly frame: PageFrame
  readonly rows: readonly SuggestionRow[]
  readonly pages: Pages | null
  /** All mentors of one executive, instead of the best of several. */
  readonly isOfOne: boolean
  /** Only those without a mentor. */
  readonly isOfUnpaired: boolean
  /** How many executives have no mentor yet, and for how many of them one is suggested. */
  readonly unpaired: number
  readonly suggested: number
  readonly nameOf: NameOf
}

/** The form of the pairs that are ticked; they stand outside it. */
const TICKED = 'ticked'

/** The best mentors of each executive, ranked, with reasons; the pairs of the best set are marked, and ticked. */
export function SuggestionsPage(data: SuggestionsData) {
  const { frame, rows, pages } = data
  const words = wordsFor(frame).suggestions
  const canTick = rows.some(({ cells }) => cells.some(({ blocked }) => !blocked))
  return (
    <Frame frame={frame} title={words.title}>
      <Heading data={data} />
      {rows.length === 0 ? <Nobody data={data} /> : null}
      {rows.map((row) => (
        <ExecutiveBlock data={data} row={row} />
      ))}
      {canTick ? (
        <form method="get" action={paths.suggestionsAccepted} id={TICKED} class="post">
          <Hidden values={{ ...programmeOf(frame), only: 'ticked' }} />
          <button class="quiet" type="submit">
            {words.ticked}
          </button>
        </form>
      ) : null}
      <PageLinks frame={frame} pages={pages} />
    </Frame>
  )
}

function Heading({ data: { frame, isOfOne, isOfUnpaired, unpaired, suggested } }: Pick<RowProps, 'data'>) {
  const words = wordsFor(frame).suggestions
  return (
    <header class="heading">
      <h1>{words.title}</h1>
      <p class="soft">
        {words.about} {words.unpaired(unpaired, suggested)}
      </p>
      {isOfOne ? (
        <p>
          <a href={paths.suggestions}>{words.everybody}</a>
        </p>
      ) : (
        <nav class="views" aria-label={words.filter}>
          <a href={paths.suggestions} aria-current={isOfUnpaired ? undefined : 'true'}>
            {words.all}
          </a>
          <a href={`${paths.suggestions}?show=unpaired`} aria-current={isOfUnpaired ? 'true' : undefined}>
            {words.withoutMentor(unpaired)}
          </a>
        </nav>
      )}
      {suggested > 0 ? (
        <p class="actions">
          <a class="button primary" href={paths.suggestionsAccepted}>
            {words.acceptAll(suggested)}
          </a>
        </p>
      ) : null}
    </header>
  )
}

function Nobody({ data: { frame, isOfUnpaired } }: Pick<RowProps, 'data'>) {
  const words = wordsFor(frame).suggestions
  return isOfUnpaired ? (
    <Empty title={words.nobodyLeft} sentence={words.nobodyLeftHint} />
  ) : (
    <Empty title={words.emptyTitle} sentence={words.empty}>
      <a class="button quiet" href={paths.newPerson('mentor')}>
        {wordsFor(frame).people.addTitle}
      </a>
    </Empty>
  )
}

type RowProps = { readonly data: SuggestionsData; readonly row: SuggestionRow }

function ExecutiveBlock({ data, row: { executiveId, cells, others } }: RowProps) {
  const { frame, nameOf } = data
  const words = wordsFor(frame).suggestions
  return (
    <section class="groups">
      <h2>{nameOf(executiveId)}</h2>
      <ul class="rows dense">
        {cells.map((cell) => (
          <MentorRow data={data} cell={cell} />
        ))}
      </ul>
      {others > 0 ? (
        <p>
          <a href={`${paths.suggestions}?executive=${executiveId}`}>
            {words.others(others)}
            <span class="unseen"> {nameOf(executiveId)}</span>
          </a>
        </p>
      ) : null}
    </section>
  )
}

function MentorRow({ data, cell }: { readonly data: SuggestionsData; readonly cell: SuggestionCell }) {
  const { frame, nameOf } = data
  const { mentorId, executiveId, blocked, isSuggested } = cell
  const words = wordsFor(frame)
  const mentor = nameOf(mentorId)
  const pair = words.pairings.pairTitle(nameOf(executiveId), mentor)
  return (
    <li class={blocked ? 'row off' : 'row'}>
      <p class="row-what">
        {blocked ? null : (
          <input
            type="checkbox"
            name="pair"
            value={`${executiveId}~${mentorId}`}
            form={TICKED}
            checked={isSuggested}
            aria-label={pair}
          />
        )}{' '}
        <span class="name">{mentor}</span>
      </p>
      <p class="row-how">{isSuggested ? <strong>{words.suggestions.suggested}</strong> : null}</p>
      <p class="row-words">{cellWords(cell, frame, nameOf)}</p>
      <div class="row-do">
        {blocked ? null : (
          <a href={`${paths.pairings}?mentorId=${mentorId}&executiveId=${executiveId}&kind=${cell.kind}#add`}>
            {words.suggestions.propose}
            <span class="unseen"> {pair}</span>
          </a>
        )}
      </div>
    </li>
  )
}

function programmeOf({ nav }: PageFrame): Readonly<Record<string, string>> {
  return nav?.programme ? { programme: nav.programme.id } : {}
}
