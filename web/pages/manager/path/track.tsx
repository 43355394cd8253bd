import type { TrackId } from '../../../../worker/domain/ids.ts'
import type { Format } from '../../../../worker/domain/path/format.ts'
import type { Track } from '../../../../worker/domain/path/track.ts'
import type { FormState } from '../../../parts/form.ts'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PostButton } from '../../../parts/post.tsx'
import { TrackFields } from '../../../parts/track-fields.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { trackName } from '../../../words/tracks/words.ts'
import { paths } from '../../paths.ts'

export type TrackData = {
  readonly frame: PageFrame
  readonly track: Track
  /** The programme's formats. */
  readonly formats: readonly Format[]
  /** Idempotency key of a copy. */
  readonly newId: TrackId
  readonly form: FormState
}

/** One track: its title, its steps, and a copy of it. */
export function TrackPage({ frame, track, formats, newId, form }: TrackData) {
  const words = wordsFor(frame).tracks
  const name = trackName(track.title, frame.locale)
  return (
    <Frame frame={frame} title={name} errors={form.errors}>
      <header class="heading">
        <p class="eyebrow">
          <a href={paths.programmeTracks(track.programmeId)}>{words.toList}</a>
        </p>
        <h1>{name}</h1>
      </header>
      <div class="columns">
        <form method="post" action={paths.track(track.id)} class="stack">
          <TrackFields frame={frame} form={form} track={track} formats={formats} />
          <p>
            <button class="primary" type="submit">
              {words.save}
            </button>
          </p>
        </form>
        <section class="aside">
          <p class="hint">{words.copyHint}</p>
          <PostButton action={paths.trackCopy(track.id)} hidden={{ id: newId }} label={words.copy} />
          <p class="hint">{words.putAwayHint}</p>
          <PostButton
            action={paths.trackArchive(track.id)}
            hidden={{ archived: track.isArchived ? 'no' : 'yes' }}
            label={track.isArchived ? words.takeBack : words.putAway}
          />
        </section>
      </div>
    </Frame>
  )
}
