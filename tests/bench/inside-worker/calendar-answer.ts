import type { SessionId } from '../../../worker/domain/ids.ts'
import { openReplyAddress } from '../../../worker/domain/seal/reply-address.ts'
import { inviteOf } from '../../../worker/domain/session/session.ts'
import { writeReply } from '../../../worker/http/dev/reply.ts'
import type { Platform } from '../../../worker/platform.ts'
import { findSessionSituation } from '../../../worker/storage/situation.ts'

/** The mail with which the executive's calendar accepts a fixed session; null where there is nothing to accept. */
export async function calendarAnswer(platform: Platform, sessionId: SessionId) {
  const found = await findSessionSituation(platform, sessionId)
  const session = found?.session
  const invite = session && inviteOf(session, session.executiveId)
  if (!found || !invite || !session.time) return null
  const { name, email: address } = found.executive
  const organizer = await openReplyAddress(platform.open, invite.personId, invite.organizer)
  const event = { ...invite, organizer, time: session.time, attendee: { name, address } }
  const raw = writeReply(event, 'ACCEPTED', {
    at: platform.now(),
    messageId: `<${platform.newId('req')}@people.example>`,
  })
  return { from: address, to: organizer, raw }
}
