import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { wordsFor } from '../../words/pages/words.ts'

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
  /** Shown after an internal error, to find it in the log. */
  readonly requestId: string | null
  readonly actions: readonly WayOn[]
}

export function RefusalPage({ frame, title, sentence, requestId, actions }: RefusalData) {
  const words = wordsFor(frame).entrance
  return (
    <Frame frame={frame} title={title} shape="sheet">
      <h1>{title}</h1>
      <p>{sentence}</p>
      {requestId ? <p class="soft">{words.requestId(requestId)}</p> : null}
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
    </Frame>
  )
}
