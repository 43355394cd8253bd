import type { By, PairingStep, PersonStep, ProgrammeStep, SessionStep } from './decision.ts'
import type { PairingHappening, PersonHappening, ProgrammeHappening, SessionHappening } from './events.ts'
import type { Pairing } from './pairing/pairing.ts'
import type { Person } from './people/person.ts'
import type { Programme } from './programme/programme.ts'
import type { Session } from './session/session.ts'
import { triedAfter } from './session/tried.ts'
import type { Instant } from './time/time.ts'

type Happened<What> = What & { readonly at: Instant; readonly by: By }

/**
 * A change with its new version, its event, and the times that the round gives up by it. The version in `after` is
 * ignored.
 */
export function step(
  before: Session | null,
  after: Session,
  { at, by, ...happening }: Happened<SessionHappening>,
): SessionStep {
  const tried = triedAfter(before, after, { code: happening.code, at })
  return {
    before,
    after: nextVersion(before, { ...after, tried }),
    event: { ...happening, ...whenOf(at, by) },
  }
}

/** The same for a pairing. */
export function pairingStep(
  before: Pairing | null,
  after: Pairing,
  { at, by, ...happening }: Happened<PairingHappening>,
): PairingStep {
  return { before, after: nextVersion(before, after), event: { ...happening, ...whenOf(at, by) } }
}

/** The same for a person. */
export function personStep(
  before: Person | null,
  after: Person,
  { at, by, ...happening }: Happened<PersonHappening>,
): PersonStep {
  return { before, after: nextVersion(before, after), event: { ...happening, ...whenOf(at, by) } }
}

/** The same for a programme. */
export function programmeStep(
  before: Programme | null,
  after: Programme,
  { at, by, ...happening }: Happened<ProgrammeHappening>,
): ProgrammeStep {
  return { before, after: nextVersion(before, after), event: { ...happening, ...whenOf(at, by) } }
}

function nextVersion<Versioned extends { readonly version: number }>(
  before: Versioned | null,
  after: Versioned,
): Versioned {
  return { ...after, version: (before?.version ?? 0) + 1 }
}

function whenOf(at: Instant, by: By) {
  return { at, actorId: by.id, door: by.door }
}
