import { HeldUntil } from '../../../parts/last-hour.tsx'
import { Reasons } from '../../../parts/reasons.tsx'
import { When } from '../../../parts/when.tsx'
import { formatMoment } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import type { OfferData, ShownTime } from './offer-data.ts'
import { OwnHour } from './own-hour.tsx'
import { Press } from './press.tsx'

type Props = { readonly data: OfferData }

/** The times that would be held, each with another in its place one press away. */
export function ChosenTimes({ data }: Props) {
  const { frame, found, said, count } = data
  const { pairings: words, steering } = wordsFor(frame)
  return (
    <section id="found">
      <h2>{found.length === 0 ? words.nothingFound : words.found}</h2>
      {said ? (
        <p class="notice refused" role="status">
          {said}
        </p>
      ) : null}
      {found.length === 0 ? (
        <Nothing data={data} />
      ) : (
        <>
          <ul class="rows">
            {found.map((time) => (
              <TimeRow time={time} data={data} />
            ))}
          </ul>
          <p class="soft">
            {found.length < count && !said ? `${steering.fewer(found.length)} ` : ''}
            <HeldUntil times={found} sentence={words.offerHeld} frame={frame} />
          </p>
        </>
      )}
    </section>
  )
}

function TimeRow({ data, time }: Props & { readonly time: ShownTime }) {
  const { frame, found } = data
  const words = wordsFor(frame).steering
  const about = formatMoment(time.start, frame)
  return (
    <li class="row">
      <p class="row-what">
        <When time={time} frame={frame} other={data.executiveZone} />
      </p>
      <OwnHour time={time} times={found} frame={frame} />
      <p class="row-words">
        {time.against === null ? (
          <Reasons reasons={time.reasons} frame={frame} />
        ) : (
          <span class={time.goes ? 'soft' : 'field-error'}>{time.against}</span>
        )}
      </p>
      <p class="row-words actions">
        <Press data={data} press={`swap:${time.start}`} label={words.swap} about={about} tone="link" />
        <Press data={data} press={`drop:${time.start}`} label={words.drop} about={about} tone="link" />
      </p>
    </li>
  )
}

function Nothing({ data: { frame, whyNone, mentorHref } }: Props) {
  const words = wordsFor(frame).pairings
  return (
    <p>
      {whyNone ? `${whyNone} ` : ''}
      {words.nothingFoundHint} <a href={mentorHref}>{words.mentorHours}</a>
    </p>
  )
}
