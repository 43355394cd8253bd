import { formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { SessionData } from './session-data.ts'

/** Where it goes on from a session that is over or cancelled: the next one, or times for one, and the pairing. */
export function GoOn({ data }: { readonly data: SessionData }) {
  const { frame, onward, pairingId } = data
  const words = wordsFor(frame)
  const { next, pairing, isBarred } = onward
  const isAlive = pairing === 'active' || pairing === 'proposed'
  return (
    <section class="stack">
      {next ? (
        <p>
          <a href={paths.session(next.id)}>{words.session.nextOne}</a>
          {' · '}
          {next.time ? formatRange(next.time, frame) : words.states.session.offered}
        </p>
      ) : (
        <p class="soft">
          {isAlive ? words.session.noNextOne : words.session.pairingIs(words.states.pairing[pairing])}
        </p>
      )}
      <p class="actions">
        {!next && isAlive && !isBarred ? (
          <a class="button primary" href={paths.offer(pairingId)}>
            {words.session.offerAgain}
          </a>
        ) : null}
        <a class="button quiet" href={paths.pairing(pairingId)}>
          {words.session.toPairing}
        </a>
      </p>
    </section>
  )
}
