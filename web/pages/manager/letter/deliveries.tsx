import type { Health } from '../../../../worker/domain/clock/health.ts'
import { RUN_NAMES, RUNS } from '../../../../worker/domain/clock/runs.ts'
import type { LetterId, PersonId, SessionId } from '../../../../worker/domain/ids.ts'
import { isForReaderAlone } from '../../../../worker/domain/letter/reader-kind.ts'
import type { PausedWork } from '../../../../worker/domain/letter/resume.ts'
import type { LetterState } from '../../../../worker/domain/letter/thread.ts'
import { shownAddress } from '../../../../worker/domain/people/address.ts'
import { keptHead } from '../../../../worker/domain/record/proof.ts'
import type { Instant } from '../../../../worker/domain/time/time.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PostButton } from '../../../parts/post.tsx'
import { Moment } from '../../../parts/when.tsx'
import type { PageWords } from '../../../words/pages/en.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { HOW_IT_RUNS, paths } from '../../paths.ts'
import { Restored } from './restored.tsx'

type Words = PageWords['deliveries']
export type DeliveryState = LetterState

export type DeliveryLine = {
  readonly id: LetterId
  readonly kind: keyof Words['kinds']
  readonly method: string | null
  readonly personId: PersonId
  readonly name: string
  readonly address: string
  readonly sessionId: SessionId | null
  readonly state: DeliveryState
  readonly attempts: number
  readonly error: string | null
  readonly createdAt: Instant
  readonly sentAt: Instant | null
  readonly providerId: string | null
  readonly isStopped: boolean
  /** Mail goes there again then, by itself; null if a person has to clear it. */
  readonly stoppedUntil: Instant | null
  /** Idempotency key of “send again”. */
  readonly againId: LetterId
}

export type DeliveriesData = {
  readonly frame: PageFrame
  /** Since when no mail goes out, and the code of the last failure; null while sending works. */
  readonly stopped: { readonly at: Instant; readonly error: string | null } | null
  /** While nothing is sent after a restore: what waits. */
  readonly paused: PausedWork | null
  /** Who lets mail go again, as far as the reader knows them; null: the reader may. */
  readonly resumers: readonly string[] | null
  /** Null shows all. */
  readonly state: DeliveryState | null
  /** How the installation runs, for its owner. */
  readonly health: Health | null
  readonly lines: readonly DeliveryLine[]
  /** Link to the older ones. */
  readonly older: string | null
}

const STATES = ['failed', 'stopped', 'waiting', 'sent', 'superseded', 'retired'] as const
/** Never sent, and nothing to worry about. */
const SET_ASIDE: ReadonlySet<DeliveryState> = new Set(['superseded', 'retired'])

export function DeliveriesPage({
  frame,
  stopped,
  paused,
  resumers,
  health,
  state,
  lines,
  older,
}: DeliveriesData) {
  const words = wordsFor(frame).deliveries
  return (
    <Frame frame={frame} title={words.title}>
      <header class="heading">
        <h1>{words.title}</h1>
        <p class="soft">{words.about}</p>
        <nav class="views" aria-label={words.filter}>
          {[null, ...STATES].map((each) => (
            <a
              href={each ? `${paths.deliveries}?state=${each}` : paths.deliveries}
              aria-current={each === state ? 'page' : undefined}
            >
              {each ? wordsFor(frame).states.letter[each] : words.all}
            </a>
          ))}
        </nav>
      </header>
      {paused ? <Restored paused={paused} resumers={resumers} frame={frame} /> : null}
      {stopped ? <SendingStopped {...stopped} frame={frame} /> : null}
      {lines.some((line) => line.state === 'failed') ? (
        <PostButton action={paths.deliveriesRetry} label={words.resendAll} hidden={programmeIn(frame)} />
      ) : null}
      {lines.length === 0 ? (
        <Empty title={words.emptyTitle} sentence={words.empty}>
          <a class="button quiet" href={state ? paths.deliveries : paths.today}>
            {state ? words.showAll : wordsFor(frame).refusal.first.today}
          </a>
        </Empty>
      ) : (
        <ul class="rows dense">
          {lines.map((line) => (
            <Row line={line} frame={frame} />
          ))}
        </ul>
      )}
      {older ? (
        <p>
          <a href={older}>{words.older}</a>
        </p>
      ) : null}
      <PostButton action={paths.deliveriesTest} label={words.test} tone="link" />
      {health ? <HowItRuns health={health} frame={frame} /> : null}
    </Frame>
  )
}

