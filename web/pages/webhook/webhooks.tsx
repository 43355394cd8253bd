import type { ProgrammeId, WebhookId } from '../../../worker/domain/ids.ts'
import { MAX_WEBHOOK_URL_CHARACTERS } from '../../../worker/domain/limits.ts'
import { PROGRAMME_TYPES } from '../../../worker/domain/webhook/told.ts'
import type { Webhook } from '../../../worker/domain/webhook/webhook.ts'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { CheckField, Hidden, SelectField, TextField } from '../../parts/fields.tsx'
import type { FormState } from '../../parts/form.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { formatDay } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

export type WebhookLine = Pick<Webhook, 'id' | 'url' | 'state' | 'madeAt' | 'endedAt' | 'failingSince'> & {
  /** Its name. */
  readonly programme: string
}

export type WebhooksData = {
  readonly frame: PageFrame
  readonly lines: readonly WebhookLine[]
  /** The secret of the webhook that was just made; `null` after a repeat of the same form. */
  readonly made: { readonly secret: string | null } | null
  readonly programmes: readonly { readonly id: ProgrammeId; readonly name: string }[]
  /** She may have one for the health of the installation. */
  readonly isOwner: boolean
  readonly newId: WebhookId
  readonly form: FormState
}

/** The webhooks of a manager, and a form for another. */
export function WebhooksPage({ frame, lines, made, ...adding }: WebhooksData) {
  const words = wordsFor(frame).webhooks
  return (
    <Frame frame={frame} title={words.title}>
      <header class="heading">
        <h1>{words.title}</h1>
      </header>
      <p class="soft">{words.about}</p>
      {made ? <Secret frame={frame} secret={made.secret} /> : null}
      {lines.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="rows">
          {lines.map((line) => (
            <Line frame={frame} line={line} />
          ))}
        </ul>
      )}
      <Adding frame={frame} {...adding} />
    </Frame>
  )
}

/** A secret is shown once. */
export function Secret({ frame, secret }: { readonly frame: PageFrame; readonly secret: string | null }) {
  const words = wordsFor(frame).webhooks
  return (
    <div class={secret === null ? 'notice' : 'notice done'} role="status">
      <p>{secret === null ? words.shownOnce : words.copy}</p>
      {secret === null ? null : (
        <p>
          <code>{secret}</code>
        </p>
      )}
    </div>
  )
}

function Line({ frame, line }: { readonly frame: PageFrame; readonly line: WebhookLine }) {
  const words = wordsFor(frame).webhooks
  const { id, url, programme, endedAt } = line
  return (
    <li class={endedAt === null ? 'row' : 'row off'} id={id}>
      <p class="row-what">
        <a class="name" href={paths.webhook(id)}>
          {url ?? words.unopened}
        </a>
        <span class="hint"> {programme}</span>
      </p>
      <p class="row-words soft">{standingOf(line, frame)}</p>
    </li>
  )
}

export function standingOf(
  { state, madeAt, endedAt, failingSince }: Omit<WebhookLine, 'programme' | 'id' | 'url'>,
  frame: PageFrame,
): string {
  const words = wordsFor(frame).webhooks
  if (endedAt !== null) return words.ended(formatDay(endedAt, frame))
  const failing = failingSince === null ? '' : ` ${words.failing(formatDay(failingSince, frame))}`
  return `${words.states[state]}. ${words.made(formatDay(madeAt, frame))}${failing}`
}

/** In place of a programme. */
export const OF_HEALTH = 'health'

function Adding({ frame, programmes, isOwner, newId, form }: Omit<WebhooksData, 'lines' | 'made'>) {
  const words = wordsFor(frame).webhooks
  const choices = [
    ...programmes.map(({ id, name }) => ({ value: id, label: name })),
    ...(isOwner ? [{ value: OF_HEALTH, label: words.ofHealth }] : []),
  ]
  const [first] = choices
  return (
    <section class="stack">
      <h2>{words.add}</h2>
      <form method="post" action={paths.webhooks} class="stack">
        <ErrorSummary title={wordsFor(frame).frame.errors} errors={form.errors} />
        <Hidden values={{ id: newId }} />
        <TextField
          form={form}
          name="url"
          label={words.url}
          hint={words.urlHint}
          type="url"
          attributes={{ required: true, maxlength: MAX_WEBHOOK_URL_CHARACTERS, autocomplete: 'off' }}
        />
        {choices.length > 1 ? (
          <SelectField
            form={form}
            name="programme"
            label={words.programme}
            hint={isOwner ? words.healthHint : undefined}
            value={first?.value ?? ''}
            choices={choices}
          />
        ) : first ? (
          <Hidden values={{ programme: first.value }} />
        ) : null}
        <fieldset class="field roles">
          <legend>{words.types}</legend>
          {isOwner ? <p class="hint">{words.typesHint}</p> : null}
          {PROGRAMME_TYPES.map((type) => (
            <CheckField form={form} name={`type-${type}`} label={words.events[type]} value="yes" />
          ))}
        </fieldset>
        <p>
          <button type="submit">{words.make}</button>
        </p>
      </form>
    </section>
  )
}
