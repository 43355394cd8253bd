import { LETTERS_KEPT_DAYS } from '../../../worker/domain/record/kept.ts'
import { PostButton } from '../../parts/post.tsx'
import { formatDay, momentWithZone } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { LongList } from './long-list.tsx'
import type { RecordData } from './record-data.ts'

/** Mails to him and from him, without what they say. */
export function MailsPart({ frame, record }: RecordData) {
  const { record: words, deliveries } = wordsFor(frame)
  const kinds: Readonly<Record<string, string>> = deliveries.kinds
  return (
    <section id="mails">
      <h2>{words.mails}</h2>
      <p class="soft">{words.mailsKept(LETTERS_KEPT_DAYS)}</p>
      {record.mails.length === 0 ? <p>{words.noMails}</p> : null}
      <LongList
        frame={frame}
        lines={record.mails.map(({ kind, at, state }) => (
          <li>
            {kind === 'own' ? words.ownPage : (kinds[kind] ?? kind)} · {momentWithZone(at, frame)} ·{' '}
            {wordsFor(frame).states.letter[state]}
          </li>
        ))}
      />
      {record.refused.map(({ address, since }) => (
        <p>{words.mailsRefused(address, formatDay(since, frame))}</p>
      ))}
      {record.received.length > 0 ? (
        <>
          <h3>{words.mailsFrom}</h3>
          <LongList
            frame={frame}
            lines={record.received.map(({ at, state }) => (
              <li>
                {momentWithZone(at, frame)} · {wordsFor(frame).states.received[state]}
              </li>
            ))}
          />
        </>
      ) : null}
    </section>
  )
}

/** Links and sign-ins that are alive, each with a press that ends it. */
export function KeysPart({ frame, record, door }: RecordData) {
  const words = wordsFor(frame).record
  const used = (id: string) => (door?.usedKey === id ? <strong> {words.usedNow}</strong> : null)
  const end = (id: string, about: string) =>
    door ? (
      <PostButton
        action={door.action}
        hidden={{ ...door.hidden, act: 'end', id }}
        label={words.end}
        about={about}
        tone="link"
      />
    ) : null
  return (
    <section id="keys">
      <h2>{words.keys}</h2>
      <p class="soft">{words.keysAbout}</p>
      {record.links.length + record.signIns.length === 0 ? <p>{words.none}</p> : null}
      <ul class="rows">
        {record.links.map(({ id, purpose, until }) => (
          <li class="row">
            <p class="row-what">
              {words.purposes[purpose]}, {words.until(momentWithZone(until, frame))}
              {used(id)}
            </p>
            <div class="row-do">{end(id, words.purposes[purpose])}</div>
          </li>
        ))}
        {record.signIns.map(({ id, since }) => (
          <li class="row">
            <p class="row-what">
              {words.signedIn(momentWithZone(since, frame))}
              {used(id)}
            </p>
            <div class="row-do">{end(id, words.signedIn(momentWithZone(since, frame)))}</div>
          </li>
        ))}
      </ul>
      {record.calendarMade === null ? null : (
        <p>{words.calendarMade(formatDay(record.calendarMade, frame))}</p>
      )}
    </section>
  )
}
