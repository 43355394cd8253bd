import { MAX_MEETING_LINK_CHARACTERS } from '../../worker/domain/limits.ts'
import type { Place } from '../../worker/domain/pairing/pairing.ts'
import { OF_LIST } from '../../worker/domain/session/change-place.ts'
import { wordsFor } from '../words/pages/words.ts'
import { SelectField, TextField } from './fields.tsx'
import type { FormState } from './form.ts'
import { OutwardReason } from './outward-reason.tsx'
import type { PageFrame } from './page-frame.ts'

type Props = { readonly frame: PageFrame; readonly form: FormState; readonly place: Place | null }

/** Asks for a link of the mentor's list that is free on the day. */
export const FROM_LIST = { placeKind: OF_LIST } as const

/** `placeKind` and `place`: the kind and its value; both empty mean that the place is still open. */
export function PlaceFields({ frame, form, place }: Props) {
  const words = wordsFor(frame)
  const kinds = ['room', 'phone', 'link'] as const
  return (
    <>
      <div class="pair">
        <SelectField
          form={form}
          name="placeKind"
          label={words.pairings.placeKind}
          value={place?.kind ?? ''}
          choices={[
            { value: '', label: words.frame.place.open },
            ...kinds.map((value) => ({ value, label: words.frame.place[value] })),
          ]}
        />
        <TextField
          form={form}
          name="place"
          label={words.pairings.place}
          value={textOf(place)}
          attributes={{ maxlength: MAX_MEETING_LINK_CHARACTERS }}
        />
      </div>
      <OutwardReason frame={frame} form={form} />
    </>
  )
}

function textOf(place: Place | null): string {
  switch (place?.kind) {
    case 'room':
      return place.room
    case 'phone':
      return place.number
    case 'link':
      return place.url
    case undefined:
      return ''
  }
}
