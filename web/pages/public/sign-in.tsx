import { MAX_ADDRESS_CHARACTERS } from '../../../worker/domain/limits.ts'
import { TextField } from '../../parts/fields.tsx'
import type { FormState } from '../../parts/form.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

export type SignInData = { readonly frame: PageFrame; readonly form: FormState }

export function SignInPage({ frame, form }: SignInData) {
  const words = wordsFor(frame).entrance
  return (
    <Frame frame={frame} title={words.title} shape="sheet" errors={form.errors}>
      <h1>{words.title}</h1>
      <form method="post" action={paths.signIn} class="stack">
        <TextField
          form={form}
          name="email"
          label={words.email}
          type="email"
          attributes={{
            autocomplete: 'email',
            required: true,
            maxlength: MAX_ADDRESS_CHARACTERS,
            spellcheck: 'false',
          }}
        />
        <p class="soft">{words.about}</p>
        <div class="dock">
          <button class="primary" type="submit">
            {words.send}
          </button>
        </div>
      </form>
    </Frame>
  )
}
