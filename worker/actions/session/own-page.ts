import { type By, NOTHING, step } from '../../domain/decision.ts'
import type { CommitmentId, SessionId } from '../../domain/ids.ts'
import { ownLetter } from '../../domain/session/nudge.ts'
import type { Done } from '../../domain/session/outcome.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { WishKind } from '../../domain/pairing/wish.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { markCommitment } from '../../storage/session/outcome.ts'
import { endWish, putWish } from '../../storage/pairing/wish.ts'
import { changeWith } from './change.ts'

/** An invite can be read by delegates: the way to his own page goes to the executive's mail, once for each version. */
export async function sendOwnPage(
  platform: Platform,
  sessionId: SessionId,
  by: By,
): Promise<Result<Session, Refusal>> {
  return changeWith(platform, sessionId, (situation) => {
    const { session, executive, now } = situation
    if (by.id !== executive.id) return refuse({ reason: 'not-invited' })
    const { letter, link } = ownLetter(situation, null)
    return accept({
      ...NOTHING,
      changes: [step(session, session, { code: 'own-page-asked', at: now, by })],
      letters: [{ effect: `own:${session.id}:${session.version}`, letter, dueAt: now }],
      links: [link],
    })
  })
}

/** His own tap on what he meant to do; an older page speaks of what stood on it. */
export async function tellDone(
  { db }: Platform,
  { pairing }: SessionSituation,
  said: { readonly id: CommitmentId; readonly done: Done },
): Promise<void> {
  await inOneBatch(db, [markCommitment(db, pairing.id, said)])
}

/** Quietly: no mail goes to anybody. */
export async function wishFor({ db }: Platform, situation: SessionSituation, kind: WishKind): Promise<void> {
  const { pairing, executive, now } = situation
  await inOneBatch(db, [putWish(db, { pairingId: pairing.id, kind, personId: executive.id, at: now })])
}

/** He thought better of it; nobody need have seen it. */
export async function takeBackWish(
  { db }: Platform,
  { pairing }: SessionSituation,
  kind: WishKind,
): Promise<void> {
  await inOneBatch(db, [endWish(db, pairing.id, kind)])
}
