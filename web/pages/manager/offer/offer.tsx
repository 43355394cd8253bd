import { Hidden } from '../../../parts/fields.tsx'
import { Frame } from '../../../parts/frame.tsx'
import { Refused } from '../../../parts/refused.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths, SEEN } from '../../paths.ts'
import { headingOf, SeenParts } from '../letter/seen-letter.tsx'
import { ChosenTimes } from './chosen-times.tsx'
import { FirstWords } from './first-words.tsx'
import type { OfferData } from './offer-data.ts'
import { OtherTimes } from './other-times.tsx'
import { Press } from './press.tsx'
import { SearchFields } from './search-fields.tsx'

/** One form, so that nothing typed is lost: every press but the last shows the page anew. */
export function OfferPage(data: OfferData) {
  const { frame, executive, asked, form } = data
  const words = wordsFor(frame).pairings
  return (
    <Frame frame={frame} title={words.offerTitle(executive)} errors={form.errors}>
      <header class="heading">
        <p class="eyebrow">
          <a href={paths.pairing(data.pairingId)}>{wordsFor(frame).session.toPairing}</a>
        </p>
        <h1>{words.offerTitle(executive)}</h1>
        <p class="soft">{words.offerAsks(asked)}</p>
      </header>
      <form method="post" action={paths.offers(data.pairingId)} class="columns" id="offering">
        <div class="stack">
          <Hidden values={data.hidden} />
          {/* The first button is the one that Enter presses in a field: it must not send. */}
          <Press data={data} press="enter" label={words.findAgain} unseen />
          <ChosenTimes data={data} />
          <Sending data={data} />
          <OtherTimes data={data} />
        </div>
        <SearchFields data={data} />
      </form>
      <Refused times={data.refused} frame={frame} other={data.executiveZone} />
    </Frame>
  )
}

/** The look that every mail and event has, before any of it is sent. */
function AsTheySeeIt({ data }: { readonly data: OfferData }) {
  const { frame, seen, isLookedAt } = data
  const words = wordsFor(frame).outward
  if (seen.length === 0) return null
  return (
    <details class="quietly" id={SEEN} open={isLookedAt}>
      <summary>{words.beforeTitle}</summary>
      <p class="soft">{words.before}</p>
      <div class="disclosures">
        {seen.map((each, nth) => (
          <details class="disclosure" open={nth === 0}>
            <summary>{headingOf(each, frame)}</summary>
            <div class="stack">
              <SeenParts seen={each} frame={frame}>
                <Press data={data} press={`source:${nth}`} label={words.source} tone="link" to={SEEN} />
              </SeenParts>
            </div>
          </details>
        ))}
      </div>
    </details>
  )
}

function Sending({ data }: { readonly data: OfferData }) {
  const { frame, found } = data
  const words = wordsFor(frame)
  if (found.length === 0) return null
  return (
    <section class="stack">
      <FirstWords data={data} />
      <AsTheySeeIt data={data} />
      {found.every(({ goes }) => goes) ? (
        <p>
          <button class="primary" type="submit">
            {words.pairings.send}
          </button>
        </p>
      ) : (
        <p class="soft">{words.steering.notAsShown}</p>
      )}
    </section>
  )
}
