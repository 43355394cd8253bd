import { NotLogged, StatusBadge } from '../../../parts/badges.tsx'
import { Frame } from '../../../parts/frame.tsx'
import { FROM_LIST } from '../../../parts/place-fields.tsx'
import { PlaceLine } from '../../../parts/place.tsx'
import { PostButton } from '../../../parts/post.tsx'
import { Refused } from '../../../parts/refused.tsx'
import { Saying, When } from '../../../parts/when.tsx'
import { formatDay } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { labelled } from '../../../words/punctuation.ts'
import { paths } from '../../paths.ts'
import { EarlierLogs } from './earlier-logs.tsx'
import { FreeTimes } from './free-times.tsx'
import { InCalendar } from './in-calendar.tsx'
import { SessionActions } from './session-actions.tsx'
import type { SessionData } from './session-data.ts'
import { ByWhom, SessionHistory } from './session-history.tsx'
import { SessionInvites } from './session-invites.tsx'
import { SessionOffer } from './session-offer.tsx'
import { SessionOutcome } from './session-outcome.tsx'
import { SessionProposals } from './session-proposals.tsx'

/** What waits for her comes first: times on offer, a proposal, how it went. */
export function SessionPage(data: SessionData) {
  const { frame, executive, mentor, form } = data
  const isAsked = data.status === 'offered'
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
      <div class="blocks">
        <div class="columns">
          <div class="blocks">
            {isAsked ? <SessionOffer data={data} /> : null}
            {isAsked ? <SessionProposals data={data} /> : null}
            <Particulars data={data} />
            <FreeTimes data={data} />
            {isAsked ? null : <SessionProposals data={data} />}
            <SessionOutcome data={data} />
            <Whys data={data} />
            <SessionInvites data={data} />
            {isAsked ? null : <SessionOffer data={data} />}
            <Refused times={data.refused} frame={data.frame} other={data.executive.zone} />
          </div>
          <SessionActions data={data} />
        </div>
        <SessionHistory data={data} />
        <EarlierLogs data={data} />
      </div>
    </Frame>
  )
}

/** Where nothing says where they meet, though the mentor has a list of links. */
function LacksPlace({ data: { frame, id } }: { readonly data: SessionData }) {
  const words = wordsFor(frame)
  return (
    <>
      <p class="hint">{words.session.lacksPlace}</p>
      <PostButton action={paths.sessionPlace(id)} hidden={FROM_LIST} label={words.today.takeLink} />
    </>
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
        {data.releasedAt === null ? null : (
          <p class="soft">
            <Saying sentence={words.session.released} at={data.releasedAt} frame={frame} />
          </p>
        )}
        <InCalendar data={data} />
      </dd>
      <dt>{words.session.where}</dt>
      <dd>
        <PlaceLine place={data.place} frame={frame} />
        {data.lacksPlace ? <LacksPlace data={data} /> : null}
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
