import { Hidden } from '../../../parts/fields.tsx'
import { Frame } from '../../../parts/frame.tsx'
import { Refused } from '../../../parts/refused.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
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

function Sending({ data }: { readonly data: OfferData }) {
  const { frame, mail, found } = data
  const words = wordsFor(frame)
  if (found.length === 0) return null
  return (
    <section class="stack">
      <FirstWords data={data} />
      {mail ? (
        <details class="quietly">
          <summary>{words.pairings.mail}</summary>
          <p>
            <span class="soft">{words.pairings.subject}:</span> {mail.subject}
          </p>
          <pre class="mail">{mail.text}</pre>
        </details>
      ) : null}
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
