import { PairingBadge } from '../../../parts/badges.tsx'
import { Empty } from '../../../parts/empty.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PageLinks } from '../../../parts/pages.tsx'
import { PlanStart } from '../../../parts/plan-start.tsx'
import { formatDay, formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { ADD, paths } from '../../paths.ts'
import { AddPairing } from './add-pairing.tsx'
import type { PairingLine, PairingsData } from './pairings-data.ts'

export function PairingsPage(data: PairingsData) {
  const { frame, pairings, form } = data
  const words = wordsFor(frame).pairings
  return (
    <Frame frame={frame} title={words.title} errors={form.errors}>
      <header class="heading">
        <h1>{words.title}</h1>
        <p>
          <a href={`#${ADD}`}>{words.addTitle}</a> ·{' '}
          <a href={paths.suggestions}>{wordsFor(frame).suggestions.link}</a> ·{' '}
          <a href={paths.imports}>{wordsFor(frame).imports.title}</a>
        </p>
      </header>
      <div class="columns">
        {pairings.length === 0 ? (
          <NoPairing data={data} />
        ) : (
          <div class="blocks">
            <ul class="rows">
              {pairings.map((pairing) => (
                <PairingRow pairing={pairing} frame={frame} />
              ))}
            </ul>
            <PageLinks frame={frame} pages={data.pages} />
          </div>
        )}
        <div class="blocks">
          <AddPairing data={data} />
          {pairings.length > 0 ? (
            <section class="card" id="plan">
              <h2>{wordsFor(frame).plans.start}</h2>
              <PlanStart frame={frame} programmeId={data.programmeId} />
            </section>
          ) : null}
        </div>
      </div>
    </Frame>
  )
}

/** Two can be brought together only where there are two. */
function NoPairing({ data: { frame, mentors, executives } }: { readonly data: PairingsData }) {
  const { pairings: words, suggestions, people } = wordsFor(frame)
  const missing = mentors.all === 0 ? 'mentor' : executives.all === 0 ? 'executive' : null
  return (
    <Empty title={words.emptyTitle} sentence={missing ? suggestions.empty : words.empty}>
      <a class="button quiet" href={missing ? paths.newPerson(missing) : paths.suggestions}>
        {missing ? people.addTitle : suggestions.link}
      </a>
    </Empty>
  )
}

function PairingRow({ pairing, frame }: { readonly pairing: PairingLine; readonly frame: PageFrame }) {
  const words = wordsFor(frame)
  const { id, executive, mentor, kind, status, lastHeld } = pairing
  return (
    <li class={status === 'ended' || status === 'paused' ? 'row off' : 'row'}>
      <p class="row-what">
        <a class="name" href={paths.pairing(id)}>
          {executive}
        </a>{' '}
        <span class="soft">{words.today.withMentor(mentor)}</span>
      </p>
      <p class="row-how">
        <PairingBadge status={status} frame={frame} />
      </p>
      <p class="row-words">
        <NextDate pairing={pairing} frame={frame} />
        <span class="row-time soft">
          {words.frame.kind[kind]} ·{' '}
          {lastHeld ? words.pairings.lastMet(formatDay(lastHeld, frame)) : words.pairings.notMet}
        </span>
      </p>
    </li>
  )
}

function NextDate({
  pairing: { next },
  frame,
}: {
  readonly pairing: PairingLine
  readonly frame: PageFrame
}) {
  const words = wordsFor(frame)
  if (!next) return <span class="soft">{words.pairings.noNext}</span>
  if (!next.time) return <>{words.states.session.offered}</>
  return <>{formatRange(next.time, frame)}</>
}
