import type { SenderLine } from '../../../web/parts/sender.tsx'
import { canSignIn } from '../../actions/sign-in/ask.ts'
import type { Link, LinkPurpose } from '../../domain/letter/link.ts'
import { isAmong } from '../../domain/people/address.ts'
import { whyEnded } from '../../domain/people/capability.ts'
import { addressesOf, type Person } from '../../domain/people/person.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Diary } from '../../domain/slot/diary.ts'
import type { Platform } from '../../platform.ts'
import { type OpenedLink, readLink } from '../../storage/letter/link.ts'
import { findFollowing } from '../../storage/pairing/pairing.ts'
import { findSituation } from '../../storage/situation.ts'
import type { AppContext } from '../context.ts'

/** The reader of a link, and the session that the link was made for. */
export type Opened = {
  readonly link: Link
  readonly reader: Person
  readonly situation: SessionSituation
  /** When the two are free, as it was when the link was opened. */
  readonly diary: Diary
  readonly k: string
  /** What the reader is asked for others, also elsewhere. */
  readonly asked: OpenedLink['asked']
}

/**
 * Opens a link of one purpose, for whoever is its reader now. The session comes from the stored link, never from the
 * request. What is dead says whom to write to, in the reader's language.
 */
export async function openLink(
  c: AppContext,
  purpose: LinkPurpose,
  k: string | undefined,
): Promise<Result<Opened, Refusal>> {
  const platform = c.get('platform')
  const found = k ? await readLink(platform, purpose, k) : null
  if (!found || !k) return refuse({ reason: 'not-found' })
  const { link, reader, diary, asked } = found
  if (!reader || !diary || !found.situation) return refuse({ reason: 'not-found' })
  c.set('linkReader', reader)
  const { name, email } = found.situation.manager
  const dead = isEnded(found, reader)
    ? ({ reason: 'link-ended', name, email } as const)
    : link.expiresAt <= platform.now()
      ? ({ reason: 'link-expired', at: link.expiresAt, name, email } as const)
      : null
  if (dead) {
    c.set('link', await waysOfDead(platform, { ...found, situation: found.situation, reader }, k))
    return refuse(dead)
  }
  c.set('link', { kind: 'open', k })

  const situation = purpose === 'own' ? await afterHandOver(platform, found.situation) : found.situation
  return accept({ link, reader: asMember(situation, reader), situation, diary, k, asked })
}

function isEnded({ link, isRevoked, roles, situation }: OpenedLink, reader: Person): boolean {
  return isRevoked || whyEnded(link, { addresses: addressesOf(reader), roles, situation }) !== null
}

type DeadLink = Omit<OpenedLink, 'reader' | 'situation'> & {
  readonly reader: Person
  readonly situation: SessionSituation
}

/** Whoever reads an address that is no longer his reader's hears only whom to write to. */
async function waysOfDead(platform: Platform, { link, reader, roles, situation }: DeadLink, k: string) {
  const { purpose, address } = link
  const { manager, programme, executive } = situation
  const isHisOwn = address !== null && isAmong(address, addressesOf(reader))
  const signsIn = isHisOwn && (await canSignIn(platform, reader.id, address))
  const hasOwnPage =
    reader.id === executive.id &&
    whyClosed(programme) === null &&
    whyEnded({ ...link, purpose: 'own' }, { addresses: addressesOf(reader), roles, situation }) === null
  return { kind: 'dead', manager, signsIn, ownPage: hasOwnPage ? { k, purpose } : null } as const
}

/** Whose link it is, and its session: also of a dead one, if its reader's own page can still be sent to him. */
export async function openForOwnPage(
  c: AppContext,
  purpose: LinkPurpose,
  k: string | undefined,
): Promise<Result<Pick<Link, 'personId' | 'sessionId'>, Refusal>> {
  const opened = await openLink(c, purpose, k)
  if (opened.ok) return accept(opened.value.link)
  const dead = c.get('link')
  const found =
    dead?.kind === 'dead' && dead.ownPage ? await readLink(c.get('platform'), purpose, dead.ownPage.k) : null
  return found ? accept(found.link) : opened
}

/** The opened link with the changed session, without reading it again. */
export function openedAfter(opened: Opened, session: Session): Opened {
  return { ...opened, situation: { ...opened.situation, session } }
}

/** The reader as a member of the session's programme. */
function asMember({ executive, mentor, manager, assistants }: SessionSituation, person: Person): Person {
  return [executive, mentor, ...assistants, manager].find(({ id }) => id === person.id) ?? person
}

/** After a hand-over, the link of an executive's own page shows the new pairing, not the one it was made for. */
async function afterHandOver(platform: Platform, situation: SessionSituation): Promise<SessionSituation> {
  const { pairing, session } = situation
  if (pairing.status !== 'ended') return situation
  const nextPairingId = await findFollowing(platform.db, pairing.id)
  const current = nextPairingId && (await findSituation(platform, nextPairingId))
  return current ? { ...current, session } : situation
}

export function senderLine({ manager, programme }: SessionSituation): SenderLine {
  return { name: manager.name, email: manager.email, programme: programme.shortName }
}
