import type { OfferId, PairingId, SessionId } from '../../../../worker/domain/ids.ts'
import { OPTIONS_PER_OFFER } from '../../../../worker/domain/limits.ts'
import type { TriedTime } from '../../../../worker/domain/session/session.ts'
import type { RankedOption } from '../../../../worker/domain/slot/options.ts'
import type { Instant } from '../../../../worker/domain/time/time.ts'
import { MINUTES_INPUT, Hidden, SelectField, TextField } from '../../../parts/fields.tsx'
import type { FormState } from '../../../parts/form.ts'
import { FormatChoice, type FormatChoices } from '../../../parts/format-choice.tsx'
import { Frame } from '../../../parts/frame.tsx'
import { HeldUntil, LastHour } from '../../../parts/last-hour.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { Reasons } from '../../../parts/reasons.tsx'
import { Refused } from '../../../parts/refused.tsx'
import { type ReaderClock, When } from '../../../parts/when.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'

/** The offer that would be made now; nothing is held before it is sent. */
export type OfferData = {
  readonly frame: PageFrame
  readonly pairingId: PairingId
  readonly executive: string
  readonly executiveZone: ReaderClock
  readonly asked: string
  readonly mentorHref: string
  readonly minutes: number
  /** The default length in minutes. */
  readonly proposed: number
  /** Searches again for fifteen minutes, for an executive on the go. */
  readonly quarterHref: string | null
  readonly formats: FormatChoices
  readonly count: number
  /** In order of time, each with the reasons for it. */
  readonly found: readonly (RankedOption & { readonly until: Instant })[]
  /** Times that were refused in this round: they are not searched. */
  readonly refused: readonly TriedTime[]
  /** The mail as its reader will get it; null when it is not written yet. */
  readonly mail: { readonly subject: string; readonly text: string } | null
  /** Ids of the offer and the session, as idempotency keys. */
  readonly offerId: OfferId
  readonly sessionId: SessionId
  readonly form: FormState
}

export function OfferPage(data: OfferData) {
  const { frame, executive, asked, form } = data
  const words = wordsFor(frame).pairings
  return (
    <Frame frame={frame} title={words.offerTitle(executive)} errors={form.errors} script="forms">
      <header class="heading">
        <p class="eyebrow">
          <a href={paths.pairing(data.pairingId)}>{wordsFor(frame).session.toPairing}</a>
        </p>
        <h1>{words.offerTitle(executive)}</h1>
        <p class="soft">{words.offerAsks(asked)}</p>
      </header>
      <div class="columns" id="offering" tabindex={-1}>
        <Found data={data} />
        <SearchForm data={data} />
      </div>
      <Refused times={data.refused} frame={frame} other={data.executiveZone} />
    </Frame>
  )
}

function Found({ data }: { readonly data: OfferData }) {
  const { frame, found } = data
  const words = wordsFor(frame).pairings
  return (
    <section id="found">
      <h2>{found.length === 0 ? words.nothingFound : words.found}</h2>
      {found.length === 0 ? (
        <p>
          {words.nothingFoundHint} <a href={data.mentorHref}>{words.mentorHours}</a>
        </p>
      ) : (
        <>
          <ul class="rows">
            {found.map((time) => (
              <li class="row">
                <p class="row-what">
                  <When time={time} frame={frame} other={data.executiveZone} />
                  <LastHour time={time} times={found} frame={frame} />
                </p>
                <p class="row-words">
                  <Reasons reasons={time.reasons} frame={frame} />
                </p>
              </li>
            ))}
          </ul>
          <p class="soft">
            <HeldUntil times={found} sentence={words.offerHeld} frame={frame} />
          </p>
          <SendForm data={data} />
        </>
      )}
    </section>
  )
}

function SendForm({ data }: { readonly data: OfferData }) {
  const { frame, minutes, count, mail, formats } = data
  const words = wordsFor(frame).pairings
  const ids = { id: data.offerId, sessionId: data.sessionId }
  return (
    <form method="post" action={paths.offers(data.pairingId)} class="stack">
      <Hidden
        values={{ ...ids, minutes: String(minutes), options: String(count), formatId: formats.chosen ?? '' }}
      />
      {mail ? (
        <details class="quietly">
          <summary>{words.mail}</summary>
          <p>
            <span class="soft">{words.subject}:</span> {mail.subject}
          </p>
          <pre class="mail">{mail.text}</pre>
        </details>
      ) : null}
      <p>
        <button class="primary" type="submit">
          {words.send}
        </button>
      </p>
    </form>
  )
}

const COUNTS = Array.from({ length: OPTIONS_PER_OFFER.most }, (_, index) => String(index + 1))

/** A GET form: it searches again with other numbers and changes nothing. */
function SearchForm({ data }: { readonly data: OfferData }) {
  const { frame, form, minutes, count, proposed, quarterHref, formats } = data
  const words = wordsFor(frame).pairings
  return (
    <form method="get" action={paths.offer(data.pairingId)} class="stack card" data-enhance="#offering">
      <Hidden values={{ proposed: String(proposed) }} />
      <FormatChoice frame={frame} form={form} choices={formats} />
      <TextField
        form={form}
        name="minutes"
        label={words.minutes}
        type="number"
        value={String(minutes)}
        attributes={MINUTES_INPUT}
      />
      {quarterHref ? (
        <p>
          <a href={quarterHref}>{wordsFor(frame).formats.quarter}</a>
        </p>
      ) : null}
      <SelectField
        form={form}
        name="options"
        label={words.count}
        value={String(count)}
        choices={COUNTS.map((value) => ({ value, label: value }))}
      />
      <button class="quiet" type="submit">
        {words.findAgain}
      </button>
    </form>
  )
}
