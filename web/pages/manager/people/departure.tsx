import type { Child } from 'hono/jsx'

import { Hidden, TextField } from '../../../parts/fields.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { within } from '../../../parts/within.ts'
import { formatDay, formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { DepartureData } from './departure-data.ts'

/** First the day, then what follows from it, then one button. */
export function DeparturePage({ data }: { readonly data: DepartureData }) {
  const { frame, id, name, on, form } = data
  const words = wordsFor(frame).leaving
  const several = frame.nav?.programme?.several ? frame.nav.programme : null
  return (
    <Frame frame={frame} title={words.title(name)} errors={form.errors}>
      <header class="heading">
        <p class="eyebrow">
          <a href={within(frame, paths.person(id))}>{name}</a>
        </p>
        <h1>{words.title(name)}</h1>
        <p class="soft">{words.about}</p>
      </header>
      <form method="get" action={paths.departure(id)} class="stack">
        {several ? <Hidden values={{ programme: several.id }} /> : null}
        <TextField
          form={form}
          name="on"
          label={words.lastDay}
          hint={words.lastDayHint}
          type="date"
          value={on}
          attributes={{ required: true }}
        />
        <p>
          <button class="quiet" type="submit">
            {words.look}
          </button>
        </p>
      </form>
      {form.errors.length > 0 ? null : <Follows data={data} />}
    </Frame>
  )
}

/** Not for a day that could not be read. */
function Follows({ data }: { readonly data: DepartureData }) {
  const { frame, id, on } = data
  const words = wordsFor(frame).leaving
  return (
    <section class="stack">
      <h2>{words.follows(formatDay(on, frame))}</h2>
      <Effects data={data} />
      <form method="post" action={within(frame, paths.departure(id))} class="post">
        <Hidden values={{ on }} />
        <button class="stop" type="submit">
          {words.confirm(formatDay(on, frame))}
        </button>
      </form>
    </section>
  )
}

function Effects({ data }: { readonly data: DepartureData }) {
  const { frame, roles, programmes, needMentor, calledOff, offers, waiting, ended, askedAnew } = data
  const words = wordsFor(frame).leaving
  return (
    <dl class="particulars wide">
      {programmes.length > 1 ? (
        <Effect of={words.programmes}>
          <Names of={programmes} />
        </Effect>
      ) : null}
      {roles.includes('mentor') ? (
        <Effect of={words.dates}>
          {words.needMentor(needMentor.length)} <Dates frame={frame} lines={needMentor} />
        </Effect>
      ) : null}
      {roles.includes('executive') ? (
        <Effect of={words.dates}>
          {words.calledOff(calledOff.length)} <Dates frame={frame} lines={calledOff} />
        </Effect>
      ) : null}
      {waiting.length + ended.length > 0 ? (
        <Effect of={wordsFor(frame).frame.nav.pairings}>
          {waiting.length > 0 ? words.waiting : words.ended}
          <ul>
            {[...waiting, ...ended].map(({ id, title }) => (
              <li>
                <a href={paths.pairing(id)}>{title}</a>
              </li>
            ))}
          </ul>
        </Effect>
      ) : null}
      {offers > 0 ? <Effect of={words.onOffer}>{words.offers(offers)}</Effect> : null}
      {roles.includes('assistant') ? (
        <Effect of={words.answers}>
          {askedAnew.length === 0 ? words.answersNobody : words.askedAnew} <Names of={askedAnew} />
        </Effect>
      ) : null}
      <Effect of={words.access}>{words.ends}</Effect>
    </dl>
  )
}

function Effect({ of, children }: { readonly of: string; readonly children: Child }) {
  return (
    <>
      <dt>{of}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Names({ of }: { readonly of: readonly string[] }) {
  if (of.length === 0) return null
  return (
    <ul>
      {of.map((each) => (
        <li>{each}</li>
      ))}
    </ul>
  )
}

function Dates({ frame, lines }: { readonly frame: PageFrame; readonly lines: DepartureData['needMentor'] }) {
  if (lines.length === 0) return null
  return (
    <ul>
      {lines.map(({ id, who, time }) => (
        <li>
          <a href={paths.session(id)}>{who}</a>, {formatRange(time, frame)}
        </li>
      ))}
    </ul>
  )
}
