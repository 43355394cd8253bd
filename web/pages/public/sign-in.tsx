import { AddressField } from '../../parts/address-field.tsx'
import { Hidden } from '../../parts/fields.tsx'
import type { FormState } from '../../parts/form.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

/** Why this browser is signed out. */
export type WhySignedOut =
  | 'half-day'
  | 'thirty-days'
  | 'idle'
  | 'signed-out'
  | 'membership'
  | 'relation'
  | 'address'

export type SignInData = {
  readonly frame: PageFrame
  readonly form: FormState
  readonly ended: WhySignedOut | null
  /** The page to which the link leads, and whether a form that was sent is kept for it. */
  readonly back: string | null
  readonly isFormKept: boolean
  /** Whether nobody is here yet, and a secret lets somebody begin. */
  readonly canClaim: boolean
  /** Whether Cloudflare Access stands in front, and did not say who this is. */
  readonly isUnknownToAccess: boolean
}

export function SignInPage({
  frame,
  form,
  ended,
  back,
  isFormKept,
  canClaim,
  isUnknownToAccess,
}: SignInData) {
  const { entrance: words, claim } = wordsFor(frame)
  return (
    <Frame frame={frame} title={words.title} shape="sheet" script="wayBack" errors={form.errors}>
      <h1>{words.title}</h1>
      {ended ? <p>{words.ended[ended]}</p> : null}
      {isUnknownToAccess ? <p>{words.unknownToAccess}</p> : null}
      {canClaim ? (
        <p>
          {claim.waits} <a href={paths.claim}>{claim.toClaim}</a>
        </p>
      ) : null}
      {isFormKept ? <p>{words.formKept}</p> : null}
      <form method="post" action={paths.signIn} class="stack">
        <Hidden values={back === null ? {} : { back }} />
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
