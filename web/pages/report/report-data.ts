import type { ProgrammeId, ReportLinkId } from '../../../worker/domain/ids.ts'
import type { Figure } from '../../../worker/domain/report/figures.ts'
import type { ReportLink, ReportLinkUse } from '../../../worker/domain/report/link.ts'
import type { Day, Instant } from '../../../worker/domain/time/time.ts'
import type { FormState } from '../../parts/form.ts'
import type { PageFrame } from '../../parts/page-frame.ts'

export type ReportData = {
  readonly frame: PageFrame
  readonly programme: string
  /** Of how many people each figure is at least. */
  readonly least: number
  readonly releasedAt: Instant | null
  readonly figures: readonly Figure[]
  /** A manager's alone: null for everybody else. */
  readonly links: LinksOfReport | null
}

/** The links by which people without an account read it, and the form for another. */
export type LinksOfReport = {
  readonly programmeId: ProgrammeId
  readonly lines: readonly LinkLine[]
  /** The address of a link that its reader has just made; it is shown this once. */
  readonly made: string | null
  /** Idempotency key of the form. */
  readonly newId: ReportLinkId
  /** The usual last day. */
  readonly usualEnd: Day
  readonly form: FormState
}

export type LinkLine = Pick<ReportLink, 'id' | 'label' | 'address' | 'madeAt' | 'endedAt'> &
  ReportLinkUse & { readonly makerName: string; readonly lastDay: Day; readonly isOpen: boolean }
