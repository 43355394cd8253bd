import { CheckField, Hidden } from '../../parts/fields.tsx'
import { EMPTY_FORM } from '../../parts/form.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

export type SignInConfirmData = {
  readonly frame: PageFrame
  readonly k: string
  readonly name: string
  /** Whether this device is trusted already. */
  readonly isTrusted: boolean
}

export function SignInConfirmPage({ frame, k, name, isTrusted }: SignInConfirmData) {
  const words = wordsFor(frame).entrance
  return (
    <Frame frame={frame} title={words.confirmTitle} shape="sheet">
      <h1>{words.confirmTitle}</h1>
      <p>{words.confirmAs(name)}</p>
      <form method="post" action={paths.signInConfirmation}>
        <Hidden values={{ k }} />
        <CheckField
          form={EMPTY_FORM}
          name="trusted"
          label={words.keep}
          hint={words.keepHint}
          value={isTrusted ? 'yes' : ''}
        />
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
