import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

export type SignInAgainData = {
  readonly frame: PageFrame
  readonly email: string
  readonly back: string | null
  readonly isFormKept: boolean
}

/** Somebody who signed in some days ago is asked for a new link before what cannot be taken back. */
export function SignInAgainPage({ frame, email, back, isFormKept }: SignInAgainData) {
  const words = wordsFor(frame).entrance
  return (
    <Frame frame={frame} title={words.againTitle} shape="sheet">
      <h1>{words.againTitle}</h1>
      <p>{words.againWhy}</p>
      {isFormKept ? <p>{words.formKept}</p> : null}
      <p class="soft">{words.againTo(email)}</p>
      <div class="dock">
        <PostButton
          action={paths.signInAgain}
          label={words.send}
          hidden={back === null ? {} : { back }}
          tone="primary"
        />
      </div>
      {back === null ? null : (
        <p>
          <a href={back}>{words.againNot}</a>
        </p>
      )}
    </Frame>
  )
}
