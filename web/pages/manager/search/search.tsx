import { MAX_SEARCH_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { PairingsFound, PeopleFound, SessionsFound } from './found.tsx'
import type { SearchData } from './search-data.ts'

/** What the words in the address name, in everything that the reader manages. */
export function SearchPage(data: SearchData) {
  const { frame, query, people, pairings, sessions } = data
  const words = wordsFor(frame).search
  const isAnything = people.length + pairings.length + sessions.length > 0
  return (
    <Frame frame={frame} title={query ? words.titleOf(query) : words.title} hasSearch>
      <header class="heading">
        <h1>{words.title}</h1>
        <SearchForm frame={frame} query={query} />
      </header>
      {query && !isAnything ? <Empty title={words.emptyTitle} sentence={words.empty} /> : null}
      <div class="blocks">
        <PeopleFound data={data} />
        <PairingsFound data={data} />
        <SessionsFound data={data} />
      </div>
    </Frame>
  )
}

function SearchForm({ frame, query }: { readonly frame: PageFrame; readonly query: string }) {
  const words = wordsFor(frame).search
  return (
    <form action={paths.search} class="search-form" role="search" aria-label={words.title}>
      <label for="q">{words.label}</label>
      <p class="hint" id="q-hint">
        {words.hint}
      </p>
      <div class="search-line">
        <input
          id="q"
          name="q"
          type="search"
          value={query}
          maxlength={MAX_SEARCH_CHARACTERS}
          aria-describedby="q-hint"
        />
        <button class="quiet" type="submit">
          {words.find}
        </button>
      </div>
      <p class="search-key soft" hidden>
        <input type="checkbox" id="search-key" /> <label for="search-key">{words.key}</label>
      </p>
    </form>
  )
}
