import type { Child } from 'hono/jsx'

import type { PageFrame } from '../../parts/page-frame.ts'
import { wordsFor } from '../../words/pages/words.ts'

/** How many of the latest stand open; the others are one press away. */
const OPEN = 8

export function LongList({ frame, lines }: { readonly frame: PageFrame; readonly lines: readonly Child[] }) {
  const rest = lines.slice(OPEN)
  return (
    <>
      {lines.length > 0 ? <ul class="told">{lines.slice(0, OPEN)}</ul> : null}
      {rest.length > 0 ? (
        <details class="quietly">
          <summary>{wordsFor(frame).record.olderOnes(rest.length)}</summary>
          <ul class="told">{rest}</ul>
        </details>
      ) : null}
    </>
  )
}
