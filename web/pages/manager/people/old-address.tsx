import { Hidden, SelectField } from '../../../parts/fields.tsx'
import type { FormState } from '../../../parts/form.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { wordsFor } from '../../../words/pages/words.ts'

type Props = {
  readonly frame: PageFrame
  readonly form: FormState
  readonly address: string
  /** Where it got no mail, it is hardly still in use. */
  readonly isStopped: boolean
}

/** What becomes of the address of now when another one is written over it. */
export function OldAddress({ frame, form, address, isStopped }: Props) {
  const words = wordsFor(frame).people
  const { yes, no } = words.oldAddressChoices
  return (
    <>
      <Hidden values={{ addressBefore: address }} />
      <SelectField
        form={form}
        name="oldAddress"
        label={words.oldAddress(address)}
        hint={words.oldAddressHint}
        value={isStopped ? 'no' : 'yes'}
        choices={[
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ]}
      />
    </>
  )
}
