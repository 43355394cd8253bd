import type { Context, Hono } from 'hono'

import type { ByPerson } from '../domain/decision.ts'
import type { PersonId, SignInId } from '../domain/ids.ts'
import { type Actor, managedBy } from '../domain/people/permission.ts'
import type { Person } from '../domain/people/person.ts'
import type { Programme } from '../domain/programme/programme.ts'
import type { Platform } from '../platform.ts'

/** Who is signed in: what rules ask about him, his own row for words and zone, his programmes, and the sign-in itself. */
export type Identity = {
  readonly actor: Actor
  readonly person: Person
  readonly programmes: readonly Programme[]
  readonly signInId: SignInId
}

export type AppEnv = {
  Bindings: Env
  Variables: {
    platform: Platform
    requestId: string
    identity: Identity | null
    /** Why a request was refused, for the log: a code. */
    refused: string | null
    /** How long a file may be kept; what a route answers itself is not. */
    lasting: string | null
  }
}
export type App = Hono<AppEnv>
export type AppContext = Context<AppEnv>

/** Somebody signed in; the guard of the route has made sure of it. */
export function identityOf(c: AppContext): Identity {
  const identity = c.get('identity')
  if (!identity) throw new Error('route without a guard')
  return identity
}

/** A manager's act, within the programmes that are hers. */
export function managerOf(c: AppContext): ByPerson & { readonly door: 'manager' } {
  const { actor } = identityOf(c)
  return { id: actor.personId, door: 'manager', reach: managedBy(actor) }
}

/** On somebody's own hours he acts himself; on anybody else's, a manager does. */
export function actingOn(c: AppContext, ownerId: PersonId): ByPerson {
  const manager = managerOf(c)
  return manager.id === ownerId ? { id: ownerId, door: 'mentor' } : manager
}

export function isApi(c: AppContext): boolean {
  return c.req.path.startsWith('/api/')
}
