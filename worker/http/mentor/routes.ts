import type { App } from '../context.ts'
import { mineRecordPages } from '../record/mine.tsx'
import { guidePages } from './guide.tsx'
import { hoursPages } from './hours.tsx'
import { minePages } from './mine.tsx'
import { pulseAct } from './pulse.ts'

/** A mentor's own sessions and hours. */
export function mentorRoutes(app: App): void {
  minePages(app)
  hoursPages(app)
  pulseAct(app)
  guidePages(app)
  mineRecordPages(app)
}
