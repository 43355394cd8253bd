import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { wordsFor } from '../../words/pages/words.ts'

export type SignInSentData = { readonly frame: PageFrame; readonly email: string; readonly againAt: string }

/** The same page for a known and an unknown address, so that it reveals nothing. */
export function SignInSentPage({ frame, email, againAt }: SignInSentData) {
  const words = wordsFor(frame).entrance
  return (
    <Frame frame={frame} title={words.sentTitle} shape="sheet">
      <h1>{words.sentTitle}</h1>
      <p>{words.sent(email)}</p>
      <p class="soft">
        {words.sentNothing} <a href={againAt}>{words.again}</a>
      </p>
    </Frame>
  )
}
