import type { Child } from 'hono/jsx'

import type { Letter } from '../../../../worker/domain/letter/letter.ts'
import type { Judged, ReaderKind } from '../../../../worker/domain/letter/reader-kind.ts'
import type { Interval } from '../../../../worker/domain/time/time.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { rangeWithZone } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { labelled } from '../../../words/punctuation.ts'

/** One mail as its reader, a colleague and the administrator of the mail see it. */
export type SeenMail = {
  readonly kind: Letter['kind']
  readonly reader: ReaderKind
  readonly name: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly event: SeenEvent | null
  readonly octets: number
  /** The types of its parts, in their order. */
  readonly parts: readonly string[]
  readonly found: readonly Judged[]
}

type SeenEvent = {
  readonly summary: string
  readonly description: string
  readonly location: string | null
  readonly url: string | null
  readonly time: Interval
}

type WithSource = Props & { readonly children: Child }

type Props = { readonly seen: SeenMail; readonly frame: PageFrame }

/** `children`: what leads to its raw source. */
export function SeenLetter(props: WithSource) {
  const { seen, frame } = props
  return (
    <section class="stack">
      <h2>{headingOf(seen, frame)}</h2>
      <SeenParts {...props} />
    </section>
  )
}

/** What it is, and to whom. */
export function headingOf({ kind, name }: SeenMail, frame: PageFrame): string {
  const { outward, deliveries } = wordsFor(frame)
  return outward.heading(deliveries.kinds[kind], name)
}

export function SeenParts({ seen, frame, children }: WithSource) {
  const words = wordsFor(frame)
  const { outward } = words
  return (
    <>
      <Findings seen={seen} frame={frame} />
      <h3>{outward.as[seen.reader]}</h3>
      <p>
        <span class="soft">{labelled(words.pairings.subject, frame.locale)}</span> {seen.subject}
      </p>
      <pre class="mail">{seen.text}</pre>
      <Event seen={seen} frame={frame} />
      <h3>{outward.administrator}</h3>
      <dl class="particulars wide">
        <dt>{outward.from}</dt>
        <dd>{seen.from}</dd>
        <dt>{outward.to}</dt>
        <dd>{seen.to}</dd>
        <dt>{words.pairings.subject}</dt>
        <dd>{seen.subject}</dd>
        <dt>{outward.size}</dt>
        <dd>{outward.octets(seen.octets)}</dd>
        <dt>{outward.parts}</dt>
        <dd>{seen.parts.join(', ')}</dd>
      </dl>
      <p>{children}</p>
    </>
  )
}

function Findings({ seen: { found }, frame }: Props) {
  const words = wordsFor(frame).outward
  if (found.length === 0) return <p class="soft">{words.clean}</p>
  return (
    <ul>
      {found.map(({ where, word, severity }) => (
        <li>{words.finding(words.severities[severity], word, words.where[where])}</li>
      ))}
    </ul>
  )
}

/** A calendar that is shared shows an event in three measures, whatever its own settings say. */
function Event({ seen: { event }, frame }: Props) {
  const words = wordsFor(frame).outward
  if (!event) return null
  const when = rangeWithZone(event.time, frame)
  const place = event.location ?? event.url
  return (
    <>
      <h3>{words.colleague}</h3>
      <dl class="particulars wide">
        <dt>{words.freeBusy}</dt>
        <dd>
          {when} · {words.busy}
        </dd>
        <dt>{words.titles}</dt>
        <dd>
          {when} · {event.summary}
          {place ? ` · ${place}` : ''}
        </dd>
        <dt>{words.details}</dt>
        <dd>
          <pre class="mail">{event.description}</pre>
        </dd>
      </dl>
    </>
  )
}
