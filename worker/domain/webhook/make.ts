import { MAX_WEBHOOK_URL_CHARACTERS } from '../limits.ts'
import { readOutgoingUrl, type ParsedUrl } from '../outgoing-url.ts'
import { type Actor, manages } from '../people/permission.ts'
import type { Person } from '../people/person.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Instant } from '../time/time.ts'
import { type ChosenType, typesOf } from './told.ts'
import type { Webhook } from './webhook.ts'

export type WebhookWish = Pick<Webhook, 'id' | 'programmeId'> & {
  readonly url: string
  readonly types: readonly ChosenType[]
}

/** What of an address belongs to this installation. */
export type OwnHosts = { readonly origin: string; readonly replyDomain: string }

type Making = {
  readonly maker: Person
  readonly actor: Actor
  readonly isOwner: boolean
  readonly now: Instant
  readonly own: OwnHosts
  readonly parse: (text: string) => ParsedUrl | null
}

/** A webhook for a programme that its maker manages, or, for the owner alone, for the installation's health. */
export function decideWebhook(
  wish: WebhookWish,
  { maker, actor, isOwner, now, own, parse }: Making,
): Result<Webhook, Refusal> {
  const { programmeId } = wish
  const isHers = programmeId === null ? isOwner : manages(actor, programmeId)
  if (!isHers) return refuse({ reason: 'not-found' })
  if (!fits(wish.types, programmeId)) return refuse({ reason: 'webhook-types' })
  if (!mayBeTold(wish.url, own, parse)) return refuse({ reason: 'webhook-url' })
  return accept({
    ...wish,
    types: [...new Set(wish.types)],
    ...{ personId: maker.id, address: maker.email, state: 'on', madeAt: now },
    ...{ endedAt: null, failingSince: null },
  })
}

/** Whether a webhook of this programme, or of none, can be told all of these. */
export function fits(types: readonly ChosenType[], programmeId: Webhook['programmeId']): boolean {
  const told = typesOf(programmeId)
  return types.every((type) => told.includes(type))
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
