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
  /** Otherwise it can only be deleted. */
  readonly mayWrite: boolean
}

type Props = {
  readonly note: PrivateNote
  readonly frame: PageFrame
  readonly action: string
  readonly k: string
  readonly otherName: string
}

export function PrivateNoteForm({ note, frame, action, k, otherName }: Props) {
  const words = wordsFor(frame).privateNote
  return (
    <section>
      <h2>{words.title}</h2>
      <p class="soft">{words.about(otherName)}</p>
      {note.mayWrite ? (
        <form method="post" action={action} class="stack">
          <Hidden values={{ k }} />
          <TextArea
            form={EMPTY_FORM}
            name="note"
            label={words.field}
            value={note.words ?? ''}
            attributes={{ maxlength: MAX_PRIVATE_NOTE_CHARACTERS, autocomplete: 'off' }}
          />
          <p>
            <button class="quiet" type="submit">
              {words.save}
            </button>
          </p>
        </form>
      ) : (
        <p>{note.words}</p>
      )}
      {note.words === null ? null : (
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
