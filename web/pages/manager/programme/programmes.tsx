import type { ProgrammeId } from '../../../../worker/domain/ids.ts'
import {
  MAX_PROGRAMME_NAME_CHARACTERS,
  MAX_PROGRAMME_SHORT_NAME_CHARACTERS,
} from '../../../../worker/domain/limits.ts'
import { Hidden, TextField } from '../../../parts/fields.tsx'
import type { FormState } from '../../../parts/form.ts'
import { Frame } from '../../../parts/frame.tsx'
import { OutwardReason } from '../../../parts/outward-reason.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'

export type ProgrammeLine = {
  readonly id: ProgrammeId
  readonly name: string
  readonly pairings: number
  /** Link that chooses it. */
  readonly href: string
}

export type ProgrammesData = {
  readonly frame: PageFrame
  readonly programmes: readonly ProgrammeLine[]
  /** Idempotency key of the form. */
  readonly newId: ProgrammeId
  readonly form: FormState
}

/** The programmes a manager runs, and a form for a new one. */
export function ProgrammesPage({ frame, programmes, newId, form }: ProgrammesData) {
  const words = wordsFor(frame).programmes
  return (
    <Frame frame={frame} title={words.title} errors={form.errors}>
      <header class="heading">
        <h1>{words.title}</h1>
      </header>
      <div class="columns">
        <ul class="rows">
          {programmes.map((line) => (
            <Row frame={frame} line={line} />
          ))}
        </ul>
        <section class="card">
          <h2>{words.open}</h2>
          <p class="hint">{words.openHint}</p>
          <form method="post" action={paths.programmes} class="stack">
            <Hidden values={{ id: newId }} />
            <TextField
              form={form}
              name="name"
              label={words.name}
              hint={words.nameHint}
              attributes={{ required: true, maxlength: MAX_PROGRAMME_NAME_CHARACTERS }}
            />
            <TextField
              form={form}
              name="shortName"
              label={wordsFor(frame).policy.shortName}
              hint={words.shortNameHint}
              attributes={{ maxlength: MAX_PROGRAMME_SHORT_NAME_CHARACTERS }}
            />
            <OutwardReason frame={frame} form={form} />
            <p>
              <button class="quiet" type="submit">
                {words.openDo}
              </button>
            </p>
          </form>
        </section>
      </div>
    </Frame>
  )
}

function Row({ frame, line }: { readonly frame: PageFrame; readonly line: ProgrammeLine }) {
  const { id, name, pairings, href } = line
  return (
    <li class="row">
      <p class="row-what">
        <a class="name" href={href}>
          {name}
        </a>
      </p>
      <p class="row-words soft">{wordsFor(frame).programmes.pairings(pairings)}</p>
      <div class="row-do actions">
        <a class="button quiet" href={paths.programme(id)}>
          {wordsFor(frame).policy.link}
          <span class="unseen"> {name}</span>
        </a>
        <a class="button quiet" href={paths.programmeFormats(id)}>
          {wordsFor(frame).formats.itsFormats}
          <span class="unseen"> {name}</span>
        </a>
      </div>
    </li>
  )
}
