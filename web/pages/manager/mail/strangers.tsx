import type { ProgrammeId, ReceivedId } from '../../../../worker/domain/ids.ts'
import { UNNAMED } from '../../../../worker/domain/mail/sender.ts'
import type { Instant } from '../../../../worker/domain/time/time.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PostButton } from '../../../parts/post.tsx'
import { Moment } from '../../../parts/when.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'

/** Whoever wrote last comes first. */
export type StrangersData = {
  readonly frame: PageFrame
  readonly programmeId: ProgrammeId
  readonly senders: readonly SenderShown[]
  /** How many are not kept any more. */
  readonly dropped: number
  /** Only what came in until then is settled: nobody settles what she has not seen. */
  readonly upTo: Instant
}

type SenderShown = {
  readonly address: string
  readonly mails: readonly {
    readonly id: ReceivedId
    readonly at: Instant
    readonly subject: string | null
    /** Whose secret address it came to. */
    readonly to: string | null
  }[]
}

export function StrangersPage(data: StrangersData) {
  const { frame, senders, dropped } = data
  const words = wordsFor(frame).strangers
  const count = senders.reduce((sum, { mails }) => sum + mails.length, dropped)
  return (
    <Frame frame={frame} title={words.title}>
      <header class="heading">
        <h1>{words.title}</h1>
        {count > 0 ? (
          <p>
            {words.about(count)} {words.kept}
            {dropped > 0 ? ` ${words.dropped(dropped)}` : ''}
          </p>
        ) : null}
        <p>
          <a href={paths.today}>{wordsFor(frame).today.backToToday}</a>
        </p>
      </header>
      {count === 0 ? (
        <Empty title={words.emptyTitle} sentence={words.empty} />
      ) : (
        <>
          <p class="hint">{words.whatSettlingDoes}</p>
          <Settle data={data} label={words.settleAll} />
          <ul class="rows">
            {senders.map((sender) => (
              <Sender sender={sender} data={data} />
            ))}
          </ul>
        </>
      )}
    </Frame>
  )
}

function Sender({ sender, data }: { readonly sender: SenderShown; readonly data: StrangersData }) {
  const { address, mails } = sender
  const { frame } = data
  const words = wordsFor(frame).strangers
  return (
    <li class="row">
      <p class="row-what">{words.from(mails.length, address === UNNAMED ? words.unnamed : address)}</p>
      <details class="disclosure row-words">
        <summary>{mails[0]?.subject ?? words.noSubject}</summary>
        <ul class="plain">
          {mails.map(({ id, at, subject, to }) => (
            <li>
              <a href={paths.received(id)}>{subject ?? words.noSubject}</a>{' '}
              <span class="soft">
                {to === null ? '' : `${words.to(to)} · `}
                <Moment at={at} frame={frame} />
              </span>
            </li>
          ))}
        </ul>
      </details>
      <div class="row-do">
        <Settle data={data} label={words.settleOne(mails.length)} address={address} />
      </div>
    </li>
  )
}

type SettleProps = { readonly data: StrangersData; readonly label: string; readonly address?: string }

function Settle({ data: { programmeId, upTo, dropped }, label, address }: SettleProps) {
  const seen = { programmeId, upTo: String(upTo) }
  const which: Readonly<Record<string, string>> = address ? { sender: address } : { dropped: String(dropped) }
  return (
    <PostButton
      action={paths.strangers}
      hidden={{ ...seen, ...which }}
      label={label}
      {...(address && { about: address })}
    />
  )
}
