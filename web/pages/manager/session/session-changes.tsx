import { MAX_REASON_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { SelectField, TextField } from '../../../parts/fields.tsx'
import { FormatChoice } from '../../../parts/format-choice.tsx'
import { PlaceFields } from '../../../parts/place-fields.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { ActionDisclosure, isRefused } from './action-disclosure.tsx'
import type { SessionData } from './session-data.ts'

type Props = { readonly data: SessionData }

/** Another mentor for this one session; the pairing keeps its own. */
export function Substitute({ data }: Props) {
  const { frame, form, mentors, mentor } = data
  const words = wordsFor(frame).session
  const others = mentors.filter(({ id }) => id !== mentor.id)
  if (others.length === 0) return null
  return (
    <ActionDisclosure
      title={words.substitute}
      hint={words.substituteHint}
      open={isRefused(data, ['mentorId', 'standInReason'])}
    >
      <form method="post" action={paths.sessionTime(data.id)} class="stack">
        <SelectField
          form={form}
          name="mentorId"
          label={words.newMentor}
          choices={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          form={form}
          name="standInReason"
          label={words.reason}
          hint={words.reasonHint}
          attributes={{ maxlength: MAX_REASON_CHARACTERS }}
        />
        <button class="quiet" type="submit">
          {words.substitute}
        </button>
      </form>
    </ActionDisclosure>
  )
}

export function Relocate({ data }: Props) {
  const { frame, form, place } = data
  const words = wordsFor(frame).session
  return (
    <ActionDisclosure
      title={words.relocate}
      hint={words.relocateHint}
      open={isRefused(data, ['placeKind', 'place'])}
    >
      <form method="post" action={paths.sessionPlace(data.id)} class="stack">
        <PlaceFields frame={frame} form={form} place={place} />
        <button class="quiet" type="submit">
          {words.relocate}
        </button>
      </form>
    </ActionDisclosure>
  )
}

/** Another format for this one session; no mail is sent. */
export function BeginWith({ data }: Props) {
  const { frame, form, formats } = data
  const words = wordsFor(frame).formats
  if (!formats) return null
  return (
    <ActionDisclosure title={words.choose} hint={words.chooseHint} open={isRefused(data, ['formatId'])}>
      <form method="post" action={paths.sessionFormat(data.id)} class="stack">
        <FormatChoice frame={frame} form={form} choices={formats} />
        <button class="quiet" type="submit">
          {words.choose}
        </button>
      </form>
    </ActionDisclosure>
  )
}
