import type { BatchItem } from 'drizzle-orm/batch'
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1'

import { idFrom, type NewId, type Prefix, type Random } from './domain/ids.ts'
import type { MailPort } from './domain/letter/mail-port.ts'
import type { KeyLimit } from './domain/rate-limits.ts'
import type { Access } from './domain/sign-in/assertion.ts'
import { type Instant, instant } from './domain/time/time.ts'
import { type Sealing, sealingOf } from './sealing.ts'
import { type Signing, signingOf } from './signing.ts'

export type Database = DrizzleD1Database
export type Statement = BatchItem<'sqlite'>

export { hashOf, signMessage } from './signing.ts'
export type { SendResult, Mail, MailPort } from './domain/letter/mail-port.ts'

export type Settings = {
  readonly origin: string
  /** All mail to this domain goes to the Worker. */
  readonly replyDomain: string
  /** The readable start of every reply address. */
  readonly replyPrefix: string
  /** “Name <address>” of the first manager of an empty installation; empty if nobody may become it. */
  readonly firstManager: string
  /** The secret by which an empty installation is claimed; empty if nobody may claim it. */
  readonly ownerClaim: string
  /** Cloudflare Access in front; null: there is none. */
  readonly access: Access | null
  /** Where holes are reported, as a `mailto:` or `https:` address; empty: security.txt is not served. */
  readonly securityContact: string
  /** From when on the tick of each minute should run; null: it is switched off. */
  readonly tickingSince: Instant | null
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Everything that comes from outside. All other code is a function of it. */
export type Platform = Pick<Sealing, 'seal' | 'open' | 'sealsWith'> &
  Signing & {
    readonly db: Database
    readonly now: () => Instant
    readonly newId: NewId
    readonly random: Random
    readonly send: MailPort
    /** Fetches the calendars that mentors publish. */
    readonly fetch: Fetch
    /** Whether a request may be answered: counts one more for whoever it is. */
    readonly allows: (limit: KeyLimit, whose: string) => Promise<boolean>
    readonly settings: Settings
  }

/** The platform of one request, mail or tick. */
export function platformOf(
  env: Pick<Env, 'DB' | 'ORIGIN' | 'REPLY_DOMAIN' | 'REPLY_PREFIX' | 'SECRET' | 'SEALING_KEYS'> & {
    readonly FIRST_MANAGER?: string
    readonly OWNER_CLAIM?: string
    readonly ACCESS_TEAM?: string
    readonly ACCESS_AUD?: string
    readonly SECURITY_CONTACT?: string
    readonly KEY_READS?: RateLimit
    readonly KEY_WRITES?: RateLimit
  },
  {
    now,
    send,
    fetch = fetchOutside,
    tickingSince = instant(0),
  }: {
    readonly now: () => Instant
    readonly send: MailPort
    readonly fetch?: Fetch
    readonly tickingSince?: Instant | null
  },
): Platform {
  return {
    db: drizzle(env.DB),
    now,
    newId: <P extends Prefix>(prefix: P) => idFrom(prefix, random(26)),
    random,
    send,
    fetch,
    allows: async (limit, whose) => {
      const counting = limit === 'key-reads' ? env.KEY_READS : env.KEY_WRITES
      // An installation whose wrangler.toml is older has neither.
      return counting === undefined || (await counting.limit({ key: whose })).success
    },
    settings: {
      origin: env.ORIGIN,
      replyDomain: env.REPLY_DOMAIN,
      replyPrefix: env.REPLY_PREFIX,
      firstManager: env.FIRST_MANAGER ?? '',
      ownerClaim: env.OWNER_CLAIM?.trim() ?? '',
      access: env.ACCESS_TEAM && env.ACCESS_AUD ? { team: env.ACCESS_TEAM, audience: env.ACCESS_AUD } : null,
      securityContact: env.SECURITY_CONTACT ?? '',
      tickingSince,
    },
    ...signingOf(env.SECRET),
    ...sealingOf(env.SEALING_KEYS),
  }
}

function fetchOutside(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, init)
}

export function realNow(): Instant {
  return instant(Date.now())
}

function random(bytes: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(bytes))
}
