import { confirmed, announce } from './announce.ts'
import { type Drop, moveSession, questionOf } from './feed.ts'

export type Dropped = Drop & {
  /** The session's page, which does the same by hand. */
  readonly page: string
  readonly putBack: () => void
  /** Draws what is so now. */
  readonly redraw: () => void
}

/** Only the server judges: what it refuses goes back to where it was, with the sentence, and the rest is asked about. */
export async function finishDrop(
  host: HTMLElement,
  { page, putBack, redraw, ...drop }: Dropped,
): Promise<void> {
  const { moved, failed = '', byHand: words = '' } = host.dataset
  const nothing = () => ({ refusal: failed })
  const asked = await questionOf(drop).catch(nothing)
  const isAgreed = 'question' in asked && (await confirmed(asked))
  const refused = 'refusal' in asked ? asked : isAgreed ? await moveSession(drop).catch(nothing) : null
  if (refused || !isAgreed) {
    putBack()
    return refused ? announce(refused.refusal, { href: page, words }) : announce('')
  }
  announce(moved)
  redraw()
}
