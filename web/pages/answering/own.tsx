import type { Interval } from '../../../worker/domain/time.ts'
import { Frame, type PageFrame } from '../../parts/frame.tsx'
import { PostButton } from '../../parts/post.tsx'
import { When } from '../../parts/when.tsx'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

/** What an executive finds about himself, and may say without a word to anybody. */
export type OwnData = {
  readonly frame: PageFrame
  readonly k: string
  readonly mentorName: string
  readonly managerName: string
  readonly next: Interval | null
  readonly commitment: { readonly words: string; readonly done: 'yes' | 'partly' | 'no' | null } | null
}

const DONE = ['yes', 'partly', 'no'] as const
const WISHES = ['pause', 'another-mentor'] as const

export function OwnPage({ frame, k, mentorName, managerName, next, commitment }: OwnData) {
  const words = wordsFor(frame).own
  return (
    <Frame frame={frame} title={words.title} shape="sheet">
      <header class="opening">
        <p class="facts">
          <span>{words.with(mentorName)}</span>
        </p>
        <h1>{words.title}</h1>
      </header>
      <section>
        <h2>{words.next}</h2>
        {next ? <When time={next} frame={frame} /> : <p>{words.noNext}</p>}
      </section>
      <section>
        <h2>{words.commitment}</h2>
        {commitment ? <p>“{commitment.words}”</p> : <p class="soft">{words.noCommitment}</p>}
        {commitment ? <p>{commitment.done ? words.done[commitment.done] : words.isDone}</p> : null}
        {commitment ? (
          <div class="actions">
            {DONE.map((done) => (
              <PostButton
                action={paths.own}
                hidden={{ k, done }}
                label={words.done[done]}
                about={words.isDone}
              />
            ))}
          </div>
        ) : null}
      </section>
      <section class="aside">
        <h2>{words.quietly}</h2>
        <p class="soft">{words.quietlyAbout(managerName)}</p>
        {WISHES.map((wish) => (
          <PostButton action={paths.own} hidden={{ k, wish }} label={words[wish]} tone="link" />
        ))}
      </section>
    </Frame>
  )
}
