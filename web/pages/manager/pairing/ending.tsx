import type { PairingId, PersonId } from '../../../../worker/domain/ids.ts'
import type { Interval } from '../../../../worker/domain/time/time.ts'
import { Hidden } from '../../../parts/fields.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'

export type PairingEndingData = {
  readonly frame: PageFrame
  readonly id: PairingId
  readonly executive: string
  readonly mentor: string
  /** Who takes over, and the id of the new pairing; null: the pairing ends, and nobody follows. */
  readonly next: { readonly id: PersonId; readonly name: string; readonly newId: PairingId } | null
  /** The date that is called off. */
  readonly date: Interval | null
  /** Whether times are on offer: they are given back. */
  readonly isAsked: boolean
}

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
        <li>{dateWords(data)}</li>
        <li>{next ? words.follows(next.name, mentor) : words.nobodyFollows}</li>
        <li>{words.links(mentor)}</li>
        <li>{words.stays}</li>
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
