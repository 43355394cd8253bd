import * as z from 'zod/mini'

import { placeWish } from '../manager/session/place.ts'
import {
  deliveriesAnswer,
  deliveriesQuery,
  resumptionAnswer,
  resumptionWish,
  retryAllAnswer,
  retryAllWish,
  retryAnswer,
  retryWish,
} from './deliveries.ts'
import { healthAnswer } from './health.ts'
import { pairingsQuery } from './pairings.ts'
import { peopleQuery, programmeQuery } from './people.ts'
import { sessionsQuery } from './sessions.ts'
import { correctionWish } from './shapes/correction.ts'
import { formatAnswer, formatPatch, formatsAnswer, formatWish } from './shapes/format.ts'
import { historyAnswer } from './shapes/history.ts'
import { availabilityAnswer, availabilityWish } from './shapes/hours.ts'
import {
  confirmationWish,
  countsAnswer,
  csvAnswer,
  csvBody,
  exportQuery,
  importAnswer,
  importQuery,
} from './shapes/import.ts'
import { keyAnswer, keysAnswer, keyWish, madeKeyAnswer } from './shapes/key.ts'
import { outcomeAnswer } from './shapes/log.ts'
import { answerWish, offerAnswer, offerNowAnswer, offerWish } from './shapes/offer.ts'
import { outcomeWish } from './shapes/outcome.ts'
import { pairingAnswer, pairingPatch, pairingsAnswer, pairingWish } from './shapes/pairing.ts'
import { pathAnswer } from './shapes/path.ts'
import {
  departureAnswer,
  departureWish,
  erasureAnswer,
  erasureWish,
  joinAnswer,
  peopleAnswer,
  personAnswer,
  personPatch,
  personWish,
} from './shapes/person.ts'
import { planAnswer, planWish } from './shapes/plan.ts'
import {
  closureWish,
  programmeAnswer,
  programmePatch,
  programmesAnswer,
  programmeWish,
} from './shapes/programme.ts'
import {
  madeReportLinkAnswer,
  reportLinkAnswer,
  reportLinksAnswer,
  reportLinkWish,
} from './shapes/report-link.ts'
import { reportAnswer } from './shapes/report.ts'
import { searchAnswer, searchQuery } from './shapes/search.ts'
import {
  acceptanceWish,
  bookingWish,
  cancellationWish,
  formatChoice,
  moveWish,
  replyWish,
  sessionAnswer,
  sessionsAnswer,
} from './shapes/session.ts'
import { snoozeAnswer, snoozeWish, todayAnswer, todayQuery } from './shapes/today.ts'
import { trackAnswer, trackPatch, tracksAnswer, trackWish } from './shapes/track.ts'
import { body, nothing } from './shapes/values.ts'
import {
  madeWebhookAnswer,
  messageAnswer,
  messagesAnswer,
  webhookAnswer,
  webhookPatch,
  webhooksAnswer,
  webhookWish,
} from './shapes/webhook.ts'
import { slotsAnswer, slotsQuery } from './slots.ts'

export type Operation = {
  readonly summary: string
  readonly query: z.ZodMiniObject | null
  readonly body: z.ZodMiniType | null
  readonly status: 200 | 201
  readonly answer: z.ZodMiniType
  /** Whether the response has an `ETag`, and a change (a PATCH, or the PUT of the hours) checks `If-Match`. */
  readonly hasVersion: boolean
  /** What is no JSON. */
  readonly csv?: 'body' | 'answer'
}

