import type { PairingId, PersonId, ProgrammeId, SessionId } from '../../../../worker/domain/ids.ts'
import type { PairingKind, PairingStatus } from '../../../../worker/domain/pairing/pairing.ts'
import type { Role } from '../../../../worker/domain/people/person.ts'
import type { SessionStatus } from '../../../../worker/domain/session/session.ts'
import type { Interval, Zone } from '../../../../worker/domain/time/time.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'

type Within = {
  readonly programmeId: ProgrammeId
  /** Named only to whoever manages several. */
  readonly programme: string | null
}

export type PersonFound = Within & {
  readonly id: PersonId
  readonly name: string
  readonly email: string | null
  readonly unit: string | null
  readonly roles: readonly Role[]
}

export type PairingFound = Within & {
  readonly id: PairingId
  readonly executive: string
  readonly mentor: string
  readonly kind: PairingKind
  readonly status: PairingStatus
}

export type SessionFound = Within & {
  readonly id: SessionId
  readonly executive: string
  readonly mentor: string
  readonly status: SessionStatus
  readonly time: Interval | null
  readonly zone: Zone
}

export type SearchData = {
  readonly frame: PageFrame
  /** As it was typed; empty: nothing is searched. */
  readonly query: string
  readonly people: readonly PersonFound[]
  readonly pairings: readonly PairingFound[]
  readonly sessions: readonly SessionFound[]
  readonly more: { readonly people: boolean; readonly pairings: boolean; readonly sessions: boolean }
}
