import type { PersonId } from '../../../../worker/domain/ids.ts'
import type {
  Blocked,
  SuggestionCell,
  SuggestionReason,
  SuggestionRow,
} from '../../../../worker/domain/pairing/suggest.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PageLinks, type Pages } from '../../../parts/pages.tsx'
import { formatDay } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'

export type SuggestionsData = {
  readonly frame: PageFrame
  readonly rows: readonly SuggestionRow[]
  readonly pages: Pages | null
  /** All mentors of one executive, instead of the best of several. */
  readonly isOfOne: boolean
  readonly nameOf: (id: PersonId) => string
}

/** The best mentors of each executive, with reasons; the pairs of the best set are marked. */
export function SuggestionsPage(data: SuggestionsData) {
  const { frame, rows, pages, isOfOne } = data
  const words = wordsFor(frame).suggestions
  return (
    <Frame frame={frame} title={words.title}>
      <header class="heading">
        <h1>{words.title}</h1>
        <p class="soft">{words.about}</p>
        {isOfOne ? (
          <p>
            <a href={paths.suggestions}>{words.everybody}</a>
          </p>
        ) : null}
      </header>
      {rows.length === 0 ? (
        <Empty title={words.emptyTitle} sentence={words.empty}>
          <a class="button quiet" href={paths.newPerson('mentor')}>
            {wordsFor(frame).people.addTitle}
          </a>
        </Empty>
      ) : null}
      {rows.map((row) => (
        <ExecutiveBlock data={data} row={row} />
      ))}
      <PageLinks frame={frame} pages={pages} />
    </Frame>
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
  const { mentorId, executiveId, blocked, reasons, isSuggested } = cell
  const words = wordsFor(frame)
  const mentor = nameOf(mentorId)
  return (
    <li class={blocked ? 'row off' : 'row'}>
      <p class="row-what">
        <span class="name">{mentor}</span>
      </p>
      <p class="row-how">{isSuggested ? <strong>{words.suggestions.suggested}</strong> : null}</p>
      <p class="row-words">
        {blocked
          ? blockedWords(blocked, frame, nameOf)
          : reasons.map((reason) => reasonWords(reason, frame)).join(' · ')}
      </p>
      {blocked ? null : (
        <div class="row-do">
          <a href={`${paths.pairings}?mentorId=${mentorId}&executiveId=${executiveId}&kind=${cell.kind}#add`}>
            {words.suggestions.propose}
            <span class="unseen"> {words.pairings.pairTitle(nameOf(executiveId), mentor)}</span>
          </a>
        </div>
      )}
    </li>
  )
}

function reasonWords(reason: SuggestionReason, frame: PageFrame): string {
  const words = wordsFor(frame)
  const { reasons } = words.suggestions
  switch (reason.code) {
    case 'topics':
      return reasons.topics(reason.topics.join(', '))
    case 'language':
      return reasons.language(words.people.locales[reason.locale])
    case 'shared-hours':
      return reasons['shared-hours'](reason.hours)
    case 'room':
      return reasons.room(reason.pairings, reason.most)
    case 'below':
      return reasons.below(reason.steps)
    case 'leaves':
      return reasons.leaves(formatDay(reason.on, frame))
  }
}

function blockedWords(blocked: Blocked, frame: PageFrame, nameOf: SuggestionsData['nameOf']): string {
  const words = wordsFor(frame).suggestions.blocked
  switch (blocked.code) {
    case 'reporting-line':
      return words['reporting-line'](nameOf(blocked.superiorId), blocked.steps)
    case 'full':
      return words.full(blocked.most)
    case 'leaves':
      return words.leaves(formatDay(blocked.on, frame))
    default:
      return words[blocked.code]
  }
}
