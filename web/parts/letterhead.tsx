import { MAX_SEARCH_CHARACTERS } from '../../worker/domain/limits.ts'
import { paths } from '../pages/paths.ts'
import { wordsFor } from '../words/pages/words.ts'
import type { Nav, PageFrame } from './page-frame.ts'
import { within } from './within.ts'

type LetterheadProps = {
  readonly frame: PageFrame
  readonly name: string | null
  /** The page itself has a field to search with. */
  readonly hasSearch: boolean
}

/** The programme's name and the navigation. `name` is the heading of a page opened from a mail. */
export function Letterhead({ frame, name, hasSearch }: LetterheadProps) {
  const { nav } = frame
  if (!nav)
    return (
      <header class="letterhead alone">
        <p class="wordmark">{name ?? 'Sotto'}</p>
      </header>
    )
  return (
    <header class="letterhead">
      <a class="wordmark" href={within(frame, paths[nav.items[0] ?? 'today'])}>
        Sotto
      </a>
      <Items frame={frame} nav={nav} />
      {nav.isSearched && !hasSearch ? <SearchField frame={frame} nav={nav} /> : null}
      <Reader frame={frame} nav={nav} />
    </header>
  )
}

function Items({ frame, nav }: { readonly frame: PageFrame; readonly nav: Nav }) {
  const words = wordsFor(frame).frame
  return (
    <nav aria-label={words.menu}>
      <ul>
        {nav.items.map((item) => (
          <li>
            <a href={within(frame, paths[item])} aria-current={item === nav.current ? 'page' : undefined}>
              {words.nav[item]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Works without script; with it the key `/` leads here. */
function SearchField({ frame, nav }: { readonly frame: PageFrame; readonly nav: Nav }) {
  const words = wordsFor(frame).search
  return (
    <form action={paths.search} class="search" role="search">
      <input
        type="search"
        name="q"
        aria-label={words.field}
        placeholder={words.short}
        maxlength={MAX_SEARCH_CHARACTERS}
        aria-keyshortcuts="/"
      />
      {nav.programme?.several ? <input type="hidden" name="programme" value={nav.programme.id} /> : null}
    </form>
  )
}

function Reader({ frame, nav }: { readonly frame: PageFrame; readonly nav: Nav }) {
  const words = wordsFor(frame).frame
  return (
    <div class="reader">
      <p>
        <a class={nav.programme ? 'reader-name' : undefined} href={nav.own ?? paths.signIns}>
          {nav.name}
        </a>
        {nav.programme ? (
          <a class="reader-programme" href={paths.programme(nav.programme.id)}>
            {nav.programme.name}
          </a>
        ) : null}
        {nav.programme?.several ? <a href={within(frame, paths.programmes)}>{words.change}</a> : null}
      </p>
      <form method="post" action={paths.signOut}>
        <button class="link" type="submit">
          {words.signOut}
        </button>
      </form>
    </div>
  )
}
