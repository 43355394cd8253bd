import { FORMATS_PER_TRACK, MAX_TRACK_NAME_CHARACTERS } from '../../worker/domain/limits.ts'
import type { Format } from '../../worker/domain/path/format.ts'
import type { Track } from '../../worker/domain/path/track.ts'
import { formatName } from '../words/formats/words.ts'
import { wordsFor } from '../words/pages/words.ts'
import { trackName } from '../words/tracks/words.ts'
import { SelectField, TextArea, TextField } from './fields.tsx'
import type { FormState } from './form.ts'
import type { PageFrame } from './page-frame.ts'

/** The steps of the form, from 1. */
export const TRACK_STEPS = Array.from({ length: FORMATS_PER_TRACK.most }, (_, index) => index + 1)

type Props = {
  readonly frame: PageFrame
  readonly form: FormState
  /** Null: a new one. */
  readonly track: Track | null
  /** The programme's formats. */
  readonly formats: readonly Format[]
}

/** The fields of a track: its title, and its steps in order with their materials. */
export function TrackFields({ frame, form, track, formats }: Props) {
  const words = wordsFor(frame).tracks
  return (
    <>
      <TextField
        form={form}
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={track ? trackName(track.title, frame.locale) : ''}
        attributes={{ required: true, maxlength: MAX_TRACK_NAME_CHARACTERS }}
      />
      <p class="hint">{words.stepsHint}</p>
      {TRACK_STEPS.map((step) => (
        <Step frame={frame} form={form} track={track} formats={formats} step={step} />
      ))}
    </>
  )
}

function Step({ frame, form, track, formats, step }: Props & { readonly step: number }) {
  const words = wordsFor(frame).tracks
  const before = track?.steps[step - 1] ?? null
  const choices = formats
    .filter(({ id, isArchived }) => !isArchived || id === before?.formatId)
    .map(({ id, words: said }) => ({ value: id, label: formatName(said, frame.locale) }))
  const forExecutive = before?.executive
  const names = [`text-${step}`, `link-${step}`, `own-text-${step}`, `own-link-${step}`]
  const isOpen = form.errors.some(({ field }) => names.includes(field))
  return (
    <div class="stack step">
      <SelectField
        form={form}
        name={`step-${step}`}
        label={words.step(step)}
        value={before?.formatId ?? ''}
        choices={[{ value: '', label: words.noStep }, ...choices]}
      />
      <details class="disclosure" open={isOpen}>
        <summary>{words.materials}</summary>
        <TextArea form={form} name={`text-${step}`} label={words.text} value={before?.text ?? ''} />
        <TextField form={form} name={`link-${step}`} label={words.link} value={before?.link ?? ''} />
        <TextArea
          form={form}
          name={`own-text-${step}`}
          label={words.ownText}
          hint={words.ownHint}
          value={forExecutive?.text ?? ''}
        />
        <TextField
          form={form}
          name={`own-link-${step}`}
          label={words.ownLink}
          value={forExecutive?.link ?? ''}
        />
      </details>
    </div>
  )
}
