import { MAX_PERSON_NAME_CHARACTERS, MAX_SHORT_NAME_CHARACTERS } from '../../../worker/domain/limits.ts'
import { BLOCKERS } from '../../../worker/domain/people/person.ts'
import { rulesOf } from '../../../worker/domain/people/presets.ts'
import {
  type OwnRecord,
  RECORD_SWITCHES,
  type RecordProgramme,
} from '../../../worker/domain/record/record.ts'
import { CheckField, Hidden, SelectField, TextField } from '../../parts/fields.tsx'
import { EMPTY_FORM, type FormState } from '../../parts/form.ts'
import type { PageFrame } from '../../parts/page-frame.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { zoneAsTyped } from '../../words/places.ts'
import type { RecordDoor } from './record-data.ts'

type FormProps = {
  readonly frame: PageFrame
  readonly door: RecordDoor
  readonly programme: RecordProgramme
  readonly record: OwnRecord
  readonly form: FormState
}

/** His name, zone and language. */
export function CorrectForm({ frame, door, programme, record, form }: FormProps) {
  const { record: words, people } = wordsFor(frame)
  const isSent = form.values['act'] === 'details' && form.values['programme'] === programme.id
  const own = { ...(isSent ? form : EMPTY_FORM), within: programme.id }
  const locales = [
    { value: 'en', label: people.locales.en },
    { value: 'fr', label: people.locales.fr },
  ]
  return (
    <details class="quietly no-print" open={isSent && form.errors.length > 0}>
      <summary>{words.correct}</summary>
      <form method="post" action={door.action} class="stack">
        <Hidden values={{ ...door.hidden, act: 'details', programme: programme.id }} />
        <TextField
          form={own}
          name="name"
          label={words.name}
          value={programme.name}
          attributes={{ maxlength: MAX_PERSON_NAME_CHARACTERS, required: true, autocomplete: 'name' }}
        />
        <TextField
          form={own}
          name="shortName"
          label={words.shortName}
          hint={words.shortNameHint}
          value={programme.shortName ?? ''}
          attributes={{ maxlength: MAX_SHORT_NAME_CHARACTERS }}
        />
        <TextField form={own} name="zone" label={words.zone} value={zoneAsTyped(record.zone, frame.locale)} />
        <SelectField
          form={own}
          name="locale"
          label={words.language}
          value={record.locale}
          choices={locales}
        />
        <Save label={words.save} />
      </form>
    </details>
  )
}

/** What gets in his way, in the words in which it is asked when two people first meet. */
export function ObstaclesForm({ frame, door, programme }: FormProps) {
  const { record: words, settling } = wordsFor(frame)
  return (
    <details class="quietly no-print">
      <summary>{words.obstacles}</summary>
      <p class="soft">{words.obstaclesAbout}</p>
      <form method="post" action={door.action} class="stack">
        <Hidden values={{ ...door.hidden, act: 'obstacles', programme: programme.id }} />
        {BLOCKERS.map((each) => (
          <CheckField
            form={{ ...EMPTY_FORM, within: programme.id }}
            name={`obstacle-${each}`}
            label={settling.obstacle[each]}
            value={programme.blockers.includes(each) ? 'yes' : ''}
          />
        ))}
        <Save label={words.save} />
      </form>
    </details>
  )
}

/** What he can hide from others, or stop. */
export function SwitchesForm({ frame, door, programme }: FormProps) {
  const words = wordsFor(frame).record
  const now = rulesOf(programme)
  const labels = { nudges: words.nudges, inWriting: words.inWriting, mentorHidden: words.hidden }
  return (
    <details class="quietly no-print">
      <summary>{words.switches}</summary>
      <form method="post" action={door.action} class="stack">
        <Hidden values={{ ...door.hidden, act: 'switches', programme: programme.id }} />
        {RECORD_SWITCHES.map((each) => (
          <CheckField
            form={{ ...EMPTY_FORM, within: programme.id }}
            name={each}
            label={labels[each]}
            value={now[each] ? 'yes' : ''}
          />
        ))}
        <Save label={words.save} />
      </form>
    </details>
  )
}

export function Save({ label }: { readonly label: string }) {
  return (
    <p>
      <button class="quiet" type="submit">
        {label}
      </button>
    </p>
  )
}
