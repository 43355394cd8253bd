import type { App } from '../context.ts'
import { correctionApi } from './corrections.ts'
import { apiDocs } from './docs.tsx'
import { formatApi } from './formats.ts'
import { healthApi } from './health.ts'
import { importApi } from './imports.ts'
import { keyApi } from './keys.ts'
import { offerApi } from './offers.ts'
import { openApi } from './openapi.ts'
import { pairingApi } from './pairings.ts'
import { peopleApi } from './people.ts'
import { planApi } from './plans.ts'
import { programmeApi } from './programmes.ts'
import { reportLinkApi } from './report-links.ts'
import { reportApi } from './reports.ts'
import { searchApi } from './search.ts'
import { sessionActApi } from './session-acts.ts'
import { sessionApi } from './sessions.ts'
import { slotApi } from './slots.ts'
import { todayApi } from './today.ts'
import { trackApi } from './tracks.ts'
import { webhookApi } from './webhooks.ts'

/** The API for programs: JSON in and out, by the same actions as the pages. */
export function apiRoutes(app: App): void {
  openApi(app)
  apiDocs(app)
  programmeApi(app)
  formatApi(app)
  trackApi(app)
  reportApi(app)
  reportLinkApi(app)
  peopleApi(app)
  importApi(app)
  pairingApi(app)
  slotApi(app)
  offerApi(app)
  planApi(app)
  sessionApi(app)
  sessionActApi(app)
  correctionApi(app)
  searchApi(app)
  todayApi(app)
  keyApi(app)
  webhookApi(app)
  healthApi(app)
}
