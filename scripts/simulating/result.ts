import type { Instant } from '../../worker/domain/time/time.ts'
import type { Letter } from './letters.ts'
import type { MailCount } from './measures.ts'

export type YearOptions = { readonly seed: number; readonly weeks: number }
export type YearResult = { readonly year: Year } | { readonly failed: string }
export type Year = {
  readonly summary: {
    readonly seed: number
    readonly touches: number
    readonly sessionsHeld: number
    readonly rounds: number
    readonly bumps: number
    readonly executiveMailsPerSession: number
    readonly executiveMailsPerMove: number
    readonly daysWithoutNextDate: number
    readonly brokenInvariants: number
  }
  readonly touches: Readonly<Record<string, number>>
  readonly mails: MailCount
  /** Dates whose time came by the end, and how many of them the executive's side gave up. */
  readonly dates: { readonly come: number; readonly givenUp: number }
  readonly broken: readonly string[]
  readonly forgotten: readonly string[]
}

/** Collected while the simulation runs. */
export type Findings = {
  readonly began: Instant
  readonly letters: Letter[]
  readonly broken: Set<string>
  readonly missed: string[]
}
