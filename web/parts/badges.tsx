import type { PairingStatus } from '../../worker/domain/pairing/pairing.ts'
import type { Partstat, SessionStatus } from '../../worker/domain/session/session.ts'
import type { Interval } from '../../worker/domain/time/time.ts'
import { wordsFor } from '../words/pages/words.ts'
import type { PageFrame } from './page-frame.ts'

type Tone = 'yes' | 'no' | 'perhaps' | 'open'

const PARTSTAT: Record<Partstat, Tone> = {
  'NEEDS-ACTION': 'open',
  ACCEPTED: 'yes',
  DECLINED: 'no',
  TENTATIVE: 'perhaps',
  DELEGATED: 'perhaps',
}
const SESSION: Record<SessionStatus, Tone> = {
  offered: 'perhaps',
  fixed: 'yes',
  happened: 'yes',
  'cut-short': 'perhaps',
  'did-not-happen': 'no',
  cancelled: 'no',
}
const PAIRING: Record<PairingStatus, Tone> = {
  proposed: 'perhaps',
  active: 'yes',
  paused: 'open',
  ended: 'open',
}

export function PartstatBadge({
  partstat,
  frame,
}: {
  readonly partstat: Partstat
  readonly frame: PageFrame
}) {
  return <span class={`badge ${PARTSTAT[partstat]}`}>{wordsFor(frame).states.answer[partstat]}</span>
}

export function StatusBadge({
  status,
  frame,
}: {
  readonly status: SessionStatus
  readonly frame: PageFrame
}) {
  return <span class={`badge ${SESSION[status]}`}>{wordsFor(frame).states.session[status]}</span>
}

export function PairingBadge({
  status,
  frame,
}: {
  readonly status: PairingStatus
  readonly frame: PageFrame
}) {
  return <span class={`badge ${PAIRING[status]}`}>{wordsFor(frame).states.pairing[status]}</span>
}

type Over = {
  readonly status: SessionStatus
  readonly time: Interval | null
  readonly frame: Pick<PageFrame, 'now'>
}
type NotLoggedProps = Over & { readonly frame: PageFrame }

/** Whether a session is over and waits for its log: it is still “fixed” then, and says so beside. */
export function isNotLogged({ status, time, frame }: Over): boolean {
  return status === 'fixed' && time !== null && time.end <= frame.now
}

export function NotLogged(props: NotLoggedProps) {
  return isNotLogged(props) ? <span class="soft">{wordsFor(props.frame).session.notLogged}</span> : null
}
