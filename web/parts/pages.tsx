import { wordsFor } from '../words/pages/words.ts'
import type { PageFrame } from './page-frame.ts'

/** Which lines of a long list are shown, counted from 1, and links to those before and after. */
export type Pages = {
  readonly from: number
  readonly to: number
  readonly all: number
  readonly previous: string | null
  readonly next: string | null
}

/** Null: all lines are shown. */
export function PageLinks({ frame, pages }: { readonly frame: PageFrame; readonly pages: Pages | null }) {
  if (!pages) return null
  const words = wordsFor(frame).frame.pages
  const { from, to, all, previous, next } = pages
  return (
    <nav class="views" aria-label={words.label}>
      <span class="soft">{words.shown(from, to, all)}</span>
      {previous ? (
        <a href={previous} rel="prev">
          {words.previous}
        </a>
      ) : null}
      {next ? (
        <a href={next} rel="next">
          {words.next}
        </a>
      ) : null}
    </nav>
  )
}
