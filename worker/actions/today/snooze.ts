import type { ByPerson } from '../../domain/decision.ts'
import {
  isId,
  type PairingId,
  type PersonId,
  type ProgrammeId,
  type ProposalId,
  type ReceivedId,
  type SessionId,
} from '../../domain/ids.ts'
import type { WishKind } from '../../domain/pairing/wish.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Instant } from '../../domain/time/time.ts'
import { asReadBy, type Item, KINDS, type Morning, type Snooze } from '../../domain/today/item.ts'
import { findItems } from '../../domain/today/items.ts'
import { decideSnooze, keyOf, kindOf, mailIn } from '../../domain/today/snooze.ts'
import type { Platform, Statement } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { reArm } from '../../storage/clock/timers.ts'
import { findReceivedFor, isRestorable, restoreReceived } from '../../storage/mail/received.ts'
import { deleteWish, restoreWish } from '../../storage/pairing/wish.ts'
import { endProposal } from '../../storage/session/proposal.ts'
import { findMorning } from '../../storage/today/morning.ts'
import { deleteSnooze, listSnoozed, putSnooze } from '../../storage/today/snooze.ts'
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

/**
 * What became of a line: the session that settling it changed, or nothing but the line; and the moment by which it can be
 * had back. Null: it cannot.
 */
export type Snoozed = { readonly session: Session | null; readonly at: Instant | null }

/** Puts an item of Today off to a day, or settles it. */
export async function snoozeItem(
  platform: Platform,
  { programmeId, key, until }: SnoozeWish,
  by: ByPerson,
): Promise<Result<Snoozed, Refusal>> {
  if (until === null) {
    const settled = await settleMail(platform, programmeId, key, by)
    if (settled) return settled
  }
  const morning = await findMorning(platform, programmeId, { whole: kindOf(key) })
  if (!morning) return refuse({ reason: 'not-found' })
  // A snoozed item can be snoozed again: the same day twice changes nothing, another day replaces it.
  const items = findItems({ ...asReadBy(morning, by.id), snoozes: [] })
  const snooze = decideSnooze(items, { key, until }, morning.now)
  if (!snooze.ok) return snooze
  const item = items.find((each) => keyOf(each) === key)
  if (item?.kind === 'strangers' && until === null)
    return onlyTheLine(await settleAllStrangers(platform, programmeId, by.id), null)
  if (item?.proposalId && item.sessionId && until === null)
    return putAway(platform, { ...item, sessionId: item.sessionId, proposalId: item.proposalId }, by)
  const wish = item && until === null ? wishIn(item) : null
  const wishedAt = wish && item ? item.since : null
  return onlyTheLine(
    await inOneBatch(platform.db, [
      putSnooze(platform.db, programmeId, { ...snooze.value, wishedAt }, by.id),
      ...(wish ? changeWish(platform, deleteWish(platform.db, wish.pairingId, wish.kind), wish) : []),
    ]),
    snooze.value.madeAt,
  )
}

/** Puts several items off at once to the same day: those that are still there. Refused if the day has begun. */
export async function putOffItems(
  { db }: Platform,
  morning: Morning,
  { keys, until }: { readonly keys: readonly string[]; readonly until: Instant },
  by: PersonId,
): Promise<Result<readonly LineBack[], Refusal>> {
  const items = findItems({ ...asReadBy(morning, by), snoozes: [] })
  const snoozes: Snooze[] = []
  for (const key of keys) {
    const snooze = decideSnooze(items, { key, until }, morning.now)
    if (snooze.ok) snoozes.push(snooze.value)
    else if (snooze.refusal.reason !== 'not-found') return snooze
  }
  const written = await inOneBatch(
    db,
    snoozes.map((each) => putSnooze(db, morning.programme.id, each, by)),
  )
  return written.ok ? accept(snoozes.map(({ key, madeAt }) => ({ key, at: madeAt }))) : written
}

/** A line that was put off or settled, and when; null: whenever that was. */
export type LineBack = { readonly key: string; readonly at: Instant | null }

