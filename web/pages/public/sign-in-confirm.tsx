import { Hidden } from '../../parts/fields.tsx'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

export type SignInConfirmData = { readonly frame: PageFrame; readonly k: string; readonly name: string }

export function SignInConfirmPage({ frame, k, name }: SignInConfirmData) {
  const words = wordsFor(frame).entrance
  return (
    <Frame frame={frame} title={words.confirmTitle} shape="sheet">
      <h1>{words.confirmTitle}</h1>
      <p>{words.confirmAs(name)}</p>
      <form method="post" action={paths.signInConfirmation}>
        <Hidden values={{ k }} />
        <div class="dock">
          <button class="primary" type="submit">
            {words.confirm}
          </button>
        </div>
      </form>
      <p class="soft">{words.confirmWhy}</p>
    </Frame>
  )
}
