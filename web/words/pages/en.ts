import { answering } from './en/answering.ts'
import { board } from './en/board.ts'
import { calendar } from './en/calendar.ts'
import { calendars } from './en/calendars.ts'
import { closing } from './en/closing.ts'
import { deliveries } from './en/deliveries.ts'
import { entrance } from './en/entrance.ts'
import { formats } from './en/formats.ts'
import { frame } from './en/frame.ts'
import { hours } from './en/hours.ts'
import { inviting } from './en/inviting.ts'
import { logging } from './en/logging.ts'
import { meeting } from './en/meeting.ts'
import { mine } from './en/mine.ts'
import { own } from './en/own.ts'
import { pairings } from './en/pairings.ts'
import { people } from './en/people.ts'
import { plans } from './en/plans.ts'
import { policy } from './en/policy.ts'
import { presets } from './en/presets.ts'
import { programmes } from './en/programmes.ts'
import { pulse } from './en/pulse.ts'
import { rules } from './en/rules.ts'
import { received } from './en/received.ts'
import { session } from './en/session.ts'
import { suggestions } from './en/suggestions.ts'
import { today } from './en/today.ts'

/** All words of the pages, by page; every other language is typed by this one. */
export const en = {
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

export type PageWords = typeof en
