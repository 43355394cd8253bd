import type { SenderLine } from '../../../web/parts/sender.tsx'
import type { Link, LinkPurpose } from '../../domain/letter/link.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Platform } from '../../platform.ts'
import { readLink } from '../../storage/letter/link.ts'
import { findFollowing } from '../../storage/pairing/pairing.ts'
import { findSituation } from '../../storage/situation.ts'
import type { AppContext } from '../context.ts'

/** Whoever holds the link, and the session it was made for. */
export type Opened = {
  readonly link: Link
  readonly reader: Person
  readonly situation: SessionSituation
  readonly k: string
}

/** Opens a link of one purpose; what it opens comes from the link alone, never from the request. */
export async function openLink(
  c: AppContext,
  purpose: LinkPurpose,
  k: string | undefined,
): Promise<Result<Opened, Refusal>> {
  const platform = c.get('platform')
  const found = k ? await readLink(platform, purpose, k) : null
  if (!found || !k) return refuse({ reason: 'not-found' })
  const { link, reader } = found
  if (link.expiresAt <= platform.now()) return refuse({ reason: 'link-expired', at: link.expiresAt })
  if (!reader || !found.situation) return refuse({ reason: 'not-found' })

  const situation = purpose === 'own' ? await asItGoesOn(platform, found.situation) : found.situation
  return accept({ link, reader: asKnownIn(situation, reader), situation, k })
}

/** What the link opens once that was done: nothing needs to be read again. */
export function openedAfter(opened: Opened, session: Session): Opened {
  return { ...opened, situation: { ...opened.situation, session } }
}

/** Whoever holds it, as the session's programme knows him. */
function asKnownIn({ executive, mentor, manager, assistants }: SessionSituation, person: Person): Person {
  return [executive, mentor, ...assistants, manager].find(({ id }) => id === person.id) ?? person
}

/** An executive's own page is about who mentors him now, though its link was made before somebody handed over. */
async function asItGoesOn(platform: Platform, situation: SessionSituation): Promise<SessionSituation> {
  const { pairing, session } = situation
  if (pairing.status !== 'ended') return situation
  const following = await findFollowing(platform.db, pairing.id)
  const living = following && (await findSituation(platform, following))
  return living ? { ...living, session } : situation
}

export function senderLine({ manager, programme }: SessionSituation): SenderLine {
  return { name: manager.name, email: manager.email, programme: programme.shortName }
}
