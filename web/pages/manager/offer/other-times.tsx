import { FreeDays } from '../../../parts/free-days.tsx'
import { ReasonField, TimeFields } from '../../../parts/time-fields.tsx'
import { zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import type { OfferData } from './offer-data.ts'
import { Press } from './press.tsx'

/** A free time of both from a list, or one that she types. */
export function OtherTimes({ data }: { readonly data: OfferData }) {
  const { frame, form, free } = data
  const words = wordsFor(frame)
  const isOpen = ['date', 'time', 'reason'].some(
    (name) => name in form.values || form.errors.some(({ field }) => field === name),
  )
  return (
    <section class="disclosures">
      <details class="disclosure" id="free-times" open={data.found.length === 0 && free.length > 0}>
        <summary>{words.steering.free}</summary>
        <p class="hint">{free.length > 0 ? words.steering.freeHint : words.steering.noFree}</p>
        <FreeDays
          times={free}
          frame={frame}
          other={data.executiveZone}
          each={({ start }, label, about) => (
            <Press data={data} press={`take:${start}`} label={label} about={about} />
          )}
        />
      </details>
      <details class="disclosure" id="own-time" open={isOpen}>
        <summary>{words.steering.own}</summary>
        <div class="stack">
          <p class="hint">{words.frame.zoneOf(zoneLabel(frame.zone, frame.locale, frame.now))}</p>
          <div class="pair">
            <TimeFields form={form} day={words.answering.date} hour={words.answering.time} optional />
          </div>
          <ReasonField frame={frame} form={form} hint={words.steering.reasonHint} />
          <p>
            <Press data={data} press="own" label={words.steering.takeOwn} to="own-time" />
          </p>
        </div>
      </details>
    </section>
  )
}
