import type { Letter } from '../../worker/domain/letter/letter.ts'
import { writeAgreed } from './agreed.ts'
import { writeAttendance } from './attendance.ts'
import { writeBrief } from './brief.ts'
import { writeCalendar } from './calendar.ts'
import { writeClosing } from './closing.ts'
import { writeConfirm } from './confirm.ts'
import { writeDigest } from './digest.ts'
import { writeFigures } from './figures.ts'
import { writeHealth } from './health.ts'
import { writeInvitation } from './invitation.ts'
import { writeOfferLetter } from './offer.ts'
import { writeOffers } from './offers.ts'
import { writeOutcomeLetter } from './outcome.ts'
import { writeOwn } from './own.ts'
import { writeSignIn } from './sign-in.ts'
import { writeTestInvite } from './test-invite.ts'
import { writeTest } from './test.ts'
import { writeMorning, writeUrgent } from './told.ts'
import type { Links, WrittenLetter } from './written.ts'

/** The same letter always gives the same words: language, zone and names are stored in it. */
export function writeLetter(letter: Letter, links: Links): WrittenLetter {
  switch (letter.kind) {
    case 'sign-in':
      return writeSignIn(letter, links)
    case 'invitation':
      return writeInvitation(letter, links)
    case 'test':
      return writeTest(letter)
    case 'health':
      return writeHealth(letter, links)
    case 'test-invite':
      return writeTestInvite(letter)
    case 'figures':
      return writeFigures(letter, links)
    case 'offer':
      return writeOfferLetter(letter, links)
    case 'offers':
      return writeOffers(letter, links)
    case 'calendar':
      return writeCalendar(letter, links)
    case 'outcome':
      return writeOutcomeLetter(letter, links)
    case 'brief':
      return writeBrief(letter, links)
    case 'attendance':
      return writeAttendance(letter)
    case 'own':
      return writeOwn(letter, links)
    case 'agreed':
      return writeAgreed(letter, links)
    case 'closing':
      return writeClosing(letter, links)
    case 'confirm':
      return writeConfirm(letter, links)
    case 'digest':
      return writeDigest(letter, links)
    case 'morning':
      return writeMorning(letter, links)
    case 'urgent':
      return writeUrgent(letter, links)
  }
}
