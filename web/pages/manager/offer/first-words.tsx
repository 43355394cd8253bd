import { MAX_OFFER_WORDS_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { Hidden, TextArea } from '../../../parts/fields.tsx'
import { OutwardReason } from '../../../parts/outward-reason.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import type { OfferData } from './offer-data.ts'
import { Press } from './press.tsx'

/** What the first mail of a pairing says of itself, to be written in her own words. */
export function FirstWords({ data }: { readonly data: OfferData }) {
  const { frame, form, words, asked } = data
  const { steering } = wordsFor(frame)
  if (!words) return null
  const isOpen = form.errors.some(({ field }) => field === 'words') || words.value !== words.standard
  return (
    <details class="quietly" id="first-words" open={isOpen}>
      <summary>{steering.writeFirst}</summary>
      <Hidden values={{ standard: words.standard }} />
      <TextArea
        form={form}
        name="words"
        label={steering.words(asked)}
        hint={steering.wordsHint}
        value={words.value}
        attributes={{ maxlength: MAX_OFFER_WORDS_CHARACTERS, rows: 6 }}
      />
      <OutwardReason frame={frame} form={form} />
      <p>
        <Press data={data} press="words" label={steering.look} to="first-words" />
      </p>
    </details>
  )
}
