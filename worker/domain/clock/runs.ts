import type { Lane, TimerKind } from './timer.ts'

/** When the clock runs, as wrangler.toml says it. */
export const RUNS = { minutely: '* * * * *', nightly: '23 2 * * *' } as const
export type RunName = keyof typeof RUNS
export const RUN_NAMES = ['minutely', 'nightly'] as const satisfies readonly RunName[]

/** What keeps the house in order at night. */
export type NightJob =
  | 'seal-access-log'
  | 'purge-letters'
  | 'drop-strangers'
  | 'drop-undos-and-words'
  | 'drop-questions'
  | 'drop-imports'
  | 'drop-kept-forms'
  | 'seal-anew'
  | 'release-reports'
  | 'drop-reasons'
  | 'drop-tokens'
  | 'drop-counts'
  | 'drop-settled'
  | 'purge-access-log'
  | 'ask-for-repairs'
  | 'check-invariants'

/** All that a run can name as failed. */
export type JobName = TimerKind | Lane | NightJob | 'deliver' | 'call-webhooks' | 'tell-of-health'