function HowItRuns({ health, frame }: { readonly health: Health; readonly frame: PageFrame }) {
  const {
    deliveries: { health: words },
    fsck,
  } = wordsFor(frame)
  const { ticks, outbox, sending, timers, feedsFailing, checked, sealed } = health
  return (
    <section aria-labelledby={HOW_IT_RUNS}>
      <h2 id={HOW_IT_RUNS}>{words.title}</h2>
      <p class="soft">{words.about}</p>
      <dl class="particulars wide">
        <dt>{words.ticks}</dt>
        <dd>
          {ticks.length === 0 ? words.never : null}
          {ticks.map(({ cron, at, failed }) => (
            <p>
              {runName(cron, words)} · <Moment at={at} frame={frame} />
              {failed.length > 0
                ? ` · ${words.failed(failed.map((job) => jobName(job, words)).join(', '))}`
                : ''}
            </p>
          ))}
        </dd>
        <dt>{words.letters}</dt>
        <dd>
          {words.waiting(outbox.waiting)}
          {outbox.oldestAt === null ? null : (
            <>
              {' '}
              {words.oldest} <Moment at={outbox.oldestAt} frame={frame} />
            </>
          )}
          {outbox.lastErrorCode ? ` · ${words.lastError(outbox.lastErrorCode)}` : ''}
        </dd>
        <dt>{words.sending}</dt>
        <dd>
          {sending.stoppedAt === null ? words.works : words.stopped}
          {sending.error && sending.errorAt !== null ? (
            <>
              {' · '}
              {words.lastError(sending.error)}, <Moment at={sending.errorAt} frame={frame} />
            </>
          ) : null}
        </dd>
        <dt>{words.timers}</dt>
        <dd>
          {words.overdue(timers.overdue)}
          {timers.failing
            .map(({ kind, count }) => ` · ${words.failing(jobName(kind, words), count)}`)
            .join('')}
        </dd>
        <dt>{words.feeds}</dt>
        <dd>{words.unread(feedsFailing)}</dd>
        <dt>{words.checks}</dt>
        <dd>
          {checked === null ? words.never : null}
          {checked && (
            <p>
              {words.broken(checked.broken.length)} · <Moment at={checked.at} frame={frame} />
            </p>
          )}
          {checked?.broken.map(({ name, count }) => (
            <p>
              {fsck[name]} ({name}, {count})
            </p>
          ))}
          {checked && checked.broken.length > 0 ? <p>{words.whatToDo}</p> : null}
        </dd>
        <dt>{words.seal}</dt>
        <dd>
          {sealed === null ? (
            words.unsealed
          ) : (
            <>
              <p>
                <code>{keptHead(sealed)}</code> · <Moment at={sealed.at} frame={frame} />
              </p>
              <p>{words.keepSeal}</p>
            </>
          )}
        </dd>
      </dl>
    </section>
  )
}

/** What runs then; a run without a name is called as the platform calls it. */
function runName(cron: string, { runs }: Words['health']): string {
  const run = RUN_NAMES.find((each) => RUNS[each] === cron)
  return run ? runs[run] : cron
}

/** What a job does, and its code, under which the log and the documents have it. */
function jobName(code: string, { jobs, job }: Words['health']): string {
  const [, name] = Object.entries(jobs).find(([each]) => each === code) ?? []
  return name ? job(name, code) : code
}

/** The page is of one programme; another may be chosen meanwhile in another window. */
function programmeIn({ nav }: PageFrame): Readonly<Record<string, string>> {
  return nav?.programme ? { programmeId: nav.programme.id } : {}
}

function SendingStopped({
  at,
  error,
  frame,
}: {
  readonly at: Instant
  readonly error: string | null
  readonly frame: PageFrame
}) {
  const words = wordsFor(frame).deliveries
  return (
    <p class="notice refused" role="status">
      {words.stopped(error ?? '?')} {words.stoppedSince} <Moment at={at} frame={frame} />.
    </p>
  )
}

type RowProps = { readonly line: DeliveryLine; readonly frame: PageFrame }

function Row({ line, frame }: RowProps) {
  const words = wordsFor(frame).deliveries
  const title = titleOf(line, words)
  return (
    <li class="row">
      <p class="row-what">
        {line.sessionId ? <a href={paths.session(line.sessionId)}>{title}</a> : title}{' '}
        <span class="soft">· {words.to(line.name)}</span>
      </p>
      <p class="row-how">
        <span>
          {wordsFor(frame).states.letter[line.state]}
          {line.attempts > 1 ? <span class="soft"> · {words.tries(line.attempts)}</span> : null}
        </span>
      </p>
      <p class="row-words soft">
        {line.address ? `${shownAddress(line.address)} · ` : ''}
        <Moment at={line.sentAt ?? line.createdAt} frame={frame} />
        {whyOf(line, words)}
        {line.kind === 'test' && line.providerId ? ` · ${words.serverSaid(line.providerId)}` : ''}
      </p>
      {line.isStopped ? <Stopped until={line.stoppedUntil} frame={frame} /> : null}
      <div class="row-do">
        {line.address && !isForReaderAlone(line) ? (
          <a href={paths.deliverySeen(line.id)}>{wordsFor(frame).outward.link}</a>
        ) : null}
        <Deeds line={line} title={title} words={words} />
      </div>
    </li>
  )
}

function Stopped({ until, frame }: { readonly until: Instant | null; readonly frame: PageFrame }) {
  const words = wordsFor(frame).deliveries
  if (until === null) return <p class="row-words">{words.stoppedAddress}</p>
  return (
    <p class="row-words">
      {words.restingAddress} <Moment at={until} frame={frame} />
    </p>
  )
}

/** The code of what went wrong, or in words why it was not sent. */
function whyOf({ state, error }: DeliveryLine, words: Words): string {
  if (!error || state === 'sent' || state === 'superseded') return ''
  if (state !== 'retired') return ` · ${words.error(error)}`
  const [, reason] = Object.entries(words.reasons).find(([code]) => code === error) ?? []
  return reason ? ` · ${reason}` : ''
}

function Deeds({
  line,
  title,
  words,
}: {
  readonly line: DeliveryLine
  readonly title: string
  readonly words: Words
}) {
  if (line.isStopped)
    return (
      <>
        <PostButton action={paths.deliveryAddress(line.id)} label={words.clear} about={line.address} />
        <a href={paths.person(line.personId)}>{words.person}</a>
      </>
    )
  if (line.state === 'waiting' || SET_ASIDE.has(line.state)) return null
  return (
    <PostButton
      action={paths.deliveryRetry(line.id)}
      label={words.again}
      tone="link"
      hidden={{ id: line.againId }}
      about={`${title} ${words.to(line.name)}`}
    />
  )
}

function titleOf({ kind, method }: DeliveryLine, words: Words): string {
  return method === 'CANCEL' || method === 'DECLINECOUNTER' ? words.methods[method] : words.kinds[kind]
}
