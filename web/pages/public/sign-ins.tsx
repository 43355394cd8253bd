import type { SignInId } from '../../../worker/domain/ids.ts'
import type { Instant } from '../../../worker/domain/time/time.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { momentWithZone } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

export type SignInLine = {
  readonly id: SignInId
  readonly since: Instant
  readonly until: Instant
  readonly trusted: boolean
  readonly isThis: boolean
}

export type SignInsData = {
  readonly frame: PageFrame
  readonly signIns: readonly SignInLine[]
  /** Whether the reader may have keys of the API. */
  readonly hasKeys: boolean
}

/** Where somebody is signed in, with a way to end it there. */
export function SignInsPage({ frame, signIns, hasKeys }: SignInsData) {
  const words = wordsFor(frame).entrance
  return (
    <Frame frame={frame} title={words.signInsTitle}>
      <header class="heading">
        <h1>{words.signInsTitle}</h1>
      </header>
      <p class="soft">{words.signInsAbout}</p>
      <ul class="rows">
        {signIns.map((line) => (
          <li class="row">
            <p class="row-what">
              <strong>
                {line.isThis ? words.thisDevice : words.since(momentWithZone(line.since, frame))}
              </strong>
            </p>
            <p class="row-words soft">
              {line.trusted ? words.trusted : words.notTrusted}{' '}
              {words.until(momentWithZone(line.until, frame))}
            </p>
            {line.isThis ? null : (
              <div class="row-do">
                <PostButton
                  action={paths.signIns}
                  label={words.signOutThere}
                  hidden={{ id: line.id }}
                  about={momentWithZone(line.since, frame)}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      <PostButton
        action={paths.signIns}
        label={words.signOutEverywhere}
        hidden={{ all: 'yes' }}
        tone="stop"
      />
      {hasKeys ? (
        <p>
          <a href={paths.keys}>{wordsFor(frame).keys.title}</a>
        </p>
      ) : null}
    </Frame>
  )
}
