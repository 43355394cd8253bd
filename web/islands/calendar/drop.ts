import { confirmed, announce } from './announce.ts'
import { type Drop, sendDrop, questionOf } from './feed.ts'

export type Dropped = Drop & {
  /** The session's page, where the same can be done with a form. */
  readonly page: string
  readonly putBack: () => void
  /** Draws the present state again. */
  readonly redraw: () => void
}

/** Only the server judges: a refused drop goes back with the sentence, any other asks for confirmation. */
export async function finishDrop(
  host: HTMLElement,
  { page, putBack, redraw, ...drop }: Dropped,
): Promise<void> {
  const { moved, failed = '', byHand: words = '' } = host.dataset
  const nothing = () => ({ refusal: failed })
  const asked = await questionOf(drop).catch(nothing)
  const isAgreed = 'question' in asked && (await confirmed(asked))
  const refused = 'refusal' in asked ? asked : isAgreed ? await sendDrop(drop).catch(nothing) : null
  if (refused || !isAgreed) {
    putBack()
    return refused ? announce(refused.refusal, { href: page, words }) : announce('')
  }
  announce(moved)
  redraw()
}
