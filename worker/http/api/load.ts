import type { Id, OfferId, PairingId, PersonId, Prefix, ProgrammeId, SessionId } from '../../domain/ids.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import {
  type Actor,
  managedBy,
  manages,
  type Look,
  lookOf,
  type Viewer,
  viewerOf,
} from '../../domain/people/permission.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Situation } from '../../domain/situation.ts'
import { findPairing } from '../../storage/pairing/pairing.ts'
import { listKnown } from '../../storage/people/membership.ts'
import { findPerson } from '../../storage/people/person.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { findSession, findSessionByOffer } from '../../storage/session/session.ts'
import { findSituation } from '../../storage/situation.ts'
import { type AppContext, identityOf, managerOf } from '../context.ts'

/** Every object is loaded for the signed-in person: null if it does not exist or is not theirs, which look the same. */
export async function programmeFor(c: AppContext, id: ProgrammeId): Promise<Programme | null> {
  return manages(actorOf(c), id) ? findProgramme(c.get('platform').db, id) : null
}

export async function managedPairing(c: AppContext, id: PairingId): Promise<Pairing | null> {
  const pairing = await findPairing(c.get('platform').db, id)
  return pairing && manages(actorOf(c), pairing.programmeId) ? pairing : null
}

/** The pairing with all that a rule reads, in one call. */
export async function situationFor(c: AppContext, id: PairingId): Promise<Situation | null> {
  const situation = await findSituation(c.get('platform'), id)
  return situation && manages(actorOf(c), situation.programme.id) ? situation : null
}

export async function personFor(c: AppContext, id: PersonId): Promise<Person | null> {
  const { db } = c.get('platform')
  const known = await listKnown(db, managerOf(c), [id])
  return known.length > 0 ? findPerson(db, id) : null
}

export type SeenSession = { readonly session: Session; readonly viewer: Viewer }

/** A mentor does not see the sessions of a pairing that is only proposed. */
export async function visibleSession(c: AppContext, id: SessionId): Promise<SeenSession | null> {
  const { db } = c.get('platform')
  const session = await findSession(db, id)
  const viewer = session && viewerOf(actorOf(c), session)
  if (!session || (viewer !== 'manager' && viewer !== 'mentor')) return null

  if (viewer === 'manager') return { session, viewer }

  const pairing = await findPairing(db, session.pairingId)
  if (!pairing || pairing.status === 'proposed') return null
  return { session, viewer: pairing.mentorId === session.mentorId ? 'mentor' : 'stand-in' }
}

export async function managedSessionFor(c: AppContext, id: SessionId): Promise<Session | null> {
  const session = await findSession(c.get('platform').db, id)
  return session && manages(actorOf(c), session.programmeId) ? session : null
}

export async function offeredSessionFor(c: AppContext, id: OfferId): Promise<Session | null> {
  const session = await findSessionByOffer(c.get('platform').db, id)
  return session && manages(actorOf(c), session.programmeId) ? session : null
}

/** The programmes of a list: the named one, or all managed ones. Null if the named one is not managed. */
export function requestedProgrammes(
  c: AppContext,
  named: ProgrammeId | undefined,
): readonly ProgrammeId[] | null {
  const ids = managedBy(actorOf(c))
  if (named === undefined) return ids
  return ids.includes(named) ? [named] : null
}

/** The id in the path; an id with another prefix matches nothing. */
export function pathId<P extends Prefix>(c: AppContext, prefix: P, name = 'id'): Id<P> {
  const id = c.req.param(name) ?? ''
  return id.startsWith(`${prefix}_`) ? `${prefix}_${id.slice(prefix.length + 1)}` : `${prefix}_none`
}

export function actorOf(c: AppContext): Actor {
  return identityOf(c).actor
}

/** The look of the signed-in person as this kind of viewer. */
export function lookAs(c: AppContext, viewer: Viewer): Look {
  return lookOf(viewer, actorOf(c).personId, null)
}
