import type { App } from '../context.ts'
import { ownRecordPages } from '../record/own.tsx'
import { answerPages } from './answer.tsx'
import { confirmPages } from './confirm.tsx'
import { eventFile } from './event-file.ts'
import { invitePages } from './invite.tsx'
import { logPages } from './log.tsx'
import { meetingPages } from './meeting.tsx'
import { ownPages } from './own.tsx'
import { pulsePages } from './pulse.tsx'

/** The pages of links in mails, without sign-in. GET shows, POST acts; the link alone identifies the reader. */
export function answerRoutes(app: App): void {
  answerPages(app)
  invitePages(app)
  eventFile(app)
  confirmPages(app)
  logPages(app)
  meetingPages(app)
  ownPages(app)
  ownRecordPages(app)
  pulsePages(app)
}
