import type { TrackShown } from '../../worker/domain/path/track-walk.ts'
import { wordsFor } from '../words/pages/words.ts'
import { trackName } from '../words/tracks/words.ts'
import type { PageFrame } from './page-frame.ts'

type Props = { readonly frame: PageFrame; readonly track: TrackShown }

/** “3 of 6”, and the track's own materials for the mentor. */
export function TrackStepPart({ frame, track }: Props) {
  const { tracks: words } = wordsFor(frame)
  const { text, link } = track
  return (
    <section>
      <p class="soft">{stepWords({ frame, track })}</p>
      {text ? text.split('\n').map((line) => <p>{line}</p>) : null}
      {link ? (
        <p>
          <a href={link} rel="noreferrer">
            {words.materialsOfStep}
          </a>
        </p>
      ) : null}
    </section>
  )
}

export function stepWords({
  frame,
  track: { title, step, of },
}: {
  readonly frame: PageFrame
  readonly track: Pick<TrackShown, 'title' | 'step' | 'of'>
}): string {
  return wordsFor(frame).tracks.place(step, of, trackName(title, frame.locale))
}
