import type { Child } from 'hono/jsx'

import { Frame } from '../../../parts/frame.tsx'
import { within } from '../../../parts/within.ts'
import { formatDay, formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { ErasureData } from './erasure-data.ts'

/** What goes, what stays and who hears of it; then one button. */
export function ErasurePage({ data }: { readonly data: ErasureData }) {
  const { frame, id, name, roles, askedAt, underWaySince, refused } = data
  const words = wordsFor(frame).erasing
  return (
    <Frame frame={frame} title={words.title(name)}>
      <header class="heading">
        <p class="eyebrow">
          {roles.length === 0 ? name : <a href={within(frame, paths.person(id))}>{name}</a>}
        </p>
        <h1>{words.title(name)}</h1>
        <p>
          <strong>{words.forGood}</strong>
        </p>
        {askedAt === null ? null : <p class="soft">{words.askedFor(formatDay(askedAt, frame))}</p>}
      </header>
      <section class="stack">
        <Follows data={data} />
        {underWaySince === null ? null : <p>{words.underWay(formatDay(underWaySince, frame))}</p>}
        {refused === null ? null : <p>{refused}</p>}
        {underWaySince === null && refused === null ? (
          <form method="post" action={within(frame, paths.erasure(id))} class="post">
            <button class="stop" type="submit">
              {words.confirm(name)}
            </button>
          </form>
        ) : null}
      </section>
    </Frame>
  )
}

function Follows({
  data: { frame, programmes, roles, dates, offers, askedAnew },
}: {
  readonly data: ErasureData
}) {
  const words = wordsFor(frame).erasing
  return (
    <dl class="particulars wide">
      <Effect of={words.from}>{programmes.join(' · ')}</Effect>
      <Effect of={words.goes}>{words.goesAll}</Effect>
      <Effect of={words.stays}>{words.staysAll}</Effect>
      <Effect of={words.dates}>
        {words.calledOff(dates.length)}
        {dates.length > 0 ? (
          <ul>
            {dates.map(({ id, who, time }) => (
              <li>
                <a href={paths.session(id)}>{who}</a>, {formatRange(time, frame)}
              </li>
            ))}
          </ul>
        ) : null}
        {roles.includes('mentor') && dates.length > 0 ? ` ${words.newTimes}` : null}
        {offers > 0 ? ` ${words.offers(offers)}` : null}
      </Effect>
      {askedAnew.length > 0 ? (
        <Effect of={words.answers}>
          {words.askedAnew} {askedAnew.join(', ')}
        </Effect>
      ) : null}
      <Effect of={words.hears}>{dates.length > 0 ? words.hearCancellations : words.nobodyHears}</Effect>
      <Effect of={words.when}>{words.whenAll}</Effect>
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
