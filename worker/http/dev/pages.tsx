import { Frame, type PageFrame } from '../../../web/parts/frame.tsx'
import { PostButton } from '../../../web/parts/post.tsx'
import type { Captured } from './mailbox.ts'
import type { DevPerson } from './people.ts'

type DevData = {
  readonly frame: PageFrame
  readonly people: readonly DevPerson[]
  readonly mails: readonly Omit<Captured, 'raw'>[]
  readonly now: string
}

/** The cast, the clock and the mailbox: where a newcomer begins. */
export function DevPage({ frame, people, mails, now }: DevData) {
  return (
    <Frame frame={frame} title="Development">
      <h1>Development</h1>
      <Clock now={now} />
      <div class="columns">
        <section>
          <h2>Mailbox</h2>
          <ul class="rows">
            {mails.map(({ id, to, subject, at }) => (
              <li class="row">
                <p class="row-what">
                  <a class="name" href={`/dev/mail/${id}`}>
                    {subject}
                  </a>
                </p>
                <p class="row-words soft">{to}</p>
                <p class="row-since soft">{at.slice(0, 16).replace('T', ' ')}</p>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>People</h2>
          <ul class="rows">
            {people.map(({ name, roles, signIn, email }) => (
              <li class="row">
                <p class="row-what">{signIn ? <a href={signIn}>{name}</a> : name}</p>
                <p class="row-words soft">
                  {roles.join(', ')} · {email}
                </p>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Frame>
  )
}

function Clock({ now }: { readonly now: string }) {
  return (
    <section class="card">
      <h2>
        It is <time datetime={now}>{now.slice(0, 16).replace('T', ' ')}</time> UTC
      </h2>
      <div class="actions">
        <PostButton action="/dev/clock" hidden={{ add: '10' }} label="10 minutes on" />
        <PostButton action="/dev/clock" hidden={{ add: '1440' }} label="One day on" />
        <PostButton action="/dev/clock" hidden={{ now: '' }} label="Let it run" />
        <PostButton action="/dev/tick" label="Tick" tone="primary" />
      </div>
      <form method="post" action="/dev/clock" class="actions">
        <label for="now">Stop at (UTC)</label>
        <input id="now" name="now" type="datetime-local" value={now.slice(0, 16)} required />
        <button class="quiet" type="submit">
          Stop the clock
        </button>
      </form>
    </section>
  )
}

type MailData = {
  readonly frame: PageFrame
  readonly mail: Captured
  readonly text: string
  readonly calendar: string | null
}

export function MailPage({ frame, mail, text, calendar }: MailData) {
  const isRequest = calendar?.includes('METHOD:REQUEST') ?? false
  return (
    <Frame frame={frame} title={mail.subject}>
      <p class="eyebrow">
        <a href="/dev">Development</a>
      </p>
      <h1>{mail.subject}</h1>
      <p class="soft">
        {mail.from} → {mail.to}
      </p>
      {isRequest ? (
        <section class="card">
          <h2>Answer as a calendar would</h2>
          <div class="actions">
            {(['ACCEPTED', 'TENTATIVE', 'DECLINED'] as const).map((partstat) => (
              <PostButton action={`/dev/mail/${mail.id}/reply`} hidden={{ partstat }} label={partstat.toLowerCase()} />
            ))}
          </div>
        </section>
      ) : null}
      <pre class="mail">{linked(text)}</pre>
      {calendar ? <pre class="mail">{calendar}</pre> : null}
      <details class="quietly">
        <summary>As sent</summary>
        <pre class="mail">{mail.raw}</pre>
      </details>
    </Frame>
  )
}

/** Addresses of the text become links, as a mail program makes them. */
function linked(text: string) {
  return text.split(/(https?:\/\/[^\s<>]+)/).map((part) => (part.startsWith('http') ? <a href={part}>{part}</a> : part))
}

type SignInData = { readonly frame: PageFrame; readonly id: string; readonly name: string }

export function DevSignInPage({ frame, id, name }: SignInData) {
  return (
    <Frame frame={frame} title={`Sign in as ${name}`} shape="sheet">
      <h1>{name}</h1>
      <div class="dock">
        <PostButton action="/dev/sign-in" hidden={{ person: id }} label={`Sign in as ${name}`} tone="primary" />
      </div>
    </Frame>
  )
}
