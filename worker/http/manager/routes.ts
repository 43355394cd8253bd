import type { App } from '../context.ts'
import { boardPage } from './board.tsx'
import { calendarPages } from './calendar.tsx'
import { formatPages } from './formats.tsx'
import { dropQuestions } from './drag.ts'
import { closurePages } from './closure.tsx'
import { pairingPages } from './pairings.tsx'
import { peoplePages } from './people.tsx'
import { planPages } from './plans.tsx'
import { presetPages } from './presets.tsx'
import { sessionDeeds } from './session-deeds.ts'
import { sessionPages } from './session.tsx'
import { suggestionPages } from './suggestions.tsx'
import { todayPages } from './today.tsx'

/** The manager's whole application; every object is loaded through her memberships. */
export function managerRoutes(app: App): void {
  todayPages(app)
  boardPage(app)
  calendarPages(app)
  dropQuestions(app)
  sessionPages(app)
  sessionDeeds(app)
  pairingPages(app)
  planPages(app)
  suggestionPages(app)
  peoplePages(app)
  presetPages(app)
  closurePages(app)
  formatPages(app)
}
