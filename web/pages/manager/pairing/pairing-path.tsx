import { AIMS } from '../../../../worker/domain/path/aim.ts'
import { SelectField } from '../../../parts/fields.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { PairingData } from './pairing-data.ts'

/** What the two work towards. */
export function PairingPath({ data: { frame, form, id, aim, status } }: { readonly data: PairingData }) {
  const words = wordsFor(frame).path
  const choices = AIMS.map((value) => ({ value, label: words.aims[value] }))
  return (
    <section id="path">
      <h2>{words.title}</h2>
      {status === 'ended' ? (
        <p class="soft">
          {words.aim}: {aim ? words.aims[aim] : words.noAim}
        </p>
      ) : (
        <form method="post" action={paths.pairing(id)} class="stack">
          <SelectField
            form={form}
            name="aim"
            label={words.aim}
            hint={words.aimHint}
            value={aim ?? ''}
            choices={[{ value: '', label: words.noAim }, ...choices]}
          />
          <p>
            <button class="quiet" type="submit">
              {words.save}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}
