import type { App } from '../context.ts'
import { calendarPages } from './calendar/calendar.tsx'
import { dropQuestions } from './calendar/drag.ts'
import { importPages } from './import/imports.tsx'
import { pairingPages } from './pairing/pairings.tsx'
import { statusesOfSeveral } from './pairing/statuses.ts'
import { suggestionPages } from './pairing/suggestions.tsx'
import { boardPage } from './path/board.tsx'
import { formatPages } from './path/formats.tsx'
import { trackPages } from './path/tracks.tsx'
import { blockersOfSeveral } from './people/blockers.ts'
import { peoplePages } from './people/people.tsx'
import { presetPages } from './people/presets.tsx'
import { planPages } from './plan/plans.tsx'
import { presses } from './press.ts'
import { activityPages } from './programme/activity.tsx'
import { closurePages } from './programme/closure.tsx'
import { searchPages } from './search/search.tsx'
import { correctionPages } from './session/correction.ts'
import { sessionActs } from './session/session-acts.ts'
import { sessionPages } from './session/session.tsx'
import { todayPages } from './today/today.tsx'

/** All pages of the manager. Every object is loaded through her memberships. */
export function managerRoutes(app: App): void {
  presses(app)
  todayPages(app)
  searchPages(app)
  boardPage(app)
  statusesOfSeveral(app)
  blockersOfSeveral(app)
  calendarPages(app)
  dropQuestions(app)
  sessionPages(app)
  sessionActs(app)
  correctionPages(app)
  pairingPages(app)
  planPages(app)
  suggestionPages(app)
  peoplePages(app)
  importPages(app)
  presetPages(app)
  activityPages(app)
  closurePages(app)
  formatPages(app)
  trackPages(app)
}
