import { MAX_PRIVATE_NOTE_CHARACTERS } from '../../worker/domain/limits.ts'
import { wordsFor } from '../words/pages/words.ts'
import { Hidden, TextArea } from './fields.tsx'
import { EMPTY_FORM } from './form.ts'
import type { PageFrame } from './page-frame.ts'
import { PostButton } from './post.tsx'

/** What a mentor keeps for himself of one session. */
export type PrivateNote = {
  /** Null: nothing yet. */
  readonly words: string | null
  /** There is one, and it does not open: its key is not there. */
  readonly isSealed: boolean
  /** Otherwise it can only be deleted. */
  readonly mayWrite: boolean
}

type Props = {
  readonly note: PrivateNote
  readonly frame: PageFrame
  readonly action: string
  readonly k: string
  readonly otherName: string
  /** The id of a form on the same page: what was typed there goes along, and the note with it. */
  readonly within?: string | undefined
}

export function PrivateNoteForm({ note, frame, action, k, otherName, within }: Props) {
  const words = wordsFor(frame).privateNote
  return (
    <section>
      <h2>{words.title}</h2>
      <p class="soft">{words.about(otherName)}</p>
      {note.isSealed ? <p class="notice refused">{words.sealed}</p> : null}
      {!note.mayWrite && note.words !== null ? <p>{note.words}</p> : null}
      {note.mayWrite && within !== undefined ? <NoteField {...{ note, frame, within }} /> : null}
      {note.mayWrite && within === undefined ? (
        <form method="post" action={action} class="stack">
          <Hidden values={{ k }} />
          <NoteField {...{ note, frame }} />
        </form>
      ) : null}
      {note.words === null && !note.isSealed ? null : (
        <PostButton
          action={action}
          hidden={{ k, note: '' }}
          label={words.remove}
          about={words.title}
          tone="link"
        />
      )}
    </section>
  )
}

function NoteField({ note, frame, within }: Pick<Props, 'note' | 'frame' | 'within'>) {
  const words = wordsFor(frame).privateNote
  return (
    <>
      <TextArea
        form={EMPTY_FORM}
        name="note"
        label={words.field}
        value={note.words ?? ''}
        attributes={{ maxlength: MAX_PRIVATE_NOTE_CHARACTERS, autocomplete: 'off', form: within }}
      />
      <p>
        <button class="quiet" type="submit" name="keep" value="note" form={within} formnovalidate>
          {words.save}
        </button>
      </p>
    </>
  )
}
