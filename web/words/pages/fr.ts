import type { PageWords } from './en.ts'
import { answering } from './fr/answering.ts'
import { board } from './fr/board.ts'
import { calendar } from './fr/calendar.ts'
import { calendars } from './fr/calendars.ts'
import { closing } from './fr/closing.ts'
import { deliveries } from './fr/deliveries.ts'
import { entrance } from './fr/entrance.ts'
import { formats } from './fr/formats.ts'
import { frame } from './fr/frame.ts'
import { hours } from './fr/hours.ts'
import { inviting } from './fr/inviting.ts'
import { logging } from './fr/logging.ts'
import { meeting } from './fr/meeting.ts'
import { mine } from './fr/mine.ts'
import { own } from './fr/own.ts'
import { pairings } from './fr/pairings.ts'
import { people } from './fr/people.ts'
import { plans } from './fr/plans.ts'
import { policy } from './fr/policy.ts'
import { presets } from './fr/presets.ts'
import { programmes } from './fr/programmes.ts'
import { pulse } from './fr/pulse.ts'
import { rules } from './fr/rules.ts'
import { received } from './fr/received.ts'
import { session } from './fr/session.ts'
import { suggestions } from './fr/suggestions.ts'
import { today } from './fr/today.ts'

export const fr: PageWords = {
  answering,
  board,
  calendar,
  calendars,
  closing,
  deliveries,
  entrance,
  formats,
  frame,
  hours,
  inviting,
  logging,
  meeting,
  mine,
  own,
  pairings,
  people,
  received,
  plans,
  policy,
  presets,
  programmes,
  pulse,
  rules,
  session,
  suggestions,
  today,
}
