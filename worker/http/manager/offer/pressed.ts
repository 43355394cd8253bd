import type { FieldError } from '../../../../web/parts/form.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { sentenceOf } from '../../../../web/words/refusals/sentence.ts'
import { OPTIONS_PER_OFFER } from '../../../domain/limits.ts'
import { type Draft, withAnother, withoutTime, withTime } from '../../../domain/offer/draft.ts'
import { findTimes, isInsisted, whyNotOffered } from '../../../domain/offer/make.ts'
import type { Situation } from '../../../domain/situation.ts'
import { type Diary, isSoft } from '../../../domain/slot/diary.ts'
import { slotAt } from '../../../domain/slot/slot.ts'
import { daysOfWeek, type DaysWithin, type Within } from '../../../domain/slot/within.ts'
import type { Interval } from '../../../domain/time/time.ts'
import { readDay } from '../../../domain/time/typed.ts'
import { readOwnTime } from '../../answering/own-time.ts'
import { type AppContext, identityOf } from '../../context.ts'
import { typedByReader } from '../../forms/dates.ts'
import { namesIn } from '../../names.ts'
import { frameFor } from '../programme-scope.ts'
import { type OfferFields, partIn, type Press, searchText, startsIn } from './steering.ts'

/** `unready`: sent, but not as it is shown. `with-own`: opened with a time of hers beside those that are found. */
export type AnyPress = Press | { readonly kind: 'unready' | 'with-own' }

/** How long, how many and where: what the fields ask for. */
export type Asked = { readonly minutes: number; readonly count: number; readonly within: Within }

export type Pressed = {
  readonly draft: Draft
  readonly errors: readonly FieldError[]
  /** What the press came to, if not to what it says. */
  readonly said: string | null
}

/** The days of the fields, or of the week that was pressed, in the executive's calendar. */
export function readDays(
  c: AppContext,
  { executive, now }: Situation,
  fields: OfferFields,
  press: AnyPress,
): { readonly days: DaysWithin; readonly errors: readonly FieldError[] } {
  if (press.kind === 'week')
    return { days: daysOfWeek(executive.zone, now, press.week, press.part), errors: [] }
  const words = wordsFor(identityOf(c).person)
  const typed = { from: fields['from']?.trim() || null, to: fields['to']?.trim() || null }
  const read = (text: string | null) => (text === null ? null : readDay(text, typedByReader(c)))
  const [from, to] = [read(typed.from), read(typed.to)]
  const isTurned = from !== null && to !== null && to < from
  const wrong = (['from', 'to'] as const)
    .filter((name) => typed[name] !== null && read(typed[name]) === null)
    .map((field) => ({ field, message: words.answering.badDate }))
  const errors = isTurned ? [...wrong, { field: 'to', message: words.steering.turned }] : wrong
  return { days: { from, to: isTurned ? null : to, part: partIn(fields['part']) }, errors }
}

/** The times after a press; nothing is held. */
export function pressed(
  c: AppContext,
  situation: Situation,
  diary: Diary,
  { fields, press, asked }: { readonly fields: OfferFields; readonly press: AnyPress; readonly asked: Asked },
): Pressed {
  const words = wordsFor(identityOf(c).person).steering
  const found = (): Draft => ({ shown: findTimes(situation, diary, asked), aside: [] })
  const timesIn = (text: string | undefined) =>
    startsIn(text, situation.now).map((start) => slotAt(start, asked.minutes))
  const draft: Draft = { shown: timesIn(fields['times']), aside: timesIn(fields['aside']) }

  switch (press.kind) {
    case 'again':
    case 'week':
      return plain(found())
    case 'words':
    case 'send':
      return plain(fields['times'] === undefined ? found() : draft)
    case 'unready': {
      if (draft.shown.length === 0) return { ...plain(draft), said: words.nothingChosen }
      const isOther = fields['asked'] !== searchText(fields)
      return isOther ? { ...plain(found()), said: words.changed } : plain(draft)
    }
    case 'own':
      return ownTime(c, situation, diary, { fields, draft, minutes: asked.minutes })
    case 'with-own': {
      const fewer = { ...asked, count: asked.count - 1 }
      const others = fewer.count > 0 ? findTimes(situation, diary, fewer) : []
      const beside = { draft: { shown: others, aside: [] }, fields, minutes: asked.minutes }
      const own = ownTime(c, situation, diary, beside)
      return own.errors.length > 0 ? { ...own, draft: found() } : own
    }
    default: {
      const time = slotAt(press.start, asked.minutes)
      if (press.kind === 'drop') return plain(withoutTime(draft, time))
      if (press.kind === 'take') return taken(draft, time, words.tooMany)
      const swapped = withAnother(situation, diary, draft, { ...asked, time })
      return swapped ? plain(swapped) : { ...plain(draft), said: words.noOther }
    }
  }
}

function plain(draft: Draft): Pressed {
  return { draft, errors: [], said: null }
}

function taken(draft: Draft, time: Interval, tooMany: (most: number) => string): Pressed {
  const after = withTime(draft, time)
  const { most } = OPTIONS_PER_OFFER
  return after.shown.length > most ? { ...plain(draft), said: tooMany(most) } : plain(after)
}

/** A time that she types, in her own zone. What is soft she may insist on, with a reason. */
function ownTime(
  c: AppContext,
  situation: Situation,
  diary: Diary,
  {
    fields,
    draft,
    minutes,
  }: { readonly fields: OfferFields; readonly draft: Draft; readonly minutes: number },
): Pressed {
  const frame = frameFor(c, 'pairings', situation.programme.id)
  const { date = '', time: hour = '', reason = '' } = fields
  const read = readOwnTime({ date, time: hour }, identityOf(c).person, frame, situation.now)
  if (!read.ok) return { ...plain(draft), errors: read.refusal }

  const time = slotAt(read.value, minutes)
  const refusal = whyNotOffered(time, diary, situation.session?.id ?? null)
  if (!refusal || isInsisted(refusal, reason.trim() || null))
    return taken(draft, time, wordsFor(frame).steering.tooMany)
  const sentence = sentenceOf(refusal, frame, namesIn(situation))
  const isOpen = isSoft(refusal) && refusal.reason !== 'too-soon'
  const message = isOpen ? `${sentence} ${wordsFor(frame).steering.mayInsist}` : sentence
  return { ...plain(draft), errors: [{ field: 'time', message }] }
}
