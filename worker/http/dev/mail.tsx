import { raw } from 'hono/html'

import { Hidden } from '../../../web/parts/fields.tsx'
import { Frame } from '../../../web/parts/frame.tsx'
import type { PageFrame } from '../../../web/parts/page-frame.ts'
import { PostButton } from '../../../web/parts/post.tsx'
import { When } from '../../../web/parts/when.tsx'
import { momentWithZone } from '../../../web/words/moments.ts'
import { wallText } from '../../domain/time/days.ts'
import type { Interval } from '../../domain/time/time.ts'
import type { Captured } from './captured.ts'
import type { EventParty, ShownEvent } from './event.ts'
import type { Readable } from './readable.ts'

export type MailData = { readonly frame: PageFrame; readonly mail: Captured; readonly shown: Readable }

export function MailPage({ frame, mail, shown }: MailData) {
  const { from, to, subject, at } = mail
  return (
    <Frame frame={frame} title={subject}>
      <header class="heading">
        <p>
          <a href={`/dev?${new URLSearchParams({ to }).toString()}`}>Mail to {to}</a>
        </p>
        <h1>{subject}</h1>
        <p class="soft">
          From <Address name="" address={from} /> · {momentWithZone(at, frame)}
        </p>
      </header>
      <div class="columns">
        <section class="card" aria-label="The mail">
          {shown.html ? <div class="stack">{raw(shown.html)}</div> : <p class="mail">{shown.text}</p>}
        </section>
        {shown.event ? <EventCard event={shown.event} id={mail.id} frame={frame} /> : null}
      </div>
      <Source title="As plain text" text={shown.text} />
      {shown.calendar ? <Source title="The calendar part" text={shown.calendar} /> : null}
      <Source title="The whole message" text={mail.raw} />
    </Frame>
  )
}

/** The event as a mail program shows it, with buttons that send the same replies. */
function EventCard({
  event,
  id,
  frame,
}: {
  readonly event: ShownEvent
  readonly id: number
  readonly frame: PageFrame
}) {
  return (
    <section class="card" aria-labelledby="event">
      <h2 id="event">{event.summary || event.method}</h2>
      <dl class="particulars">
        {event.time ? <dt>When</dt> : null}
        {event.time ? (
          <dd>
            <When time={event.time} frame={frame} />
          </dd>
        ) : null}
        {event.location ? <dt>Where</dt> : null}
        {event.location ? <dd>{event.location}</dd> : null}
        <dt>Organizer</dt>
        <dd>
          <Address {...event.organizer} />
        </dd>
        <dt>Attendee</dt>
        <dd>
          <Address {...event.attendee} />
        </dd>
        <dt>Method</dt>
        <dd>
          {event.method}, sequence {event.sequence}
        </dd>
      </dl>
      {event.method === 'REQUEST' && event.time ? <Answers time={event.time} id={id} frame={frame} /> : null}
    </section>
  )
}

type AnswersProps = { readonly time: Interval; readonly id: number; readonly frame: PageFrame }

function Answers({ time, id, frame }: AnswersProps) {
  const action = `/dev/mail/${id}/reply`
  const answers = [
    { label: 'Accept', answer: 'ACCEPTED' },
    { label: 'Tentative', answer: 'TENTATIVE' },
    { label: 'Decline', answer: 'DECLINED' },
  ]
  return (
    <>
      <p class="soft">
        Each button sends the mail that a calendar would send, through the Worker’s own door.
      </p>
      <div class="actions">
        {answers.map(({ label, answer }) => (
          <PostButton action={action} label={label} hidden={{ answer }} />
        ))}
      </div>
      <form method="post" action={action} class="stack">
        <Hidden values={{ answer: 'COUNTER' }} />
        <div class="field">
          <label for="wall">Another time, in the zone above</label>
          <input
            id="wall"
            name="wall"
            type="datetime-local"
            value={wallText(frame.zone, time.start)}
            required
          />
        </div>
        <div class="actions">
          <button type="submit">Propose</button>
        </div>
      </form>
    </>
  )
}

function Source({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <details class="disclosure">
      <summary>{title}</summary>
      <pre class="mail">{text}</pre>
    </details>
  )
}

/** A reply address is long: the line may break before its domain. */
function Address({ name, address }: EventParty) {
  const [local = '', domain = ''] = address.split('@')
  return (
    <>
      {name ? `${name} ` : ''}
      {local}
      <wbr />@{domain}
    </>
  )
}
