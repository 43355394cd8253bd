import { MAX_REASON_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { SelectField, TextField } from '../../../parts/fields.tsx'
import { FormatChoice } from '../../../parts/format-choice.tsx'
import { PlaceFields } from '../../../parts/place-fields.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { SessionAct, touches } from './session-act.tsx'
import type { SessionData } from './session-data.ts'

type Props = { readonly data: SessionData }

/** Somebody else for this one session; the pairing keeps its mentor. */
export function Substitute({ data }: Props) {
  const { frame, form, mentors, mentor } = data
  const words = wordsFor(frame).session
  const others = mentors.filter(({ id }) => id !== mentor.id)
  if (others.length === 0) return null
  return (
    <SessionAct
      title={words.substitute}
      hint={words.substituteHint}
      open={touches(data, ['mentorId', 'standInReason'])}
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
    </SessionAct>
  )
}

export function Relocate({ data }: Props) {
  const { frame, form, place } = data
  const words = wordsFor(frame).session
  return (
    <SessionAct title={words.relocate} hint={words.relocateHint} open={touches(data, ['placeKind', 'place'])}>
      <form method="post" action={paths.sessionPlace(data.id)} class="stack">
        <PlaceFields frame={frame} form={form} place={place} />
        <button class="quiet" type="submit">
          {words.relocate}
        </button>
      </form>
    </SessionAct>
  )
}

/** Another format for this one session; nobody is written to. */
export function BeginWith({ data }: Props) {
  const { frame, form, formats } = data
  const words = wordsFor(frame).formats
  if (!formats) return null
  return (
    <SessionAct title={words.choose} hint={words.chooseHint} open={touches(data, ['formatId'])}>
      <form method="post" action={paths.sessionFormat(data.id)} class="stack">
        <FormatChoice frame={frame} form={form} choices={formats} />
        <button class="quiet" type="submit">
          {words.choose}
        </button>
      </form>
    </SessionAct>
  )
}
