import type { Notice, PageFrame } from '../../../web/parts/page-frame.ts'
import type { AppContext } from '../context.ts'
import { sheetOf } from '../frame.ts'
import { ZONE } from './seeding/working-days.ts'

/** The frame of the development pages: English, in the zone of the demo cast. */
export function devFrame(c: AppContext, notice: Notice | null = null): PageFrame {
  return sheetOf(c, { locale: 'en', zone: ZONE }, notice)
}
