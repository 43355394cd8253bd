import { PairingBadge } from '../../../parts/badges.tsx'
import { Frame } from '../../../parts/frame.tsx'
import { PlaceLine } from '../../../parts/place.tsx'
import { PostButton } from '../../../parts/post.tsx'
import { PulseWords } from '../../../parts/pulse-form.tsx'
import { SessionCard } from '../../../parts/session-card.tsx'
import { twoWords } from '../../../parts/two-words.ts'
import { Moment } from '../../../parts/when.tsx'
import { WhyTallies } from '../../../parts/whys.tsx'
import { within } from '../../../parts/within.ts'
import { formatDay } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { labelled, quoted } from '../../../words/punctuation.ts'
import { paths, SEEN } from '../../paths.ts'
import { HandOverForm } from './hand-over.tsx'
import { InLine } from './in-line.tsx'
import { ManagersNote } from './managers-note.tsx'
import type { PairingData } from './pairing-data.ts'
import { BookForm, PairingDetails } from './pairing-forms.tsx'
import { PairingPath } from './pairing-path.tsx'

export function PairingPage(data: PairingData) {
  const { frame, executive, executiveId, mentor, mentorId, form, status, kind, place } = data
  const words = wordsFor(frame)
  const title = words.pairings.pairTitle(executive, mentor)
  return (
    <Frame frame={frame} title={title} script="inPlace" errors={form.errors}>
      <header class="heading">
        <p class="eyebrow">{words.frame.kind[kind]}</p>
        <h1>{title}</h1>
        <p>
          <PairingBadge status={status} frame={frame} /> · <PlaceLine place={place} frame={frame} />
        </p>
        <p>
          {labelled(words.frame.role.executive, frame.locale)}{' '}
          <a href={within(frame, paths.person(executiveId))}>{executive}</a> ·{' '}
          {labelled(words.frame.role.mentor, frame.locale)}{' '}
          <a href={within(frame, paths.person(mentorId))}>{mentor}</a>
        </p>
        {status === 'proposed' ? <p class="soft">{words.pairings.proposedHint}</p> : null}
        {data.mentorLeavesOn !== null && data.status !== 'ended' ? (
          <p class="soft">{words.leaving.mentorUntil(mentor, formatDay(data.mentorLeavesOn, frame))}</p>
        ) : null}
        <NextStep data={data} />
      </header>
      <InLine data={data} />
      <Wished data={data} />
      <div class="columns">
        <div class="blocks">
          <PairingPath data={data} />
          <WhatBothSay data={data} />
          <Whys data={data} />
          <ManagersNote data={data} />
        </div>
        <div class="disclosures">
          {isClosed(data) || data.reports || data.open?.isFixed ? null : <BookForm data={data} />}
          <PairingDetails data={data} />
          {data.status === 'ended' ? null : <HandOverForm data={data} />}
        </div>
      </div>
      <div class="blocks">
        <Story data={data} />
      </div>
    </Frame>
  )
}

/** One press pauses the pairing; for another mentor the form below is open. Neither mails anybody. */
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

/** Of the session that is open, else of the offer that would be made. */
function AsTheySeeIt({ data }: { readonly data: PairingData }) {
  const { frame, id, open } = data
  if (!open && (isClosed(data) || data.reports)) return null
  const href = open ? paths.sessionSeen(open.id) : `${paths.offer(id)}?look=${SEEN}#${SEEN}`
  return <a href={href}>{wordsFor(frame).outward.link}</a>
}

function NextStep({ data }: { readonly data: PairingData }) {
  const { frame, id, open } = data
  const words = wordsFor(frame).pairings
  const isAsked = open?.isAsked ?? false
  const offering = (
    <a class={`button ${isAsked ? 'quiet' : 'primary'}`} href={paths.offer(id)}>
      {words.offer}
    </a>
  )
  return (
    <p class="actions">
      {isClosed(data) || data.reports || open?.isFixed || isAsked ? null : offering}
      {open ? (
        <a class={`button ${isAsked ? 'primary' : 'quiet'}`} href={paths.session(open.id)}>
          {words.openSession}
        </a>
      ) : null}
      {isAsked && !isClosed(data) && !data.reports ? offering : null}
      <AsTheySeeIt data={data} />
    </p>
  )
}

function Story({ data }: { readonly data: PairingData }) {
  const { frame, sessions, isLatestOnly, commitment, stage, bumps } = data
  const { pairings: words, board, own } = wordsFor(frame)
  const facts = [
    ...(stage ? [words.stage(board.stages[stage])] : []),
    ...(bumps > 0 ? [board.bumps(bumps)] : []),
  ]
  return (
    <section>
      <h2>{words.story}</h2>
      {facts.length > 0 ? <p class="soft">{facts.join(' · ')}</p> : null}
      {commitment ? (
        <p class="soft">
          {labelled(words.commitment, frame.locale)} {quoted(commitment.words, frame.locale)} (
          {twoWords(commitment, frame) ?? own.listDone.unknown})
        </p>
      ) : null}
      {sessions.length === 0 ? <p class="soft">{words.noStory}</p> : null}
      <ul class="rows">
        {sessions.map((session) => (
          <SessionCard session={session} frame={frame} />
        ))}
      </ul>
      {isLatestOnly ? <p class="soft">{words.latestOnly(sessions.length)}</p> : null}
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

function Whys({ data: { frame, whys } }: { readonly data: PairingData }) {
  const words = wordsFor(frame).whys
  if (whys.length === 0) return null
  return (
    <section>
      <h2>{words.title}</h2>
      <WhyTallies said={whys} frame={frame} />
      <p class="soft">{words.about}</p>
    </section>
  )
}

function isClosed({ status }: PairingData): boolean {
  return status === 'paused' || status === 'ended'
}
