import type { ProgrammeId } from '../../../../worker/domain/ids.ts'
import { COLUMNS, EXPORT_KINDS, IMPORT_KINDS } from '../../../../worker/domain/import/file.ts'
import { TextArea, Hidden } from '../../../parts/fields.tsx'
import { errorIn, type FormState } from '../../../parts/form.ts'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'

export type ImportsData = {
  readonly frame: PageFrame
  readonly programmeId: ProgrammeId
  readonly form: FormState
}

/** Files to bring in, and what is here to take out. */
export function ImportsPage({ frame, programmeId, form }: ImportsData) {
  const words = wordsFor(frame).imports
  return (
    <Frame frame={frame} title={words.title} errors={form.errors} script="busy">
      <header class="heading">
        <h1>{words.title}</h1>
        <p class="soft">{words.about}</p>
      </header>
      <div class="columns">
        <div class="blocks">
          <BringIn frame={frame} programmeId={programmeId} form={form} />
          <Columns frame={frame} />
        </div>
        <TakeOut frame={frame} programmeId={programmeId} />
      </div>
    </Frame>
  )
}

function BringIn({ frame, programmeId, form }: ImportsData) {
  const words = wordsFor(frame).imports
  const error = errorIn(form, 'files')
  return (
    <section class="card">
      <h2>{words.inTitle}</h2>
      <form
        method="post"
        action={paths.imports}
        enctype="multipart/form-data"
        class="stack"
        data-busy={words.reading}
      >
        <Hidden values={{ programme: programmeId }} />
        <div class="field">
          <label for="files">{words.files}</label>
          <p class="hint" id="files-hint">
            {words.filesHint}
          </p>
          {error ? (
            <p class="field-error" id="files-error">
              {error}
            </p>
          ) : null}
          <input
            type="file"
            id="files"
            name="files"
            multiple
            accept=".csv,.tsv,.txt,text/csv"
            aria-describedby={error ? 'files-hint files-error' : 'files-hint'}
            {...(error && { 'aria-invalid': 'true' })}
          />
        </div>
        <TextArea
          form={form}
          name="text"
          label={words.text}
          hint={words.textHint}
          attributes={{ spellcheck: 'false', autocomplete: 'off' }}
        />
        <button class="primary" type="submit">
          {words.look}
        </button>
      </form>
    </section>
  )
}

function Columns({ frame }: { readonly frame: PageFrame }) {
  const words = wordsFor(frame).imports
  return (
    <section class="disclosures">
      <h2>{words.columnsTitle}</h2>
      <p>{words.columnsAbout}</p>
      {IMPORT_KINDS.map((kind) => (
        <details class="disclosure">
          <summary>{words.kinds[kind]}</summary>
          <ul class="plain">
            {COLUMNS[kind].map((column) => (
              <li>
                <code>{column}</code> {words.columns[column]}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

function TakeOut({ frame, programmeId }: Omit<ImportsData, 'form'>) {
  const words = wordsFor(frame).imports
  return (
    <section class="card">
      <h2>{words.outTitle}</h2>
      <p>{words.outAbout}</p>
      <ul>
        {EXPORT_KINDS.map((kind) => (
          <li>
            <a href={paths.exported(programmeId, kind, separatorFor(frame))} download={`${kind}.csv`}>
              {words.kinds[kind]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A French spreadsheet takes the comma for the decimal one. */
function separatorFor({ locale }: PageFrame): string {
  return locale === 'fr' ? 'semicolon' : 'comma'
}
