import type { CastPairing, Deed } from '../../../../schema/seed/cast.ts'
import { answerOffer } from '../../../actions/answer-offer.ts'
import { cancelSession } from '../../../actions/cancel-session.ts'
import { logOutcome } from '../../../actions/log-outcome.ts'
import { offerTimes } from '../../../actions/offer-times.ts'
import { receive } from '../../../delivery/receive.ts'
import { startOfDay } from '../../../domain/days.ts'
import type { Result } from '../../../domain/result.ts'
import { inviteOf } from '../../../domain/sessions.ts'
import { askedOf, type SessionSituation, type Situation } from '../../../domain/situation.ts'
import { findSlots } from '../../../domain/search.ts'
import { after, DAY, type Instant, type Interval } from '../../../domain/time.ts'
import type { Platform } from '../../../platform.ts'
import { findDiary } from '../../../storage/diaries.ts'
import { findSituation } from '../../../storage/situations.ts'
import { type CalendarAnswer, writeProse, writeReply } from '../reply.ts'
import { workingDay, ZONE } from './working-days.ts'

type Scene = { readonly pairing: CastPairing; readonly number: number; readonly began: Instant }

/** Does what somebody of the cast does, by the door he would use; answers why it was refused, or null. */
export async function play(platform: Platform, deed: Deed, scene: Scene): Promise<string | null> {
  const situation = await findSituation(platform, scene.pairing.id)
  if (!situation) return 'no-such-pairing'
  if (deed.kind === 'offer') return offer(platform, situation, scene)
  if (!situation.session) return 'no-session'
  return playOn(platform, { ...situation, session: situation.session }, deed, scene)
}

async function playOn(
  platform: Platform,
  situation: SessionSituation,
  deed: Exclude<Deed, { kind: 'offer' }>,
  scene: Scene,
): Promise<string | null> {
  const { session, mentor, executive, manager } = situation
  const byLink = { id: askedOf(situation).id, door: 'link' } as const
  const offerId = session.offer?.id ?? 'off_'
  switch (deed.kind) {
    case 'pick': {
      const optionId = session.offer?.options[deed.option]?.id ?? 'opt_'
      return why(
        await answerOffer(platform, session.id, { kind: 'option', offerId, optionId, move: false }, byLink),
      )
    }
    case 'own-time': {
      const { start } = await freeTime(platform, situation, workingDay(scene.began, deed.from))
      return why(await answerOffer(platform, session.id, { kind: 'own', offerId, start }, byLink))
    }
    case 'reply':
      return reply(
        platform,
        situation,
        { person: deed.who === 'mentor' ? mentor : executive, answer: deed.partstat },
        scene,
      )
    case 'propose': {
      const propose = await freeTime(platform, situation, workingDay(scene.began, deed.from))
      return reply(platform, situation, { person: executive, answer: { propose } }, scene)
    }
    case 'write':
      return write(platform, situation, deed.words, scene)
    case 'log': {
      const { kind: _, ...outcome } = deed
      return why(
        await logOutcome(platform, session.id, { ...outcome, dueOn: null }, { id: mentor.id, door: 'link' }),
      )
    }
    case 'cancel':
      return why(
        await cancelSession(platform, session.id, { reopen: false }, { id: manager.id, door: 'manager' }),
      )
  }
}

async function offer(
  platform: Platform,
  { manager, pairing }: Situation,
  scene: Scene,
): Promise<string | null> {
  const wish = { id: `off_${nameOf(scene)}`, pairingId: pairing.id, minutes: null, options: null } as const
  return why(await offerTimes(platform, wish, { id: manager.id, door: 'manager' }))
}

async function reply(
  platform: Platform,
  { session }: SessionSituation,
  { person, answer }: { readonly person: Situation['mentor']; readonly answer: CalendarAnswer },
  scene: Scene,
): Promise<string | null> {
  const invite = inviteOf(session, person.id)
  if (!invite || !session.time) return 'not-invited'

  const { uid, sequence, organizer } = invite
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
  situation: SessionSituation,
  words: string,
  scene: Scene,
): Promise<string | null> {
  const { email: address, name, replyAddress } = askedOf(situation)
  const mail = { words, at: platform.now(), messageId: messageIdOf(scene) }
  const raw = writeProse({ address, name }, replyAddress, mail)
  const { state, why: reason } = await receive(platform, incoming(replyAddress, raw))
  return state === 'waiting' ? null : reason
}

/** The first time that the judge accepts from that day on. */
async function freeTime(platform: Platform, situation: SessionSituation, day: string): Promise<Interval> {
  const { session } = situation
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

function why(result: Result<unknown, { readonly reason: string }>): string | null {
  return result.ok ? null : result.refusal.reason
}
