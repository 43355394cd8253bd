import { statesEn } from '../states/en.ts'
import { activityEn } from './en/activity.ts'
import { answeringEn } from './en/answering.ts'
import { boardEn } from './en/board.ts'
import { calendarEn } from './en/calendar.ts'
import { calendarsEn } from './en/calendars.ts'
import { claimEn } from './en/claim.ts'
import { closingEn } from './en/closing.ts'
import { deliveriesEn } from './en/deliveries.ts'
import { deskEn } from './en/desk.ts'
import { entranceEn } from './en/entrance.ts'
import { erasingEn } from './en/erasing.ts'
import { firstStepsEn } from './en/first-steps.ts'
import { formatsEn } from './en/formats.ts'
import { frameEn } from './en/frame.ts'
import { fsckEn } from './en/fsck.ts'
import { guideEn } from './en/guide.ts'
import { hoursEn } from './en/hours.ts'
import { importsEn } from './en/imports.ts'
import { invitingEn } from './en/inviting.ts'
import { keysEn } from './en/keys.ts'
import { leavingEn } from './en/leaving.ts'
import { livesEn } from './en/lives.ts'
import { loggingEn } from './en/logging.ts'
import { mailsEn } from './en/mails.ts'
import { meetingEn } from './en/meeting.ts'
import { mineEn } from './en/mine.ts'
import { outwardEn } from './en/outward.ts'
import { ownEn } from './en/own.ts'
import { pairingsEn } from './en/pairings.ts'
import { pathEn } from './en/path.ts'
import { peopleEn } from './en/people.ts'
import { personEn } from './en/person.ts'
import { plansEn } from './en/plans.ts'
import { policyEn } from './en/policy.ts'
import { presetsEn } from './en/presets.ts'
import { pressEn } from './en/press.ts'
import { privateNoteEn } from './en/private-note.ts'
import { programmesEn } from './en/programmes.ts'
import { pulseEn } from './en/pulse.ts'
import { receivedEn } from './en/received.ts'
import { recordEn } from './en/record.ts'
import { refusalEn } from './en/refusal.ts'
import { reportEn } from './en/report.ts'
import { rulesEn } from './en/rules.ts'
import { searchEn } from './en/search.ts'
import { sessionEn } from './en/session.ts'
import { settlingEn } from './en/settling.ts'
import { severalEn } from './en/several.ts'
import { steeringEn } from './en/steering.ts'
import { strangersEn } from './en/strangers.ts'
import { suggestionsEn } from './en/suggestions.ts'
import { todayEn } from './en/today.ts'
import { tracksEn } from './en/tracks.ts'
import { undecidedEn } from './en/undecided.ts'
import { webhooksEn } from './en/webhooks.ts'
import { whoSeesEn } from './en/who-sees.ts'
import { whysEn } from './en/whys.ts'

/** All words of the pages, by page; the other languages are typed by this one. */
export const pagesEn = {
  activity: activityEn,
  answering: answeringEn,
  board: boardEn,
  calendar: calendarEn,
  calendars: calendarsEn,
  claim: claimEn,
  closing: closingEn,
  deliveries: deliveriesEn,
  desk: deskEn,
  entrance: entranceEn,
  firstSteps: firstStepsEn,
  formats: formatsEn,
  frame: frameEn,
  fsck: fsckEn,
  guide: guideEn,
  hours: hoursEn,
  imports: importsEn,
  inviting: invitingEn,
  erasing: erasingEn,
  keys: keysEn,
  webhooks: webhooksEn,
  leaving: leavingEn,
  lives: livesEn,
  logging: loggingEn,
  mails: mailsEn,
  meeting: meetingEn,
  mine: mineEn,
  own: ownEn,
  outward: outwardEn,
  pairings: pairingsEn,
  people: peopleEn,
  person: personEn,
  received: receivedEn,
  plans: plansEn,
  policy: policyEn,
  path: pathEn,
  presets: presetsEn,
  press: pressEn,
  programmes: programmesEn,
  pulse: pulseEn,
  record: recordEn,
  refusal: refusalEn,
  report: reportEn,
  rules: rulesEn,
  search: searchEn,
  session: sessionEn,
  privateNote: privateNoteEn,
  settling: settlingEn,
  several: severalEn,
  states: statesEn,
  steering: steeringEn,
  strangers: strangersEn,
  suggestions: suggestionsEn,
  today: todayEn,
  tracks: tracksEn,
  undecided: undecidedEn,
  whoSees: whoSeesEn,
  whys: whysEn,
}

export type PageWords = typeof pagesEn
