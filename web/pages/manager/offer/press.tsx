import type { Child } from 'hono/jsx'

import { paths } from '../../paths.ts'
import type { OfferData } from './offer-data.ts'

type PressProps = {
  readonly data: Pick<OfferData, 'pairingId'>
  /** What `do` says: `again`, `own`, `swap:1805097600000`, `week:2:early`. */
  readonly press: string
  readonly label: Child
  readonly tone?: 'quiet' | 'link'
  /** For screen readers: what the button is about. */
  readonly about?: string
  /** Where the page opens after it. */
  readonly to?: string
  /** Neither seen nor reached by the keyboard: only Enter in a field presses it. */
  readonly unseen?: boolean
}

/** A button of the offer's form that shows the page anew and sends nothing. */
export function Press({ data, press, label, tone = 'quiet', about, to = 'found', unseen }: PressProps) {
  return (
    <button
      class={unseen ? 'unseen' : tone}
      type="submit"
      name="do"
      value={press}
      formaction={`${paths.offers(data.pairingId)}#${to}`}
      formnovalidate
      {...(unseen && { tabindex: -1, 'aria-hidden': 'true' })}
    >
      {label}
      {about ? <span class="unseen"> {about}</span> : null}
    </button>
  )
}
