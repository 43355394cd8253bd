import type { FieldError } from '../../../web/parts/form.ts'
import type { PageFrame } from '../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { MAX_DAYS_LATER } from '../../domain/limits.ts'
import { type AnswerWish, SHORT_SESSION_MINUTES } from '../../domain/offer/answer.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { addDays, startOfDay } from '../../domain/time/days.ts'
import { readDay } from '../../domain/time/typed.ts'
import { typedBy } from '../forms/dates.ts'
import type { Opened } from './link.ts'
import { freeStart, readOwnTime } from './own-time.ts'

/**
 * An answer to the offer. Or `again`: new times after it expired; `anew`: new times for a fixed session; `keep`: its time
 * after all.
 */
export type Chosen =
  | AnswerWish
  | { readonly kind: 'again' }
  | { readonly kind: 'anew' }
  | { readonly kind: 'keep' }

type Fields = Readonly<Record<string, string | undefined>>

/** Reads the form in the reader's zone. A missing value gives an error at its field. */
export function readChoice(
  fields: Fields,
  { situation, link, reader }: Opened,
  frame: PageFrame,
): Result<Chosen, readonly FieldError[]> {
  const words = wordsFor(frame).answering
  const offerId = link.offerId ?? situation.session.offer?.id
  const choice = fields['choice'] ?? ''
  if (choice === 'again' || choice === 'anew' || choice === 'keep') return accept({ kind: choice })
  if (!offerId) return refuse([{ field: 'choice', message: words.chooseOne }])

  switch (choice) {
    case '':
      return refuse([{ field: 'choice', message: words.chooseOne }])
    case 'none':
      return accept({ offerId, kind: 'none' })
    case 'later': {
      const by = typedBy({ ...frame, zone: reader.zone, now: situation.now })
      const day = readDay(fields['after'] ?? '', by)
      if (day === null) return refuse([{ field: 'after', message: words.badDate }])
      if (day <= by.today) return refuse([{ field: 'after', message: words.dayNotAhead }])
      if (day > addDays(by.today, MAX_DAYS_LATER))
        return refuse([{ field: 'after', message: words.dayTooFar }])
      return accept({ offerId, kind: 'later', notBefore: startOfDay(reader.zone, day) })
    }
    case 'own': {
      const start = readOwnTime(fields, reader, frame, situation.now)
      return start.ok ? accept({ offerId, kind: 'own', start: start.value }) : start
    }
    default: {
      const free = freeStart(choice, situation.now)
      if (free !== null) return accept({ offerId, kind: 'own', start: free, move: fields['move'] === 'yes' })
      return accept({
        offerId,
        kind: 'option',
        optionId: `opt_${choice.slice('opt_'.length)}`,
        move: fields['move'] === 'yes',
        quarter: fields['minutes'] === String(SHORT_SESSION_MINUTES),
      })
    }
  }
}
