import type { Notice, PageFrame } from '../../../web/parts/page-frame.ts'
import type { AppContext } from '../context.ts'
import { sheetOf } from '../frame.ts'
import { ZONE } from './seeding/working-days.ts'

/** Around development's own pages: English, on the clock of the cast's first manager. */
export function devFrame(c: AppContext, notice: Notice | null = null): PageFrame {
  return sheetOf(c, { locale: 'en', zone: ZONE }, notice)
}
