import type { Context, Hono } from 'hono'

import { paths } from '../../web/pages/paths.ts'
import type { Notice } from '../../web/parts/page-frame.ts'
import type { ByPerson } from '../domain/decision.ts'
import type { PersonId, SignInId } from '../domain/ids.ts'
import type { Key } from '../domain/key/key.ts'
import type { LinkPurpose } from '../domain/letter/link.ts'
import { type Actor, managedBy } from '../domain/people/permission.ts'
import type { Person } from '../domain/people/person.ts'
import type { Programme } from '../domain/programme/programme.ts'
import type { Platform } from '../platform.ts'
import type { AnswersFor } from '../storage/sign-in/sign-in.ts'

export type SignInUse = {
  readonly id: SignInId
  readonly trusted: boolean
  /** Whether its link was used recently enough for what cannot be taken back. */
  readonly isLinkFresh: boolean
}

/** Who is signed in: the actor for the rules, the person (locale and zone), the person's programmes, and the sign-in. */
export type Identity = {
  readonly actor: Actor
  readonly person: Person
  readonly programmes: readonly Programme[]
  /** Null where a program asks by a key, and where Cloudflare Access alone says who asks. */
  readonly signIn: SignInUse | null
  /** By which key a program asks; null where a person does. */
  readonly key: Pick<Key, 'id' | 'access'> | null
  /** Whether the person runs the installation. */
  readonly isOwner: boolean
  /** The executives for whom the person answers now. */
  readonly answersFor: readonly AnswersFor[]
}

/** `open`: its page can be shown again. `dead`: what its reader has instead. */
export type LinkWays =
  | { readonly kind: 'open'; readonly k: string }
  | {
      readonly kind: 'dead'
      /** Whom to write to. */
      readonly manager: Pick<Person, 'name' | 'email'>
      /** Whether its reader can sign in. */
      readonly signsIn: boolean
      /** The token with which an executive can still have his own page sent to him. */
      readonly ownPage: { readonly k: string; readonly purpose: LinkPurpose } | null
    }

export type AppEnv = {
  Bindings: Env
  Variables: {
    platform: Platform
    requestId: string
    identity: Identity | null
    /** Whose link was opened: what is said about it is in the reader's language. */
    linkReader: Pick<Person, 'id' | 'locale' | 'zone'> | undefined
    /** What can be done from a link that was opened, should something be refused. */
    link: LinkWays | undefined
    /** What the press before this page did. */
    notice: Notice | null
    /** The list that a page shows, where that is not what was asked for: a press in it was refused. */
    listed: URL | undefined
    /** The code of the refusal, for the log. */
    refused: string | null
    /** The Cache-Control of a static file; every other response gets `no-store`. */
    cacheControl: string | null
  }
}
export type App = Hono<AppEnv>
export type AppContext = Context<AppEnv>

/** The signed-in person; the guard of the route has checked that there is one. */
export function identityOf(c: AppContext): Identity {
  const identity = c.get('identity')
  if (!identity) throw new Error('route without a guard')
  return identity
}

/** The manager who acts, limited to the programmes she manages. */
export function managerOf(c: AppContext): ByPerson & { readonly door: 'manager' } {
  const { actor } = identityOf(c)
  const by = { id: actor.personId, door: 'manager', reach: managedBy(actor) } as const
  return isApi(c) ? by : { ...by, pressedBy: actor.personId, pressedAt: c.get('platform').now() }
}

/** Whoever wants mail to go out again after a restore: that is of all programmes. */
export function resumesAs(c: AppContext) {
  const { actor, isOwner } = identityOf(c)
  return { id: actor.personId, isOwner, reach: managedBy(actor) }
}

/** Who changes a person's hours: the mentor himself, or a manager. */
export function actingOn(c: AppContext, ownerId: PersonId): ByPerson {
  const manager = managerOf(c)
  return manager.id === ownerId ? { id: ownerId, door: 'mentor' } : manager
}

/** Whether programs ask here, which are answered in JSON. */
export function isApi(c: AppContext): boolean {
  return c.req.path.startsWith('/api/') || isForAgents(c)
}

/** Where a key alone counts. */
export function isForAgents(c: AppContext): boolean {
  return c.req.path === paths.mcp
}
