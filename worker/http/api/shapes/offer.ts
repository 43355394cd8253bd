import * as z from 'zod/mini'

import type { SessionId } from '../../../domain/ids.ts'
import { MAX_OFFER_WORDS_CHARACTERS, OPTIONS_PER_OFFER } from '../../../domain/limits.ts'
import { SHORT_SESSION_MINUTES } from '../../../domain/offer/answer.ts'
import { pickableOptions } from '../../../domain/offer/withdrawn.ts'
import type { Offer, Option } from '../../../domain/session/session.ts'
import { type Why, WHYS } from '../../../domain/session/why.ts'
import type { Diary } from '../../../domain/slot/diary.ts'
import { type Interval, iso } from '../../../domain/time/time.ts'
import {
  body,
  day,
  lines,
  moment,
  oneOf,
  ownId,
  minutes,
  reference,
  whole,
  whyOverridden,
  yesOrNo,
} from './values.ts'

export const offerWish = body({
  id: z.exactOptional(ownId('off')),
  pairingId: reference('pai'),
  minutes: z.exactOptional(z.nullable(minutes)),
  options: z.exactOptional(z.nullable(whole(OPTIONS_PER_OFFER))),
  /** `null`: chosen automatically. */
  formatId: z.exactOptional(z.nullable(reference('fmt'))),
  /** Starts chosen by a human; absent: the best times are searched. */
  times: z.exactOptional(
    z.array(moment).check(z.minLength(OPTIONS_PER_OFFER.least), z.maxLength(OPTIONS_PER_OFFER.most)),
  ),
  reason: whyOverridden,
  /** Where the best times are searched: a time may end exactly at `to`. */
  from: z.exactOptional(moment),
  to: z.exactOptional(moment),
  part: z.exactOptional(oneOf('morning', 'afternoon')),
  /** Your own words in the first mail of a pairing, in place of what it says of itself. */
  words: z.exactOptional(z.nullable(lines(MAX_OFFER_WORDS_CHARACTERS))),
}).check(
  z.refine(({ from, to }) => !from || !to || from < to, {
    message: 'The end comes before the start.',
    path: ['to'],
  }),
  z.refine(({ times, from, to, part }) => times === undefined || (!from && !to && !part), {
    message: 'Times that you choose are not searched: leave out from, to and part.',
    path: ['times'],
  }),
)

/** `move` changes a time that was picked before. `minutes: 15` is for an offer that allows a short session. */
export const answerWish = body({
  optionId: z.exactOptional(reference('opt')),
  minutes: z.exactOptional(z.literal(SHORT_SESSION_MINUTES, 'Only 15 is allowed here.')),
  move: z.exactOptional(yesOrNo),
  none: z.exactOptional(z.literal(true, 'true is needed.')),
  notBefore: z.exactOptional(day),
  start: z.exactOptional(moment),
  /** With `none` or `notBefore`: why the times did not suit. */
  whyNotSuited: z.exactOptional(z.nullable(oneOf(...WHYS))),
}).check(
  z.refine(
    ({ optionId, none, notBefore, start }) =>
      [optionId, none, notBefore, start].filter((each) => each !== undefined).length === 1,
    'Exactly one of optionId, none, notBefore and start is needed.',
  ),
  z.refine(({ optionId, minutes }) => minutes === undefined || optionId !== undefined, {
    message: 'Minutes go with an option.',
    path: ['minutes'],
  }),
  z.refine(({ optionId, start, whyNotSuited }) => !whyNotSuited || (optionId === undefined && !start), {
    message: 'A time that was taken needs no reason: it goes with none or notBefore.',
    path: ['whyNotSuited'],
  }),
)

export const intervalAnswer = z.strictObject({ start: z.string(), end: z.string() })
export const optionAnswer = z.strictObject({
  id: z.string(),
  start: z.string(),
  end: z.string(),
  /** It can be picked before this moment. */
  until: z.string(),
})
export const offerAnswer = z.strictObject({
  id: z.string(),
  sessionId: z.string(),
  options: z.array(optionAnswer),
  heldUntil: z.string(),
})

/** The offer with its current status, even after a newer offer. Its options are those that can be picked now. */
export const offerNowAnswer = z.strictObject({
  ...offerAnswer.shape,
  status: oneOf('open', 'answered', 'none', 'later', 'superseded', 'expired'),
  /** There once somebody said it. */
  whyNotSuited: z.exactOptional(oneOf(...WHYS)),
})

export function offerJson(
  sessionId: SessionId,
  { id, heldUntil, options }: Offer,
): z.input<typeof offerAnswer> {
  return { id, sessionId, options: optionsJson(options), heldUntil: iso(heldUntil) }
}

/** The same as it stands now. A picked time stays among its options, since another of them can still be moved to. */
export function offerNowJson(
  sessionId: SessionId,
  offer: Offer,
  { diary, whyNotSuited }: { readonly diary: Diary; readonly whyNotSuited: Why | null },
): z.input<typeof offerNowAnswer> {
  const isAnswered = offer.status === 'answered'
  const options = isAnswered
    ? offer.options.filter(({ start }) => start > diary.now)
    : pickableOptions(offer, diary)
  return {
    ...offerJson(sessionId, { ...offer, options }),
    status: offer.status,
    ...(whyNotSuited && { whyNotSuited }),
  }
}

export function optionsJson(options: readonly Option[]): z.input<typeof optionAnswer>[] {
  return options.map(({ id, until, ...time }) => ({ id, ...intervalJson(time), until: iso(until) }))
}

export function intervalJson({ start, end }: Interval): z.input<typeof intervalAnswer> {
  return { start: iso(start), end: iso(end) }
}
