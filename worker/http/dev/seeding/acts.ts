import type { CastPairing, SceneAct } from '../../../../schema/seed/cast.ts'
import { answerOffer } from '../../../actions/offer/answer.ts'
import { offerTimes } from '../../../actions/offer/make.ts'
import { cancelSession } from '../../../actions/session/cancel.ts'
import { logOutcome } from '../../../actions/session/log-outcome.ts'
import { receive } from '../../../delivery/in/receive.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { Result } from '../../../domain/result.ts'
import { openReplyAddress } from '../../../domain/seal/reply-address.ts'
import { inviteOf, type Session } from '../../../domain/session/session.ts'
import { findSlots } from '../../../domain/slot/search.ts'
import { startOfDay } from '../../../domain/time/days.ts'
import { after, DAY, type Instant, type Interval } from '../../../domain/time/time.ts'
import type { Platform } from '../../../platform.ts'
import { findPerson } from '../../../storage/people/person.ts'
import { findOpenSession } from '../../../storage/session/session.ts'
import { findSituation } from '../../../storage/situation.ts'
import { findDiary } from '../../../storage/slot/diary.ts'
import { type CalendarAnswer, writeProse, writeReply } from '../reply.ts'
import { workingDay, ZONE } from './working-days.ts'

/** A demo pairing with the manager of its programme. */
export type StoryPairing = CastPairing & { readonly managerId: PersonId }
type Scene = { readonly pairing: StoryPairing; readonly number: number; readonly began: Instant }

/** Performs one act of the cast, through the door that person would use. Returns why it was refused, or null. */
export async function perform(platform: Platform, act: SceneAct, scene: Scene): Promise<string | null> {
  if (act.kind === 'offer') return offer(platform, scene)
  const session = await findOpenSession(platform.db, scene.pairing.id)
  if (!session) return 'no-session'
  return performOn(platform, session, act, scene)
}

async function performOn(
  platform: Platform,
  session: Session,
  act: Exclude<SceneAct, { kind: 'offer' }>,
  scene: Scene,
): Promise<string | null> {
  const { managerId } = scene.pairing
  const { mentorId, executiveId } = session
  const offerId = session.offer?.id ?? 'off_'
  const byLink = { id: session.offer?.askedId ?? executiveId, door: 'link' } as const
  switch (act.kind) {
    case 'pick': {
      const optionId = session.offer?.options[act.option]?.id ?? 'opt_'
      return reasonOf(
        await answerOffer(platform, session.id, { kind: 'option', offerId, optionId, move: false }, byLink),
      )
    }
    case 'own-time': {
      const { start } = await freeTime(platform, session, workingDay(scene.began, act.from))
      return reasonOf(await answerOffer(platform, session.id, { kind: 'own', offerId, start }, byLink))
    }
    case 'reply':
      return reply(
        platform,
        session,
        { id: act.who === 'mentor' ? mentorId : executiveId, answer: act.partstat },
        scene,
      )
    case 'propose': {
      const propose = await freeTime(platform, session, workingDay(scene.began, act.from))
      return reply(platform, session, { id: executiveId, answer: { propose } }, scene)
    }
    case 'write':
      return write(platform, byLink.id, act.words, scene)
    case 'log': {
      const { kind: _, ...outcome } = act
      return reasonOf(
        await logOutcome(platform, session.id, { ...outcome, dueOn: null }, { id: mentorId, door: 'link' }),
      )
    }
    case 'cancel':
      return reasonOf(
        await cancelSession(platform, session.id, { reopen: false }, { id: managerId, door: 'manager' }),
      )
  }
}

async function offer(platform: Platform, scene: Scene): Promise<string | null> {
  const { id: pairingId, managerId } = scene.pairing
  const wish = { id: `off_${nameOf(scene)}`, pairingId, minutes: null, options: null } as const
  return reasonOf(await offerTimes(platform, wish, { id: managerId, door: 'manager' }))
}

async function reply(
  platform: Platform,
  session: Session,
  { id, answer }: { readonly id: PersonId; readonly answer: CalendarAnswer },
  scene: Scene,
): Promise<string | null> {
  const invite = inviteOf(session, id)
  const person = await findPerson(platform.db, id)
  if (!invite || !person || !session.time) return 'not-invited'

  const { uid, sequence } = invite
  const organizer = await openReplyAddress(platform.open, id, invite.organizer)
  const answered = {
    uid,
    sequence,
    organizer,
    attendee: { address: person.email, name: person.name },
    time: session.time,
  }
  const raw = writeReply(answered, answer, { at: platform.now(), messageId: messageIdOf(scene) })
  const { state, why: reason } = await receive(platform, incoming(organizer, raw))
  return state === 'applied' ? null : reason
}

async function write(
  platform: Platform,
  writerId: PersonId,
  words: string,
  scene: Scene,
): Promise<string | null> {
  const writer = await findPerson(platform.db, writerId)
  if (!writer) return 'no-such-person'
  const { email: address, name } = writer
  const replyAddress = await openReplyAddress(platform.open, writerId, writer.replyAddress)
  const mail = { words, at: platform.now(), messageId: messageIdOf(scene) }
  const raw = writeProse({ address, name }, replyAddress, mail)
  const { state, why: reason } = await receive(platform, incoming(replyAddress, raw))
  return state === 'waiting' ? null : reason
}

/** The first time from that day on that the judge accepts. */
async function freeTime(platform: Platform, session: Session, day: string): Promise<Interval> {
  const situation = await findSituation(platform, session.pairingId)
  if (!situation) throw new Error('no such pairing')
  const start = startOfDay(ZONE, day)
  const window = { start, end: after(start, 21 * DAY) }
  const diary = await findDiary(platform, situation, window)
  const [slot] = findSlots(diary, { window, minutes: session.minutes, limit: 1, ignoring: session.id })
  if (!slot) throw new Error('the cast has no time left')
  return slot
}

function incoming(to: string, raw: string) {
  return { to, raw: new TextEncoder().encode(raw), receiver: null }
}

function messageIdOf(scene: Scene): string {
  return `<${nameOf(scene)}@calendar.example>`
}

function nameOf({ pairing, number }: Scene): string {
  return `${pairing.id.slice('pai_'.length)}-${number}`
}

function reasonOf(result: Result<unknown, { readonly reason: string }>): string | null {
  return result.ok ? null : result.refusal.reason
}
