import type { PersonId } from '../../../worker/domain/ids.ts'
import { MAX_FEED_ADDRESS_CHARACTERS } from '../../../worker/domain/limits.ts'
import type { Instant } from '../../../worker/domain/time/time.ts'
import { TextField } from '../../parts/fields.tsx'
import type { FormState } from '../../parts/form.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { Saying } from '../../parts/when.tsx'
import type { PageWords } from '../../words/pages/en.ts'
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

export type Published = {
  /** Whether there is one to read. */
  readonly isGiven: boolean
  /** Only the host: the rest of the address is a secret. Null: its address does not open here any more. */
  readonly host: string | null
  readonly state: 'known' | 'unknown'
  /** Last read, or unreadable since. */
  readonly at: Instant
  readonly problem: string | null
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
          <PublishedForm personId={personId} published={published} frame={frame} form={form} />
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

type PublishedProps = {
  readonly personId: PersonId
  readonly published: Published
  readonly frame: PageFrame
  readonly form: FormState
}

function PublishedForm({ personId, published, frame, form }: PublishedProps) {
  const words = wordsFor(frame).calendars
  const { isGiven, host, state, at, problem } = published
  return (
    <section id="published" class="stack">
      <h2>{words.busyTitle}</h2>
      <p>{words.busy}</p>
      {isGiven ? (
        <p class={state === 'known' ? 'notice done' : 'notice refused'}>
          {host ? `${words.from(host)} ` : null}
          <Saying sentence={words[state]} at={at} frame={frame} />
          {problem ? ` ${words.problems[kindOfProblem(problem)]} (${problem}).` : ''}
        </p>
      ) : null}
      <form method="post" action={paths.personBusyFeed(personId)} class="stack" data-enhance="#content">
        <TextField
          form={form}
          name="url"
          label={words.address}
          {...(isGiven && { hint: words.addressHint })}
          attributes={{ maxlength: MAX_FEED_ADDRESS_CHARACTERS, inputmode: 'url', autocomplete: 'off' }}
        />
        <p>
          <button class="quiet" type="submit">
            {words.save}
          </button>
        </p>
      </form>
      {isGiven ? (
        <div class="stack">
          {host ? <p class="hint">{words.stopReadingHint(host)}</p> : null}
          <PostButton
            action={paths.personBusyFeed(personId)}
            hidden={{ stop: 'yes' }}
            label={words.stopReading}
            enhance="#content"
          />
        </div>
      ) : null}
    </section>
  )
}

/** What the mentor can make of the code of a problem, which stands beside it for whoever keeps that calendar. */
function kindOfProblem(code: string): keyof PageWords['calendars']['problems'] {
  if (code === 'address-not-opened') return 'sealed'
  if (code === 'timeout' || code === 'unreachable') return 'silent'
  if (code === 'status-404' || code === 'status-410') return 'gone'
  if (code.startsWith('status-')) return 'refused'
  if (code.includes('redirect') || code.startsWith('not-')) return 'elsewhere'
  return code.startsWith('too-') ? 'large' : 'unreadable'
}
