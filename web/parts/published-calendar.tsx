import type { PersonId } from '../../worker/domain/ids.ts'
import { MAX_FEED_ADDRESS_CHARACTERS } from '../../worker/domain/limits.ts'
import type { Instant } from '../../worker/domain/time/time.ts'
import type { PageWords } from '../words/pages/en.ts'
import { wordsFor } from '../words/pages/words.ts'
import { Hidden, TextField } from './fields.tsx'
import type { FormState } from './form.ts'
import type { PageFrame } from './page-frame.ts'
import { PostButton } from './post.tsx'
import { Saying } from './when.tsx'

export type Published = {
  /** Whether there is one to read. */
  readonly isGiven: boolean
  /** Only the host: the rest of the address is a secret. Null: its address does not open here any more, or the reader is not to know. */
  readonly host: string | null
  /** The assistant who gave it for her executive; null: he did, or it is a mentor's. */
  readonly assistantId: PersonId | null
  readonly state: 'known' | 'unknown'
  /** Last read, or unreadable since. */
  readonly at: Instant
  readonly problem: string | null
}

type Props = {
  readonly action: string
  /** What is said to whoever may give an address. */
  readonly about: string
  /** Who gave it, where that was not the reader. */
  readonly given?: string | null
  /** Sent along with both forms. */
  readonly hidden?: Readonly<Record<string, string>>
  readonly published: Published
  readonly frame: PageFrame
  readonly form: FormState
}

/** The calendar that a person publishes to be read: how it stands, another address, and none. */
export function PublishedCalendar({
  action,
  about,
  given = null,
  hidden = {},
  published,
  frame,
  form,
}: Props) {
  const words = wordsFor(frame).calendars
  const { isGiven, host, state, at, problem } = published
  return (
    <section id="published" class="stack">
      <h2>{words.busyTitle}</h2>
      <p>{about}</p>
      {isGiven ? (
        <p class={state === 'known' ? 'notice done' : 'notice refused'}>
          {host ? `${words.from(host)} ` : null}
          <Saying sentence={words[state]} at={at} frame={frame} />
          {problem ? ` ${words.problems[kindOfProblem(problem)]} (${problem}).` : ''}
        </p>
      ) : null}
      {isGiven && given ? <p>{given}</p> : null}
      <form method="post" action={action} class="stack" data-enhance="#content">
        <Hidden values={hidden} />
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
          <p class="hint">{words.stopReadingHint(host)}</p>
          <PostButton
            action={action}
            hidden={{ ...hidden, stop: 'yes' }}
            label={words.stopReading}
            enhance="#content"
          />
        </div>
      ) : null}
    </section>
  )
}

/** What its owner can make of the code of a problem, which stands beside it for whoever keeps that calendar. */
function kindOfProblem(code: string): keyof PageWords['calendars']['problems'] {
  if (code === 'address-not-opened') return 'sealed'
  if (code === 'timeout' || code === 'unreachable') return 'silent'
  if (code === 'status-404' || code === 'status-410') return 'gone'
  if (code.startsWith('status-')) return 'refused'
  if (code.includes('redirect') || code.startsWith('not-')) return 'elsewhere'
  return code.startsWith('too-') ? 'large' : 'unreadable'
}
