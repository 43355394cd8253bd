import type { Interval } from '../../worker/domain/time/time.ts'
import { wordsFor } from '../words/pages/words.ts'
import { FreeDays } from './free-days.tsx'
import type { PageFrame } from './page-frame.ts'
import { type ReaderClock, zoneThen } from './when.tsx'

/** Free times of both in one week, to choose from. */
export type FreeChoices = {
  readonly times: readonly Interval[]
  readonly laterHref: string | null
  readonly soonerHref: string | null
}

export const NO_FREE_CHOICES: FreeChoices = { times: [], laterHref: null, soonerHref: null }

/** What the radio of a free time sends: its start in epoch milliseconds. */
export function freeValue({ start }: Pick<Interval, 'start'>): string {
  return `at-${start}`
}

/**
 * What is chosen on a page whose list is a new one: a time that is not in it any more leaves “another time” open, with what
 * was typed.
 */
export function chosenOf<Chosen extends string | null>(
  chosen: Chosen,
  { times }: FreeChoices,
): Chosen | 'own' {
  const isGone = chosen?.startsWith('at-') && !times.some((time) => freeValue(time) === chosen)
  return isGone ? 'own' : chosen
}

type Props = {
  readonly free: FreeChoices
  readonly frame: PageFrame
  readonly name: string
  readonly picked: string | null
  readonly other: ReaderClock
  /** The reader's own clock, where a trip makes it differ from the page's. */
  readonly own?: ReaderClock | undefined
}

/** Radios day by day, and the way to another week. */
export function FreeTimes({ free, frame, name, picked, other, own }: Props) {
  const words = wordsFor(frame).answering
  const [first] = free.times
  const zone = own && first ? zoneThen(own, first) : frame.zone
  return (
    <>
      {first ? <p>{words.freeTimes}</p> : <p class="soft">{words.noFreeTimes}</p>}
      <FreeDays
        times={free.times}
        frame={{ ...frame, zone }}
        other={other}
        each={(time, label) => (
          <span class="chip">
            <input
              type="radio"
              id={freeValue(time)}
              name={name}
              value={freeValue(time)}
              checked={picked === freeValue(time)}
            />
            <label for={freeValue(time)}>{label}</label>
          </span>
        )}
      />
      <p class="ways">
        {free.soonerHref ? <a href={free.soonerHref}>{words.soonerWeek}</a> : null}
        {free.laterHref ? <a href={free.laterHref}>{words.laterWeek}</a> : null}
      </p>
    </>
  )
}
