import { MAX_PAIRING_NOTE_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { Hidden, TextArea } from '../../../parts/fields.tsx'
import { Moment } from '../../../parts/when.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { MANAGERS_NOTE, paths } from '../../paths.ts'
import type { PairingData } from './pairing-data.ts'

/** What the managers of the programme keep in mind of these two. Nobody else reads it. */
export function ManagersNote({ data: { frame, form, id, managersNote } }: { readonly data: PairingData }) {
  const words = wordsFor(frame).pairings.note
  const { managersNote: typed } = form.values
  return (
    <section id={MANAGERS_NOTE} data-here tabindex={-1}>
      <h2>{words.title}</h2>
      <form method="post" action={paths.pairingNote(id)} class="stack" data-enhance="#content">
        <Hidden values={{ seen: managersNote ? String(managersNote.at) : '' }} />
        <TextArea
          form={form}
          name="managersNote"
          label={words.label}
          hint={words.hint}
          value={managersNote?.words ?? ''}
          attributes={{ maxlength: MAX_PAIRING_NOTE_CHARACTERS }}
        />
        {managersNote &&
        managersNote.words !== null &&
        typed !== undefined &&
        typed !== managersNote.words ? (
          <p class="soft">
            {words.standing} <q>{managersNote.words}</q>
          </p>
        ) : null}
        {managersNote && managersNote.words === null ? <p class="notice refused">{words.sealed}</p> : null}
        {managersNote ? (
          <p class="soft">
            {words.by(managersNote.by)}, <Moment at={managersNote.at} frame={frame} />
          </p>
        ) : null}
        <p>
          <button class="quiet" type="submit">
            {words.save}
          </button>
        </p>
      </form>
    </section>
  )
}
