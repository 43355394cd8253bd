import { standardWords } from '../../../../web/letters/offer.ts'
import type { OfferData } from '../../../../web/pages/manager/offer/offer-data.ts'
import type { FieldError } from '../../../../web/parts/form.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { sentenceOf } from '../../../../web/words/refusals/sentence.ts'
import type { OfferLetter } from '../../../domain/letter/letter.ts'
import { withAllowed } from '../../../domain/letter/outward-texts.ts'
import { MAX_OFFER_WORDS_CHARACTERS } from '../../../domain/limits.ts'
import { whyNotWords } from '../../../domain/offer/words.ts'
import type { Policy } from '../../../domain/programme/programme.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import type { Situation } from '../../../domain/situation.ts'
import { type AppContext, identityOf } from '../../context.ts'
import { outwardErrors, outwardReasonIn } from '../../forms/outward.ts'
import { type OfferFields, wordsIn } from './steering.ts'

type FirstWords = {
  /** Ours, and what stands in the field now; null: it is not the first mail. */
  readonly shown: OfferData['words']
  /** Hers, as the mail would have them; null: ours. */
  readonly own: string | null
  readonly errors: readonly FieldError[]
  /** What the mail is judged by: with the words that she insists on. */
  readonly policy: Policy
}

/** What the first mail of a pairing says of itself, and what stands against it. */
export function firstWordsIn(
  c: AppContext,
  situation: Situation,
  letter: OfferLetter | null,
  fields: OfferFields,
): FirstWords {
  const { policy } = situation.programme
  const reader = identityOf(c).person
  const shown = wordsShown(situation, letter, fields)
  const own = shown && wordsIn({ words: shown.value, standard: shown.standard })
  if (own === null) return { shown, own, errors: [], policy }
  const tooLong = wordsFor(reader).rules.tooLong(MAX_OFFER_WORDS_CHARACTERS)
  if (own.length > MAX_OFFER_WORDS_CHARACTERS)
    return { shown, own: null, errors: [{ field: 'words', message: tooLong }], policy }

  const refusal = whyNotWords(situation, own)
  if (refusal?.reason === 'outward-words' && outwardReasonIn(fields) !== null) {
    const allowedWords = withAllowed(policy.allowedWords, refusal.found)
    return { shown, own, errors: [], policy: { ...policy, allowedWords } }
  }
  return { shown, own, errors: refusal ? errorsOf(refusal, reader) : [], policy }
}

function errorsOf(refusal: Refusal, reader: Parameters<typeof outwardErrors>[1]): readonly FieldError[] {
  return outwardErrors(refusal, reader) ?? [{ field: 'words', message: sentenceOf(refusal, reader) }]
}

/** Ours, and what stands in the field now: what was typed, what went with the offer before, or ours. */
function wordsShown(
  { firstContact, session }: Situation,
  letter: OfferLetter | null,
  fields: OfferFields,
): OfferData['words'] {
  const standard = letter ? standardWords(letter) : fields['standard']
  if (!firstContact || standard === undefined) return null
  return { standard, value: fields['words'] ?? session?.offer?.words ?? standard }
}