/**
 * Takes back that items were put off or settled: a mail waits again, and a wish stands again as it was made. What was done
 * anew since stays. Returns how many are back.
 */
export async function showAgain(
  platform: Platform,
  programmeId: ProgrammeId,
  lines: readonly LineBack[],
): Promise<Result<number, Refusal>> {
  const { db } = platform
  const now = platform.now()
  const keys = lines.map(({ key }) => key)
  const isMeant = (key: string, at: Instant | null) =>
    lines.some((line) => line.key === key && (line.at === null || line.at === at))
  const mails: ReceivedId[] = []
  for (const key of keys) {
    const id = mailIn(key)
    const mail = id && (await findReceivedFor(db, id, [programmeId]))
    if (mail && isRestorable(mail, now) && isMeant(key, mail.settledAt)) mails.push(mail.id)
  }
  const snoozed = (await listSnoozed(db, programmeId, keys)).filter(({ key, madeAt }) => isMeant(key, madeAt))
  const written = await inOneBatch(db, [
    ...mails.flatMap((id) => restoreReceived(db, id, now)),
    ...snoozed.flatMap(({ key, wishedAt }) => {
      const wish = wishOf(key)
      return wish && wishedAt !== null
        ? changeWish(platform, restoreWish(db, { ...wish, at: wishedAt }), wish)
        : []
    }),
    ...snoozed.map(({ key }) => deleteSnooze(db, programmeId, key)),
  ])
  return written.ok ? accept(mails.length + snoozed.length) : written
}

function onlyTheLine(written: Result<null, Refusal>, at: Instant | null): Result<Snoozed, Refusal> {
  return written.ok ? accept({ session: null, at }) : written
}

/** A mail is settled itself, so that nothing waits behind a line that nobody sees. Null for any other line. */
async function settleMail(
  platform: Platform,
  programmeId: ProgrammeId,
  key: string,
  by: ByPerson,
): Promise<Result<Snoozed, Refusal> | null> {
  const id = mailIn(key)
  if (id === null) return null
  const mail = await findReceivedFor(platform.db, id, [programmeId])
  if (!mail) return refuse({ reason: 'not-found' })
  if (mail.state !== 'waiting') return accept({ session: null, at: mail.settledAt })
  return settleReceivedMail(platform, mail, null, { kind: 'nothing' }, by)
}

/**
 * What was written with a time that cannot be any more: it is refused, so that its writer's page no longer says that
 * somebody looks at it. In a closed programme no session changes, and only the words end.
 */
async function putAway(
  platform: Platform,
  { sessionId, proposalId }: { readonly sessionId: SessionId; readonly proposalId: ProposalId },
  by: ByPerson,
): Promise<Result<Snoozed, Refusal>> {
  const refused = await refuseCounter(platform, sessionId, { proposalId }, by)
  if (refused.ok) return accept({ session: refused.value, at: null })
  if (refused.refusal.reason !== 'programme-closed') return refused
  return onlyTheLine(await inOneBatch(platform.db, [endProposal(platform.db, proposalId)]), null)
}

/** With a wish the clock stops or begins again to ask for times. */
function changeWish(
  { db, now }: Platform,
  change: Statement,
  { pairingId }: { readonly pairingId: PairingId },
): readonly Statement[] {
  return [change, reArm(db, [pairingId], now())]
}

type Wished = { readonly pairingId: PairingId; readonly kind: WishKind }

/** The wish that a line stands for, which ends with it. */
function wishIn({ kind, pairingId }: Pick<Item, 'kind' | 'pairingId'>): Wished | null {
  const wish = WISHES_OF[kind]
  return pairingId && wish ? { pairingId, kind: wish } : null
}

function wishOf(key: string): Wished | null {
  const kind = KINDS.find((each) => each === kindOf(key))
  const id = key.slice(kindOf(key).length + 1)
  return kind && isId('pai', id) ? wishIn({ kind, pairingId: id }) : null
}

const WISHES_OF: Readonly<Partial<Record<Item['kind'], WishKind>>> = {
  'asks-to-pause': 'pause',
  'asks-for-another': 'another-mentor',
}
