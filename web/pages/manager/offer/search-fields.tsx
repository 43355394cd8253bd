import { OPTIONS_PER_OFFER } from '../../../../worker/domain/limits.ts'
import { WEEK_PARTS, WEEKS } from '../../../../worker/domain/slot/within.ts'
import { SelectField, TextField } from '../../../parts/fields.tsx'
import { FormatChoice } from '../../../parts/format-choice.tsx'
import { MinutesField } from '../../../parts/minutes-field.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import type { OfferData } from './offer-data.ts'
import { Press } from './press.tsx'

type Props = { readonly data: OfferData }

const COUNTS = Array.from({ length: OPTIONS_PER_OFFER.most }, (_, index) => String(index + 1))

/** Where to look, how long and how many; every search shows other times and holds none. */
export function SearchFields({ data }: Props) {
  const { frame, form, minutes, count, quarterHref, formats } = data
  const words = wordsFor(frame)
  return (
    <section class="stack card">
      <h2>{words.steering.where}</h2>
      <Weeks data={data} />
      <Days data={data} />
      <FormatChoice frame={frame} form={form} choices={formats} />
      <div class="pair">
        <MinutesField form={form} label={words.pairings.minutes} value={String(minutes)} />
        <SelectField
          form={form}
          name="options"
          label={words.pairings.count}
          value={String(count)}
          choices={COUNTS.map((value) => ({ value, label: value }))}
        />
      </div>
      {quarterHref ? (
        <p>
          <a href={quarterHref}>{words.formats.quarter}</a>
        </p>
      ) : null}
      <Press data={data} press="again" label={words.pairings.findAgain} />
    </section>
  )
}

/** “Early the week after”, in one press. */
function Weeks({ data }: Props) {
  const { weeks, weekParts } = wordsFor(data.frame).steering
  return (
    <ul class="weeks">
      {WEEKS.map((week) => (
        <li>
          <span class="soft" id={`week-${week}`}>
            {weeks[week]}
          </span>
          <span class="week-parts" role="group" aria-labelledby={`week-${week}`}>
            {WEEK_PARTS.map((part) => (
              <Press
                data={data}
                press={`week:${week}:${part}`}
                label={weekParts[part]}
                about={weeks[week]}
                tone="link"
              />
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Days({ data }: Props) {
  const { frame, form, days } = data
  const { steering } = wordsFor(frame)
  return (
    <>
      <div class="pair">
        <TextField form={form} name="from" label={steering.from} type="date" value={days.from ?? ''} />
        <TextField form={form} name="to" label={steering.to} type="date" value={days.to ?? ''} />
      </div>
      <SelectField
        form={form}
        name="part"
        label={steering.part}
        hint={steering.partHint}
        value={days.part ?? ''}
        choices={[
          { value: '', label: steering.anyPart },
          { value: 'morning', label: steering.morning },
          { value: 'afternoon', label: steering.afternoon },
        ]}
      />
    </>
  )
}