/** Request and response of each API route. Who may call it is in worker/http/routes.ts. */
export const operations: Readonly<Record<string, Operation>> = {
  'GET /api/v1/openapi.json': get('Returns this description.', z.looseObject({ openapi: z.string() })),
  'GET /api/v1/programmes': get(
    'Lists your programmes; with status, dates and policy if you manage them.',
    programmesAnswer,
  ),
  'POST /api/v1/programmes': makes(
    'Creates a programme. You become its manager.',
    programmeWish,
    programmeAnswer,
  ),
  'GET /api/v1/programmes/:id': versioned(get('Returns a programme.', programmeAnswer)),
  'PATCH /api/v1/programmes/:id': versioned(
    changes(
      'Changes the given fields of a programme (RFC 7396). A policy field that is null gets its default again.',
      programmePatch,
      programmeAnswer,
    ),
  ),
  'GET /api/v1/programmes/:id/report': get(
    'Returns what was released of a programme for its sponsors: figures, or why one is not shown.',
    reportAnswer,
  ),
  'GET /api/v1/programmes/:id/report/links': get(
    'Lists the links by which people without an account read the figures, newest first.',
    reportLinksAnswer,
  ),
  'POST /api/v1/programmes/:id/report/links': makes(
    'Makes a link that opens the figures and nothing else. It is mailed, or its `url` is in this answer alone.',
    reportLinkWish,
    madeReportLinkAnswer,
  ),
  'DELETE /api/v1/programmes/:id/report/links/:linkId': get('Ends a link to the figures.', reportLinkAnswer),
  'GET /api/v1/programmes/:id/formats': get(
    'Lists the formats of a programme, in your language.',
    formatsAnswer,
  ),
  'POST /api/v1/programmes/:id/formats': makes(
    'Adds a format at the end of the list.',
    formatWish,
    formatAnswer,
  ),
  'GET /api/v1/formats/:id': versioned(get('Returns a format, in your language.', formatAnswer)),
  'PATCH /api/v1/formats/:id': versioned(
    changes(
      'Changes the given fields of a format (RFC 7396), moves it in the list, or archives it.',
      formatPatch,
      formatAnswer,
    ),
  ),
  'GET /api/v1/programmes/:id/tracks': get(
    'Lists the tracks of a programme, in your language.',
    tracksAnswer,
  ),
  'POST /api/v1/programmes/:id/tracks': makes('Adds a track at the end of the list.', trackWish, trackAnswer),
  'GET /api/v1/tracks/:id': versioned(get('Returns a track, in your language.', trackAnswer)),
  'PATCH /api/v1/tracks/:id': versioned(
    changes('Changes the given fields of a track (RFC 7396), or archives it.', trackPatch, trackAnswer),
  ),
  'POST /api/v1/programmes/:id/closure': changes(
    'Closes a programme: open rounds are withdrawn, pairings end, and each executive gets a personal list.',
    closureWish,
    programmeAnswer,
  ),
  'GET /api/v1/people': get(
    'Lists the people of one programme, or of all that you manage.',
    peopleAnswer,
    peopleQuery,
  ),
  'POST /api/v1/people': makes(
    'Adds a person to a programme. An address that is already known joins as the same person.',
    personWish,
    joinAnswer,
  ),
  'GET /api/v1/people/:id': versioned(
    get(
      'Returns a person as a member of the given programme; without `programme`, of the first that you share.',
      personAnswer,
      programmeQuery,
    ),
  ),
  'PATCH /api/v1/people/:id': {
    ...versioned(
      changes(
        'Changes the given fields of a person (RFC 7396). A rule that is null is the programme’s again. Name, unit, superior, assistants, blockers and rules belong to one programme: if the person is in several, `programme` is required.',
        personPatch,
        personAnswer,
      ),
    ),
    query: programmeQuery,
  },
  'POST /api/v1/people/:id/departure': changes(
    'Says on which day a person leaves the programmes that you manage; null takes it back, a day that has passed means now.',
    departureWish,
    departureAnswer,
  ),
  'POST /api/v1/people/:id/erasure': changes(
    'Erases a person from the programmes that you manage: dates are called off, then names, addresses and words are deleted. It cannot be undone. Asked again, it answers the same.',
    erasureWish,
    erasureAnswer,
  ),
  'GET /api/v1/people/:id/availability': versioned(
    get('Returns the weekly hours and the exceptions.', availabilityAnswer),
  ),
  'PUT /api/v1/people/:id/availability': versioned(
    changes('Replaces the weekly hours and the exceptions.', availabilityWish, availabilityAnswer),
  ),
  'POST /api/v1/imports': {
    ...makes(
      'Reads a CSV and says line by line what it would do. Nothing is done before its confirmation, and it is kept for a day.',
      csvBody,
      importAnswer,
    ),
    query: importQuery,
    csv: 'body',
  },
  'GET /api/v1/imports/:id': get('Returns an import, judged by the programme as it is now.', importAnswer),
  'POST /api/v1/imports/:id/confirmation': changes(
    'Does all that an import says, or nothing while a line has an error. Asked again, it answers the same.',
    confirmationWish,
    countsAnswer,
  ),
  'GET /api/v1/programmes/:id/export': {
    ...get(
      'Returns people, pairings, hours or sessions as a CSV. An import of it changes nothing.',
      csvAnswer,
      exportQuery,
    ),
    csv: 'answer',
  },
  'GET /api/v1/pairings': get(
    'Lists the pairings of one programme, or of all that you manage; a mentor gets his own.',
    pairingsAnswer,
    pairingsQuery,
  ),
  'POST /api/v1/pairings': makes('Proposes a pairing.', pairingWish, pairingAnswer),
  'GET /api/v1/pairings/:id': versioned(get('Returns a pairing.', pairingAnswer)),
  'PATCH /api/v1/pairings/:id': versioned(
    changes('Changes the status, the place or the aim of a pairing (RFC 7396).', pairingPatch, pairingAnswer),
  ),
  'GET /api/v1/pairings/:id/path': get(
    'Returns how far the executive has come, and what can come next, best first, with the reasons.',
    pathAnswer,
  ),
  'GET /api/v1/pairings/:id/slots': get(
    'Lists the times when both can meet, best first; with `explain=true`, each with its reasons.',
    slotsAnswer,
    slotsQuery,
  ),
  'POST /api/v1/programmes/:id/plans': makes(
    'Plans the next round: proposes times for every pairing without a next session.',
    planWish,
    planAnswer,
  ),
  'GET /api/v1/plans/:id': get('Returns a plan.', planAnswer),
  'POST /api/v1/plans/:id/confirmation': changes(
    'Sends the offers of a plan that were not sent yet, and those that failed before.',
    body({}),
    planAnswer,
  ),
  'POST /api/v1/offers': makes(
    'Makes an offer: holds the best times and asks the person who answers for the executive.',
    offerWish,
    offerAnswer,
  ),
  'GET /api/v1/offers/:id': get(
    'Returns an offer with its current status, even after a newer offer.',
    offerNowAnswer,
  ),
  'POST /api/v1/offers/:id/answer': changes('Answers an offer for the executive.', answerWish, sessionAnswer),
  'GET /api/v1/sessions': get(
    'Lists the sessions that overlap the window. An offered session counts at its held times; without any, it counts if the window contains the present.',
    sessionsAnswer,
    sessionsQuery,
  ),
  'POST /api/v1/sessions': makes('Books a session without an offer.', bookingWish, sessionAnswer),
  'GET /api/v1/sessions/:id': get('Returns a session.', sessionAnswer),
  'GET /api/v1/sessions/:id/history': get('Lists the events of a session, latest first.', historyAnswer),
  'POST /api/v1/sessions/:id/time': changes(
    'Moves a session to another time: same UID, next SEQUENCE.',
    moveWish,
    sessionAnswer,
  ),
  'POST /api/v1/sessions/:id/place': changes('Sets the place of a session.', placeWish, sessionAnswer),
  'POST /api/v1/sessions/:id/format': changes(
    'Sets the format of a session. This sends no mail.',
    formatChoice,
    sessionAnswer,
  ),
  'POST /api/v1/sessions/:id/answers': changes(
    'Answers the invite for the mentor or the executive.',
    replyWish,
    sessionAnswer,
  ),
  'POST /api/v1/sessions/:id/counters/:counterId/acceptance': changes(
    'Accepts a proposed time.',
    acceptanceWish,
    sessionAnswer,
  ),
  'POST /api/v1/sessions/:id/counters/:counterId/refusal': changes(
    'Refuses a proposed time.',
    body({}),
    sessionAnswer,
  ),
  'POST /api/v1/sessions/:id/cancellation': changes(
    'Cancels a session, or reopens it to find another time.',
    cancellationWish,
    sessionAnswer,
  ),
  'GET /api/v1/sessions/:id/outcome': get(
    'Returns the log of a session, and what stood before each correction.',
    outcomeAnswer,
  ),
  'POST /api/v1/sessions/:id/correction': changes(
    'Corrects a log whose hour is over, with a reason. The old one stays as history.',
    correctionWish,
    sessionAnswer,
  ),
  'POST /api/v1/sessions/:id/outcome': changes('Logs the outcome of a session.', outcomeWish, sessionAnswer),
  'GET /api/v1/keys': get('Lists your keys, newest first. Asks for a sign-in, not a key.', keysAnswer),
  'POST /api/v1/keys': makes(
    'Makes a key, which acts as you are then, in the programmes that it names. `key` is in this answer alone; the same request again has null. Asks for a sign-in less than twelve hours old.',
    keyWish,
    madeKeyAnswer,
  ),
  'DELETE /api/v1/keys/:id': get('Ends a key, at once. Asks for a sign-in, not a key.', keyAnswer),
  'GET /api/v1/webhooks': get(
    'Lists your webhooks in the programmes that you manage, newest first.',
    webhooksAnswer,
  ),
  'POST /api/v1/webhooks': makes(
    'Makes a webhook: the address is told what happens in the programme, signed after Standard Webhooks 1.0. `secret` is in this answer alone; the same request again has null. Asks for a sign-in less than twelve hours old.',
    webhookWish,
    madeWebhookAnswer,
  ),
  'PATCH /api/v1/webhooks/:id': changes(
    'Switches a webhook on or off, changes what it is told, or makes another secret: that asks for a sign-in less than twelve hours old.',
    webhookPatch,
    madeWebhookAnswer,
  ),
  'DELETE /api/v1/webhooks/:id': get('Ends a webhook, at once and for good.', webhookAnswer),
  'GET /api/v1/webhooks/:id/attempts': get(
    'Lists the hundred messages that a webhook was told last, newest first, each with its calls.',
    messagesAnswer,
  ),
  'POST /api/v1/webhooks/:id/attempts': makes(
    'Sends `webhook.test` with the next tick.',
    nothing,
    messageAnswer,
  ),
  'POST /api/v1/webhooks/:id/attempts/:messageId/retry': changes(
    'Sends a message again with the next tick, under the same id.',
    nothing,
    messageAnswer,
  ),
  'GET /api/v1/deliveries': get(
    'Lists the deliveries of letters, newest first.',
    deliveriesAnswer,
    deliveriesQuery,
  ),
  'POST /api/v1/deliveries/retry': changes(
    'Sends all letters again that failed for good and are still true; without `programmeId`, of all that you manage.',
    retryAllWish,
    retryAllAnswer,
  ),
  'POST /api/v1/deliveries/resumption': changes(
    'Lets letters and the clock go on after a restore from a backup; nothing is sent before. Asked again, it changes nothing.',
    resumptionWish,
    resumptionAnswer,
  ),
  'POST /api/v1/deliveries/:id/retry': changes(
    'Sends a letter again, byte for byte.',
    retryWish,
    retryAnswer,
  ),
  'POST /api/v1/today/snoozes': makes(
    'Snoozes an item of Today until a day. `until: null` settles it, if its kind can be settled.',
    snoozeWish,
    snoozeAnswer,
  ),
  'GET /api/v1/search': get(
    'Finds people, pairings and sessions by name, short name, address or unit, whatever the case and the accents, at most ten of each; a mentor finds his own pairs, by name.',
    searchAnswer,
    searchQuery,
  ),
  'GET /api/v1/health': get(
    'Returns the details of health, to the owner of the installation: codes, counts and moments.',
    healthAnswer,
  ),
  'GET /api/v1/today': get(
    'Lists what needs the manager, most urgent first; without `programme`, of all that you manage.',
    todayAnswer,
    todayQuery,
  ),
}

function get(summary: string, answer: z.ZodMiniType, query: z.ZodMiniObject | null = null): Operation {
  return { summary, query, body: null, status: 200, answer, hasVersion: false }
}

function makes(summary: string, body: z.ZodMiniType, answer: z.ZodMiniType): Operation {
  return { summary, query: null, body, status: 201, answer, hasVersion: false }
}

function changes(summary: string, body: z.ZodMiniType, answer: z.ZodMiniType): Operation {
  return { summary, query: null, body, status: 200, answer, hasVersion: false }
}

function versioned(operation: Operation): Operation {
  return { ...operation, hasVersion: true }
}
