import * as z from 'zod/mini'

import { placeWish } from '../manager/session/place.ts'
import { deliveriesAnswer, deliveriesQuery, retryAnswer, retryWish } from './deliveries.ts'
import { pairingsQuery } from './pairings.ts'
import { peopleQuery, programmeQuery } from './people.ts'
import { sessionsQuery } from './sessions.ts'
import { formatAnswer, formatPatch, formatsAnswer, formatWish } from './shapes/format.ts'
import { historyAnswer } from './shapes/history.ts'
import { availabilityAnswer, availabilityWish } from './shapes/hours.ts'
import { answerWish, offerAnswer, offerNowAnswer, offerWish } from './shapes/offer.ts'
import { outcomeWish } from './shapes/outcome.ts'
import { pairingAnswer, pairingPatch, pairingsAnswer, pairingWish } from './shapes/pairing.ts'
import { joinAnswer, peopleAnswer, personAnswer, personPatch, personWish } from './shapes/person.ts'
import { planAnswer, planWish } from './shapes/plan.ts'
import {
  closureWish,
  programmeAnswer,
  programmePatch,
  programmesAnswer,
  programmeWish,
} from './shapes/programme.ts'
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
import { snoozeAnswer, snoozeWish, todayAnswer } from './shapes/today.ts'
import { body } from './shapes/values.ts'
import { slotsAnswer, slotsQuery } from './slots.ts'

export type Operation = {
  readonly summary: string
  readonly query: z.ZodMiniObject | null
  readonly body: z.ZodMiniType | null
  readonly status: 200 | 201
  readonly answer: z.ZodMiniType
  /** Whether its answer has an `ETag`, and its change heeds an `If-Match`. */
  readonly hasVersion: boolean
}

