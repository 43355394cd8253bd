import type { PairingId, PersonId, ProgrammeId } from '../../../../worker/domain/ids.ts'
import type { PairingKind, PairingStatus } from '../../../../worker/domain/pairing/pairing.ts'
import type { SessionStatus } from '../../../../worker/domain/session/session.ts'
import type { Instant, Interval } from '../../../../worker/domain/time/time.ts'
import type { FormState } from '../../../parts/form.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import type { Pages } from '../../../parts/pages.tsx'

export type PairingLine = {
  readonly id: PairingId
  readonly executive: string
  readonly mentor: string
  readonly kind: PairingKind
  readonly status: PairingStatus
  /** The open session's; null when no round is open. */
  readonly next: { readonly status: SessionStatus; readonly time: Interval | null } | null
  readonly lastHeld: Instant | null
}

export type PairingsData = {
  readonly frame: PageFrame
  readonly programmeId: ProgrammeId
  readonly pairings: readonly PairingLine[]
  readonly pages: Pages | null
  readonly mentors: Picking
  readonly executives: Picking
  /** Idempotency key of the form. */
  readonly newId: PairingId
  readonly form: FormState
}

/** Among whom somebody is chosen. */
export type Picking = {
  readonly all: number
  /** What was typed of the name; null: the list is short, and all of them are its options. */
  readonly typed: string | null
  readonly options: readonly PersonOption[]
}

export type PersonOption = { readonly id: PersonId; readonly name: string; readonly unit: string | null }
