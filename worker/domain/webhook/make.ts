import { MAX_WEBHOOK_URL_CHARACTERS } from '../limits.ts'
import { readOutgoingUrl, type ParsedUrl } from '../outgoing-url.ts'
import { type Actor, manages } from '../people/permission.ts'
import type { Person } from '../people/person.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Instant } from '../time/time.ts'
import type { Webhook } from './webhook.ts'

export type WebhookWish = Pick<Webhook, 'id' | 'programmeId' | 'types'> & { readonly url: string }

/** What of an address belongs to this installation. */
export type OwnHosts = { readonly origin: string; readonly replyDomain: string }

type Making = {
  readonly maker: Person
  readonly actor: Actor
  readonly now: Instant
  readonly own: OwnHosts
  readonly parse: (text: string) => ParsedUrl | null
}

/** A webhook for a programme that its maker manages. */
export function decideWebhook(
  wish: WebhookWish,
  { maker, actor, now, own, parse }: Making,
): Result<Webhook, Refusal> {
  const { programmeId } = wish
  if (programmeId === null || !manages(actor, programmeId)) return refuse({ reason: 'not-found' })
  if (!mayBeTold(wish.url, own, parse)) return refuse({ reason: 'webhook-url' })
  return accept({
    ...wish,
    types: [...new Set(wish.types)],
    ...{ personId: maker.id, address: maker.email, state: 'on', madeAt: now },
    ...{ endedAt: null, failingSince: null },
  })
}

/**
 * Whether an address may be called: the guard of all that Sotto asks, without a port even where it is the usual one, and
 * nothing of this installation: neither its pages nor where its mail comes in.
 */
export function mayBeTold(
  text: string,
  { origin, replyDomain }: OwnHosts,
  parse: (text: string) => ParsedUrl | null,
): boolean {
  if (text.length > MAX_WEBHOOK_URL_CHARACTERS || /^[^/]*\/\/[^/?#]*:\d*(?:[/?#]|$)/.test(text)) return false
  const ownHost = parse(origin)?.hostname ?? ''
  const url = readOutgoingUrl(text, { ownHost, parse })
  const host = url.ok ? url.value.hostname.toLowerCase().replace(/\.$/, '') : ''
  const reply = replyDomain.toLowerCase()
  return url.ok && host !== reply && !host.endsWith(`.${reply}`)
}
