import type { Instant } from '../../worker/domain/time/time.ts'
import { wordsFor } from '../words/pages/words.ts'
import type { PageFrame } from './page-frame.ts'
import { Saying } from './when.tsx'

type Held = { readonly until: Instant }

/** The last hour that all times have in common; null if each has its own. */
export function sharedHour(times: readonly Held[]): Instant | null {
  const [first] = times
  return first && times.every(({ until }) => until === first.until) ? first.until : null
}

type HeldProps = {
  readonly times: readonly Held[]
  readonly sentence: (moment: string) => string
  readonly frame: PageFrame
}

/** Until when the times are held: all together, or each until the hour that stands with it. */
export function HeldUntil({ times, sentence, frame }: HeldProps) {
  const shared = sharedHour(times)
  if (shared === null) return <>{wordsFor(frame).answering.heldEach}</>
  return <Saying sentence={sentence} at={shared} frame={frame} deadline />
}

type HourProps = { readonly time: Held; readonly times: readonly Held[]; readonly frame: PageFrame }

/** The last hour of one time, if others have another. */
export function LastHour({ time, times, frame }: HourProps) {
  if (sharedHour(times) !== null) return null
  return (
    <span class="soft">
      {' '}
      <Saying sentence={wordsFor(frame).answering.lastHour} at={time.until} frame={frame} deadline />
    </span>
  )
}
