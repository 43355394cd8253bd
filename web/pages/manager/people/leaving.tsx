import { PostButton } from '../../../parts/post.tsx'
import { within } from '../../../parts/within.ts'
import { formatDay } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { PersonData } from './person-data.ts'
import { Said } from './person-section.tsx'

type Props = { readonly data: PersonData }

/** On a person's page: whether the person leaves, and the way to the page that says what follows. */
export function Leaving({ data }: Props) {
  const { frame, id, leavesOn } = data
  const words = wordsFor(frame).leaving
  return (
    <section id="departure" class="part" data-here tabindex={-1}>
      <h2>{words.heading}</h2>
      <Said data={data} at="departure" />
      {leavesOn === null ? null : (
        <>
          <p>{words.leavesOn(formatDay(leavesOn, frame))}</p>
          <PostButton
            action={within(frame, paths.departure(id))}
            hidden={{ on: '' }}
            label={words.withdraw}
            enhance="#content"
          />
        </>
      )}
      <p>
        <a href={within(frame, paths.departure(id))}>{leavesOn === null ? words.link : words.change}</a>
      </p>
      <p>
        <a href={within(frame, paths.erasure(id))}>{wordsFor(frame).erasing.link}</a>
      </p>
    </section>
  )
}
