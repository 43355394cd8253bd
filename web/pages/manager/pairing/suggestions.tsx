import type { PersonId } from '../../../../worker/domain/ids.ts'
import type { Blocked, SuggestionCell, SuggestionReason } from '../../../../worker/domain/pairing/suggest.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'

type Named = { readonly id: PersonId; readonly name: string }

export type SuggestionsData = {
  readonly frame: PageFrame
  readonly mentors: readonly Named[]
  readonly executives: readonly Named[]
  readonly cells: readonly SuggestionCell[]
  readonly nameOf: (id: PersonId) => string
}

/** Mentors × executives, with a reason in every cell; the pairs of the best set are marked. */
export function SuggestionsPage(data: SuggestionsData) {
  const { frame, mentors, executives } = data
  const words = wordsFor(frame).suggestions
  return (
    <Frame frame={frame} title={words.title}>
      <header class="heading">
        <h1>{words.title}</h1>
        <p class="soft">{words.about}</p>
      </header>
      {mentors.length === 0 || executives.length === 0 ? (
        <Empty title={words.emptyTitle} sentence={words.empty} />
      ) : (
        <div class="matrix" role="region" aria-label={words.title} tabindex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.executive}</th>
                {mentors.map(({ name }) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {executives.map((executive) => (
                <tr>
                  <th scope="row">{executive.name}</th>
                  {mentors.map((mentor) => (
                    <CellOf data={data} mentor={mentor} executive={executive} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Frame>
  )
}

type CellProps = { readonly data: SuggestionsData; readonly mentor: Named; readonly executive: Named }

function CellOf({ data: { frame, cells, nameOf }, mentor, executive }: CellProps) {
  const words = wordsFor(frame).suggestions
  const cell = cells.find((each) => each.mentorId === mentor.id && each.executiveId === executive.id)
  if (!cell) return <td></td>
  if (cell.blocked) return <td class="soft">{blockedWords(cell.blocked, frame, nameOf)}</td>
  const query = `mentorId=${mentor.id}&executiveId=${executive.id}`
  return (
    <td class={cell.isSuggested ? 'suggested' : ''}>
      {cell.isSuggested ? <strong>{words.suggested}</strong> : null}
      <ul class="plain">
        {cell.reasons.map((reason) => (
          <li>{reasonWords(reason, frame)}</li>
        ))}
      </ul>
      <a href={`${paths.pairings}?${query}#add`}>
        {words.propose}
        <span class="unseen"> {wordsFor(frame).pairings.pairTitle(executive.name, mentor.name)}</span>
      </a>
    </td>
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
  }
}

function blockedWords(blocked: Blocked, frame: PageFrame, nameOf: SuggestionsData['nameOf']): string {
  const words = wordsFor(frame).suggestions.blocked
  switch (blocked.code) {
    case 'reporting-line':
      return words['reporting-line'](nameOf(blocked.superiorId), blocked.steps)
    case 'full':
      return words.full(blocked.most)
    default:
      return words[blocked.code]
  }
}
