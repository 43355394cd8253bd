import type { Instant } from '../../../../worker/domain/time/time.ts'
import { HeldUntil, sharedHour } from '../../../parts/last-hour.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { wordsFor } from '../../../words/pages/words.ts'

type Held = { readonly until: Instant }
type Props = { readonly time: Held; readonly times: readonly Held[]; readonly frame: PageFrame }

/** A line of its own in the row of a time: until when it is held, if others are held until another hour. */
export function OwnHour({ time, times, frame }: Props) {
  if (sharedHour(times) !== null) return null
  return (
    <p class="row-words soft">
      <HeldUntil times={[time]} sentence={wordsFor(frame).session.heldUntil} frame={frame} />
    </p>
  )
}
