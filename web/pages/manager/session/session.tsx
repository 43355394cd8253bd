import type { OutcomeId, PairingId, PersonId, SessionId } from '../../../../worker/domain/ids.ts'
import type { Done, OutcomeResult } from '../../../../worker/domain/session/outcome.ts'
import type { Place } from '../../../../worker/domain/pairing/pairing.ts'
import type { SessionStatus } from '../../../../worker/domain/session/session.ts'
import type { Day, Interval } from '../../../../worker/domain/time/time.ts'
import { StatusBadge } from '../../../parts/badges.tsx'
import type { FormState } from '../../../parts/form.ts'
import type { FormatChoices } from '../../../parts/format-choice.tsx'
import { Frame, type PageFrame } from '../../../parts/frame.tsx'
import { PlaceLine } from '../../../parts/place.tsx'
import { type ReaderClock, When } from '../../../parts/when.tsx'
import { formatDay } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { SessionActions } from './session-actions.tsx'
import { SessionHistory, type HistoryRow } from './session-history.tsx'
import { SessionInvites, type InviteLine } from './session-invites.tsx'
import { SessionOffer, SessionProposals, type OfferLine, type ProposalLine } from './session-offer.tsx'

export type SessionData = {
  readonly frame: PageFrame
  readonly id: SessionId
  readonly pairingId: PairingId
  readonly status: SessionStatus
  readonly executive: { readonly id: PersonId; readonly name: string; readonly zone: ReaderClock }
  readonly mentor: { readonly id: PersonId; readonly name: string }
  /** Who could stand in. */
  readonly mentors: readonly { readonly id: PersonId; readonly name: string }[]
  readonly time: Interval | null
  readonly minutes: number
  readonly place: Place | null
  readonly bumps: number
  /** What it begins with, and what else it may; null where it no longer can be chosen. */
  readonly begins: string | null
  readonly formats: FormatChoices | null
  readonly notBefore: Day | null
  readonly invites: readonly InviteLine[]
  readonly offer: OfferLine | null
  readonly proposals: readonly ProposalLine[]
  readonly outcome: OutcomeLine | null
  /** Oldest first. */
  readonly history: readonly HistoryRow[]
  /** Whether its end has passed: it can be logged, and no longer moved. */
  readonly ended: boolean
  /** The id of what the outcome form makes. */
  readonly outcomeId: OutcomeId
  /** What was typed in the form that was refused; empty else. */
  readonly form: FormState
}

export type OutcomeLine = {
  readonly result: OutcomeResult
  readonly lastDone: Done | null
  readonly commitment: string | null
  readonly needsManager: boolean
}

export function SessionPage(data: SessionData) {
  const { frame, executive, mentor, form } = data
  const words = wordsFor(frame)
  const title = words.session.title(executive.name, mentor.name)
  return (
    <Frame frame={frame} title={title} errors={form.errors}>
      <header class="heading">
        <p class="eyebrow">
          <a href={paths.pairing(data.pairingId)}>{words.session.toPairing}</a>
        </p>
        <h1>{title}</h1>
        <p>
          <StatusBadge status={data.status} frame={frame} />
        </p>
      </header>
      <div class="columns">
        <div class="blocks">
          <Particulars data={data} />
          <SessionOffer data={data} />
          <SessionProposals data={data} />
          <SessionInvites data={data} />
          {data.outcome ? <Outcome outcome={data.outcome} frame={frame} /> : null}
          <SessionHistory data={data} />
        </div>
        <SessionActions data={data} />
      </div>
    </Frame>
  )
}

function Particulars({ data }: { readonly data: SessionData }) {
  const { frame, time, executive, status } = data
  const words = wordsFor(frame)
  return (
    <dl class="particulars wide">
      <dt>{words.session.when}</dt>
      <dd class={status === 'cancelled' ? 'past' : undefined}>
        {time ? <When time={time} frame={frame} other={executive.zone} /> : words.session.noTime}
      </dd>
      <dt>{words.session.where}</dt>
      <dd>
        <PlaceLine place={data.place} frame={frame} />
      </dd>
      <dt>{words.session.length}</dt>
      <dd>{words.frame.minutes(data.minutes)}</dd>
      {data.begins ? (
        <>
          <dt>{words.formats.begins}</dt>
          <dd>{data.begins}</dd>
        </>
      ) : null}
      {data.bumps > 0 ? (
        <>
          <dt>{words.session.bumps}</dt>
          <dd>{words.session.times(data.bumps)}</dd>
        </>
      ) : null}
      {data.notBefore ? (
        <>
          <dt>{words.session.notBefore}</dt>
          <dd>{formatDay(data.notBefore, frame)}</dd>
        </>
      ) : null}
    </dl>
  )
}

function Outcome({ outcome, frame }: { readonly outcome: OutcomeLine; readonly frame: PageFrame }) {
  const { session, logging } = wordsFor(frame)
  return (
    <section>
      <h2>{session.outcome}</h2>
      <p>
        {logging.results[outcome.result]}
        {outcome.commitment ? ` · “${outcome.commitment}”` : ''}
      </p>
      {outcome.lastDone ? (
        <p class="soft">
          {session.lastDone} {logging.done[outcome.lastDone]}
        </p>
      ) : null}
      {outcome.needsManager ? <p class="notice refused">{session.flagged}</p> : null}
    </section>
  )
}
