import type { PersonId } from '../../../../worker/domain/ids.ts'
import type { Day } from '../../../../worker/domain/time/time.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PostButton } from '../../../parts/post.tsx'
import { formatDay } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'

type Props = { readonly frame: PageFrame; readonly id: PersonId; readonly leavesOn: Day | null }

/** On a person's page: whether the person leaves, and the way to the page that says what follows. */
export function Leaving({ frame, id, leavesOn }: Props) {
  const words = wordsFor(frame).leaving
  return (
    <section id="departure">
      <h2>{words.heading}</h2>
      {leavesOn === null ? null : (
        <>
          <p>{words.leavesOn(formatDay(leavesOn, frame))}</p>
          <PostButton action={paths.departure(id)} hidden={{ on: '' }} label={words.withdraw} />
        </>
      )}
      <p>
        <a href={paths.departure(id)}>{leavesOn === null ? words.link : words.change}</a>
      </p>
    </section>
  )
}
