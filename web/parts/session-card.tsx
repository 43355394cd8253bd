import type { SessionId } from '../../worker/domain/ids.ts'
import type { SeenFields } from '../../worker/domain/people/fields.ts'
import type { Partstat, SessionStatus } from '../../worker/domain/session/session.ts'
import type { Interval, Zone } from '../../worker/domain/time/time.ts'
import { paths } from '../pages/paths.ts'
import { wordsFor } from '../words/pages/words.ts'
import { quoted } from '../words/punctuation.ts'
import { isNotLogged, NotLogged, PartstatBadge, StatusBadge } from './badges.tsx'
import type { PageFrame } from './page-frame.ts'
import { When } from './when.tsx'

/** One session as a line of a list. */
export type SessionLine = {
  readonly id: SessionId
  readonly status: SessionStatus
  readonly time: Interval | null
  readonly zone: Zone
  /** The executive's answer to the invite; null until there is one. */
  readonly partstat: Partstat | null
  /** Its format; null when none was stored. */
  readonly begins: string | null
  /** The commitment agreed at its end, in the mentor's words. */
  readonly commitment: string | null
}

export const SESSION_LINE_FIELDS: SeenFields<SessionLine> = {
  id: 'neutral',
  status: 'neutral',
  time: 'time',
  zone: 'time',
  partstat: { sight: 'answers', instead: null },
  begins: { sight: 'topic', instead: null },
  commitment: { sight: 'commitment', instead: null },
}

export function SessionCard({
  session,
  frame,
}: {
  readonly session: SessionLine
  readonly frame: PageFrame
}) {
  const { time, status, partstat, begins, commitment } = session
  return (
    <li class="row">
      <p class="row-what">
        <a href={paths.session(session.id)}>
          {time ? <When time={time} frame={frame} other={session.zone} /> : wordsFor(frame).session.noTime}
        </a>
      </p>
      <p class="row-how">
        <StatusBadge status={status} frame={frame} />{' '}
        {isNotLogged({ status, time, frame }) ? (
          <NotLogged status={status} time={time} frame={frame} />
        ) : status === 'fixed' && partstat ? (
          <PartstatBadge partstat={partstat} frame={frame} />
        ) : null}
      </p>
      {begins ? <p class="row-words soft">{begins}</p> : null}
      {commitment ? <p class="row-words">{quoted(commitment, frame.locale)}</p> : null}
    </li>
  )
}
