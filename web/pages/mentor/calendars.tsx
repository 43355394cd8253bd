import type { PersonId } from '../../../worker/domain/ids.ts'
import type { FormState } from '../../parts/form.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { type Published, PublishedCalendar } from '../../parts/published-calendar.tsx'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

export type CalendarsData = {
  readonly frame: PageFrame
  readonly personId: PersonId
  /** Null on one's own page. */
  readonly name: string | null
  /** The reader's own address to subscribe to; `url` is null until it is made. Null on another person's page. */
  readonly feed: { readonly url: string | null } | null
  /** Null when the person is no mentor. */
  readonly published: Published | null
  readonly form: FormState
}

export function CalendarsPage({ frame, personId, name, feed, published, form }: CalendarsData) {
  const words = wordsFor(frame).calendars
  const title = name === null ? words.title : words.of(name)
  return (
    <Frame frame={frame} title={title} script="forms" errors={form.errors}>
      <header class="heading">
        <h1>{title}</h1>
      </header>
      <div class="blocks">
        {feed ? <Subscribe url={feed.url} isMentor={published !== null} frame={frame} /> : null}
        {published ? (
          <PublishedCalendar
            action={paths.personBusyFeed(personId)}
            about={wordsFor(frame).calendars.busy}
            given={name === null && published.assistantId ? words.byAssistant : null}
            published={published}
            frame={frame}
            form={form}
          />
        ) : null}
      </div>
    </Frame>
  )
}

type SubscribeProps = {
  readonly url: string | null
  readonly isMentor: boolean
  readonly frame: PageFrame
}

function Subscribe({ url, isMentor, frame }: SubscribeProps) {
  const words = wordsFor(frame).calendars
  return (
    <section id="subscribed" class="stack">
      <h2>{words.subscribeTitle}</h2>
      <p>{isMentor ? `${words.subscribe} ${words.held}` : words.subscribe}</p>
      {url ? (
        <>
          <p>
            <code>{url}</code>
          </p>
          <p>
            <a href={url.replace(/^https:/, 'webcal:')}>{words.open}</a>
          </p>
          <p class="hint">{words.againHint}</p>
          <div class="actions">
            <PostButton action={paths.feed} label={words.again} />
            <PostButton action={paths.feedRevocation} label={words.stop} enhance="#content" />
          </div>
        </>
      ) : (
        <PostButton action={paths.feed} label={words.make} />
      )}
    </section>
  )
}
