import { eq, sql } from 'drizzle-orm'

import { people } from '../../../schema/index.ts'
import { partsOfAddress, placeOfReplyAddress } from '../../domain/seal/reply-address.ts'
import type { Sealing } from '../../sealing.ts'

/** A person's secret address in the database: a hash to be found by, and the address itself, sealed. */
export type StoredReplyAddress = { readonly replyAddress: string; readonly replySealed: string }

export async function storedReplyAddress(
  { seal }: Pick<Sealing, 'seal'>,
  personId: string,
  address: string,
): Promise<StoredReplyAddress> {
  const [local, host] = partsOfAddress(address)
  const sealed = await seal(placeOfReplyAddress(personId), local)
  return { replyAddress: await replyHashOf(address), replySealed: `${sealed}@${host}` }
}

/**
 * In hexadecimals, since the column takes no capitals. A plain hash is enough: the local part has 26 characters at random,
 * so nobody finds it by trying.
 */
export async function replyHashOf(address: string): Promise<string> {
  const octets = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(address)))
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('')
}

/** As rules see it. An older version kept it in clear, until a night has sealed it. */
export const REPLY_ADDRESS = sql<string>`coalesce(${people.replySealed}, ${people.replyAddress})`

/** The owner of this address. What stands in the column of somebody whose address is sealed is never an address. */
export async function isReplyAddress(address: string) {
  return sql`(${eq(people.replyAddress, await replyHashOf(address))}
    OR (${eq(people.replyAddress, address)} AND ${people.replySealed} IS NULL))`
}
