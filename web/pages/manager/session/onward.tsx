import { formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { HAND_OVER, paths } from '../../paths.ts'
import type { SessionData } from './session-data.ts'

type Props = { readonly data: SessionData }

/** Where it goes on from a session that is over or cancelled: the next one, times for one, or why there is none. */
export function GoOn({ data }: Props) {
  const { frame, onward, pairingId } = data
  const words = wordsFor(frame)
  const { next, pairing, isBarred } = onward
  if (next)
    return (
      <p>
        <a href={paths.session(next.id)}>{words.session.nextOne}</a>
        {' · '}
        {next.time ? formatRange(next.time, frame) : words.states.session.offered}
      </p>
    )
  if (pairing !== 'active' && pairing !== 'proposed')
    return <p class="soft">{words.session.pairingIs(words.states.pairing[pairing])}</p>
  if (isBarred) return <Barred data={data} />
  return (
    <section class="stack">
      <p class="soft">{words.session.noNextOne}</p>
      <p>
        <a class="button primary" href={paths.offer(pairingId)}>
          {words.session.offerAgain}
        </a>
      </p>
    </section>
  )
}

/** One of the two now reports to the other: nothing can be offered, and the pairing is to be decided. */
export function Barred({ data: { frame, pairingId } }: Props) {
  const words = wordsFor(frame)
  return (
    <section class="stack">
      <p class="soft">{words.today.kinds['reporting-line']}.</p>
      <p>
        <a class="button primary" href={`${paths.pairing(pairingId)}#${HAND_OVER}`}>
          {words.today.actions['reporting-line']}
        </a>
      </p>
    </section>
  )
}
