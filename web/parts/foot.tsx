import { paths } from '../pages/paths.ts'
import { wordsFor } from '../words/pages/words.ts'
import type { Nav, PageFrame } from './page-frame.ts'

/** On a phone the letterhead has no room for the reader's name: it stands at the end, with her sign-ins. */
export function Foot({ frame, nav }: { readonly frame: PageFrame; readonly nav: Nav }) {
  const { menuOfReader } = wordsFor(frame).frame
  return (
    <footer class="foot">
      <nav aria-label={menuOfReader}>
        {nav.own === null ? null : <a href={nav.own}>{nav.name}</a>}
        {nav.items.length > 0 ? <a href={paths.mineRecord}>{wordsFor(frame).record.title}</a> : null}
        <a href={paths.signIns}>{wordsFor(frame).entrance.signInsTitle}</a>
      </nav>
    </footer>
  )
}
