import { letterOf } from '../simulating/letters.ts'
import type { CapturedMail } from './acts.ts'

/**
 * Mails that came twice: the same `Message-ID` and octets are one mail, which a calendar shows once; anything else is a
 * fault. So are two mails of one revision of an event.
 */
export async function copiesIn(
  mails: readonly CapturedMail[],
): Promise<{ readonly secondCopies: number; readonly doubled: readonly string[] }> {
  const byId = Map.groupBy(mails, ({ raw }) => /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? '')
  const doubled: string[] = []
  const revisions = new Map<string, string>()
  for (const [id, [first, ...others]] of byId) {
    if (!first) continue
    if (others.some(({ raw, to }) => raw !== first.raw || to !== first.to)) doubled.push(`${id} differs`)
    const { event } = await letterOf(first)
    if (!event) continue
    const revision = `${event.uid} ${event.sequence} ${event.method}`
    if (revisions.has(revision)) doubled.push(`${revision}: ${revisions.get(revision)} and ${id}`)
    revisions.set(revision, id)
  }
  return { secondCopies: mails.length - byId.size, doubled }
}
