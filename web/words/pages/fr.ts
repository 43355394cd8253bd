import { statesFr } from '../states/fr.ts'
import type { PageWords } from './en.ts'
import { activityFr } from './fr/activity.ts'
import { answeringFr } from './fr/answering.ts'
import { boardFr } from './fr/board.ts'
import { calendarFr } from './fr/calendar.ts'
import { calendarsFr } from './fr/calendars.ts'
import { claimFr } from './fr/claim.ts'
import { closingFr } from './fr/closing.ts'
import { deliveriesFr } from './fr/deliveries.ts'
import { deskFr } from './fr/desk.ts'
import { entranceFr } from './fr/entrance.ts'
import { erasingFr } from './fr/erasing.ts'
import { firstStepsFr } from './fr/first-steps.ts'
import { formatsFr } from './fr/formats.ts'
import { frameFr } from './fr/frame.ts'
import { fsckFr } from './fr/fsck.ts'
import { guideFr } from './fr/guide.ts'
import { hoursFr } from './fr/hours.ts'
import { importsFr } from './fr/imports.ts'
import { invitingFr } from './fr/inviting.ts'
import { keysFr } from './fr/keys.ts'
import { leavingFr } from './fr/leaving.ts'
import { livesFr } from './fr/lives.ts'
import { loggingFr } from './fr/logging.ts'
import { mailsFr } from './fr/mails.ts'
import { meetingFr } from './fr/meeting.ts'
import { mineFr } from './fr/mine.ts'
import { outwardFr } from './fr/outward.ts'
import { ownFr } from './fr/own.ts'
import { pairingsFr } from './fr/pairings.ts'
import { pathFr } from './fr/path.ts'
import { peopleFr } from './fr/people.ts'
import { personFr } from './fr/person.ts'
import { plansFr } from './fr/plans.ts'
import { policyFr } from './fr/policy.ts'
import { presetsFr } from './fr/presets.ts'
import { pressFr } from './fr/press.ts'
import { privateNoteFr } from './fr/private-note.ts'
import { programmesFr } from './fr/programmes.ts'
import { pulseFr } from './fr/pulse.ts'
import { receivedFr } from './fr/received.ts'
import { recordFr } from './fr/record.ts'
import { refusalFr } from './fr/refusal.ts'
import { reportFr } from './fr/report.ts'
import { rulesFr } from './fr/rules.ts'
import { searchFr } from './fr/search.ts'
import { sessionFr } from './fr/session.ts'
import { settlingFr } from './fr/settling.ts'
import { severalFr } from './fr/several.ts'
import { steeringFr } from './fr/steering.ts'
import { strangersFr } from './fr/strangers.ts'
import { suggestionsFr } from './fr/suggestions.ts'
import { todayFr } from './fr/today.ts'
import { tracksFr } from './fr/tracks.ts'
import { undecidedFr } from './fr/undecided.ts'
import { webhooksFr } from './fr/webhooks.ts'
import { whoSeesFr } from './fr/who-sees.ts'
import { whysFr } from './fr/whys.ts'

export const pagesFr: PageWords = {
  activity: activityFr,
  answering: answeringFr,
  board: boardFr,
  calendar: calendarFr,
  calendars: calendarsFr,
  claim: claimFr,
  closing: closingFr,
  deliveries: deliveriesFr,
  desk: deskFr,
  entrance: entranceFr,
  firstSteps: firstStepsFr,
  formats: formatsFr,
  frame: frameFr,
  fsck: fsckFr,
  guide: guideFr,
  hours: hoursFr,
  imports: importsFr,
  inviting: invitingFr,
  erasing: erasingFr,
  keys: keysFr,
  webhooks: webhooksFr,
  leaving: leavingFr,
  lives: livesFr,
  logging: loggingFr,
  mails: mailsFr,
  meeting: meetingFr,
  mine: mineFr,
  own: ownFr,
  outward: outwardFr,
  pairings: pairingsFr,
  people: peopleFr,
  person: personFr,
  received: receivedFr,
  plans: plansFr,
  policy: policyFr,
  path: pathFr,
  presets: presetsFr,
  press: pressFr,
  programmes: programmesFr,
  pulse: pulseFr,
  record: recordFr,
  refusal: refusalFr,
  report: reportFr,
  rules: rulesFr,
  search: searchFr,
  session: sessionFr,
  privateNote: privateNoteFr,
  settling: settlingFr,
  several: severalFr,
  states: statesFr,
  steering: steeringFr,
  strangers: strangersFr,
  suggestions: suggestionsFr,
  today: todayFr,
  tracks: tracksFr,
  undecided: undecidedFr,
  whoSees: whoSeesFr,
  whys: whysFr,
}
