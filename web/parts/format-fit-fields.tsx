import { MAX_FORMATS_BEFORE } from '../../worker/domain/limits.ts'
import { AIMS } from '../../worker/domain/path/aim.ts'
import type { Format, FormatFit } from '../../worker/domain/path/format.ts'
import { EVIDENCES, STAGES } from '../../worker/domain/path/stage.ts'
import { BLOCKERS } from '../../worker/domain/people/person.ts'
import { formatName } from '../words/formats/words.ts'
import { wordsFor } from '../words/pages/words.ts'
import { CheckField, Hidden, SelectField } from './fields.tsx'
import type { FormState } from './form.ts'
import type { PageFrame } from './page-frame.ts'

type Props = {
  readonly frame: PageFrame
  readonly form: FormState
  readonly fit: FormatFit
  /** The formats that may have to come before. */
  readonly others: readonly Format[]
}

/** Tells the form that has these fields, where nothing is ticked, from one without them. */
export const HAS_FIT = { fit: 'yes' } as const
export const AFTER_FIELDS = Array.from({ length: MAX_FORMATS_BEFORE }, (_, row) => `after-${row}`)

/** From when on a format makes sense, what it leads to, and for whom. */
export function FormatFitFields({ frame, form, fit, others }: Props) {
  const { formats: words, board, logging, presets, path } = wordsFor(frame)
  const acts = EVIDENCES.map((value) => ({ value, label: logging.evidences[value] }))
  const yesIf = (isSo: boolean) => (isSo ? 'yes' : '')
  return (
    <div class="stack">
      <p class="hint">{words.fitHint}</p>
      <Hidden values={HAS_FIT} />
      <SelectField
        form={form}
        name="stage"
        label={words.stage}
        value={fit.stage}
        choices={STAGES.map((value) => ({ value, label: board.stages[value] }))}
      />
      <SelectField
        form={form}
        name="act"
        label={words.act}
        hint={words.actHint}
        value={fit.act ?? ''}
        choices={[{ value: '', label: words.practice }, ...acts]}
      />
      <fieldset>
        <legend>{words.aims}</legend>
        {AIMS.map((aim) => (
          <CheckField
            form={form}
            name={`aim-${aim}`}
            label={path.aims[aim]}
            value={yesIf(fit.aims.includes(aim))}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{words.blockers}</legend>
        {BLOCKERS.map((blocker) => (
          <CheckField
            form={form}
            name={`suits-${blocker}`}
            label={presets.blockers[blocker]}
            value={yesIf(fit.blockers.includes(blocker))}
          />
        ))}
      </fieldset>
      <CheckField form={form} name="phone" label={words.phone} value={yesIf(fit.phone)} />
      <After frame={frame} form={form} fit={fit} others={others} />
    </div>
  )
}

function After({ frame, form, fit, others }: Props) {
  const words = wordsFor(frame).formats
  const choices = others.map(({ id, words: said }) => ({ value: id, label: formatName(said, frame.locale) }))
  return (
    <fieldset>
      <legend>{words.after}</legend>
      {AFTER_FIELDS.slice(0, fit.after.length + 1).map((name, row) => (
        <SelectField
          form={form}
          name={name}
          label={row === 0 ? words.afterFirst : words.afterMore}
          value={fit.after[row] ?? ''}
          choices={[{ value: '', label: '–' }, ...choices]}
        />
      ))}
    </fieldset>
  )
}
