import type { Locale } from '../../worker/domain/people/person.ts'
import { wordsFor } from '../words/pages/words.ts'

type FormCameBackProps = {
  readonly locale: Locale
  /** The anchor of the form; null if the page has it no more. */
  readonly anchor: string | null
  /** What was typed and has no field. */
  readonly left: readonly string[]
}

/** Above a page with a form that was sent before its sender had to sign in. */
export function FormCameBack({ locale, anchor, left }: FormCameBackProps) {
  const words = wordsFor({ locale }).entrance
  return (
    <div class="notice done came-back" role="status">
      <p>{anchor === null ? words.formGone : words.formBack}</p>
      {anchor === null ? null : (
        <p>
          <a href={`#${anchor}`}>{words.toForm}</a>
        </p>
      )}
      {left.length > 0 ? (
        <>
          {anchor === null ? null : <p>{words.formLeft}</p>}
          <ul>
            {left.map((each) => (
              <li>{each}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
