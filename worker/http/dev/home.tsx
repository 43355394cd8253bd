import { Frame } from '../../../web/parts/frame.tsx'
import type { PageFrame } from '../../../web/parts/page-frame.ts'
import { PostButton } from '../../../web/parts/post.tsx'
import { formatMoment, momentWithZone } from '../../../web/words/moments.ts'
import { wallText } from '../../domain/time/days.ts'
import type { Heading } from './captured.ts'
import { FirstManagerForm } from './first-manager.tsx'
import { canSignIn, signInPath, type Somebody } from './people.ts'

export type HomeData = {
  readonly frame: PageFrame
  readonly isStopped: boolean
  readonly people: readonly Somebody[]
  readonly counts: ReadonlyMap<string, number>
  readonly mails: readonly Heading[]
  /** The recipient whose mail is shown; null shows all mail. */
  readonly to: string | null
}

export function HomePage(data: HomeData) {
  return (
    <Frame frame={data.frame} title="Development">
      <header class="heading">
        <h1>Development</h1>
        <p class="soft">
          Who takes part, what was mailed, and what time it is. A production build has none of this.{' '}
          <a href="/dev/pages">Every page in each state</a>
        </p>
      </header>
      <Clock {...data} />
      <div class="columns">
        <People {...data} />
        <Mails {...data} />
      </div>
    </Frame>
  )
}

function Clock({ frame, isStopped }: HomeData) {
  const moves = [
    { label: 'Ten minutes on', minutes: '10' },
    { label: 'One hour on', minutes: '60' },
    { label: 'One day on', minutes: '1440' },
  ]
  return (
    <section class="card" aria-labelledby="clock">
      <h2 id="clock">Clock</h2>
      <p>
        {momentWithZone(frame.now, frame)}. {isStopped ? 'It stands still.' : 'It runs.'}
      </p>
      <div class="actions">
        {moves.map(({ label, minutes }) => (
          <PostButton action="/dev/clock" label={label} hidden={{ minutes }} />
        ))}
        <PostButton action="/dev/clock" label="Let it run" hidden={{ run: 'yes' }} />
        <PostButton action="/dev/tick" label="Do what is due" />
      </div>
      <form method="post" action="/dev/clock" class="stack">
        <div class="field">
          <label for="wall">Stop at, in the zone above</label>
          <input
            id="wall"
            name="wall"
            type="datetime-local"
            value={wallText(frame.zone, frame.now)}
            required
          />
        </div>
        <div class="actions">
          <button type="submit">Stop there</button>
        </div>
      </form>
      <p class="soft">
        Moving the clock here also does what is due by then: offers run out, declines become new offers,
        mentors are asked.
      </p>
    </section>
  )
}

function Mails({ frame, mails, to }: HomeData) {
  return (
    <section aria-labelledby="mailbox" class="stack">
      <h2 id="mailbox">{to ? `Mail to ${to}` : 'Mailbox'}</h2>
      {to ? (
        <p>
          <a href="/dev">Everybody’s mail</a>
        </p>
      ) : null}
      {mails.length === 0 ? <p class="soft">Nothing was mailed.</p> : null}
      <ol class="rows">
        {mails.map(({ id, at, to: recipient, subject }) => (
          <li class="row">
            <a class="name" href={`/dev/mail/${id}`}>
              {subject}
            </a>
            <p class="row-words soft">
              to {recipient} · {formatMoment(at, frame)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function People({ people, counts }: HomeData) {
  const programmes = Map.groupBy(people, ({ programmes: [first] }) => first?.name ?? '')
  return (
    <section aria-labelledby="people" class="stack">
      <h2 id="people">People</h2>
      {people.length === 0 ? <FirstManagerForm /> : null}
      {Array.from(programmes, ([programme, members]) => (
        <div class="stack">
          <h3>{programme}</h3>
          <ul class="rows">
            {members.map((person) => (
              <PersonRow person={person} mails={counts.get(person.email) ?? 0} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function PersonRow({ person, mails }: { readonly person: Somebody; readonly mails: number }) {
  const { id, name, email, roles } = person
  return (
    <li class="row">
      <p>
        {name} <span class="soft">{roles.join(', ')}</span>
      </p>
      <p class="row-how">
        {canSignIn(person) ? (
          <a href={signInPath(id)}>Sign in{<span class="unseen"> as {name}</span>}</a>
        ) : null}
        {mails > 0 ? (
          <a href={`/dev?${new URLSearchParams({ to: email }).toString()}`}>
            Mail ({mails}){<span class="unseen"> to {name}</span>}
          </a>
        ) : null}
      </p>
    </li>
  )
}
