import * as z from 'zod/mini'

import { placeShown } from '../../../domain/pairing/meeting-link.ts'
import { type SeenFields, seen } from '../../../domain/people/fields.ts'
import type { Look } from '../../../domain/people/permission.ts'
import { answerShown, sequenceOf, type Session, standingOptions } from '../../../domain/session/session.ts'
import { type Instant, iso } from '../../../domain/time/time.ts'
import { intervalJson, optionAnswer, optionsJson } from './offer.ts'
import { nextAnswer } from './page.ts'
import { place } from './places.ts'
import { body, moment, oneOf, ownId, reason, reference, minutes, whyOverridden, yesOrNo } from './values.ts'

export const bookingWish = body({
  id: z.exactOptional(ownId('ses')),
  pairingId: reference('pai'),
  start: moment,
  minutes: z.exactOptional(z.nullable(minutes)),
  place: z.exactOptional(z.nullable(place)),
  /** `null`: chosen automatically. */
  formatId: z.exactOptional(z.nullable(reference('fmt'))),
  reason: whyOverridden,
})

export const moveWish = body({
  start: moment,
  minutes: z.exactOptional(z.nullable(minutes)),
  mentorId: z.exactOptional(reference('per')),
  reason: z.exactOptional(z.nullable(reason)),
})

/** `null`: chosen automatically. */
export const formatChoice = body({ formatId: z.nullable(reference('fmt')) })

export const replyWish = body({
  personId: reference('per'),
  partstat: oneOf('ACCEPTED', 'TENTATIVE', 'DECLINED'),
})

export const acceptanceWish = body({ reason: z.exactOptional(z.nullable(reason)) })
export const cancellationWish = body({ reopen: z.exactOptional(yesOrNo) })

export const sessionAnswer = z.strictObject({
  id: z.string(),
  pairingId: z.string(),
  programmeId: z.string(),
  mentorId: z.string(),
  executiveId: z.string(),
  status: oneOf('offered', 'fixed', 'happened', 'cut-short', 'did-not-happen', 'cancelled'),
  start: z.nullable(z.string()),
  end: z.nullable(z.string()),
  zone: z.string(),
  minutes: z.int(),
  place: z.nullable(place),
  /** Chosen, or stored when the mentor was told it; `null`: chosen automatically. */
  formatId: z.nullable(z.string()),
  /** Whether the executive has written down a question, which the mentor alone reads. */
  hasQuestion: z.boolean(),
  sequence: z.int(),
  /** `null`: hidden from the asker. */
  bumps: z.nullable(z.int()),
  invites: z.array(
    z.strictObject({
      personId: z.string(),
      partstat: oneOf('NEEDS-ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE', 'DELEGATED'),
      answeredBy: z.nullable(z.string()),
      answeredVia: z.nullable(oneOf('calendar', 'link', 'manager', 'prose')),
    }),
  ),
  options: z.array(optionAnswer),
  heldUntil: z.nullable(z.string()),
  offerId: z.nullable(z.string()),
  proposals: z.array(
    z.strictObject({
      id: z.string(),
      personId: z.string(),
      start: z.string(),
      end: z.string(),
      via: oneOf('calendar', 'link', 'manager', 'prose'),
      /** Why it cannot be, or not by itself: a reason of the judge. */
      refusal: z.nullable(z.string()),
    }),
  ),
})
export const sessionsAnswer = z.strictObject({ sessions: z.array(sessionAnswer), ...nextAnswer })

type SessionAnswer = z.input<typeof sessionAnswer>

export const SESSION_FIELDS: SeenFields<SessionAnswer> = {
  id: 'neutral',
  pairingId: 'neutral',
  programmeId: 'neutral',
  mentorId: 'mentor-name',
  executiveId: 'neutral',
  status: 'neutral',
  start: 'time',
  end: 'time',
  zone: 'time',
  minutes: 'time',
  place: 'time',
  formatId: { sight: 'topic', instead: null },
  hasQuestion: { sight: 'question', instead: false, exists: true },
  sequence: 'neutral',
  bumps: { sight: 'bumps', instead: null },
  invites: { sight: 'answers', instead: [], of: ({ personId }) => personId },
  options: 'time',
  heldUntil: 'time',
  offerId: 'neutral',
  proposals: { sight: 'answers', instead: [], of: ({ personId }) => personId },
}

/** The session as the viewer may see it, with the times that can be picked and the invites still in a calendar. */
export function sessionJson(session: Session, look: Look, now: Instant): SessionAnswer {
  const { id, pairingId, programmeId, mentorId, executiveId, status, time, zone, minutes, place, bumps } =
    session
  const options = standingOptions(session.offer, now)
  return seen<SessionAnswer>(look, SESSION_FIELDS, {
    ...{ id, pairingId, programmeId, mentorId, executiveId, status },
    start: time ? iso(time.start) : null,
    end: time ? iso(time.end) : null,
    ...{ zone, minutes, place: placeShown(place) },
    formatId: session.formatId,
    hasQuestion: session.hasQuestion,
    ...{ sequence: sequenceOf(session), bumps },
    invites: invitesJson(session),
    options: optionsJson(options),
    heldUntil: options.length > 0 && session.offer ? iso(session.offer.heldUntil) : null,
    offerId: session.offer?.id ?? null,
    proposals: proposalsJson(session),
  })
}

function invitesJson({ invites }: Session): SessionAnswer['invites'] {
  return invites
    .filter(({ live }) => live)
    .map((invite) => ({
      personId: invite.personId,
      partstat: invite.partstat,
      answeredBy: answerShown(invite)?.byId ?? null,
      answeredVia: answerShown(invite)?.via ?? null,
    }))
}

function proposalsJson({ proposals }: Session): SessionAnswer['proposals'] {
  return proposals
    .filter(({ state }) => state === 'waiting')
    .map(({ id, personId, via, refusal, ...time }) => ({
      id,
      personId,
      ...intervalJson(time),
      via,
      refusal: refusal?.reason ?? null,
    }))
}
