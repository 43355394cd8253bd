import type { Around, SeenBy } from '../../worker/domain/people/who-sees.ts'
import { wordsFor } from '../words/pages/words.ts'
import type { PageFrame } from './page-frame.ts'

type Props = {
  readonly seen: readonly SeenBy[]
  readonly names: Readonly<Record<'manager' | 'mentor' | 'stand-in', string>>
  readonly frame: PageFrame
}

/** Who sees what of an executive, in a list that is the table itself. */
export function WhoSees({ seen, names, frame }: Props) {
  const words = wordsFor(frame).whoSees
  const nameOf: Readonly<Record<Around, string>> = { ...names, assistant: words.assistant }
  return (
    <details class="quietly">
      <summary>{words.title}</summary>
      <p class="soft">{words.intro}</p>
      <dl class="particulars">
        {seen.map(({ sight, left, by }) => (
          <>
            <dt>{left ? words.left[left] : words.sights[sight]}</dt>
            <dd>
              {by.length === 0
                ? words.nobody
                : by
                    .map(({ who, how }) => (how === 'yes' ? nameOf[who] : words[how](nameOf[who])))
                    .join(' · ')}
            </dd>
          </>
        ))}
      </dl>
    </details>
  )
}
