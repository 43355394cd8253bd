import { and, eq, sql } from 'drizzle-orm'

import { links } from '../../../schema/index.ts'
import type { Platform } from '../../../worker/platform.ts'

/** The token in an offer letter's links. */
export async function answerToken({ db, tokenOf }: Platform, offerId: string): Promise<string> {
  const [link] = await db
    .select({ id: links.id })
    .from(links)
    .where(and(eq(links.purpose, 'answer'), sql`${links.offerId} = ${offerId}`))
    .limit(1)
  if (!link) throw new Error('No link leads to this offer')
  return tokenOf(link.id)
}
