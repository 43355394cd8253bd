import { Frame } from '../../parts/frame.tsx'
import { MailLink } from '../../parts/mailto.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

export type GuideData = {
  readonly frame: PageFrame
  /** Who runs his programmes. */
  readonly managers: readonly { readonly name: string; readonly email: string }[]
  readonly isRead: boolean
}

/** What a new mentor should know: he lands here once, and finds it again from his sessions. */
export function GuidePage({ frame, managers, isRead }: GuideData) {
  const words = wordsFor(frame).guide
  return (
    <Frame frame={frame} title={words.tab} shape="sheet">
      <header class="opening">
        <h1>{words.title}</h1>
        <p class="soft">{words.lead}</p>
      </header>
      {words.sections.map(({ title, lines }) => (
        <section>
          <h2>{title}</h2>
          <ul class="told">
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>{words.whom}</h2>
        <p>{managers.length > 0 ? words.askAnything : words.askNobody}</p>
        {managers.length > 0 ? (
          <ul class="told">
            {managers.map(({ name, email }) => (
              <li>
                {name}, <MailLink address={email} />
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      {isRead ? (
        <p class="soft">
          {words.isRead} <a href={paths.mine}>{words.toSessions}</a>
        </p>
      ) : (
        <PostButton action={paths.guide} label={words.haveRead} tone="primary" />
      )}
    </Frame>
  )
}
