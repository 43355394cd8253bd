import type { FieldError } from '../../../web/parts/form.ts'
import { OUTWARD_REASON } from '../../../web/parts/outward-reason.tsx'
import { wordsFor } from '../../../web/words/pages/words.ts'
import type { Listener } from '../../../web/words/refusals/sentence.ts'
import { sentenceOf } from '../../../web/words/refusals/sentence.ts'
import type { OutwardWord } from '../../domain/letter/outward-fields.ts'
import { MAX_REASON_CHARACTERS } from '../../domain/limits.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { FormFields } from './field-reader.ts'

/** Why somebody insists on a word in an outward text; null: nobody does, or nothing that can be kept. */
export function outwardReasonIn({ [OUTWARD_REASON]: typed }: FormFields): string | null {
  const reason = typed?.trim() ?? ''
  return reason === '' || reason.length > MAX_REASON_CHARACTERS ? null : reason
}

/** Each word at its field, and the field for why; null if the refusal is another. */
export function outwardErrors(
  refusal: Refusal,
  reader: Listener,
  inputs: Readonly<Partial<Record<OutwardWord['field'], string>>> = {},
): readonly FieldError[] | null {
  if (refusal.reason !== 'outward-words') return null
  const fields = new Set(refusal.found.map(({ field }) => field))
  const at = Array.from(fields, (field) => ({
    field: inputs[field] ?? field,
    message: sentenceOf(
      { ...refusal, found: refusal.found.filter((each) => each.field === field) },
      reader,
      null,
    ),
  }))
  return [...at, { field: OUTWARD_REASON, message: wordsFor(reader).outward.whyNeeded }]
}
