import { Hidden, SelectField, TextField } from '../../../parts/fields.tsx'
import { MinutesField } from '../../../parts/minutes-field.tsx'
import { PlaceFields } from '../../../parts/place-fields.tsx'
import { ReasonField } from '../../../parts/time-fields.tsx'
import { zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { BOOK, paths } from '../../paths.ts'
import type { PairingData } from './pairing-data.ts'

type Props = { readonly data: PairingData }

/** An end has a page of its own. */
const STATUSES = ['proposed', 'active', 'paused'] as const

/** A booking without an offer, for a time that was agreed on elsewhere. */
export function BookForm({ data }: Props) {
  const { frame, form, booking, id } = data
  const words = wordsFor(frame)
  return (
    <section class="card" id={BOOK} data-here tabindex={-1}>
      <h2>{words.pairings.book}</h2>
      <p class="hint">
        {words.pairings.bookHint} {words.frame.zoneOf(zoneLabel(frame.zone, frame.locale, frame.now))}
      </p>
      <form method="post" action={paths.booking(id)} class="stack">
        <Hidden values={{ id: booking.newId }} />
        <div class="pair">
          <TextField
            form={form}
            name="date"
            label={words.answering.date}
            type="date"
            value={booking.date}
            attributes={{ required: true }}
          />
          <TextField
            form={form}
            name="time"
            label={words.answering.time}
            type="time"
            value={booking.time}
            attributes={{ required: true, step: 300 }}
          />
          <MinutesField form={form} label={words.pairings.minutes} value={String(booking.minutes)} />
        </div>
        {booking.needsReason ? (
          <ReasonField frame={frame} form={form} hint={words.pairings.reasonHint} />
        ) : null}
        <button class="quiet" type="submit">
          {words.pairings.bookDo}
        </button>
      </form>
    </section>
  )
}

export function PairingDetails({ data }: Props) {
  const { frame, form, id, status, place } = data
  const words = wordsFor(frame)
  const isTouched = 'status' in form.values
  return (
    <details class="disclosure" id="details" data-here tabindex={-1} open={isTouched}>
      <summary>{words.pairings.details}</summary>
      <form method="post" action={paths.pairing(id)} class="stack" data-enhance="#content">
        <SelectField
          form={form}
          name="status"
          label={words.pairings.status}
          value={status}
          hint={words.pairings.pauseHint}
          choices={[...STATUSES, ...(status === 'ended' ? [status] : [])].map((value) => ({
            value,
            label: words.states.pairing[value],
          }))}
        />
        <PlaceFields frame={frame} form={form} place={place} />
        <p class="hint">{words.pairings.placeHint}</p>
        <button class="quiet" type="submit">
          {words.frame.save}
        </button>
      </form>
      {status === 'ended' ? null : (
        <p class="stack">
          <a href={paths.pairingEnding(id)}>{words.pairings.ending.link}</a>
        </p>
      )}
    </details>
  )
}
