import {
  MAX_FORMAT_AVOID_CHARACTERS,
  MAX_FORMAT_LINK_CHARACTERS,
  MAX_FORMAT_NAME_CHARACTERS,
  MAX_FORMAT_TITLE_CHARACTERS,
} from '../../worker/domain/limits.ts'
import type { FormatText } from '../../worker/domain/path/format.ts'
import { formatWords } from '../words/formats/words.ts'
import { wordsFor } from '../words/pages/words.ts'
import { TextArea, TextField } from './fields.tsx'
import type { FormState } from './form.ts'
import { MinutesField } from './minutes-field.tsx'
import type { PageFrame } from './page-frame.ts'

type Props = { readonly frame: PageFrame; readonly form: FormState }

/** The fields of a format; a standard format's words are shown in the reader's language. */
export function FormatFields({ frame, form, format }: Props & { readonly format: FormatText | null }) {
  const words = wordsFor(frame).formats
  const said = format && formatWords(format.words, frame.locale)
  return (
    <>
      <TextField
        form={form}
        name="name"
        label={words.name}
        value={said?.name ?? ''}
        attributes={{ required: true, maxlength: MAX_FORMAT_NAME_CHARACTERS }}
      />
      <TextArea
        form={form}
        name="prompts"
        label={words.prompts}
        hint={words.promptsHint}
        value={said?.prompts.join('\n') ?? ''}
      />
      <TextField
        form={form}
        name="avoid"
        label={words.avoid}
        value={said?.avoid ?? ''}
        attributes={{ maxlength: MAX_FORMAT_AVOID_CHARACTERS }}
      />
      <Outer frame={frame} form={form} format={format} />
    </>
  )
}

function Outer({ frame, form, format }: Props & { readonly format: FormatText | null }) {
  const words = wordsFor(frame).formats
  return (
    <>
      <MinutesField
        form={form}
        label={words.minutes}
        hint={words.minutesHint}
        value={format?.minutes ? String(format.minutes) : ''}
      />
      <TextField
        form={form}
        name="outwardTitle"
        label={words.outwardTitle}
        hint={words.outwardTitleHint}
        value={format?.outwardTitle ?? ''}
        attributes={{ maxlength: MAX_FORMAT_TITLE_CHARACTERS }}
      />
      <TextField
        form={form}
        name="link"
        label={words.materials}
        hint={words.materialsHint}
        type="url"
        value={format?.link ?? ''}
        attributes={{ maxlength: MAX_FORMAT_LINK_CHARACTERS, inputmode: 'url' }}
      />
    </>
  )
}
