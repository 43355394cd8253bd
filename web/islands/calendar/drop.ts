import { announce, announceNotice, confirmed } from './announce.ts'
import { type Drop, questionOf, sendDrop } from './feed.ts'

export type Dropped = Drop & {
  readonly putBack: () => void
  /** Draws the present state again. */
  readonly redraw: () => void
}

/** Only the server judges: a refused drop goes back with the sentence, any other asks for confirmation. */
export async function finishDrop(host: HTMLElement, { putBack, redraw, ...drop }: Dropped): Promise<void> {
  const { failed = '', byHand: words = '' } = host.dataset
  const nothing = () => ({ refusal: failed })
  const asked = await questionOf(drop).catch(nothing)
  const isAgreed = 'question' in asked && (await confirmed(asked))
  const sent = 'refusal' in asked ? asked : isAgreed ? await sendDrop(drop).catch(nothing) : null
  if (sent && 'pressed' in sent) {
    redraw()
    return sayMoved(host, sent.pressed)
  }
  putBack()
  announce(sent?.refusal, sent ? { href: `/sessions/${drop.id}`, words } : undefined)
}

/** The page says what the press has done, who hears of it and when, and has the buttons to take it back. */
async function sayMoved({ dataset: { here = '', moved } }: HTMLElement, pressed: string): Promise<void> {
  announce(moved)
  const url = new URL(here, location.href)
  url.searchParams.set('pressed', pressed)
  const answer = await fetch(url).catch(() => null)
  const page = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html')
  const notice = page.querySelector('main > .notice')
  if (notice) announceNotice(notice)
}
