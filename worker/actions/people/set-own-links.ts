import type { ByPerson } from '../../domain/decision.ts'
import { decidePersonChange } from '../../domain/people/change.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { listOwnLinks } from '../../storage/people/own-links.ts'
import { decideAndCommit, withValue } from '../write.ts'
import { findReading } from './change.ts'

/** A mentor's own list of links for meetings, the same in each programme in which he is one. */
export async function setOwnLinks(
  platform: Platform,
  meetingLinks: readonly string[] | null,
  by: ByPerson,
): Promise<Result<null, Refusal>> {
  const change = { rules: { meetingLinks } }
  for (const { programmeId, links } of await listOwnLinks(platform.db, by.id)) {
    if (links.join(' ') === (meetingLinks ?? []).join(' ')) continue
    const set = await decideAndCommit(platform, async () => {
      const reading = await findReading(platform, by.id, change, { by, managed: [programmeId], programmeId })
      if (!reading) return refuse({ reason: 'not-found' })
      return withValue(decidePersonChange(reading, change, { at: platform.now(), by }), () => null)
    })
    if (!set.ok) return set
  }
  return accept(null)
}
