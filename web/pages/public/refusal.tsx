import { MAX_SEARCH_CHARACTERS } from '../../../worker/domain/limits.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

/** What to do next: a page to open, or a form to send. */
export type WayOn =
  | { readonly kind: 'link'; readonly label: string; readonly href: string }
  | {
      readonly kind: 'post'
      readonly label: string
      readonly action: string
      readonly hidden: Readonly<Record<string, string>>
    }

export type RefusalData = {
  readonly frame: PageFrame
  readonly title: string
  readonly sentence: string
  /** What became of the form that was sent. */
  readonly note?: string | null
  /** Shown after an internal error, to find it in the log. */
  readonly requestId: string | null
  readonly actions: readonly WayOn[]
  /** The HTTP status, which stands small. */
  readonly code?: number | null
}

/** Says what it is and what can be done next; a signed-in reader keeps his navigation. */
export function RefusalPage({ frame, title, sentence, note, requestId, actions, code }: RefusalData) {
  const words = wordsFor(frame)
  const hasSearch = code === 404 && frame.nav?.isSearched === true
  return (
    <Frame frame={frame} title={title} shape={frame.nav ? 'wide' : 'sheet'} hasSearch={hasSearch}>
      <h1>{title}</h1>
      <p>{sentence}</p>
      {note ? <p>{note}</p> : null}
      {requestId ? <p class="soft">{words.entrance.requestId(requestId)}</p> : null}
      {actions.length > 0 ? <Ways actions={actions} /> : null}
      {hasSearch ? <Search frame={frame} /> : null}
      {code ? <p class="soft">{words.refusal.code(code)}</p> : null}
    </Frame>
  )
}

function Ways({ actions }: Pick<RefusalData, 'actions'>) {
  return (
    <div class="actions">
      {actions.map((each) =>
        each.kind === 'link' ? (
          <a class="button quiet" href={each.href}>
            {each.label}
          </a>
        ) : (
          <PostButton action={each.action} hidden={each.hidden} label={each.label} />
        ),
      )}
    </div>
  )
}

/** What was looked for may have another address by now. */
function Search({ frame }: { readonly frame: PageFrame }) {
  const words = wordsFor(frame).search
  return (
    <form action={paths.search} class="search-form" role="search" aria-label={words.field}>
      <label for="q">{words.field}</label>
      <div class="search-line">
        <input id="q" name="q" type="search" maxlength={MAX_SEARCH_CHARACTERS} />
        <button class="quiet" type="submit">
          {words.find}
        </button>
      </div>
    </form>
  )
}
