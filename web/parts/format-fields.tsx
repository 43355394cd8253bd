import {
  MAX_FORMAT_AVOID_CHARACTERS,
  MAX_FORMAT_LINK_CHARACTERS,
  MAX_FORMAT_NAME_CHARACTERS,
  MAX_FORMAT_PREPARE_CHARACTERS,
  MAX_FORMAT_SIGN_CHARACTERS,
  MAX_FORMAT_TITLE_CHARACTERS,
} from '../../worker/domain/limits.ts'
import { completeWords, fitOf, type Format, type OwnWords } from '../../worker/domain/path/format.ts'
import { formatWords } from '../words/formats/words.ts'
import { wordsFor } from '../words/pages/words.ts'
import { TextArea, TextField } from './fields.tsx'
import type { FormState } from './form.ts'
import { FormatFitFields } from './format-fit-fields.tsx'
import { MinutesField } from './minutes-field.tsx'
import { OutwardReason } from './outward-reason.tsx'
import type { PageFrame } from './page-frame.ts'

type Props = {
  readonly frame: PageFrame
  readonly form: FormState
  /** Null: a new one. */
  readonly format: Format | null
  readonly all: readonly Format[]
}
type GroupProps = Omit<Props, 'all'> & { readonly said: OwnWords }

/**
 * The fields of a format, as its half hour goes by; a built-in one is shown in the reader's language. What is seldom
 * changed is folded.
 */
export function FormatFields({ frame, form, format, all }: Props) {
  const said = format ? formatWords(format.words, frame.locale) : completeWords({})
  const isOpen = (names: readonly string[]) => form.errors.some(({ field }) => names.includes(field))
  const words = wordsFor(frame).formats
  const fit = fitOf(format ?? { fit: null, standard: null }, all)
  return (
    <>
      <During frame={frame} form={form} format={format} said={said} />
      <details class="disclosure" open={isOpen(['carryOn', 'sign', 'prepare', 'do'])}>
        <summary>{words.beforeAndAfter}</summary>
        <BeforeAndAfter frame={frame} form={form} format={format} said={said} />
      </details>
      <details class="disclosure" open={isOpen(['link', 'text', 'executiveLink', 'executiveText'])}>
        <summary>{words.materials}</summary>
        <Materials frame={frame} form={form} format={format} said={said} />
      </details>
      <details class="disclosure" open={isOpen(['after-0', ''])}>
        <summary>{words.fit}</summary>
        <FormatFitFields
          frame={frame}
          form={form}
          fit={fit}
          others={all.filter(
            ({ id, isArchived }) => id !== format?.id && (!isArchived || fit.after.includes(id)),
          )}
        />
      </details>
    </>
  )
}

function During({ frame, form, format, said }: GroupProps) {
  const words = wordsFor(frame).formats
  return (
    <>
      <TextField
        form={form}
        name="name"
        label={words.name}
        value={said.name}
        attributes={{ required: true, maxlength: MAX_FORMAT_NAME_CHARACTERS }}
      />
      <TextArea
        form={form}
        name="prompts"
        label={words.prompts}
        hint={words.promptsHint}
        value={said.prompts.join('\n')}
      />
      <TextField
        form={form}
        name="avoid"
        label={words.avoid}
        value={said.avoid}
        attributes={{ maxlength: MAX_FORMAT_AVOID_CHARACTERS }}
      />
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
      <OutwardReason frame={frame} form={form} />
    </>
  )
}

function BeforeAndAfter({ frame, form, said }: GroupProps) {
  const words = wordsFor(frame).formats
  return (
    <div class="stack">
      <TextField
        form={form}
        name="prepare"
        label={words.prepare}
        hint={words.prepareHint}
        value={said.prepare}
        attributes={{ maxlength: MAX_FORMAT_PREPARE_CHARACTERS }}
      />
      <TextArea form={form} name="do" label={words.doing} value={said.doing} />
      <TextArea
        form={form}
        name="carryOn"
        label={words.carryOn}
        hint={words.carryOnHint}
        value={said.carryOn.join('\n')}
      />
      <TextField
        form={form}
        name="sign"
        label={words.sign}
        hint={words.signHint}
        value={said.sign}
        attributes={{ maxlength: MAX_FORMAT_SIGN_CHARACTERS }}
      />
    </div>
  )
}

function Materials({ frame, form, format, said }: GroupProps) {
  const words = wordsFor(frame).formats
  const link = { maxlength: MAX_FORMAT_LINK_CHARACTERS, inputmode: 'url' }
  return (
    <div class="stack">
      <p class="hint">{words.materialsHint}</p>
      <TextField
        form={form}
        name="link"
        label={words.link}
        type="url"
        value={format?.link ?? ''}
        attributes={link}
      />
      <TextArea form={form} name="text" label={words.text} value={said.text} />
      <TextField
        form={form}
        name="executiveLink"
        label={words.executiveLink}
        type="url"
        value={format?.executiveLink ?? ''}
        attributes={link}
      />
      <TextArea form={form} name="executiveText" label={words.executiveText} value={said.executiveText} />
    </div>
  )
}
