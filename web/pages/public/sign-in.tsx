import { AddressField } from '../../parts/address-field.tsx'
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
        <AddressField form={form} label={words.email} autocomplete="email" />
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
