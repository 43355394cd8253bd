import type { FormatId, NewId } from './ids.ts'
import type { Pairing } from './pairing/pairing.ts'
import type { Place } from './pairing/pairing.ts'
import type { PulseReading } from './pairing/pulse-answer.ts'
import type { WishKind } from './pairing/wish.ts'
import type { Format } from './path/format.ts'
import type { Person } from './people/person.ts'
import { rulesOf } from './people/presets.ts'
import type { Programme } from './programme/programme.ts'
import type { Session } from './session/session.ts'
import type { Instant } from './time/time.ts'

/** All that a rule about one pairing reads: the people, the open session, the clock, and a source of ids. */
export type Situation = {
  readonly now: Instant
  readonly newId: NewId
  readonly programme: Programme
  readonly pairing: Pairing
  readonly mentor: Person
  readonly executive: Person
  readonly assistants: readonly Person[]
  /** In whose name the programme writes. */
  readonly manager: Person
  readonly session: Session | null
  /** End of the last session that was held; null before the first. */
  readonly lastHeld: Instant | null
  /** The programme's list, and the one of this session though it be archived. */
  readonly formats: readonly Format[]
  /** What the last session began with that was held, or passed without a log. */
  readonly lastFormatId: FormatId | null
  /** What both were asked of their time together, and said. */
  readonly pulse: PulseReading
  /** What the executive asked for on his own page, and nobody has seen to yet: until then nobody is asked for times. */
  readonly wishes: readonly WishKind[]
  /** Whether nothing was ever fixed for this pairing: the first mail says what this is. */
  readonly firstContact: boolean
}

/** A situation with a session in it, whatever its status. */
export type SessionSituation = Situation & { readonly session: Session }

/** Whoever answers for the executive: the first of his assistants, else himself. */
export function askedOf({ executive, assistants }: Pick<Situation, 'executive' | 'assistants'>): Person {
  const [assistant] = rulesOf(executive).answers === 'executive' ? [] : assistants
  return assistant ?? executive
}

/** People on the executive's side: himself and those who answer for him. */
export function isExecutiveSide(situation: Situation, personId: string | null): boolean {
  return personId === situation.executive.id || situation.assistants.some((each) => each.id === personId)
}

/** Where it happens: said for this session, for the pairing, or by telephone where the executive is on the go. */
export function placeOf(
  { pairing, executive }: Pick<Situation, 'pairing' | 'executive'>,
  session: Pick<Session, 'place'> | null,
): Place | null {
  const { byPhone, phone } = rulesOf(executive)
  return session?.place ?? pairing.place ?? (byPhone && phone ? { kind: 'phone', number: phone } : null)
}
