import type { SessionId } from '../../../worker/domain/ids.ts'
import { MAX_QUESTION_CHARACTERS } from '../../../worker/domain/limits.ts'
import { Hidden, TextField } from '../../parts/fields.tsx'
import type { FormState } from '../../parts/form.ts'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

export type OwnQuestion = {
  /** The session it is for: on an older page it may have been another, with another mentor. */
  readonly sessionId: SessionId
  /** What he has written for the next session; null: nothing yet. */
  readonly words: string | null
  readonly form: FormState
}

type Props = {
  readonly question: OwnQuestion
  readonly frame: PageFrame
  readonly k: string
  readonly mentorName: string
  readonly managerName: string
}

/** One line before a session, which only its mentor reads. */
export function QuestionForm({ question, frame, k, mentorName, managerName }: Props) {
  const words = wordsFor(frame).own
  return (
    <section>
      <h2>{words.question}</h2>
      <p class="soft">{words.questionAbout(mentorName, managerName)}</p>
      <form method="post" action={paths.own} class="stack">
        <Hidden values={{ k, session: question.sessionId }} />
        <TextField
          form={question.form}
          name="question"
          label={words.questionField}
          hint={words.questionHint}
          value={question.words ?? ''}
          attributes={{ maxlength: MAX_QUESTION_CHARACTERS, autocomplete: 'off' }}
        />
        <p>
          <button class="quiet" type="submit">
            {words.questionSave}
          </button>
        </p>
      </form>
      {question.words === null ? null : (
        <PostButton
          action={paths.own}
          hidden={{ k, question: '' }}
          label={words.takeBack}
          about={words.question}
          tone="link"
        />
      )}
    </section>
  )
}
