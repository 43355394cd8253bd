import { MAX_QUESTION_CHARACTERS } from '../../../worker/domain/limits.ts'
import type { OwnRequest } from '../../../worker/domain/record/record.ts'
import {
  CORRECTED_FIELDS,
  RECORD_REQUESTS,
  type RecordRequestKind,
} from '../../../worker/domain/record/request.ts'
import { Hidden, SelectField, TextArea } from '../../parts/fields.tsx'
import { EMPTY_FORM, type FormState } from '../../parts/form.ts'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { formatDay } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { labelled, quoted } from '../../words/punctuation.ts'
import { Save } from './forms.tsx'
import type { RecordData, RecordDoor } from './record-data.ts'

/** What he asked, and what became of it. */
export function RequestsPart({ frame, record, door }: RecordData) {
  const words = wordsFor(frame).record
  if (!hasRequests(record)) return null
  return (
    <section id="requests">
      <h2>{words.yourRequests}</h2>
      <ul class="rows">
        {record.requests.map((each) => (
          <li class="row">
            <p class="row-what">{words.asked[each.kind](formatDay(each.at, frame))}</p>
            <p class="row-words">
              <Wanted request={each} frame={frame} /> <strong>{becameOf(each, frame)}</strong>
            </p>
            {door && each.answer === null ? (
              <div class="row-do">
                <PostButton
                  action={door.action}
                  hidden={{ ...door.hidden, act: 'withdraw', programme: each.programmeId, kind: each.kind }}
                  label={words.withdraw}
                  about={words.request[each.kind]}
                  tone="link"
                />
              </div>
            ) : null}
          </li>
        ))}
        {record.erasedFrom.map(({ programme, at }) => (
          <li class="row">
            <p class="row-words">{words.erasedFrom(programme, formatDay(at, frame))}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function hasRequests({ requests, erasedFrom }: RecordData['record']): boolean {
  return requests.length + erasedFrom.length > 0
}

type RequestProps = { readonly request: OwnRequest; readonly frame: PageFrame }

function Wanted({ request: { field, words: wanted }, frame }: RequestProps) {
  if (wanted === null) return null
  const said = quoted(wanted, frame.locale)
  if (field === null || field === 'other') return <>{said}.</>
  return (
    <>
      {labelled(wordsFor(frame).record.fields[field], frame.locale)} {said}.
    </>
  )
}

function becameOf({ answer }: OwnRequest, frame: PageFrame): string {
  const words = wordsFor(frame).record
  if (answer === null) return words.waits
  const said = words.requestAnswered[answer.result](answer.by, formatDay(answer.at, frame))
  return answer.words === null ? said : `${said} ${quoted(answer.words, frame.locale)}`
}

/** What he can ask the managers of each programme for. What waits stands above. */
export function AskPart({ frame, record, door, form }: RecordData & { readonly door: RecordDoor }) {
  const words = wordsFor(frame).record
  const waits = (programmeId: string, kind: RecordRequestKind) =>
    record.requests.some(
      (each) => each.programmeId === programmeId && each.kind === kind && each.answer === null,
    )
  return (
    <section id="ask">
      <h2>{words.ask}</h2>
      {record.programmes.map(({ id, programme, managers }) => (
        <>
          {record.programmes.length > 1 ? <h3>{programme}</h3> : null}
          <p class="soft">{words.askAbout(managers.join(', '))}</p>
          {RECORD_REQUESTS.filter((kind) => !waits(id, kind)).map((kind) => {
            const isSent = form.values['kind'] === kind && form.values['programme'] === id
            const own = { ...(isSent ? form : EMPTY_FORM), within: id }
            return (
              <details class="quietly no-print" open={isSent && form.errors.length > 0}>
                <summary>{words.request[kind]}</summary>
                <form method="post" action={door.action} class="stack">
                  <Hidden values={{ ...door.hidden, programme: id, kind, act: 'ask' }} />
                  {kind === 'correction' ? (
                    <Corrected form={own} frame={frame} />
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

function Corrected({ form, frame }: { readonly form: FormState; readonly frame: PageFrame }) {
  const words = wordsFor(frame).record
  return (
    <>
      <p class="soft">{words.correctionAbout}</p>
      <SelectField
        form={form}
        name="field"
        label={words.correctedField}
        value={CORRECTED_FIELDS[0]}
        choices={CORRECTED_FIELDS.map((value) => ({ value, label: words.fields[value] }))}
      />
      <TextArea
        form={form}
        name="words"
        label={words.wanted}
        hint={words.wantedHint(MAX_QUESTION_CHARACTERS)}
        attributes={{ maxlength: MAX_QUESTION_CHARACTERS }}
      />
    </>
  )
}
