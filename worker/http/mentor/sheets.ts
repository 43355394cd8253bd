import { paths } from '../../../web/pages/paths.ts'
import type { LinkId, SessionId } from '../../domain/ids.ts'
import { addressesOf, type Person } from '../../domain/people/person.ts'
import type { Platform } from '../../platform.ts'
import { listHeldLinks } from '../../storage/letter/link.ts'
import { findToken } from '../../storage/letter/token.ts'

/** The pages of one session that its mentor’s mails lead to; null until the mail was written. */
export type Sheets = {
  /** Where he can say that he cannot come: the page of the day, before it that of the invite. */
  readonly page: string | null
  readonly log: string | null
}

/** The pages of each of these sessions, for the mentor who is signed in. */
export async function sheetsFor(
  platform: Platform,
  mentor: Person,
  sessionIds: readonly SessionId[],
): Promise<(id: SessionId) => Sheets> {
  const { db, now } = platform
  const holder = { personId: mentor.id, addresses: addressesOf(mentor), sessionIds, now: now() }
  const held = await listHeldLinks(db, holder)
  const hrefOf = async (path: string, id: LinkId | undefined, more: { readonly say?: 'cannot' } = {}) =>
    id === undefined ? null : `${path}?${new URLSearchParams({ k: await findToken(platform, id), ...more })}`
  const entries = [...held].map(async ([sessionId, links]) => {
    const [day, invite, log] = await Promise.all([
      hrefOf(paths.meeting, links.get('meeting'), { say: 'cannot' }),
      hrefOf(paths.invite, links.get('invite')),
      hrefOf(paths.log, links.get('log')),
    ])
    return [sessionId, { page: day ?? invite, log }] as const
  })
  const sheets = new Map(await Promise.all(entries))
  return (id) => sheets.get(id) ?? { page: null, log: null }
}
