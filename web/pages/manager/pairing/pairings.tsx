import type { PairingId, ProgrammeId } from '../../../../worker/domain/ids.ts'
import type { PairingKind, PairingStatus } from '../../../../worker/domain/pairing/pairing.ts'
import type { SessionStatus } from '../../../../worker/domain/session/session.ts'
import type { Instant, Interval } from '../../../../worker/domain/time/time.ts'
import { PairingBadge } from '../../../parts/badges.tsx'
import { Empty } from '../../../parts/empty.tsx'
import type { FormState } from '../../../parts/form.ts'
import { Frame, type PageFrame } from '../../../parts/frame.tsx'
import { PlanStart } from '../../../parts/plan-start.tsx'
import { formatDay, formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { AddPairing, type PersonOption } from './add-pairing.tsx'

export type PairingLine = {
  readonly id: PairingId
  readonly executive: string
  readonly mentor: string
  readonly kind: PairingKind
  readonly status: PairingStatus
  /** The open session's; null where no round is open. */
  readonly next: { readonly status: SessionStatus; readonly time: Interval | null } | null
  readonly lastHeld: Instant | null
}

export type PairingsData = {
  readonly frame: PageFrame
  readonly programmeId: ProgrammeId
  readonly pairings: readonly PairingLine[]
  /** Where the list goes on. */
  readonly more: string | null
  readonly mentors: readonly PersonOption[]
  readonly executives: readonly PersonOption[]
  /** Id of what the form makes. */
  readonly newId: PairingId
  /** Whether the pair was refused for its reporting line, and a reason may override it. */
  readonly needsReason: boolean
  readonly form: FormState
}

export function PairingsPage(data: PairingsData) {
  const { frame, pairings, form } = data
  const words = wordsFor(frame).pairings
  return (
    <Frame frame={frame} title={words.title} errors={form.errors}>
      <header class="heading">
        <h1>{words.title}</h1>
        <p>
          <a href={paths.suggestions}>{wordsFor(frame).suggestions.link}</a>
        </p>
      </header>
      <div class="columns">
        {pairings.length === 0 ? (
          <Empty title={words.emptyTitle} sentence={words.empty} />
        ) : (
          <div class="blocks">
            <ul class="rows">
              {pairings.map((pairing) => (
                <PairingRow pairing={pairing} frame={frame} />
              ))}
            </ul>
            {data.more ? (
              <p>
                <a href={data.more}>{words.more}</a>
              </p>
            ) : null}
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
          {words.frame.kind[kind]} · {words.pairings.lastHeld}:{' '}
          {lastHeld ? formatDay(lastHeld, frame) : words.pairings.never}
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
  const words = wordsFor(frame).pairings
  if (!next) return <span class="soft">{words.noNext}</span>
  if (!next.time) return <>{words.arranging}</>
  return <>{formatRange(next.time, frame)}</>
}
