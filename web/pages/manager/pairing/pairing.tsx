import type { PairingId, SessionId } from '../../../../worker/domain/ids.ts'
import type { Commitment } from '../../../../worker/domain/session/outcome.ts'
import type { PairingKind, PairingStatus, Place } from '../../../../worker/domain/pairing/pairing.ts'
import type { Onward, PulsePhase, Worth } from '../../../../worker/domain/pairing/pulse.ts'
import type { Stage } from '../../../../worker/domain/path/stage.ts'
import type { Instant } from '../../../../worker/domain/time/time.ts'
import type { WishKind } from '../../../../worker/domain/pairing/wish.ts'
import { PairingBadge } from '../../../parts/badges.tsx'
import type { FormState } from '../../../parts/form.ts'
import { Frame, type PageFrame } from '../../../parts/frame.tsx'
import { PostButton } from '../../../parts/post.tsx'
import { PulseWords } from '../../../parts/pulse-form.tsx'
import { SessionCard, type SessionLine } from '../../../parts/session-card.tsx'
import { Moment } from '../../../parts/when.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { HandOverForm } from './hand-over.tsx'
import { BookForm, PairingDetails } from './pairing-forms.tsx'
import { paths } from '../../paths.ts'

export type PairingData = {
  readonly frame: PageFrame
  readonly id: PairingId
  readonly executive: string
  readonly mentor: string
  readonly kind: PairingKind
  readonly status: PairingStatus
  readonly place: Place | null
  /** How far the executive was seen to come. */
  readonly stage: Stage
  /** Dates given up in a row in the round that is open. */
  readonly bumps: number
  /** The one in hand, in the mentor's words. */
  readonly commitment: Pick<Commitment, 'words' | 'done'> | null
  /** What the executive asked for, quietly, on his own page. */
  readonly wished: readonly WishKind[]
  /** Newest first. */
  readonly sessions: readonly SessionLine[]
  /** The round that is open; with a fixed time there is nothing to offer. */
  readonly open: { readonly id: SessionId; readonly isFixed: boolean } | null
  /** Those who could mentor in his stead, and the id of the pairing that makes. */
  readonly heard: readonly Heard[]
  readonly handOver: {
    readonly newId: PairingId
    readonly mentors: readonly { readonly value: string; readonly label: string }[]
  }
  readonly booking: Booking
  readonly form: FormState
}

/** What one of the two said, half-way or at the end: for the manager alone. */
export type Heard = {
  readonly name: string
  readonly phase: PulsePhase
  readonly at: Instant
  readonly said: { readonly worth: Worth; readonly onward: Onward }
}

/** The best guess of the search, on the wall of the reader's zone; empty texts where nothing was found. */
export type Booking = {
  /** Id of what the form makes. */
  readonly newId: SessionId
  readonly date: string
  readonly time: string
  readonly minutes: number
  /** Whether a time was refused for its hours, and a reason may override it. */
  readonly needsReason: boolean
}

export function PairingPage(data: PairingData) {
  const { frame, executive, mentor, form, status, kind } = data
  const words = wordsFor(frame)
  const title = words.pairings.pairTitle(executive, mentor)
  return (
    <Frame frame={frame} title={title} errors={form.errors}>
      <header class="heading">
        <p class="eyebrow">{words.frame.kind[kind]}</p>
        <h1>{title}</h1>
        <p>
          <PairingBadge status={status} frame={frame} />
        </p>
        <NextStep data={data} />
      </header>
      <Wished data={data} />
      <div class="columns">
        <div class="stack">
          <Story data={data} />
          <WhatBothSay data={data} />
        </div>
        <div class="deeds">
          {isClosed(data) || data.open?.isFixed ? null : <BookForm data={data} />}
          <PairingDetails data={data} />
          {data.status === 'ended' ? null : <HandOverForm data={data} />}
        </div>
      </div>
    </Frame>
  )
}

/** One press for a rest; for somebody else the form below is open. Nobody is written to on either's account. */
function Wished({ data: { frame, id, wished, executive } }: { readonly data: PairingData }) {
  const words = wordsFor(frame).pairings
  if (wished.length === 0) return null
  return (
    <section class="card">
      {wished.map((wish) => (
        <p>{words.wished[wish](executive)}</p>
      ))}
      <p class="soft">{words.wishedAbout}</p>
      {wished.includes('pause') ? (
        <PostButton
          action={paths.pairing(id)}
          hidden={{ status: 'paused' }}
          label={words.pauseDo}
          tone="primary"
        />
      ) : null}
    </section>
  )
}

function NextStep({ data }: { readonly data: PairingData }) {
  const { frame, id, open } = data
  const words = wordsFor(frame).pairings
  return (
    <p class="actions">
      {isClosed(data) || open?.isFixed ? null : (
        <a class="button primary" href={paths.offer(id)}>
          {words.offer}
        </a>
      )}
      {open ? (
        <a class="button quiet" href={paths.session(open.id)}>
          {words.openSession}
        </a>
      ) : null}
    </p>
  )
}

function Story({ data: { frame, sessions, commitment, stage, bumps } }: { readonly data: PairingData }) {
  const { pairings: words, board, own } = wordsFor(frame)
  return (
    <section>
      <h2>{words.story}</h2>
      <p class="soft">
        {words.stage(board.stages[stage])}
        {bumps > 0 ? ` · ${board.bumps(bumps)}` : ''}
      </p>
      {commitment ? (
        <p class="soft">
          {words.commitment}: “{commitment.words}” ({own.listDone[commitment.done ?? 'unknown']})
        </p>
      ) : null}
      {sessions.length === 0 ? <p class="soft">{words.noStory}</p> : null}
      <ul class="rows">
        {sessions.map((session) => (
          <SessionCard session={session} frame={frame} />
        ))}
      </ul>
    </section>
  )
}

function WhatBothSay({ data: { frame, heard } }: { readonly data: PairingData }) {
  const words = wordsFor(frame).pulse
  if (heard.length === 0) return null
  return (
    <section>
      <h2>{words.heard}</h2>
      <p class="soft">{words.onlyYou}</p>
      <ul class="rows">
        {heard.map(({ name, phase, at, said }) => (
          <li class="row">
            <p class="row-what">
              <span class="name">{name}</span>
              <span class="soft">
                {' '}
                {words.phases[phase]}, <Moment at={at} frame={frame} />
              </span>
            </p>
            <div class="row-words">
              <PulseWords said={said} frame={frame} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function isClosed({ status }: PairingData): boolean {
  return status === 'paused' || status === 'ended'
}