/** What each route of the API reads and answers; who may ask stands in worker/http/routes.ts. */
export const operations: Readonly<Record<string, Operation>> = {
  'GET /api/v1/openapi.json': get('This description.', z.looseObject({ openapi: z.string() })),
  'GET /api/v1/programmes': get('Programmes one is in; the policy where one manages.', programmesAnswer),
  'POST /api/v1/programmes': makes(
    'Opens a programme, managed by whoever opens it.',
    programmeWish,
    programmeAnswer,
  ),
  'GET /api/v1/programmes/:id': versioned(get('A programme.', programmeAnswer)),
  'PATCH /api/v1/programmes/:id': versioned(
    changes(
      'Changes what is named of a programme, by RFC 7396: a rule that is null is as in a new programme again.',
      programmePatch,
      programmeAnswer,
    ),
  ),
  'GET /api/v1/programmes/:id/formats': get(
    'What sessions of a programme can begin with, in the words of whoever asks.',
    formatsAnswer,
  ),
  'POST /api/v1/programmes/:id/formats': makes('Adds a format at the end.', formatWish, formatAnswer),
  'GET /api/v1/formats/:id': get('A format, in the words of whoever asks.', formatAnswer),
  'PATCH /api/v1/formats/:id': changes(
    'Changes what is named of a format, by RFC 7396, moves it in the list, or puts it away.',
    formatPatch,
    formatAnswer,
  ),
  'POST /api/v1/programmes/:id/closure': changes(
    'Closes a programme: rounds under way are withdrawn, pairings end, each executive gets his list.',
    closureWish,
    programmeAnswer,
  ),
  'GET /api/v1/people': get(
    'People of one programme, or of all that one manages.',
    peopleAnswer,
    peopleQuery,
  ),
  'POST /api/v1/people': makes('Adds somebody, or a known address to a programme.', personWish, joinAnswer),
  'GET /api/v1/people/:id': versioned(
    get('A person, as the programme named knows him; else the first of them.', personAnswer, programmeQuery),
  ),
  'PATCH /api/v1/people/:id': {
    ...versioned(
      changes(
        'Changes what is named of a person, by RFC 7396: a rule that is null is as the programme has it again. Name, unit, superior, assistants, blockers and rules belong to one programme, which has to be named where he is in several.',
        personPatch,
        personAnswer,
      ),
    ),
    query: programmeQuery,
  },
  'GET /api/v1/people/:id/availability': get('Open hours.', availabilityAnswer),
  'PUT /api/v1/people/:id/availability': changes(
    'Sets the open hours as a whole.',
    availabilityWish,
    availabilityAnswer,
  ),
  'GET /api/v1/pairings': get('Pairings of a programme; a mentor’s own.', pairingsAnswer, pairingsQuery),
  'POST /api/v1/pairings': makes('Proposes a pairing.', pairingWish, pairingAnswer),
  'GET /api/v1/pairings/:id': versioned(get('A pairing.', pairingAnswer)),
  'PATCH /api/v1/pairings/:id': versioned(
    changes(
      'Pauses, wakes or ends a pairing, and says where it meets, by RFC 7396.',
      pairingPatch,
      pairingAnswer,
    ),
  ),
  'GET /api/v1/pairings/:id/slots': get(
    'Times both could meet, best first; with `explain=true` each says what speaks for it.',
    slotsAnswer,
    slotsQuery,
  ),
  'POST /api/v1/programmes/:id/plans': makes(
    'Plans the next round: times for everybody without a next date.',
    planWish,
    planAnswer,
  ),
  'GET /api/v1/plans/:id': get('A plan.', planAnswer),
  'POST /api/v1/plans/:id/confirmation': changes(
    'Sends what is left of a plan, and what failed before.',
    body({}),
    planAnswer,
  ),
  'POST /api/v1/offers': makes(
    'Holds the best times and asks who answers for the executive.',
    offerWish,
    offerAnswer,
  ),
  'GET /api/v1/offers/:id': get('An offer, whatever came after it.', offerNowAnswer),
  'POST /api/v1/offers/:id/answer': changes('Answers an offer for the executive.', answerWish, sessionAnswer),
  'GET /api/v1/sessions': get(
    'Sessions that touch the window. One on offer counts where its held times are; with none, where the window is open now.',
    sessionsAnswer,
    sessionsQuery,
  ),
  'POST /api/v1/sessions': makes('Books a time without an offer.', bookingWish, sessionAnswer),
  'GET /api/v1/sessions/:id': get('A session.', sessionAnswer),
  'GET /api/v1/sessions/:id/history': get('What happened to a session, latest first.', historyAnswer),
  'POST /api/v1/sessions/:id/time': changes(
    'Moves a session: same UID, next SEQUENCE.',
    moveWish,
    sessionAnswer,
  ),
  'POST /api/v1/sessions/:id/place': changes('Another place for this session.', placeWish, sessionAnswer),
  'POST /api/v1/sessions/:id/format': changes(
    'What this session begins with; no mail says so.',
    formatChoice,
    sessionAnswer,
  ),
  'POST /api/v1/sessions/:id/answers': changes(
    'Answers the invite for one of the two.',
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
    'Calls a session off, or reopens it.',
    cancellationWish,
    sessionAnswer,
  ),
  'POST /api/v1/sessions/:id/outcome': changes('Logs what took place.', outcomeWish, sessionAnswer),
  'GET /api/v1/deliveries': get(
    'What became of each letter, newest first.',
    deliveriesAnswer,
    deliveriesQuery,
  ),
  'POST /api/v1/deliveries/:id/retry': changes(
    'Sends a letter again, byte for byte.',
    retryWish,
    retryAnswer,
  ),
  'POST /api/v1/today/snoozes': makes(
    'Puts a line of Today off to a day; with null it is done with, where that is possible.',
    snoozeWish,
    snoozeAnswer,
  ),
  'GET /api/v1/today': get(
    'What needs the manager, most urgent first; without a programme, over all that she manages.',
    todayAnswer,
    programmeQuery,
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
