import type { FormatId } from '../../../../worker/domain/ids.ts'
import { fitOf, type Format } from '../../../../worker/domain/path/format.ts'
import type { Programme } from '../../../../worker/domain/programme/programme.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Hidden } from '../../../parts/fields.tsx'
import type { FormState } from '../../../parts/form.ts'
import { FormatFields } from '../../../parts/format-fields.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PostButton } from '../../../parts/post.tsx'
import { formatWords } from '../../../words/formats/words.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { ADD, paths } from '../../paths.ts'

export type FormatsData = {
  readonly frame: PageFrame
  readonly programme: Programme
  /** In list order, archived ones last. */
  readonly formats: readonly Format[]
  /** Idempotency key of the form. */
  readonly newId: FormatId
  readonly form: FormState
}

/** A programme's formats, and a form for a new one. */
export function FormatsPage({ frame, programme, formats, newId, form }: FormatsData) {
  const words = wordsFor(frame).formats
  const living = formats.filter(({ isArchived }) => !isArchived)
  const away = formats.filter(({ isArchived }) => isArchived)
  return (
    <Frame frame={frame} title={words.title(programme.name)} script="forms" errors={form.errors}>
      <header class="heading">
        <h1>{words.title(programme.name)}</h1>
        <p class="soft">{words.about}</p>
        <p>
          <a href={paths.programme(programme.id)}>{words.rulesLink}</a> ·{' '}
          <a href={paths.programmeTracks(programme.id)}>{wordsFor(frame).tracks.itsTracks}</a>
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
            <ol class="rows">
              {living.map((format, place) => (
                <Row frame={frame} format={format} all={formats} place={place} count={living.length} />
              ))}
            </ol>
          </section>
          {away.length > 0 ? <Away frame={frame} formats={away} /> : null}
        </div>
        <section class="card" id={ADD}>
          <h2>{words.add}</h2>
          <form method="post" action={paths.programmeFormats(programme.id)} class="stack">
            <Hidden values={{ id: newId }} />
            <FormatFields frame={frame} form={form} format={null} all={formats} />
            <p>
              <button class="quiet" type="submit">
                {words.adding}
              </button>
            </p>
          </form>
        </section>
      </div>
    </Frame>
  )
}

type RowProps = {
  readonly frame: PageFrame
  readonly format: Format
  readonly all: readonly Format[]
  readonly place: number
  readonly count: number
}

function Row({ frame, format, all, place, count }: RowProps) {
  const words = wordsFor(frame).formats
  const { name, prompts } = formatWords(format.words, frame.locale)
  const move = (to: number, label: string) => (
    <PostButton
      action={paths.formatPlace(format.id)}
      hidden={{ place: String(to) }}
      label={label}
      tone="link"
      about={name}
      enhance="#content"
    />
  )
  return (
    <li class="row" id={format.id}>
      <p class="row-what">
        <a class="name" href={paths.format(format.id)}>
          {name}
        </a>
      </p>
      <p class="row-words soft">{notesOf(format, all, frame).join(' · ') || (prompts[0] ?? '')}</p>
      <div class="row-do actions">
        {place > 0 ? move(place - 1, words.earlier) : null}
        {place < count - 1 ? move(place + 1, words.later) : null}
      </div>
    </li>
  )
}

/** Notes on what differs from the default. */
function notesOf(format: Format, all: readonly Format[], frame: PageFrame): readonly string[] {
  const { formats: words, presets, frame: common } = wordsFor(frame)
  const { minutes, outwardTitle, link, executiveLink } = format
  const { blockers } = fitOf(format, all)
  return [
    ...(blockers.length > 0
      ? [words.firstFor(blockers.map((each) => presets.blockers[each]).join(', '))]
      : []),
    ...(minutes ? [common.minutes(minutes)] : []),
    ...(outwardTitle ? [words.titled(outwardTitle)] : []),
    ...(link || executiveLink ? [words.materialsShort] : []),
  ]
}

function Away({ frame, formats }: { readonly frame: PageFrame; readonly formats: readonly Format[] }) {
  const words = wordsFor(frame).formats
  return (
    <section>
      <h2>{words.putAwayTitle}</h2>
      <ul class="rows">
        {formats.map(({ id, words: said }) => {
          const { name } = formatWords(said, frame.locale)
          return (
            <li class="row off" id={id}>
              <p class="row-what">{name}</p>
              <div class="row-do">
                <PostButton
                  action={paths.formatArchive(id)}
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
