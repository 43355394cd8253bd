import { announce, announceNotice, confirmed, hush } from './announce.ts'
import { refreshBeside } from './beside.ts'
import { type Drop, questionOf, sendDrop } from './feed.ts'

export type Dropped = Drop & {
  readonly putBack: () => void
  /** Draws the present state again. */
  readonly redraw: () => void
}

/** Only the server judges: a refused drop goes back with the sentence, any other asks for confirmation. */
export async function finishDrop(host: HTMLElement, { putBack, redraw, ...drop }: Dropped): Promise<void> {
  const { failed = '', unknown = '' } = host.dataset
  const asked = await questionOf(drop).catch(() => ({ refusal: failed }))
  if ('refusal' in asked) {
    putBack()
    return void announce(asked.refusal, pageOf(host, drop))
  }
  if (!(await confirmed(asked))) {
    putBack()
    return hush()
  }
  // Without an answer it may have been moved all the same.
  const sent = await sendDrop(drop).catch(() => null)
  if (sent && 'refusal' in sent) {
    putBack()
    return void announce(sent.refusal, pageOf(host, drop))
  }
  redraw()
  void refreshBeside(drop.id)
  return sent ? sayMoved(host, sent.pressed) : void announce(unknown)
}

function pageOf({ dataset: { byHand: words = '' } }: HTMLElement, { id }: Drop) {
  return { href: `/sessions/${id}`, words }
}

/** The page says what the press has done, who hears of it and when, and has the buttons to take it back. */
async function sayMoved({ dataset: { here = '', moved } }: HTMLElement, pressed: string): Promise<void> {
  const said = announce(moved)
  const url = new URL(here, location.href)
  url.searchParams.set('pressed', pressed)
  const answer = await fetch(url).catch(() => null)
  const page = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html')
  const notice = page.querySelector('main > .notice')
  if (notice) announceNotice(notice, said)
}
