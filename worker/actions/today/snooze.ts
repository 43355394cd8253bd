import type { PersonId, ProgrammeId, ProposalId, SessionId } from '../../domain/ids.ts'
import type { WishKind } from '../../domain/pairing/wish.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Item } from '../../domain/today/item.ts'
import { findItems } from '../../domain/today/items.ts'
import { decideSnooze, keyOf, kindOf, mailIn } from '../../domain/today/snooze.ts'
import type { Platform, Statement } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { reArm } from '../../storage/clock/timers.ts'
import { findReceivedFor } from '../../storage/mail/received.ts'
import { deleteWish } from '../../storage/pairing/wish.ts'
import { endProposal } from '../../storage/session/proposal.ts'
import { findMorning } from '../../storage/today/morning.ts'
import { deleteSnooze, putSnooze } from '../../storage/today/snooze.ts'
import { settleAllStrangers } from '../mail/settle-strangers.ts'
import { settleReceivedMail } from '../mail/settle.ts'
import { refuseCounter } from '../session/counter.ts'

export type SnoozeWish = {
  readonly programmeId: ProgrammeId
  /** The item's key on Today. */
  readonly key: string
  /** Null: settled for good. */
  readonly until: Instant | null
}

/** Puts an item of Today off to a day, or settles it. */
export async function snoozeItem(
  platform: Platform,
  { programmeId, key, until }: SnoozeWish,
  by: PersonId,
): Promise<Result<null, Refusal>> {
  if (until === null) {
    const settled = await settleMail(platform, programmeId, key, by)
    if (settled) return settled
  }
  const morning = await findMorning(platform, programmeId, { whole: kindOf(key) })
  if (!morning) return refuse({ reason: 'not-found' })
  // A snoozed item can be snoozed again: the same day twice changes nothing, another day replaces it.
  const items = findItems({ ...morning, snoozes: [] })
  const snooze = decideSnooze(items, { key, until }, morning.now)
  if (!snooze.ok) return snooze
  const item = items.find((each) => keyOf(each) === key)
  if (item?.kind === 'strangers' && until === null) return settleAllStrangers(platform, programmeId, by)
  if (item?.proposalId && item.sessionId && until === null)
    return putAway(
      platform,
      programmeId,
      { ...item, sessionId: item.sessionId, proposalId: item.proposalId },
      by,
    )
  return inOneBatch(platform.db, [
    putSnooze(platform.db, programmeId, snooze.value, by),
    ...(item && until === null ? deleteSettledWish(platform, item) : []),
  ])
}

/** Takes back that an item was put off. */
export function showAgain(
  { db }: Platform,
  { programmeId, key }: Pick<SnoozeWish, 'programmeId' | 'key'>,
): Promise<Result<null, Refusal>> {
  return inOneBatch(db, [deleteSnooze(db, programmeId, key)])
}

/** A mail is settled itself, so that nothing waits behind a line that nobody sees. Null for any other line. */
async function settleMail(
  platform: Platform,
  programmeId: ProgrammeId,
  key: string,
  by: PersonId,
): Promise<Result<null, Refusal> | null> {
  const id = mailIn(key)
  if (id === null) return null
  const mail = await findReceivedFor(platform.db, id, [programmeId])
  if (!mail) return refuse({ reason: 'not-found' })
  if (mail.state !== 'waiting') return accept(null)
  return settleReceivedMail(platform, mail, null, { kind: 'nothing' }, by)
}

/**
 * What was written with a time that cannot be any more: it is refused, so that its writer's page no longer says that
 * somebody looks at it. In a closed programme no session changes, and only the words end.
 */
async function putAway(
  platform: Platform,
  programmeId: ProgrammeId,
  { sessionId, proposalId }: { readonly sessionId: SessionId; readonly proposalId: ProposalId },
  by: PersonId,
): Promise<Result<null, Refusal>> {
  const manager = { id: by, door: 'manager', reach: [programmeId] } as const
  const refused = await refuseCounter(platform, sessionId, { proposalId }, manager)
  if (refused.ok) return accept(null)
  if (refused.refusal.reason !== 'programme-closed') return refused
  return inOneBatch(platform.db, [endProposal(platform.db, proposalId)])
}

/** A settled wish is deleted, so that the clock asks for times again. */
function deleteSettledWish({ db, now }: Platform, { kind, pairingId }: Item): readonly Statement[] {
  const wish = WISHES_OF[kind]
  return pairingId && wish ? [deleteWish(db, pairingId, wish), reArm(db, [pairingId], now())] : []
}

const WISHES_OF: Readonly<Partial<Record<Item['kind'], WishKind>>> = {
  'asks-to-pause': 'pause',
  'asks-for-another': 'another-mentor',
}
