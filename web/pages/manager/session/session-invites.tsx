import { PartstatBadge } from '../../../parts/badges.tsx'
import { PostButton } from '../../../parts/post.tsx'
import { Moment } from '../../../parts/when.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { SessionData } from './session-data.ts'

/** One invite for each person, and the latest answer of each calendar. */
export function SessionInvites({ data: { frame, invites, id } }: { readonly data: SessionData }) {
  const words = wordsFor(frame)
  return (
    <section>
      <h2>{words.session.invites}</h2>
      <p>
        <a href={paths.sessionSeen(id)}>{words.outward.link}</a>
      </p>
      {invites.length === 0 ? <p class="soft">{words.session.noInvites}</p> : null}
      <ul class="rows">
        {invites.map(({ personId, name, partstat, live, answer, canUndo }) => (
          <li class={live ? 'row' : 'row off'}>
            <p class="row-what">
              <a class="name" href={paths.person(personId)}>
                {name}
              </a>
            </p>
            <p class="row-how">
              {live ? <PartstatBadge partstat={partstat} frame={frame} /> : words.session.withdrawn}
            </p>
            {answer ? (
              <p class="row-words soft">
                {words.session.answeredBy(answer.by, words.frame.door[answer.via])},{' '}
                <Moment at={answer.at} frame={frame} />
              </p>
            ) : null}
            {canUndo ? (
              <PostButton
                action={paths.sessionUndo(id)}
                hidden={{ personId }}
                label={words.received.undo}
                tone="link"
                about={name}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
