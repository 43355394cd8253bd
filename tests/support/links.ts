import { links } from '../../schema/index.ts'
import type { LinkPurpose } from '../../worker/domain/letter/link.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import { after, DAY } from '../../worker/domain/time/time.ts'
import { hashOf, type Platform } from '../../worker/platform.ts'

/** The address of a link as in a mail to that person. */
export async function link(
  platform: Platform,
  purpose: LinkPurpose,
  session: Session,
  reader: Pick<Person, 'id' | 'email'>,
): Promise<string> {
  const { db, newId, tokenOf, now } = platform
  const id = newId('lnk')
  const k = await tokenOf(id)
  const offerId = purpose === 'answer' ? (session.offer?.id ?? null) : null
  const expiresAt = after(now(), 7 * DAY)
  const row = {
    id,
    tokenHash: await hashOf(k),
    purpose,
    personId: reader.id,
    sessionId: session.id,
    offerId,
    expiresAt,
    address: reader.email,
    madeAt: now(),
  }
  await db.insert(links).values(row)
  return `/${purpose}?k=${k}`
}
