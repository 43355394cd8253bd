import { NotLogged, StatusBadge } from '../../../parts/badges.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PlaceLine } from '../../../parts/place.tsx'
import { Refused } from '../../../parts/refused.tsx'
import { twoWords } from '../../../parts/two-words.ts'
import { When } from '../../../parts/when.tsx'
import { formatDay } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { labelled, quoted } from '../../../words/punctuation.ts'
import { paths } from '../../paths.ts'
import { EarlierLogs } from './earlier-logs.tsx'
import { FreeTimes } from './free-times.tsx'
import { SessionActions } from './session-actions.tsx'
import type { OutcomeLine, SessionData } from './session-data.ts'
import { ByWhom, SessionHistory } from './session-history.tsx'
import { SessionInvites } from './session-invites.tsx'
import { SessionOffer, SessionProposals } from './session-offer.tsx'

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
          <StatusBadge status={data.status} frame={frame} />{' '}
          <NotLogged status={data.status} time={data.time} frame={frame} />
        </p>
        {data.latest ? (
          <p class="soft">
            {words.session.events[data.latest.code]} · <ByWhom line={data.latest} frame={frame} />
          </p>
        ) : null}
      </header>
      <div class="columns">
        <div class="blocks">
          {data.status === 'offered' ? <SessionOffer data={data} /> : null}
          <Particulars data={data} />
          <FreeTimes data={data} />
          {data.status === 'offered' ? null : <SessionOffer data={data} />}
          <SessionProposals data={data} />
          <Refused times={data.refused} frame={data.frame} other={data.executive.zone} />
          <SessionInvites data={data} />
          {data.outcome ? <Outcome outcome={data.outcome} frame={frame} /> : null}
          <Whys data={data} />
        </div>
        <SessionActions data={data} />
      </div>
      <div class="blocks">
        <SessionHistory data={data} />
        <EarlierLogs data={data} />
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
      {data.hasQuestion ? (
        <>
          <dt>{words.session.question}</dt>
          <dd>{words.session.hasQuestion}</dd>
        </>
      ) : null}
      {data.bumps > 0 ? (
        <>
          <dt>{words.session.bumps}</dt>
          <dd>
            {words.session.times(data.bumps)} <p class="hint">{words.board.bumpsHint}</p>
          </dd>
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
  const { session, logging, states } = wordsFor(frame)
  const said = outcome.commitment && twoWords(outcome.commitment, frame)
  return (
    <section>
      <h2>{session.outcome}</h2>
      <p>
        {states.outcome[outcome.result]}
        {outcome.commitment ? ` · ${quoted(outcome.commitment.words, frame.locale)}` : ''}
      </p>
      {said ? <p class="soft">{said}</p> : null}
      {outcome.lastDone ? (
        <p class="soft">
          {session.lastDone} {logging.done[outcome.lastDone]}
        </p>
      ) : null}
      {outcome.needsManager ? <p class="notice refused">{session.flagged}</p> : null}
    </section>
  )
}

function Whys({ data: { whys, frame } }: { readonly data: SessionData }) {
  const words = wordsFor(frame).whys
  if (whys.length === 0) return null
  return (
    <section>
      <h2>{words.title}</h2>
      <ul class="rows">
        {whys.map((each) => (
          <li class="row">
            <p class="row-what">
              {labelled(words.kinds[each.kind], frame.locale)} <strong>{words.codes[each.code]}</strong>{' '}
              <span class="soft">{each.by}</span>
            </p>
          </li>
        ))}
      </ul>
      <p class="soft">{words.about}</p>
    </section>
  )
}
