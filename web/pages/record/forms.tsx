import {
  MAX_PERSON_NAME_CHARACTERS,
  MAX_QUESTION_CHARACTERS,
  MAX_SHORT_NAME_CHARACTERS,
} from '../../../worker/domain/limits.ts'
import { BLOCKERS } from '../../../worker/domain/people/person.ts'
import { rulesOf } from '../../../worker/domain/people/presets.ts'
import {
  type OwnRecord,
  RECORD_SWITCHES,
  type RecordProgramme,
} from '../../../worker/domain/record/record.ts'
import { RECORD_REQUESTS } from '../../../worker/domain/record/request.ts'
import { CheckField, Hidden, SelectField, TextArea, TextField } from '../../parts/fields.tsx'
import { EMPTY_FORM, type FormState } from '../../parts/form.ts'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { formatDay } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { zoneAsTyped } from '../../words/places.ts'
import type { RecordData, RecordDoor } from './record-data.ts'

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
  const isSent = form.values['programme'] === programme.id
  const own = isSent ? form : EMPTY_FORM
  const locales = [
    { value: 'en', label: people.locales.en },
    { value: 'fr', label: people.locales.fr },
  ]
  return (
    <details class="quietly" open={isSent && form.errors.length > 0}>
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
    <details class="quietly">
      <summary>{words.obstacles}</summary>
      <p class="soft">{words.obstaclesAbout}</p>
      <form method="post" action={door.action} class="stack">
        <Hidden values={{ ...door.hidden, act: 'obstacles', programme: programme.id }} />
        {BLOCKERS.map((each) => (
          <CheckField
            form={EMPTY_FORM}
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

/** What he can turn on and off, or keep from others. */
export function SwitchesForm({ frame, door, programme }: FormProps) {
  const words = wordsFor(frame).record
  const now = rulesOf(programme)
  const labels = { nudges: words.nudges, inWriting: words.inWriting, mentorHidden: words.hidden }
  return (
    <details class="quietly">
      <summary>{words.switches}</summary>
      <form method="post" action={door.action} class="stack">
        <Hidden values={{ ...door.hidden, act: 'switches', programme: programme.id }} />
        {RECORD_SWITCHES.map((each) => (
          <CheckField form={EMPTY_FORM} name={each} label={labels[each]} value={now[each] ? 'yes' : ''} />
        ))}
        <Save label={words.save} />
      </form>
    </details>
  )
}

/** What he asks the managers of each programme for; and takes back. */
export function AskPart({ frame, record, door, form }: RecordData & { readonly door: RecordDoor }) {
  const words = wordsFor(frame).record
  return (
    <section id="ask">
      <h2>{words.ask}</h2>
      {record.programmes.map(({ id, programme, managers }) => (
        <>
          {record.programmes.length > 1 ? <h3>{programme}</h3> : null}
          <p class="soft">{words.askAbout(managers.join(', '))}</p>
          {RECORD_REQUESTS.map((kind) => {
            const asked = record.requests.find((each) => each.programmeId === id && each.kind === kind)
            const hidden = { ...door.hidden, programme: id, kind }
            return asked ? (
              <>
                <p>
                  {words.asked[kind](formatDay(asked.at, frame))} {asked.words}
                </p>
                <PostButton
                  action={door.action}
                  hidden={{ ...hidden, act: 'withdraw' }}
                  label={words.withdraw}
                  about={words.request[kind]}
                />
              </>
            ) : (
              <details class="quietly" open={form.values['kind'] === kind && form.errors.length > 0}>
                <summary>{words.request[kind]}</summary>
                <form method="post" action={door.action} class="stack">
                  <Hidden values={{ ...hidden, act: 'ask' }} />
                  {kind === 'correction' ? (
                    <TextArea
                      form={form}
                      name="words"
                      label={words.correctionField}
                      hint={words.correctionHint}
                      attributes={{ maxlength: MAX_QUESTION_CHARACTERS }}
                    />
                  ) : (
                    <p>{words.erasureAbout}</p>
                  )}
                  <Save label={words.send} />
                </form>
              </details>
            )
          })}
        </>
      ))}
    </section>
  )
}

function Save({ label }: { readonly label: string }) {
  return (
    <p>
      <button class="quiet" type="submit">
        {label}
      </button>
    </p>
  )
}
