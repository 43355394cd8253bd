import type { Attempt, Message, Webhook } from '../../../worker/domain/webhook/webhook.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { momentWithZone } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'
import { Secret, standingOf } from './webhooks.tsx'

export type WebhookData = {
  readonly frame: PageFrame
  readonly webhook: Omit<Webhook, 'personId' | 'programmeId' | 'address'>
  /** Its name. */
  readonly programme: string
  /** The newest first. */
  readonly messages: readonly Pick<Message, 'id' | 'type' | 'at' | 'state' | 'dueAt' | 'attempts'>[]
  /** Another secret that was just made. */
  readonly made: { readonly secret: string } | null
}

/** One webhook: what it was told last, and what can be done with it. */
export function WebhookPage({ frame, webhook, programme, messages, made }: WebhookData) {
  const { webhooks: words } = wordsFor(frame)
  const isOpen = webhook.endedAt === null
  const title = webhook.url ?? words.unopened
  return (
    <Frame frame={frame} title={words.title}>
      <header class="heading">
        <p class="soft">
          <a href={paths.webhooks}>{words.title}</a> · {programme}
        </p>
        <h1>{title}</h1>
      </header>
      <p class="soft">{standingOf(webhook, frame)}</p>
      <p class="hint">{webhook.types.map((type) => words.events[type]).join(' · ')}</p>
      {made ? <Secret frame={frame} secret={made.secret} /> : null}
      {isOpen ? <Acts frame={frame} webhook={webhook} /> : null}
      <section class="stack">
        <h2>{words.told}</h2>
        <p class="soft">{words.toldAbout}</p>
        {messages.length === 0 ? <p>{words.nothingTold}</p> : null}
        <ul class="rows">
          {messages.map((message) => (
            <Told frame={frame} webhook={webhook} message={message} />
          ))}
        </ul>
      </section>
    </Frame>
  )
}

function Acts({ frame, webhook: { id, state } }: Pick<WebhookData, 'frame' | 'webhook'>) {
  const words = wordsFor(frame).webhooks
  const act = (code: string, label: string, tone: 'quiet' | 'stop' = 'quiet') => (
    <PostButton action={paths.webhook(id)} hidden={{ act: code }} label={label} tone={tone} />
  )
  return (
    <section class="stack">
      <div class="row-do">
        {state === 'on' ? act('test', words.test) : null}
        {state === 'on' ? act('off', words.switchOff) : act('on', words.switchOn)}
        {act('rotate', words.rotate)}
        {act('end', words.end, 'stop')}
      </div>
      <p class="hint">{words.rotateHint}</p>
    </section>
  )
}

type ToldProps = Pick<WebhookData, 'frame' | 'webhook'> & {
  readonly message: WebhookData['messages'][number]
}

function Told({ frame, webhook, message: { id, type, at, state, dueAt, attempts } }: ToldProps) {
  const words = wordsFor(frame).webhooks
  const mayAgain = webhook.endedAt === null && webhook.state === 'on' && attempts.length > 0
  return (
    <li class="row" id={id}>
      <p class="row-what">
        <span class="name">{words.events[type]}</span>
        <span class="hint">
          {' '}
          {momentWithZone(at, frame)} · {wordsFor(frame).states.letter[state]}
        </span>
      </p>
      <div class="row-words soft">
        {attempts.map((attempt) => (
          <p>
            {momentWithZone(attempt.at, frame)}: {outcomeOf(attempt, frame)}
          </p>
        ))}
        {state === 'waiting' ? <p>{words.next(momentWithZone(dueAt, frame))}</p> : null}
      </div>
      {mayAgain ? (
        <div class="row-do">
          <PostButton
            action={paths.webhook(webhook.id)}
            hidden={{ act: 'again', message: id }}
            label={words.again}
            about={words.events[type]}
            tone="link"
          />
        </div>
      ) : null}
    </li>
  )
}

function outcomeOf({ status, problem, ms }: Attempt, frame: PageFrame): string {
  const words = wordsFor(frame).webhooks
  if (status !== null) return words.answered(status, ms)
  const problems: Readonly<Record<string, string>> = words.problems
  return problems[problem ?? ''] ?? words.problems.unreachable
}
