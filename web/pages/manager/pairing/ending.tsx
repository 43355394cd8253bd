import { Hidden } from '../../../parts/fields.tsx'
import { Frame } from '../../../parts/frame.tsx'
import { formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { PairingEndingData } from './ending-data.ts'

/** What ends with a pairing, and then one button. */
export function PairingEndingPage(data: PairingEndingData) {
  const { frame, id, executive, mentor, next } = data
  const { ending: words, pairTitle } = wordsFor(frame).pairings
  const title = next ? words.handOverTitle(executive, next.name) : words.title(executive, mentor)
  return (
    <Frame frame={frame} title={title}>
      <header class="heading">
        <p class="eyebrow">
          <a href={paths.pairing(id)}>{pairTitle(executive, mentor)}</a>
        </p>
        <h1>{title}</h1>
        <p class="soft">{words.about}</p>
      </header>
      <ul class="plain stack">
        {[
          dateWords(data),
          next ? words.follows(next.name, mentor) : words.nobodyFollows,
          words.links(mentor),
          words.stays,
        ].map((sentence) => (
          <li>
            <p>{sentence}</p>
          </li>
        ))}
      </ul>
      <form method="post" action={next ? paths.handOver(id) : paths.pairingEnding(id)} class="post">
        {next ? <Hidden values={{ id: next.newId, mentorId: next.id }} /> : null}
        <button class="stop" type="submit">
          {next ? words.handOver(next.name) : words.end}
        </button>
      </form>
    </Frame>
  )
}

function dateWords({ frame, date, isAsked }: PairingEndingData): string {
  const { ending: words } = wordsFor(frame).pairings
  if (date) return words.calledOff(formatRange(date, frame))
  return isAsked ? words.givenBack : words.noDate
}
