import type { App } from '../context.ts'
import { answerPages } from './answer.tsx'
import { confirmPages } from './confirm.tsx'
import { invitePages } from './invite.tsx'
import { logPages } from './log.tsx'
import { meetingPages } from './meeting.tsx'
import { ownPages } from './own.tsx'
import { pulsePages } from './pulse.tsx'

/** What links in mails open, without a login: GET shows, POST acts, and both know the reader by the link alone. */
export function answerRoutes(app: App): void {
  answerPages(app)
  invitePages(app)
  confirmPages(app)
  logPages(app)
  meetingPages(app)
  ownPages(app)
  pulsePages(app)
}
