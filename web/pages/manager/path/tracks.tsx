import type { TrackId } from '../../../../worker/domain/ids.ts'
import type { Format } from '../../../../worker/domain/path/format.ts'
import type { Track } from '../../../../worker/domain/path/track.ts'
import type { Programme } from '../../../../worker/domain/programme/programme.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Hidden } from '../../../parts/fields.tsx'
import type { FormState } from '../../../parts/form.ts'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PostButton } from '../../../parts/post.tsx'
import { TrackFields } from '../../../parts/track-fields.tsx'
import { formatName } from '../../../words/formats/words.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { trackName } from '../../../words/tracks/words.ts'
import { ADD, paths } from '../../paths.ts'

export type TracksData = {
  readonly frame: PageFrame
  readonly programme: Programme
  /** In list order, archived ones last. */
  readonly tracks: readonly Track[]
  readonly formats: readonly Format[]
  /** Idempotency key of the form. */
  readonly newId: TrackId
  readonly form: FormState
}

/** A programme's tracks, and a form for a new one. */
export function TracksPage({ frame, programme, tracks, formats, newId, form }: TracksData) {
  const { tracks: words, formats: formatWords } = wordsFor(frame)
  const living = tracks.filter(({ isArchived }) => !isArchived)
  const away = tracks.filter(({ isArchived }) => isArchived)
  return (
    <Frame frame={frame} title={words.title(programme.name)} script="forms" errors={form.errors}>
      <header class="heading">
        <h1>{words.title(programme.name)}</h1>
        <p class="soft">{words.about}</p>
        <p>
          <a href={paths.programmeFormats(programme.id)}>{formatWords.itsFormats}</a>
        </p>
      </header>
      <div class="columns">
        <div class="blocks">
          <section>
            <h2>{words.list}</h2>
            {living.length === 0 ? (
              <Empty title={words.emptyTitle} sentence={words.empty}>
                <a class="button quiet" href={`#${ADD}`}>
                  {words.add}
                </a>
              </Empty>
            ) : null}
            <ul class="rows">
              {living.map((track) => (
                <Row frame={frame} track={track} formats={formats} />
              ))}
            </ul>
          </section>
          {away.length > 0 ? <Away frame={frame} tracks={away} /> : null}
        </div>
        <details class="disclosure" id={ADD} open={form.errors.length > 0 || living.length === 0}>
          <summary>{words.add}</summary>
          <form method="post" action={paths.programmeTracks(programme.id)} class="stack">
            <Hidden values={{ id: newId }} />
            <TrackFields frame={frame} form={form} track={null} formats={formats} />
            <p>
              <button class="quiet" type="submit">
                {words.adding}
              </button>
            </p>
          </form>
        </details>
      </div>
    </Frame>
  )
}

type RowProps = { readonly frame: PageFrame; readonly track: Track; readonly formats: readonly Format[] }

function Row({ frame, track: { id, title, steps }, formats }: RowProps) {
  const names = steps.flatMap(({ formatId }) => {
    const format = formats.find((each) => each.id === formatId)
    return format ? [formatName(format.words, frame.locale)] : []
  })
  return (
    <li class="row" id={id}>
      <p class="row-what">
        <a class="name" href={paths.track(id)}>
          {trackName(title, frame.locale)}
        </a>
      </p>
      <p class="row-words soft">{names.join(' · ')}</p>
    </li>
  )
}

function Away({ frame, tracks }: { readonly frame: PageFrame; readonly tracks: readonly Track[] }) {
  const words = wordsFor(frame).tracks
  return (
    <section>
      <h2>{words.putAwayTitle}</h2>
      <ul class="rows">
        {tracks.map(({ id, title }) => {
          const name = trackName(title, frame.locale)
          return (
            <li class="row off" id={id}>
              <p class="row-what">{name}</p>
              <div class="row-do">
                <PostButton
                  action={paths.trackArchive(id)}
                  hidden={{ archived: 'no' }}
                  label={words.takeBack}
                  tone="link"
                  about={name}
                  enhance="#content"
                />
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
