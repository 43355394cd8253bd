import { type Decision, NO_CHANGE } from '../decision.ts'
import type { PersonId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import { accept, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import { asKnownOf, decideReply, type Reply, withAnswer } from './reply.ts'
import {
  type Door,
  type Invite,
  type InviteAnswer,
  inviteOf,
  type Partstat,
  type Session,
} from './session.ts'

/** The invite that is answered, with the answer. */
export type Said = { readonly invite: Invite; readonly reply: Reply }

type Spoken = {
  readonly personId: PersonId
  readonly by: { readonly id: PersonId; readonly door: Door }
  readonly reply?: Reply
}

/** Null: the person has no invite. */
export function saidIn({ session, now }: SessionSituation, { reply, personId, by }: Spoken): Said | null {
  const invite = reply ? session.invites.find(({ uid }) => uid === reply.uid) : inviteOf(session, personId)
  if (!invite) return null
  const { uid, sequence } = invite
  const stamps = { dtstamp: null, replyTime: null, mailDate: null, at: now }
  const arrived: Reply = {
    uid,
    partstat: 'NEEDS-ACTION',
    answer: { byId: by.id, via: by.door, sequence, ...stamps },
  }
  const said = reply ?? arrived
  return { invite, reply: { ...said, answer: asKnownOf(invite, said.answer) } }
}

/** Whether the invite knows this answer already. */
export function isSaid({ invite: { answer, partstat }, reply }: Said): boolean {
  if (reply.answer.via !== 'calendar') return partstat !== 'DECLINED'
  return answer !== null && stampsOf(answer) === stampsOf(reply.answer)
}

function stampsOf({ sequence, dtstamp, replyTime, mailDate }: InviteAnswer): string {
  return [sequence, dtstamp, replyTime, mailDate].join(' ')
}

const ANSWERS: ReadonlySet<string> = new Set(['ACCEPTED', 'TENTATIVE', 'DECLINED'])

/** Of a proposal whose time cannot be, the answer is left. */
export function decideWhatIsLeft(
  situation: SessionSituation,
  { invite, reply }: Said,
): Result<Decision, Refusal> {
  const isOpen = situation.session.status === 'fixed' && invite.live
  return isOpen && ANSWERS.has(reply.partstat) ? decideReply(situation, reply) : accept(NO_CHANGE)
}

/** “Decline and propose”: the proposal takes the place of the no that came with it, or up to ten minutes before. */
export function withSaid(session: Session, { invite, reply: { partstat, answer } }: Said): Session {
  const { live, partstat: before } = invite
  const isWithoutAnswer = answer.via !== 'calendar' && before !== 'DECLINED'
  if (!live || isWithoutAnswer) return session
  return withAnswer(session, invite, { partstat: besideProposal(partstat, before), answer })
}

/** A yes is to the time that is proposed (Thunderbird), and says nothing of the present one. */
function besideProposal(said: Partstat, before: Partstat): Partstat {
  if (said === 'TENTATIVE') return said
  return said === 'DECLINED' || before === 'DECLINED' ? 'NEEDS-ACTION' : before
}

/** What the calendar answers now, for the history. */
export function answered({ invites }: Session, { invite: { id, personId }, reply }: Said) {
  const partstat = invites.find((each) => each.id === id)?.partstat ?? 'NEEDS-ACTION'
  return { person: personId, partstat, sequence: reply.answer.sequence }
}
